"""From a name to its sheet, and to where the manuscript names it first."""

from lsprotocol import types

from fabula_daemon.story.world.canon import Entity
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import feature
from fabula_lsp.pointing import pointed, sheet_place

Place = tuple[str, tuple[int, int], tuple[int, int]]


@feature(types.TEXT_DOCUMENT_DEFINITION, types.DefinitionOptions())
async def definition(
    client: Client, params: types.DefinitionParams
) -> list[types.LocationLink] | list[types.Location]:
    """Return the sheet of the name under the cursor, of each that may be meant, and the first appearance."""
    found = await pointed(client, params.text_document.uri, params.position)
    if found is None:
        return []
    places = [place for entity in found.naming.bearers if (place := sheet_place(entity))]
    if found.naming.entity is not None:
        places += await _first(client, found.naming.entity)
    if client.abilities.peeks:
        return [convert.link(client, path, around, at, found.span) for path, around, at in places]
    return [convert.location(client, path, at) for path, _, at in places]


async def _first(client: Client, entity: Entity) -> list[Place]:
    first = await client.services.desk.appearances.first(entity)
    if first is None:
        return []
    sight, naming = first
    start = sight.text.rfind("\n", 0, naming.start) + 1
    end = sight.text.find("\n", naming.end)
    return [(sight.path, (start, end if end >= 0 else len(sight.text)), (naming.start, naming.end))]
