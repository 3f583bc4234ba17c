"""Who and what is named in every file of the story as the author sees it, open or closed.

A reference desk's questions go through the whole story, so the answers are made in slices between which the
author's keystrokes have their turn, and what has been read is remembered by its text.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from fabula_daemon.reading import World
from fabula_daemon.story.answers import namings
from fabula_daemon.story.answers.namings import Namer, Naming, is_same
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.text import prose
from fabula_daemon.story.text.prose import Prose
from fabula_daemon.story.world.canon import Entity

T = TypeVar("T")

_SLICE_S = 0.004
_AT_ONCE = 60_000  # characters


class Story(Protocol):
    """The story as the author sees it: the desk."""

    @property
    def world(self) -> World:
        """What the author has laid down."""

    @property
    def reader(self) -> Reader:
        """Reads names by the present canon and evidence."""

    def text(self, path: str) -> str | None:
        """Return a file's text."""

    def prose(self, path: str) -> Prose | None:
        """Return a chapter read."""

    def passages(self, path: str) -> tuple[Passage, ...]:
        """Return the paragraphs of an open chapter as far as they are read."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is named in one file: `text` is what the offsets of the namings count in."""

    path: str
    text: str
    namings: tuple[Naming, ...]

    def at(self, offset: int) -> Naming | None:
        """Return the name that holds `offset`, else the one that ends there."""
        touching = (one for one in self.namings if one.start <= offset <= one.end)
        return max(touching, key=lambda one: (offset < one.end, one.start - one.end), default=None)


class Slices:
    """Lets others have their turn every few milliseconds of a long piece of work."""

    def __init__(self) -> None:
        self._until = time.monotonic() + _SLICE_S

    async def turn(self) -> None:
        """Let others have their turn if it is time."""
        if time.monotonic() > self._until:
            await asyncio.sleep(0)
            self._until = time.monotonic() + _SLICE_S

    async def list(self, steps: Iterable[T]) -> list[T]:
        """Return what `steps` yields, in slices."""
        found = []
        for step in steps:
            found.append(step)
            await self.turn()
        return found


class Appearances:
    """Who and what is named where in a story."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._present: Namer | None = None

    async def passages(self, path: str) -> tuple[Passage, ...]:
        """Return a chapter's paragraphs with who is named in them; none of what is no chapter."""
        chapter = await self._chapter(path)
        return await self._passages(path, chapter, Slices()) if chapter else ()

    async def namings(self, path: str) -> Sight | None:
        """Return everything that is named in a file of the story; None if it cannot be read."""
        chapter = await self._chapter(path)
        if chapter is None:
            text = self._story.text(path)
            return None if text is None else self._of_sheet(path, text)
        slices = Slices()
        return await self._of_chapter(path, chapter, await self._passages(path, chapter, slices), slices)

    async def at(self, path: str, offset: int) -> Sight | None:
        """Return what is named in the block that holds `offset`, in a file of the world in all of it."""
        chapter = await self._chapter(path)
        if chapter is None:
            return await self.namings(path)
        slices = Slices()
        passages = await self._passages(path, chapter, slices)
        there = [one for one in passages if one.paragraph.start <= offset <= one.paragraph.end]
        return await self._of_chapter(path, chapter, there, slices)

    async def everywhere(self, entity: Entity, paths: Sequence[str] | None = None) -> AsyncIterator[Sight]:
        """Yield the files that name `entity`, or may, and where.

        They are those at `paths`, or else the chapters in reading order and then the world.
        """
        wanted, slices = namings.pattern(entity), Slices()
        for path in self._paths() if paths is None else paths:
            await slices.turn()
            text = self._story.text(path)
            if text is None or not wanted.search(text):
                continue
            chapter = await self._chapter(path)
            if chapter is None:
                sight = self._of_sheet(path, text)
            else:
                sight = await self._of_entity(path, chapter, entity, slices)
            meant = tuple(one for one in sight.namings if any(is_same(e, entity) for e in one.bearers))
            if meant:
                yield Sight(path, sight.text, meant)

    async def chapters_with(self, wanted: re.Pattern[str]) -> list[tuple[str, Prose]]:
        """Return the chapters in whose text something is found, in reading order."""
        found, slices = [], Slices()
        for path in self._chapters():
            await slices.turn()
            text = self._story.text(path)
            if text is not None and wanted.search(text):
                found.append((path, await self._chapter(path) or prose.parse(text)))
        return found

    async def first(self, entity: Entity) -> tuple[Sight, Naming] | None:
        """Return the first place in the manuscript that certainly names `entity`."""
        async for sight in self.everywhere(entity, self._chapters()):
            for naming in sight.namings:
                if naming.entity:
                    return sight, naming
        return None

    async def last(self, entity: Entity, path: str, before: int) -> tuple[Sight, Naming] | None:
        """Return the last place that certainly names `entity` before an offset of a chapter."""
        chapters = self._chapters()
        if path not in chapters:
            return None
        earlier = chapters[: chapters.index(path) + 1]
        async for sight in self.everywhere(entity, earlier[::-1]):
            for naming in reversed(sight.namings):
                if naming.entity and (sight.path != path or naming.end < before):
                    return sight, naming
        return None

    @property
    def _namer(self) -> Namer:
        """Finds names by the present canon."""
        reader = self._story.reader
        if self._present is None or self._present.reader is not reader:
            self._present = Namer(reader, self._story.world.targets.find)
        return self._present

    def _chapters(self) -> list[str]:
        return [entry.path for entry in self._story.world.chapters]

    def _paths(self) -> list[str]:
        return [entry.path for entry in self._story.world.entries if entry.kind != "draft"]

    async def _chapter(self, path: str) -> Prose | None:
        """Return a chapter read: a long one that is not open in a thread. None for what is no chapter."""
        if path not in self._story.world.numbers or self._story.passages(path):
            return self._story.prose(path)
        text = self._story.text(path)
        if text is None or len(text) < _AT_ONCE:
            return None if text is None else prose.parse(text)
        return await asyncio.to_thread(prose.parse, text)

    async def _of_entity(self, path: str, chapter: Prose, entity: Entity, slices: Slices) -> Sight:
        """Return what a chapter names, read only where it can name `entity`."""
        wanted = namings.pattern(entity)
        passages: Iterable[Passage] | None = self._open(path, chapter)
        if passages is None:
            passages = self._namer.passages_with(chapter, entity)
        else:
            passages = [passage for passage in passages if wanted.search(passage.text)]
        return await self._of_chapter(path, chapter, await slices.list(passages), slices)

    async def _of_chapter(
        self, path: str, chapter: Prose, passages: Iterable[Passage], slices: Slices
    ) -> Sight:
        found = await slices.list(self._namer.of_chapter(chapter, passages))
        return Sight(path, chapter.text, tuple(sorted(found, key=lambda naming: naming.start)))

    async def _passages(self, path: str, chapter: Prose, slices: Slices) -> tuple[Passage, ...]:
        found = self._open(path, chapter)
        return tuple(await slices.list(self._namer.passages(chapter))) if found is None else found

    def _open(self, path: str, chapter: Prose) -> tuple[Passage, ...] | None:
        """Return the paragraphs of a chapter that is open and wholly read."""
        found = self._story.passages(path)
        wanted = sum(1 for block in chapter.blocks if block.kind == "prose")
        return found if found and len(found) == wanted else None

    def _of_sheet(self, path: str, text: str) -> Sight:
        return Sight(path, text, tuple(self._namer.of_sheet(path, text)))
