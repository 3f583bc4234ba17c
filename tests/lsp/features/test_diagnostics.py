"""Findings are underlined: pulled or pushed, never both."""

import pytest

from fabula_lsp.uris import uri_of
from tests.support.fake_desk import SARAH, SHEET, FakeDesk
from tests.support.wire import PULLS, WireClient, change, span

PUSHED = "textDocument/publishDiagnostics"
REFRESH = "workspace/diagnostic/refresh"
TEXT = "One.\n“🚀,” said Elena.\n"


def methods(client: WireClient) -> set[str]:
    return {message["method"] for message in client.received if "method" in message}


async def test_a_diagnostic_says_what_where_and_why(client: WireClient, desk: FakeDesk, chapter: str) -> None:
    await client.initialize({"textDocument": {"publishDiagnostics": {"relatedInformation": True}}})
    client.open(chapter, TEXT)
    assert await client.told(PUSHED) == {
        "uri": chapter,
        "version": 1,
        "diagnostics": [
            {
                "range": span((1, 11), (1, 16)),
                "severity": 2,
                "code": "unknown-character",
                "source": "fabula",
                "message": "Elena is in no sheet.",
                "data": {"name": "Elena"},
                "relatedInformation": [
                    {
                        "location": {"uri": uri_of(desk.root / SARAH), "range": span((1, 0), (1, 16))},
                        "message": "name: Sarah Chen",
                    }
                ],
            }
        ],
    }


async def test_evidence_is_kept_from_editors_that_do_not_show_it(client: WireClient, chapter: str) -> None:
    await client.initialize()
    client.open(chapter, TEXT)
    assert "relatedInformation" not in (await client.told(PUSHED))["diagnostics"][0]


async def test_who_does_not_ask_is_told_after_every_change(client: WireClient, chapter: str) -> None:
    capabilities = await client.initialize()
    assert "diagnosticProvider" not in capabilities
    client.open(chapter, TEXT)
    client.change(chapter, change((1, 11), (1, 16), "Sarah"))
    client.close(chapter)
    assert [len((await client.told(PUSHED))["diagnostics"]) for _ in range(3)] == [1, 0, 0]


async def test_who_asks_is_never_told_unasked(client: WireClient, desk: FakeDesk, chapter: str) -> None:
    await client.initialize(PULLS)
    client.open(chapter, TEXT)
    client.change(chapter, change((0, 0), (0, 0), "Elena. "))
    assert len((await client.pull(chapter))["items"]) == 2
    client.open(uri_of(desk.root / SHEET), "---\nname: Elena\n---\n")
    await client.told(REFRESH)
    assert (await client.pull(chapter))["items"] == []
    client.close(chapter)
    await client.pull(chapter)
    assert PUSHED not in methods(client)


async def test_what_has_not_changed_is_not_said_again(client: WireClient, chapter: str) -> None:
    await client.initialize(PULLS)
    client.open(chapter, TEXT)
    first = await client.pull(chapter)
    assert first["kind"] == "full"
    again = await client.pull(chapter, first["resultId"])
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    client.change(chapter, change((0, 3), (0, 4), "\n"))  # the same offsets, on another line
    moved = await client.pull(chapter, first["resultId"])
    assert moved["kind"] == "full"
    assert moved["items"][0]["range"]["start"]["line"] == 2


async def test_what_was_said_before_a_document_was_closed_is_said_again(
    client: WireClient, chapter: str
) -> None:
    """Neovim's `:edit!` closes and opens, forgets the findings, and still shows the name of the last ones."""
    await client.initialize(PULLS)
    client.open(chapter, TEXT)
    first = await client.pull(chapter)
    client.close(chapter)
    client.open(chapter, TEXT)
    assert (await client.pull(chapter, first["resultId"]))["items"] == first["items"]


@pytest.mark.parametrize("path", ["manuscript/02.md", SHEET])
async def test_only_those_are_told_to_ask_again_whom_it_concerns(
    client: WireClient, desk: FakeDesk, chapter: str, path: str
) -> None:
    await client.initialize(PULLS)
    client.open(chapter, TEXT)
    await client.pull(chapter)
    desk.buffers = {path: {object(): ""}}
    desk.tell()
    await client.pull(chapter)
    assert REFRESH not in methods(client)
