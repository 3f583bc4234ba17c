"""What can be folded away: front matter, scenes, and headings with what is below them."""

from lsprotocol import types

from fabula_daemon.story.answers import outline
from fabula_lsp.client import Client
from fabula_lsp.features import feature
from fabula_lsp.parts import parts_of


@feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
async def folding_ranges(client: Client, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    """Return the folds of a document, each of which leaves its first line to be seen."""
    found = await parts_of(client, params.text_document.uri)
    if found is None:
        return []
    document, whole = found
    spans = outline.folds(document.text, whole)
    lines = ((document.position(start)[0], document.position(end)[0]) for start, end in spans)
    return [types.FoldingRange(first, last) for first, last in lines if first < last]
