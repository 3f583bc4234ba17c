"""The author's folder: which of its files belong to the story, and their text. The only reader; nothing
writes here.
"""

import codecs
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from fabula_daemon.config import Settings
from fabula_daemon.errors import Unreadable
from fabula_daemon.locate import STATE_FOLDER

Kind = Literal["chapter", "sheet", "timeline", "rules", "draft"]

CHAPTER_ENDINGS = frozenset({".md", ".markdown", ".txt", ".fountain"})
SHEET_ENDINGS = frozenset({".md", ".markdown"})
SKIPPED_FOLDERS = frozenset({STATE_FOLDER, "templates", "node_modules", "__pycache__"})
# What editors leave beside a file while they write it: vim's 4913 and .swp, Emacs' #x# and .#x, backups.
PASSING = re.compile(r"^(?:\..*|#.*#|.*~|.*\.(?:sw[a-z]|bak|tmp|part|orig|crdownload)|4913)$", re.IGNORECASE)
LARGEST_FILE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the story. `number` is a chapter's 1-based place in reading order, None for everything
    else.
    """

    path: str
    kind: Kind
    number: int | None
    size: int
    mtime_ns: int


def natural_key(path: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key of natural order: "2" before "10", case ignored."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in re.split(r"(\d+)", path.casefold())
        if part
    )


def is_skipped(name: str) -> bool:
    """Whether a file or folder of this name is never part of a story, wherever it lies."""
    return name.casefold() in SKIPPED_FOLDERS or PASSING.match(name) is not None


def kind_of(path: str, settings: Settings) -> Kind | None:
    """Return what the file at `path`, relative to the story, is; None if it is no part of the story.

    The deepest of the story's folders that holds the file decides, so that `world = "."` works:
    manuscript and drafts inside the world are never sheets.
    """
    pure = PurePosixPath(path)
    if any(is_skipped(part) for part in pure.parts) or pure.name.casefold() == "readme.md":
        return None
    ending = pure.suffix.lower()
    story = settings.story
    homes = sorted(
        (
            (PurePosixPath(story.manuscript), "chapter"),
            (PurePosixPath(story.drafts), "draft"),
            (PurePosixPath(story.world), "world"),
        ),
        key=lambda home: -len(home[0].parts),
    )
    home = next((name for folder, name in homes if pure.is_relative_to(folder)), None)
    if home == "chapter" and ending in CHAPTER_ENDINGS:
        return "chapter"
    if home == "draft" and ending in CHAPTER_ENDINGS:
        return "draft"
    if home == "world" and ending in SHEET_ENDINGS:
        name = pure.name.casefold()
        if name == "timeline.md":
            return "timeline"
        if name == "rules.md":
            return "rules"
        within_drafts = "drafts" in map(str.casefold, pure.parts[:-1])
        return None if within_drafts else "sheet"
    return None


def scan(root: Path, settings: Settings) -> list[Entry]:
    """Return every file of the story, chapters in reading order first, then the rest by path.

    A folder that cannot be entered and a file that vanishes meanwhile are left out. A link that leads
    nowhere is there, so that reading it can say what is wrong.
    """
    found: list[Entry] = []
    folders = {settings.story.manuscript, settings.story.world, settings.story.drafts}
    seen: set[str] = set()
    for folder in sorted(folders):
        for path, status in _walk(root, root / folder, settings):
            kind = kind_of(path, settings)
            if kind is not None and path not in seen:
                seen.add(path)
                found.append(Entry(path, kind, None, status.st_size, status.st_mtime_ns))
    chapters = order_chapters([entry.path for entry in found if entry.kind == "chapter"], settings)
    place = {path: number for number, path in enumerate(chapters, start=1)}
    numbered = [Entry(e.path, e.kind, place.get(e.path), e.size, e.mtime_ns) for e in found]
    return sorted(numbered, key=lambda e: (e.number is None, e.number or 0, natural_key(e.path)))


def order_chapters(paths: list[str], settings: Settings) -> list[str]:
    """Return chapter paths in reading order: as `[story] order` says (file names or stems), the rest in
    natural order.
    """
    rank = {name: place for place, name in enumerate(settings.story.order)}

    def key(path: str) -> tuple[int, tuple[tuple[int, int, str], ...]]:
        pure = PurePosixPath(path)
        places = [rank[name] for name in (path, pure.name, pure.stem) if name in rank]
        return (min(places, default=len(rank)), natural_key(path))

    return sorted(paths, key=key)


def read(root: Path, path: str) -> str:
    """Return the text of a file of the story.

    Raises Unreadable, with what to do, if it is missing, no UTF-8, binary or larger than 64 MB.
    """
    file = root / path
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise Unreadable(Path(path), "is larger than 64 MB and is left out. Split it into chapters.")
        data = file.read_bytes()
    except OSError as error:
        if file.is_symlink() and not file.exists():
            reason = "is a link to a file that is not there. Put the file back, or delete the link."
            raise Unreadable(Path(path), reason) from error
        raise Unreadable(Path(path), f"cannot be read: {error.strerror}.") from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable(Path(path), "is UTF-16 text, and must be UTF-8. Save it as UTF-8.")
    if b"\0" in data[:8192]:
        raise Unreadable(Path(path), "is not a text file (it holds zero bytes) and is left out.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            Path(path),
            f"is not UTF-8 text: byte {error.start}, on line {line}, is 0x{data[error.start]:02x}. "
            "Save it as UTF-8.",
        ) from error


def _walk(root: Path, folder: Path, settings: Settings) -> Iterator[tuple[str, os.stat_result]]:
    visited: set[tuple[int, int]] = set()
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            status = current.stat()
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            children = list(os.scandir(current))
        except OSError:
            continue
        for child in children:
            if is_skipped(child.name):
                continue
            try:
                if child.is_dir():
                    pending.append(Path(child.path))
                else:
                    status = child.stat() if child.is_file() else child.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode) or stat.S_ISLNK(status.st_mode):
                        yield Path(child.path).relative_to(root).as_posix(), status
            except OSError:
                continue
