"""The bridge as a program, between an editor's pipes and daemons that come and go."""

import asyncio
import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from fabula_lsp.bridge import PATIENCE
from fabula_lsp.uris import uri_of
from tests.support.wire import TIMEOUT, RefusedError, WireClient, change, started

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join(str(ROOT / part) for part in ("daemon", "lsp", "")),
}


class FakeDaemon:
    """Listens, answers nothing by itself, and dies when told to."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "daemon.sock"
        self._lines: list[FakeLine] = []
        self._called: asyncio.Queue[FakeLine] = asyncio.Queue()
        self._server: asyncio.Server | None = None

    async def listen(self) -> None:
        self._server = await asyncio.start_unix_server(self._answer, self.socket)

    async def line(self) -> "FakeLine":
        """Return the next connection."""
        return await asyncio.wait_for(self._called.get(), TIMEOUT)

    async def hang_up(self) -> None:
        for line in self._lines:
            await line.vanish()

    def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = FakeLine(reader, writer)
        self._lines.append(line)
        self._called.put_nowait(line)

    def deaf(self) -> None:
        """Listen no longer."""
        assert self._server
        self._server.close()
        self.socket.unlink()


class FakeLine(WireClient):
    """The daemon's end of one connection."""

    def _take(self, message: Any) -> None:
        self.received.append(message)
        self._told[message.get("method", "")].put_nowait(message)

    async def greet(self) -> Any:
        """Answer initialize as a daemon would; return the request."""
        request = await self.told("initialize")
        self.send({"id": request["id"], "result": {"capabilities": {"positionEncoding": "utf-8"}}})
        return request


@pytest.fixture
async def daemon() -> AsyncIterator[FakeDaemon]:
    with tempfile.TemporaryDirectory() as folder:  # pytest's own is too long a name for a socket
        daemon = FakeDaemon(Path(folder))
        await daemon.listen()
        yield daemon
        await daemon.hang_up()
        with contextlib.suppress(FileNotFoundError):
            daemon.deaf()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    root = tmp_path / "story"
    (root / "manuscript").mkdir(parents=True)
    (root / "fabula.toml").touch()
    return root


def bridge(
    daemon: FakeDaemon, *arguments: str, cwd: Path
) -> AbstractAsyncContextManager[tuple[WireClient, asyncio.subprocess.Process]]:
    program = str(ROOT / "tests/support/bridge_to.py")
    return started(sys.executable, program, str(daemon.socket), *arguments, cwd=cwd, env=ENVIRONMENT)


async def greeted(editor: WireClient, daemon: FakeDaemon, story: Path) -> FakeLine:
    """Shake hands through the bridge; return the daemon's end."""
    question = editor.ask("initialize", {"rootUri": uri_of(story), "capabilities": {}})
    line = await daemon.line()
    await line.greet()
    assert (await editor.answer(question))["capabilities"] == {"positionEncoding": "utf-8"}
    editor.notify("initialized", {})
    await line.told("initialized")
    return line


async def test_messages_pass_both_ways(daemon: FakeDaemon, story: Path) -> None:
    async with bridge(daemon, cwd=story.parent) as (editor, process):
        line = await greeted(editor, daemon, story)
        editor.open(uri_of(story / "1.md"), "x“🚀” " * 2_000_000)
        assert len((await line.told("textDocument/didOpen"))["params"]["textDocument"]["text"]) == 10_000_000
        line.notify("window/logMessage", {"message": "“ready”"})
        assert await editor.told("window/logMessage") == {"message": "“ready”"}
        question = editor.ask("shutdown")
        line.send({"id": (await line.told("shutdown"))["id"], "result": None})
        assert await editor.answer(question) is None
        editor.notify("exit")
        await line.closed()
        assert await asyncio.wait_for(process.wait(), TIMEOUT) == 0


async def test_documents_are_opened_anew_when_the_daemon_dies(daemon: FakeDaemon, story: Path) -> None:
    uri = uri_of(story / "manuscript/1.md")
    async with bridge(daemon, cwd=story) as (editor, _):
        line = await greeted(editor, daemon, story)
        editor.open(uri, "“One”\n")
        editor.change(uri, change((0, 3), (0, 6), "🚀"))
        await line.told("textDocument/didChange")
        question = editor.ask_inline(uri, 0, 0)
        await line.told("textDocument/inlineCompletion")
        await line.vanish()

        line = await daemon.line()
        assert (await line.greet())["params"]["rootUri"] == uri_of(story)
        await line.told("initialized")
        item = (await line.told("textDocument/didOpen"))["params"]["textDocument"]
        assert item == {"uri": uri, "languageId": "markdown", "version": 2, "text": "“🚀”\n"}
        with pytest.raises(RefusedError) as refused:
            await editor.answer(question)
        assert refused.value.code == -32801
        assert "is started again" in (await editor.told("window/logMessage"))["message"]

        editor.change(uri, change((0, 0), (0, 0), "x"))
        assert (await line.told("textDocument/didChange"))["params"]["textDocument"]["version"] == 3
        assert sum(message.get("id") == 1 for message in editor.received) == 1, "the handshake is had once"


async def test_a_daemon_that_dies_in_the_handshake_is_replaced(daemon: FakeDaemon, story: Path) -> None:
    async with bridge(daemon, cwd=story) as (editor, _):
        question = editor.ask("initialize", {"capabilities": {}})
        line = await daemon.line()
        await line.told("initialize")
        line.send_bytes(b"Content-Length: 100\r\n\r\n{")
        await line.vanish()
        line = await daemon.line()
        await line.greet()
        assert "capabilities" in await editor.answer(question)


