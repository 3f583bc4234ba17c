"""An editor, the bridge, the daemon and the example story: all real, over the real wire."""

import asyncio
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from fabula_daemon import lifecycle
from fabula_lsp.document import Document
from fabula_lsp.uris import uri_of
from tests.support.wire import CREATES, PULLS, RefusedError, WireClient, change, span, started
from tests.support.workspace_edit import apply

EXAMPLE = Path(__file__).parents[2] / "world"
FABULA = (sys.executable, "-m", "fabula_daemon")
CHAPTER = "manuscript/02-lock-wire.md"
STRANGER = "Technician Alwyn Prosser"


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Path]:
    """A copy of the example, whose daemon, if one was started, is stopped afterwards."""
    root = shutil.copytree(EXAMPLE, tmp_path / "story")
    yield root
    subprocess.run([*FABULA, "daemon", "stop", "--story", str(root)], check=False, capture_output=True)


class Author:
    """Somebody who writes in an editor that pushes or pulls, and sees what is underlined."""

    def __init__(self, client: WireClient, root: Path, *, pulls: bool) -> None:
        self.client, self.root, self._pulls = client, root, pulls
        self.texts: dict[str, str] = {}

    def uri(self, path: str) -> str:
        return uri_of(self.root / path)

    def open(self, path: str, text: str | None = None) -> str:
        self.texts[path] = (self.root / path).read_text("utf-8") if text is None else text
        self.client.open(self.uri(path), self.texts[path])
        return self.uri(path)

    def type(self, path: str, offset: int, text: str) -> None:
        before = self.texts[path]
        at = Document("", 0, before, "utf-16").position(offset)
        self.texts[path] = before[:offset] + text + before[offset:]
        self.client.change(self.uri(path), change(at, at, text))

    def words(self, path: str, diagnostic: Any) -> str:
        """Return the words that are underlined."""
        document = Document("", 0, self.texts[path], "utf-16")
        start, end = (
            document.offset((at["line"], at["character"]))
            for at in (diagnostic["range"]["start"], diagnostic["range"]["end"])
        )
        return self.texts[path][start:end]

    async def strangers(self, path: str) -> list[str]:
        """Return the words underlined in `path` as nobody's name, as of the next report about it."""
        return [self.words(path, d) for d in await self._report(path) if d["code"] == "unknown-character"]

    async def until(self, path: str, strangers: list[str]) -> None:
        """Wait until exactly these are underlined."""
        found = await self.strangers(path)
        while found != strangers:
            if self._pulls:
                await self.client.told("workspace/diagnostic/refresh")
            found = await self.strangers(path)

    async def fixes(self, path: str, words: str) -> dict[str, Any]:
        """Return what is offered at these words, by title."""
        document = Document("", 0, self.texts[path], "utf-16")
        at = document.position(self.texts[path].index(words) + 1)
        return {action["title"]: action for action in await self.client.actions(self.uri(path), span(at, at))}

    async def _report(self, path: str) -> Any:
        while self._pulls:
            try:
                return (await self.client.pull(self.uri(path)))["items"]
            except RefusedError as refused:
                if refused.data != {"retriggerRequest": True}:  # only then does an editor ask again
                    raise
        while (told := await self.client.told("textDocument/publishDiagnostics"))["uri"] != self.uri(path):
            pass
        return told["diagnostics"]


def daemon_pid(root: Path) -> int:
    present = lifecycle.find(root)
    assert present
    return present.pid


@contextlib.asynccontextmanager
async def author(root: Path, *, pulls: bool = True) -> AsyncIterator[Author]:
    """Somebody at work on the story at `root`."""
    workspace = {**PULLS["workspace"], **CREATES["workspace"]} if pulls else CREATES["workspace"]
    capabilities = {**(PULLS if pulls else {}), "workspace": workspace}
    async with started(*FABULA, "lsp", cwd=root.parent) as (client, _):
        assert await client.initialize(capabilities, rootUri=uri_of(root)), "there is a daemon"
        yield Author(client, root, pulls=pulls)


@pytest.mark.parametrize("pulls", [True, False])
async def test_somebody_unheard_of_is_underlined(story: Path, pulls: bool) -> None:
    async with author(story, pulls=pulls) as writer:
        writer.open(CHAPTER)
        await writer.until(CHAPTER, [STRANGER])
        writer.type(CHAPTER, len(writer.texts[CHAPTER]), "\n“No,” said Marguerite Oyelaran. She left.\n")
        await writer.until(CHAPTER, [STRANGER, "Marguerite Oyelaran"])


