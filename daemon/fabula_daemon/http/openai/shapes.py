"""Answers and errors in the shapes that OpenAI's clients read. What Fabula adds is under “fabula”."""

from typing import Any

from fabula_daemon.completion.engines import Piece
from fabula_daemon.completion.gate.streaming import REFUSED
from fabula_daemon.errors import Unserved
from fabula_daemon.http.openai.reply import Reply

_FINISHES = {REFUSED: "content_filter"}


class Shape:
    """The shape of one answer, whole or in chunks."""

    def __init__(self, reply: Reply, *, chat: bool, created: int) -> None:
        self._reply, self._chat, self._created = reply, chat, created

    def whole(self, finishes: list[str | None]) -> dict[str, Any]:
        """Return the answer when it is complete."""
        choices = [
            {
                "index": number,
                "logprobs": None,
                "finish_reason": _FINISHES.get(finish or "", finish or "stop"),
            }
            | ({"message": {"role": "assistant", "content": text}} if self._chat else {"text": text})
            for number, (text, finish) in enumerate(zip(self._reply.texts, finishes, strict=True))
        ]
        return self._head("chat.completion" if self._chat else "text_completion") | {
            "choices": choices,
            "usage": self._usage(),
            "fabula": {"rejected": self._rejected()},
        }

    def chunk(self, number: int, piece: Piece, *, first: bool) -> dict[str, Any]:
        """Return a piece as a chunk of the stream; `first` of its choice, it says who speaks."""
        choice: dict[str, Any] = {
            "index": number,
            "logprobs": None,
            "finish_reason": _FINISHES.get(piece.finish, piece.finish) if piece.finish else None,
        }
        if self._chat:
            role = {"role": "assistant"} if first else {}
            choice["delta"] = role | ({"content": piece.text} if piece.text or first else {})
        else:
            choice["text"] = piece.text
        chunk = self._head_of_chunks() | {"choices": [choice]}
        if piece.finish and self._reply.rejected:
            chunk["fabula"] = {"rejected": self._rejected()}
        return chunk

    def usage(self) -> dict[str, Any]:
        """Return the last chunk, for who asked to be told what the answer took."""
        return self._head_of_chunks() | {"choices": [], "usage": self._usage()}

    def _head_of_chunks(self) -> dict[str, Any]:
        return self._head("chat.completion.chunk" if self._chat else "text_completion")

    def _head(self, kind: str) -> dict[str, Any]:
        reply = self._reply
        return {"id": reply.identity, "object": kind, "created": self._created, "model": reply.engine.model}

    def _usage(self) -> dict[str, Any]:
        usage = self._reply.usage
        return {
            "prompt_tokens": usage.prompt,
            "completion_tokens": usage.generated,
            "total_tokens": usage.prompt + usage.generated,
            "prompt_tokens_details": {"cached_tokens": usage.reused},
        }

    def _rejected(self) -> list[dict[str, str]]:
        return [{"name": one.name, "stranger": str(one.stranger)} for one in self._reply.rejected]


def fault(error: Exception) -> tuple[int, dict[str, Any]]:
    """Return the status and the body for an error of the tree."""
    if isinstance(error, Unserved):
        return error.status, body(str(error), error.status, param=error.param, code=error.code)
    return 503, body(str(error), 503, code="model_unavailable")


def body(message: str, status: int, *, param: str | None = None, code: str | None = None) -> dict[str, Any]:
    """Return an error's body."""
    kinds = {401: "authentication_error", 403: "permission_error"}
    kind = kinds.get(status, "invalid_request_error" if status < 500 else "server_error")
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def model(identity: str, created: int) -> dict[str, Any]:
    """Return a model of the list."""
    return {"id": identity, "object": "model", "created": created, "owned_by": "fabula"}
