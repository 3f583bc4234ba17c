"""From the cursor to the prompt, in a story of a million words with ten thousand sheets, while it is indexed
and searched as in the daemon (by words: an embedding takes its time elsewhere, and no prompt waits for it).

`grounding_ms_p95` counts every keystroke of stretches typed in the middle of chapters, the first in each
chapter included; `grounding_anew_ms_p95` those that begin a paragraph, of which another prompt is made.
"""

import asyncio
import gc
import json
import random
import tempfile
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from statistics import quantiles

from fabula_daemon import collection
from fabula_daemon.completion.cursor import Cursor, locate
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.grounding.grounder import Grounder, Place
from fabula_daemon.desk import Desk
from fabula_daemon.index.index import Index
from tests.benchmarks.big_story import build
from tests.support.fake_engine import FakeEngine

SHEETS = 10_000
CHAPTERS = 12
KEYSTROKES = 60  # in each of them, and a paragraph ends with every so many:
PARAGRAPH = 20
PROPER = ("Al", "Bre", "Cor", "Dan", "Ed", "Fen", "Gor", "Hal", "Ing", "Jor")


class CountingEngine(FakeEngine):
    """Counts by the tokenizer of the starter model, as the engines do."""

    def __init__(self, context: int) -> None:
        from tokenizers import Tokenizer

        super().__init__(context=context)
        tokenizer = Tokenizer.from_file(str(STARTER / "tokenizer.json"))
        self.count: Callable[[str], int] = lru_cache(maxsize=2048)(  # type: ignore[method-assign]
            lambda text: len(tokenizer.encode(text, add_special_tokens=False).ids)
        )


def figures() -> dict[str, float]:
    """Type, and return milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        root = build(Path(folder) / "story")
        for number in range(SHEETS - 6):
            digits = "".join(PROPER[int(digit)].casefold() for digit in str(number))
            name = f"{digits.capitalize()} {PROPER[number % 7]}{digits}"
            sheet = f"---\nname: {name}\nkind: character\npronouns: she/her\neyes: green\n---\n\nA person.\n"
            (root / "world" / "characters" / f"{number}.md").write_text(sheet)
        with (root / "fabula.toml").open("a") as settings:
            settings.write('\n[model]\nembedding = "none"\n')
        return asyncio.run(_figures(root))


async def _figures(root: Path) -> dict[str, float]:
    desk = Desk(root)
    index = Index(root, root / ".fabula", lambda changed: None, lambda names: None)
    await index.start()
    try:
        while index.progress().phase != "idle":
            await asyncio.sleep(0.2)
        collection.begin()
        results = {}
        for context in (1_024, 16_384):
            each, anew = await _typed(desk, index, CountingEngine(context))
            suffix = "" if context == 1_024 else f"_{context}"
            results[f"grounding_ms_p95{suffix}"] = _p95(each)
            results[f"grounding_anew_ms_p95{suffix}"] = _p95(anew)
        return results
    finally:
        gc.enable()
        gc.unfreeze()
        await index.stop()


async def _typed(desk: Desk, index: Index, engine: FakeEngine) -> tuple[list[float], list[float]]:
    """Return the milliseconds of every prompt, and of those that begin a paragraph or a chapter."""
    grounder = Grounder(desk, lambda query, k, before: index.search(query, k, before_chapter=before))
    chance, author = random.Random(1818), object()
    each: list[float] = []
    anew: list[float] = []
    for entry in chance.sample(desk.world.chapters, CHAPTERS):
        text = desk.text(entry.path) or ""
        start = text.index("\n\n", len(text) // 2) + 2
        later = text[start:].replace("\n\n", " ")
        desk.open(author, entry.path, text)
        await desk.settled()
        for number in range(KEYSTROKES):
            typed = text[:start] + "\n\n".join(
                later[at : min(at + PARAGRAPH, number + 1)] for at in range(0, number + 1, PARAGRAPH)
            )
            desk.change(author, entry.path, f"{typed}\n\n{text[start:]}", caret=len(typed))
            prose = desk.prose(entry.path)
            assert prose is not None
            began = time.perf_counter()
            cursor = locate(prose, len(typed))
            if isinstance(cursor, Cursor):
                await grounder.ground(Place(entry.path, len(typed), prose, cursor), engine, max_tokens=60)
                spent = 1000 * (time.perf_counter() - began)
                each.append(spent)
                if number % PARAGRAPH == 0:
                    anew.append(spent)
        desk.close(author, entry.path)
        await desk.settled()
    return each, anew


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
