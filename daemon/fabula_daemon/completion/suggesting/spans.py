"""Edits of a text, and where parts of it stand after them."""

from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """In the place of `removed`, which stood at `start`, there is `text` now."""

    start: int
    removed: str
    text: str

    def narrowed(self) -> "Edit":
        """Return the edit without what is the same before and after it: first at its beginning, then at its
        end.
        """
        head = _common(self.removed, self.text)
        removed, text = self.removed[head:], self.text[head:]
        tail = _common(removed[::-1], text[::-1])
        return Edit(self.start + head, removed[: len(removed) - tail], text[: len(text) - tail])


def after(edit: Edit, spans: Iterable[Span]) -> list[Span]:
    """Return where what is left of `spans` stands after an edit: what it put in belongs to none of them."""
    edit = edit.narrowed()
    stop, growth = edit.start + len(edit.removed), len(edit.text) - len(edit.removed)
    left: list[Span] = []
    for start, end in spans:
        pieces = ((start, min(end, edit.start)), (max(start, stop) + growth, end + growth))
        left += [piece for piece in pieces if piece[0] < piece[1]]
    return left


def _common(one: str, other: str) -> int:
    """Return the length of what two texts begin with alike, by halving: a whole book may be handed over."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
