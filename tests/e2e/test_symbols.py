"""What an editor shows beside the text, over the real wire: the bridge, one daemon, the example story."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from fabula_lsp.document import Document
from fabula_lsp.uris import uri_of
from tests.support.wire import WireClient, change, span, started

EXAMPLE = Path(__file__).parents[2] / "world"
FABULA = (sys.executable, "-m", "fabula_daemon")
CHAPTER = "manuscript/02-lock-wire.md"
SHEET = "characters/Sarah Chen.md"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the example, whose daemon serves every test here and is stopped at the end."""
    root = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("symbols") / "story")
    yield root
    subprocess.run([*FABULA, "daemon", "stop", "--story", str(root)], check=False, capture_output=True)


@contextlib.asynccontextmanager
async def opened(root: Path, path: str) -> AsyncIterator[tuple[WireClient, Document]]:
    """An editor with one file open."""
    async with started(*FABULA, "lsp", cwd=root.parent) as (client, _):
        await client.initialize(rootUri=uri_of(root))
        document = Document(uri_of(root / path), 1, (root / path).read_text("utf-8"), "utf-16")
        client.open(document.uri, document.text)
        yield client, document


async def ask(client: WireClient, what: str, document: Document, **params: Any) -> Any:
    return await client.request(f"textDocument/{what}", {"textDocument": {"uri": document.uri}, **params})


def marked(document: Document, place: Any) -> str:
    """Return the text of a range."""
    ends = [(at["line"], at["character"]) for at in (place["start"], place["end"])]
    return document.text[document.offset(ends[0]) : document.offset(ends[1])]


def tokens(document: Document, data: list[int], kinds: list[str]) -> list[tuple[str, str]]:
    """Return each token's text and type."""
    found, line, column = [], 0, 0
    for at in range(0, len(data), 5):
        line, column = line + data[at], data[at + 1] + (0 if data[at] else column)
        start = document.offset((line, column))
        end = document.offset((line, column + data[at + 2]))
        found.append((document.text[start:end], kinds[data[at + 3]]))
    return found


async def test_a_chapter_is_outlined_by_its_scenes_and_their_length(story: Path) -> None:
    async with opened(story, CHAPTER) as (client, document):
        [chapter] = await ask(client, "documentSymbol", document)
        assert (chapter["name"], chapter["detail"]) == ("Lock-Wire", "1,616 words")
        assert marked(document, chapter["range"]) == document.text
        assert [scene["detail"] for scene in chapter["children"]] == ["708 words", "202 words", "706 words"]
        second = chapter["children"][1]
        assert second["name"].startswith("2 · ")
        assert marked(document, second["selectionRange"]).startswith(second["name"][4:30])


async def test_a_sheet_is_outlined_by_its_keys(story: Path) -> None:
    async with opened(story, SHEET) as (client, document):
        [sheet] = await ask(client, "documentSymbol", document)
        assert (sheet["name"], sheet["detail"]) == ("Sarah Chen", "character")
        keys = {key["name"]: key["detail"] for key in sheet["children"]}
        assert keys["eyes"] == "brown"
        assert keys["rank"].startswith("Second Engineer (since 1), Chief Engineer")


async def test_the_whole_story_is_searched_by_name(story: Path) -> None:
    async with opened(story, CHAPTER) as (client, _):

        async def search(query: str) -> list[tuple[str, str, str]]:
            found = await client.request("workspace/symbol", {"query": query})
            return [
                (one["name"], one["containerName"], one["location"]["uri"].removeprefix(uri_of(story)))
                for one in found
            ]

        assert ("Sarah Chen", "character", "/characters/Sarah%20Chen.md") in await search("sarah c")
        assert ("Miss Chen", "character: Sarah Chen", "/characters/Sarah%20Chen.md") in await search("miss")
        assert ("Inês Falcão", "character", "/characters/In%C3%AAs%20Falc%C3%A3o.md") in await search("ines")
        assert ("the Cistern", "place", "/places/the%20Cistern.md") in await search("cistern")
        assert ("Nine Litres", "1,499 words", "/manuscript/05-nine-litres.md") in await search("nine lit")
        assert await search("no such thing anywhere") == []
        everything = await search("")
        assert sum(path == "/manuscript/02-lock-wire.md" for _, _, path in everything) == 4


