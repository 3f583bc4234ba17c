"""What a reader of sentences hands on: of whom something is said, what, and in which words."""

from dataclasses import dataclass

from fabula_daemon.story.telling.claims.owners import Owner
from fabula_daemon.story.telling.claims.tokens import Told

Value = str | frozenset[str] | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """`owner` is said to have `value` for `key`, in the words at [start, end) of the paragraph.

    For kinship `other` is whom she is related to.
    """

    owner: Owner
    key: str
    value: Value
    start: int
    end: int
    other: Owner | None = None


def said(
    told: Told, owner: Owner, key: str, value: Value, words: tuple[int, int], *, other: Owner | None = None
) -> Said:
    """Return what is said in the words from the first to the last index of `words`."""
    first, last = words
    return Said(owner, key, value, told.tokens[first].start, told.tokens[last].end, other)
