"""From a place in the story to the prompt there: for a suggestion, the proxy and training alike."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from fabula_daemon.completion import grounding
from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.grounding import Grounding
from fabula_daemon.index.search import Hit
from fabula_daemon.story.people.mentions import Mention, Reader
from fabula_daemon.story.text.prose import Prose
from fabula_daemon.story.world.canon import Canon

Retrieve = Callable[[str, int, int | None], Awaitable[list[Hit]]]
"""Returns the best passages for a query, at most so many, of chapters before the one of that number."""

MARGIN = 16  # tokens of the context that stay free, for the opening is counted apart from what precedes it


class Story(Protocol):
    """What is needed of the desk: the story as the author sees it now."""

    @property
    def canon(self) -> Canon:
        """What the author has laid down."""

    @property
    def reader(self) -> Reader:
        """The reader of names for this canon."""

    def kind(self, path: str) -> str:
        """Return what the file at `path` is: "chapter", "sheet", …."""

    def prose(self, path: str) -> Prose | None:
        """Return a chapter read, None if there is none."""

    def chapter_number(self, path: str) -> int | None:
        """Return a chapter's 1-based place in reading order, None if it has none."""


@dataclass(frozen=True)
class Place:
    """The cursor at `offset` of the chapter at `path`, as the author sees it now: its prose, and what of it
    stands around the cursor.
    """

    path: str
    offset: int
    prose: Prose
    cursor: Cursor


class Grounder:
    """Makes the prompts of one story."""

    def __init__(self, desk: Story, retrieve: Retrieve | None = None) -> None:
        self._desk, self._retrieve = desk, retrieve
        self._reader: Reader | None = None
        self._read: Callable[[str], Sequence[Mention]] = lambda _: ()

    async def ground(self, place: Place, engine: Engine, *, max_tokens: int, canon: bool = True) -> Grounding:
        """Return the prompt at `place` for `engine`, which is to write at most `max_tokens`.

        Without `canon` it is the manuscript alone.
        """
        if self._reader is not self._desk.reader:
            # whom a paragraph names depends on it and on the canon alone
            self._reader = self._desk.reader
            self._read = lru_cache(maxsize=4096)(self._reader.read)
        people = grounding.present(place.cursor, self._read) if canon else ()
        budget = engine.context - max_tokens - MARGIN
        return grounding.ground(place.cursor, people, budget=budget, count=engine.count)
