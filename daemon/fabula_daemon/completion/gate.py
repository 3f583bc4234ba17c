"""What of a candidate may be shown: at most one sentence of so many words, and nobody in it who is not of the
story.

Names are read by the same `mentions` as the diagnostics. A candidate is judged while it is written: the
ruling comes as soon as nothing that could follow would change it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from fabula_daemon.completion import join
from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.text.sentences import sentences

Read = Callable[[str], Sequence[Mention]]

CONTEXT = 80  # characters before the cursor that decide whether a sentence ends behind it

_MARKUP = re.compile(r"[\[\]{}<>#`|\\~^=@\ufffd\x00-\x08\x0e-\x1f]|://")
_WORD = re.compile(r"\S+")
_SENTENCE_ENDED = re.compile(r"""[.!?…]["'”’»)]*\Z""")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'-]*(?=[^\w’'-])")
# A name cannot grow any more: a word in small letters follows, or a mark that no name contains.
_NAME_IS_OVER = re.compile(r"(?:[’']s)?(?:\s+[a-zà-ÿ“‘(]|[,;:!?…”)—–])")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What may be shown or, if `text` is empty, why nothing; `name` is the unknown name, if one is the
    reason.
    """

    text: str
    reason: str = "shown"
    name: str | None = None


class _Cut(NamedTuple):
    """Where a candidate is to end: at a sentence's end, at what follows the cursor, or between two words."""

    at: int
    border: Literal["sentence", "meeting", "words"]


class Candidate:
    """A continuation that is being written at `cursor`."""

    def __init__(
        self, cursor: Cursor, read: Read, *, max_words: int, marks: join.Marks = join.Marks.UNKNOWN
    ) -> None:
        self._cursor, self._read = cursor, read
        self._max_words, self._marks = max_words, marks
        self._raw = ""
        self._capitals, self._in_doubt = 0, False

    def add(self, piece: str) -> Ruling | None:
        """Take the next piece. Return the ruling if no more is needed, None if the writing is to go on."""
        self._raw += piece
        return self._ruling(ended=False)

    def finish(self) -> Ruling:
        """Return the ruling on what there is: no more comes."""
        return self._ruling(ended=True) or Ruling("", "nothing came")

    def _ruling(self, *, ended: bool) -> Ruling | None:
        before = self._cursor.before
        line, newline, _ = self._raw.partition("\n")
        if _MARKUP.search(line):
            return Ruling("", "markup")
        text = join.styled(join.tidy(line, before), before, self._marks)
        if not text.strip():
            return Ruling("", "the paragraph ends here") if newline else None
        if join.doubles_punctuation(text, before):
            return Ruling("", "doubled punctuation")
        cut = self._cut(text, ended=ended, paragraph_ended=bool(newline))
        return self._early_refusal(text) if cut is None else self._ruling_on(text, cut)

    def _cut(self, text: str, *, ended: bool, paragraph_ended: bool) -> _Cut | None:
        """Return where the candidate is to end, None if that is not known yet."""
        words = list(_WORD.finditer(text))
        met = join.meeting(text, self._cursor.after)
        if met is not None and sum(word.start() < met for word in words) <= self._max_words:
            return _Cut(met, "meeting")
        no_more = ended or paragraph_ended
        limit = words[self._max_words - 1].end() if len(words) > self._max_words else len(text)
        context = self._cursor.before[-CONTEXT:]
        spans = [end - len(context) for _, end in sentences(context + text)]
        for number, end in enumerate(spans):
            if end > 0 and _says_something(text[:end]):
                followed = number + 1 < len(spans)
                if end <= limit and (followed or (no_more and _SENTENCE_ENDED.search(text[:end]))):
                    return _Cut(end, "sentence")
                break
        if len(words) > self._max_words + 1 or (no_more and len(words) > self._max_words):
            return _Cut(limit, "words")
        if no_more:
            return _Cut(len(text) if paragraph_ended else text.rfind(" ") + 1, "words")
        return None

    def _ruling_on(self, text: str, cut: _Cut) -> Ruling:
        at = self._outside_names(text, cut.at) if cut.border == "words" else cut.at
        shown: str | None = join.trimmed(text[:at])
        if shown and self._cursor.after.strip():
            shown = self._fitted(shown, cut)
            if shown is None:
                return Ruling("", "it does not join what follows")
        if not shown or not _says_something(shown):
            return Ruling("", "too little came" if _says_something(text) else "nothing but punctuation")
        unknown = self._unknown(shown, self._cursor.after)
        return _refusal(unknown) if unknown else Ruling(shown)

    def _fitted(self, shown: str, cut: _Cut) -> str | None:
        """Return what is shown in front of other text on the line: a phrase that leads to it, or a whole
        sentence.
        """
        after = self._cursor.after
        if cut.border == "words" or (
            cut.border == "sentence" and not self._may_follow_a_sentence(after.lstrip())
        ):
            return None
        return join.fitted(shown, after)

    def _may_follow_a_sentence(self, rest: str) -> bool:
        if not rest[0].isalnum():
            return join.opens_or_closes(rest)
        return rest[0].isupper() and not any(mention.start == 0 for mention in self._read(rest))

    def _early_refusal(self, text: str) -> Ruling | None:
        """Refuse a candidate in which there is an unknown name that nothing to come can make a known one."""
        capitals = len(_CAPITALISED.findall(text))
        if capitals == self._capitals and not self._in_doubt:
            return None
        self._capitals = capitals
        unknown = self._unknown(text)
        self._in_doubt = unknown is not None
        if unknown and _NAME_IS_OVER.match(text, max(0, unknown.end - len(self._cursor.before))):
            return _refusal(unknown)
        return None

    def _unknown(self, text: str, after: str = "") -> Mention | None:
        """Return the first unknown or uncertain name in which `text`, put at the cursor, has a part."""
        begin = len(self._cursor.before)
        mentions = self._read(self._cursor.before + text + after)
        return next(
            (m for m in mentions if not m.known and begin < m.end and m.start < begin + len(text)), None
        )

    def _outside_names(self, text: str, at: int) -> int:
        """Return `at`, or the beginning of the name that a cut there would halve."""
        begin = len(self._cursor.before)
        mentions = self._read(self._cursor.before + text) if at < len(text) else ()
        return next((max(0, m.start - begin) for m in mentions if m.start < begin + at < m.end), at)


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _refusal(unknown: Mention) -> Ruling:
    return Ruling("", "unknown name", unknown.text)
