"""Quick fixes of what is underlined at the cursor."""

from collections.abc import Sequence

from lsprotocol import types

from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import feature


@feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
)
async def code_actions(client: Client, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offer the fixes of every finding that the selection touches."""
    opened = client.opened.get(params.text_document.uri)
    if opened is None or not client.is_current(opened.path) or not _wanted(params.context.only):
        return []
    desk, document = client.services.desk, opened.document
    start = convert.to_offset(document, params.range.start)
    end = convert.to_offset(document, params.range.end)
    return [
        convert.code_action(client, fix, convert.diagnostic(client, document, finding))
        for finding in desk.findings(opened.path)
        if finding.start <= end and start <= finding.end
        for fix in desk.fixes(finding)
        if all(client.is_current(edit.path) for edit in fix.edits)
    ]


def _wanted(only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """A kind stands for all that begin with it: the empty kind wants everything."""
    return only is None or any(kind in ("", types.CodeActionKind.QuickFix) for kind in only)
