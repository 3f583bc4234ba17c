"""From a request to what is shown at the cursor, or to silence with a reason.

Silence is preferred to a wrong suggestion. For one document and one client only the newest request counts: an
older one is answered with nothing at once, and its model stops. What was shown and is being typed costs no
model at all.
"""

import asyncio
import logging
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import asdict, dataclass, field, replace
from uuid import uuid4

from fabula_daemon.completion.cursor import Outside, locate
from fabula_daemon.completion.display import Latency
from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.grounder import Grounder, Place, Story
from fabula_daemon.completion.recent import Recent, Spot
from fabula_daemon.completion.typist import Typist, Typists
from fabula_daemon.completion.why import Why
from fabula_daemon.completion.writer import SHOWN, Copying, Writer
from fabula_daemon.completion.writing import Writing
from fabula_daemon.config import CompletionSettings
from fabula_daemon.errors import ModelError
from fabula_daemon.story.text.prose import Prose

logger = logging.getLogger("fabula.suggest")

AHEAD_AFTER_S = 0.15  # without a key, until what would follow a suggestion is written
LINGER_S = 0.5  # for which writing goes on that nobody waits for: editors cancel a question before the next
PATIENCE_S = 0.05  # for further candidates, when one is there
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


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request, and what it finds: the text, what has to be the same for anything written to count still,
    and the time.
    """

    request: Request
    typist: Typist
    prose: Prose
    version: Hashable
    settings: CompletionSettings
    at: float


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
    ) -> None:
        """Without a time `ahead_after` nothing is written ahead."""
        self.desk, self.settings = desk, settings
        self.engines = engines if isinstance(engines, Choice) else Choice([engines])
        self.last: Why | None = None
        self.tally = Tally()
        self._writer = Writer(desk, grounder or Grounder(desk), copying, clock=clock, ids=ids)
        self._clock, self._sleep, self._ids = clock, sleep, ids
        self._ahead_after, self._linger = ahead_after, linger
        self._recent = Recent[Writing]()
        self._typists = Typists()
        self._latency = Latency()
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Tell `listener` of every answer: its id, why, and the texts to show; none, if they are withheld."""
        self._listeners.append(listener)

    async def suggest(self, request: Request) -> list[Suggestion]:
        """Return what may be shown, best first; [] is silence."""
        typist = self._typists.at(request.client, request.path)
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
        for typist in self._typists:
            typist.call_off()
        await asyncio.gather(*(writing.closed() for writing in self._recent))

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
        version = (self.desk.canon.version, self.settings)
        asked = _Asked(request, typist, prose, version, self.settings, began)
        engine: Engine | None = None
        while True:
            found = self._written(asked)
            fresh = found is None
            if found is None:
                place = await self._place(asked)
                if isinstance(place, str):
                    return self._withheld(request, place)
                found = self._begin(asked, place, engine or self.engines.current()), ""
            writing, typed = found
            answer = await self._awaited(asked, writing, typed, fresh=fresh)
            if answer:
                return answer
            engine = None
            if writing.failed:
                self._recent.drop(writing)
                engine = self.engines.instead_of(writing.engine)
                if engine is None or not isinstance(writing.failed, ModelError):
                    return self._withheld(request, writing.why.reason)

    def _written(self, asked: _Asked) -> tuple[Writing, str] | None:
        """Return what was written, or is being written, where she has typed nothing else since, and what she
        has typed.
        """
        request = asked.request

        def stands(writing: Writing, typed: str) -> bool:
            return bool(writing.rests(typed)) or (writing.silent and not typed)

        def comes(writing: Writing, typed: str) -> bool:
            return writing.owner == asked.typist.key and writing.may_lead_on_from(typed)

        text, offset = asked.prose.text, request.offset
        return self._recent.find(request.path, text, offset, asked.version, stands) or self._recent.find(
            request.path, text, offset, asked.version, comes
        )

    async def _place(self, asked: _Asked) -> Place | str:
        """Return the place to write at, when there is an engine that can, or why nothing is to be written."""
        request, prose = asked.request, asked.prose
        cursor = locate(prose, request.offset)
        if isinstance(cursor, Outside):
            return cursor
        if not self.engines.ready:  # the author, who has paused, will not ask again by herself
            try:
                await self.engines.until_ready()
            except ModelError as error:
                return self.engines.problem or str(error)
            if (self.desk.prose(request.path) or prose).text != prose.text:
                return CHANGED
        return Place(request.path, request.offset, prose, cursor)

    def _begin(self, asked: _Asked, place: Place, engine: Engine) -> Writing:
        """Begin to write at the cursor, before everything that is written ahead for anybody."""
        asked.typist.stop_writing()
        for typist in self._typists:
            typist.stop_ahead()
        spot = Spot.at(place.path, place.prose.text, place.offset, asked.version)
        return self._write(asked, place, spot, engine, wanted=asked.settings.candidates)

    def _write(self, asked: _Asked, place: Place, spot: Spot, engine: Engine, *, wanted: int) -> Writing:
        owner = asked.typist.key
        writing = self._writer.begin(place, spot, engine, asked.settings, owner=owner, wanted=wanted)
        self._recent.keep(writing)
        return writing

    async def _awaited(self, asked: _Asked, writing: Writing, typed: str, *, fresh: bool) -> _Answer | None:
        """Return what comes of a writing of whose texts so much has been typed; None if another one is
        needed.
        """
        asked.typist.take(writing)
        cached = not fresh and bool(writing.rests(typed) or writing.silent)
        began, before = self._clock(), replace(writing.why)
        explicit = asked.request.explicit
        while not writing.complete and (explicit or not writing.rests(typed)):
            if not writing.may_lead_on_from(typed) and not writing.rests(typed):
                return None
            await writing.until_changed()
        if not writing.complete and not cached:
            await writing.until_complete(PATIENCE_S)
        waited = self._since(began)
        if writing.failed or not (writing.rests(typed) or not typed):
            return None
        held = 0.0 if explicit or writing.shown else await self._held(asked)
        texts = writing.rests(typed)
        why = replace(writing.why, offset=asked.request.offset, cached=cached, held_ms=held)
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
            self._look_ahead(asked, texts[0])
        return _Answer(writing.id, why, texts)

    async def _held(self, asked: _Asked) -> float:
        """Wait until what is new may be shown to her; return for how many milliseconds."""
        hold = asked.typist.rhythm.hold(self._latency.usual) - (self._clock() - asked.at)
        if hold <= 0:
            return 0.0
        await self._sleep(hold)
        return hold * 1000

    def _look_ahead(self, asked: _Asked, text: str) -> None:
        if self._ahead_after is not None:
            asked.typist.call_later(self._ahead_after, lambda: self._write_ahead(asked, text))

    def _write_ahead(self, asked: _Asked, shown: str) -> None:
        """Begin to write what would follow `shown`, as soon as nothing else is being written."""
        path, offset, prose = asked.request.path, asked.request.offset, asked.prose
        now, engine = self.desk.prose(path), self.engines.current()
        if not all(writing.complete for writing in self._recent):
            self._look_ahead(asked, shown)
            return
        cursor = locate(prose, offset)
        if not engine.ready or now is None or now.text != prose.text:
            return
        if isinstance(cursor, Outside) or cursor.after.strip():
            return
        text = f"{prose.text[:offset]}{shown}{prose.text[offset:]}"
        spot = Spot.at(path, text, offset + len(shown), asked.version)
        if not any(writing.spot == spot for writing in self._recent):
            place = Place(path, offset, prose, replace(cursor, before=cursor.before + shown))
            asked.typist.ahead = self._write(asked, place, spot, engine, wanted=1)

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
        logger.info(why.reason, extra={"why": asdict(why)})
        for listener in self._listeners:
            listener(answer.id, why, answer.texts)
