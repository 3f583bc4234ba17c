"""A world out of a manuscript: what `fabula init --from-manuscript` writes, and never over anything.

The chapters are read twice: first as if whoever no sheet knows were nobody, then with those proposed as if
they were canon, so that what the narration says of “her” is known to be said of Elena.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from fabula_daemon import files
from fabula_daemon.errors import StoryError, Unreadable
from fabula_daemon.reading import World, read_world
from fabula_daemon.story.answers import portraits, proposals
from fabula_daemon.story.answers.namings import Namer
from fabula_daemon.story.answers.portraits import Portrait
from fabula_daemon.story.answers.proposals import Chapter
from fabula_daemon.story.fixes import file_name
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.text import prose
from fabula_daemon.story.text.prose import Prose
from fabula_daemon.story.world.canon import Canon
from fabula_daemon.story.world.sheets import PROPOSALS

_LONGEST_NAME = 200  # bytes, of the 255 that file systems take


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was proposed: the folder, the files that are new and those that were there and are left alone."""

    folder: str
    written: tuple[str, ...]
    left: tuple[str, ...]


def propose(root: Path, *, least: int = proposals.LEAST) -> Proposal:
    """Write a sheet, marked as proposed, for everybody whom the story names and no sheet knows."""
    world = read_world(root)
    folder = PurePosixPath(world.settings.story.world) / PROPOSALS
    written: list[str] = []
    left: list[str] = []
    for portrait in portrayed(root, world, least=least):
        name = file_name(portrait.person.name).encode()[:_LONGEST_NAME].decode(errors="ignore")
        path = (folder / f"{name}.md").as_posix()
        is_new = _write_new(root / path, portraits.sheet(portrait))
        (written if is_new else left).append(path)
    return Proposal(folder.as_posix(), tuple(written), tuple(left))


def _write_new(file: Path, text: str) -> bool:
    """Write a file; leave it as it is, and return False, if it is there. Raises StoryError."""
    if file.exists():
        return False
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as sheet:
            sheet.write(text)
    except OSError as error:
        raise StoryError(f"{file} cannot be written: {error.strerror}.") from error
    return True


def portrayed(root: Path, world: World, *, least: int = proposals.LEAST) -> list[Portrait]:
    """Return everybody whom the story names and no sheet knows, most mentioned first."""
    chapters = _chapters(root, world)
    names = Names()
    for chapter in chapters.values():
        for paragraph in chapter.paragraphs:
            if paragraph.kind == "prose":
                names.observe(paragraph.text)
    persons = proposals.persons(_read(world, chapters, world.canon, names), least=least)
    entities = (*world.canon.entities, *(person.as_entity() for person in persons))
    known = replace(world.canon, entities=entities)
    return portraits.portraits(persons, _read(world, chapters, known, names))


def _chapters(root: Path, world: World) -> dict[str, Prose]:
    """Return the chapters that can be read, in order."""
    chapters = {}
    for entry in world.chapters:
        try:
            chapters[entry.path] = prose.parse(files.read(root, entry.path))
        except Unreadable:
            continue  # `fabula check` says so
    return chapters


def _read(world: World, chapters: Mapping[str, Prose], canon: Canon, names: Names) -> list[Chapter]:
    namer = Namer(Reader(canon, names), lambda target: None)
    return [
        Chapter(path, world.numbers[path] or 0, tuple(namer.passages(read)))
        for path, read in chapters.items()
    ]
