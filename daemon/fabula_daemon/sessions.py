"""What the daemon hands to whoever serves a connected client; the language server knows no more of the daemon
than this.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fabula_daemon.completion.suggesting.suggest import Request, Suggestion
from fabula_daemon.completion.why import Why
from fabula_daemon.desk import Desk
from fabula_daemon.learning import Learning


@dataclass(frozen=True, slots=True)
class Services:
    """The story as it is now, suggestions for it, why the last one was shown or withheld, who wants to know
    what becomes of them, and the daemon's version.
    """

    desk: Desk
    suggest: Callable[[Request], Awaitable[list[Suggestion]]]
    why: Callable[[], Why | None]
    learning: Learning
    version: str
