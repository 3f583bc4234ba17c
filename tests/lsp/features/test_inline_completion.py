"""Ghost text: an answer is a list, if an empty one, and never one to a question of the past."""

import asyncio

import pytest

from tests.support.fake_desk import FakeLearning, FakeSuggester
from tests.support.wire import RefusedError, WireClient, change, span

TEXT = "“🚀,” she said"


async def asked(suggest: FakeSuggester, count: int = 1) -> None:
    while len(suggest.requests) < count:
        await asyncio.sleep(0)


async def test_a_suggestion_stands_at_the_cursor_and_replaces_nothing(
    client: WireClient, suggest: FakeSuggester, chapter: str
) -> None:
    await client.initialize()
    client.open(chapter, TEXT)
    answer = await client.answer(client.ask_inline(chapter, 0, 14))
    (item,) = answer["items"]
    assert (item["insertText"], item["range"]) == (" and waited.", span((0, 14), (0, 14)))
    assert (suggest.requests[0].path, suggest.requests[0].offset) == ("manuscript/01.md", 13)


async def test_silence_is_an_empty_list(client: WireClient, suggest: FakeSuggester, chapter: str) -> None:
    suggest.text = ""
    await client.initialize()
    client.open(chapter, TEXT)
    assert await client.answer(client.ask_inline(chapter, 0, 14)) == {"items": []}


@pytest.mark.parametrize("then", ["type", "close"])
async def test_who_has_typed_on_is_not_answered(
    client: WireClient, suggest: FakeSuggester, learning: FakeLearning, chapter: str, then: str
) -> None:
    suggest.go.clear()
    await client.initialize()
    client.open(chapter, TEXT)
    question = client.ask_inline(chapter, 0, 14)
    await asked(suggest)
    if then == "type":
        client.change(chapter, change((0, 14), (0, 14), ","))
    else:
        client.close(chapter)
    await client.told("textDocument/publishDiagnostics")
    await client.told("textDocument/publishDiagnostics")
    suggest.go.set()
    assert await client.answer(question) == {"items": []}
    assert "shown" not in {what for what, *_ in learning.heard}


async def test_what_is_shown_is_told_and_what_the_editor_says_of_it(
    client: WireClient, learning: FakeLearning, chapter: str
) -> None:
    await client.initialize()
    assert "fabula.accepted" in client.capabilities["executeCommandProvider"]["commands"]
    client.open(chapter, TEXT)
    (item,) = (await client.answer(client.ask_inline(chapter, 0, 14)))["items"]
    command = {"command": item["command"]["command"], "arguments": item["command"]["arguments"]}
    assert await client.request("workspace/executeCommand", command) is None
    assert learning.heard == [("shown", "manuscript/01.md", 13, ["1"]), ("accepted", "1")]


@pytest.mark.parametrize("arguments", [None, [], [{}], [None, "1"]])
async def test_an_acceptance_of_nothing_is_nothing(
    client: WireClient, learning: FakeLearning, arguments: object
) -> None:
    await client.initialize()
    command = {"command": "fabula.accepted", "arguments": arguments}
    assert await client.request("workspace/executeCommand", command) is None
    assert learning.heard == []


@pytest.mark.parametrize(("trigger", "explicit"), [(1, True), (2, False)])
async def test_a_gesture_is_told_from_typing(
    client: WireClient, suggest: FakeSuggester, chapter: str, trigger: int, explicit: bool
) -> None:
    await client.initialize()
    client.open(chapter, TEXT)
    position, context = {"line": 0, "character": 14}, {"triggerKind": trigger}
    params = {"textDocument": {"uri": chapter}, "position": position, "context": context}
    await client.request("textDocument/inlineCompletion", params)
    assert suggest.requests[0].explicit is explicit


async def test_a_cancelled_question_is_not_worked_on(
    client: WireClient, suggest: FakeSuggester, chapter: str
) -> None:
    suggest.go.clear()
    await client.initialize()
    client.open(chapter, TEXT)
    question = client.ask_inline(chapter, 0, 14)
    await asked(suggest)
    client.notify("$/cancelRequest", {"id": question})
    with pytest.raises(RefusedError) as refused:
        await client.answer(question)
    assert refused.value.code == -32800
    assert suggest.cancelled == 1


async def test_others_are_served_while_a_suggestion_is_made(
    client: WireClient, suggest: FakeSuggester, chapter: str
) -> None:
    suggest.go.clear()
    await client.initialize()
    client.open(chapter, TEXT)
    questions = [client.ask_inline(chapter, 0, 14), client.ask_inline(chapter, 0, 2)]
    await asked(suggest, 2)
    assert suggest.requests[0].client is suggest.requests[1].client
    assert await client.actions(chapter, span((0, 0), (0, 0))) == []
    suggest.go.set()
    assert [len((await client.answer(question))["items"]) for question in questions] == [1, 1]
