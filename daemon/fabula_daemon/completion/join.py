"""How a continuation is fitted between what stands before the cursor and what stands behind it."""

import re
from enum import Enum

_SPACES = re.compile(r"[^\S\n]+")
_EMPHASIS = re.compile(r"[*_]+")
_WORD = re.compile(r"[\w’'-]+")
_FIRST_PIECE = re.compile(r"[\w’'-]+|[^\w\s]")
_DANGLING = re.compile(r"[\s“‘«(—–-]+\Z")
_CLAUSE_ENDED = re.compile(r"[,;:!?”»]\Z")
_SENTENCE_ENDED = re.compile(r"(?:[,;:!?”»]|\w\w\.)\Z")
_STOP = re.compile(r"[.!?…]+\Z")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_PUNCTUATION = frozenset(".,;:!?…")
_OPENING = frozenset("“‘«(")
_CLOSING = frozenset("”’»)\"'")
SHORT = 3  # letters: a word that short is met too often by chance


class Marks(Enum):
    """Which marks of quotation and apostrophes a manuscript has."""

    CURLY = "curly"
    STRAIGHT = "straight"
    UNKNOWN = "unknown"


def marks_of(text: str) -> Marks:
    """Return the marks that prevail in a manuscript's text."""
    curly, straight = (sum(map(text.count, marks)) for marks in ("“”‘’", "\"'"))
    if not curly and not straight:
        return Marks.UNKNOWN
    return Marks.CURLY if curly >= straight else Marks.STRAIGHT


def styled(text: str, before: str, marks: Marks) -> str:
    """Return `text`, which follows `before`, with the manuscript's marks."""
    if marks is Marks.STRAIGHT:
        return text.translate(_STRAIGHT)
    if marks is Marks.UNKNOWN or ('"' not in text and "'" not in text):
        return text
    written: list[str] = []
    last = before[-1:]
    for character in text:
        opens = not last or last.isspace() or last in "(—–“‘"
        if character == '"':
            character = "“" if opens else "”"
        elif character == "'":
            character = "‘" if opens else "’"
        written.append(character)
        last = character
    return "".join(written)


def alike(text: str) -> str:
    """Return a text, as long as it is, in which it does not matter which marks and apostrophes it has."""
    return text.translate(_STRAIGHT)


def tidy(text: str, before: str) -> str:
    """Return `text` without emphasis and runs of spaces, with the space that is wanted behind `before`, and
    without one that it ends with already or that cannot stand there.
    """
    text = _SPACES.sub(" ", _EMPHASIS.sub("", text))
    if not before or before[-1].isspace() or before[-1] in _OPENING:
        return text.lstrip(" ")
    ended = _SENTENCE_ENDED if text[:1].isupper() else _CLAUSE_ENDED
    return f" {text}" if text[:1].isalpha() and ended.search(before, max(0, len(before) - 3)) else text


def trimmed(text: str) -> str:
    """Return `text` without what makes sense only if more follows."""
    return _DANGLING.sub("", text)


def doubles_punctuation(text: str, before: str) -> bool:
    """Whether `text` begins with a mark that cannot stand where `before` ends."""
    first, last = text.lstrip()[:1], before.rstrip()[-1:]
    apart = before[-1:].isspace() or text[:1].isspace()
    if first in _PUNCTUATION:
        return apart or not last or last in _PUNCTUATION | _OPENING
    return first in "”»)" and (apart or not last)


def meeting(text: str, after: str) -> int | None:
    """Return where `text` comes to what stands behind the cursor already, None if it does not, or not yet.

    What stands there may be a mark, or a word; a short word has to be met together with the one behind it.
    """
    rest = after.lstrip()
    first = _FIRST_PIECE.match(rest)
    if first is None:
        return None
    if not _WORD.fullmatch(first.group()):
        at = text.find(first.group())
        return at if at >= 0 else None
    wanted = [first.group()] if len(first.group()) > SHORT else _WORD.findall(rest)[:2]
    found = re.search(r"(?<![\w’'-])" + r"\W+".join(map(re.escape, wanted)) + r"(?![\w’'-])", text)
    return found.start() if found else None


def opens_or_closes(rest: str) -> bool:
    """Whether `rest` begins with a mark that can follow a sentence's last word, or that opens a new one."""
    return rest[:1] in _PUNCTUATION | _OPENING | _CLOSING


def fitted(text: str, after: str) -> str | None:
    """Return a phrase or sentence as it can stand before `after`, None if the two do not join."""
    rest = after.lstrip()
    if rest[:1] in _PUNCTUATION:
        text = _STOP.sub("", text).rstrip(",;: ")
    if not text or (text[-1] in _CLOSING and rest[:1] in _CLOSING):
        return None
    needs_space = not after[:1].isspace() and (rest[:1].isalnum() or rest[:1] in _OPENING)
    return f"{text} " if needs_space else text
