"""check_100k_words_s and check_1m_words_s: the whole command `fabula check`, start-up included;
check_paragraph_ms_p95: one edited paragraph read and checked again in a story of a million words, and
check_pause_ms_p95: what is left to do in its chapter when the author pauses.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fabula_daemon.reading import World, exhaust, read_world
from fabula_daemon.story.chapter import LiveChapter
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from tests.benchmarks.big_story import build

RUNS = 3
CHAPTERS = 12
EDITS = 25  # in each of them
SENTENCES = (
    " She turned, and her eyes were green.",
    " Jane Eyre shut the door behind him.",
    " “At thirty-two,” said Mr. Hawkins, “one ought to know better.”",
    " He had come up from London that morning.",
)


def figures() -> dict[str, float]:
    """Return medians of a few runs, in seconds, and what a paragraph takes, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = build(Path(folder) / "small", words=100_000), build(Path(folder) / "large")
        edited, paused = _edits(large)
        return {
            "check_100k_words_s": statistics.median([_whole(small) for _ in range(RUNS)]),
            "check_1m_words_s": _whole(large),
            "check_paragraph_ms_p95": statistics.quantiles(edited, n=20)[-1],
            "check_pause_ms_p95": statistics.quantiles(paused, n=20)[-1],
        }


def _whole(root: Path) -> float:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-P", "-m", "fabula_daemon", "check", "--story", str(root)],
        capture_output=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return seconds


def _edits(root: Path) -> tuple[list[float], list[float]]:
    """Return what each of many edits took, and each pause behind one."""
    world, names, chance = read_world(root), Names(), random.Random(1)
    texts = {entry.path: (root / entry.path).read_text("utf-8") for entry in world.chapters}
    chapters = [LiveChapter(path, text, names) for path, text in texts.items()]
    for chapter in chapters:
        exhaust(chapter.observe())
    reader = Reader(world.canon, names)
    edited, paused = [], []
    for chapter in chance.sample(chapters, CHAPTERS):
        exhaust(chapter.catch_up(reader, world.setting(chapter.path)))
        for _ in range(EDITS):
            edited.append(_timed(lambda: _edit(chapter, reader, world, chance)))  # noqa: B023 - called at once
            paused.append(
                _timed(lambda: exhaust(chapter.catch_up(reader, world.setting(chapter.path))))  # noqa: B023
            )
    return edited, paused


def _edit(chapter: LiveChapter, reader: Reader, world: World, chance: random.Random) -> None:
    """Write a sentence behind some paragraph, as the editor does, and ask what is found in the chapter."""
    at = chance.choice([block for block in chapter.prose.blocks if block.kind == "prose"]).end
    text = chapter.prose.text
    chapter.change(text[:at] + chance.choice(SENTENCES) + text[at:])
    chapter.edit(reader, world.setting(chapter.path))
    chapter.findings()


def _timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000
