"""uvicorn in the daemon's own loop, on the loopback interface and nowhere else."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import uvicorn
from starlette.types import ASGIApp

FIRST_PORT = 8001


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, preferred: int = FIRST_PORT) -> AsyncIterator[int]:
    """Serve `app` while the context lasts; yield the port: the preferred one, or a free one if that is
    taken.
    """
    bound = _bind(preferred)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, lifespan="off", ws="none", timeout_graceful_shutdown=2
    )
    server = _Server(config)
    running = asyncio.create_task(server.serve(sockets=[bound]), name="http")
    try:
        yield bound.getsockname()[1]
    finally:
        server.should_exit = True
        await running
        bound.close()


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self):  # type: ignore[no-untyped-def]  # signals are the daemon's own business
        yield


def _bind(preferred: int) -> socket.socket:
    try:
        return _listening(preferred)
    except OSError:
        return _listening(0)


def _listening(port: int) -> socket.socket:
    """Return a socket that listens: two that do not may both be bound to one port. Raises OSError."""
    # Where the protocol is not named asyncio does not know that it need not wait (TCP_NODELAY): the first
    # words of a stream would follow its head 40 ms later.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", port))
        bound.listen()
    except OSError:
        bound.close()
        raise
    return bound
