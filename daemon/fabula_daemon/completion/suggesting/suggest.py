"""From a request to what is shown at the cursor, or to silence with a reason.

Silence is preferred to a wrong suggestion. For one document and one client only the newest request counts: an
older one is answered with nothing at once, and its model stops. What was shown and is being typed costs no
model at all.
"""

import asyncio
import logging
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from uuid import uuid4

from fabula_daemon.completion.cursor import Outside, locate
from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.grounding.grounder import Grounder, Place, Story
from fabula_daemon.completion.suggesting.display import Latency
from fabula_daemon.completion.suggesting.typist import Typist
from fabula_daemon.completion.suggesting.writer import SHOWN, Copying, Writer
from fabula_daemon.completion.suggesting.writing import Writing
from fabula_daemon.completion.suggesting.writings import Asked, Writings
from fabula_daemon.completion.why import Why
from fabula_daemon.config import CompletionSettings
from fabula_daemon.errors import ModelError

logger = logging.getLogger("fabula.suggest")

AHEAD_AFTER_S = 0.15  # without a key, until what would follow a suggestion is written
LINGER_S = 0.5  # for which writing goes on that nobody waits for: editors cancel a question before the next
PATIENCE_S, MOST_PATIENCE_S = 0.05, 1.5  # for further candidates, when one is there: as long as that took
STALLED_S = 5.0  # without a word, after which an engine is taken for hung, if there is another one
REMEMBERED_TIMES = 500

SUPERSEDED, CHANGED = "superseded", "the text has changed meanwhile"

Listener = Callable[[str, Why, tuple[str, ...]], None]


@dataclass(frozen=True, slots=True)
class Request:
    """`client`, who may be anything with an identity, has the cursor at `offset` of the file at `path`.

    An `explicit` request is made by a gesture, not by typing: it waits for all candidates.
    """

    client: object
    path: str
    offset: int
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Text to show at the cursor, in the place of the `replaces` characters before it.

    What was written at one time keeps its `id`, however much of it has been typed since.
    """

    text: str
    why: Why
    replaces: int = 0
    id: str = ""


@dataclass(slots=True)
class Tally:
    """What has come of all requests; `withheld` counts by reason, names left out."""

    shown: int = 0
    cached: int = 0
    withheld: Counter[str] = field(default_factory=Counter)
    times_ms: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED_TIMES))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What comes of a request."""

    id: str
    why: Why
    texts: tuple[str, ...] = ()


