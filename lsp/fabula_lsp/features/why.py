"""“Why this suggestion?”: what `fabula why` says, at the cursor."""

from typing import Any

from lsprotocol import types

from fabula_daemon.completion import telling
from fabula_lsp import convert
from fabula_lsp.client import Client, Opened
from fabula_lsp.features import command

WHY = "fabula.why"


def action(client: Client, opened: Opened, params: types.CodeActionParams) -> types.CodeAction | None:
    """Return the action that tells it, if the last suggestion was asked for on this line.

    Only who looks for actions is offered it: no editor is to light a lamp at every suggestion.
    """
    why = client.services.why()
    asked = params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic
    if why is None or not asked or why.path != opened.path:
        return None
    if convert.to_position(opened.document, why.offset).line != params.range.start.line:
        return None
    shown = "Why this suggestion?" if why.characters else "Why is nothing suggested?"
    return types.CodeAction(title=shown, command=types.Command(shown, WHY))


@command(WHY)
def tell(client: Client, *_: Any) -> str:
    """Show why the last suggestion was shown, or nothing was; return it too, for editors that can show it
    better.
    """
    text = "\n".join(telling.tell(client.services.why()))
    client.notify(types.WINDOW_SHOW_MESSAGE, types.ShowMessageParams(types.MessageType.Info, text))
    return text
