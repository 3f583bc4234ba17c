"""Quick fixes of what is underlined at the cursor, and why there is a suggestion at it."""

from collections.abc import Sequence

from lsprotocol import types

from fabula_daemon.story import fixes
from fabula_daemon.story.findings import Finding
from fabula_daemon.story.fixes import Fix
from fabula_lsp import convert
from fabula_lsp.client import Client, Opened
from fabula_lsp.features import feature, why


@feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
)
async def code_actions(client: Client, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offer the fixes of every finding that the selection touches, and what tells about the suggestion."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None or not client.is_current(opened.path):
        return []
    only = params.context.only
    fixing = await _fixing(client, opened, params) if _wanted(only, types.CodeActionKind.QuickFix) else []
    telling = why.action(client, opened, params) if _wanted(only, types.CodeActionKind.Empty) else None
    return [*fixing, telling] if telling else fixing


async def _fixing(client: Client, opened: Opened, params: types.CodeActionParams) -> list[types.CodeAction]:
    desk, document, version = client.services.desk, opened.document, opened.document.version
    start = convert.to_offset(document, params.range.start)
    end = convert.to_offset(document, params.range.end)
    await desk.settled()  # while the chapter is being read anew, what was found in it is not all there
    touched = [f for f in desk.findings(opened.path) if f.start <= end and start <= f.end]
    everywhere = [await _everywhere(client, finding) for finding in touched]
    if opened.document.version != version:
        return []
    diagnostics = convert.diagnostics(client, document, touched)
    return [
        convert.code_action(client, fix, diagnostic)
        for finding, diagnostic, more in zip(touched, diagnostics, everywhere, strict=True)
        for fix in (*desk.fixes(finding), *more)
        if all(client.is_current(edit.path) for edit in fix.edits)
    ]


async def _everywhere(client: Client, finding: Finding) -> list[Fix]:
    """Return the fix that spells something right in the whole manuscript, where a finding is about that."""
    spelling = fixes.respelling(finding)
    if spelling is None:
        return []
    wrong, right = spelling
    chapters = await client.services.desk.appearances.chapters_with(fixes.misspelt(wrong))
    fix = fixes.everywhere(wrong, right, chapters)
    return [fix] if fix else []


def _wanted(only: Sequence[types.CodeActionKind | str] | None, kind: types.CodeActionKind) -> bool:
    """A kind stands for all that begin with it: the empty kind wants everything."""
    return only is None or any(wanted in (types.CodeActionKind.Empty, kind) for wanted in only)
