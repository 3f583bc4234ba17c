"""One language server a connection, several connections a daemon."""

import asyncio
import contextlib
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial

import pytest

from fabula_lsp.connection import serve
from fabula_lsp.uris import uri_of
from tests.support.fake_desk import SARAH, SHEET, FakeDesk, FakeSuggester, services
from tests.support.wire import PULLS, UTF_16, RefusedError, WireClient, change, connected, span

CHAPTER = "manuscript/01.md"
Editor = Callable[[], AbstractAsyncContextManager[WireClient]]


async def test_it_says_what_it_can_do(client: WireClient) -> None:
    capabilities = await client.initialize(PULLS)
    assert capabilities["positionEncoding"] == "utf-16"
    assert capabilities["textDocumentSync"]["openClose"]
    assert capabilities["textDocumentSync"]["change"] == 2
    assert "inlineCompletionProvider" in capabilities
    assert capabilities["codeActionProvider"]["codeActionKinds"] == ["quickfix"]
    assert "É" in capabilities["completionProvider"]["triggerCharacters"]
    assert capabilities["diagnosticProvider"]["interFileDependencies"]


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        (["utf-16"], "utf-16"),
        (["utf-8", "utf-16"], "utf-8"),
        (["utf-32", "utf-8"], "utf-32"),
        (None, "utf-16"),
    ],
)
async def test_the_client_chooses_how_columns_are_counted(
    client: WireClient, chapter: str, offered: list[str] | None, chosen: str
) -> None:
    capabilities = await client.initialize({"general": {"positionEncodings": offered}} if offered else {})
    assert capabilities["positionEncoding"] == chosen
    client.open(chapter, "“🚀\u2028,” said Elena.")
    pushed = await client.told("textDocument/publishDiagnostics")
    columns = {"utf-8": 3 + 4 + 3 + 1 + 3 + 6, "utf-16": 12, "utf-32": 11}
    start = pushed["diagnostics"][0]["range"]["start"]
    assert start == {"line": 0, "character": columns[chosen]}


async def test_changes_reach_the_desk_in_the_order_in_which_they_were_made(
    client: WireClient, desk: FakeDesk, chapter: str
) -> None:
    await client.initialize(UTF_16)
    client.open(chapter, "“🚀”\r\nA\u2028B\rC")
    client.change(chapter, change((0, 3), (0, 3), "!"), change((1, 2), (1, 3), "🛸b"))
    client.change(chapter, change((2, 1), (2, 1), " Elena"), change((0, 1), (0, 3), ""))
    while len((await client.told("textDocument/publishDiagnostics"))["diagnostics"]) == 0:
        pass
    assert desk.text(CHAPTER) == "“!”\r\nA\u2028🛸b\rC Elena"
    assert desk.carets == [10, 1]


async def test_a_whole_new_text_is_taken(client: WireClient, desk: FakeDesk, chapter: str) -> None:
    await client.initialize()
    client.open(chapter, "One")
    client.change(chapter, {"text": "Elena\n"})
    assert (await client.told("textDocument/publishDiagnostics"))["version"] == 1
    assert (await client.told("textDocument/publishDiagnostics"))["version"] == 2
    assert desk.text(CHAPTER) == "Elena\n"
    assert desk.carets == [None]


