"""The author's records as the daemon sees them: written in a thread, some at once, and never waited for.

What happens is queued in the loop and written half a second later. What could not be written is tried again
with what comes next.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from fabula_daemon.errors import RecordsFault
from fabula_daemon.records import suggestions
from fabula_daemon.records.store import FILE_NAME, Store
from fabula_daemon.records.suggestions import ModelFigures, Row

GATHERED_S = 0.5
MOST_WAITING = 10_000  # what cannot be written for longer than that is lost, the oldest first

Action = Callable[[Database], None]
Result = TypeVar("Result")

_log = logging.getLogger(__name__)


def read(folder: Path) -> list[ModelFigures]:
    """Return the figures of each model version that records.db in `folder` holds, the one used last first.

    Raises RecordsFault.
    """
    if not (folder / FILE_NAME).exists():
        return []
    store = Store(folder)
    try:
        with store.transaction() as database:
            return suggestions.by_model(database)
    finally:
        store.close()


class Records:
    """records.db in `folder`. `problem` says, in a sentence for the author, why nothing is recorded;
    `models` are the figures of each model version as they were when something was written last.
    """

    def __init__(self, folder: Path) -> None:
        self.problem: str | None = None
        self.models: tuple[ModelFigures, ...] = ()
        self._folder = folder
        self._store: Store | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="records")
        self._waiting = deque[Action]()
        self._timer: asyncio.TimerHandle | None = None
        self._one_at_a_time = asyncio.Lock()
        self._writing: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Open the file. A fault is no reason not to start: it is a problem."""
        await self.written()

    async def stop(self) -> None:
        """Write what is left, and close the file."""
        await self.written()
        await self._in_thread(self._close)
        self._thread.shutdown()

    def add(self, row: Row) -> None:
        """Record a suggestion that was shown or withheld."""
        self._do(lambda database: suggestions.add(database, row))

    def abandoned(self, row: Row) -> None:
        """Count what a model wrote and nobody waited for."""
        self._do(lambda database: suggestions.abandoned(database, row))

    def offered(self, suggestion: str) -> None:
        """An editor has been given a suggestion."""
        self._do(lambda database: suggestions.offered(database, suggestion))

    def became(self, suggestion: str, outcome: str, accepted: int | None) -> None:
        """Record what has become of a suggestion, and how many characters were taken over, if known."""
        self._do(lambda database: suggestions.became(database, suggestion, outcome, accepted))

    def kept(self, suggestion: str, after_s: float, characters: int) -> None:
        """Record how many characters of what was taken over still stand after so many seconds."""
        self._do(lambda database: suggestions.kept(database, suggestion, after_s, characters))

    async def written(self) -> None:
        """Wait until everything so far has been written, or could not be."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        await self._write()

    def _do(self, action: Action) -> None:
        self._waiting.append(action)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(GATHERED_S, self._in_time)

    def _in_time(self) -> None:
        self._timer = None
        self._writing = asyncio.create_task(self._write(), name="records")

    async def _write(self) -> None:
        async with self._one_at_a_time:
            actions, self._waiting = self._waiting, deque[Action]()
            try:
                self.models = await self._in_thread(lambda: self._record(actions))
                self.problem = None
            except RecordsFault as fault:
                if self.problem is None:
                    _log.warning("%s", fault)
                self.problem = str(fault)
                self._waiting = deque([*actions, *self._waiting][-MOST_WAITING:])

    # The thread

    async def _in_thread(self, action: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, action)

    def _record(self, actions: Collection[Action]) -> tuple[ModelFigures, ...]:
        if self._store is None:
            self._store = Store(self._folder)
        with self._store.transaction() as database:
            for action in actions:
                action(database)
            return tuple(suggestions.by_model(database))

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
