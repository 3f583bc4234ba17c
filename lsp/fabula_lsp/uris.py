"""File URIs ⇄ paths, for both ends of the wire."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from fabula_daemon import platforms

_DRIVE = re.compile(r"/[A-Za-z]:")


def path_of(uri: str) -> Path | None:
    """Return the path that a file URI names; None if it names no file (`untitled:`, `git:`)."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme != "file" or not path or "\0" in path:
        return None
    if parts.netloc not in ("", "localhost"):
        path = f"//{unquote(parts.netloc)}{path}"
    elif platforms.WINDOWS and _DRIVE.match(path):
        path = path[1:]
    return Path(path)


def uri_of(path: Path) -> str:
    """Return the URI of an absolute path."""
    return path.as_uri()
