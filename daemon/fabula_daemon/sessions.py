"""What the daemon hands to whoever serves a connected client; the language server knows no more of the daemon
than this.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fabula_daemon.completion.suggest import Request, Suggestion
from fabula_daemon.desk import Desk


@dataclass(frozen=True, slots=True)
class Services:
    """The story as it is now, suggestions for it, and the daemon's version."""

    desk: Desk
    suggest: Callable[[Request], Awaitable[list[Suggestion]]]
    version: str
