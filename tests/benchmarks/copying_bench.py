"""What it costs to know every run of eight words of a story of a million, and to ask for one."""

import asyncio
import tempfile
import time
from pathlib import Path

from fabula_daemon.completion.gate.copying import Copying
from fabula_daemon.config import Settings
from tests.benchmarks.big_story import build

TIMES = 1000
NEW = " and told him that whatever the lamp had been, it was nobody's business but the river's"
BEFORE = "He put down the glass, which had been empty since before the clock struck, looked at her"


class Closed:
    """Nothing is open."""

    def open_paths(self) -> tuple[str, ...]:
        return ()

    def text(self, path: str) -> str | None:
        return None


def figures() -> dict[str, float]:
    """Return the seconds until the story is known, the longest that the loop had to wait meanwhile, and what
    one question costs afterwards; the last two in milliseconds.
    """
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_figures(build(Path(folder) / "story")))


async def _figures(root: Path) -> dict[str, float]:
    copying = Copying(root, Closed(), Settings)
    began = time.perf_counter()
    copying.start()
    reading = asyncio.create_task(copying.settled())
    longest = 0.0
    while not reading.done():
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        longest = max(longest, time.perf_counter() - before - 0.001)
    seconds = time.perf_counter() - began
    chapter = (root / "manuscript" / "0100.md").read_text("utf-8")
    old = " ".join(chapter.split()[100:120])
    assert copying.run_in(old, BEFORE)
    assert copying.run_in(NEW, BEFORE) is None
    times = []
    for _ in range(TIMES):
        before = time.perf_counter()
        copying.run_in(NEW, BEFORE)
        times.append(time.perf_counter() - before)
    await copying.stop()
    return {
        "copying_1m_words_s": seconds,
        "copying_loop_ms_max": longest * 1000,
        "copying_ms_p95": sorted(times)[int(0.95 * TIMES)] * 1000,
    }
