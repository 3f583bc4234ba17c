"""/v1/…: the proxy's endpoints, and /openapi.json, which describes them."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import aclosing
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from fabula_daemon.errors import ModelError, Unserved
from fabula_daemon.http.openai import asked, document, shapes
from fabula_daemon.http.openai.context import Context
from fabula_daemon.http.openai.proxy import Proxy
from fabula_daemon.http.openai.reply import Reply

ANY = "fabula"  # the model that is always there: whichever answers
LARGEST = 8_000_000  # bytes of a request

T = TypeVar("T")
Handler = Callable[[Request], Awaitable[Response]]


def routes(proxy: Proxy, context: Context, used: Callable[[], None]) -> list[Route]:
    """Return the proxy's routes; each request counts as a use of the daemon."""
    models = _Models(proxy)

    def served(path: str, handler: Handler, method: str = "GET") -> Route:
        async def handle(request: Request) -> Response:
            used()
            try:
                return await handler(request)
            except (Unserved, ModelError) as error:
                status, body = shapes.fault(error)
                return JSONResponse(body, status)

        return Route(path, handle, methods=[method])

    async def surroundings(request: Request) -> Response:
        return JSONResponse(await context.items(await _json(request)))

    async def described(_: Request) -> Response:
        return JSONResponse(document.document())

    return [
        served("/v1/models", models.all),
        served("/v1/models/{model:path}", models.one),
        served("/v1/completions", _answering(proxy, asked.completion), "POST"),
        served("/v1/chat/completions", _answering(proxy, asked.chat), "POST"),
        served("/api/context", surroundings, "POST"),
        served("/openapi.json", described),
    ]


class _Models:
    """The models that answer, and ANY of them."""

    def __init__(self, proxy: Proxy) -> None:
        self._proxy, self._created = proxy, int(proxy.date())

    def _names(self) -> list[str]:
        return list(dict.fromkeys([ANY, *(engine.model for engine in self._proxy.engines().engines)]))

    async def all(self, _: Request) -> Response:
        """Return the list."""
        models = [shapes.model(name, self._created) for name in self._names()]
        return JSONResponse({"object": "list", "data": models})

    async def one(self, request: Request) -> Response:
        """Return the one that the path names. Raises Unserved."""
        name = request.path_params["model"]
        if name not in self._names():
            told = f"There is no model “{name}” here."
            raise Unserved(told, status=404, param="model", code="model_not_found")
        return JSONResponse(shapes.model(name, self._created))


def _answering(proxy: Proxy, reads: asked.Reads) -> Handler:
    async def answer(request: Request) -> Response:
        wanted = reads(await _json(request), request.headers)
        reply = await _unless_gone(request, proxy.answer(wanted))
        if reply is None:
            return _unread()
        shape = shapes.Shape(reply, chat=wanted.is_chat, created=int(proxy.date()))
        if wanted.stream:
            return _Events(reply, shape, include_usage=wanted.include_usage)
        async with aclosing(reply):
            finishes = await _unless_gone(request, _finishes(reply))
            return (
                _unread() if finishes is None else JSONResponse(shape.whole(finishes), headers=reply.headers)
            )

    return answer


async def _finishes(reply: Reply) -> list[str | None]:
    """Wait for all of an answer, and return how its choices ended."""
    finishes: list[str | None] = [None] * len(reply.texts)
    async for number, piece in reply:
        finishes[number] = piece.finish or finishes[number]
    return finishes


async def _unless_gone(request: Request, work: Coroutine[Any, Any, T]) -> T | None:
    """Return what comes of some work, None if the client has gone away meanwhile, which ends the work."""

    async def gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    working, leaving = asyncio.create_task(work), asyncio.create_task(gone())
    try:
        await asyncio.wait([working, leaving], return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (working, leaving):
            task.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


def _unread() -> Response:
    """Return what nobody reads any more."""
    return Response(status_code=499)


async def _json(request: Request) -> Any:
    """Return the body of a request. Raises Unserved."""
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > LARGEST:
            raise Unserved(f"The request is longer than {LARGEST} bytes.", status=413)
    try:
        return json.loads(read)
    except (ValueError, RecursionError):
        raise Unserved("The body is not JSON.") from None


class _Events(StreamingResponse):
    """An answer as server-sent events. However it ends, the engine stops."""

    def __init__(self, reply: Reply, shape: shapes.Shape, *, include_usage: bool) -> None:
        self._reply, self._shape, self._include_usage = reply, shape, include_usage
        headers = reply.headers | {"cache-control": "no-cache"}
        super().__init__(self._events(), media_type="text/event-stream", headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._reply.aclose()

    async def _events(self) -> AsyncIterator[str]:
        begun = set[int]()
        try:
            async for number, piece in self._reply:
                yield _event(self._shape.chunk(number, piece, first=number not in begun))
                begun.add(number)
            if self._include_usage:
                yield _event(self._shape.usage())
        except ModelError as error:
            yield _event(shapes.fault(error)[1])
            return
        yield "data: [DONE]\n\n"


def _event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"
