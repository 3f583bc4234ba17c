"""What an author points at: the name at a position of a document that she has open."""

from dataclasses import dataclass

from lsprotocol import types

from fabula_daemon.story.answers.namings import Naming
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_lsp import convert
from fabula_lsp.client import Client, Opened


@dataclass(frozen=True, slots=True)
class Pointed:
    """A name in a document, and the canon as of the moment at which it was found."""

    opened: Opened
    naming: Naming
    span: types.Range
    canon: Canon


async def pointed(client: Client, uri: str, position: types.Position) -> Pointed | None:
    """Return the name at a position; None where there is none, or the text has changed meanwhile."""
    opened = client.opened.get(uri)
    if opened is None or not client.is_current(opened.path):
        return None
    desk, text = client.services.desk, opened.document.text
    offset = convert.to_offset(opened.document, position)
    sight = await desk.appearances.at(opened.path, offset)
    naming = sight.at(offset) if sight else None
    if sight is None or naming is None or not sight.text == text == opened.document.text:
        return None
    span = convert.to_range(opened.document, naming.start, naming.end)
    return Pointed(opened, naming, span, desk.canon)


def sheet_place(entity: Entity) -> tuple[str, tuple[int, int], tuple[int, int]] | None:
    """Return where an entity is laid down: the path, what to show, and the name in it."""
    sheet = entity.sheet
    if sheet is None:
        return None
    start, end = sheet.places.get("names" if sheet.kind == "roster" else "name") or (0, 0)
    at = sheet.text.find(entity.name, start, end)
    return sheet.path, (start, end), (at, at + len(entity.name)) if at >= 0 else (start, end)
