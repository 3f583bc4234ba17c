"""What a new daemon must be told."""

from typing import Any

import pytest

from fabula_lsp.replay import REPLAYED, Replay
from tests.support.wire import change

INITIALIZE = {"id": 1, "method": "initialize", "params": {"rootUri": "file:///story"}}
INITIALIZED = {"method": "initialized", "params": {}}
URI = "file:///story/1.md"


def pass_on(replay: Replay, *messages: Any) -> None:
    for message in messages:
        replay.sending(message)
        replay.sent(message)


def opened(text: str, uri: str = URI) -> Any:
    item = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    return {"method": "textDocument/didOpen", "params": {"textDocument": item}}


def changed(version: int, *changes: Any) -> Any:
    params = {"textDocument": {"uri": URI, "version": version}, "contentChanges": list(changes)}
    return {"method": "textDocument/didChange", "params": params}


@pytest.fixture
def replay() -> Replay:
    replay = Replay()
    pass_on(replay, INITIALIZE)
    replay.answered({"id": 1, "result": {"capabilities": {"positionEncoding": "utf-8"}}})
    pass_on(replay, INITIALIZED)
    return replay


def texts(replay: Replay) -> dict[str, tuple[int, str]]:
    items = [message["params"]["textDocument"] for message in replay.messages()[2:]]
    return {item["uri"]: (item["version"], item["text"]) for item in items}


def test_the_handshake_is_had_again_without_the_editor(replay: Replay) -> None:
    assert replay.messages() == [{**INITIALIZE, "id": REPLAYED}, INITIALIZED]


def test_a_handshake_that_was_not_answered_is_had_again_for_the_editor() -> None:
    replay = Replay()
    pass_on(replay, INITIALIZE)
    assert replay.messages() == [INITIALIZE]
    assert replay.lost(for_good=False) == []
    assert replay.messages() == [INITIALIZE]
    assert replay.lost(for_good=True) == [{"id": 1, "result": {"capabilities": {}}}]


def test_documents_are_opened_with_the_text_and_version_of_now(replay: Replay) -> None:
    pass_on(
        replay, opened("“One”\r\ntwo"), changed(2, change((0, 3), (0, 6), "🚀")), changed(3, {"text": "Anew"})
    )
    pass_on(replay, changed(4, change((0, 4), (0, 4), "!"), change((0, 0), (0, 1), "“")))
    assert texts(replay) == {URI: (4, "“new!")}
    assert replay.messages()[2]["params"]["textDocument"]["languageId"] == "markdown"


def test_closed_documents_stay_closed(replay: Replay) -> None:
    other = "file:///story/2.md"
    pass_on(replay, opened("One"), opened("Two", other))
    pass_on(replay, {"method": "textDocument/didClose", "params": {"textDocument": {"uri": URI}}})
    assert texts(replay) == {other: (1, "Two")}


def test_questions_that_died_with_the_daemon_are_to_be_asked_again(replay: Replay) -> None:
    for number, method in enumerate(
        ["textDocument/completion", "textDocument/diagnostic", "shutdown"], start=2
    ):
        pass_on(replay, {"id": number, "method": method, "params": {}})
    replay.answered({"id": 2, "result": []})
    pass_on(replay, {"id": 5, "method": "textDocument/inlineCompletion", "params": {}})
    diagnostic, shutdown, inline = replay.lost(for_good=False)
    assert diagnostic["error"]["data"] == {"retriggerRequest": True}
    assert shutdown == {"id": 4, "result": None}
    assert (inline["id"], inline["error"]["code"]) == (5, -32801)
    assert replay.lost(for_good=False) == []


@pytest.mark.parametrize(
    "message",
    [
        {"method": "textDocument/didOpen", "params": {}},
        {"method": "textDocument/didOpen"},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": URI, "version": 2}}},
        {"method": "textDocument/didChange", "params": {"textDocument": {"uri": "file:///other"}}},
        {"method": 7, "params": None},
        {"id": 9, "result": None},
    ],
)
def test_malformed_messages_are_left_to_the_daemon(replay: Replay, message: Any) -> None:
    pass_on(replay, opened("One"), message)
    assert texts(replay) == {URI: (1, "One")}
