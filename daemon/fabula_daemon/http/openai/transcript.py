"""A chat as the prose that a model of prose can continue: who says what, paragraph by paragraph."""

from collections.abc import Sequence

from fabula_daemon.http.openai.asked import Message

_SAID = {"user": "User", "assistant": "Assistant", "tool": "Tool", "function": "Tool"}
STOPS = ("\nUser:", "\nAssistant:")


def transcript(messages: Sequence[Message]) -> str:
    """Return a chat up to where its next message begins; a last one of the assistant's is gone on with."""
    said = [_line(message) for message in messages if message.text.strip()]
    if messages[-1].role != "assistant":
        said.append("Assistant:")
    return "\n\n".join(said)


def _line(message: Message) -> str:
    text = message.text.strip()
    who = _SAID.get(message.role)
    return f"{who}: {text}" if who else text
