"""A server that speaks OpenAI's chat completions and answers what a test has written down."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[dict[str, Any]], "Reply"]


@dataclass
class Reply:
    """What the server sends: a status and a body; `hangs` sends nothing until the test is over."""

    body: bytes = b""
    status: int = 200
    hangs: bool = False
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class ScriptedModel:
    """Where the server listens, and what it was asked so far: bodies, paths and headers."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0


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
            for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

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
