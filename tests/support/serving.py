"""What tests of model servers need beside them."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable

import httpx

from fabula_daemon.serving.server import ModelServer


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def ready(server: ModelServer, limit: float = 240.0) -> ModelServer:
    """Wait until a server is ready; a real one may take a minute where other things are done as well."""
    async with asyncio.timeout(limit):
        await server.until_ready()
    return server


async def until(holds: Callable[[], bool], limit: float = 10.0) -> None:
    """Wait until something holds, looking a thousand times at most."""
    async with asyncio.timeout(limit):
        while not holds():
            await asyncio.sleep(limit / 1000)


async def ask(server: ModelServer, prompt: str = "The", **further: object) -> httpx.Response:
    """Ask a server for a completion, as an engine does."""
    transport = httpx.AsyncHTTPTransport(uds=str(server.uds) if server.uds else None)
    async with httpx.AsyncClient(transport=transport, base_url=server.url, timeout=60) as client:
        return await client.post(
            "/v1/completions",
            json={"model": server.request_name, "prompt": prompt, "max_tokens": 8, "temperature": 0}
            | further,
            headers={"authorization": f"Bearer {server.key}"},
        )


async def stream(server: ModelServer, tokens: int = 900) -> AsyncIterator[str]:
    """Ask for a long continuation, and yield the lines that come."""
    asked = {
        "model": server.request_name,
        "prompt": "The",
        "max_tokens": tokens,
        "stream": True,
        "ignore_eos": True,
    }
    async with (
        httpx.AsyncClient(base_url=server.url, headers={"authorization": f"Bearer {server.key}"}) as client,
        client.stream("POST", "/v1/completions", json=asked, timeout=60) as reply,
    ):
        async for line in reply.aiter_lines():
            yield line
