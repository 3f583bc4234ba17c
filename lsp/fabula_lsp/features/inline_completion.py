"""Ghost text. What was asked for by an author who has typed on is answered with nothing, never with null:
on null an editor may go on showing, and accepting, what it had."""

from typing import Any

from lsprotocol import types

from fabula_daemon.completion.suggesting.suggest import Request
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import command, feature

ACCEPTED = "fabula.accepted"


@feature(types.TEXT_DOCUMENT_INLINE_COMPLETION, types.InlineCompletionOptions())
async def complete_inline(client: Client, params: types.InlineCompletionParams) -> types.InlineCompletionList:
    """Offer continuations at the cursor. A cancelled request cancels the suggestion that is being made."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None:
        return types.InlineCompletionList([])
    document, version = opened.document, opened.document.version
    offset = convert.to_offset(document, params.position)
    explicit = params.context.trigger_kind is types.InlineCompletionTriggerKind.Invoked
    suggestions = await client.services.suggest(Request(client, opened.path, offset, explicit))
    if client.opened.get(document.uri) is not opened or document.version != version:
        return types.InlineCompletionList([])
    client.services.learning.shown(client, opened.path, offset, suggestions)
    # The range must be empty where nothing is replaced: editors paint over what stands in it.
    return types.InlineCompletionList(
        [
            types.InlineCompletionItem(
                suggestion.text,
                range=convert.to_range(document, offset - suggestion.replaces, offset),
                command=types.Command("It was accepted", ACCEPTED, arguments=[suggestion.id]),
            )
            for suggestion in suggestions
        ]
    )


@command(ACCEPTED)
def accepted(client: Client, suggestion: Any = None, *_: Any) -> None:
    """A suggestion has been accepted, with the name that it was given."""
    if isinstance(suggestion, str):
        client.services.learning.accepted(suggestion)
