"""What an author asks her editor about names: the bridge, one daemon for all, and the example story."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import pytest_asyncio

from fabula_lsp.document import Document
from fabula_lsp.uris import uri_of
from tests.support.wire import CREATES, RefusedError, WireClient, span, started
from tests.support.workspace_edit import apply

EXAMPLE = Path(__file__).parents[2] / "world"
pytestmark = pytest.mark.asyncio(loop_scope="module")

FABULA = (sys.executable, "-m", "fabula_daemon")
FIRST = "manuscript/01-the-dip.md"
SECOND = "manuscript/02-lock-wire.md"
SIXTH = "manuscript/06-the-return-line.md"
SARAH = "characters/Sarah Chen.md"
KEMI = "characters/Kemi Okonjo.md"
KNOWING: Any = {
    "textDocument": {
        "definition": {"linkSupport": True},
        "rename": {"prepareSupport": True},
        "hover": {"contentFormat": ["markdown"]},
    },
    "workspace": {
        "workspaceEdit": {
            **CREATES["workspace"]["workspaceEdit"],
            "changeAnnotationSupport": {"groupsOnLabel": True},
        }
    },
}
PLAIN: Any = {"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the example, whose one daemon is stopped when all is asked."""
    root = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("desk") / "story")
    yield root
    subprocess.run([*FABULA, "daemon", "stop", "--story", str(root)], check=False, capture_output=True)


class Author:
    """Somebody who points at words."""

    def __init__(self, client: WireClient, root: Path) -> None:
        self.client, self.root = client, root
        self.texts: dict[str, str] = {}

    def uri(self, path: str) -> str:
        return uri_of(self.root / path)

    def path(self, uri: str) -> str:
        return unquote(uri.removeprefix(uri_of(self.root))).lstrip("/")

    def open(self, path: str, text: str | None = None) -> None:
        self.texts[path] = (self.root / path).read_text("utf-8") if text is None else text
        self.client.open(self.uri(path), self.texts[path])

    async def ask(self, method: str, path: str, words: str, **params: Any) -> Any:
        """Ask about the first place where these words stand; a ^ in them is the cursor."""
        before, _, after = words.rpartition("^")
        if path not in self.texts:
            self.open(path)
        offset = self.texts[path].index(before + after) + len(before)
        line, character = Document("", 0, self.texts[path], "utf-16").position(offset)
        at = {"textDocument": {"uri": self.uri(path)}, "position": {"line": line, "character": character}}
        return await self.client.request(f"textDocument/{method}", {**at, **params})

    def words(self, path: str, where: Any) -> str:
        """Return what stands at a range."""
        text = self.texts.get(path) or (self.root / path).read_text("utf-8")
        document = Document("", 0, text, "utf-16")
        ends = [document.offset((at["line"], at["character"])) for at in (where["start"], where["end"])]
        return text[ends[0] : ends[1]]

    def renamed(self, edit: Any) -> dict[str, str]:
        """Return the story's texts by path with an edit applied."""
        texts = {
            self.uri(path.relative_to(self.root).as_posix()): path.read_text("utf-8")
            for path in self.root.rglob("*.md")
        }
        texts |= {self.uri(path): text for path, text in self.texts.items()}
        return {self.path(uri): text for uri, text in apply(edit, texts).items()}

    def leave(self) -> None:
        """Close everything."""
        for path in self.texts:
            self.client.close(self.uri(path))


@contextlib.asynccontextmanager
async def editor(root: Path, capabilities: Any) -> AsyncIterator[WireClient]:
    async with started(*FABULA, "lsp", cwd=root.parent) as (client, _):
        assert await client.initialize(capabilities, rootUri=uri_of(root)), "there is a daemon"
        yield client


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def knowing(story: Path) -> AsyncIterator[WireClient]:
    """An editor that knows what a reference desk can use."""
    async with editor(story, KNOWING) as client:
        yield client


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def simple(story: Path) -> AsyncIterator[WireClient]:
    """An editor that knows no more than it must."""
    async with editor(story, PLAIN) as client:
        yield client


@pytest.fixture
def writer(story: Path, knowing: WireClient) -> Iterator[Author]:
    author = Author(knowing, story)
    yield author
    author.leave()


@pytest.fixture
def plain_writer(story: Path, simple: WireClient) -> Iterator[Author]:
    author = Author(simple, story)
    yield author
    author.leave()


async def test_hover_shows_the_card_as_of_this_chapter(writer: Author) -> None:
    early = (await writer.ask("hover", SECOND, "“No,” S^arah told him"))["contents"]
    late = (await writer.ask("hover", SIXTH, "S^arah had put on"))["contents"]
    assert early["kind"] == late["kind"] == "markdown"
    assert early["value"].startswith("**Sarah Chen** · character, she/her · as of chapter 2")
    assert "rank: Second Engineer (since chapter 1) · [Sarah Chen.md:12](file://" in early["value"]
    assert "Sarah%20Chen.md#L12)" in early["value"]
    assert "mentor: Piet Rensburg" in early["value"]
    assert "Chief Engineer" not in early["value"]
    assert "rank: Chief Engineer (since chapter 6)" in late["value"]
    assert "last named: [02-lock-wire.md:" in early["value"]


