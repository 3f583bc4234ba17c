"""What happens in the story's folders: watchdog's events, coalesced into sets of paths that may have changed.

Editors save by writing another file and renaming it, by truncating, by swapping; all of that comes down to
"look at this path again". An event that names a folder, or a queue that overflowed, comes down to "look at
everything".
"""

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from fabula_daemon import files
from fabula_daemon.config import Settings
from fabula_daemon.locate import SETTINGS_FILE
from fabula_daemon.story.waivers import WAIVERS_FILE

Changed = Callable[[frozenset[str] | None], None]

DEBOUNCE_S = 0.1
LONGEST_BURST_S = 1.0
_TELLING = frozenset({"created", "modified", "moved", "deleted"})


class Watcher:
    """Watches the story at `root`; calls `changed`, in the loop, with paths, or with None for everything."""

    def __init__(self, root: Path, settings: Settings, changed: Changed) -> None:
        self._root, self._settings, self._changed = root.resolve(), settings, changed
        self._observer = Observer()
        self._handler = _Handler(self._arrived)
        self._trees: dict[Path, ObservedWatch] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pending: set[str] = set()
        self._everything = False
        self._timer: asyncio.TimerHandle | None = None
        self._began = 0.0

    def start(self) -> None:
        """Begin to watch; call it in the event loop."""
        self._loop = asyncio.get_running_loop()
        self._observer.schedule(self._handler, str(self._root), recursive=False)
        for child in self._root.iterdir():
            self._watch_tree(child)
        self._observer.start()

    def follow(self, settings: Settings) -> None:
        """The story's folders are others now."""
        self._settings = settings
        for child in self._root.iterdir():
            self._watch_tree(child)

    async def stop(self) -> None:
        """Stop watching."""
        if self._timer is not None:
            self._timer.cancel()
        self._observer.stop()
        await asyncio.to_thread(self._observer.join)

    def _watch_tree(self, folder: Path) -> None:
        """Watch a folder at the story's top with all in it, unless it has no part in the story, as .git has.

        One that was deleted and has come back is another folder: the old watch would see nothing of it.
        """
        watch = self._trees.pop(folder, None)
        if watch is not None:
            self._observer.unschedule(watch)
        with contextlib.suppress(OSError):
            if folder.is_dir() and self._relative(str(folder)) and self._leads_to_story(folder.name):
                self._trees[folder] = self._observer.schedule(self._handler, str(folder), recursive=True)

    def _leads_to_story(self, name: str) -> bool:
        story = self._settings.story
        homes = [PurePosixPath(folder).parts for folder in (story.manuscript, story.world, story.drafts)]
        return any(not parts or parts[0] == name for parts in homes)

    def _arrived(self, paths: list[str], is_folder: bool) -> None:
        """Take an event, in watchdog's thread."""
        if is_folder:
            for path in paths:
                if Path(path).parent == self._root:
                    self._watch_tree(Path(path))
        relevant = {path for path in map(self._relative, paths) if path is not None}
        relevant = {path for path in relevant if is_folder or self._belongs(path)}
        if relevant and self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._note, relevant, is_folder)

    def _relative(self, path: str) -> str | None:
        try:
            relative = Path(path).relative_to(self._root)
        except ValueError:
            return None
        ignored = any(files.is_skipped(part) for part in relative.parts)
        return None if ignored or not relative.parts else relative.as_posix()

    def _belongs(self, path: str) -> bool:
        return path in (SETTINGS_FILE, WAIVERS_FILE) or files.kind_of(path, self._settings) is not None

    def _note(self, paths: set[str], everything: bool) -> None:
        """Wait until the burst is over, though not for ever."""
        assert self._loop is not None
        now = self._loop.time()
        if self._timer is None:
            self._began = now
        else:
            self._timer.cancel()
        self._pending |= paths
        self._everything |= everything
        wait = min(DEBOUNCE_S, max(0.0, self._began + LONGEST_BURST_S - now))
        self._timer = self._loop.call_later(wait, self._tell)

    def _tell(self) -> None:
        self._timer = None
        paths, everything = frozenset(self._pending), self._everything
        self._pending, self._everything = set(), False
        self._changed(None if everything else paths)


class _Handler(FileSystemEventHandler):
    def __init__(self, arrived: Callable[[list[str], bool], None]) -> None:
        self._arrived = arrived

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _TELLING or (event.is_directory and event.event_type == "modified"):
            return
        paths = [str(path) for path in (event.src_path, event.dest_path) if path]
        self._arrived(paths, event.is_directory)
