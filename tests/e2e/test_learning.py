"""A suggestion is shown, taken over and explained, and what became of it is there for its model's figures."""

import asyncio
import subprocess
from pathlib import Path
from typing import Any

from fabula_daemon import control
from fabula_daemon.records.records import read
from fabula_lsp.document import Document
from tests.e2e.test_language_server import CHAPTER, FABULA, Author, author, story
from tests.support.wire import span

__all__ = ["story"]

PATIENCE_S = 90.0


def fabula(root: Path, *arguments: str) -> str:
    command = [*FABULA, *arguments, "--story", str(root)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


async def suggestion(writer: Author, uri: str, line: int, character: int) -> Any:
    async with asyncio.timeout(PATIENCE_S):
        while not control.call(writer.root, "GET", "/api/status")["engine"]["ready"]:
            await asyncio.sleep(0.2)  # a model takes seconds to load, and more where others load theirs
    answer = await writer.client.answer(writer.client.ask_inline(uri, line, character))
    return answer["items"][0]


async def test_what_is_accepted_is_learned_and_why_it_was_shown_is_told(story: Path) -> None:
    async with author(story) as writer:
        text = (story / CHAPTER).read_text("utf-8")[:2000].rsplit(" ", 1)[0]
        uri = writer.open(CHAPTER, text)
        at = Document(uri, 0, text, "utf-16").position(len(text))
        item = await suggestion(writer, uri, *at)
        actions = await writer.client.actions(uri, span(at, at))
        (why,) = [one["command"] for one in actions if one["title"] == "Why this suggestion?"]
        told = await writer.client.request("workspace/executeCommand", {"command": why["command"]})
        assert f"of {CHAPTER}" in told
        assert fabula(story, "why").split() == told.split()
        writer.type(CHAPTER, len(text), item["insertText"])
        async with asyncio.timeout(PATIENCE_S):
            while not (known := read(story / ".fabula")) or not known[0].accepted:
                await asyncio.sleep(0.1)
        assert (known[0].shown, known[0].characters) == (1, len(item["insertText"]))
        assert f"{known[0].model}: 1 shown, 1 accepted" in fabula(story, "status")
