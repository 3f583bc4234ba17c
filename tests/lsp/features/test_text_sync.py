"""What the author does to a text is told as it was done, in code points, to whoever learns from it."""

import pytest

from fabula_daemon.completion.suggesting.spans import Edit
from tests.lsp.conftest import Editor
from tests.support.fake_desk import FakeLearning
from tests.support.wire import WireClient, change

TEXT = "“🚀,” she said\n"
PATH = "manuscript/01.md"


@pytest.fixture
async def opened(client: WireClient, chapter: str) -> WireClient:
    await client.initialize()
    client.open(chapter, TEXT)
    return client


async def settled(client: WireClient, chapter: str) -> None:
    """Wait until everything that was sent has been heard."""
    await client.actions(chapter, {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}})


async def test_each_change_is_told_by_itself(
    opened: WireClient, learning: FakeLearning, chapter: str
) -> None:
    opened.change(chapter, change((0, 14), (0, 14), "."), change((0, 6), (0, 9), "Kemi"))
    await settled(opened, chapter)
    assert learning.heard == [
        ("edited", PATH, Edit(13, "", ".")),
        ("edited", PATH, Edit(5, "she", "Kemi")),
    ]


async def test_a_wholly_new_text_is_told_as_that(
    opened: WireClient, learning: FakeLearning, chapter: str
) -> None:
    opened.change(chapter, {"text": "Nothing.\n"})
    await settled(opened, chapter)
    assert learning.heard == [("edited", PATH, Edit(0, TEXT, "Nothing.\n"))]


async def test_a_closed_text_is_told(opened: WireClient, learning: FakeLearning, chapter: str) -> None:
    opened.close(chapter)
    await settled(opened, chapter)
    assert learning.heard == [("left", PATH)]


async def test_a_client_that_is_gone_has_left_everything(
    editor: Editor, learning: FakeLearning, chapter: str
) -> None:
    async with editor() as client:
        await client.initialize()
        client.open(chapter, TEXT)
        await settled(client, chapter)
    assert learning.heard == [("left", PATH)]
