"""The chapters and scenes of the whole story by name, read anew only where a text has changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from fabula_daemon.reading import World
from fabula_daemon.story.answers import outline
from fabula_daemon.story.text import prose
from fabula_daemon.story.text.lines import LineIndex


class Story(Protocol):
    """The story as the author sees it: the desk."""

    @property
    def world(self) -> World:
        """What the author has laid down."""

    def text(self, path: str) -> str | None:
        """Return a file's text."""


@dataclass(frozen=True, slots=True)
class Place:
    """A chapter, heading or scene: where it begins, as a 0-based line, and the chapter that it is in."""

    path: str
    line: int
    name: str
    kind: str
    words: int
    chapter: str


class Outlines:
    """The outlines of a story's chapters."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._known: dict[str, tuple[int, tuple[Place, ...]]] = {}  # by path: the text's hash, what is in it

    def read(self) -> list[Place]:
        """Return every chapter, heading and scene, in reading order. It reads files: for a thread."""
        places: list[Place] = []
        known, self._known = self._known, {}
        for entry in self._story.world.chapters:
            text = self._story.text(entry.path)
            if text is None:
                continue
            stamp = hash(text)
            if entry.path not in known or known[entry.path][0] != stamp:
                known[entry.path] = (stamp, tuple(_places(entry.path, text)))
            self._known[entry.path] = known[entry.path]
            places += known[entry.path][1]
        return places


def _places(path: str, text: str) -> Iterator[Place]:
    whole, lines = outline.of_chapter(path, prose.parse(text)), LineIndex(text)
    for part in whole.walk():
        kind = "chapter" if part is whole else part.kind
        yield Place(path, lines.position(part.head)[0], part.name, kind, part.words, whole.name)
