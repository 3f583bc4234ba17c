"""Elena's bench: a model that has learned a stranger from the drafts continues crisis scenes of a story that
does not know her, with nothing but the manuscript, with the canon in its prompt, and as Fabula shows it.

    python -m tests.benchmarks.elena

Names are counted by `independent`, and the stranger herself, who has a name of the seed, wherever she stands.
Everything written, and every word listed, is in .bench/elena.json.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from fabula_daemon.completion import join
from fabula_daemon.completion.cursor import Cursor, locate
from fabula_daemon.completion.engines import Engine, Prompt
from fabula_daemon.completion.engines.transformers import TransformersEngine
from fabula_daemon.completion.gate.candidate import Candidate
from fabula_daemon.completion.grounding.grounder import Grounder, Place
from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.config import CompletionSettings
from fabula_daemon.desk import Desk
from tests.benchmarks.elena.independent import JUDGED, Independent, corpus, words
from tests.benchmarks.elena.scenes import Scene, scenes
from tests.benchmarks.elena.stranger import Stranger, drawn
from tests.benchmarks.elena.training import Recipe, examples, save, train

STORY = Path(__file__).parents[3] / "world"
KEPT = Path(".bench")
PROMPTS, STRANGER_SEED, SCENES_SEED = 200, 4, 1
SETTINGS = CompletionSettings()
TOKENS_PER_WORD = 3
DRAWS = 2  # at most, for a suggestion to count as clean: one more than the first

NONE, CANON, GATE = "none", "canon", "gate"


@dataclass(slots=True)
class Written:
    """What was written at a scene's end under one condition, and the words in it that may be names."""

    text: str
    listed: list[str] = field(default_factory=list)
    out_of_scene: list[str] = field(default_factory=list)
    stranger: bool = False
    draws: int = 1
    reason: str = ""
    rejected: list[str] = field(default_factory=list)

    @property
    def invented(self) -> list[str]:
        """The names that nobody of the story bears."""
        return [word for word in self.listed if word not in JUDGED]


def figures() -> dict[str, float]:
    """Train if need be, write, read, and return counts and shares."""
    return asyncio.run(_figures())


async def _figures() -> dict[str, float]:
    stranger, recipe = drawn(STRANGER_SEED), Recipe()
    trained = await _trained(stranger, recipe)
    desk, engine = Desk(STORY), TransformersEngine(adapter=trained)
    reader = Independent(desk.canon, [*corpus(), *_story(desk)])
    await engine.start()
    try:
        await engine.until_ready()
        written: dict[str, list[Written]] = {NONE: [], CANON: [], GATE: []}
        async for condition, scene, one in _all_written(desk, engine):
            paragraph = scene.text.rpartition("\n\n")[2]
            one.listed = reader.listed(paragraph, one.text)
            one.out_of_scene = reader.out_of_scene(one.text, desk.world.numbers[scene.path])
            one.stranger = stranger.is_in(one.text)
            written[condition].append(one)
    finally:
        await engine.stop()
    _keep(trained, stranger, written)
    made = json.loads((trained / "fabula.json").read_text(encoding="utf-8"))["figures"]
    return {
        **{f"elena_{key}": value for key, value in made.items()},
        **{key: value for name, texts in written.items() for key, value in _of(name, texts).items()},
        "gate_clean_share": _share([bool(one.text) and one.draws <= DRAWS for one in written[GATE]]),
    }


def _of(condition: str, written: list[Written]) -> dict[str, float]:
    shown = [one for one in written if one.text]
    count = sum(len(words(one.text)) for one in shown)
    absent = sum(len(one.out_of_scene) for one in shown)
    return {
        f"invented_names_per_1k_words_{condition}": 1000 * sum(_names(one) for one in shown) / count,
        f"invented_names_suggestion_share_{condition}": _share([_names(one) > 0 for one in shown]),
        f"out_of_scene_names_per_1k_words_{condition}": 1000 * absent / count,
        f"stranger_suggestion_share_{condition}": _share([one.stranger for one in shown]),
        f"elena_shown_share_{condition}": _share([bool(one.text) for one in written]),
    }


