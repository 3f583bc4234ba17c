"""Every place that names somebody or something, by whichever name, in the manuscript and in the world."""

import asyncio

from lsprotocol import types

from fabula_daemon.story.world.canon import Entity
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import feature
from fabula_lsp.pointing import pointed, sheet_place


@feature(types.TEXT_DOCUMENT_REFERENCES, types.ReferenceOptions())
async def references(client: Client, params: types.ReferenceParams) -> list[types.Location]:
    """Return where the name under the cursor, or any other of its bearer's, stands."""
    found = await pointed(client, params.text_document.uri, params.position)
    if found is None:
        return []
    declared = params.context.include_declaration
    return [
        location
        for entity in found.naming.bearers
        for location in await _of_entity(client, entity, declared=declared)
    ]


async def _of_entity(client: Client, entity: Entity, *, declared: bool) -> list[types.Location]:
    place = sheet_place(entity)
    declaration = (place[0], place[2]) if place and not declared else None
    found: list[types.Location] = []
    async for sight in client.services.desk.appearances.everywhere(entity):
        document = client.document(sight.path)
        if document.text != sight.text:
            continue  # another window has typed there and not saved
        for at, naming in enumerate(sight.namings):
            span = (naming.start, naming.end)
            if naming.means(entity) and (sight.path, span) != declaration:
                found.append(types.Location(document.uri, convert.to_range(document, *span)))
            if at % 100 == 99:
                await asyncio.sleep(0)
    return found
