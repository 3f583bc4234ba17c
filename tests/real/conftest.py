"""The real vLLM: one server of the starter model for all tests, as a story's daemon has it.

It runs in the environment that `fabula serve setup` has made (FABULA_VLLM_HOME says where). Without one these
tests fail; they are run by `make test-real`. A test that kills the server need not care for the next one,
which waits until it is back.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.config import ModelSettings
from fabula_daemon.serving.keeping import Timing
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share
from tests.support.serving import free_port, ready

WATCHFUL = Timing(ask=2.0, silence=20.0, backoff=(0.2,), attempts=100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let all tests here run in the loop in which the server is watched."""
    for item in items:
        if "real" in item.path.parts and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def started(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ModelServer]:
    """Yield the server of the session, ready or not."""
    settings = ModelSettings(port=free_port())
    share = Share(tmp_path_factory.mktemp("serving"), "The tests")
    server = ModelServer(lambda: Launch.of_vllm(settings, STARTER), share, timing=WATCHFUL)
    await server.start()
    yield server
    await server.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def served(started: ModelServer) -> ModelServer:
    """Return the server of the session, ready."""
    return await ready(started)
