"""Two spellings of one name compare equal: every Unicode space is a space, every apostrophe straight."""

import re
import unicodedata

_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_PLAIN = {ord(space): " " for space in _SPACES} | {ord("’"): "'", ord("ʼ"): "'", ord("‐"): "-", ord("‑"): "-"}
_RUN = re.compile(r" {2,}")
_LETTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*")


def fold(text: str) -> str:
    """Return `text` with every space and line end a space, and apostrophes and hyphens plain; the length
    stays.
    """
    return text.translate(_PLAIN)


def fold_name(name: str) -> str:
    """Return a name folded, composed, with single spaces and none around it."""
    return _RUN.sub(" ", fold(unicodedata.normalize("NFC", name))).strip()


def composed(text: str) -> tuple[str, list[int] | None]:
    """Return `text` with letters and their accents made one, and where its characters stood, its end last
    (None: there).
    """
    if unicodedata.is_normalized("NFC", text):
        return text, None
    pieces: list[str] = []
    places: list[int] = []
    for letter in _LETTER.finditer(text):
        one = unicodedata.normalize("NFC", letter[0])
        pieces.append(one)
        places += [min(letter.start() + at, letter.end() - 1) for at in range(len(one))]
    return "".join(pieces), [*places, len(text)]
