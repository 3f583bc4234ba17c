"""What a model server writes of itself: kept short while it goes on writing, and read when it has died."""

import os
from pathlib import Path

LIMIT = 8 << 20  # bytes after which it is put by, and begins anew
LAST_WORDS = 1 << 18  # bytes in which the cause of a death is looked for


class ServerLog:
    """The log in `file`, which one server after another appends to."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._began = max(0, self._size() - LAST_WORDS)

    def begin(self) -> None:
        """A server is about to start: what others have said says nothing about it."""
        self.shorten()
        self._began = self._size()

    def shorten(self) -> None:
        """Put by what is too long, under a server that goes on appending."""
        if self._size() > LIMIT:
            self.file.with_suffix(".log.1").write_bytes(self.file.read_bytes())
            os.truncate(self.file, 0)
            self._began = 0

    def last_words(self) -> str:
        """Return the end of what the latest server has said."""
        with self.file.open("rb") as stream:
            stream.seek(max(self._began, self._size() - LAST_WORDS))
            return stream.read().decode(errors="replace")

    def _size(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0
