"""Wherever a document names whoever is named under the cursor."""

from lsprotocol import types

from fabula_daemon.story.world.canon import Entity
from fabula_lsp import convert
from fabula_lsp.client import Client, Opened
from fabula_lsp.features import feature
from fabula_lsp.pointing import pointed


@feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, types.DocumentHighlightOptions())
async def document_highlight(
    client: Client, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """Return the places of this document that name the same; None where nothing is named."""
    found = await pointed(client, params.text_document.uri, params.position)
    if found is None or not found.naming.bearers:
        return None
    spans: set[tuple[int, int]] = set()
    for entity in found.naming.bearers:
        spans |= await _spans(client, found.opened, entity, certain=found.naming.entity is not None)
    document = found.opened.document
    return [
        types.DocumentHighlight(convert.to_range(document, *span), types.DocumentHighlightKind.Text)
        for span in sorted(spans)
    ]


async def _spans(client: Client, opened: Opened, entity: Entity, *, certain: bool) -> set[tuple[int, int]]:
    appearances = client.services.desk.appearances
    return {
        (naming.start, naming.end)
        async for sight in appearances.everywhere(entity, (opened.path,))
        if sight.text == opened.document.text
        for naming in sight.namings
        if naming.means(entity) or not certain
    }
