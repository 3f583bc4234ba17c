"""One client in one document: how it types, what it waits for, and what is being written for it."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from fabula_daemon.completion.suggesting.display import Rhythm
from fabula_daemon.completion.suggesting.writing import Writing

REMEMBERED = 64

Key = tuple[int, str]


@dataclass(slots=True)
class Typist:
    """What is kept between the requests of one client in one document.

    `writing` is for what stands there now, `ahead` for what will if she accepts what she was shown.
    """

    key: Key
    rhythm: Rhythm = field(default_factory=Rhythm)
    task: "asyncio.Task[Any] | None" = None
    writing: Writing | None = None
    ahead: Writing | None = None
    _timer: asyncio.TimerHandle | None = None

    def take(self, writing: Writing) -> None:
        """Let this be what she waits for. Anything else that was being written here stops."""
        if self.writing is not writing:
            self.stop_writing()
        self.writing = writing
        if self.ahead is writing:
            self.ahead = None

    def stop_writing(self) -> None:
        """Let nothing be written here."""
        if self.writing:
            self.writing.close()

    def stop_ahead(self) -> None:
        """Let nothing be written ahead."""
        if self.ahead:
            self.ahead.close()
        self.ahead = None

    def call_later(self, seconds: float, what: Callable[[], None]) -> None:
        """Do that if she has asked for nothing else until then."""
        self.call_off()
        self._timer = asyncio.get_running_loop().call_later(seconds, what)

    def call_off(self) -> None:
        """Do nothing later."""
        if self._timer:
            self._timer.cancel()
        self._timer = None


class Typists:
    """Those who have asked lately."""

    def __init__(self) -> None:
        self._typists: dict[Key, Typist] = {}

    def __iter__(self) -> Iterator[Typist]:
        return iter(self._typists.values())

    def at(self, client: object, path: str) -> Typist:
        """Return a client in a document. Who has not asked for longest is forgotten when there are many."""
        key = (id(client), path)  # who has gone and left its number to another leaves but its rhythm
        typist = self._typists.pop(key, None) or Typist(key)
        self._typists[key] = typist
        idle = (other for other in self._typists.values() if other is not typist and not other.task)
        if len(self._typists) > REMEMBERED and (oldest := next(idle, None)):
            oldest.call_off()
            oldest.stop_writing()
            oldest.stop_ahead()
            del self._typists[oldest.key]
        return typist
