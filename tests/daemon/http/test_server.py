"""The server: on the loopback interface alone, and never late."""

import socket
from typing import Any

import httpx
from starlette.types import Receive, Scope, Send

from fabula_daemon.http import server


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"here"})


async def test_a_port_that_is_taken_is_left_to_its_owner() -> None:
    async with server.serving(answer, 0) as first, server.serving(answer, first) as second:
        assert second != first
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"http://127.0.0.1:{second}/")).text == "here"


async def test_what_is_streamed_is_sent_at_once(monkeypatch: Any) -> None:
    bound = list[socket.socket]()
    monkeypatch.setattr(
        server, "_bind", lambda port, bind=server._bind: bound.append(bind(port)) or bound[-1]
    )
    async with server.serving(answer, 0):
        assert bound[0].getsockname()[0] == "127.0.0.1"
        assert bound[0].proto == socket.IPPROTO_TCP  # by which asyncio knows to set TCP_NODELAY
