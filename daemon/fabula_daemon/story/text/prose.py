"""A chapter's blocks: paragraphs, headings and scenes, each with its offsets in the file.

Whatever is not prose (front matter, comments, code, addresses of links) is blanked out with spaces of the
same length, so that an offset in a paragraph plus the paragraph's start is always an offset in the file.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

# What ends a line for a reader: more than an editor counts, for U+2028 and its kin come in with pasted text.
LINE_END = r"(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])"

# A longer line is reported, not parsed: it is a database dump or a lost line end, not a paragraph.
LONGEST_LINE = 100_000

_IN_LINE = r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"

# Keys stand between its dashes: a chapter may also begin with a rule.
_FRONT_MATTER = re.compile(
    rf"\A---[ \t]*{LINE_END}(?=\s*(?:\#|---|{_IN_LINE}{{1,80}}?:(?:\s|\Z)))"
    rf"(?:.*?{LINE_END})??---[ \t]*(?={LINE_END}|\Z)",
    re.DOTALL,
)
_HIDDEN = re.compile(
    r"""
      <!--.*?(?:-->|\Z)                 # HTML comment; unclosed, it runs to the end, as in Markdown
    | %%.*?(?:%%|\Z)                    # Obsidian's comment
    | ^(?P<fence>```+).*?(?:^(?P=fence)|\Z)     # not ~~~, which in a novel is a scene break
    | `[^`\n]+`
    | !\[[^\[\]\n]*\](?:\([^)\n]*\))?     # picture
    | (?<=\])\([^)\s]*(?:[ ]"[^"\n]*")?\)    # address of a link
    | (?<=\[\[)[^\[\]|\n]*\|              # target of a [[target|text]]
    | </?[A-Za-z][^<>\n]*>              # HTML tag
    | https?://[^\s<>()\]]+
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_MAY_HIDE = re.compile(r"<[!/A-Za-z]|%%|`|\]\(|!\[|\[\[|https?://")
# What can hide several blocks at once; without any, blocks are read each by itself.
_SPANNING = ("<!--", "%%", "```")
_STRETCH = 1 << 16
_VISIBLE = re.compile(r"[^\s]")
_LINE = re.compile(rf"({_IN_LINE}*)({LINE_END}|\Z)")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+\S")
_SCENE_BREAK = re.compile(r"(?:[*#~•·⁂❦☙§–—-][ \t]*){3,}|[#⁂❦☙§]|\*[ \t]*\*")

Kind = Literal["prose", "heading", "break"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a chapter: `text` stands at `start`, with everything that is not prose blanked out."""

    start: int
    text: str
    kind: Kind = "prose"

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands between two scene breaks or headings; `number` counts from 1 within the chapter."""

    number: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.paragraphs[0].start

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.paragraphs[-1].end


@dataclass(frozen=True)
class Prose:
    """A chapter read.

    `overlong` holds the spans of lines too long to be prose, which were left out; `spanning` tells whether
    the text has a mark that can hide several blocks at once, such as a comment's.
    """

    text: str
    blocks: tuple[Paragraph, ...]
    overlong: tuple[tuple[int, int], ...] = ()
    spanning: bool = False

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The headings and paragraphs, without the marks of scene breaks."""
        return tuple(block for block in self.blocks if block.kind != "break")

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """The scenes, in order; a chapter without paragraphs has none."""
        return tuple(_scenes(self.blocks))

    @cached_property
    def title(self) -> str | None:
        """The first heading's text."""
        return next(
            (block.text.strip().strip("#").strip() for block in self.blocks if block.kind == "heading"), None
        )

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph or heading that holds `offset` or ends there, if any."""
        at = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[at] if at >= 0 and offset <= self.paragraphs[at].end else None

    def scene_at(self, offset: int) -> Scene | None:
        """Return the scene that holds `offset`: the last one that begins at or before it."""
        return next((scene for scene in reversed(self.scenes) if scene.start <= offset), None)


def parse(text: str) -> Prose:
    """Read the text of a chapter."""
    overlong = tuple(_overlong(text))
    visible = text
    for start, end in overlong:
        visible = visible[:start] + " " * (end - start) + visible[end:]
    if visible.startswith("---"):
        visible = _FRONT_MATTER.sub(_blank, visible, count=1)
    return Prose(text, tuple(_blocks(_without_markup(visible))), overlong, _spans_blocks(text))


def reparse(old: Prose, text: str) -> Prose:
    """Return what `parse(text)` would, reading only the blocks in which `text` differs from the old one's."""
    start, _, new_end = changed_region(old.text, text)
    left = max(old.text.rfind("\n\n", 0, start), old.text.rfind("\n\r\n", 0, start), -2)
    left = 0 if left < 0 else min(start, left + 2)
    right = min((at for gap in ("\n\n", "\n\r\n") if (at := text.find(gap, new_end)) >= 0), default=len(text))
    if old.spanning or old.overlong or right - left > LONGEST_LINE or _spans_blocks(text[left:right]):
        return parse(text)
    if text.startswith("---") or old.text.startswith("---"):
        front = _FRONT_MATTER.match(old.text)
        if front is None or front.end() > left:
            return parse(text)
    shift = len(text) - len(old.text)
    before = bisect_right(old.blocks, left, key=lambda block: block.end)
    after = bisect_left(old.blocks, right - shift, key=lambda block: block.start)
    between = (Paragraph(left + b.start, b.text, b.kind) for b in _blocks(_without_markup(text[left:right])))
    later = (
        old.blocks[after:]
        if not shift
        else (Paragraph(b.start + shift, b.text, b.kind) for b in old.blocks[after:])
    )
    return Prose(text, (*old.blocks[:before], *between, *later))


def changed_region(old: str, new: str) -> tuple[int, int, int]:
    """Return (start, old end, new end): old[start:old end] became new[start:new end], and nothing else
    changed.
    """
    shortest = min(len(old), len(new))
    start = _common(shortest, lambda a, b: old[a:b] == new[a:b])
    old_length, new_length = len(old), len(new)
    tail = _common(
        shortest - start,
        lambda a, b: old[old_length - b : old_length - a] == new[new_length - b : new_length - a],
    )
    return start, old_length - tail, new_length - tail


def _common(limit: int, same: Callable[[int, int], bool]) -> int:
    """Return the largest n up to `limit` for which `same(0, n)` holds; `same(a, b)` compares one stretch."""
    low = 0
    while low < limit and same(low, min(limit, low + _STRETCH)):
        low = min(limit, low + _STRETCH)
    high = min(limit, low + _STRETCH) + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if same(low, middle) else (low, middle)
    return low


def _overlong(text: str) -> Iterator[tuple[int, int]]:
    if len(text) > LONGEST_LINE:
        for line in _LINE.finditer(text):
            if line.end(1) - line.start(1) > LONGEST_LINE:
                yield line.start(1), line.end(1)


def _spans_blocks(text: str) -> bool:
    return any(mark in text for mark in _SPANNING)


def _without_markup(text: str) -> str:
    return _HIDDEN.sub(_blank, text) if _MAY_HIDE.search(text) else text


def _blank(match: re.Match[str]) -> str:
    """Blank a match out, keeping its line ends, so that paragraphs stay apart."""
    return _VISIBLE.sub(" ", match.group())


def _blocks(text: str) -> Iterator[Paragraph]:
    lines: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        content = line[1]
        visible = content.strip()
        kind: Kind = "prose"
        if _SCENE_BREAK.fullmatch(visible):
            kind = "break"
        elif _HEADING.match(content):
            kind = "heading"
        if visible and kind == "prose":
            lines.append(line)
            continue
        yield from _joined(lines, text)
        lines = []
        if visible:
            yield Paragraph(line.start(), content, kind)


def _joined(lines: list[re.Match[str]], text: str) -> Iterator[Paragraph]:
    if lines:
        start, end = lines[0].start(), lines[-1].end(1)
        yield Paragraph(start, text[start:end])


def _scenes(blocks: tuple[Paragraph, ...]) -> Iterator[Scene]:
    number, held = 1, list[Paragraph]()
    for paragraph in blocks:
        if paragraph.kind == "prose":
            held.append(paragraph)
        elif held:
            yield Scene(number, tuple(held))
            number, held = number + 1, []
    if held:
        yield Scene(number, tuple(held))
