"""The starter model, loaded once for all tests: it takes seconds."""

import asyncio

import pytest_asyncio

from fabula_daemon.completion.engines.transformers import TransformersEngine

LOADED_WITHIN = 120  # seconds, on a machine that does other things too


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def starter():
    engine = TransformersEngine(backoff=(0.0,))
    await engine.start()
    await asyncio.wait_for(engine.until_ready(), LOADED_WITHIN)
    yield engine
    await engine.stop()
