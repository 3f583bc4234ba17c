"""When garbage is collected: not in the middle of a keystroke.

A walk through all that the daemon holds takes a twentieth of a second, which an author who types would feel.
So nothing is collected by itself; it is done while she pauses, and what is found alive is then set aside, so
that the next walk is short. When nobody is there, everything is looked at once more.
"""

import gc

_TOO_MUCH = 300_000  # new objects after which it is done whatever she does


def begin() -> None:
    """Collect only when told to from now on; what lives already will live as long as the daemon."""
    gc.collect()
    gc.freeze()
    gc.disable()


def set_aside() -> None:
    """Something large has come to stay: do not walk through it."""
    gc.freeze()


def when_at_rest(at_rest: bool) -> None:
    """Collect what is new, if the author is at rest or too much has gathered."""
    if at_rest or gc.get_count()[0] > _TOO_MUCH:
        gc.collect()
        gc.freeze()


def when_alone() -> None:
    """Nobody is connected any more: collect everything, what was set aside too."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
