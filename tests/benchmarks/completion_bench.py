"""How long a suggestion takes with the embedded engine while a chapter of a real novel is typed, and who is
in it.

Every keystroke of three stretches of a chapter asks for a suggestion, as an editor would, and waits for it.
`inline_ms` counts the answers for which the model wrote; those that typing through a suggestion gave are
apart.
"""

import asyncio
import json
import random
from pathlib import Path
from statistics import median, quantiles

from fabula_daemon.completion.engines import Engine, Usage
from fabula_daemon.completion.engines.transformers import TransformersEngine
from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.completion.why import Why
from fabula_daemon.config import CompletionSettings
from fabula_daemon.desk import Desk

DATA = Path(__file__).parents[3] / "shared" / "data" / "novels"
NOVELS = (DATA / "the-skylark-of-space", DATA / "the-war-of-the-worlds")
PLACES = 30  # in each of them
CHAPTER = "manuscript/05-chapter-5.md"
BEGINNINGS = (0.2, 0.5, 0.8)  # of the first novel's chapter, where typing begins
KEYSTROKES = 60


def figures() -> dict[str, float]:
    """Type, and return milliseconds and shares."""
    return asyncio.run(_figures())


async def _figures() -> dict[str, float]:
    desk, engine = Desk(NOVELS[0]), TransformersEngine()
    await engine.start()
    try:
        await engine.until_ready()
        suggester = Suggester(desk, engine, CompletionSettings())
        strangers = [name for novel in NOVELS for name in await _strangers(Desk(novel), engine)]
        engine.usage = Usage()
        answers = [why for beginning in BEGINNINGS for why in await _typed(desk, suggester, beginning)]
    finally:
        await engine.stop()
    generated = [why for why in answers if not why.cached and why.candidates]
    totals = [why.total_ms for why in generated]
    overheads = [why.total_ms - why.engine_ms - why.held_ms for why in answers]
    return {
        "inline_ms_p50": median(totals),
        "inline_ms_p95": _p95(totals),
        "inline_typed_through_ms_p95": _p95([why.total_ms for why in answers if why.cached]),
        "inline_embedded_overhead_ms_p95": _p95(overheads),
        "inline_gate_ms_p95": _p95([why.gate_ms for why in generated]),
        "inline_grounding_ms_p95": _p95([why.grounding_ms for why in generated]),
        "inline_strangers_shown": float(len(strangers)),
        "inline_shown_share": sum(why.reason == "shown" for why in answers) / len(answers),
        "inline_typed_through_share": sum(why.cached for why in answers) / len(answers),
        "inline_prefix_reused_share": engine.usage.reused / engine.usage.prompt,
    }


async def _typed(desk: Desk, suggester: Suggester, beginning: float) -> list[Why]:
    """Type KEYSTROKES of the chapter from `beginning` on, with what follows them not yet written."""
    whole = desk.text(CHAPTER)
    assert whole is not None
    start = whole.index(" ", int(len(whole) * beginning)) + 1
    answers: list[Why] = []
    for offset in range(start, start + KEYSTROKES):
        desk.change(suggester, CHAPTER, whole[:offset], caret=offset)
        await suggester.suggest(Request(suggester, CHAPTER, offset))
        assert suggester.last is not None
        answers.append(suggester.last)
    desk.close(suggester, CHAPTER)
    return answers


async def _strangers(desk: Desk, engine: Engine) -> list[str]:
    """Return the unknown names in what is shown at random places, by the reader that the diagnostics use."""
    suggester, chance, found = Suggester(desk, engine, CompletionSettings()), random.Random(1898), list[str]()
    chapters = [entry.path for entry in desk.world.chapters]
    for _ in range(PLACES):
        path = chance.choice(chapters)
        text = desk.text(path) or ""
        offset = text.index(" ", chance.randrange(len(text) * 3 // 4)) + 1
        desk.change(suggester, path, text[:offset])
        paragraph = text[:offset].rpartition("\n\n")[2]
        for suggestion in await suggester.suggest(Request(suggester, path, offset)):
            mentions = desk.reader.read(paragraph + suggestion.text)
            found += [m.text for m in mentions if not m.known and m.end > len(paragraph)]
        desk.close(suggester, path)
    return found


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
