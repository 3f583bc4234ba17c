"""When a new suggestion is shown: at once to who has paused, a moment later to who is typing, so that nothing
flashes up that the next key contradicts. The model writes meanwhile: only the display waits.
"""

from collections import deque
from statistics import median

BURST_S = 0.4  # keys at most so far apart are typed in one go
REMEMBERED = 8

# What flashes up and is contradicted leaves a hole until the next suggestion is there: the slower the model,
# the longer a key is waited for.
_HOLDS_S = ((0.05, 0.015), (0.15, 0.025), (float("inf"), 0.055))  # (model's time at most, hold)


class Rhythm:
    """How one author types in one document, by the times at which suggestions were asked for, in seconds."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._gaps: deque[float] = deque(maxlen=REMEMBERED)

    def heard(self, at: float) -> None:
        """A key was pressed."""
        if self._last is not None:
            self._gaps.append(at - self._last)
        self._last = at

    def hold(self, latency: float) -> float:
        """Return how long after the last key a new suggestion is held back, if the model has lately taken
        `latency`: never longer than the time in which the next key is to be expected.
        """
        if not self._gaps or self._gaps[-1] > BURST_S:
            return 0.0
        usual = median(gap for gap in self._gaps if gap <= BURST_S)
        return min(usual, next(hold for slowest, hold in _HOLDS_S if latency <= slowest))


class Latency:
    """How long the model has taken lately, in seconds."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=REMEMBERED)

    def took(self, time: float) -> None:
        """A suggestion was written."""
        self._times.append(time)

    @property
    def usual(self) -> float:
        """The median."""
        return median(self._times) if self._times else 0.0
