"""Characters and places are coloured wherever they are named, on plain names without any markup.

Token types are those that every theme knows: a character is a `class`, a people an `interface`, a place a
`namespace`, as in outlines and completions.
"""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import count

from lsprotocol import types

from fabula_daemon.story.answers.namings import Naming
from fabula_daemon.story.world.canon import Entity
from fabula_lsp.client import Client, Opened
from fabula_lsp.document import Document
from fabula_lsp.features import feature

TYPES = {"character": "class", "people": "interface", "place": "namespace"}
LEGEND = types.SemanticTokensLegend([*TYPES.values()], [])

_WIDTH = 5  # numbers a token
_names = count(1)


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
async def full(client: Client, params: types.SemanticTokensParams) -> types.SemanticTokens:
    """Return every token of a document."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None:
        return types.SemanticTokens([])
    data = await _tokens(client, opened)
    return types.SemanticTokens(data, result_id=_remember(opened, data))


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, LEGEND)
async def delta(
    client: Client, params: types.SemanticTokensDeltaParams
) -> types.SemanticTokens | types.SemanticTokensDelta:
    """Return what has changed since the tokens that the editor has; all of them if that is not known."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None:
        return types.SemanticTokens([])
    data = await _tokens(client, opened)
    told = opened.tokens
    name = _remember(opened, data)
    if told is None or told[0] != params.previous_result_id:
        return types.SemanticTokens(data, result_id=name)
    return types.SemanticTokensDelta([*edits(told[1], data)], result_id=name)


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, LEGEND)
async def within(client: Client, params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
    """Return the tokens of a part of a document."""
    opened = client.opened.get(params.text_document.uri)
    span = (params.range.start.line, params.range.end.line)
    return types.SemanticTokens(await _tokens(client, opened, span) if opened else [])


def changed(client: Client, paths: AbstractSet[str]) -> None:
    """Have the editor ask again, if names in an open document may have become others without an edit."""
    if client.abilities.recolours and any(one.path in paths for one in client.opened.values()):
        client.ask(types.WORKSPACE_SEMANTIC_TOKENS_REFRESH)


def encode(document: Document, namings: Iterable[Naming], lines: tuple[int, int] | None = None) -> list[int]:
    """Return tokens as the protocol has them, each relative to the one before; those on `lines` only.

    A name that goes over a line's end becomes a token on each line.
    """
    data: list[int] = []
    last_line = last_column = reached = 0
    for naming in sorted(namings, key=lambda naming: naming.start):
        kind = kind_of(naming)
        if kind is None or naming.start < reached:
            continue
        reached = naming.end
        for line, column, length in _on_lines(document, naming.start, naming.end):
            if lines is None or lines[0] <= line <= lines[1]:
                data += (
                    line - last_line,
                    column if line != last_line else column - last_column,
                    length,
                    kind,
                    0,
                )
                last_line, last_column = line, column
    return data


def kind_of(naming: Naming) -> int | None:
    """Return the number of a name's token type; None if it is none of ours, or of several kinds."""
    kinds = {_type_of(entity) for entity in naming.bearers}
    kind = kinds.pop() if len(kinds) == 1 else None
    return None if kind is None else LEGEND.token_types.index(kind)


def edits(before: Sequence[int], after: Sequence[int]) -> Iterator[types.SemanticTokensEdit]:
    """Yield the one edit that makes `after` of `before`, in whole tokens; none if they are the same."""
    shortest = min(len(before), len(after))
    start = next((at for at in range(shortest) if before[at] != after[at]), shortest)
    room = shortest - start
    tail = next((at for at in range(room) if before[-1 - at] != after[-1 - at]), room)
    start, tail = start - start % _WIDTH, tail - tail % _WIDTH
    removed, added = len(before) - start - tail, after[start : len(after) - tail]
    if removed or added:
        yield types.SemanticTokensEdit(start, removed, list(added))


def _type_of(entity: Entity) -> str | None:
    return TYPES.get(entity.kind)


async def _tokens(client: Client, opened: Opened, lines: tuple[int, int] | None = None) -> list[int]:
    sight = await client.services.desk.appearances.namings(opened.path)
    if sight is None or sight.text != opened.document.text:
        return []
    document = Document(opened.document.uri, opened.document.version, sight.text, opened.document.encoding)
    return await asyncio.to_thread(encode, document, sight.namings, lines)


def _remember(opened: Opened, data: Sequence[int]) -> str:
    opened.tokens = (str(next(_names)), tuple(data))
    return opened.tokens[0]


def _on_lines(document: Document, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield a span as (line, column, length) of each line that it stands on, as the editor counts."""
    (line, column), (last_line, last_column) = document.range(start, end)
    if line == last_line:
        yield line, column, last_column - column
        return
    at = start
    for piece in document.text[start:end].splitlines(keepends=True):
        words = piece.strip()
        first = at + len(piece) - len(piece.lstrip())
        if words:
            (line, column), (_, stop) = document.range(first, first + len(words))
            yield line, column, stop - column
        at += len(piece)
