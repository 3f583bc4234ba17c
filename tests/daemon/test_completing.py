"""Suggestions put together: who asks at once waits, fabula.toml is followed, and nothing is left behind."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fabula_daemon.completing import Completing
from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.engines.choice import Choice, Pick, pick
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.suggesting.suggest import Request
from fabula_daemon.config import ModelSettings
from fabula_daemon.desk import Desk
from fabula_daemon.engines import Made, Maker
from fabula_daemon.errors import ModelMissing
from fabula_daemon.index.search import Hit
from tests.support.fake_engine import FakeEngine
from tests.support.stories import sheet, story

CHAPTER = "manuscript/1.md"
TEXT = "Sarah went down to the water and"


class Bench(Maker):
    """Makes engines that write at once, and remembers them; what is `missing` cannot be started."""

    made: list[FakeEngine]
    missing: set[str]
    mended: set[str]

    def picked(self, settings: ModelSettings) -> Pick:
        return pick(settings, gpu=None, environment=False)

    def make(
        self, picked: Pick, settings: ModelSettings, *, spare: Engine, latest: Callable[[], ModelSettings]
    ) -> Made:
        if settings.path == "nowhere" and "nowhere" not in self.mended:
            raise OSError("no room for a folder")
        engines = [self._engine(settings.path), spare] if settings.path else [spare]
        return Made(Choice(engines, because=picked.because, starting=True))

    def embedded(self, model: Path = STARTER, adapter: Path | None = None) -> Engine:
        return self._engine("")

    def _engine(self, path: str) -> Engine:
        engine = FakeEngine(answer=lambda _: " the lamps came on. ")
        engine.model, engine.ready = path or "starter", False
        starts = engine.start

        async def start() -> None:
            if path in self.missing:
                engine.problem = f"There is no {path}."
                raise ModelMissing(engine.problem, "")
            engine.problem = None
            await starts()

        engine.start = start  # type: ignore[method-assign]
        self.made.append(engine)
        return engine


async def nothing(query: str, k: int, before_chapter: int | None) -> list[Hit]:
    return []


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    root = story(tmp_path, {"1.md": TEXT}, {"sarah.md": sheet("Sarah Chen")})
    bench = Bench(root, root, "Short")
    object.__setattr__(bench, "made", [])
    object.__setattr__(bench, "missing", set())
    object.__setattr__(bench, "mended", set())
    return bench


@pytest.fixture
async def completing(bench: Bench) -> AsyncIterator[Completing]:
    made = Completing(Desk(bench.root), bench.state, bench, nothing, look_again=0.05)
    await made.start()
    yield made
    await made.stop()
    assert not any(engine.ready for engine in bench.made)


def wanting(completing: Completing, **settings: str) -> None:
    """Let fabula.toml say this under [model]."""
    before = completing._desk.world.settings
    completing.heed(replace(before, model=replace(ModelSettings(), **settings)))  # type: ignore[arg-type]


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.005)


def answering(completing: Completing) -> str:
    status = completing.status()["engine"]
    return str(status["model"]) if status["ready"] else ""


async def test_who_asks_before_a_model_is_there_waits_for_it(completing: Completing) -> None:
    (found,) = await completing.suggester.suggest(Request("editor", CHAPTER, len(TEXT)))
    assert found.text == " the lamps came on."


async def test_another_model_in_the_settings_takes_its_place(completing: Completing, bench: Bench) -> None:
    await until(lambda: answering(completing) == "starter")
    wanting(completing, path="mine")
    await until(lambda: answering(completing) == "mine")
    wanting(completing)
    await until(lambda: answering(completing) == "starter")
    assert [(engine.model, engine.ready) for engine in bench.made] == [("starter", True), ("mine", False)]


async def test_settings_that_change_often_end_with_the_last(completing: Completing, bench: Bench) -> None:
    for path in ("one", "two", "three"):
        wanting(completing, path=path)
        await asyncio.sleep(0)
    await until(lambda: answering(completing) == "three")
    assert [engine.model for engine in bench.made if engine.ready] == ["starter", "three"]


async def test_an_embedding_model_is_none_of_their_business(completing: Completing, bench: Bench) -> None:
    await until(lambda: answering(completing) == "starter")
    wanting(completing, embedding="another")
    await asyncio.sleep(0)
    assert len(bench.made) == 1


async def test_while_her_model_is_missing_the_small_one_answers_and_it_is_looked_for_again(
    completing: Completing, bench: Bench
) -> None:
    bench.missing.add("mine")
    wanting(completing, path="mine")
    await until(lambda: completing.status()["engine"]["problem"])
    assert await completing.suggester.suggest(Request("editor", CHAPTER, len(TEXT)))
    assert completing.status()["engine"]["problem"].startswith("There is no mine.")
    bench.missing.clear()
    await until(lambda: answering(completing) == "mine")
    assert completing.status()["engine"]["problem"] is None


async def test_a_change_that_fails_leaves_the_small_model_and_is_tried_again(
    completing: Completing, bench: Bench
) -> None:
    wanting(completing, path="nowhere")
    await until(lambda: "no room for a folder" in completing.status()["engine"]["because"])
    await until(lambda: answering(completing) == "starter")
    bench.mended.add("nowhere")
    await until(lambda: answering(completing) == "nowhere")


async def test_a_path_that_means_nothing_is_said_so(tmp_path: Path) -> None:
    maker, settings = Maker(tmp_path, tmp_path, "Short"), ModelSettings(path="~nobody-here/model")
    with pytest.raises(ModelMissing, match=r"“~nobody-here/model” is no path: that home is nobody's\. Mend"):
        maker.make(Pick("transformers", ""), settings, spare=maker.embedded(), latest=lambda: settings)
