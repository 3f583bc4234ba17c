"""A language server over a real wire, and a desk behind it that the test can look into."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

from fabula_lsp.connection import serve
from fabula_lsp.uris import uri_of
from tests.support.fake_desk import FakeDesk, FakeLearning, FakeSuggester, services
from tests.support.wire import WireClient, connected

Editor = Callable[[], AbstractAsyncContextManager[WireClient]]


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path)


@pytest.fixture
def suggest() -> FakeSuggester:
    return FakeSuggester()


@pytest.fixture
def learning() -> FakeLearning:
    return FakeLearning()


@pytest.fixture
def editor(desk: FakeDesk, suggest: FakeSuggester, learning: FakeLearning) -> Editor:
    return partial(connected, partial(serve, services=services(desk, suggest, learning)))


@pytest.fixture
async def client(editor: Editor) -> AsyncIterator[WireClient]:
    async with editor() as client:
        yield client


@pytest.fixture
def chapter(desk: FakeDesk) -> str:
    return uri_of(desk.root / "manuscript/01.md")
