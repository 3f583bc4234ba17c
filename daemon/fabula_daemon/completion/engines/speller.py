"""From the bytes of tokens to text that may be handed on: whole characters, without what was typed already,
up to the first of the texts at which it is to stop.
"""

import codecs
from collections.abc import Sequence


class Speller:
    """Spells one continuation, whose first token begins with `opening`."""

    def __init__(self, opening: bytes, stop: Sequence[str] = ()) -> None:
        self._opening, self._stop = opening, [text for text in stop if text]
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")  # a character may be several tokens
        self._held = ""
        self.is_over = False

    def add(self, piece: bytes) -> str:
        """Return what can be handed on now that the next token has written `piece`.

        It is over when the continuation has reached a text at which it is to stop, or has not begun with what
        was typed.
        """
        if self.is_over:
            return ""
        if not piece.startswith(self._opening):
            self.is_over = True
            return ""
        piece, self._opening = piece[len(self._opening) :], b""
        return self._released(self._decoder.decode(piece))

    def rest(self) -> str:
        """Return what was held back: no more comes."""
        text = "" if self.is_over else self._released(self._decoder.decode(b"", final=True)) + self._held
        self.is_over = True
        return text

    def _released(self, text: str) -> str:
        """Return of what is held and `text` what no stop text can begin in any more."""
        self._held += text
        found = [(at + len(stop), at) for stop in self._stop if (at := self._held.find(stop)) >= 0]
        if found:  # of several, the one that stands there first as a whole
            text, self._held, self.is_over = self._held[: min(found)[1]], "", True
            return text
        kept = max((_overlap(self._held, stop) for stop in self._stop), default=0)
        text, self._held = self._held[: len(self._held) - kept], self._held[len(self._held) - kept :]
        return text


def _overlap(text: str, stop: str) -> int:
    """Return how many characters at the end of `text` are the beginning of `stop`."""
    longest = min(len(text), len(stop) - 1)
    return next((length for length in range(longest, 0, -1) if text.endswith(stop[:length])), 0)
