"""The author's desk: the story as she sees it now, open buffers over the disk, and what is found in it.

Everything here runs in the daemon's event loop and never for long: a keystroke reads the paragraphs it
changed, and whatever is longer is done in slices between which other things have their turn.
"""

import asyncio
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from fabula_daemon import files
from fabula_daemon.appearances import Appearances
from fabula_daemon.config import Settings
from fabula_daemon.errors import Unreadable
from fabula_daemon.locate import SETTINGS_FILE
from fabula_daemon.outlines import Outlines
from fabula_daemon.reading import World, read_world
from fabula_daemon.story import waivers
from fabula_daemon.story.chapter import LiveChapter
from fabula_daemon.story.findings import Finding, limited
from fabula_daemon.story.fixes import Fix, fixes
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.text import prose
from fabula_daemon.story.text.prose import Prose
from fabula_daemon.story.world.audit import unmentioned
from fabula_daemon.story.world.canon import Canon

Listener = Callable[[frozenset[str]], None]

_SLICE_S = 0.004
_SETTLED_S = 0.6
_WORLD_PAUSE_S = 0.05
_AT_ONCE = 4_000
_SETTINGS_FILES = (SETTINGS_FILE, waivers.WAIVERS_FILE)


class Desk:
    """The story at `root`. Buffers belong to owners (connected clients); what the last one typed counts."""

    def __init__(
        self,
        root: Path,
        stored_names: Callable[[str], Names] = lambda path: Names(),
        new_settings: Callable[[Settings], None] = lambda settings: None,
    ) -> None:
        """`stored_names` gives what the index has read in the file at a path, as it lies on the disk;
        `new_settings` is told when fabula.toml says something else.
        """
        self.root = root
        self._stored_names, self._new_settings = stored_names, new_settings
        self.names = Names()
        self.world: World = read_world(root)
        self.reader = Reader(self.world.canon, self.names)
        self.appearances = Appearances(self)
        self.outlines = Outlines(self)
        self._buffers: dict[str, str] = {}
        self._owners: dict[str, set[int]] = {}
        self._chapters: dict[str, LiveChapter] = {}
        self._on_disk: dict[str, Names] = {}
        self._carets: dict[str, int] = {}
        self._said: dict[str, frozenset[tuple[str, str]]] = {}  # by code and text, before she typed
        self._before: dict[str, tuple[Finding, ...]] = {}  # as clients last heard, while slices are at work
        self._listeners: list[Listener] = []
        self._latest: str | None = None  # the chapter opened or changed last
        self._knows_the_story = False  # or only what is open
        self._unmentioned: tuple[Finding, ...] = ()
        self._work: asyncio.Task[None] | None = None
        self._world_task: asyncio.Task[None] | None = None
        self._world_is_old = False
        self._others_are_known = False
        self._settle_timer: asyncio.TimerHandle | None = None

    @property
    def canon(self) -> Canon:
        """The canon as of now, unsaved sheets included."""
        return self.world.canon

    def relative(self, file: Path) -> str | None:
        """Return a file's path in the story, None if it is no part of it."""
        try:
            path = file.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return None
        return path if self.kind(path) != "other" else None

    def kind(self, path: str) -> Literal["chapter", "sheet", "settings", "other"]:
        """Return what a file of the story is to the author."""
        if path in _SETTINGS_FILES:
            return "settings"
        kind = files.kind_of(path, self.world.settings)
        if kind == "chapter":
            return "chapter"
        return "sheet" if kind in ("sheet", "timeline", "rules") else "other"

    def text(self, path: str) -> str | None:
        """Return the text of a file as the author sees it: its buffer, else the disk, else None."""
        if path in self._buffers:
            return self._buffers[path]
        try:
            return files.read(self.root, path)
        except Unreadable:
            return None

    def text_as_read(self, path: str) -> str | None:
        """Return the text of a file in which the offsets of what was found count, without a look at the disk
        where that can be.
        """
        return self.world.texts.get(path) or self.text(path)

    def prose(self, path: str) -> Prose | None:
        """Return a chapter read."""
        if path in self._chapters:
            return self._chapters[path].prose
        text = self.text(path) if self.kind(path) == "chapter" else None
        return None if text is None else prose.parse(text)

    def passages(self, path: str) -> tuple[Passage, ...]:
        """Return the paragraphs of an open chapter as far as they are read, with who is named in them."""
        chapter = self._chapters.get(path)
        return tuple(chapter.passages()) if chapter is not None else ()

    def chapter_number(self, path: str) -> int | None:
        """Return a chapter's 1-based place in reading order."""
        return self.world.numbers.get(path)

    def findings(self, path: str) -> tuple[Finding, ...]:
        """Return what is found in a file that is open, or is part of the world."""
        chapter = self._chapters.get(path)
        if chapter is None:
            found = [f for f in (*self.world.findings, *self._unmentioned) if f.path == path]
        else:
            found = self._without_what_is_being_typed(path, chapter)
        text = self.text_as_read(path) or "" if chapter is None else chapter.prose.text
        standing, _ = waivers.apply(self.world.unsilenced(found), self.world.waivers, {path: text})
        return tuple(limited(sorted(standing, key=lambda finding: finding.order)))

    def fixes(self, finding: Finding) -> tuple[Fix, ...]:
        """Return what can be done about a finding."""
        return fixes(finding, self.canon, self.text, self.world.settings.story.world)

    def open_paths(self) -> tuple[str, ...]:
        """Return the paths of everything that is open in some editor."""
        return tuple(self._buffers)

    # What the author does

    def open(self, owner: object, path: str, text: str) -> None:
        """A client has opened a file."""
        self._owners.setdefault(path, set()).add(id(owner))
        self._take(path, text)
        if self.kind(path) == "chapter":
            self._carets.pop(path, None)

    def change(self, owner: object, path: str, text: str, *, caret: int | None = None) -> None:
        """A client has changed a file that it has open. `caret` is where its last insertion ended.

        The paragraph at the caret is still being written: nothing new is said of it until the author moves
        on or pauses.
        """
        if path not in self._owners:
            self.open(owner, path, text)
            return
        if caret is None:
            self._carets.pop(path, None)
        else:
            if path not in self._carets:
                self._said[path] = frozenset((f.code, f.text) for f in self.findings(path))
            self._carets[path] = caret
        self._take(path, text)

    def close(self, owner: object, path: str) -> None:
        """A client has closed a file; when no client has it open, the disk counts again."""
        owners = self._owners.get(path, set())
        owners.discard(id(owner))
        if owners or path not in self._buffers:
            return
        self._owners.pop(path, None)
        self._carets.pop(path, None)
        del self._buffers[path]
        chapter = self._chapters.pop(path, None)
        if chapter is not None:
            self.names.add(stored := self._on_disk.pop(path, Names()))
            self._touch(chapter.withdraw() | stored.words())
            self._settle_soon(restart=False)
        else:
            self._world_changed()

    def leave(self, owner: object) -> None:
        """A client has gone: close everything that it had open."""
        for path in [path for path, owners in self._owners.items() if id(owner) in owners]:
            self.close(owner, path)

    # What happens elsewhere

    def learn(self, path: str, old: Names, new: Names) -> None:
        """The index has read the file at `path` anew. What an open buffer says counts instead of the disk."""
        change = new
        if path in self._chapters:
            # The file may have been read anew already when it was opened: then other evidence was taken out.
            change, self._on_disk[path] = self._on_disk[path], new
        if change == old:
            return
        if old.cues or old.lower:
            change = _difference(change, old)
        self.names.add(change)
        if self._chapters:
            self._touch(change.words())
            self._settle_soon(restart=False)

    def learn_all(self, total: Names) -> None:
        """The index tells what it knows of the whole story, which becomes ours: start from that."""
        self._knows_the_story = True
        self.names.become(total)
        for path, chapter in self._chapters.items():
            self._on_disk[path] = self._stored_names(path)
            self.names.add(self._on_disk[path], -1)
            chapter.join_again()
        self._catch_up_in_slices()

    def disk_changed(self) -> None:
        """Something in the story's folders, or fabula.toml, has changed on the disk."""
        self._world_changed()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with open paths of which something else is to be said without an edit, for their
        findings or the names in them changed; return the undoing.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing has been typed for a while, and nothing is left to read."""
        return self._settle_timer is None and self._work is None and self._world_task is None

    async def settled(self) -> None:
        """Wait until nothing is left to read (for tests, and for answers that must be complete)."""
        while task := self._world_task or self._work:
            await asyncio.wait([task])

    # How it is done

    def _take(self, path: str, text: str) -> None:
        self._buffers[path] = text
        if self.kind(path) != "chapter":
            self._world_changed()
            return
        self._latest = path
        chapter = self._chapters.get(path)
        if chapter is None:
            chapter = self._chapters[path] = LiveChapter(path, text, self.names)
            stored = self._on_disk[path] = self._stored_names(path)
            self.names.add(stored, -1)
            self._touch(stored.words())
        else:
            chapter.change(text)
        setting = self.world.setting(path)
        if chapter.is_small_edit(setting):
            self._touch(chapter.edit(self.reader, setting), but=chapter)
            self._settle_soon()
        elif len(text) < _AT_ONCE:
            for words in chapter.catch_up(self.reader, setting):
                self._touch(words, but=chapter)
            self._settle_soon()
            if self._work is not None:  # it may be in the middle of what this chapter was
                self._catch_up_in_slices()
        else:
            self._catch_up_in_slices()

    def _world_changed(self) -> None:
        self._world_is_old = True
        if self._world_task is None:
            self._world_task = asyncio.get_running_loop().create_task(self._read_world())

    async def _read_world(self) -> None:
        try:
            while self._world_is_old:
                await asyncio.sleep(_WORLD_PAUSE_S)
                self._world_is_old = False
                unsaved = {path: text for path, text in self._buffers.items() if path not in self._chapters}
                self._lay_out(await asyncio.to_thread(read_world, self.root, unsaved, before=self.world))
        finally:
            self._world_task = None

    def _lay_out(self, world: World) -> None:
        before, self.world = self.world, world
        self.reader = Reader(world.canon, self.names)
        self._others_are_known |= before.canon.version != world.canon.version
        if before.settings != world.settings:
            self._new_settings(world.settings)
        self._tell(path for path in self._buffers if _about(before, path) != _about(world, path))
        self._catch_up_in_slices()

    def _settle_soon(self, *, restart: bool = True) -> None:
        if self._settle_timer is not None:
            if not restart:
                return
            self._settle_timer.cancel()
        self._settle_timer = asyncio.get_running_loop().call_later(_SETTLED_S, self._settle)

    def _settle(self) -> None:
        self._settle_timer = None
        self._remember_what_was_said()
        self._carets.clear()
        self._catch_up_in_slices()

    def _without_what_is_being_typed(self, path: str, chapter: LiveChapter) -> list[Finding]:
        """Return a chapter's findings less those that are new in the paragraph at the caret."""
        found, caret = chapter.findings(), self._carets.get(path)
        paragraph = None if caret is None else chapter.prose.paragraph_at(caret)
        if paragraph is None:
            return found
        said, start, end = self._said[path], paragraph.start, paragraph.end
        return [f for f in found if not start <= f.start <= end or (f.code, f.text) in said]

    def _catch_up_in_slices(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._work = asyncio.get_running_loop().create_task(self._catch_up())

    async def _catch_up(self) -> None:
        self._remember_what_was_said()
        try:
            for path in sorted(self._chapters, key=lambda path: path != self._latest):
                chapter = self._chapters.get(path)
                if chapter is not None:
                    await self._read_in_slices(chapter)
                if path == self._latest and self._before.get(path) != (now := self.findings(path)):
                    self._before[path] = now
                    self._tell([path])  # she is looking at it: the other chapters can wait
            await self._look_for_the_unmentioned()
        finally:
            if self._work is asyncio.current_task():
                self._work = None
        before, self._before = self._before, {}
        anew, self._others_are_known = self._others_are_known, False
        self._tell(path for path in self._buffers if anew or before.get(path) != self.findings(path))

    def _remember_what_was_said(self) -> None:
        """Keep what clients heard last until it is known what has become of it."""
        for path in self._buffers.keys() - self._before.keys():
            self._before[path] = self.findings(path)

    async def _read_in_slices(self, chapter: LiveChapter) -> None:
        until = time.monotonic() + _SLICE_S
        steps = chapter.catch_up(self.reader, self.world.setting(chapter.path))
        for words in steps:
            self._touch(words, but=chapter)
            if time.monotonic() > until:
                await asyncio.sleep(0)
                until = time.monotonic() + _SLICE_S

    async def _look_for_the_unmentioned(self) -> None:
        """See whom no chapter names, where a sheet is open for that to be said in."""
        if not self._knows_the_story or self._buffers.keys() <= self._chapters.keys():
            return
        shown = [*self.names.cues, *self.names.lower]
        words = await asyncio.to_thread(lambda: {word for name in shown for word in name.casefold().split()})
        self._unmentioned = tuple(unmentioned.findings(self.world.canon, words))

    def _touch(self, words: set[str], *, but: LiveChapter | None = None) -> None:
        for chapter in self._chapters.values():
            if chapter is not but:
                chapter.touch(words)

    def _tell(self, paths: Iterable[str]) -> None:
        if told := frozenset(paths):
            for listener in list(self._listeners):
                listener(told)


def _difference(new: Names, old: Names) -> Names:
    change = Names()
    change.add(new)
    change.add(old, -1)
    return change


def _about(world: World, path: str) -> tuple[tuple[Finding, ...], tuple[waivers.Waiver, ...]]:
    """Return what a world says of the file at `path` without reading it as a chapter."""
    found = tuple(finding for finding in world.findings if finding.path == path)
    return found, tuple(waiver for waiver in world.waivers if waiver.path == path)
