"""“Why this suggestion?” is offered to who looks for it, where it was asked for."""

import pytest

from tests.support.fake_desk import FakeSuggester
from tests.support.wire import Json, WireClient, span

TEXT = "She stood.\nShe waited"
LAST = span((1, 10), (1, 10))


@pytest.fixture
async def asked(client: WireClient, chapter: str) -> WireClient:
    await client.initialize()
    client.open(chapter, TEXT)
    await client.answer(client.ask_inline(chapter, 1, 10))
    return client


def whys(actions: Json) -> list[str]:
    return [action["title"] for action in actions if action.get("command", {}).get("command") == "fabula.why"]


@pytest.mark.parametrize(
    "context", [{}, {"triggerKind": 1}, {"only": [""]}, {"triggerKind": 1, "only": ["", "quickfix"]}]
)
async def test_it_is_offered_on_the_line(asked: WireClient, chapter: str, context: Json) -> None:
    assert whys(await asked.actions(chapter, LAST, **context)) == ["Why is nothing suggested?"]


@pytest.mark.parametrize("context", [{"triggerKind": 2}, {"only": ["quickfix"]}, {"only": ["source"]}])
async def test_who_looks_for_something_else_is_not_offered_it(
    asked: WireClient, chapter: str, context: Json
) -> None:
    assert whys(await asked.actions(chapter, LAST, **context)) == []


async def test_on_another_line_it_is_not_offered(asked: WireClient, chapter: str) -> None:
    assert whys(await asked.actions(chapter, span((0, 0), (0, 0)))) == []


async def test_it_says_whether_something_was_shown(
    asked: WireClient, suggest: FakeSuggester, chapter: str
) -> None:
    assert suggest.last is not None
    suggest.last.characters = 12
    assert whys(await asked.actions(chapter, LAST)) == ["Why this suggestion?"]


async def test_the_command_shows_it_and_returns_it(asked: WireClient, suggest: FakeSuggester) -> None:
    assert suggest.last is not None
    suggest.last.reason = "shown"
    text = await asked.request("workspace/executeCommand", {"command": "fabula.why"})
    assert text.startswith("shown, at character 21 of manuscript/01.md\n")
    assert await asked.told("window/showMessage") == {"type": 3, "message": text}


async def test_before_anything_was_asked_for_it_says_that(client: WireClient) -> None:
    await client.initialize()
    text = await client.request("workspace/executeCommand", {"command": "fabula.why"})
    assert text == "No suggestion has been asked for yet."
