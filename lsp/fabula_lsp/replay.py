"""What a new daemon must be told so that the editor need not know that the old one died."""

import contextlib
from typing import Any

from fabula_lsp.document import Document
from fabula_lsp.positions import DEFAULT, Encoding, encoding_of
from fabula_lsp.wire import Message

REPLAYED = "fabula/replayed"  # the id of an initialize request that the editor did not send itself

# Codes of the protocol: ask again later, and: what you asked about has changed. Editors show neither.
_SERVER_CANCELLED = -32802
_CONTENT_MODIFIED = -32801


class Replay:
    """The editor's side of a conversation, as far as it would have to be had again."""

    def __init__(self) -> None:
        self._initialize: Message = {}
        self._initialized: Message | None = None
        self._encoding: Encoding = DEFAULT
        self._documents: dict[str, tuple[str, Document]] = {}  # URI → language, text
        self._pending: dict[int | str, str] = {}  # id of a request → its method

    def sending(self, message: Message) -> None:
        """Take note of what is about to be sent to the daemon: its answer may come at once."""
        method = message.get("method")
        if method is None or "id" not in message:
            return
        self._pending[message["id"]] = method
        if method == "initialize":
            self._initialize = message

    def sent(self, message: Message) -> None:
        """Take note of what was sent, and apply it. (Afterwards, so that no keystroke waits for it.)"""
        if message.get("method") == "initialized":
            self._initialized = message
        elif str(message.get("method")).startswith("textDocument/did"):
            with contextlib.suppress(
                KeyError, TypeError, AttributeError
            ):  # the daemon says what is wrong with it
                self._keep(message["method"], message["params"])

    def _keep(self, method: str, params: Any) -> None:
        """Do to our copy of a document what the daemon does to its own."""
        item = params["textDocument"]
        uri = item["uri"]
        if method == "textDocument/didOpen":
            document = Document(uri, item["version"], item["text"], self._encoding)
            self._documents[uri] = (item["languageId"], document)
        elif method == "textDocument/didClose":
            self._documents.pop(uri, None)
        elif method == "textDocument/didChange" and uri in self._documents:
            _apply(self._documents[uri][1], params)

    def answered(self, message: Message) -> None:
        """Take note of an answer of the daemon's."""
        if self._pending.pop(message["id"], None) == "initialize":
            capabilities = (message.get("result") or {}).get("capabilities", {})
            self._encoding = encoding_of(capabilities.get("positionEncoding"))

    def messages(self) -> list[Message]:
        """Return what brings a new daemon to where the old one was.

        The answer to a request with the id REPLAYED is not for the editor.
        """
        unanswered = self._initialize["id"] in self._pending
        told = [self._initialize if unanswered else {**self._initialize, "id": REPLAYED}]
        if self._initialized:
            told.append(self._initialized)
        for language, document in self._documents.values():
            item = {
                "uri": document.uri,
                "languageId": language,
                "version": document.version,
                "text": document.text,
            }
            told.append({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        return told

    def lost(self, *, for_good: bool) -> list[Message]:
        """Return answers to the requests that died with a daemon, and forget them.

        They are not asked again: one of them may be what the daemon died of. Only the handshake is, unless
        there is no other daemon (`for_good`).
        """
        lost = [(id_, method) for id_, method in self._pending.items() if for_good or method != "initialize"]
        for id_, _ in lost:
            del self._pending[id_]
        return [_lost_answer(id_, method) for id_, method in lost]


def _apply(document: Document, params: Any) -> None:
    for change in params["contentChanges"]:
        if (span := change.get("range")) is None:
            document.replace_all(change["text"])
        else:
            start, end = span["start"], span["end"]
            document.replace(
                (start["line"], start["character"]), (end["line"], end["character"]), change["text"]
            )
    document.version = params["textDocument"]["version"]


def _lost_answer(id_: int | str, method: str) -> Message:
    if method == "shutdown":
        return {"id": id_, "result": None}
    if method == "initialize":
        return {"id": id_, "result": {"capabilities": {}}}
    error: dict[str, Any] = {"code": _CONTENT_MODIFIED, "message": "The daemon was restarted."}
    if method == "textDocument/diagnostic":
        error |= {"code": _SERVER_CANCELLED, "data": {"retriggerRequest": True}}
    return {"id": id_, "error": error}
