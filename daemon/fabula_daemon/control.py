"""How commands ask the daemon: its HTTP API on the loopback interface, with the story's token."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fabula_daemon import lifecycle
from fabula_daemon.errors import DaemonError, NotRunning

_LIMIT_S = 60.0


def call(
    root: Path, method: str, path: str, query: Mapping[str, str | int] | None = None, *, start: bool = False
) -> dict[str, Any]:
    """Call the API of the daemon of the story at `root`; return its JSON answer.

    With `start`, a daemon is started if none runs. Raises NotRunning, DaemonError.
    """
    import httpx

    present = lifecycle.find(root)
    if present is None and start:
        present = lifecycle.launch(root)
    if present is None:
        raise NotRunning(root)
    url = f"http://127.0.0.1:{present.http_port}{path}"
    headers = {"Authorization": f"Bearer {lifecycle.token(root)}"}
    try:
        with httpx.Client(trust_env=False, timeout=_LIMIT_S) as client:
            answer = client.request(method, url, params=query, headers=headers)
    except httpx.HTTPError as error:
        raise NotRunning(root, str(error)) from error
    body = answer.json() if answer.headers.get("content-type", "").startswith("application/json") else {}
    if answer.is_error:
        raise DaemonError(
            str(body.get("error") or f"The daemon answered {path} with status {answer.status_code}.")
        )
    return dict(body)