async def test_characters_and_places_are_coloured_where_they_are_named(story: Path) -> None:
    async with opened(story, CHAPTER) as (client, document):
        legend = client.capabilities["semanticTokensProvider"]["legend"]["tokenTypes"]
        whole = await ask(client, "semanticTokens/full", document)
        found = tokens(document, whole["data"], legend)
        assert ("Rensburg", "class") in found
        assert ("Coldharbour", "namespace") in found

        lines = span((0, 0), (6, 0))
        part = await ask(client, "semanticTokens/range", document, range=lines)
        assert tokens(document, part["data"], legend) == found[: len(part["data"]) // 5]

        client.change(document.uri, change((2, 0), (2, 0), "Rensburg looked up. "))
        document.replace((2, 0), (2, 0), "Rensburg looked up. ")
        delta = await ask(client, "semanticTokens/full/delta", document, previousResultId=whole["resultId"])
        data = list(whole["data"])
        for edit in delta["edits"]:
            data[edit["start"] : edit["start"] + edit["deleteCount"]] = edit["data"]
        assert data == (await ask(client, "semanticTokens/full", document))["data"]
        assert len(tokens(document, data, legend)) == len(found) + 1


async def test_a_place_that_gets_a_sheet_is_coloured_without_an_edit(story: Path) -> None:
    refreshes = {"refreshSupport": True}
    async with started(*FABULA, "lsp", cwd=story.parent) as (client, _):
        workspace = {"semanticTokens": refreshes, "codeLens": refreshes}
        await client.initialize({"workspace": workspace}, rootUri=uri_of(story))
        document = Document(uri_of(story / CHAPTER), 1, "They went up to Zembla Point.\n", "utf-16")
        client.open(document.uri, document.text)
        assert (await ask(client, "semanticTokens/full", document))["data"] == []
        client.open(uri_of(story / "places/zembla.md"), "---\nname: Zembla Point\nkind: place\n---\n")
        await client.told("workspace/semanticTokens/refresh")
        await client.told("workspace/codeLens/refresh")
        data = (await ask(client, "semanticTokens/full", document))["data"]
        assert tokens(document, data, ["class", "interface", "namespace"]) == [("Zembla Point", "namespace")]


async def test_above_a_scene_stands_who_is_in_it(story: Path) -> None:
    async with opened(story, CHAPTER) as (client, document):
        lenses = await ask(client, "codeLens", document)
        chapter, *scenes = [(lens["command"]["title"], lens["range"]["start"]["line"]) for lens in lenses]
        assert chapter == ("1,616 words · 3 scenes · 26% spoken", 0)
        assert [title.rpartition(" · ")[2] for title, _ in scenes] == ["708 words", "202 words", "706 words"]
        assert "Sarah Chen" in scenes[0][0]


async def test_scenes_headings_and_front_matter_can_be_folded(story: Path) -> None:
    def last_line(text: str) -> int:
        return len(text.rstrip().splitlines()) - 1

    async with opened(story, CHAPTER) as (client, document):
        folds = [(fold["startLine"], fold["endLine"]) for fold in await ask(client, "foldingRange", document)]
        assert folds[0] == (0, last_line(document.text))
        assert len(folds) == 4
        assert all(document.text.splitlines()[first].strip() for first, _ in folds)
    async with opened(story, SHEET) as (client, document):
        folds = [(fold["startLine"], fold["endLine"]) for fold in await ask(client, "foldingRange", document)]
        assert folds[0] == (0, document.text.splitlines().index("---", 1))


async def test_links_lead_to_their_sheets(story: Path) -> None:
    async with opened(story, SHEET) as (client, document):
        links = await ask(client, "documentLink", document)
        led = {marked(document, link["range"]): link["target"].removeprefix(uri_of(story)) for link in links}
        assert led["[[the Cistern]]"] == "/places/the%20Cistern.md"
        assert led["[[Piet Rensburg]]"] == "/characters/Piet%20Rensburg.md"
        end = document.position(len(document.text))
        client.change(document.uri, change(end, end, "\n[[Nobody]] and [[Hull|her town]]\n"))
        document.replace(end, end, "\n[[Nobody]] and [[Hull|her town]]\n")
        links = await ask(client, "documentLink", document)
        texts = [marked(document, link["range"]) for link in links]
        assert "[[Hull|her town]]" in texts
        assert "[[Nobody]]" not in texts
