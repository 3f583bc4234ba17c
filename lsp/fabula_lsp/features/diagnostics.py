"""Findings are underlined: asked for by the editors that can ask, pushed to the others, never both."""

from collections.abc import Set as AbstractSet
from hashlib import blake2b

from lsprotocol import types

from fabula_lsp import convert
from fabula_lsp.client import Client, Opened
from fabula_lsp.features import feature


@feature(
    types.TEXT_DOCUMENT_DIAGNOSTIC,
    types.DiagnosticOptions(
        identifier=convert.SOURCE,
        inter_file_dependencies=True,  # a sheet that changes may change what every chapter is told
        workspace_diagnostics=False,
    ),
    when=lambda abilities: abilities.pulls,
)
async def pull(client: Client, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """Say what is found in a document, or that it is what was said before."""
    opened = client.opened.get(params.text_document.uri)
    found = _diagnostics(client, opened) if opened else []
    result = blake2b(repr(found).encode(errors="replace"), digest_size=12).hexdigest()
    if opened and result == opened.told == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=result)
    if opened:
        opened.told = result
    return types.RelatedFullDocumentDiagnosticReport(items=found, result_id=result)


def publish(client: Client, opened: Opened) -> None:
    """Push what is found in a document to an editor that does not ask."""
    if not client.abilities.pulls:
        _push(client, opened, _diagnostics(client, opened))


def withdraw(client: Client, opened: Opened) -> None:
    """Take back what was pushed about a document that is no longer open."""
    if not client.abilities.pulls:
        _push(client, opened, [])


def changed(client: Client, paths: AbstractSet[str]) -> None:
    """Tell the editor that findings may have changed although their documents did not."""
    mine = [opened for opened in client.opened.values() if opened.path in paths]
    if mine and client.abilities.pulls and client.abilities.refreshes:
        client.ask(types.WORKSPACE_DIAGNOSTIC_REFRESH)
    for opened in mine:
        publish(client, opened)


def _diagnostics(client: Client, opened: Opened) -> list[types.Diagnostic]:
    if not client.is_current(opened.path):
        return []
    return convert.diagnostics(client, opened.document, client.services.desk.findings(opened.path))


def _push(client: Client, opened: Opened, found: list[types.Diagnostic]) -> None:
    document = opened.document
    params = types.PublishDiagnosticsParams(document.uri, found, document.version)
    client.notify(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)
