"""The outline of what is open: chapters with their scenes and how long they are, sheets with their keys."""

from lsprotocol import types

from fabula_daemon.story.answers.outline import Part
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.document import Document
from fabula_lsp.features import feature
from fabula_lsp.parts import parts_of


@feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
async def document_symbols(client: Client, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    """Outline a document: one symbol for the file, the others inside it."""
    found = await parts_of(client, params.text_document.uri)
    return [_symbol(*found)] if found else []


def _symbol(document: Document, part: Part) -> types.DocumentSymbol:
    length = f"{part.words:,} word{'' if part.words == 1 else 's'}" if part.words else None
    return types.DocumentSymbol(
        name=part.name,
        detail=part.detail or length,
        kind=convert.symbol_kind(part.detail if part.kind == "file" else part.kind),
        range=convert.to_range(document, part.start, part.end),
        selection_range=convert.to_range(document, part.head, part.head_end),
        children=[_symbol(document, child) for child in part.children],
    )
