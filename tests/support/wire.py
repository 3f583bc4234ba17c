"""A language client without an editor: JSON-RPC over two streams, with every message kept for the test."""

import asyncio
import contextlib
import json
import socket
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

Json = Any
TIMEOUT = 30.0  # seconds after which an answer that should come at once is taken not to come

UTF_16: Json = {"general": {"positionEncodings": ["utf-16"]}}
PULLS: Json = {
    "textDocument": {"diagnostic": {"dynamicRegistration": True}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}
CREATES: Json = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename", "delete"]}
    }
}


class RefusedError(Exception):
    """The server answered a request with an error."""

    def __init__(self, error: Json) -> None:
        self.code: int = error["code"]
        self.data: Json = error.get("data")
        super().__init__(error["message"])


class WireClient:
    """One client. Requests of the server's are answered with null, and kept like notifications."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.capabilities: Json = None  # the server's
        self.received: list[Json] = []
        self._reader, self._writer = reader, writer
        self._answers: dict[int, asyncio.Future[Json]] = {}
        self._told: dict[str, asyncio.Queue[Json]] = defaultdict(asyncio.Queue)
        self._versions: dict[str, int] = {}
        self._reading = asyncio.create_task(self._read())

    async def initialize(self, capabilities: Json = None, **params: Json) -> Json:
        """Shake hands; return what the server can do."""
        params = {"processId": None, "rootUri": None, "capabilities": capabilities or {}, **params}
        self.capabilities = (await self.request("initialize", params))["capabilities"]
        self.notify("initialized", {})
        return self.capabilities

    async def request(self, method: str, params: Json = None) -> Json:
        """Return the answer to a request. Raises RefusedError."""
        return await self.answer(self.ask(method, params))

    def ask(self, method: str, params: Json = None) -> int:
        """Send a request and return its id."""
        number = len(self._answers) + 1
        self._answers[number] = asyncio.get_running_loop().create_future()
        self.send({"id": number, "method": method, "params": params})
        return number

    async def answer(self, number: int) -> Json:
        """Return the answer to the request with this id. Raises RefusedError."""
        message = await asyncio.wait_for(self._answers[number], TIMEOUT)
        if "error" in message:
            raise RefusedError(message["error"])
        return message["result"]

    def notify(self, method: str, params: Json = None) -> None:
        self.send({"method": method, "params": params})

    async def told(self, method: str) -> Json:
        """Return the parameters of the next notification or request of the server's with this method."""
        return await asyncio.wait_for(self._told[method].get(), TIMEOUT)

    def send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def send_bytes(self, data: bytes) -> None:
        self._writer.write(data)

    async def closed(self) -> None:
        """Wait until the other side has closed the connection."""
        await asyncio.wait_for(asyncio.shield(self._reading), TIMEOUT)

    async def vanish(self) -> None:
        """Be gone without a word."""
        self._reading.cancel()
        self._writer.transport.abort()
        with contextlib.suppress(ConnectionError):
            await self._writer.wait_closed()
        with contextlib.suppress(asyncio.CancelledError):
            await self._reading

    # What an editor does with documents. A `uri` is that of a file; positions are (line, character).

    def open(self, uri: str, text: str) -> None:
        self._versions[uri] = 1
        item = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, *changes: Json) -> None:
        self._versions[uri] += 1
        identifier = {"uri": uri, "version": self._versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": list(changes)})

    def close(self, uri: str) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    async def pull(self, uri: str, previous: str | None = None) -> Json:
        params = {"textDocument": {"uri": uri}, "previousResultId": previous}
        return await self.request("textDocument/diagnostic", params)

    async def actions(self, uri: str, span: Json, **context: Json) -> Json:
        params = {"textDocument": {"uri": uri}, "range": span, "context": {"diagnostics": [], **context}}
        return await self.request("textDocument/codeAction", params)

    def ask_inline(self, uri: str, line: int, character: int) -> int:
        position = {"line": line, "character": character}
        params = {"textDocument": {"uri": uri}, "position": position, "context": {"triggerKind": 2}}
        return self.ask("textDocument/inlineCompletion", params)

    async def _read(self) -> None:
        try:
            while True:
                header = await self._reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(line.split(b":")[1])
                    for line in header.split(b"\r\n")
                    if line.lower().startswith(b"content-length")
                )
                self._take(json.loads(await self._reader.readexactly(length)))
        except (asyncio.IncompleteReadError, ConnectionError):
            for answer in self._answers.values():
                if not answer.done():
                    answer.set_result({"error": {"code": 0, "message": "The connection was closed."}})

    def _take(self, message: Json) -> None:
        self.received.append(message)
        if "method" not in message:
            answer = self._answers.get(message["id"])
            if answer and not answer.done():
                answer.set_result(message)
            return
        self._told[message["method"]].put_nowait(message.get("params"))
        if "id" in message:
            self.send({"id": message["id"], "result": None})


def span(start: tuple[int, int], end: tuple[int, int]) -> Json:
    """Return a range as it goes over the wire."""
    return {
        "start": {"line": start[0], "character": start[1]},
        "end": {"line": end[0], "character": end[1]},
    }


def change(start: tuple[int, int], end: tuple[int, int], text: str) -> Json:
    """Return an incremental change as it goes over the wire."""
    return {"range": span(start, end), "text": text}


Server = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@contextlib.asynccontextmanager
async def connected(server: Server) -> AsyncIterator[WireClient]:
    """A client that `server` serves over a pair of sockets; both are gone afterwards."""
    here, there = socket.socketpair()
    serving = asyncio.ensure_future(server(*await asyncio.open_connection(sock=there)))
    client = WireClient(*await asyncio.open_connection(sock=here))
    try:
        yield client
    finally:
        await client.vanish()
        await asyncio.wait_for(serving, TIMEOUT)


@contextlib.asynccontextmanager
async def started(
    *argv: str, cwd: Path, env: dict[str, str] | None = None
) -> AsyncIterator[tuple[WireClient, asyncio.subprocess.Process]]:
    """A client of a program that speaks the protocol on its standard streams."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*argv, stdin=pipe, stdout=pipe, cwd=cwd, env=env)
    assert process.stdin
    assert process.stdout
    client = WireClient(process.stdout, process.stdin)
    try:
        yield client, process
    finally:
        if process.returncode is None:
            process.stdin.close()
            try:
                await asyncio.wait_for(process.wait(), TIMEOUT)
            except TimeoutError:
                process.kill()
                await process.wait()
        await client.closed()
