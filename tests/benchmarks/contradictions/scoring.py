"""What the checks say to changed stories: many changes are read at once, each far from the next, and what the
untouched story shows is taken out.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.contradictions.injecting import Change
from tests.benchmarks.contradictions.stories import Story

EXPECTED: Mapping[str, frozenset[str]] = {
    "eyes": frozenset({"attribute-contradiction"}),
    "hair": frozenset({"attribute-contradiction"}),
    "age": frozenset({"age-arithmetic", "attribute-contradiction"}),
    "rank": frozenset({"attribute-contradiction"}),
    "deceased": frozenset({"deceased-active"}),
    "pronoun": frozenset({"pronoun-mismatch"}),
    "misspelled": frozenset({"name-variant"}),
    "unknown": frozenset({"unknown-character"}),
    "whereabouts": frozenset({"whereabouts"}),
}
_APART = 8  # paragraphs between two changes that are read at once
_MOST = 9  # readings of one story

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """A change, and the findings that touch it which the untouched story has not got."""

    story: str
    change: Change
    right: tuple[Record, ...]
    wrong: tuple[Record, ...]


@dataclass(frozen=True)
class Outcome:
    """All answers, and the findings elsewhere that only the changes can have caused."""

    answers: tuple[Answer, ...]
    elsewhere: tuple[tuple[str, Record], ...]


def batches(wanted: Iterable[Iterable[Change]]) -> list[list[Change]]:
    """Deal out changes (of each task the first that fits) so that those of one batch do not meet: they stand
    some paragraphs apart, and nobody occurs in two of one chapter. What fits into none is left out.
    """
    dealt: list[list[Change]] = []
    for possible in wanted:
        options = list(possible)
        fitting = ((batch, change) for batch in dealt for change in options if _fits(change, batch))
        batch, change = next(fitting, (None, options[0] if options else None))
        if change is None or (batch is None and len(dealt) == _MOST):
            continue
        if batch is None:
            dealt.append(batch := [])
        batch.append(change)
    return dealt


def _fits(change: Change, batch: Sequence[Change]) -> bool:
    return all(
        other.chapter.number != change.chapter.number
        or (abs(other.paragraph - change.paragraph) >= _APART and other.who != change.who)
        for other in batch
    )


def baseline(story: Story) -> frozenset[tuple[str, str, int]]:
    """Return what the checks say to the story as it is: path, code and place of each finding."""
    return frozenset((f["path"], f["code"], f["start"]) for f in check(story.root))


def read(story: Story, batch: Sequence[Change], before: frozenset[tuple[str, str, int]]) -> Outcome:
    """Write a batch into the story, check it, and put the story back."""
    spans: dict[str, list[tuple[int, int, Change]]] = {}
    shifts: dict[str, list[tuple[int, int]]] = {}
    by_chapter: dict[str, list[Change]] = {}
    for change in batch:
        by_chapter.setdefault(change.chapter.path, []).append(change)
    try:
        for path, changed in by_chapter.items():
            text = changed[0].chapter.text
            moved, pieces, last = 0, [], 0
            for change in sorted(changed, key=lambda change: change.start):
                pieces += [text[last : change.start], change.text]
                at = change.start + moved + change.at
                spans.setdefault(path, []).append((at, at + change.length, change))
                moved += len(change.text) - (change.end - change.start)
                shifts.setdefault(path, []).append((at + change.length, moved))
                last = change.end
            (story.root / path).write_text("".join([*pieces, text[last:]]), "utf-8")
        records = check(story.root)
    finally:
        for path, changed in by_chapter.items():
            (story.root / path).write_text(changed[0].chapter.text, "utf-8")
    new = [record for record in records if not _was_there(record, before, spans, shifts)]
    return _dealt(story, batch, spans, new)


def _was_there(
    record: Record,
    before: frozenset[tuple[str, str, int]],
    spans: Mapping[str, Sequence[tuple[int, int, Change]]],
    shifts: Mapping[str, Sequence[tuple[int, int]]],
) -> bool:
    """Whether the untouched story has the same finding at the same place."""
    path, at = record["path"], int(record["start"])
    if any(start <= at < end for start, end, _ in spans.get(path, ())):
        return False
    _, moved = max(((end, moved) for end, moved in shifts.get(path, ()) if end <= at), default=(0, 0))
    return (path, record["code"], at - moved) in before


def _dealt(
    story: Story,
    batch: Sequence[Change],
    spans: Mapping[str, Sequence[tuple[int, int, Change]]],
    records: Iterable[Record],
) -> Outcome:
    """Give each finding to the change that it touches with its span, or else with its evidence."""
    touching: dict[int, list[Record]] = {id(change): [] for change in batch}
    elsewhere = []
    for record in records:
        places = [record, *record["evidence"]]
        hits = (
            change
            for place in places
            for start, end, change in spans.get(place["path"], ())
            if place["start"] < end and start < place["end"]
        )
        hit = next(hits, None)
        if hit is None:
            elsewhere.append((story.root.name, record))
        else:
            touching[id(hit)].append(record)
    answers = []
    for change in batch:
        expected = frozenset[str]() if change.task.harmless else EXPECTED[change.task.kind]
        right = tuple(r for r in touching[id(change)] if r["code"] in expected)
        wrong = tuple(r for r in touching[id(change)] if r["code"] not in expected)
        answers.append(Answer(story.root.name, change, right, wrong))
    return Outcome(tuple(answers), tuple(elsewhere))


def check(root: Path) -> list[Record]:
    """Return the findings of `fabula check`."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "fabula_daemon", "check", "--story", str(root), "--format", "json"],
        capture_output=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    found: list[Record] = json.loads(done.stdout)
    return found
