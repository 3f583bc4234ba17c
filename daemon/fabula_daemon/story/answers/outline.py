"""The parts of a file by name: a chapter's headings and scenes, a sheet's keys and headings. Outlines and
folds are made of it.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from fabula_daemon.story.answers.statistics import count_words
from fabula_daemon.story.text import front_matter, prose
from fabula_daemon.story.text.front_matter import Value
from fabula_daemon.story.text.prose import Paragraph, Prose, Scene
from fabula_daemon.story.world import sheets

_OPENING = 40
_VALUE = 60
_HASHES = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]")
_MARKUP = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")

Kind = Literal["file", "heading", "scene", "key"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file at [start, end), whose name stands at [head, head_end) in it.

    A scene's name is its number within the chapter and how it opens. `detail` is a key's value, or what kind
    of sheet a file is; `words` counts those of the scenes in a part.
    """

    name: str
    kind: Kind
    start: int
    end: int
    head: int
    head_end: int
    detail: str = ""
    words: int = 0
    children: tuple["Part", ...] = ()

    def walk(self) -> Iterator["Part"]:
        """Yield the part and all that is in it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def of_chapter(path: str, read: Prose) -> Part:
    """Return a chapter as one part: headings by their level, and in the innermost of them the scenes.

    It is called by its first heading if no other is as high, else by its file.
    """
    headings = [block for block in read.blocks if block.kind == "heading"]
    levels = [_level(heading) for heading in headings]
    first = (
        headings.pop(0)
        if levels and levels.index(min(levels)) == 0 and levels.count(levels[0]) == 1
        else None
    )
    nested = tuple(_nest(deque(headings), deque(map(_scene, read.scenes)), 0, len(read.text)))
    head, head_end = (first.start, first.end) if first else (0, 0)
    name = (first and _title(first)) or PurePosixPath(path).stem
    return Part(name, "file", 0, len(read.text), head, head_end, words=_words(nested), children=nested)


def of_sheet(path: str, text: str) -> Part:
    """Return a sheet as one part, called by its name: the keys of its front matter, then its headings."""
    matter = front_matter.read(text)
    keys = [
        Part(key, "key", start, end, start, start + len(key), _shown(matter.raw.get(key)))
        for key, (start, end) in matter.places.items()
    ]
    headings = deque(
        block
        for block in prose.parse(text).blocks
        if block.kind == "heading" and block.start >= matter.body_start
    )
    sheet, _ = sheets.read(path, text)
    name, kind = (sheet.name, sheet.kind) if sheet else (PurePosixPath(path).stem, "")
    head, head_end = matter.places.get("name", (0, 0))
    children = (*keys, *_nest(headings, deque(), 0, len(text)))
    return Part(name, "file", 0, len(text), head, head_end, kind, children=children)


def folds(text: str, whole: Part) -> Iterator[tuple[int, int]]:
    """Yield the spans in `text` that can be folded away to their first line: front matter, headings with
    what is below them, scenes, and keys with lists; each as (start, end of its last visible character).
    """
    matter = front_matter.read(text)
    if matter.present and not (matter.faults and not matter.values):
        yield 0, matter.body_start
    for part in whole.walk():
        if part.kind != "file":
            yield part.start, part.start + len(text[part.start : part.end].rstrip())
        elif part.head_end > part.head and _HASHES.match(text, part.head):
            yield part.head, part.head + len(text[part.head : part.end].rstrip())


def _nest(headings: deque[Paragraph], scenes: deque[Part], above: int, end: int) -> Iterator[Part]:
    """Yield the scenes before the first heading, then each heading lower than level `above` with what is
    below it; both queues are used up as far as that goes.
    """
    while scenes and (not headings or scenes[0].start < headings[0].start):
        yield scenes.popleft()
    while headings and (level := _level(headings[0])) > above:
        heading = headings.popleft()
        children = tuple(_nest(headings, scenes, level, end))
        stop = headings[0].start if headings else end
        yield Part(
            name=_title(heading) or "#" * level,
            kind="heading",
            start=heading.start,
            end=stop,
            head=heading.start,
            head_end=heading.end,
            words=_words(children),
            children=children,
        )


def _scene(scene: Scene) -> Part:
    first = scene.paragraphs[0]
    return Part(
        f"{scene.number} · {_opening(first.text)}",
        "scene",
        scene.start,
        scene.end,
        first.start,
        first.end,
        words=sum(count_words(paragraph.text) for paragraph in scene.paragraphs),
    )


def _words(parts: Iterable[Part]) -> int:
    return sum(part.words for part in parts)


def _level(heading: Paragraph) -> int:
    match = _HASHES.match(heading.text)
    return len(match[1]) if match else 1


def _title(heading: Paragraph) -> str:
    return heading.text.strip().strip("#").strip()


def _opening(text: str) -> str:
    """Return how a paragraph begins: whole words, without marks of emphasis."""
    words = " ".join(_MARKUP.sub("", text).split())
    return words if len(words) <= _OPENING else f"{words[:_OPENING].rsplit(' ', 1)[0]}…"


def _shown(value: Value) -> str:
    """Return a value of a sheet on one short line."""
    if isinstance(value, list):
        text = ", ".join(_shown(item) for item in value)
    elif isinstance(value, dict):
        rest = ", ".join(f"{key} {_shown(item)}" for key, item in value.items() if key != "value")
        text = f"{_shown(value['value'])} ({rest})" if "value" in value else rest
    else:
        text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _VALUE else f"{text[:_VALUE]}…"
