"""A server that speaks OpenAI's completions, of texts and chats, and answers what a test has written down."""

import contextlib
import json
import select
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[dict[str, Any]], "Reply"]


@dataclass
class Reply:
    """What the server sends: a status and a body; `hangs` sends nothing until the test is over, `stays` sends
    the body and then nothing until the client goes.
    """

    body: bytes = b""
    status: int = 200
    hangs: bool = False
    stays: bool = False
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class ScriptedModel:
    """Where the server listens, and what it was asked so far: bodies, paths and headers; `left` is set when a
    client has gone before its answer was complete.
    """

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    left: threading.Event = field(default_factory=threading.Event)


def streamed(*events: dict[str, Any] | str, ends: bool = True, **reply: Any) -> Reply:
    """Return a stream of events, as server-sent events, with the mark of its end unless it lacks that."""
    lines = [event if isinstance(event, str) else json.dumps(event) for event in events]
    body = "".join(f"data: {line}\n\n" for line in [*lines, *(["[DONE]"] if ends else [])])
    return Reply(body.encode(), headers={"Content-Type": "text/event-stream"}, **reply)


def written(*texts: str, finish: str = "stop", **choice: Any) -> Reply:
    """Return a streamed completion of a prompt, in these pieces."""
    events: list[dict[str, Any]] = [{"choices": [{"index": 0, "text": text, **choice}]} for text in texts]
    return streamed(*events, {"choices": [{"index": 0, "text": "", "finish_reason": finish}]})


def content(text: str | None, **message: Any) -> Reply:
    """Return a completion with this text."""
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": text, **message},
        "finish_reason": "stop",
    }
    return Reply(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def verdict(
    first: str = "", second: str = "", reason: str = "They differ.", *, contradiction: bool = True
) -> Reply:
    """Return a completion with the JSON that is asked for."""
    said = {"contradiction": contradiction, "first_quote": first, "second_quote": second, "reason": reason}
    return content(json.dumps(said))


NOTHING = verdict(contradiction=False)


@contextlib.contextmanager
def scripted(answer: Answer) -> Iterator[ScriptedModel]:
    """A server on the loopback interface for as long as the block lasts."""
    model, over, lock = ScriptedModel(), threading.Event(), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            with lock:
                model.at_once += 1
                model.most_at_once = max(model.most_at_once, model.at_once)
            try:
                self._answer()
            finally:
                with lock:
                    model.at_once -= 1

        def _answer(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.asked.append(question)
            model.paths.append(self.path)
            model.keys.append(self.headers.get("Authorization"))
            reply = answer(question)
            if reply.hangs:
                over.wait(30)
                return
            self.send_response(reply.status)
            length = {} if reply.stays else {"Content-Length": str(len(reply.body))}
            for name, value in {**length, **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            while reply.stays and not over.is_set() and not model.left.is_set():
                readable, _, _ = select.select([self.connection], [], [], 0.01)
                if readable and not self.connection.recv(1, socket.MSG_PEEK):
                    model.left.set()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield model
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()
