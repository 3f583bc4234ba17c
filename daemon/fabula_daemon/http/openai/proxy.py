"""A request answered: a prompt is made, an engine chosen, and what it writes passes the gate as it comes."""

import logging
import random
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import replace
from typing import Protocol

from fabula_daemon.completion.engines import Engine, Piece
from fabula_daemon.completion.gate.streaming import stream
from fabula_daemon.completion.grounding.grounder import Grounder, Story
from fabula_daemon.completion.why import PROXIED, Rejected, Why
from fabula_daemon.errors import ModelError
from fabula_daemon.http.openai.aiming import Aim, Aimer, Spot, most_tokens
from fabula_daemon.http.openai.asked import Asked
from fabula_daemon.http.openai.reply import FAILED, Reply, plain, side_by_side

logger = logging.getLogger("fabula.proxy")

_SEEDS = 1 << 48
_MOST_IGNORED = 20


class Engines(Protocol):
    """What is needed of the choice of engines."""

    @property
    def engines(self) -> Sequence[Engine]:
        """All that there are."""

    def current(self) -> Engine:
        """Return the engine to ask now."""

    def instead_of(self, failed: Engine) -> Engine | None:
        """Return one to ask in its place, None if there is none."""

    async def until_ready(self) -> None:
        """Wait until one is ready. Raises ModelError if none ever will be."""


class Proxy:
    """Answers the programs that ask one story's daemon for completions.

    `engines` returns what there is to choose from now. `told` is told of each answer when it is complete, as
    of a suggestion: its name, why, and the texts.
    """

    def __init__(
        self,
        desk: Story,
        grounder: Grounder,
        engines: Callable[[], Engines],
        *,
        told: Callable[[str, Why, Sequence[str]], None] = lambda *_: None,
        chance: random.Random | None = None,
        clock: Callable[[], float] = time.perf_counter,
        date: Callable[[], float] = time.time,
    ) -> None:
        self.engines, self.date = engines, date
        self._desk, self._aimer = desk, Aimer(desk, grounder)
        self._told, self._clock = told, clock
        self._chance = chance or random.Random()

    async def answer(self, asked: Asked) -> Reply:
        """Return an answer of which the first piece is there. Raises Unserved; ModelError, if no engine
        can.
        """
        began = self._clock()
        spots = await self._aimer.spots(asked)
        seed = (self._chance.getrandbits(48) if asked.seed is None else asked.seed) % _SEEDS
        engines = self.engines()
        engine = engines.current()
        while True:
            try:
                if not engine.ready:
                    await engines.until_ready()
                    engine = engines.current()
                return await self._written(engine, spots, asked, seed, began)
            except ModelError as error:
                logger.warning("%s", error)
                other = engines.instead_of(engine)
                if other is None:
                    raise
                engine = other

    async def _written(
        self, engine: Engine, spots: Sequence[Spot], asked: Asked, seed: int, began: float
    ) -> Reply:
        aims = [await self._aimer.aim(spot, asked, engine, seed=seed) for spot in spots]
        why = _why(aims[0], engine)
        why.grounding_ms = self._since(began)
        streams = [
            self._stream(engine, aim, asked, number, why.rejected)
            for aim in aims
            for number in range(asked.n)
        ]

        def over(reply: Reply, how: str) -> None:
            if how == FAILED:
                self.engines().instead_of(engine)  # which the next request then passes over
            if not reply.usage.prompt:
                reply.usage.prompt = sum(engine.count(aim.prompt.text + aim.prompt.opening) for aim in aims)
            why.total_ms = self._since(began)
            why.characters = sum(map(len, reply.texts))
            why.words = sum(len(text.split()) for text in reply.texts)
            why.prompt_tokens, why.reused_tokens = reply.usage.prompt, reply.usage.reused
            logger.info(how, extra={"why": replace(why, reason=how).line})
            self._told(reply.identity, why, reply.texts)

        kind = "chatcmpl" if asked.is_chat else "cmpl"
        reply = Reply(
            identity=f"{kind}-{self._chance.getrandbits(96):024x}",
            engine=engine,
            headers=_headers(aims[0], asked, engine),
            rejected=why.rejected,
            texts=[""] * len(streams),
            over=over,
        )
        await reply.begin(side_by_side(streams))
        why.first_ms = self._since(began) - why.grounding_ms
        return reply

    def _stream(
        self, engine: Engine, aim: Aim, asked: Asked, number: int, rejected: list[Rejected]
    ) -> AsyncGenerator[Piece, None]:
        prompt = aim.numbered(number)
        if not asked.gate:
            return plain(engine, prompt)
        return stream(engine, prompt, aim.spot.cursor, self._desk.reader.read, aim.setting, rejected)

    def _since(self, began: float) -> float:
        return (self._clock() - began) * 1000


def _why(aim: Aim, engine: Engine) -> Why:
    place, ground = aim.spot.place, aim.grounding
    why = Why(place.path if place else "", place.offset if place else 0, PROXIED, candidates=1)
    why.engine, why.model = engine.name, engine.model
    if ground:
        why.people, why.facts = list(ground.people), list(ground.facts)
        why.passages, why.left_out = list(ground.passages), list(ground.left_out)
    return why


def _headers(aim: Aim, asked: Asked, engine: Engine) -> dict[str, str]:
    headers = aim.told() | {
        "x-fabula-gate": "on" if asked.gate else "off",
        "x-fabula-engine": engine.name,
        "x-fabula-model": _printable(engine.model),
    }
    if most_tokens(asked, engine) < asked.max_tokens:
        headers["x-fabula-max-tokens"] = str(most_tokens(asked, engine))
    if asked.ignored:
        headers["x-fabula-ignored"] = ", ".join(map(_printable, asked.ignored[:_MOST_IGNORED]))
    return headers


def _printable(text: str) -> str:
    """Return a text as a header can hold it."""
    return "".join(c if c.isascii() and c.isprintable() else "?" for c in text)
