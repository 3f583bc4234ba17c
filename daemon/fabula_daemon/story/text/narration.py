"""What of a paragraph its narrator tells: not what is spoken, thought, quoted, sung or a script's."""

import re
from functools import lru_cache

from fabula_daemon.story.passages import Passage, Span

_LONGEST_VERSE_LINE = 64
_LAYOUT = re.compile(
    r"""
      [ ]{0,3}>                                         # a quotation
    | [ ]{0,3}[|+][^\n]*[|+][ \t]*(?:\n|\Z)             # a table
    | \s*[\[(][^\n\])]*[\])][.]?\s*\Z                   # stage directions, the author's notes
    | \s*(?:INT|EXT|EST|I/E)[./ ]                       # a screenplay's heading
    | \s*[^\sa-z][^a-z\n]*[A-Z][^a-z\n]*(?:\([^)\n]*\))?[ \t]*(?:\n|\Z)    # its cues: a line in capitals
    | \s*[*_]*[A-Z][A-Z .’'-]+[*_]*(?:[ ]\([^)\n]*\))?[*_]*[:.][*_]*\s     # a play's: HAMLET. (Aside.)
    | [ \t]*(?:[-+•*]|\d{1,3}[.)])[ \t]+\S              # a list
    """,
    re.VERBOSE,
)
_LETTER = re.compile(
    r"\s*(?:(?:My\s+)?(?:[Dd]ear(?:est)?|[Bb]eloved)\s+(?!me\b)(?:\w+\.\s)?[^\n.;!?]{1,40}[,:—–-]"
    r"|Yours?\s+(?:\w+\s+)?(?:ever|truly|faithfully|sincerely|affectionately|obediently|respectfully)\b"
    r"|P\.\s?S\.)"
)

_CLOSED_LAST = re.compile(r"[^\s—–-]\"(?!\w)[^\"]*\Z")
_UNMARKED = re.compile(
    r"[,?!]\s+(?:(?:said|says|asked|asks)\s+(?:I|he|she|they|[A-Z][\w’-]+)"
    r"|(?:I|he|she|they|[A-Z][\w’-]+)\s+(?:said|says|asked|asks))(?=[.,;:]|\s*\Z)"
)


def narration(passage: Passage) -> str:
    """Return the text of a passage with all that is not the narrator's word blanked out, its length
    unchanged; an empty text if nothing of it is.
    """
    return _narration(passage.text, (*passage.spoken, *passage.thought))


def speaks_without_marks(told: str) -> bool:
    """Whether a narration holds speech that no mark sets off: “You’re late, said Yusuf.”"""
    return _UNMARKED.search(told) is not None


def is_layout(text: str) -> bool:
    """Whether a paragraph is a script's, a letter's, a list's or a quotation's rather than narration."""
    return bool(_LAYOUT.match(text) or _LETTER.match(text))


@lru_cache(maxsize=2)  # several checks ask about one passage after another
def _narration(text: str, quiet: tuple[Span, ...]) -> str:
    if is_layout(text) or _is_verse(text) or _is_mispaired(text):
        return ""
    told, at = [], 0
    for start, end in sorted(quiet):
        if end > at:
            told += [text[at:start], " " * (end - max(at, start))]
            at = end
    return "".join([*told, text[at:]])


def _is_mispaired(text: str) -> bool:
    """Whether a mark of quotation is missing, so that what is spoken looks like what is told."""
    opened, closed = text.find("“"), text.find("”")
    if closed >= 0 and not 0 <= opened < closed:
        return True
    return text.count('"') % 2 == 1 and bool(_CLOSED_LAST.search(text))


def _is_verse(text: str) -> bool:
    """Whether the lines of a paragraph are short and begin with a capital each."""
    if "\n" not in text:
        return False
    lines = [line.strip() for line in text.splitlines()]
    return max(map(len, lines)) <= _LONGEST_VERSE_LINE and all(
        line.lstrip("“‘\"'*_([—– ")[:1].isupper() for line in lines if line
    )
