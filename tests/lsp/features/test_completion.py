"""The names of the story, completed."""

from typing import Any

import pytest

from fabula_daemon.story.world.canon import Canon, Entity
from fabula_lsp.features.completion import names_at
from tests.support.fake_desk import CANON, FakeDesk
from tests.support.wire import WireClient
from tests.support.workspace_edit import apply


@pytest.mark.parametrize(
    ("before", "typed", "names"),
    [
        ("said S", 1, ["Sarah Chen", "Sara Okonjo"]),
        ("said Sarah", 5, ["Sarah Chen"]),
        ("said Sarah Ch", 8, ["Sarah Chen"]),
        ("said Sarah ch", 8, ["Sarah Chen"]),
        ("“Cap", 3, ["Captain Chen"]),
        ("É", 1, ["Élodie Blanc"]),
        ("New", 3, ["New Tharsis"]),
        ("One.\nNew Th", 6, ["New Tharsis"]),
        ("New\nTh", 2, []),
        ("sara", 4, []),
        ("Sarah Chen", 10, []),
        ("the pale Sarah’s", 0, []),
        ("a-Sarah", 0, []),
    ],
)
def test_the_longest_beginning_counts(before: str, typed: int, names: list[str]) -> None:
    length, found = names_at(CANON, before)
    assert [name for name, _ in found] == names
    assert length == (typed if names else 0)


def test_where_nothing_is_typed_all_names_are_offered() -> None:
    for before in ("", "She saw ", "“"):
        length, found = names_at(CANON, before)
        assert (length, len(found)) == (0, 5)


async def completions(client: WireClient, chapter: str, text: str) -> Any:
    await client.initialize()
    client.open(chapter, text)
    position = {"line": 0, "character": len(text.encode("utf-16-le")) // 2}
    params = {"textDocument": {"uri": chapter}, "position": position}
    return await client.request("textDocument/completion", params)


async def test_an_item_replaces_what_is_typed(client: WireClient, chapter: str) -> None:
    text = "“🚀,” said Sarah Ch"
    [item] = await completions(client, chapter, text)
    after = apply({"changes": {chapter: [item["textEdit"]]}}, {chapter: text})
    assert after[chapter] == "“🚀,” said Sarah Chen"


async def test_an_item_says_who_bears_the_name(client: WireClient, chapter: str) -> None:
    [item] = await completions(client, chapter, "Captain C")
    assert (item["label"], item["detail"]) == ("Captain Chen", "character: Sarah Chen")


async def test_a_world_of_thousands_is_offered_in_parts(
    client: WireClient, desk: FakeDesk, chapter: str
) -> None:
    desk.canon = Canon(tuple(Entity(f"Soldier{number}", "character") for number in range(10_000)))
    answer = await completions(client, chapter, "said Sol")
    assert (answer["isIncomplete"], len(answer["items"])) == (True, 300)
