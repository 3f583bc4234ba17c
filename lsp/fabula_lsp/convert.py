"""What Fabula says → what the protocol calls it: the last moment before something goes to an editor."""

from collections import defaultdict
from collections.abc import Iterable

from lsprotocol import types

from fabula_daemon.story.canon import Entity
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.fixes import Edit, Fix
from fabula_lsp.client import Client
from fabula_lsp.document import Document

SOURCE = "fabula"

_SEVERITY = {
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFORMATION: types.DiagnosticSeverity.Information,
}
_ITEM_KIND = {
    "character": types.CompletionItemKind.Class,
    "people": types.CompletionItemKind.Interface,
    "place": types.CompletionItemKind.Module,
    "faction": types.CompletionItemKind.Struct,
    "item": types.CompletionItemKind.Constant,
    "event": types.CompletionItemKind.Event,
}

_SYMBOL_KIND = {
    "chapter": types.SymbolKind.File,
    "heading": types.SymbolKind.String,  # as editors have it in Markdown
    "scene": types.SymbolKind.Key,
    "key": types.SymbolKind.Property,
    "character": types.SymbolKind.Class,
    "people": types.SymbolKind.Interface,
    "place": types.SymbolKind.Module,
    "faction": types.SymbolKind.Struct,
    "item": types.SymbolKind.Constant,
    "event": types.SymbolKind.Event,
}

FileChange = types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile


def to_position(document: Document, offset: int) -> types.Position:
    """Return an offset as the editor of `document` counts it."""
    return types.Position(*document.position(offset))


def to_range(document: Document, start: int, end: int) -> types.Range:
    """Return a span as the editor of `document` counts it."""
    first, last = document.range(start, end)
    return types.Range(types.Position(*first), types.Position(*last))


def to_offset(document: Document, position: types.Position) -> int:
    """Return the offset that an editor means."""
    return document.offset((position.line, position.character))


def diagnostics(client: Client, document: Document, findings: Iterable[Finding]) -> list[types.Diagnostic]:
    """Return the findings about `document`."""
    return [diagnostic(client, document, finding) for finding in findings]


def diagnostic(client: Client, document: Document, finding: Finding) -> types.Diagnostic:
    """Return one finding about `document`."""
    return types.Diagnostic(
        range=to_range(document, finding.start, finding.end),
        message=finding.message,
        severity=_SEVERITY[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=_related(client, finding.evidence) if client.abilities.explains else None,
        data=dict(finding.data) or None,
    )


def code_action(client: Client, fix: Fix, repaired: types.Diagnostic) -> types.CodeAction:
    """Return a fix of what `repaired` says."""
    return types.CodeAction(
        title=fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[repaired],
        is_preferred=fix.preferred or None,
        edit=workspace_edit(client, fix),
    )


def workspace_edit(client: Client, fix: Fix) -> types.WorkspaceEdit:
    """Return what a fix does to files, in the most exact form that the editor understands."""
    by_path: dict[str, list[Edit]] = defaultdict(list)
    for edit in fix.edits:
        by_path[edit.path].append(edit)
    edits = {path: _text_edits(client.document(path), group) for path, group in by_path.items()}
    beginning = types.Range(types.Position(0, 0), types.Position(0, 0))
    created = {path: [types.TextEdit(beginning, text)] for path, text in fix.creates}
    texts = created | edits
    if not client.abilities.versions_edits or (created and not client.abilities.creates_files):
        return types.WorkspaceEdit(changes={client.uri(path): group for path, group in texts.items()})
    changes: list[FileChange] = [types.CreateFile(client.uri(path)) for path in created]
    for path, group in texts.items():
        identifier = types.OptionalVersionedTextDocumentIdentifier(client.uri(path), client.version(path))
        changes.append(types.TextDocumentEdit(identifier, list(group)))
    return types.WorkspaceEdit(document_changes=changes)


def symbol_kind(kind: str) -> types.SymbolKind:
    """Return what an editor calls a part of a file, or a sheet of this kind."""
    return _SYMBOL_KIND.get(kind, types.SymbolKind.File)


def completion_item(entity: Entity, name: str, span: types.Range) -> types.CompletionItem:
    """Return `name`, one of the names of `entity`, to be put in the place of `span`."""
    return types.CompletionItem(
        label=name,
        kind=_ITEM_KIND.get(entity.kind, types.CompletionItemKind.Text),
        detail=entity.kind if name == entity.name else f"{entity.kind}: {entity.name}",
        text_edit=types.TextEdit(span, name),
    )


def _text_edits(document: Document, edits: Iterable[Edit]) -> list[types.TextEdit]:
    return [types.TextEdit(to_range(document, edit.start, edit.end), edit.new_text) for edit in edits]


def _related(
    client: Client, evidence: tuple[Evidence, ...]
) -> list[types.DiagnosticRelatedInformation] | None:
    documents = {item.path: client.document(item.path) for item in evidence}
    return [
        types.DiagnosticRelatedInformation(
            types.Location(client.uri(item.path), to_range(documents[item.path], item.start, item.end)),
            item.quote,
        )
        for item in evidence
    ] or None
