"""Columns as editors count them ⇄ offsets in code points: the only place that knows UTF-8 and UTF-16.

An editor says (line, character), where a character is a unit of the encoding that both sides agreed on. Lines
end where the protocol says: \\n, \\r\\n or \\r; U+2028 and its kin are ordinary characters. Texts hold no
lone surrogates (`whole` sees to that).
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, get_args

from fabula_daemon.story.text.lines import EDITOR_LINE_END

Encoding = Literal["utf-8", "utf-16", "utf-32"]
Position = tuple[int, int]  # line and character, from 0

DEFAULT: Encoding = "utf-16"  # what the protocol says of a client that says nothing

_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}  # codec, bytes of a unit


def encoding_of(name: object) -> Encoding:
    """Return the encoding called `name`, or the protocol's default if that is none."""
    return next((known for known in get_args(Encoding) if known == name), DEFAULT)


def whole(text: str) -> str:
    """Return `text` with every lone surrogate replaced by U+FFFD, which is as long in every encoding."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


def line_starts(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Return the offsets in `text` of the lines that begin in `text[start:end]`, other than at `start`."""
    stop = len(text) if end is None else end
    return [match.end() for match in EDITOR_LINE_END.finditer(text, start, stop)]


def offset_at(text: str, starts: Sequence[int], position: Position, encoding: Encoding) -> int:
    """Return the offset of `position`; `starts` is where all lines of `text` begin.

    What lies outside is clamped to the line's end or the text's, what lies inside a character to its start.
    """
    line, units = position
    if line < 0:
        return 0
    if line >= len(starts):
        return len(text)
    start, end = starts[line], _line_end(text, starts, line)
    reach = min(end, start + max(0, units))  # no character is shorter than a unit
    return start + _characters(text[start:reach], units, encoding)


def position_at(text: str, starts: Sequence[int], offset: int, encoding: Encoding) -> Position:
    """Return the position of `offset`, clamped to the text; `starts` is where all lines of `text` begin."""
    offset = max(0, min(offset, len(text)))
    line = bisect_right(starts, offset) - 1
    start = starts[line]
    return line, units(text[start : min(offset, _line_end(text, starts, line))], encoding)


def _line_end(text: str, starts: Sequence[int], line: int) -> int:
    """Return where the line ends, its line end not counted."""
    if line + 1 == len(starts):
        return len(text)
    end = starts[line + 1]
    return end - 2 if text[end - 2 : end] == "\r\n" else end - 1


def _characters(text: str, units: int, encoding: Encoding) -> int:
    """Return how many whole characters of `text` the first `units` units hold."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    codec, width = _CODECS[encoding]
    return len(text.encode(codec)[: units * width].decode(codec, "ignore"))


def units(text: str, encoding: Encoding) -> int:
    """Return how long a text is as an editor counts."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    codec, width = _CODECS[encoding]
    return len(text.encode(codec)) // width
