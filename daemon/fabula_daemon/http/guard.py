"""Who may use the HTTP API: a program on this machine that shows the story's token, and no web page."""

import secrets

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from fabula_daemon.http.openai import shapes

_OPENAI = ("/v1/", "/api/context")  # whose errors have OpenAI's shape
_OWN_NAMES = frozenset({"127.0.0.1", "localhost"})


class Guard:
    """ASGI middleware: refuses requests without the token, for another host, or from a foreign page.

    The Host is checked against rebinding of names, the Origin against pages in the author's browser.
    """

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(Headers(scope=scope))
        if refusal is None:
            await self.app(scope, receive, send)
        else:
            status, reason = refusal
            told = shapes.body(reason, status) if scope["path"].startswith(_OPENAI) else {"error": reason}
            await JSONResponse(told, status)(scope, receive, send)

    def _refusal(self, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
        if host not in _OWN_NAMES:
            return 403, "This host name is not served."
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{headers['host']}":
            return 403, "Pages of other origins are not served."
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secrets.compare_digest(shown.encode(), self.token.encode()):
            return 401, "Show the token in .fabula/token: `Authorization: Bearer TOKEN`."
        return None
