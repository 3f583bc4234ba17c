"""What Fabula says → what the protocol calls it: the last moment before something goes to an editor."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from lsprotocol import types

from fabula_daemon.story.answers.sheet_offers import Offer
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.fixes import Edit, Fix
from fabula_daemon.story.world.canon import Entity
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

_OFFER_KIND = {
    "key": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.Value,
    "name": types.CompletionItemKind.Class,
    "chapter": types.CompletionItemKind.File,
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

_MARKS = re.compile(r"\*+|\\(?P<shown>.)|(?<=\])\([^)\s]*\)|[\[\]]")

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
    """Return the findings about `document`; each text that they quote is looked up once."""
    quoted: dict[str, Document] = {}
    return [_diagnostic(client, document, finding, quoted) for finding in findings]


def _diagnostic(
    client: Client, document: Document, finding: Finding, quoted: dict[str, Document]
) -> types.Diagnostic:
    return types.Diagnostic(
        range=to_range(document, finding.start, finding.end),
        message=finding.message,
        severity=_SEVERITY[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=_related(client, finding.evidence, quoted) if client.abilities.explains else None,
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
    abilities = client.abilities
    if not abilities.versions_edits or (fix.creates and not abilities.creates_files):
        plain = {client.uri(path): _text_edits(client, path, group) for path, group in by_path.items()}
        return types.WorkspaceEdit(changes=_filled(client, fix) | plain)
    changes: list[FileChange] = [types.CreateFile(client.uri(path)) for path, _ in fix.creates]
    for uri, filling in _filled(client, fix).items():
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri)
        changes.append(types.TextDocumentEdit(identifier, list(filling)))
    for path, group in by_path.items():
        identifier = types.OptionalVersionedTextDocumentIdentifier(client.uri(path), client.version(path))
        texts = _text_edits(client, path, group)
        shown = _annotated(group, texts) if abilities.annotates else list(texts)
        changes.append(types.TextDocumentEdit(identifier, shown))
    # Last, for until then a file is edited under its old name.
    for old, new in fix.moves if abilities.moves_files else ():
        together = next((edit.group for edit in by_path[old] if edit.group and abilities.annotates), None)
        changes.append(types.RenameFile(client.uri(old), client.uri(new), annotation_id=together))
    groups = dict.fromkeys(edit.group for edit in fix.edits if edit.group and abilities.annotates)
    return types.WorkspaceEdit(
        document_changes=changes,
        change_annotations={group: types.ChangeAnnotation(group, True) for group in groups} or None,
    )


def symbol_kind(kind: str) -> types.SymbolKind:
    """Return what an editor calls a part of a file, or a sheet of this kind."""
    return _SYMBOL_KIND.get(kind, types.SymbolKind.File)


def completion_item(entity: Entity, name: str, span: types.Range, place: int) -> types.CompletionItem:
    """Return `name`, one of the names of `entity`, to be put in the place of `span`; `place` orders it."""
    return types.CompletionItem(
        label=name,
        kind=_ITEM_KIND.get(entity.kind, types.CompletionItemKind.Text),
        detail=entity.kind if name == entity.name else f"{entity.kind}: {entity.name}",
        sort_text=f"{place:05}",
        text_edit=types.TextEdit(span, name),
    )


def offer_item(offer: Offer, span: types.Range, place: int) -> types.CompletionItem:
    """Return what may go on in front matter, to be put in the place of `span`; `place` orders it."""
    return types.CompletionItem(
        label=offer.text,
        kind=_OFFER_KIND[offer.kind],
        detail=offer.detail or None,
        sort_text=f"{place:05}",
        text_edit=types.TextEdit(span, offer.text + offer.behind),
    )


def location(client: Client, path: str, span: tuple[int, int]) -> types.Location:
    """Return a span of a file of the story."""
    return types.Location(client.uri(path), to_range(client.document(path), *span))


def link(
    client: Client, path: str, around: tuple[int, int], at: tuple[int, int], origin: types.Range
) -> types.LocationLink:
    """Return a place to look at from `origin`: the span `at`, to be shown with what is `around` it."""
    document = client.document(path)
    return types.LocationLink(
        client.uri(path), to_range(document, *around), to_range(document, *at), origin_selection_range=origin
    )


def hover(client: Client, markdown: str, span: types.Range) -> types.Hover:
    """Return a text to show over `span`, without its marks for an editor that shows no Markdown."""
    if client.abilities.reads_markdown:
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, markdown), span)
    plain = _MARKS.sub(lambda mark: mark["shown"] or "", markdown)
    return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, plain), span)


def citation(client: Client, path: str, line: int) -> str:
    """Return, as Markdown, a link to a line of a file, counted from 1."""
    name = PurePosixPath(path).name.replace("[", "\\[").replace("]", "\\]")
    target = client.uri(path).replace("(", "%28").replace(")", "%29")
    return f"[{name}:{line}]({target}#L{line})"


def _text_edits(client: Client, path: str, edits: Iterable[Edit]) -> list[types.TextEdit]:
    document = client.document(path)
    return [types.TextEdit(to_range(document, edit.start, edit.end), edit.new_text) for edit in edits]


def _annotated(
    edits: Iterable[Edit], texts: Iterable[types.TextEdit]
) -> list[types.TextEdit | types.AnnotatedTextEdit]:
    return [
        types.AnnotatedTextEdit(edit.group, text.range, text.new_text) if edit.group else text
        for edit, text in zip(edits, texts, strict=True)
    ]


def _filled(client: Client, fix: Fix) -> dict[str, list[types.TextEdit]]:
    """Return the edits that fill the files which a fix creates."""
    beginning = types.Range(types.Position(0, 0), types.Position(0, 0))
    return {client.uri(path): [types.TextEdit(beginning, text)] for path, text in fix.creates}


def _related(
    client: Client, evidence: tuple[Evidence, ...], quoted: dict[str, Document]
) -> list[types.DiagnosticRelatedInformation] | None:
    for item in evidence:
        if item.path not in quoted:
            quoted[item.path] = client.quoted(item.path)
    return [
        types.DiagnosticRelatedInformation(
            types.Location(quoted[item.path].uri, to_range(quoted[item.path], item.start, item.end)),
            item.quote,
        )
        for item in evidence
    ] or None
