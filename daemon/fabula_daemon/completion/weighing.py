"""Asks a model twice what it would write next at a place: with all that Fabula tells it, and with the
manuscript alone.
"""

from dataclasses import dataclass

from fabula_daemon.completion.cursor import Outside, locate
from fabula_daemon.completion.engines import Distribution, Engine, Prompt
from fabula_daemon.completion.explaining import TEMPERATURES, Comparison, compare, continued
from fabula_daemon.completion.grounder import Grounder, Place
from fabula_daemon.errors import Refused
from fabula_daemon.story.text.prose import Prose

ASKED = 4096  # tokens: all of a small vocabulary, and nearly all of the probability of a large one
SHOWN = 120  # characters of the story before the cursor that are repeated


@dataclass(frozen=True, slots=True)
class Explanation:
    """What would come next at `offset` of the file at `path`, by which model, and why.

    `before` is the end of the story up to the last whole word, `opening` what stands between it and the
    cursor. `people`, `facts` and `passages` are what the grounded prompt
    tells and the other does not; both hold the same stretch of the manuscript. `temperature` is the one that
    the author has set.
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
    return Explanation(
        path=path,
        offset=offset,
        before=grounded.story[-SHOWN:],
        opening=grounded.opening,
        engine=engine.name,
        model=engine.model,
        temperature=temperature,
        people=grounded.people,
        facts=grounded.facts,
        passages=grounded.passages,
        left_out=grounded.left_out,
        comparison=compare(
            await _behind_the_cursor(engine, grounded.story, grounded.opening),
            await _behind_the_cursor(engine, grounded.text, grounded.opening),
            top=top,
            temperatures=sorted({*TEMPERATURES, temperature}),
        ),
    )


async def _behind_the_cursor(engine: Engine, text: str, opening: str) -> Distribution:
    """Return what the model would write behind `opening`, whether or not a word ends there."""
    found = await engine.distribution(Prompt(text, opening), ASKED)
    if not opening or all(one.text for one in found.alternatives):
        return found
    return continued(found, await engine.distribution(Prompt(text + opening), ASKED))
