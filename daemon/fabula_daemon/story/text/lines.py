"""Offsets and lines: the only place in the daemon that turns one into the other."""

import re
from bisect import bisect_right

# What an editor calls a line (the Language Server Protocol's definition). U+2028 may stand inside one.
EDITOR_LINE_END = re.compile(r"\r\n|\n|\r")


class LineIndex:
    """Where the lines of `text` begin. Lines, columns and offsets count from 0, columns in code points."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self.starts = [0, *(match.end() for match in EDITOR_LINE_END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of an offset; offsets outside the text are clamped to it."""
        offset = max(0, min(offset, self.length))
        line = bisect_right(self.starts, offset) - 1
        return line, offset - self.starts[line]

    def offset(self, line: int, column: int) -> int:
        """Return the offset of (line, column), clamped to the text and to the line's end."""
        if line < 0:
            return 0
        if line >= len(self.starts):
            return self.length
        end = self.starts[line + 1] if line + 1 < len(self.starts) else self.length
        return min(self.starts[line] + max(0, column), end)
