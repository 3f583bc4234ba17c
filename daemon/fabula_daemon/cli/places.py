"""A place as an author writes it on a command line, FILE:LINE:COLUMN, and as the daemon knows it."""

from pathlib import Path

from fabula_daemon import files
from fabula_daemon.errors import StoryError
from fabula_daemon.story.text.lines import LineIndex


def offset_of(root: Path, place: str) -> tuple[str, int]:
    """Return the path inside the story at `root`, and the offset there. Raises StoryError, Unreadable."""
    name, line, column = (*place.rsplit(":", 2), "", "")[:3]
    if not (line.isdigit() and column.isdigit()):
        raise StoryError(
            f"“{place}” is no place in a file. Write FILE:LINE:COLUMN, as in manuscript/01.md:12:40."
        )
    file = next(
        (
            f
            for f in (Path(name).resolve(), (root / name).resolve())
            if f.is_file() and f.is_relative_to(root)
        ),
        None,
    )
    if file is None:
        raise StoryError(f"{name} is no file of the story at {root}.")
    path = file.relative_to(root).as_posix()
    return path, LineIndex(files.read(root, path)).offset(int(line) - 1, int(column) - 1)
