"""What a model has read of several texts, kept so that one author's typing does not make it read another's
again. Imported only by workers.
"""

import copy
from collections.abc import Sequence

from transformers import DynamicCache


class Reading:
    """The tokens of a text that were read, and what the model has made of them."""

    def __init__(self, tokens: Sequence[int] = (), cache: DynamicCache | None = None) -> None:
        self.tokens = list(tokens)
        self.cache = DynamicCache() if cache is None else cache

    def shared(self, tokens: Sequence[int]) -> int:
        """Return how many of `tokens` need not be read again. The last always is: it yields the next one."""
        same = 0
        for held, wanted in zip(self.tokens, tokens[:-1], strict=False):
            if held != wanted:
                break
            same += 1
        return same

    def cut(self, length: int) -> None:
        """Keep the first `length` tokens only."""
        if surplus := len(self.tokens) - length:
            self.cache.crop(-surplus)
            del self.tokens[length:]


class Readings:
    """The readings of the texts that were asked for last, `most` at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: list[Reading] = []  # the one that was used last is the last

    def reusable(self, tokens: Sequence[int]) -> int:
        """Return how many of `tokens` need not be read again."""
        return max((reading.shared(tokens) for reading in self._kept), default=0)

    def of(self, tokens: Sequence[int]) -> Reading:
        """Return a reading of the longest beginning of `tokens` that there is.

        It is one that goes on or goes back a little, or a copy of the beginning of one that stays as it is.
        """
        nearest = max(self._kept, key=lambda reading: reading.shared(tokens), default=Reading())
        same = nearest.shared(tokens)
        if 2 * same < len(nearest.tokens) and self._most > 1:
            nearest = Reading(nearest.tokens, copy.deepcopy(nearest.cache)) if same else Reading()
        nearest.cut(same)
        others = [reading for reading in self._kept if reading is not nearest]
        self._kept = [*others[max(0, len(others) - self._most + 1) :], nearest]
        return nearest
