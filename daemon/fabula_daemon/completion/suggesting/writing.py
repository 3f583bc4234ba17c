"""What is being written at one place, apart from whoever asked for it: a request may come and go, and a newer
one takes over what an older one began, as long as the author types what is being written.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass

from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.join import alike
from fabula_daemon.completion.suggesting.recent import Spot
from fabula_daemon.completion.why import Why
from fabula_daemon.errors import ModelError

FAILED, BROKEN = "the model failed", "an error, which is in the log"

logger = logging.getLogger("fabula.suggest")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text that may be shown, and the geometric mean of its tokens' probabilities, if that is known."""

    text: str
    confidence: float | None = None


class Writing:
    """Up to `wanted` texts that `engine` writes at `spot` for `owner`; `why` tells how that goes.

    `failed` is set if the engine failed before anything could be shown; `told` when somebody has heard what
    came of it, `shown` when that was a text.
    """

    def __init__(
        self, spot: Spot, engine: Engine, why: Why, *, name: str, owner: Hashable, wanted: int
    ) -> None:
        self.spot, self.engine, self.why = spot, engine, why
        self.id, self.owner, self.wanted = name, owner, wanted
        self.failed: Exception | None = None
        self.shown = self.told = False
        self._clean: list[Clean] = []
        self._unfinished: dict[int, str] = {}  # by the number of the candidate
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self, work: Callable[["Writing"], Awaitable[None]]) -> None:
        """Begin the work, which tells what comes of it."""
        self._task = asyncio.create_task(self._run(work), name=f"writing in {self.spot.path}")
        self._task.add_done_callback(lambda _: self._tell())

    def close(self) -> None:
        """Stop: what has been found remains."""
        if self._task and not self._task.done():
            self._task.cancel()

    async def closed(self) -> None:
        """Stop, and wait until the engine has been told."""
        self.close()
        if self._task:
            await asyncio.wait([self._task])

    @property
    def running(self) -> bool:
        """Whether more may come."""
        return self._task is not None and not self._task.done() and not self._task.cancelling()

    @property
    def silent(self) -> bool:
        """Whether it has come to its end, and nothing may be shown."""
        ended = self._task is not None and self._task.done() and not self._task.cancelled()
        return ended and not self._clean and not self.failed

    @property
    def void(self) -> bool:
        """Whether nothing came of it, and nothing will."""
        return self._task is not None and self._task.done() and not (self._clean or self.silent)

    @property
    def complete(self) -> bool:
        """Whether all that was wanted is there, or can be."""
        return not self.running or len(self._clean) >= self.wanted

    def rests(self, typed: str) -> tuple[str, ...]:
        """Return what is left of the texts that begin with what has been `typed`, best first."""
        length = len(typed)
        longer = [clean.text for clean in self._clean if len(clean.text) > length]
        if not longer:  # as a rule it was written elsewhere, and half the chapter stands between
            return ()
        beginning = alike(typed)
        return tuple(text[length:] for text in longer if alike(text[:length]) == beginning)

    def may_lead_on_from(self, typed: str) -> bool:
        """Whether something is still being written that goes with what has been `typed`.

        Of what has not begun yet that is too unlikely to wait for, once there is a letter.
        """
        if self.complete or not typed:
            return not self.complete
        beginning = alike(typed)
        begun = (alike(so_far) for so_far in self._unfinished.values() if so_far)
        return any(so_far.startswith(beginning) or beginning.startswith(so_far) for so_far in begun)

    async def until_changed(self, limit: float | None = None) -> bool:
        """Wait until more has been written, or nothing more will be; return whether that was so within
        `limit` seconds.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(limit):
                await self._changed.wait()
                return True
        return False

    async def until_complete(self, patience: float) -> None:
        """Wait until all that was wanted is there, but no longer than so many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while not self.complete:
                    await self._changed.wait()

    def give_up(self, after: float) -> None:
        """Take the engine for hung, that has not written a word for so many seconds."""
        self._fail(FAILED, ModelError(f"{self.engine.name} has not answered for {after:g} seconds."))
        self.close()

    # What the work tells

    def goes_on(self, number: int, so_far: str) -> None:
        """So much has been written of candidate `number`."""
        self._unfinished[number] = so_far
        self._tell()

    def ends(self, number: int) -> None:
        """Candidate `number` is at its end."""
        self._unfinished.pop(number, None)
        self._tell()

    def add(self, clean: Clean) -> bool:
        """A text may be shown. Return whether it is a new one."""
        if any(clean.text == other.text for other in self._clean):
            return False
        self._clean.append(clean)
        if not self.shown:  # what has been shown stays in its place
            self._clean.sort(key=lambda one: -(one.confidence or 0.0))
        self.why.confidence = self._clean[0].confidence
        self._tell()
        return True

    def _tell(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _run(self, work: Callable[["Writing"], Awaitable[None]]) -> None:
        try:
            await work(self)
        except ModelError as error:
            self._fail(FAILED, error)
        except Exception as error:
            logger.exception("A suggestion could not be written.")
            self._fail(BROKEN, error)

    def _fail(self, reason: str, error: Exception) -> None:
        self.why.fault = str(error)
        logger.warning("%s", error)
        if not self._clean:
            self.failed, self.why.reason = error, self.why.reason or reason