@pytest.mark.parametrize("pulls", [True, False])
async def test_a_sheet_that_is_not_saved_clears_the_warnings_everywhere(story: Path, pulls: bool) -> None:
    other = "manuscript/03-any-other-business.md"
    text = (story / other).read_text("utf-8") + f"\n“Here,” said {STRANGER}. He sat down.\n"
    async with author(story, pulls=pulls) as writer:
        writer.open(CHAPTER)
        writer.open(other, text)
        await writer.until(CHAPTER, [STRANGER])
        await writer.until(other, [STRANGER])
        fixes = await writer.fixes(CHAPTER, STRANGER)
        [create] = [action for title, action in fixes.items() if title.startswith("Create a sheet for ")]
        [(uri, sheet)] = apply(create["edit"], {}).items()
        writer.client.open(uri, sheet)
        await writer.until(CHAPTER, [])
        await writer.until(other, [])
        writer.client.close(uri)
        await writer.until(CHAPTER, [STRANGER])


async def test_what_is_intentional_is_said_once(story: Path) -> None:
    async with author(story) as writer:
        writer.open(CHAPTER)
        await writer.until(CHAPTER, [STRANGER])
        fixes = await writer.fixes(CHAPTER, STRANGER)
        [waive] = [action for title, action in fixes.items() if "intentional" in title]
        waivers = story / "waivers.toml"
        texts = {uri_of(waivers): waivers.read_text("utf-8")} if waivers.exists() else {}
        waivers.write_text(apply(waive["edit"], texts)[uri_of(waivers)], "utf-8")
        await writer.until(CHAPTER, [])
        writer.type(CHAPTER, 0, "Moved down.\n\n")
        await writer.until(CHAPTER, [])


async def test_a_loopback_port_serves_where_there_are_no_unix_sockets(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FABULA_TRANSPORT", "loopback")
    async with author(story) as writer:
        present = lifecycle.find(story)
        assert present
        assert (present.socket, bool(present.port)) == (None, True)
        writer.open(CHAPTER)
        await writer.until(CHAPTER, [STRANGER])


async def test_a_name_is_completed(story: Path) -> None:
    async with author(story) as writer:
        uri = writer.open(CHAPTER, "“Wait,” said Sarah C")
        params = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 20}}
        items = await writer.client.request("textDocument/completion", params)
        assert "Sarah Chen" in [item["label"] for item in items]


async def test_ghost_text_continues_the_sentence(story: Path) -> None:
    async with author(story) as writer:
        text = (story / CHAPTER).read_text("utf-8")[:2000].rsplit(" ", 1)[0]
        uri = writer.open(CHAPTER, text)
        line, character = Document(uri, 0, text, "utf-16").position(len(text))
        items: list[Any] = []
        while not items:  # the engine is still starting
            items = (await writer.client.answer(writer.client.ask_inline(uri, line, character)))["items"]
            await asyncio.sleep(0.2)
        assert items[0]["insertText"].strip()
        assert items[0]["range"] == span((line, character), (line, character))


async def test_a_killed_daemon_is_replaced_and_knows_what_was_not_saved(story: Path) -> None:
    async with author(story) as writer:
        writer.open(CHAPTER)
        writer.type(CHAPTER, 0, "“Yes,” said Marguerite Oyelaran. She nodded.\n\n")
        await writer.until(CHAPTER, ["Marguerite Oyelaran", STRANGER])
        os.kill(daemon_pid(story), signal.SIGKILL)
        assert "is started again" in (await writer.client.told("window/logMessage"))["message"]
        await writer.until(CHAPTER, ["Marguerite Oyelaran", STRANGER])


async def test_two_windows_share_a_daemon(story: Path) -> None:
    async with author(story) as one:
        one.open(CHAPTER)
        await one.until(CHAPTER, [STRANGER])
        pid = daemon_pid(story)
        async with author(story, pulls=False) as two:
            two.open(CHAPTER)
            await two.until(CHAPTER, [STRANGER])
            two.open("characters/alwyn.md", "---\nname: Alwyn Prosser\nkind: character\n---\n")
            await one.until(CHAPTER, [])
        await one.until(CHAPTER, [STRANGER])
        assert daemon_pid(story) == pid
