"""/api/…: what the commands, and later the dashboard, ask of the daemon."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse
from starlette.routing import Route

from fabula_daemon.completion.suggesting.suggest import Request, Suggestion
from fabula_daemon.http import explaining
from fabula_daemon.http.guard import Guard
from fabula_daemon.http.openai import shapes
from fabula_daemon.index.search import Hit

_MOST_HITS = 100


class Answers(explaining.Explains, Protocol):
    """What the API needs of the daemon."""

    def status(self) -> dict[str, Any]:
        """Return what the daemon does at the moment, as plain data."""

    def stop(self) -> None:
        """Begin to stop."""

    def used(self) -> None:
        """Somebody asked something: the daemon is in use."""

    async def search(self, query: str, k: int) -> list[Hit]:
        """Return the passages that answer a query, best first."""

    async def suggest(self, request: Request) -> list[Suggestion]:
        """Return what could stand at a place."""

    def why(self) -> dict[str, Any] | None:
        """Return why the last suggestion was shown or withheld."""


def build(answers: Answers, token: str, more: Sequence[Route] = ()) -> Starlette:
    """Return the API as an ASGI application, with `more` routes behind the same guard."""

    def counted(
        handler: Callable[[HttpRequest], Awaitable[JSONResponse]],
    ) -> Callable[[HttpRequest], Awaitable[JSONResponse]]:
        async def handle(request: HttpRequest) -> JSONResponse:
            answers.used()
            return await handler(request)

        return handle

    async def status(_: HttpRequest) -> JSONResponse:
        return JSONResponse(answers.status())

    async def stop(_: HttpRequest) -> JSONResponse:
        answers.stop()
        return JSONResponse({"stopping": True})

    async def search(request: HttpRequest) -> JSONResponse:
        query = request.query_params.get("q", "")
        k = request.query_params.get("k", "10")
        if not query.strip() or not k.isdigit() or not 1 <= int(k) <= _MOST_HITS:
            return JSONResponse({"error": f"Give a query q, and a number k from 1 to {_MOST_HITS}."}, 400)
        hits = await answers.search(query, int(k))
        return JSONResponse({"hits": [asdict(hit) for hit in hits], "index": answers.status().get("index")})

    async def complete(request: HttpRequest) -> JSONResponse:
        path, offset = request.query_params.get("path", ""), request.query_params.get("offset", "")
        if not path or not offset.isdigit():
            return JSONResponse({"error": "Give a path in the story and an offset in code points."}, 400)
        suggestions = await answers.suggest(Request("command", path, int(offset), explicit=True))
        return JSONResponse(
            {"suggestions": [asdict(suggestion) for suggestion in suggestions], "why": answers.why()}
        )

    async def why(_: HttpRequest) -> JSONResponse:
        return JSONResponse({"why": answers.why()})

    return Starlette(
        routes=[
            Route("/api/status", status),
            Route("/api/stop", stop, methods=["POST"]),
            Route("/api/search", counted(search)),
            Route("/api/complete", counted(complete)),
            Route("/api/why", counted(why)),
            Route("/api/explain", counted(explaining.answering(answers))),
            *more,
        ],
        middleware=[Middleware(Guard, token=token)],
        exception_handlers={HTTPException: _unserved},
    )


async def _unserved(request: HttpRequest, error: Exception) -> JSONResponse:
    """Answer what is not served, or not so, as whoever asks expects an error."""
    assert isinstance(error, HTTPException)
    said = f"{request.method} {request.url.path}: {error.detail.lower()}."
    shown = shapes.body(said, error.status_code) if request.url.path.startswith("/v1/") else {"error": said}
    return JSONResponse(shown, error.status_code, headers=error.headers)