async def test_a_daemon_that_is_dying_may_still_take_a_call(daemon: FakeDaemon, story: Path) -> None:
    """It is not for such a line that no third daemon is started."""
    async with bridge(daemon, cwd=story) as (editor, _):
        line = await greeted(editor, daemon, story)
        await line.vanish()
        await (await daemon.line()).vanish()
        line = await daemon.line()
        await line.greet()
        editor.notify("textDocument/didSave", {})
        await line.told("textDocument/didSave")


async def test_daemons_that_never_answer_are_not_called_for_ever(daemon: FakeDaemon, story: Path) -> None:
    async with bridge(daemon, cwd=story) as (editor, _):
        question = editor.ask("initialize", {"capabilities": {}})
        for _ in range(1 + PATIENCE):
            await (await daemon.line()).vanish()
        assert "does not answer" in (await editor.told("window/showMessage"))["message"]
        assert await editor.answer(question) == {"capabilities": {}}


@pytest.mark.parametrize("end", ["dies again", "cannot be started"])
async def test_an_editor_is_not_left_without_answers(daemon: FakeDaemon, story: Path, end: str) -> None:
    uri = uri_of(story / "1.md")
    async with bridge(daemon, cwd=story) as (editor, process):
        line = await greeted(editor, daemon, story)
        if end == "cannot be started":
            daemon.deaf()
        await line.vanish()
        if end == "dies again":
            line = await daemon.line()
            await line.greet()
            await line.vanish()
        told = await editor.told("window/showMessage")
        assert told["type"] == 1
        assert "fabula daemon run" in told["message"]
        assert str(story) in told["message"]
        editor.open(uri, "One")
        assert await editor.answer(editor.ask_inline(uri, 0, 0)) == {"items": []}
        assert await editor.pull(uri) == {"kind": "full", "items": []}
        assert await editor.request("textDocument/codeAction", {}) is None
        assert await editor.request("shutdown") is None
        editor.notify("exit")
        assert await asyncio.wait_for(process.wait(), TIMEOUT) == 0


async def test_a_daemon_that_cannot_be_started_is_no_fault_of_the_editor(
    daemon: FakeDaemon, story: Path
) -> None:
    daemon.deaf()
    async with bridge(daemon, cwd=story) as (editor, _):
        assert await editor.initialize() == {}
        assert "No daemon answers" in (await editor.told("window/showMessage"))["message"]


async def test_without_a_story_it_is_silent_and_says_why_in_the_log(
    daemon: FakeDaemon, tmp_path: Path
) -> None:
    async with bridge(daemon, cwd=tmp_path) as (editor, _):
        assert await editor.initialize(rootUri=uri_of(tmp_path)) == {}
        assert "fabula init" in (await editor.told("window/logMessage"))["message"]
        editor.open(uri_of(tmp_path / "1.md"), "One")
        assert await editor.request("shutdown") is None


@pytest.mark.parametrize("how", ["argument", "root", "folder", "file in a folder", "where it stands"])
async def test_the_story_is_found(daemon: FakeDaemon, story: Path, tmp_path: Path, how: str) -> None:
    inside, elsewhere = story / "manuscript", tmp_path / "elsewhere"
    elsewhere.mkdir()
    params: dict[str, Any] = {"rootUri": None, "capabilities": {}}
    arguments: list[str] = []
    if how == "argument":
        arguments = [str(inside)]
        params["rootUri"] = uri_of(elsewhere)
    elif how == "root":
        params["rootUri"] = uri_of(inside)
    elif how == "folder":
        folders = [{"uri": uri_of(folder), "name": folder.name} for folder in (elsewhere, inside)]
        params |= {"rootUri": uri_of(elsewhere), "workspaceFolders": folders}
    elif how == "file in a folder":
        params |= {"workspaceFolders": [{"uri": "untitled:x", "name": "x"}], "rootUri": uri_of(story)}
    async with bridge(daemon, *arguments, cwd=inside if how == "where it stands" else elsewhere) as (
        editor,
        _,
    ):
        question = editor.ask("initialize", params)
        line = await daemon.line()
        await line.greet()
        await editor.answer(question)


async def test_nonsense_is_refused_and_nothing_else_is_lost(daemon: FakeDaemon, story: Path) -> None:
    async with bridge(daemon, cwd=story) as (editor, process):
        with pytest.raises(RefusedError) as refused:
            await editor.request("textDocument/hover", {})
        assert refused.value.code == -32002
        line = await greeted(editor, daemon, story)
        editor.send_bytes(b"Content-Length: 2\r\n\r\n}{")
        editor.notify("textDocument/didSave", {})
        await line.told("textDocument/didSave")
        editor.send_bytes(b"GET / HTTP/1.1\r\n\r\n")
        await line.closed()
        assert await asyncio.wait_for(process.wait(), TIMEOUT) == 1


async def test_it_ends_when_the_editor_closes_its_end(daemon: FakeDaemon, story: Path) -> None:
    async with bridge(daemon, cwd=story) as (editor, process):
        line = await greeted(editor, daemon, story)
        editor._writer.close()
        await line.closed()
        assert await asyncio.wait_for(process.wait(), TIMEOUT) == 0


def test_nothing_heavy_is_imported() -> None:
    code = "import sys, fabula_lsp.bridge; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not loaded & {"pygls", "lsprotocol", "cattrs", "asyncio", "numpy", "rich", "typer", "sqlite3"}
