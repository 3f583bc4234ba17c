"""Long answers, written in slices: ten thousand places take a tenth of a second, and the author types on."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

from lsprotocol import types

_LONG = 400
_SLICE_S = 0.004


def is_long(result: Any) -> bool:
    """Whether it would hold up the loop to write an answer at once."""
    if isinstance(result, types.WorkspaceEdit):
        texts = [c for c in result.document_changes or () if isinstance(c, types.TextDocumentEdit)]
        return sum(map(len, [*(result.changes or {}).values(), *(text.edits for text in texts)])) > _LONG
    return isinstance(result, list) and len(result) > _LONG


async def written(number: int | str, result: Any, plain: Callable[[Any], Any]) -> bytes:
    """Return the answer to the request `number` as JSON; `plain` makes plain data of the protocol's types."""
    if isinstance(result, types.WorkspaceEdit):
        parts = {
            "changes": result.changes,
            "documentChanges": result.document_changes,
            "changeAnnotations": result.change_annotations,
        }
        result = {key: part for key, part in parts.items() if part is not None}
    body = bytearray()
    until = time.monotonic() + _SLICE_S
    for piece in _json({"jsonrpc": "2.0", "id": number, "result": result}, plain):
        body += piece.encode()
        if time.monotonic() > until:
            await asyncio.sleep(0)
            until = time.monotonic() + _SLICE_S
    return bytes(body)


def _json(value: Any, plain: Callable[[Any], Any]) -> Iterator[str]:
    """Yield the JSON of a value in pieces no longer than one of its items."""
    if isinstance(value, types.TextDocumentEdit):
        value = {"textDocument": value.text_document, "edits": value.edits}
    if isinstance(value, dict):
        for at, (key, item) in enumerate(value.items()):
            yield f"{',' if at else '{'}{json.dumps(key)}:"
            yield from _json(item, plain)
        yield "}" if value else "{}"
    elif isinstance(value, (list, tuple)):
        for at, item in enumerate(value):
            yield f"{',' if at else '['}"
            yield from _json(item, plain)
        yield "]" if value else "[]"
    else:
        yield json.dumps(value, default=plain)
