"""From a request to what is shown at the cursor, or to silence with a reason.

Silence is preferred to a wrong suggestion. For one document and one client only the newest request counts: an
older one is answered with nothing at once, and its model stops. What was shown and is being typed costs no
model at all.
"""

import asyncio
import hashlib
import logging
import time
from collections import Counter, deque
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Protocol

from fabula_daemon.completion import grounding, join
from fabula_daemon.completion.cursor import Cursor, Outside, locate
from fabula_daemon.completion.engines import Engine, Prompt
from fabula_daemon.completion.gate import Candidate, Read, Ruling
from fabula_daemon.completion.grounding import Grounding
from fabula_daemon.completion.recent import Recent
from fabula_daemon.completion.why import Rejected, Stranger, Why
from fabula_daemon.config import CompletionSettings
from fabula_daemon.errors import ModelError
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.text.prose import Prose
from fabula_daemon.story.world.canon import Canon

logger = logging.getLogger("fabula.suggest")

RETRIES = 2  # further candidates, after one with an unknown name in it
TOKENS_PER_WORD = 3  # enough for a small vocabulary; the gate stops the model earlier
MARGIN = 16  # tokens of the context that stay free, for the opening is counted apart from what precedes it
REMEMBERED_TIMES = 500

SHOWN, SUPERSEDED, LOADING = "shown", "superseded", "the model is loading"


class Story(Protocol):
    """What is needed of the desk: the story as the author sees it now."""

    @property
    def canon(self) -> Canon:
        """What the author has laid down."""

    @property
    def reader(self) -> Reader:
        """The reader of names for this canon."""

    def kind(self, path: str) -> str:
        """Return what the file at `path` is: "chapter", "sheet", …."""

    def prose(self, path: str) -> Prose | None:
        """Return a chapter read, None if there is none."""


