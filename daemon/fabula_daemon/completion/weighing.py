"""Asks a model twice what it would write next at a place: with all that Fabula tells it, and with the
manuscript alone.
"""

import asyncio
import re
from contextlib import aclosing
from dataclasses import dataclass

from fabula_daemon.completion.cursor import Outside, locate
from fabula_daemon.completion.engines import Distribution, Engine, Prompt
from fabula_daemon.completion.explaining import TEMPERATURES, Comparison, compare, continued
from fabula_daemon.completion.grounding.grounder import Grounder, Place
from fabula_daemon.errors import Refused
from fabula_daemon.story.text.prose import Prose

ASKED = 4096  # tokens: all of a small vocabulary, and nearly all of the probability of a large one
SHOWN = 120  # characters of the story before the cursor that are repeated
WORD = 6  # tokens that a word which an alternative begins may take
_LETTERS = re.compile(r"[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Words:
    """What the likeliest word is that begins with an alternative, by either prompt; empty where it is no
    beginning of one.
    """

    ungrounded: str
    grounded: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What would come next at `offset` of the file at `path`, by which model, and why.

    `before` is the end of the story up to the last whole word, `opening` what stands between it and the
    cursor. `people`, `facts` and `passages` are what the grounded prompt
    tells and the other does not; both hold the same stretch of the manuscript. `temperature` is the one that
    the author has set. `words` belong to the comparison's alternatives: a small model spells a name in
    several tokens, and the first says little.
    """

    path: str
    offset: int
    before: str
    opening: str
    engine: str
    model: str
    temperature: float
    people: tuple[str, ...]
    facts: tuple[str, ...]
    passages: tuple[str, ...]
    left_out: tuple[str, ...]
    comparison: Comparison
    words: tuple[Words, ...]


async def explain(
    path: str,
    offset: int,
    prose: Prose | None,
    *,
    grounder: Grounder,
    engine: Engine,
    temperature: float,
    top: int,
) -> Explanation:
    """Return both distributions at a place, with the `top` likeliest alternatives.

    Raises Refused where no prose is written, ModelError if the model cannot be asked.
    """
    if prose is None:
        raise Refused(f"{path} is not a chapter: only a story is continued.")
    cursor = locate(prose, offset)
    if isinstance(cursor, Outside):
        raise Refused(f"There is nothing to continue here: {cursor}.")
    if not engine.ready:
        await engine.until_ready()
    grounded = await grounder.ground(Place(path, offset, prose, cursor), engine, max_tokens=1)
    bare, told = (grounded.story, grounded.opening), (grounded.text, grounded.opening)
    comparison = await asyncio.to_thread(  # thousands of alternatives take longer than a keystroke may wait
        compare,
        await _behind_the_cursor(engine, *bare),
        await _behind_the_cursor(engine, *told),
        top=top,
        temperatures=sorted({*TEMPERATURES, temperature}),
    )
    texts = [one.text for one in comparison.alternatives]
    # one prompt after the other, for an engine that keeps what it has read of the last
    words = [[await _word(engine, *prompt, text) for text in texts] for prompt in (bare, told)]
    return Explanation(
        path=path,
        offset=offset,
        before=_end(grounded.story),
        opening=grounded.opening,
        engine=engine.name,
        model=engine.model,
        temperature=temperature,
        people=grounded.people,
        facts=grounded.facts,
        passages=grounded.passages,
        left_out=grounded.left_out,
        comparison=comparison,
        words=tuple(map(Words, *words)),
    )


def _end(story: str) -> str:
    """Return what is repeated of the story, from a whole word on."""
    return story if len(story) <= SHOWN else story[-SHOWN:].split(maxsplit=1)[-1]


async def _behind_the_cursor(engine: Engine, text: str, opening: str) -> Distribution:
    """Return what the model would write behind `opening`, whether or not a word ends there."""
    found = await engine.distribution(Prompt(text, opening), ASKED)
    if not opening or all(one.text for one in found.alternatives):
        return found
    return continued(found, await engine.distribution(Prompt(text + opening), ASKED))


async def _word(engine: Engine, text: str, opening: str, start: str) -> str:
    """Return the likeliest word that `start`, put at the cursor, begins; empty if it begins none."""
    if not start[-1:].isalpha():
        return ""
    word = start.lstrip()
    prompt = Prompt(text, opening + start, max_tokens=WORD, temperature=0.0)
    async with aclosing(engine.stream(prompt)) as pieces:
        async for piece in pieces:
            letters = _LETTERS.match(piece.text)
            word += letters.group() if letters else ""
            if letters is None or letters.end() < len(piece.text):
                break
    return word.rstrip("’'-")