async def test_documents_of_no_story_are_ignored(client: WireClient, desk: FakeDesk) -> None:
    await client.initialize(PULLS)
    for uri in ("untitled:Untitled-1", "file:///elsewhere/1.md"):
        client.open(uri, "Elena")
        client.change(uri, change((0, 0), (0, 0), "x"))
        assert (await client.pull(uri))["items"] == []
        assert (
            await client.actions(
                uri, {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
            )
            == []
        )
        assert await client.answer(client.ask_inline(uri, 0, 0)) == {"items": []}
        client.close(uri)
    assert not desk.buffers


async def test_two_clients_and_one_that_leaves(editor: Editor, desk: FakeDesk, chapter: str) -> None:
    other = uri_of(desk.root / "manuscript/02.md")
    async with editor() as staying:
        await staying.initialize()
        staying.open(chapter, "Elena")
        await staying.told("textDocument/publishDiagnostics")
        async with editor() as leaving:
            await leaving.initialize()
            leaving.open(other, "Elena, Elena")
            assert len((await leaving.told("textDocument/publishDiagnostics"))["diagnostics"]) == 2
            assert await leaving.request("shutdown") is None
            leaving.notify("exit")
            await leaving.closed()
        assert not desk.buffers["manuscript/02.md"]
        assert desk.listeners == 1
        staying.change(chapter, change((0, 5), (0, 5), " Elena"))
        assert len((await staying.told("textDocument/publishDiagnostics"))["diagnostics"]) == 2


@pytest.mark.parametrize(
    "last_words",
    [
        b"",
        b"Content-Length: 500\r\n\r\n{",
        b"Content-Le",
        b"GET / HTTP/1.1\r\n\r\n",
        b"x" * 200_000,
        b"Content-Length: 99999999999\r\n\r\n",
        b"Content-Length: 4\r\n\r\nnull",
        b"Content-Length: 2\r\n\r\n}{",
    ],
)
async def test_whoever_vanishes_or_babbles_is_let_go(
    editor: Editor, desk: FakeDesk, suggest: FakeSuggester, chapter: str, last_words: bytes
) -> None:
    suggest.go.clear()
    async with editor() as client:
        await client.initialize()
        client.open(chapter, "Elena")
        client.ask_inline(chapter, 0, 5)
        while not suggest.requests:
            await asyncio.sleep(0)
        client.send_bytes(last_words)
        client._writer.write_eof()
        await client.closed()
    assert not desk.buffers[CHAPTER]
    assert desk.listeners == 0
    assert suggest.cancelled == 1


async def test_a_request_that_cannot_be_understood_is_refused(client: WireClient, chapter: str) -> None:
    await client.initialize()
    with pytest.raises(RefusedError) as refused:
        await client.request("textDocument/codeAction", {"textDocument": 7})
    assert refused.value.code == -32602
    with pytest.raises(RefusedError):
        await client.request("textDocument/unheardOf", {})
    client.notify("textDocument/didOpen", {"nothing": "of use"})
    client.open(chapter, "Elena")
    await client.told("textDocument/publishDiagnostics")


async def test_what_is_of_no_use_to_us_is_no_matter_for_the_log(
    client: WireClient, chapter: str, caplog: pytest.LogCaptureFixture
) -> None:
    await client.initialize(PULLS)
    client.notify("workspace/didChangeConfiguration", {"settings": {}})
    client.notify("$/cancelRequest", {"id": 1})
    client.notify("$/cancelRequest", None)
    await client.pull(chapter)
    assert not caplog.records


async def test_a_book_in_one_message(client: WireClient, desk: FakeDesk, chapter: str) -> None:
    await client.initialize()
    text = "“Water,” she said. " * 500_000 + "Elena"
    client.open(chapter, text)
    assert len((await client.told("textDocument/publishDiagnostics"))["diagnostics"]) == 1
    assert desk.text(CHAPTER) == text


async def test_a_burst_of_messages_leaves_a_turn_to_the_others(
    client: WireClient, desk: FakeDesk, chapter: str
) -> None:
    """What lies in the buffer already is handled one message a turn of the loop, not all in one."""
    await client.initialize()
    client.open(chapter, "")
    for _ in range(200):
        client.change(chapter, change((0, 0), (0, 0), "x"))
    lengths = set()
    while len(desk.text(CHAPTER) or "") < 200:
        lengths.add(len(desk.text(CHAPTER) or ""))
        await asyncio.sleep(0)
    assert len(lengths) > 100


async def test_a_client_that_does_not_read_is_let_go(
    desk: FakeDesk, chapter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fabula_lsp.connection.UNSENT_LIMIT", 1 << 20)
    async with connected(partial(serve, services=services(desk))) as client:
        await client.initialize()
        client._reading.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await client._reading
        client._reader._transport.pause_reading()  # type: ignore[attr-defined]
        client.open(chapter, "Elena " * 1000)
        version = 1
        while desk.listeners:
            version += 1
            client.change(chapter, change((0, 0), (0, 0), "x"))
            await asyncio.sleep(0)
        client._reading = asyncio.create_task(asyncio.sleep(0))
    assert not desk.buffers[CHAPTER]


async def test_a_sheet_that_is_opened_in_one_window_clears_the_warnings_in_another(
    editor: Editor, desk: FakeDesk, chapter: str
) -> None:
    async with editor() as one, editor() as two:
        await one.initialize()
        await two.initialize()
        one.open(chapter, "Elena")
        assert len((await one.told("textDocument/publishDiagnostics"))["diagnostics"]) == 1
        two.open(uri_of(desk.root / SHEET), "---\nname: Elena\n---\n")
        assert (await one.told("textDocument/publishDiagnostics"))["diagnostics"] == []


async def test_a_window_is_not_told_what_is_found_in_the_text_of_another(
    editor: Editor, desk: FakeDesk, chapter: str
) -> None:
    """Nor is it offered edits of it, which would hit the wrong place."""
    sarah = uri_of(desk.root / SARAH)
    async with editor() as one, editor() as two:
        await one.initialize()
        await two.initialize()
        one.open(chapter, "Elena")
        one.open(sarah, "aliases: []")
        assert len(await one.actions(chapter, span((0, 0), (0, 5)))) == 3
        two.open(sarah, "name: Sarah Chen\naliases: []")
        await two.told("textDocument/publishDiagnostics")
        titles = [action["title"] for action in await one.actions(chapter, span((0, 0), (0, 5)))]
        assert titles == ["Create a sheet for Elena", "Did you mean Sarah?"]

        two.open(chapter, "Then\nElena")
        await two.told("textDocument/publishDiagnostics")
        assert await one.actions(chapter, span((0, 0), (0, 5))) == []
        one.received.clear()
        desk.tell()
        while not one.received:
            await asyncio.sleep(0)
        assert one.received[0]["params"]["diagnostics"] == []
