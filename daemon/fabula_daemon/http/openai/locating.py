"""Where in the manuscript a client is: it sends the last few hundred words before its cursor, and they are
looked for.

What the client has beyond what Fabula sees (an editor that is not connected to it has unsaved words) is put
where it belongs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ANCHOR = 64  # characters that are looked for
SHORTEST = 24  # fewer could stand anywhere
_UNSEEN = (
    0,
    8,
    16,
    32,
    64,
    128,
    256,
    512,
    1024,
)  # characters before the cursor that only the client may have
_COMPARED = 2000  # characters before the anchor that tell between two places where it stands


@dataclass(frozen=True, slots=True)
class Found:
    """The client's cursor is at `offset` of the chapter at `path`, which reads `text`."""

    path: str
    text: str
    offset: int


def find(before: str, after: str, texts: Iterable[tuple[str, str]]) -> Found | None:
    """Return where `before`, the end of which stands before a cursor, and `after` stand in one of some texts.

    `texts` are pairs of path and text, the likeliest first.
    """
    texts = tuple(texts)
    for unseen in _UNSEEN:
        anchor = before[max(0, len(before) - unseen - ANCHOR) : len(before) - unseen]
        if len(anchor.strip()) < SHORTEST:
            return None
        places = [(path, text, end) for path, text in texts for end in _ends(anchor, text)]
        if places:
            seen = before[: len(before) - unseen]
            path, text, end = max(places, key=lambda place: _likeness(seen, after, place[1], place[2]))
            return _placed(path, text, end, before[len(seen) :], after)
    return None


def _ends(anchor: str, text: str) -> Iterator[int]:
    at = text.find(anchor)
    while at >= 0:
        yield at + len(anchor)
        at = text.find(anchor, at + 1)


def _likeness(before: str, after: str, text: str, end: int) -> tuple[int, int]:
    """Return how far a place in a text agrees with what stands before and behind the cursor."""
    here, there = before[-_COMPARED:][::-1], text[max(0, end - _COMPARED) : end][::-1]
    behind = text[end : end + ANCHOR]
    return _common(here, there), _common(after[:ANCHOR], behind)


def _common(one: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _placed(path: str, text: str, end: int, unseen: str, after: str) -> Found:
    """Return the place, in a text that has what only the client knows: `unseen`, and what it has deleted."""
    follows = text.find(after[:ANCHOR], end) if len(after.strip()) >= SHORTEST else -1
    if follows >= 0:
        rest = text[follows:]
    elif after.strip() and not text.startswith(after[:ANCHOR], end):
        rest = after
    elif unseen:  # what they have replaced is not known: the rest of the paragraph may be gone
        rest = text[end:].partition("\n\n")[2]
        rest = rest and f"\n\n{rest}"
    else:
        rest = text[end:]
    return Found(path, text[:end] + unseen + rest, end + len(unseen))
