"""A text as an editor changes it: positions in, offsets out, one change at a time.

The language server needs it for what it says of the text, the bridge for opening the text anew.
"""

from bisect import bisect_right

from fabula_lsp.positions import Encoding, Position, line_starts, offset_at, position_at, units, whole


class Document:
    """The text at `uri`, as of the editor's `version`; its positions count in `encoding`."""

    def __init__(self, uri: str, version: int, text: str, encoding: Encoding) -> None:
        self.uri = uri
        self.version = version
        self.encoding = encoding
        self.replace_all(text)

    def offset(self, position: Position) -> int:
        """Return the offset of `position`, clamped to its line."""
        return offset_at(self.text, self._starts, position, self.encoding)

    def position(self, offset: int) -> Position:
        """Return the position of `offset`, clamped to the text."""
        return position_at(self.text, self._starts, offset, self.encoding)

    def range(self, start: int, end: int) -> tuple[Position, Position]:
        """Return the positions of a span, which mostly stands on one line."""
        first = self.position(start)
        within = self.text[start:end]
        if "\n" in within or "\r" in within:
            return first, self.position(end)
        return first, (first[0], first[1] + units(within, self.encoding))

    def replace_all(self, text: str) -> None:
        """Take a wholly new text; where the author is in it is not known."""
        self.text = whole(text)
        self.caret: int | None = None
        self._starts = [0, *line_starts(self.text)]

    def replace(self, start: Position, end: Position, new_text: str) -> tuple[int, str]:
        """Replace what stands between two positions; `caret` is then the offset behind what was put there.
        Return the offset where it begins, and what stood there.

        Only what the change touches is looked at again: a keystroke in a book costs a copy of it.
        """
        begin = self.offset(start)
        begin, stop = sorted((begin, begin if end == start else self.offset(end)))
        new_text = whole(new_text)
        before, starts = self.text, self._starts
        self.text = before[:begin] + new_text + before[stop:]
        self.caret = begin + len(new_text)

        # The change may cut a line end of two characters, or make one: look from the character before it
        # to the one after it, whole line end included.
        growth = len(self.text) - len(before)
        scan_from = max(0, begin - 1)
        scan_to = stop + (2 if before.startswith("\r\n", stop) else 1)
        first, last = bisect_right(starts, scan_from), bisect_right(starts, scan_to)
        found = line_starts(self.text, scan_from, scan_to + growth)
        rest = [start + growth for start in starts[last:]] if growth else starts[last:]
        self._starts = [*starts[:first], *found, *rest]
        return begin, before[begin:stop]
