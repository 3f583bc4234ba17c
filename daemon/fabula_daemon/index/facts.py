"""What the index keeps of one document: read from its text, by one canon and one measure, and by nothing
else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from fabula_daemon.files import Entry
from fabula_daemon.index import chunks
from fabula_daemon.index.chunks import Chunk, Measure
from fabula_daemon.story.people.candidates import candidates
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.text import front_matter, prose
from fabula_daemon.story.text.prose import Paragraph, Prose, Scene

MOST_PEOPLE = 8  # named in a header


@dataclass(frozen=True, slots=True)
class Facts:
    """A document read. `names` is the evidence it gives about persons: of chapters only."""

    title: str
    scenes: tuple[Scene, ...]
    chunks: tuple[Chunk, ...]
    names: Names
    problem: str | None = None


def unreadable(path: str, problem: str) -> Facts:
    """Return the facts of a file that cannot be read: none, and why."""
    return Facts(PurePosixPath(path).stem, (), (), Names(), problem)


def read(entry: Entry, text: str, reader: Reader, measure: Measure) -> Facts:
    """Read a chapter, or a file of the world."""
    parsed = prose.parse(text)
    problem = "A line of more than 100,000 characters was left out." if parsed.overlong else None
    if entry.kind == "chapter":
        title = parsed.title or PurePosixPath(entry.path).stem
        pieces, names = _chapter(entry, title, parsed, reader, measure)
        return Facts(title, parsed.scenes, pieces, names, problem)
    title = PurePosixPath(entry.path).stem
    return Facts(title, (), _sheet(title, text, parsed, measure), Names(), problem)


def _chapter(
    entry: Entry, title: str, parsed: Prose, reader: Reader, measure: Measure
) -> tuple[tuple[Chunk, ...], Names]:
    names = Names()
    present: dict[int, dict[str, None]] = {}
    for scene in parsed.scenes:
        people = present[scene.number] = {}
        for paragraph in scene.paragraphs:
            found = candidates(paragraph.text)
            names.observe(paragraph.text, found)
            people |= {m.entity.name: None for m in reader.resolve(paragraph.text, found) if m.entity}
    place = f"Chapter {entry.number}, {title}" if entry.number else title
    headers = {
        scene.number: chunks.header(
            f"{place}, scene {scene.number}", list(present[scene.number])[:MOST_PEOPLE], measure
        )
        for scene in parsed.scenes
    }
    bodies = chunks.cut([(scene.number, scene.paragraphs) for scene in parsed.scenes], measure)
    return tuple(replace(body, header=headers[body.scene]) for body in bodies), names


def _sheet(title: str, text: str, parsed: Prose, measure: Measure) -> tuple[Chunk, ...]:
    """Return the chunks of a file of the world: what its front matter says is worth finding too."""
    paragraphs: Sequence[Paragraph] = parsed.paragraphs
    matter = text[: front_matter.read(text).body_start]
    inner = matter.strip().strip("-").strip()
    if inner:
        paragraphs = (Paragraph(matter.index(inner), inner), *paragraphs)
    header = chunks.header(title, (), measure)
    return tuple(replace(body, header=header) for body in chunks.cut([(0, paragraphs)], measure))
