"""What was written lately and where, so that typing through a suggestion, deleting back and cycling cost
nothing.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Generic, Protocol, TypeVar

REMEMBERED = 64
FOLLOWING = 80  # characters behind the cursor that must still be the same


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a chapter, by which it is recognised when the author has typed on: all the text before it,
    hashed, and the beginning of what follows. `version` is what else has to be the same.
    """

    path: str
    offset: int
    before: bytes
    following: str
    version: Hashable

    @classmethod
    def at(cls, path: str, text: str, offset: int, version: Hashable) -> "Spot":
        """Return the place at `offset` of the chapter `text`."""
        return cls(path, offset, _digest(text[:offset]), text[offset : offset + FOLLOWING], version)


class Written(Protocol):
    """Something that was written at a spot."""

    @property
    def spot(self) -> Spot:
        """Where."""

    @property
    def void(self) -> bool:
        """Whether there is no need to remember it."""


W = TypeVar("W", bound=Written)


class Recent(Generic[W]):
    """The last things that were written, newest first. `forgotten` hears of all that is no longer one."""

    def __init__(self, forgotten: Callable[[W], None] = lambda _: None) -> None:
        self._written: deque[W] = deque()
        self._forgotten = forgotten

    def __iter__(self) -> Iterator[W]:
        return iter(self._written)

    def keep(self, written: W) -> None:
        """Remember something."""
        for other in [other for other in self._written if other.void]:
            self.drop(other)
        if len(self._written) == REMEMBERED:
            self.drop(self._written[-1])
        self._written.appendleft(written)

    def drop(self, written: W) -> None:
        """Forget something."""
        if written in self._written:
            self._written.remove(written)
            self._forgotten(written)

    def clear(self) -> None:
        """Forget everything."""
        for written in tuple(self._written):
            self.drop(written)

    def find(
        self, path: str, text: str, offset: int, version: Hashable, fits: Callable[[W, str], bool]
    ) -> tuple[W, str] | None:
        """Return the newest that was written where the author has since typed nothing but what it `fits`, and
        that; None if there is none.
        """
        following = text[offset : offset + FOLLOWING]
        for written in self._written:
            spot = written.spot
            if (spot.path, spot.version, spot.following) != (path, version, following):
                continue
            if spot.offset > offset:
                continue
            typed = text[spot.offset : offset]
            if fits(written, typed) and spot.before == _digest(text[: spot.offset]):
                return written, typed
        return None


def _digest(text: str) -> bytes:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