async def test_hover_on_what_several_bear_shows_the_choice_and_on_no_name_nothing(
    plain_writer: Author,
) -> None:
    text = "“Okonjo,” said a voice.\n\nThen nobody.\n"
    writer = plain_writer
    writer.open("manuscript/10-late.md", text)
    shown = (await writer.ask("hover", "manuscript/10-late.md", "Oko^njo"))["contents"]
    assert shown["kind"] == "plaintext"
    assert shown["value"].startswith("Okonjo may be\n- Ifeoma Okonjo, character · Ifeoma Okonjo.md:2\n")
    assert await writer.ask("hover", "manuscript/10-late.md", "no^body") is None


async def test_definition_is_the_sheet_and_the_first_appearance(writer: Author) -> None:
    sheet, first = await writer.ask("definition", SIXTH, "I do know, Che^n")
    assert [writer.path(place["targetUri"]) for place in (sheet, first)] == [SARAH, FIRST]
    assert writer.words(SARAH, sheet["targetRange"]) == "name: Sarah Chen"
    assert writer.words(FIRST, first["targetSelectionRange"]) == "Sarah Chen"
    assert writer.words(SIXTH, sheet["originSelectionRange"]) == "Chen"


@pytest.mark.parametrize(
    ("path", "words", "sheet"),
    [
        (SARAH, "came to [[Coldha^rbour]]", "places/Coldharbour.md"),
        (SARAH, "mentor: Piet Ren^sburg", "characters/Piet Rensburg.md"),
        (SARAH, "aliases: [Sa^rah", SARAH),
        ("characters/roster.md", "Jonah P^ike", "characters/roster.md"),
        ("timeline.md", "Judith Ba^llantyne", "characters/Judith Ballantyne.md"),
        ("places/the Works.md", "[[the Cistern|The C^istern]]", "places/the Cistern.md"),
    ],
)
async def test_definition_leads_on_from_the_world(
    plain_writer: Author, path: str, words: str, sheet: str
) -> None:
    writer = plain_writer
    places = await writer.ask("definition", path, words)
    assert writer.path(places[0]["uri"]) == sheet


async def test_references_are_every_mention_under_every_name_unsaved_ones_too(writer: Author) -> None:
    writer.open(SECOND, "“Chen!” It was SARAH who came. Mr. Chen did not.\n")
    context = {"context": {"includeDeclaration": False}}
    places = await writer.ask("references", SECOND, "Ch^en", **context)
    found: dict[str, list[str]] = {}
    for place in places:
        path = writer.path(place["uri"])
        found.setdefault(path, []).append(writer.words(path, place["range"]))
    assert found[SECOND] == ["Chen", "SARAH"]
    assert {"Sarah Chen", "Sarah", "Chen", "Miss Chen"} <= set(found[FIRST])
    assert found["timeline.md"] == ["Sarah Chen"] * 6
    assert found["places/Hull.md"] == ["Sarah Chen"]
    assert found[SARAH] == ["Sarah", "Chen", "Miss Chen"]
    declared = await writer.ask("references", SECOND, "Ch^en", context={"includeDeclaration": True})
    assert len(declared) == len(places) + 1


async def test_highlight_marks_the_same_person_by_any_name(writer: Author) -> None:
    marks = await writer.ask("documentHighlight", FIRST, "Sarah Ch^en lifted")
    words = [writer.words(FIRST, mark["range"]) for mark in marks]
    assert {"Sarah Chen", "Sarah", "Chen", "Miss Chen"} == set(words)


async def test_rename_goes_through_manuscript_and_world_and_is_shown_first(writer: Author) -> None:
    prepared = await writer.ask("prepareRename", SECOND, "for a second on Sar^ah’s shoulder")
    assert prepared["placeholder"] == "Sarah"
    assert writer.words(SECOND, prepared["range"]) == "Sarah"
    edit = await writer.ask("rename", SECOND, "for a second on Sar^ah’s shoulder", newName="Sara Lin")
    labels = [note["label"] for note in edit["changeAnnotations"].values()]
    assert labels == ["Sarah Chen → Sara Lin, in the manuscript", "Sarah Chen → Sara Lin, in the world"]
    assert all(note["needsConfirmation"] for note in edit["changeAnnotations"].values())
    after = writer.renamed(edit)
    assert "for a second on Sara’s shoulder" in after[SECOND]
    assert "“Miss Lin. Inês Falcão." in after[SECOND]
    assert "name: Sara Lin\naliases: [Sara, Lin, Miss Lin]" in after["characters/Sara Lin.md"]
    assert "Where [[Sara Lin]] is from" in after["places/Hull.md"]
    assert "| Sara Lin, Piet Rensburg, Oksana Bilyk |" in after["timeline.md"]
    assert SARAH not in after
    left = [path for path, text in after.items() if "Sarah" in text or "Chen" in text]
    assert all(path.startswith("drafts/") or path == "README.md" for path in left)


