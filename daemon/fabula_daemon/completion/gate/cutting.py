"""Where a continuation ends: with its sentence, with so many words, with its paragraph, or at what follows
the cursor.
"""

import re
from typing import Literal, NamedTuple

from fabula_daemon.completion import join
from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.story.text.sentences import sentences

Unit = Literal["sentence", "words", "paragraph"]

PARAGRAPH = 5  # times as many words as of a sentence

_CONTEXT = 80  # characters before the cursor that decide whether a sentence ends behind it
_WORD = re.compile(r"\S+")
_SENTENCE_ENDED = re.compile(r"""[.!?…]["'”’»)]*\Z""")


class Cut(NamedTuple):
    """Where a continuation ends, and at what: a sentence's end, what follows the cursor, or between words."""

    at: int
    border: Literal["sentence", "meeting", "words"]


def longest(unit: str, max_words: int) -> int:
    """Return how many words a suggestion of this unit may have, by the setting for a sentence."""
    return PARAGRAPH * max_words if unit == "paragraph" else max_words


def cut(
    text: str, cursor: Cursor, unit: str, max_words: int, *, ended: bool, paragraph_ended: bool
) -> Cut | None:
    """Return where `text`, which is being written at `cursor`, is to end; None if that is not known yet.

    `ended` tells that no more comes, `paragraph_ended` that the text has come to the end of a paragraph. In
    the middle of a line words alone do not lead to what follows: there a sentence is the unit instead.
    """
    words = list(_WORD.finditer(text))
    met = join.meeting(text, cursor.after)
    if met is not None and sum(word.start() < met for word in words) <= max_words:
        return Cut(met, "meeting")
    over = ended or paragraph_ended
    full = len(words) > max_words + (not over)  # the last word may be going on
    limit = words[max_words - 1].end() if len(words) > max_words else len(text)
    if unit != "words" or cursor.after.strip():
        ends = [end for end in _sentence_ends(text, cursor.before, whole=over) if end <= limit]
        if ends and unit != "paragraph":
            return Cut(ends[0], "sentence")
        complete = paragraph_ended and not full
        if ends and (full or over) and not (complete and ends[-1] < len(text.rstrip())):
            return Cut(ends[-1], "sentence")
    if full:
        return Cut(limit, "words")
    if over:
        return Cut(len(text) if paragraph_ended else text.rfind(" ") + 1, "words")
    return None


def sentence_ends(text: str, before: str) -> list[int]:
    """Return where the sentences of `text`, which follows `before`, end that are followed by another one."""
    return _sentence_ends(text, before, whole=False)


def _sentence_ends(text: str, before: str, *, whole: bool) -> list[int]:
    """Return where sentences end that say something, the last one only if it is `whole` and its stop is
    there.
    """
    context = before[-_CONTEXT:]
    spans = [end - len(context) for _, end in sentences(context + text)]
    ends = []
    for number, end in enumerate(spans):
        if end > 0 and says_something(text[:end]):
            followed = number + 1 < len(spans)
            if followed or (whole and _SENTENCE_ENDED.search(text[:end])):
                ends.append(end)
    return ends


def says_something(text: str) -> bool:
    """Whether there is more in a text than punctuation."""
    return any(character.isalnum() for character in text)
