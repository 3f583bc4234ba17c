"""What an author feels: from a keystroke to what is underlined, from opening a window to the first answer.

A real bridge and a real daemon with a story of a million words; an editor without a window types in the
middle of a chapter.
"""

import asyncio
import contextlib
import json
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from fabula_daemon import control, lifecycle
from fabula_daemon.errors import DaemonError
from fabula_lsp.document import Document
from fabula_lsp.uris import uri_of
from tests.benchmarks.big_story import build
from tests.support.wire import WireClient, change, started

FABULA = str(Path(sys.executable).with_name("fabula"))
CHAPTER = "manuscript/0100.md"
KEYSTROKES = 300
SUGGESTIONS = 100
PACE_S = 0.05  # between two keystrokes
TYPED = "“Not yet,” she said, and looked at Captain Ferris across the water that was left in the tank. "


def figures() -> dict[str, float]:
    """Return milliseconds, and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        root = build(Path(folder) / "story")
        return asyncio.run(_figures(root, Path(folder) / "worst.json"))


async def _figures(root: Path, report: Path) -> dict[str, float]:
    results: dict[str, float] = {}
    async with _daemon(root, report) as worst, _editor(root) as typist:
        await worst()
        results["keystroke_ms_p95_indexing"] = _p95(await typist.keystrokes())
        results["loop_block_ms_max"] = await worst()
        assert _status(root)["index"]["phase"] != "idle", "the index was built before anything was typed"
    _without_embeddings(root)
    async with _daemon(root, report) as worst:
        await _until(lambda: _status(root)["index"]["phase"] == "idle")
        async with _editor(root) as typist:
            await worst()
            results["keystroke_ms_p95_idle"] = _p95(await typist.keystrokes())
            results["loop_block_ms_max_idle"] = await worst()
            results["daemon_rss_mb"] = _status(root)["memory_mb"]
            await _until(lambda: _status(root)["engine"]["ready"])
            results["inline_overhead_ms_p95"] = _p95(await typist.suggestions())
        results["bridge_start_ms"] = median([await _bridge_start(root) for _ in range(11)])
    return results


class Typist:
    """Types into the middle of a chapter, a character at a time, and waits for what comes of it."""

    def __init__(self, client: WireClient, root: Path) -> None:
        self._client, self._root, self._uri = client, root, uri_of(root / CHAPTER)
        text = (root / CHAPTER).read_text("utf-8")
        self._document = Document(self._uri, 1, text, "utf-16")
        self._at = text.index(". ", len(text) // 2) + 2
        self._typed = 0
        client.open(self._uri, text)

    async def keystrokes(self) -> list[float]:
        """Return, for each keystroke, the time until diagnostics of its version were there."""
        times = []
        for _ in range(KEYSTROKES):
            began = time.perf_counter()
            self._type()
            while (await self._client.told("textDocument/publishDiagnostics"))[
                "version"
            ] < self._document.version:
                pass
            times.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(PACE_S)
        return times

    async def suggestions(self) -> list[float]:
        """Return, for each suggestion asked for after a keystroke, the time that was not the engine's."""
        times = []
        for _ in range(SUGGESTIONS):
            self._type()
            line, character = self._document.position(self._at)
            began = time.perf_counter()
            await self._client.answer(self._client.ask_inline(self._uri, line, character))
            took = (time.perf_counter() - began) * 1000
            why = (await asyncio.to_thread(control.call, self._root, "GET", "/api/why"))["why"]
            assert why["offset"] == self._at
            times.append(took - why["engine_ms"] - why["held_ms"])
        return times

    def _type(self) -> None:
        at = self._document.position(self._at)
        character = TYPED[self._typed % len(TYPED)]
        self._typed += 1
        self._at += 1
        self._document.replace(at, at, character)
        self._document.version += 1
        self._client.change(self._uri, change(at, at, character))


@contextlib.asynccontextmanager
async def _daemon(root: Path, report: Path) -> AsyncIterator[Callable[[], Awaitable[float]]]:
    """A daemon; what is yielded returns how long its loop was held at most since it was called last."""
    watched = Path(__file__).with_name("watched_daemon.py")
    process = subprocess.Popen([sys.executable, str(watched), str(root), str(report)])

    async def worst() -> float:
        report.unlink(missing_ok=True)
        process.send_signal(signal.SIGUSR1)
        await _until(report.exists)
        found: dict[str, Any] = json.loads(report.read_text())
        sys.stderr.write(f"{found}\n")
        return float(found["ms"])

    try:
        await _until(lambda: lifecycle.find(root) is not None or process.poll() is not None)
        assert process.poll() is None, "the daemon ended at once"
        yield worst
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait)


@contextlib.asynccontextmanager
async def _editor(root: Path) -> AsyncIterator[Typist]:
    async with started(FABULA, "lsp", cwd=root) as (client, _):
        await client.initialize(rootUri=uri_of(root))
        typist = Typist(client, root)
        await client.told("textDocument/publishDiagnostics")
        yield typist


async def _bridge_start(root: Path) -> float:
    began = time.perf_counter()
    async with started(FABULA, "lsp", cwd=root) as (client, _):
        await client.initialize(rootUri=uri_of(root))
        return (time.perf_counter() - began) * 1000


def _without_embeddings(root: Path) -> None:
    """Let there be nothing to do once the text is indexed."""
    shutil.rmtree(root / ".fabula")
    with (root / "fabula.toml").open("a") as settings:
        settings.write('\n[model]\nembedding = "none"\n')


def _status(root: Path) -> dict[str, Any]:
    try:
        return control.call(root, "GET", "/api/status")
    except DaemonError:
        return {"index": {"phase": "starting"}, "engine": {"ready": False}}


async def _until(condition: Callable[[], bool], limit: float = 300.0) -> None:
    async with asyncio.timeout(limit):
        while not await asyncio.to_thread(condition):
            await asyncio.sleep(0.1)


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
