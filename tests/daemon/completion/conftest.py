"""A small story, its author, and the starter model, loaded once for all tests: it takes seconds."""

import asyncio

import pytest
import pytest_asyncio

from fabula_daemon.completion.engines.transformers import TransformersEngine
from fabula_daemon.desk import Desk
from tests.support.asking import CHAPTER, SHEET, TEXT

LOADED_WITHIN = 120  # seconds, on a machine that does other things too


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def starter():
    engine = TransformersEngine(backoff=(0.0,))
    await engine.start()
    await asyncio.wait_for(engine.until_ready(), LOADED_WITHIN)
    yield engine
    await engine.stop()


@pytest.fixture
def desk(tmp_path):
    for path, text in {
        "fabula.toml": "",
        CHAPTER: TEXT,
        SHEET: "---\nname: Sarah Chen\nkind: character\n---\n",
        "world/yusuf.md": "---\nname: Yusuf Demir\nkind: character\n---\n",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return Desk(tmp_path)


@pytest.fixture
def author():
    return object()
