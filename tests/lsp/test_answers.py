"""Long answers are the same as short ones, and let others have their turn."""

import asyncio
import json

from lsprotocol import types
from pygls.protocol import default_converter

from fabula_lsp.answers import is_long, written

converter = default_converter()


def place(line: int) -> types.Range:
    return types.Range(types.Position(line, 1), types.Position(line, 5))


def edit(count: int) -> types.WorkspaceEdit:
    identifier = types.OptionalVersionedTextDocumentIdentifier("file:///ä.md", None)
    edits = [types.AnnotatedTextEdit("a", place(line), "“x”") for line in range(count)]
    changes = [types.TextDocumentEdit(identifier, edits), types.RenameFile("file:///a", "file:///b")]
    notes = {"a": types.ChangeAnnotation("a", True)}
    return types.WorkspaceEdit(document_changes=changes, change_annotations=notes)


def plain_edit(count: int) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={"file:///a": [types.TextEdit(place(n), "x") for n in range(count)]})


async def test_a_long_answer_says_what_pygls_would() -> None:
    locations = [types.Location("file:///a", place(line)) for line in range(500)]
    answers = [
        (locations, types.ReferencesResponse("7", locations)),
        (edit(500), types.RenameResponse("7", edit(500))),
        (plain_edit(500), types.RenameResponse("7", plain_edit(500))),
    ]
    for result, response in answers:
        body = await written("7", result, converter.unstructure)
        assert json.loads(body) == converter.unstructure(response)


def test_what_is_long_is_known_by_its_places() -> None:
    assert not any(map(is_long, (None, [], [1] * 10, edit(10), plain_edit(10), types.WorkspaceEdit())))
    assert all(map(is_long, ([1] * 500, edit(500), plain_edit(500))))


async def test_others_have_their_turn() -> None:
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.create_task(other())
    await written(1, edit(20_000), converter.unstructure)
    task.cancel()
    assert turns > 1
