"""`[[Links]]` lead to their sheets. One that leads nowhere is a finding, not a link."""

from lsprotocol import types

from fabula_daemon.story.text.links import links
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import feature


@feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, types.DocumentLinkOptions())
async def document_links(client: Client, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    """Return the links of a document, with the files that they lead to."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None:
        return []
    targets = client.services.desk.world.targets
    return [
        types.DocumentLink(
            convert.to_range(opened.document, link.start, link.end), target=client.uri(path), tooltip=path
        )
        for link in links(opened.document.text)
        if (path := targets.find(link.target))
    ]
