"""Quick fixes, as the edits that an editor makes of them."""

from typing import Any

import pytest

from fabula_lsp.uris import uri_of
from tests.support.fake_desk import SARAH, SHEET, FakeDesk
from tests.support.wire import CREATES, WireClient, change, span
from tests.support.workspace_edit import apply

TEXT = "“🚀,” said Elena.\nThen Elena left.\n"
AT_THE_FIRST = span((0, 13), (0, 13))


@pytest.fixture
def texts(desk: FakeDesk, chapter: str) -> dict[str, str]:
    return {chapter: TEXT, uri_of(desk.root / SARAH): desk.disk[SARAH]}


async def offered(client: WireClient, chapter: str, capabilities: Any = None) -> dict[str, Any]:
    await client.initialize(capabilities)
    client.open(chapter, TEXT)
    return {action["title"]: action for action in await client.actions(chapter, AT_THE_FIRST)}


async def test_each_fix_says_what_it_repairs(client: WireClient, chapter: str) -> None:
    actions = await offered(client, chapter)
    diagnostic = (await client.told("textDocument/publishDiagnostics"))["diagnostics"][0]
    assert [action["diagnostics"] for action in actions.values()] == [[diagnostic]] * 3
    assert {action["kind"] for action in actions.values()} == {"quickfix"}
    assert [action.get("isPreferred") for action in actions.values()] == [True, None, None]


async def test_a_file_is_created_and_filled(
    client: WireClient, desk: FakeDesk, chapter: str, texts: dict[str, str]
) -> None:
    actions = await offered(client, chapter, CREATES)
    after = apply(actions["Create a sheet for Elena"]["edit"], texts)
    assert after == texts | {uri_of(desk.root / SHEET): "---\nname: Elena\n---\n"}


async def test_an_editor_that_cannot_create_files_is_given_a_plain_edit(
    client: WireClient, desk: FakeDesk, chapter: str, texts: dict[str, str]
) -> None:
    actions = await offered(client, chapter)
    edit = actions["Create a sheet for Elena"]["edit"]
    assert edit.keys() == {"changes"}
    assert apply(edit, texts)[uri_of(desk.root / SHEET)] == "---\nname: Elena\n---\n"


async def test_an_editor_that_names_operations_is_given_them_without_a_group_to_confirm(
    client: WireClient, chapter: str
) -> None:
    edits = {"resourceOperations": ["rename", "create"], "changeAnnotationSupport": {"groupsOnLabel": True}}
    actions = await offered(client, chapter, {"workspace": {"workspaceEdit": edits}})  # Neovim 0.12
    edit = actions["Create a sheet for Elena"]["edit"]
    assert edit["documentChanges"][0]["kind"] == "create"
    assert "changeAnnotations" not in edit


@pytest.mark.parametrize("capabilities", [None, CREATES])
async def test_the_text_is_edited_where_the_finding_is(
    client: WireClient, chapter: str, texts: dict[str, str], capabilities: Any
) -> None:
    actions = await offered(client, chapter, capabilities)
    after = apply(actions["Did you mean Sarah?"]["edit"], texts)
    assert after == texts | {chapter: TEXT.replace("Elena", "Sarah", 1)}


async def test_a_file_that_is_not_open_is_edited(
    client: WireClient, desk: FakeDesk, chapter: str, texts: dict[str, str]
) -> None:
    actions = await offered(client, chapter, CREATES)
    edit = actions["Add Elena as an alias of Sarah Chen"]["edit"]
    assert edit["documentChanges"][0]["textDocument"] == {"uri": uri_of(desk.root / SARAH), "version": None}
    assert "aliases: [Elena]" in apply(edit, texts)[uri_of(desk.root / SARAH)]


async def test_an_edit_is_meant_for_the_version_that_is_open(client: WireClient, chapter: str) -> None:
    await client.initialize(CREATES)
    client.open(chapter, TEXT)
    client.change(chapter, change((0, 0), (0, 0), "x"))
    actions = await client.actions(chapter, AT_THE_FIRST)
    assert actions[2]["edit"]["documentChanges"][0]["textDocument"]["version"] == 2


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ((0, 11), (0, 11), 3),
        ((0, 16), (0, 16), 3),
        ((0, 17), (1, 4), 0),
        ((0, 0), (1, 9), 6),
        ((1, 9), (1, 9), 3),
    ],
)
async def test_the_selection_decides(
    client: WireClient, chapter: str, start: tuple[int, int], end: tuple[int, int], found: int
) -> None:
    await client.initialize()
    client.open(chapter, TEXT)
    assert len(await client.actions(chapter, span(start, end))) == found


@pytest.mark.parametrize(
    ("only", "found"), [(["quickfix"], 3), ([""], 3), (["refactor", "source"], 0), ([], 0)]
)
async def test_other_kinds_of_actions_are_not_ours(
    client: WireClient, chapter: str, only: list[str], found: int
) -> None:
    await client.initialize()
    client.open(chapter, TEXT)
    assert len(await client.actions(chapter, AT_THE_FIRST, only=only)) == found
