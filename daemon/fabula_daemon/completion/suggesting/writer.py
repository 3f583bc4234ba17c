"""Has an engine write at a place, and lets through what the gate does: candidates, drawn until enough are
clean.
"""

import asyncio
import hashlib
import math
from collections.abc import Callable, Hashable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Protocol

from fabula_daemon.completion import join
from fabula_daemon.completion.engines import Engine, Piece, Prompt
from fabula_daemon.completion.gate.bans import bans, refused
from fabula_daemon.completion.gate.candidate import RETRIES, Candidate, Ruling, longest
from fabula_daemon.completion.grounding.grounder import Grounder, Place, Story
from fabula_daemon.completion.grounding.prompt import Grounding
from fabula_daemon.completion.suggesting.recent import Spot
from fabula_daemon.completion.suggesting.writing import Clean, Writing
from fabula_daemon.completion.why import Why
from fabula_daemon.config import CompletionSettings
from fabula_daemon.story.checks import Setting

TOKENS_PER_WORD = 3  # enough for a small vocabulary; the gate stops the model earlier

SHOWN, UNSURE, COPIED = "shown", "the model is not sure enough", "copied from the story"


class Copying(Protocol):
    """Knows the runs of words that the story has already."""

    def refresh(self) -> None:
        """Notice what the author has typed, without waiting for it."""

    def run_in(self, text: str, before: str = "") -> str | None:
        """Return the first run in `text`, which follows `before`, that is a copy; None if there is none."""


@dataclass(slots=True)
class _Work:
    """One place, its prompt, and the candidates that are still to be drawn for it."""

    place: Place
    prompt: Prompt
    setting: Setting
    marks: join.Marks
    settings: CompletionSettings
    left: int
    numbers: Iterator[int] = field(default_factory=count)


class Writer:
    """Writes for one story."""

    def __init__(
        self,
        desk: Story,
        grounder: Grounder,
        copying: Copying | None,
        *,
        clock: Callable[[], float],
        ids: Callable[[], str],
    ) -> None:
        self._desk, self._grounder, self._copying = desk, grounder, copying
        self._clock, self._ids = clock, ids

    def begin(
        self,
        place: Place,
        spot: Spot,
        engine: Engine,
        settings: CompletionSettings,
        *,
        owner: Hashable,
        wanted: int,
    ) -> Writing:
        """Begin to write up to `wanted` texts at a place, and return where they will stand."""
        why = Why(place.path, spot.offset, engine=engine.name, model=engine.model)
        writing = Writing(spot, engine, why, name=self._ids(), owner=owner, wanted=wanted)
        writing.start(lambda writing: self._write(writing, place, settings))
        return writing

    async def _write(self, writing: Writing, place: Place, settings: CompletionSettings) -> None:
        began, why = self._clock(), writing.why
        max_tokens = TOKENS_PER_WORD * longest(settings.unit, settings.max_words)
        if self._copying:
            self._copying.refresh()
        ground = await self._grounder.ground(place, writing.engine, max_tokens=max_tokens)
        why.people, why.facts, why.passages = list(ground.people), list(ground.facts), list(ground.passages)
        why.left_out = list(ground.left_out)
        setting = self._desk.world.setting(place.path)
        prompt = Prompt(
            text=ground.text,
            opening=ground.opening,
            banned=bans(setting),
            seed=_seed(ground),
            max_tokens=max_tokens,
            temperature=settings.temperature,
        )
        marks = join.marks_of(place.prose.text)
        why.grounding_ms = self._since(began)
        work = _Work(place, prompt, setting, marks, settings, left=writing.wanted + RETRIES)
        drawing = [asyncio.create_task(self._draw_until_clean(writing, work)) for _ in range(writing.wanted)]
        try:
            await asyncio.gather(*drawing)
        finally:
            for task in drawing:
                task.cancel()
            await asyncio.wait(drawing)

    async def _draw_until_clean(self, writing: Writing, work: _Work) -> None:
        """Draw candidates until one may be shown, none is left to draw, or drawing again is in vain."""
        again = True
        while again and work.left > 0:
            work.left -= 1
            number = next(work.numbers)
            names = [one.name for one in writing.why.rejected]
            banned = (*work.prompt.banned, *refused(names, work.setting.canon, work.prompt.opening))
            prompt = replace(work.prompt, banned=banned, seed=work.prompt.seed + number)
            writing.why.candidates += 1
            reason, again = await self._draw(writing, work, prompt, number)
            writing.ends(number)
            if writing.why.reason != SHOWN:
                writing.why.reason = reason

    async def _draw(self, writing: Writing, work: _Work, prompt: Prompt, number: int) -> tuple[str, bool]:
        """Draw one candidate. Return what comes of it, and whether another one may do better."""
        candidate = Candidate(
            work.place.cursor,
            self._desk.reader.read,
            max_words=work.settings.max_words,
            unit=work.settings.unit,
            marks=work.marks,
            setting=work.setting,
        )
        sureness, why, began = _Sureness(), writing.why, self._clock()
        async with aclosing(writing.engine.stream(prompt)) as pieces:
            try:
                async for piece in pieces:
                    came = self._clock()
                    why.first_ms = why.first_ms or (came - began) * 1000
                    if piece.usage:
                        why.prompt_tokens, why.reused_tokens = piece.usage.prompt, piece.usage.reused
                    sureness.add(piece)
                    ruling = candidate.add(piece.text)
                    text = candidate.text
                    why.gate_ms += self._since(came)
                    if ruling:  # whoever waits need not wait until the engine has been stopped
                        return self._outcome(writing, work, candidate, ruling, sureness)
                    writing.goes_on(number, text)
            except BaseException:  # what was written until then has been written
                why.words += len(candidate.text.split())
                raise
        return self._outcome(writing, work, candidate, candidate.finish(), sureness)

    def _outcome(
        self, writing: Writing, work: _Work, candidate: Candidate, ruling: Ruling, sureness: "_Sureness"
    ) -> tuple[str, bool]:
        """Return what comes of a candidate on which the gate has ruled, and whether another may do better."""
        why = writing.why
        why.words += len(candidate.text.split())
        if ruling.rejected:
            why.rejected.append(ruling.rejected)
        if not ruling.text:
            return ruling.reason, ruling.rejected is not None
        if self._copying and self._copying.run_in(ruling.text, work.place.cursor.before):
            return COPIED, True
        confidence = sureness.confidence
        if confidence is not None and confidence < work.settings.confidence:
            why.confidence = why.confidence or confidence
            return UNSURE, False
        new = writing.add(Clean(ruling.text, confidence))
        return SHOWN, not new

    def _since(self, began: float) -> float:
        return (self._clock() - began) * 1000


class _Sureness:
    """How sure the model was of what it wrote, as far as it tells."""

    def __init__(self) -> None:
        self._logprob, self._tokens = 0.0, 0

    def add(self, piece: Piece) -> None:
        """Count a piece in."""
        if piece.logprob is not None:
            self._logprob += piece.logprob
            self._tokens += piece.tokens

    @property
    def confidence(self) -> float | None:
        """The geometric mean of the tokens' probabilities, None if the engine tells none."""
        return math.exp(self._logprob / self._tokens) if self._tokens else None


def _seed(ground: Grounding) -> int:
    """Return the number from which chance begins: the same at the same place, so that asking again changes
    nothing.
    """
    digest = hashlib.sha256(f"{ground.text}\0{ground.opening}".encode(errors="surrogatepass")).digest()
    return int.from_bytes(digest[:6])
