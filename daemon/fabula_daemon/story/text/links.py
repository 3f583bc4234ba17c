"""`[[Links]]` as Obsidian writes them: where they stand, and to which file they lead."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Canon

_LINK = re.compile(r"\[\[(?P<target>[^\[\]|\r\n]*)(?:\|[^\[\]\r\n]*)?\]\]")
_WITHIN = re.compile(r"[#^].*")
_ENDINGS = (".md", ".markdown", ".txt", ".fountain")


@dataclass(frozen=True, slots=True)
class Link:
    """A link at [start, end) of a text; `target` is what it names, without a heading or block in it."""

    start: int
    end: int
    target: str


def links(text: str) -> Iterator[Link]:
    """Yield the links of a text, those to a place in the same file left out."""
    for match in _LINK.finditer(text):
        target = " ".join(_WITHIN.sub("", match["target"].rstrip("\\")).split())
        if target:
            yield Link(match.start(), match.end(), target)


class Targets:
    """What links may lead to: the files at `paths`, and whatever the canon's sheets name.

    A file is named by its path, or the end of it, with or without its ending; a sheet also by the name and
    the aliases in it. Case does not matter. Files come before names, names before aliases, as in Obsidian.
    """

    def __init__(self, paths: Iterable[str], canon: Canon) -> None:
        self._paths: dict[str, str] = {}
        for path in sorted(paths, key=lambda path: (path.count("/"), path)):
            for name in _names(path):
                self._paths.setdefault(_key(name), path)
        self._names: dict[str, str] = {}
        named = [entity for entity in canon.entities if entity.path is not None]
        for entity in named:
            self._names.setdefault(_key(entity.name), entity.path or "")
        for entity in named:
            for alias in entity.aliases:
                self._names.setdefault(_key(alias), entity.path or "")

    def find(self, target: str) -> str | None:
        """Return the path of the file that a link's target means; None if there is none."""
        key = _key(target)
        return self._paths.get(key) or self._names.get(key)


def _names(path: str) -> Iterator[str]:
    """Yield how a file can be called: its path from any folder on, with and without its ending."""
    parts = PurePosixPath(path).parts
    for first in range(len(parts) - 1, -1, -1):
        name = "/".join(parts[first:])
        yield name
        stem, dot, ending = name.rpartition(".")
        if f"{dot}{ending}".lower() in _ENDINGS:
            yield stem


def _key(name: str) -> str:
    return fold_name(name).casefold().strip("/")
