"""/api/explain: what the model would write next at a place, with the canon in its prompt and without it."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse

from fabula_daemon.completion.weighing import Explanation
from fabula_daemon.errors import ModelError, Refused

_MOST = 100


class Explains(Protocol):
    """What is needed of the daemon."""

    async def explain(self, path: str, offset: int, top: int) -> Explanation:
        """Return what the model would write next at a place. Raises Refused, ModelError."""


def answering(explains: Explains) -> Callable[[Request], Awaitable[JSONResponse]]:
    """Return the handler of requests. Where nothing can be explained it answers with a sentence that says
    why.
    """

    async def explain(request: Request) -> JSONResponse:
        path, offset = request.query_params.get("path", ""), request.query_params.get("offset", "")
        top = request.query_params.get("top", "10")
        if not (path and offset.isdecimal() and top.isdecimal() and 1 <= int(top) <= _MOST):
            return JSONResponse(
                {"error": f"Give a path, an offset, and a number top from 1 to {_MOST}."}, 400
            )
        try:
            return JSONResponse(asdict(await explains.explain(path, int(offset), int(top))))
        except Refused as refused:
            return JSONResponse({"error": str(refused)}, 409)
        except ModelError as error:
            return JSONResponse({"error": str(error)}, 503)

    return explain
