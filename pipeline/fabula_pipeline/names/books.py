"""What the detector learns from: whole novels without marks, and excerpts in which every name is marked."""

import json
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fabula_daemon.story.people import leaning
from fabula_daemon.story.people.candidates import Candidate, candidates
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.text import prose
from fabula_pipeline.names.seeds import seeds

Span = tuple[int, int]

# The War of the Worlds, which we measure ourselves on, teaches nothing.
HELD_OUT = "36_"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, its candidates, and what stands around each (see `leaning.signs`)."""

    start: int
    text: str
    found: tuple[Candidate, ...]
    signs: tuple[tuple[str, ...], ...]

    def leaning(self) -> "Block":
        """Return the block with its candidates leaning as the weights in use have it."""
        found = (
            candidate if candidate.shouted else replace(candidate, lean=leaning.sum_up(signs))
            for candidate, signs in zip(self.found, self.signs, strict=True)
        )
        return replace(self, found=tuple(found))


@dataclass(frozen=True, slots=True)
class Novel:
    """A whole novel, and which of its names are certainly persons' or certainly not (see `seeds`)."""

    blocks: tuple[Block, ...]
    told: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some pages of a novel: where persons are named, and where they are mentioned in any way."""

    stem: str
    text: str
    names: tuple[Span, ...]
    persons: tuple[Span, ...]

    def is_name(self, start: int, end: int) -> bool | None:
        """Whether somebody is named at [start, end); None if that is a mention which is no name."""
        if any(_shared((start, end), name) * 2 >= max(end - start, name[1] - name[0]) for name in self.names):
            return True
        met = any(_shared((start, end), person) * 2 >= end - start for person in self.persons)
        return None if met else False


def read_excerpts(folder: Path) -> list[Excerpt]:
    """Return the excerpts of a folder of STEM.json files, in order."""
    return [_excerpt(file) for file in sorted(folder.glob("*.json"))]


def read_novels(archive: Path) -> Iterator[tuple[str, Novel]]:
    """Yield the stem and the text of each novel in a tar archive of STEM.txt files."""
    with tarfile.open(archive) as tar:
        for member in tar:
            stem = Path(member.name).stem
            file = tar.extractfile(member) if member.name.endswith(".txt") else None
            if file is not None and not stem.startswith(HELD_OUT):
                read = tuple(blocks(file.read().decode("utf-8", errors="replace")))
                yield stem, Novel(read, seeds(shown(read)))


def blocks(text: str) -> list[Block]:
    """Return the paragraphs of a chapter's text, read."""
    return [_block(p.start, p.text) for p in prose.parse(text).paragraphs if p.kind == "prose"]


def shown(of: Iterable[Block]) -> Names:
    """Return what some blocks show."""
    names = Names()
    for block in of:
        names.observe(block.text, block.found)
    return names


def _excerpt(file: Path) -> Excerpt:
    held = json.loads(file.read_text(encoding="utf-8"))
    names, persons = (tuple((start, end) for start, end in held[key]) for key in ("names", "persons"))
    return Excerpt(file.stem, held["text"], names, persons)


def _block(start: int, text: str) -> Block:
    found = tuple(candidates(text))
    around = (
        () if c.shouted else tuple(leaning.signs(text, (c.start, c.name_start, c.end), c.cues, c.spoken))
        for c in found
    )
    return Block(start, text, found, tuple(around))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