@dataclass(frozen=True, slots=True)
class Request:
    """`client`, who may be anything with an identity, has the cursor at `offset` of the file at `path`."""

    client: object
    path: str
    offset: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Text to show at the cursor, in the place of the `replaces` characters before it."""

    text: str
    why: Why
    replaces: int = 0


@dataclass(slots=True)
class Tally:
    """What has come of all requests; `withheld` counts by reason, names left out."""

    shown: int = 0
    cached: int = 0
    withheld: Counter[str] = field(default_factory=Counter)
    times_ms: deque[float] = field(default_factory=lambda: deque(maxlen=REMEMBERED_TIMES))


class Suggester:
    """Answers requests for one story with one engine. `last` is why for the last answer that was not
    superseded.
    """

    def __init__(
        self,
        desk: Story,
        engine: Engine,
        settings: CompletionSettings,
        *,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.desk, self.engine, self.settings = desk, engine, settings
        self.last: Why | None = None
        self.tally = Tally()
        self._clock = clock
        self._recent = Recent()
        self._running: dict[tuple[object, str], asyncio.Task[list[Suggestion]]] = {}
        self._reader: Reader | None = None
        self._read: Read = lambda _: ()

    async def suggest(self, request: Request) -> list[Suggestion]:
        """Return what may be shown, best first; [] is silence."""
        key = (request.client, request.path)
        if older := self._running.get(key):
            older.cancel()
        task = self._running[key] = asyncio.create_task(self._answer(request), name=f"suggest {request.path}")
        try:
            return await task
        except asyncio.CancelledError:
            self._log(Why(request.path, request.offset, SUPERSEDED))
            caller = asyncio.current_task()
            if caller and caller.cancelling():  # it is not a newer request, but whoever asked gives up
                raise
            return []
        finally:
            if self._running.get(key) is task:
                del self._running[key]

    async def _answer(self, request: Request) -> list[Suggestion]:
        why = Why(request.path, request.offset)
        began = self._clock()
        texts = await self._texts(request, why)
        why.total_ms = self._since(began)
        why.characters = sum(map(len, texts))
        self.last = why
        self.tally.times_ms.append(why.total_ms)
        self._log(why)
        return [Suggestion(text, why) for text in texts]

    async def _texts(self, request: Request, why: Why) -> tuple[str, ...]:
        """Return the texts to show, and write into `why` what led to them."""
        prose = self.desk.prose(request.path) if self.desk.kind(request.path) == "chapter" else None
        if prose is None or not self.settings.enabled:
            why.reason = "completion is switched off" if prose else "not a chapter"
            return ()
        canon = self.desk.canon.version
        if texts := self._recent.rest(request.path, prose.text, request.offset, canon):
            why.reason, why.cached = SHOWN, True
            return texts
        cursor = locate(prose, request.offset)
        if isinstance(cursor, Outside):
            why.reason = cursor
            return ()
        if not self.engine.ready and not await self._model_is_there(why):
            return ()
        if why.reason == LOADING and (self.desk.prose(request.path) or prose).text != prose.text:
            why.reason = "the text has changed meanwhile"
            return ()
        began = self._clock()
        ground = self._ground(cursor)
        why.people, why.left_out = list(ground.parts[0].lines), list(ground.left_out)
        why.grounding_ms = self._since(began)
        texts = await self._candidates(cursor, ground, join.marks_of(prose.text), why)
        if texts:
            self._recent.remember(request.path, prose.text, request.offset, canon, texts)
        return texts

    async def _model_is_there(self, why: Why) -> bool:
        """Wait for a model that is loading: the author, who has paused, will not ask again by herself."""
        why.reason = LOADING
        try:
            await self.engine.until_ready()
        except ModelError as error:
            why.reason = self.engine.problem or str(error)
            return False
        return True

    def _ground(self, cursor: Cursor) -> Grounding:
        if (
            self._reader is not self.desk.reader
        ):  # whom a paragraph names depends on it and on the canon alone
            self._reader = self.desk.reader
            self._read = lru_cache(maxsize=4096)(self._reader.read)
        budget = self.engine.context - self._max_tokens() - MARGIN
        return grounding.ground(
            cursor, grounding.present(cursor, self._read), budget=budget, count=self.engine.count
        )

    async def _candidates(
        self, cursor: Cursor, ground: Grounding, marks: join.Marks, why: Why
    ) -> tuple[str, ...]:
        """Return as many different clean candidates as the settings ask for, or what a few tries give."""
        found: list[str] = []
        seed = _seed(ground)
        for attempt in range(self.settings.candidates + RETRIES):
            candidate = Candidate(
                cursor, self.desk.reader.read, max_words=self.settings.max_words, marks=marks
            )
            prompt = Prompt(
                text=ground.text,
                opening=ground.opening,
                banned=tuple(rejected.name for rejected in why.rejected),
                seed=seed + attempt,
                max_tokens=self._max_tokens(),
                temperature=self.settings.temperature,
            )
            why.candidates += 1
            try:
                ruling = await self._ruling(prompt, candidate, why)
            except ModelError as error:
                logger.warning("%s", error)
                why.reason = why.reason or "the model failed"
                break
            if ruling.text and ruling.text not in found:
                found.append(ruling.text)
            if ruling.name:
                why.rejected.append(Rejected(ruling.name, Stranger.FRESH))
            why.reason = SHOWN if found else ruling.reason
            if len(found) == self.settings.candidates or not (ruling.text or ruling.name):
                break
        return tuple(found)

    async def _ruling(self, prompt: Prompt, candidate: Candidate, why: Why) -> Ruling:
        """Return what the gate says of one continuation, whose writing ends as soon as it has said so."""
        began, gate_ms = self._clock(), 0.0
        try:
            async with aclosing(self.engine.stream(prompt)) as pieces:
                async for piece in pieces:
                    came = self._clock()
                    ruling = candidate.add(piece.text)
                    gate_ms += self._since(came)
                    if ruling:
                        return ruling
            return candidate.finish()
        finally:
            why.gate_ms += gate_ms
            why.engine_ms += self._since(began) - gate_ms

    def _max_tokens(self) -> int:
        return TOKENS_PER_WORD * self.settings.max_words

    def _since(self, began: float) -> float:
        return (self._clock() - began) * 1000

    def _log(self, why: Why) -> None:
        if why.reason == SHOWN:
            self.tally.shown += 1
            self.tally.cached += why.cached
        else:
            self.tally.withheld[why.reason] += 1
        logger.info(why.reason, extra={"why": asdict(why)})


def _seed(ground: Grounding) -> int:
    """Return the number from which chance begins: the same at the same place, so that asking again changes
    nothing.
    """
    digest = hashlib.sha256(f"{ground.text}\0{ground.opening}".encode(errors="surrogatepass")).digest()
    return int.from_bytes(digest[:6])
