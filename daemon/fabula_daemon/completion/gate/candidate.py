"""What of a candidate may be shown: at most a sentence, or a paragraph, of so many words, and nobody in it
who is not of the story, or cannot be there.

A candidate is judged while it is written: the ruling comes as soon as nothing that could follow would change
it.
"""

import re
from dataclasses import dataclass

from fabula_daemon.completion import join
from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.gate.cutting import Cut, cut, longest, says_something, sentence_ends
from fabula_daemon.completion.gate.strangers import Found, Read, Strangers, is_over
from fabula_daemon.completion.why import Rejected
from fabula_daemon.story.checks import Setting

__all__ = ["Candidate", "Read", "Ruling", "longest"]

RETRIES = 2  # further draws, after one that may not be shown

_MARKUP = re.compile(r"[\[\]{}<>#`|\\~^=@\ufffd\x00-\x08\x0e-\x1f]|://")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'-]*(?=[^\w’'-])")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What may be shown or, if `text` is empty, why nothing.

    `rejected` is the name that was refused, if one is the reason; the sentences of a paragraph before the one
    with the name may be shown all the same.
    """

    text: str
    reason: str = "shown"
    rejected: Rejected | None = None

    @property
    def name(self) -> str | None:
        """The name that was refused."""
        return self.rejected.name if self.rejected else None


class Candidate:
    """A continuation that is being written at `cursor`.

    `max_words` is the setting for a sentence, whatever the `unit`. With a `setting`, people who are dead by
    now or not introduced yet are strangers too.
    """

    def __init__(
        self,
        cursor: Cursor,
        read: Read,
        *,
        max_words: int,
        unit: str = "sentence",
        marks: join.Marks = join.Marks.UNKNOWN,
        setting: Setting | None = None,
    ) -> None:
        self._cursor, self._read, self._marks = cursor, read, marks
        self._unit, self._max_words = unit, longest(unit, max_words)
        opening = next(iter(cursor.earlier[cursor.scene :]), "")
        self._strangers = Strangers(cursor.before, read, setting, opening=opening)
        self._raw = ""
        self._capitals, self._in_doubt = 0, False

    @property
    def text(self) -> str:
        """All that has been written of the paragraph, as it would be shown."""
        line = self._raw.partition("\n")[0]
        return join.styled(join.tidy(line, self._cursor.before), self._cursor.before, self._marks)

    def add(self, piece: str) -> Ruling | None:
        """Take the next piece. Return the ruling if no more is needed, None if the writing is to go on."""
        self._raw += piece
        return self._ruling(ended=False)

    def finish(self) -> Ruling:
        """Return the ruling on what there is: no more comes."""
        return self._ruling(ended=True) or Ruling("", "nothing came")

    def _ruling(self, *, ended: bool) -> Ruling | None:
        before = self._cursor.before
        paragraph_ended = "\n" in self._raw
        if _MARKUP.search(self._raw.partition("\n")[0]):
            return Ruling("", "markup")
        text = self.text
        if not text.strip():
            return Ruling("", "the paragraph ends here") if paragraph_ended else None
        if join.doubles_punctuation(text, before):
            return Ruling("", "doubled punctuation")
        where = cut(
            text, self._cursor, self._unit, self._max_words, ended=ended, paragraph_ended=paragraph_ended
        )
        return self._early_ruling(text) if where is None else self._ruling_on(text, where)

    def _ruling_on(self, text: str, where: Cut) -> Ruling:
        at = self._strangers.border(text, where.at) if where.border == "words" else where.at
        shown = self._joined(text[:at], where)
        if shown is None:
            return Ruling("", "it does not join what follows")
        if not says_something(shown):
            return Ruling("", "too little came" if says_something(text) else "nothing but punctuation")
        found = self._strangers.first(shown, after=self._cursor.after, ended=True)
        return self._without(found, text) if found else Ruling(shown)

    def _joined(self, text: str, where: Cut) -> str | None:
        """Return a text as it can stand at the cursor; None if it does not join what follows: there only a
        phrase that leads to it can stand, or whole sentences.
        """
        shown, after = join.trimmed(text), self._cursor.after
        if not shown or not after.strip():
            return shown
        if where.border == "words" or (
            where.border == "sentence" and not self._may_follow_a_sentence(after.lstrip())
        ):
            return None
        return join.fitted(shown, after)

    def _may_follow_a_sentence(self, rest: str) -> bool:
        if not rest[0].isalnum():
            return join.opens_or_closes(rest)
        return rest[0].isupper() and not any(mention.start == 0 for mention in self._read(rest))

    def _without(self, found: Found, text: str) -> Ruling:
        """Refuse a candidate for a stranger, all but the sentences of a paragraph that come before."""
        if self._unit == "paragraph":
            clean = [end for end in sentence_ends(text, self._cursor.before) if end <= found.start]
            shown = self._joined(text[: clean[-1]], Cut(clean[-1], "sentence")) if clean else None
            if shown and not self._strangers.first(shown, after=self._cursor.after, ended=True):
                return Ruling(shown, rejected=found.rejected)
        return Ruling("", "unknown name", found.rejected)

    def _early_ruling(self, text: str) -> Ruling | None:
        """Return the ruling on a candidate with a stranger whom nothing to come can make welcome."""
        capitals = len(_CAPITALISED.findall(text))
        if capitals == self._capitals and not self._in_doubt:
            return None
        self._capitals = capitals
        found = self._strangers.first(text, ended=False)
        self._in_doubt = found is not None
        if found and is_over(text, max(0, found.end)):
            return self._without(found, text)
        return None
