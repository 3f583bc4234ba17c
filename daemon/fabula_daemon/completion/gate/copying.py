"""No suggestion copies: the runs of the manuscript and the sheets, kept in step with what the author sees.

A model repeats what it has read, in its prompt as in its training. The story is read in a thread of its own;
what is asked here never waits for it.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from fabula_daemon import files
from fabula_daemon.completion.gate.runs import TOUCHED_APART, Runs
from fabula_daemon.config import Settings
from fabula_daemon.errors import Unreadable

SEARCHED: frozenset[files.Kind] = frozenset({"chapter", "sheet", "timeline", "rules"})
WORKED_S, RESTED_S = 0.002, 0.001

_log = logging.getLogger(__name__)


class Desk(Protocol):
    """What is open, and what it says."""

    def open_paths(self) -> tuple[str, ...]:
        """Return the paths of everything that is open in some editor."""

    def text(self, path: str) -> str | None:
        """Return the text of a file as the author sees it."""


class Copying:
    """The story at `root`, searched for what a suggestion may have been copied from."""

    def __init__(self, root: Path, desk: Desk, settings: Callable[[], Settings]) -> None:
        self._root, self._desk, self._settings = root, desk, settings
        self._runs = Runs()
        self._buffers: dict[str, str] = {}  # as they were passed on last
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="copying")
        self._done: asyncio.Future[None] | None = None

    def start(self) -> None:
        """Begin to read the story."""
        self.touch(None)

    async def stop(self) -> None:
        """End, when what is being read has been."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._done is not None:
            await asyncio.wait([self._done])

    async def settled(self) -> None:
        """Wait until everything that was passed on has been read."""
        if self._done is not None:
            await asyncio.wait([self._done])

    def run_in(self, text: str, before: str = "") -> str | None:
        """Return a run of eight or more words that `text`, put behind `before`, has in common with the
        manuscript or a sheet; None if there is none. Of a run, up to half may stand in `before`.
        """
        return self._runs.run_in(text, before)

    def refresh(self) -> None:
        """Look whether the author has typed, opened or closed something: at a request, for nothing else
        needs to know.
        """
        present = ((path, self._desk.text(path)) for path in self._desk.open_paths())
        texts = {path: text for path, text in present if text is not None}
        before, self._buffers = self._buffers, texts
        typed = [(path, text) for path, text in texts.items() if before.get(path) is not text]
        closed = before.keys() - texts.keys()
        if typed or closed:
            self._do(lambda: self._learn([*typed, *self._read(closed)]))

    def touch(self, paths: Iterable[str] | None) -> None:
        """These files have changed on the disk; None: look at everything. What is open counts as it is
        open.
        """
        wanted = None if paths is None else frozenset(paths)
        opened, settings = frozenset(self._buffers), self._settings()

        def look() -> None:
            if wanted is not None:
                self._learn(list(self._read(wanted - opened)))
                return
            present = {e.path for e in files.scan(self._root, settings) if e.kind in SEARCHED}
            self._runs.learn_all(self._read((present | self._runs.paths()) - opened))

        self._do(look)

    def _learn(self, texts: Sequence[tuple[str, str | None]]) -> None:
        if len(texts) > TOUCHED_APART:
            self._runs.learn_all(texts)
            return
        for path, text in texts:
            self._runs.learn(path, text)

    def _read(self, paths: Collection[str]) -> Iterator[tuple[str, str | None]]:
        settings, rested = self._settings(), time.monotonic()
        for path in sorted(paths):
            if time.monotonic() - rested > WORKED_S:
                time.sleep(RESTED_S)  # the loop waits for Python's lock as long as a thread does not rest
                rested = time.monotonic()
            try:
                searched = files.kind_of(path, settings) in SEARCHED
                yield path, files.read(self._root, path) if searched else None
            except Unreadable:
                yield path, None

    def _do(self, action: Callable[[], None]) -> None:
        self._done = asyncio.get_running_loop().run_in_executor(self._thread, action)
        self._done.add_done_callback(_report)


def _report(done: asyncio.Future[None]) -> None:
    if not done.cancelled() and (error := done.exception()):
        _log.error("the story could not be searched for copies", exc_info=error)
