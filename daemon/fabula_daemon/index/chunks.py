"""A document cut into passages that an embedding model reads whole: nothing lost, nothing cut off.

A chunk's body is of 116 to 182 tokens; with its header (chapter, scene, who is present: at most 36) and the
model's own marks it is of 120 to 220, and a model reads 256. It ends where a paragraph ends, or, where no
paragraph ends in that range, a sentence; only a sentence longer than a chunk is cut between words. A
scene's end ends a chunk.

Two things keep unchanged text from being embedded again. A chunk is known by its body alone: the header
tells the model where the body stood when it was first embedded, and a renumbered chapter, a moved scene or
a new alias leaves the vector as it is (what it adds is a nuance; what it would cost is the whole book). And
of the places where a chunk may end, the one is taken whose last words have the least checksum: a property
of the text, not of its distance from the scene's beginning, so that behind an edit the chunks soon fall as
they did before.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from fabula_daemon.story.text.prose import Paragraph
from fabula_daemon.story.text.sentences import sentences

LONGEST = 220  # tokens of a chunk, everything included
HEADER = 36  # of which the header has at most
METHOD = "2"  # changes when the same text would be cut differently


@dataclass(frozen=True)
class Measure:
    """How an embedding model counts. `count` returns the tokens of each text, without the model's own
    marks.
    """

    name: str
    count: Callable[[Sequence[str]], list[int]]
    limit: int = 256
    marks: int = 2

    @property
    def most(self) -> int:
        """The most tokens of a body."""
        return min(LONGEST, self.limit) - HEADER - self.marks

    @property
    def least(self) -> int:
        """The fewest tokens of a body that is not a scene's last."""
        return self.most * 116 // 182

    @property
    def identity(self) -> str:
        """Documents that were cut under another identity are cut again."""
        return f"{METHOD}/{self.name}/{self.limit}"


@dataclass(frozen=True)
class Chunk:
    """A passage at [start, end) of its file. `text` is what is visible there; `header` is not part of it."""

    scene: int
    start: int
    end: int
    text: str
    header: str = ""

    @cached_property
    def hash(self) -> str:
        """The identity of the body; how its lines are broken does not matter."""
        return hashlib.sha256(flat(self.text).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is not cut unless it must be: a paragraph, a sentence or a run of words, at [start, end) of its
    paragraph.
    """

    paragraph: Paragraph
    start: int
    end: int
    tokens: int
    splits: bool = True

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    @property
    def ends_paragraph(self) -> bool:
        return not self.paragraph.text[self.end :].strip()


def flat(text: str) -> str:
    """Return `text` with all white space as single spaces: what is counted, hashed and embedded."""
    return " ".join(text.split())


def embedded_text(header: str, text: str) -> str:
    """Return what the embedding model is given for a chunk."""
    return f"{header} {flat(text)}" if header else flat(text)


def header(place: str, people: Sequence[str], measure: Measure) -> str:
    """Return "place. With A, B, C." in at most HEADER tokens: the last people go first, then the place's
    last words.
    """
    named, words = list(people), flat(place).split()
    while words:
        text = " ".join(words) + (f". With {', '.join(named)}." if named else ".")
        if measure.count([text])[0] <= HEADER:
            return text
        if named:
            named.pop()
        else:
            words = words[: len(words) * 2 // 3]
    return ""


def cut(scenes: Sequence[tuple[int, Sequence[Paragraph]]], measure: Measure) -> list[Chunk]:
    """Return the chunks, without headers, of numbered scenes. Together they hold every word of every
    paragraph.
    """
    paragraphs = [(number, p) for number, members in scenes for p in members if p.text.strip()]
    counts = measure.count([flat(p.text) for _, p in paragraphs])
    units: dict[int, list[_Unit]] = {}
    for (number, paragraph), tokens in zip(paragraphs, counts, strict=True):
        units.setdefault(number, []).append(_Unit(paragraph, 0, len(paragraph.text), tokens))
    return [
        _chunk(number, members) for number, scene in units.items() for members in _grouped(scene, measure)
    ]


def _grouped(units: list[_Unit], measure: Measure) -> Iterator[list[_Unit]]:
    first = 0
    while first < len(units):
        total, after = 0, first
        ends: list[int] = []
        while after < len(units) and total + units[after].tokens <= measure.most:
            total += units[after].tokens
            after += 1
            if total >= measure.least:
                ends.append(after)
        if after == len(units):
            ends = [after]
        elif not any(units[end - 1].ends_paragraph for end in ends) and units[after].splits:
            units[after : after + 1] = _split(units[after], measure)
            continue
        elif not ends:
            ends = [after]
        end = min(ends, key=lambda end: _reluctance(units, end, measure))
        yield units[first:end]
        first = end


def _reluctance(units: list[_Unit], end: int, measure: Measure) -> tuple[bool, bool, int]:
    """Return how bad it is to end a chunk before `units[end]`: it leaves a stump, splits a paragraph; then
    by chance.
    """
    rest = 0
    for unit in units[end:]:
        rest += unit.tokens
        if rest >= measure.least:
            break
    stump = 0 < rest < measure.least
    return stump, not units[end - 1].ends_paragraph, zlib.crc32(units[end - 1].text.encode())


def _split(unit: _Unit, measure: Measure) -> list[_Unit]:
    """Return the sentences of a paragraph, or the runs of words of a sentence too long for a chunk."""
    spans = [(unit.start + a, unit.start + b) for a, b in sentences(unit.text)]
    spans = [(a, b) for a, b in spans if a < b] or [(unit.start, unit.end)]
    counts = measure.count([flat(unit.paragraph.text[a:b]) for a, b in spans])
    parts: list[_Unit] = []
    for (start, end), tokens in zip(spans, counts, strict=True):
        whole = _Unit(unit.paragraph, start, end, tokens, splits=False)
        parts += [whole] if tokens <= measure.most else _runs(whole, measure)
    return parts


def _runs(unit: _Unit, measure: Measure) -> list[_Unit]:
    """Return the words of a unit in runs of half a chunk or less; a word too long for that in pieces."""
    text, at = unit.paragraph.text, unit.start
    words: list[tuple[int, int]] = []
    most = measure.most // 2
    for word in unit.text.split():
        at = text.index(word, at)
        step = len(word) if len(word) <= most else max(1, most // 4)
        words += [(a, min(a + step, at + len(word))) for a in range(at, at + len(word), step)]
        at += len(word)
    runs: list[_Unit] = []
    for (start, end), tokens in zip(words, measure.count([text[a:b] for a, b in words]), strict=True):
        if runs and runs[-1].tokens + tokens <= most:
            runs[-1] = _Unit(unit.paragraph, runs[-1].start, end, runs[-1].tokens + tokens, splits=False)
        else:
            runs.append(_Unit(unit.paragraph, start, end, tokens, splits=False))
    return runs


def _chunk(scene: int, units: list[_Unit]) -> Chunk:
    texts: list[str] = []
    paragraph, start = units[0].paragraph, units[0].start
    for before, unit in pairwise(units):
        if unit.paragraph is not paragraph:
            texts.append(paragraph.text[start : before.end])
            paragraph, start = unit.paragraph, unit.start
    texts.append(paragraph.text[start : units[-1].end])
    first, last = units[0], units[-1]
    return Chunk(
        scene, first.paragraph.start + first.start, last.paragraph.start + last.end, "\n\n".join(texts)
    )
