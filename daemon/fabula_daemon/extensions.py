"""How the daemon finds the packages that stand on it: by entry points, so that no import points at them."""

from collections.abc import Awaitable, Callable
from importlib.metadata import entry_points
from typing import Any

from fabula_daemon.errors import FabulaError


def command(name: str) -> Callable[[list[str]], int]:
    """Return the command that another package brings, a function from arguments to an exit status."""
    found: Callable[[list[str]], int] = _load("fabula.commands", name)
    return found


def session(name: str) -> Callable[..., Awaitable[None]]:
    """Return what serves one connected client in a protocol: `lsp`."""
    found: Callable[..., Awaitable[None]] = _load("fabula.sessions", name)
    return found


def _load(group: str, name: str) -> Any:
    for entry in entry_points(group=group, name=name):
        return entry.load()
    raise FabulaError(
        f"This installation of Fabula has no part called {name!r}. Install it again, as the README says."
    )