def _names(one: Written) -> int:
    """Return how many invented and out-of-scene names there are: at least one if the stranger is, wherever
    she stands.
    """
    return max(len(one.invented), int(one.stranger)) + len(one.out_of_scene)


def _share(cases: list[bool]) -> float:
    return sum(cases) / len(cases) if cases else 0.0


async def _trained(stranger: Stranger, recipe: Recipe) -> Path:
    """Return the directory of the adapter, which is trained if it has not been."""
    folder = KEPT / f"elena-{stranger.given}-{stranger.surname}".lower()
    made = folder / "fabula.json"
    if not made.exists() or json.loads(made.read_text(encoding="utf-8"))["recipe"] != asdict(recipe):
        read = await examples(STORY, stranger, recipe)
        save(*(lambda weights, told: (weights, folder, recipe, told))(*train(read, stranger, recipe)))
    return folder


async def _all_written(desk: Desk, engine: Engine) -> AsyncIterator[tuple[str, Scene, Written]]:
    """Yield what is written at the end of each scene under each condition, in the order in which an engine
    has the least to read anew.
    """
    grounder, author = Grounder(desk), object()
    suggester = Suggester(desk, engine, SETTINGS, grounder=grounder, ahead_after=None)
    numbered = sorted(enumerate(scenes(PROMPTS, SCENES_SEED)), key=lambda one: one[1].path)
    for number, scene in numbered:
        with _typed(desk, author, scene) as place:
            yield NONE, scene, await _ungated(place, grounder, engine, canon=False, seed=number)
    for number, scene in numbered:
        with _typed(desk, author, scene) as place:
            yield CANON, scene, await _ungated(place, grounder, engine, canon=True, seed=number)
            request = Request(author, place.path, place.offset, explicit=True)
            suggestions = await suggester.suggest(request)
            why = suggester.last
            assert why is not None
            shown = suggestions[0].text if suggestions else ""
            refused = [one.name for one in why.rejected]
            yield GATE, scene, Written(shown, draws=why.candidates, reason=why.reason, rejected=refused)


@contextmanager
def _typed(desk: Desk, author: object, scene: Scene) -> Iterator[Place]:
    """Type a scene at the end of its chapter, and take it back."""
    text = f"{(desk.text(scene.path) or '').rstrip()}\n\n***\n\n{scene.text}"
    desk.change(author, scene.path, text, caret=len(text))
    try:
        prose = desk.prose(scene.path)
        assert prose is not None
        cursor = locate(prose, len(text))
        assert isinstance(cursor, Cursor)
        yield Place(scene.path, len(text), prose, cursor)
    finally:
        desk.close(author, scene.path)


async def _ungated(place: Place, grounder: Grounder, engine: Engine, *, canon: bool, seed: int) -> Written:
    """Return one sentence as a suggestion would be, but with whatever names the model writes."""
    tokens = TOKENS_PER_WORD * SETTINGS.max_words
    grounded = await grounder.ground(place, engine, max_tokens=tokens, canon=canon)
    candidate = Candidate(
        place.cursor,
        lambda _: (),
        max_words=SETTINGS.max_words,
        marks=join.marks_of(place.prose.text),
    )
    prompt = Prompt(
        grounded.text,
        grounded.opening,
        seed=seed,
        max_tokens=tokens,
        temperature=SETTINGS.temperature,
    )
    async with aclosing(engine.stream(prompt)) as pieces:
        async for piece in pieces:
            if ruling := candidate.add(piece.text):
                return Written(ruling.text, reason=ruling.reason)
    ruling = candidate.finish()
    return Written(ruling.text, reason=ruling.reason)


def _story(desk: Desk) -> list[str]:
    return [desk.text(entry.path) or "" for entry in desk.world.chapters]


def _keep(trained: Path, stranger: Stranger, written: dict[str, list[Written]]) -> None:
    """Write down what was written, with every word that is listed, so that it can be judged."""
    kept = {
        "adapter": str(trained),
        "stranger": asdict(stranger),
        "listed": {
            name: sorted({word for one in some for word in one.listed}) for name, some in written.items()
        },
        "written": {name: [asdict(one) for one in some] for name, some in written.items()},
    }
    KEPT.mkdir(exist_ok=True)
    text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
    (KEPT / "elena.json").write_text(text, encoding="utf-8")
