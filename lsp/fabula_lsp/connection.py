"""One editor's connection to the daemon: the only place that knows pygls.

pygls is made for one process a client. Here each connection has a LanguageServer of its own, fed from the
daemon's socket. Left out are its loop, its `exit`, which would end the daemon, and its text documents, which
split lines where Python does rather than where the protocol does.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cache, partial, wraps
from typing import Any

from cattrs import Converter
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter

from fabula_daemon.errors import Overtaken, Refused, WireError
from fabula_daemon.sessions import Services
from fabula_lsp import answers, wire
from fabula_lsp.client import Abilities, Client
from fabula_lsp.features import code_lens, commands, diagnostics, every, semantic_tokens
from fabula_lsp.positions import encoding_of

UNSENT_LIMIT = 1 << 26  # bytes that a client may leave unread before it is taken for dead

_REPLACED = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
    types.EXIT,
)
_log = logging.getLogger(__name__)


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, services: Services) -> None:
    """Serve one client until it says exit, vanishes or breaks the protocol, then release all that it had."""
    connection = _Connection(writer, services)
    try:
        await connection.run(reader)
    except (ConnectionError, WireError) as error:
        _log.warning("A client was let go: %s", error)
    finally:
        connection.close()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


class _Connection:
    def __init__(self, writer: asyncio.StreamWriter, services: Services) -> None:
        self._services = services
        self._writer = writer
        self._client: Client | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._server = _Server(services.version)
        self._server.protocol.set_writer(self)
        # pygls marks what it is given, which a bound method does not bear.
        self._server.feature(types.INITIALIZE)(partial(_Connection._initialize, self))
        for method in _REPLACED:
            del self._server.protocol.fm.builtin_features[method]

    async def run(self, reader: asyncio.StreamReader) -> None:
        """Handle messages one by one. Raises ConnectionError and WireError."""
        while (body := await _receive(reader)) is not None:
            message = wire.decode(body)
            if message.get("method") == types.INITIALIZE:
                _respell(message)
            if message.get("method") == types.EXIT:
                return
            self._handle(message)
            # A burst of messages is in the reader already: without this nobody else would have a turn.
            await asyncio.sleep(0)

    def close(self) -> None:
        """Release what the client had, and stop what is being done for it."""
        self._unsubscribe()
        if self._client:
            self._client.leave()
        for future in tuple(self._server.protocol._request_futures.values()):
            future.cancel()

    def write(self, data: bytes) -> None:
        """Send bytes to the client, if it is still there: pygls' side of this object."""
        if self._writer.is_closing():
            return
        self._writer.write(data)
        if self._writer.transport.get_write_buffer_size() > UNSENT_LIMIT:
            _log.warning("A client that does not read was let go.")
            self._writer.transport.abort()

    def _initialize(self, params: types.InitializeParams) -> None:
        """Fit the server to the client, before pygls tells it what the server can do."""
        protocol = self._server.protocol
        client = Client(
            services=self._services,
            encoding=encoding_of(protocol.workspace.position_encoding),
            abilities=Abilities.of(params.capabilities),
            notify=protocol.notify,
            ask=protocol.send_request,
        )
        for feature in every():
            if feature.when(client.abilities):
                handler = partial(_explaining(feature.handler), client)
                self._server.feature(feature.method, feature.options)(handler)
        for name, command in commands().items():
            self._server.command(name)(_with(client, command))
        self._client = client
        self._unsubscribe = self._services.desk.subscribe(partial(_changed, client))

    def _handle(self, message: dict[str, Any]) -> None:
        protocol = self._server.protocol
        if not self._concerns_us(message):
            return
        try:
            structured = protocol.structure_message(message)
        except JsonRpcException as error:
            _log.warning("A message could not be understood: %s", message.get("method"))
            if "id" in message and "method" in message:
                protocol._send_response(message["id"], error=error.to_response_error())
            return
        protocol.handle_message(structured)

    def _concerns_us(self, message: dict[str, Any]) -> bool:
        """Editors tell of much that we have no use for, and cancel what is answered; pygls logs it all."""
        method, protocol = message.get("method"), self._server.protocol
        if "id" in message:
            return True
        if method == types.CANCEL_REQUEST:
            return (message.get("params") or {}).get("id") in protocol._request_futures
        return method in protocol.fm.features or method in protocol.fm.builtin_features


class _Protocol(LanguageServerProtocol):
    """Pygls' protocol, but that a long answer is written in slices."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._sending = set[asyncio.Task[None]]()

    def _send_data(self, data: Any) -> None:
        result = getattr(data, "result", None)
        if not answers.is_long(result):
            super()._send_data(data)
            return
        task = asyncio.get_running_loop().create_task(self._send_slowly(data.id, result))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _send_slowly(self, number: int | str, result: Any) -> None:
        body = await answers.written(number, result, self._serialize_message)
        if self.writer is not None:
            self.writer.write(wire.frame(body))


def _changed(client: Client, paths: AbstractSet[str]) -> None:
    """Something else is to be said of these files, though nobody edited them."""
    for feature in (diagnostics, semantic_tokens, code_lens):
        feature.changed(client, paths)


class _Server(LanguageServer):
    def __init__(self, version: str) -> None:
        super().__init__("fabula", version, protocol_cls=_Protocol, converter_factory=_converter)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Keep what went wrong in the log: a pop-up at every keystroke would help nobody."""
        if not isinstance(error.__cause__, Refused):
            _log.error("%s: %s", source.__name__, error)


def _explaining(handler: Callable[..., Any]) -> Callable[..., Any]:
    """Return the handler of a feature, its refusals put as the protocol puts them."""
    if not asyncio.iscoroutinefunction(handler):
        return handler

    @wraps(handler)
    async def explaining(*args: Any) -> Any:
        try:
            return await handler(*args)
        except Refused as refused:
            overtaken = isinstance(refused, Overtaken)
            code = types.LSPErrorCodes.ContentModified if overtaken else types.LSPErrorCodes.RequestFailed
            raise JsonRpcException(str(refused), code.value) from refused

    return explaining


def _with(client: Client, command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command of one client; pygls would read more into the signature of a `partial`."""

    def act(*arguments: Any) -> Any:
        return command(client, *arguments)

    return act


@cache
def _converter() -> Converter:
    """Pygls' converter, which takes tens of milliseconds to warm up, and can be shared."""
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]
    return converter


def _respell(initialize: dict[str, Any]) -> None:
    """Read what Helix 25.07 means by `workspace.diagnostic`: the protocol has `diagnostics` there."""
    capabilities = (initialize.get("params") or {}).get("capabilities") or {}
    workspace = capabilities.get("workspace")
    if isinstance(workspace, dict) and "diagnostic" in workspace:
        workspace.setdefault("diagnostics", workspace["diagnostic"])


async def _receive(reader: asyncio.StreamReader) -> bytes | None:
    """Return the body of the next message, None when the client has gone. Raises WireError."""
    try:
        header = await reader.readuntil(wire.HEADER_END)
        return await reader.readexactly(wire.body_length(header))
    except asyncio.IncompleteReadError as error:
        if error.partial or error.expected is not None:
            raise WireError("The stream ended within a message.") from None
        return None
    except asyncio.LimitOverrunError:
        raise WireError("A message begins without its length.") from None