async def test_rename_of_one_alias_leaves_the_name(plain_writer: Author) -> None:
    writer = plain_writer
    edit = await writer.ask("rename", SECOND, "“Mis^s Chen. Inês", newName="Engineer Chen")
    after = writer.renamed(edit)
    assert "“Engineer Chen. Inês Falcão." in after[SECOND]
    assert "aliases: [Sarah, Chen, Engineer Chen]" in after[SARAH]
    assert "Sarah Chen lifted" in after[FIRST]


@pytest.mark.parametrize(
    ("words", "name", "reason"),
    [
        (
            "“No,” Sa^rah told",
            "Kemi Okonjo",
            "“Kemi Okonjo” is Kemi Okonjo already (characters/Kemi Okonjo.md).",
        ),
        ("“No,” Sa^rah told", "Kemi", "“Kemi” is Kemi Okonjo already"),
        ("“No,” Sa^rah told", "Sarah Okonjo", "“Okonjo” is Ifeoma Okonjo already"),
        ("“No,” Sa^rah told", "Hull", "“Hull” is Hull already (places/Hull.md)."),
        ("“No,” Sa^rah told", "  ", "The new name is empty."),
        ("“No,” Sa^rah told", "Sa[rah", "cannot be a name"),
        ("“No,” Sarah t^old", "Sara", "Nothing that a sheet names is here."),
    ],
)
async def test_a_rename_that_cannot_be_is_refused_with_the_reason(
    writer: Author, words: str, name: str, reason: str
) -> None:
    with pytest.raises(RefusedError, match=r".*") as refused:
        await writer.ask("rename", SECOND, words, newName=name)
    assert reason in str(refused.value)
    assert refused.value.code == -32803


async def test_a_spelling_is_put_right_everywhere(writer: Author) -> None:
    writer.open(FIRST, "“Here,” said Ifoema Okonjo. She sat down.\n\nIfoema Okonjo’s tea was cold.\n")
    writer.open(SECOND, "They waited for Ifoema Okonjo.\n")
    document = Document("", 0, writer.texts[FIRST], "utf-16")
    at = document.position(writer.texts[FIRST].index("Ifoema"))
    actions: list[Any] = []
    while not any("everywhere" in action["title"] for action in actions):
        actions = await writer.client.actions(writer.uri(FIRST), span(at, at))
    [action] = [action for action in actions if "everywhere" in action["title"]]
    assert action["title"] == "Change “Ifoema Okonjo” to “Ifeoma Okonjo” everywhere (3 places in 2 chapters)"
    after = writer.renamed(action["edit"])
    assert "Ifeoma Okonjo’s tea was cold" in after[FIRST]
    assert after[SECOND] == "They waited for Ifeoma Okonjo.\n"


async def test_who_is_in_the_scene_is_completed_first(writer: Author) -> None:
    chapter = "manuscript/11-later.md"
    text = "Oksana Bilyk slept.\n\n***\n\nYusuf was up.\n\n“Yes,” said Piet Rensburg.\n\n"
    writer.open(chapter, text)
    items = await writer.ask("completion", chapter, text + "^")
    items.sort(key=lambda item: item["sortText"])
    names = [item["label"] for item in items]
    assert names[:3] == ["Piet Rensburg", "Rensburg", "Piet"]
    assert names.index("Yusuf Demir") < names.index("Oksana Bilyk") < names.index("Sarah Chen")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("---\nname: Jo Pike\nki^\n---\n", ["kind"]),
        ("---\nname: Jo Pike\nkind: ^\n---\n", ["character", "place"]),
        ("---\nname: Jo Pike\ndied: ^\n---\n", ["1", "2"]),
        ("---\nname: Jo Pike\nmother: Ju^\n---\n", ["Ifeoma Okonjo", "Inês Falcão"]),
    ],
)
async def test_a_sheet_is_completed_by_keys_and_values(writer: Author, text: str, begins: list[str]) -> None:
    writer.open("characters/Jo.md", text.replace("^", ""))
    items = await writer.ask("completion", "characters/Jo.md", text)
    assert [item["label"] for item in items][: len(begins)] == begins


async def test_a_link_is_completed_and_a_colon_in_the_text_brings_nothing(writer: Author) -> None:
    writer.open("characters/Jo.md", "---\nname: Jo Pike\n---\nShe said: [[Col]]\n")
    typed = {"context": {"triggerKind": 2, "triggerCharacter": ":"}}
    assert await writer.ask("completion", "characters/Jo.md", "said:^", **typed) == []
    items = await writer.ask("completion", "characters/Jo.md", "[[^Col")
    assert "Coldharbour" in [item["label"] for item in items]