class Suggester:
    """Answers requests for one story. `last` is why for the last answer that was not superseded."""

    def __init__(
        self,
        desk: Story,
        engines: Choice | Engine,
        settings: CompletionSettings,
        *,
        grounder: Grounder | None = None,
        copying: Copying | None = None,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        ids: Callable[[], str] = lambda: uuid4().hex,
        ahead_after: float | None = AHEAD_AFTER_S,
        linger: float = LINGER_S,
        stalled: float = STALLED_S,
    ) -> None:
        """Without a time `ahead_after` nothing is written ahead."""
        self.desk, self.settings = desk, settings
        self._other_engines = asyncio.Event()
        self._engines = engines if isinstance(engines, Choice) else Choice([engines])
        self.last: Why | None = None
        self.tally = Tally()
        writer = Writer(desk, grounder or Grounder(desk), copying, clock=clock, ids=ids)
        self._writings = Writings(writer, self._tell_unused)
        self._clock, self._sleep, self._ids = clock, sleep, ids
        self._ahead_after, self._linger, self._stalled = ahead_after, linger, stalled
        self._latency = Latency()
        self._listeners: list[Listener] = []

    @property
    def engines(self) -> Choice:
        """The engines that may answer."""
        return self._engines

    @engines.setter
    def engines(self, engines: Choice) -> None:
        self._engines = engines
        self._other_engines.set()
        self._other_engines = asyncio.Event()

    def listen(self, listener: Listener) -> None:
        """Tell `listener` of every answer: its id, why, and the texts to show; none, if they are withheld."""
        self._listeners.append(listener)

    async def suggest(self, request: Request) -> list[Suggestion]:
        """Return what may be shown, best first; [] is silence."""
        typist = self._writings.typist(request.client, request.path)
        typist.call_off()
        if typist.task:
            typist.task.cancel()
        answering = self._answer(request, typist)
        task: asyncio.Task[list[Suggestion]]
        task = typist.task = asyncio.create_task(answering, name=f"suggest {request.path}")
        try:
            return await task
        except asyncio.CancelledError:
            self._tell(_Answer(self._ids(), Why(request.path, request.offset, SUPERSEDED)))
            caller = asyncio.current_task()
            if caller and caller.cancelling():  # it is not a newer request, but whoever asked gives up
                if typist.task is task:
                    typist.call_later(self._linger, typist.stop_writing)
                raise
            return []
        finally:
            if typist.task is task:
                typist.task = None

    async def close(self) -> None:
        """Let nothing be written any more, and wait until the engines have been told."""
        await self._writings.close()

    async def _answer(self, request: Request, typist: Typist) -> list[Suggestion]:
        began = self._clock()
        typist.rhythm.heard(began)
        answer = await self._found(request, typist, began)
        if not answer.texts:
            typist.stop_writing()
        why = answer.why
        why.total_ms = self._since(began)
        why.characters = sum(map(len, answer.texts))
        self.last = why
        self.tally.times_ms.append(why.total_ms)
        self._tell(answer)
        return [Suggestion(text, why, id=answer.id) for text in answer.texts]

    async def _found(self, request: Request, typist: Typist, began: float) -> _Answer:
        prose = self.desk.prose(request.path) if self.desk.kind(request.path) == "chapter" else None
        if prose is None or not self.settings.enabled:
            return self._withheld(request, "completion is switched off" if prose else "not a chapter")
        models = tuple(engine.model for engine in self.engines.engines)
        version = (self.desk.canon.version, self.settings, models)
        asked = Asked(typist, request.path, request.offset, prose, version, self.settings, began)
        engine, loading = None, 0.0
        while True:
            found = self._writings.find(asked)
            fresh = found is None
            if found is None:
                place, waited = await self._place(asked)
                loading += waited
                if isinstance(place, str):
                    return self._withheld(request, place)
                found = self._writings.begin(asked, place, engine or self.engines.current()), ""
            writing, typed = found
            answer = await self._awaited(asked, writing, typed, fresh=fresh, explicit=request.explicit)
            if answer:
                answer.why.engine_ms += loading
                return answer
            engine = None
            if writing.failed:
                self._writings.drop(writing)
                engine = self.engines.instead_of(writing.engine)
                coming = not self.engines.ready and not loading  # it is started again, and waited for once
                if not (engine or coming) or not isinstance(writing.failed, ModelError):
                    return self._withheld(request, writing.why.reason)

    async def _place(self, asked: Asked) -> tuple[Place | str, float]:
        """Return the place to write at, when there is an engine that can, or why nothing is to be written;
        and for how many milliseconds an engine had to be waited for.
        """
        path, prose = asked.path, asked.prose
        cursor = locate(prose, asked.offset)
        if isinstance(cursor, Outside):
            return cursor, 0.0
        place = Place(path, asked.offset, prose, cursor)
        if self.engines.ready:
            return place, 0.0
        began = self._clock()  # the author, who has paused, will not ask again by herself
        problem = await self.until_ready()
        changed = (self.desk.prose(path) or prose).text != prose.text
        return problem or (CHANGED if changed else place), self._since(began)

    async def until_ready(self) -> str | None:
        """Wait until one of the engines can write, even if others take their place meanwhile. Return why none
        ever will, if that is so.
        """
        while not self.engines.ready:
            engines = self.engines
            ready = asyncio.ensure_future(engines.until_ready())
            others = asyncio.ensure_future(self._other_engines.wait())
            try:
                await asyncio.wait({ready, others}, return_when=asyncio.FIRST_COMPLETED)
                if ready.done():
                    ready.result()
            except ModelError as error:
                if engines is self.engines:
                    return engines.problem or str(error)
            finally:
                ready.cancel()
                others.cancel()
        return None

    async def _awaited(
        self, asked: Asked, writing: Writing, typed: str, *, fresh: bool, explicit: bool
    ) -> _Answer | None:
        """Return what comes of a writing of whose texts so much has been typed; None if another one is
        needed.
        """
        asked.typist.take(writing)
        cached = not fresh and bool(writing.rests(typed) or writing.silent)
        began, before = self._clock(), replace(writing.why)
        while not writing.complete and (explicit or not writing.rests(typed)):
            if not writing.may_lead_on_from(typed) and not writing.rests(typed):
                return None
            if not await writing.until_changed(self._stalled) and self._has_another(writing.engine):
                writing.give_up(self._stalled)
        if not writing.complete and not cached:
            first = self._since(began) / 1000
            await writing.until_complete(min(max(PATIENCE_S, first * (writing.wanted - 1)), MOST_PATIENCE_S))
        waited = self._since(began)
        if writing.failed or not (writing.rests(typed) or not typed):
            return None
        held = 0.0 if explicit or cached else await self._held(asked)
        texts = writing.rests(typed)
        why = replace(writing.why, offset=asked.offset, cached=cached, held_ms=held)
        why.rejected = list(why.rejected)
        why.grounding_ms -= before.grounding_ms
        why.gate_ms -= before.gate_ms
        why.engine_ms = 0.0 if cached else waited - why.grounding_ms - why.gate_ms
        why.first_ms = 0.0 if cached else why.first_ms
        if fresh:
            self._latency.took(waited / 1000)
        if texts:
            why.reason = SHOWN
            writing.shown = True
            if self._ahead_after is not None:
                self._writings.look_ahead(
                    asked, texts[0], after=self._ahead_after, engine=lambda: self.engines.current()
                )
        writing.told = True
        return _Answer(writing.id, why, texts)

    async def _held(self, asked: Asked) -> float:
        """Wait until what is new may be shown to her; return for how many milliseconds."""
        hold = asked.typist.rhythm.hold(self._latency.usual) - (self._clock() - asked.at)
        if hold <= 0:
            return 0.0
        began = self._clock()
        await self._sleep(hold)
        return self._since(began)

    def _has_another(self, engine: Engine) -> bool:
        return any(other.ready for other in self.engines.engines if other is not engine)

    def _withheld(self, request: Request, reason: str) -> _Answer:
        return _Answer(self._ids(), Why(request.path, request.offset, reason))

    def _since(self, began: float) -> float:
        return (self._clock() - began) * 1000

    def _tell(self, answer: _Answer) -> None:
        why = answer.why
        if why.reason == SHOWN:
            self.tally.shown += 1
            self.tally.cached += why.cached
        else:
            self.tally.withheld[why.reason] += 1
        logger.info(why.reason, extra={"why": why.line})
        self._tell_listeners(answer)

    def _tell_unused(self, writing: Writing) -> None:
        """Tell of what was written and never asked for: what names it invented counts all the same."""
        self._tell_listeners(_Answer(writing.id, replace(writing.why, reason=SUPERSEDED)))

    def _tell_listeners(self, answer: _Answer) -> None:
        for listener in self._listeners:
            try:
                listener(answer.id, answer.why, answer.texts)
            except Exception:  # she gets her suggestion all the same
                logger.exception("An answer could not be told.")
