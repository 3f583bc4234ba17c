"""What the gate takes of a candidate's time: all rulings from its first piece to the last, as processor time,
for it is pure and waits for nothing.

Candidates stand behind random places of two novels and of a story made of many. They are what the text itself
goes on with, in pieces of a small vocabulary's size, every third of them with a stranger put in. The reader
knows the evidence of the whole, as the daemon's does, and the gate what it knows of the chapter: who is dead
by then or not met yet, the drafts, the marks. Whether something is copied is measured by copying_bench.
"""

import json
import random
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from fabula_daemon.completion.cursor import Cursor, locate
from fabula_daemon.completion.gate.candidate import Candidate
from fabula_daemon.completion.gate.streaming import Release
from fabula_daemon.completion.join import marks_of
from fabula_daemon.desk import Desk
from fabula_daemon.story.text.prose import parse
from tests.benchmarks.big_story import build

DATA = Path(__file__).parents[3] / "shared" / "data" / "novels"
NOVELS = (DATA / "the-skylark-of-space", DATA / "the-war-of-the-worlds")
PLACES = 200  # in each of them, and in the story of so many words as often as in both
WORDS = 200_000
LENGTH, PIECE = 240, 3  # characters
STRANGERS = ("Elena Martinez", "Dr. Petrova", "Marcus", "Zorblax")


def figures() -> dict[str, float]:
    """Judge all candidates, and return milliseconds."""
    times: dict[str, list[float]] = {"gate_ms": [], "gate_paragraph_ms": [], "gate_streaming_ms": []}
    with tempfile.TemporaryDirectory() as folder:
        stories = [(novel, PLACES) for novel in NOVELS]
        for root, places in [*stories, (build(Path(folder) / "story", WORDS), 2 * PLACES)]:
            desk = Desk(root)
            _learn(desk)
            for number, (path, cursor, text) in enumerate(_candidates(desk, places)):
                pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
                setting, marks = desk.world.setting(path), marks_of(desk.text(path) or "")
                unit, judged = ("sentence", "gate_ms") if number % 2 else ("paragraph", "gate_paragraph_ms")
                candidate = Candidate(
                    cursor, desk.reader.read, max_words=20, unit=unit, marks=marks, setting=setting
                )
                times[judged].append(_ms(candidate, pieces))
                release = Release(cursor.before, desk.reader.read, setting)
                times["gate_streaming_ms"].append(_ms(release, pieces))
    return {
        figure: value
        for name, taken in times.items()
        for figure, value in ((f"{name}_p50", median(taken)), (f"{name}_p95", quantiles(taken, n=20)[-1]))
    }


def _learn(desk: Desk) -> None:
    for entry in desk.world.chapters:
        prose = desk.prose(entry.path)
        assert prose is not None
        for paragraph in prose.paragraphs:
            desk.names.observe(paragraph.text)


def _candidates(desk: Desk, places: int) -> list[tuple[str, Cursor, str]]:
    """Return random places of a story, with what follows them not yet written, and a candidate for each."""
    chance, found = random.Random(1898), list[tuple[str, Cursor, str]]()
    chapters = [(entry.path, desk.text(entry.path) or "") for entry in desk.world.chapters]
    while len(found) < places:
        path, text = chance.choice(chapters)
        offset = text.index(" ", chance.randrange(len(text) - 2 * LENGTH)) + 1
        cursor = locate(parse(text[:offset]), offset)
        if isinstance(cursor, Cursor):
            words = text[offset : offset + LENGTH].split(" ")
            if not len(found) % 3:
                words.insert(chance.randrange(len(words)), chance.choice(STRANGERS))
            found.append((path, cursor, " ".join(words)))
    return found


def _ms(judge: Candidate | Release, pieces: list[str]) -> float:
    """Return what the gate takes until it has ruled."""
    began = time.thread_time()
    for piece in pieces:
        if judge.add(piece) and isinstance(judge, Candidate):
            break
    else:
        judge.finish()
    return (time.thread_time() - began) * 1000


if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
