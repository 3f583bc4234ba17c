"""Which engine is asked now: the one that the settings want, and while it cannot answer, the embedded one.

The author never meets an error instead of a suggestion: an engine that loads, trains, is down or has just
failed is passed over until it is back.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from fabula_daemon.completion.engines import Engine
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import ModelError

RESTS = (5.0, 15.0, 60.0)  # seconds for which an engine that failed once, twice, … in a row is passed over
FORGIVEN_AFTER = 300.0  # seconds without a failure, after which the next is the first again

_STATES = {True: "has just failed", False: "is not ready yet"}

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pick:
    """The engine that is wanted, by its name in the settings, and why it is this one."""

    engine: str
    because: str


def pick(settings: ModelSettings, *, gpu: str | None, environment: bool) -> Pick:
    """Return which engine the settings ask for on a machine with this `gpu`, if any, where vLLM's
    `environment` has been made or not.
    """
    if settings.engine != "auto":
        return Pick(settings.engine, f'[model] engine is "{settings.engine}"')
    if not settings.path:
        return Pick("transformers", "[model] path names no model of yours")
    if gpu is None:
        return Pick("transformers", "this machine has no GPU for vLLM")
    if not environment:
        return Pick("transformers", f"vLLM is not set up for the {gpu}; `fabula serve setup` does it")
    return Pick("vllm", f"there are a model of yours and a GPU, {gpu}")


@dataclass(slots=True)
class _Failures:
    """How often in a row an engine has failed, when it last did, and until when it rests."""

    in_a_row: int
    last: float
    rests_until: float


class Choice:
    """The engines that may answer, best first; `because` says why the first is the first.

    Of one that is `starting` soon, `until_ready` waits for that; of another it says that it was not started.
    """

    def __init__(
        self,
        engines: Sequence[Engine],
        *,
        because: str = "",
        starting: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not engines:
            raise ValueError("There is nothing to choose from.")
        self.engines, self.because = tuple(engines), because
        self._clock = clock
        self._failures: dict[int, _Failures] = {}
        self._in_vain: tuple[Engine, ...] = ()  # to start these was in vain
        self._started = asyncio.Event()
        if not starting:
            self._started.set()

    def current(self) -> Engine:
        """Return the engine to ask now. If none is ready it is one that may become so, and not the first, for
        what is small is loaded sooner.
        """
        ready = [engine for engine in self.engines if engine.ready]
        if ready:
            return next((engine for engine in ready if not self._rests(engine)), ready[0])
        return next((engine for engine in reversed(self.engines) if not engine.problem), self.engines[0])

    def instead_of(self, failed: Engine) -> Engine | None:
        """Pass over an engine that has just failed, for a while. Return one that is ready to answer in its
        place, None if there is none.
        """
        now = self._clock()
        before = self._failures.get(id(failed))
        again = before is not None and now - before.last < FORGIVEN_AFTER
        in_a_row = before.in_a_row + 1 if before and again else 1
        rest = RESTS[min(in_a_row, len(RESTS)) - 1]
        self._failures[id(failed)] = _Failures(in_a_row, now, now + rest)
        others = [engine for engine in self.engines if engine is not failed and engine.ready]
        return next((engine for engine in others if not self._rests(engine)), None)

    @property
    def ready(self) -> bool:
        """Whether a prompt would be answered now."""
        return any(engine.ready for engine in self.engines)

    @property
    def problem(self) -> str | None:
        """Why there will be no suggestions until the author does something, if that is so."""
        if self.ready or not all(engine.problem for engine in self.engines):
            return None
        return self.engines[0].problem

    async def start(self, *, but: Collection[Engine] = ()) -> None:
        """Begin to get all of them ready, but those that run already. One that cannot be says so as its
        `problem`.
        """
        self._started.clear()
        engines = [engine for engine in self.engines if engine not in but]
        try:
            starting = (engine.start() for engine in engines)
            outcomes = await asyncio.gather(*starting, return_exceptions=True)
        finally:
            self._started.set()
        self._in_vain = ()
        for engine, outcome in zip(engines, outcomes, strict=True):
            if isinstance(outcome, ModelError):
                logger.warning("no suggestions by %s: %s", engine.name, outcome)
                self._in_vain += (engine,)
            elif isinstance(outcome, BaseException):
                raise outcome

    async def try_again(self) -> None:
        """Begin once more with those that could not begin to get ready."""
        for engine in self._in_vain:
            with contextlib.suppress(ModelError):
                await engine.start()
                self._in_vain = tuple(other for other in self._in_vain if other is not engine)

    async def until_ready(self) -> None:
        """Wait until one of them is ready. Raises the first one's ModelError if none ever will be."""
        await self._started.wait()
        waiting = [asyncio.ensure_future(engine.until_ready()) for engine in self.engines]
        try:
            pending = set(waiting)
            while pending and not self.ready:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                if any(task.exception() is None for task in done):
                    return
            if not self.ready:
                waiting[0].result()
        finally:
            for task in waiting:
                task.cancel()
            for task in waiting:
                with contextlib.suppress(asyncio.CancelledError, ModelError):
                    await task

    async def stop(self, *, but: Collection[Engine] = ()) -> None:
        """End all of them but some, with everything they have started. Who waits for one gets ModelError."""
        self._started.set()
        stopping = (engine.stop() for engine in self.engines if engine not in but)
        for outcome in await asyncio.gather(*stopping, return_exceptions=True):
            if isinstance(outcome, Exception):
                logger.error("an engine did not stop as it should", exc_info=outcome)

    def status(self) -> dict[str, Any]:
        """Return, as plain data, which engine answers now and why, and how the others are."""
        answering = self.current()
        return {
            "name": answering.name,
            "model": answering.model,
            "ready": self.ready,
            "problem": self.engines[0].problem,
            "because": self._because(answering),
            "engines": [
                {
                    "name": engine.name,
                    "model": engine.model,
                    "ready": engine.ready,
                    "resting": self._rests(engine),
                    "problem": engine.problem,
                    "note": engine.note,
                }
                for engine in self.engines
            ],
        }

    def _because(self, answering: Engine) -> str:
        wanted = self.engines[0]
        if answering is wanted:
            return self.because
        if not self.ready:
            return "the model is loading"
        return wanted.problem or wanted.note or f"{wanted.name} {_STATES[wanted.ready]}"

    def _rests(self, engine: Engine) -> bool:
        failures = self._failures.get(id(engine))
        return failures is not None and self._clock() < failures.rests_until
