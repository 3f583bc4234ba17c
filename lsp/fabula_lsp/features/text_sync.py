"""The editor's buffers go to the desk, where they stand in for the files.

These are plain functions: what follows a change on the wire must see it, and a coroutine would run too late.
"""

from lsprotocol import types

from fabula_daemon.completion.suggesting.spans import Edit
from fabula_lsp.client import Client
from fabula_lsp.features import feature
from fabula_lsp.features.diagnostics import publish, withdraw


@feature(types.TEXT_DOCUMENT_DID_OPEN)
def did_open(client: Client, params: types.DidOpenTextDocumentParams) -> None:
    """A file is in the editor's hands from now on."""
    if opened := client.open(params.text_document):
        publish(client, opened)


@feature(types.TEXT_DOCUMENT_DID_CHANGE)
def did_change(client: Client, params: types.DidChangeTextDocumentParams) -> None:
    """The author typed."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None:
        return
    document, edits = opened.document, list[Edit]()
    for change in params.content_changes:
        begin, before = 0, document.text
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = change.range.start, change.range.end
            begin, before = document.replace(
                (start.line, start.character), (end.line, end.character), change.text
            )
        else:
            document.replace_all(change.text)
        edits.append(Edit(begin, before, document.text[begin : document.caret]))
    document.version = params.text_document.version
    client.services.desk.change(client, opened.path, document.text, caret=document.caret)
    publish(client, opened)
    for edit in edits:
        client.services.learning.edited(client, opened.path, edit)


@feature(types.TEXT_DOCUMENT_DID_CLOSE)
def did_close(client: Client, params: types.DidCloseTextDocumentParams) -> None:
    """The file on the disk is what counts again."""
    if opened := client.close(params.text_document.uri):
        withdraw(client, opened)
