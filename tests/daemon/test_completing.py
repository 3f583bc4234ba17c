"""Suggestions put together: who asks at once waits, fabula.toml is followed, and nothing is left behind."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from fabula_daemon.completing import Completing
from fabula_daemon.completion.suggest import Request
from fabula_daemon.config import ModelSettings
from fabula_daemon.desk import Desk
from fabula_daemon.index.search import Hit
from tests.support.adapters import adapter
from tests.support.stories import sheet, story

CHAPTER = "manuscript/1.md"
TEXT = "Sarah went down to the water and"


async def nothing(query: str, k: int, before_chapter: int | None) -> list[Hit]:
    return []


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return story(tmp_path, {"1.md": TEXT}, {"sarah.md": sheet("Sarah Chen")})


@pytest.fixture
async def completing(root: Path) -> AsyncIterator[Completing]:
    state = root / ".fabula"
    state.mkdir()
    made = Completing(root, state, Desk(root), nothing)
    await made.start()
    yield made
    await made.stop()
    left = [child.cmdline() for child in psutil.Process().children()]
    assert not [line for line in left if any("transformers_worker" in word for word in line)]


def wanting(completing: Completing, **settings: object) -> None:
    """Let fabula.toml say something else under [model]."""
    before = completing._desk.world.settings
    completing.heed(replace(before, model=replace(ModelSettings(), **settings)))


async def until_it_is(completing: Completing, model: str) -> None:
    async with asyncio.timeout(60):
        while not (completing.engines.ready and completing.status()["engine"]["model"].endswith(model)):
            await asyncio.sleep(0.02)


async def test_who_asks_before_a_model_is_there_waits_for_it(completing: Completing) -> None:
    found = await completing.suggester.suggest(Request("editor", CHAPTER, len(TEXT)))
    last = completing.suggester.last
    assert last is not None
    assert last.engine == "transformers"
    assert bool(found) == (last.reason == "shown")


async def test_another_model_in_the_settings_takes_its_place(completing: Completing, tmp_path: Path) -> None:
    mine = adapter(tmp_path / "mine")
    await until_it_is(completing, "25a5af07")
    wanting(completing, adapter=str(mine))
    async with asyncio.timeout(60):
        while "mine" not in completing.status()["engine"]["model"]:
            await asyncio.sleep(0.02)
    await until_it_is(completing, completing.status()["engine"]["model"][-8:])
    wanting(completing)
    await until_it_is(completing, "25a5af07")


async def test_settings_that_change_often_end_with_the_last(completing: Completing) -> None:
    for path in ("/no/model", "/none/here", ""):
        wanting(completing, path=path)
        await asyncio.sleep(0)
    await until_it_is(completing, "25a5af07")


async def test_a_model_that_is_none_is_a_problem_and_another_mends_it(completing: Completing) -> None:
    wanting(completing, path="/no/model")
    async with asyncio.timeout(60):
        while not completing.status()["engine"]["problem"]:
            await asyncio.sleep(0.02)
    assert "There is no directory /no/model" in completing.status()["engine"]["problem"]
    assert await completing.suggester.suggest(Request("editor", CHAPTER, len(TEXT))) == []
    wanting(completing)
    await until_it_is(completing, "25a5af07")
    assert completing.status()["engine"]["problem"] is None
