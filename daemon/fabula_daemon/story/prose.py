"""A chapter's blocks: paragraphs, headings and scenes, each with its offsets in the file.

Whatever is not prose (front matter, comments, code, addresses of links) is blanked out with spaces of the same
length, so that an offset in a paragraph plus the paragraph's start is always an offset in the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

# What ends a line for a reader: more than an editor counts, for U+2028 and its kin come in with pasted text.
LINE_END = r"(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])"

# A longer line is reported, not parsed: it is a database dump or a lost line end, not a paragraph.
LONGEST_LINE = 100_000

_FRONT_MATTER = re.compile(rf"\A---[ \t]*{LINE_END}(?:.*?{LINE_END})??---[ \t]*(?={LINE_END}|\Z)", re.DOTALL)
_HIDDEN = re.compile(
    r"""
      <!--.*?(?:-->|\Z)                 # HTML comment; unclosed, it runs to the end, as in Markdown
    | %%.*?(?:%%|\Z)                    # Obsidian's comment
    | ^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)
    | `[^`\n]+`
    | !\[[^\]\n]*\](?:\([^)\n]*\))?     # picture
    | (?<=\])\([^)\s]*(?:[ ]"[^"\n]*")?\)    # address of a link
    | (?<=\[\[)[^\]|\n]*\|              # target of a [[target|text]]
    | </?[A-Za-z][^<>\n]*>              # HTML tag
    | https?://[^\s<>()\]]+
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_MAY_HIDE = re.compile(r"<[!/A-Za-z]|%%|```|~~~|`|\]\(|!\[|\[\[|https?://")
_VISIBLE = re.compile(r"[^\s]")
_BLOCK = re.compile(rf"[^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*\S.*?(?=(?:{LINE_END}\s*?{LINE_END})|\s*\Z)", re.DOTALL)
_LINE = re.compile(rf"(.*?)({LINE_END}|\Z)", re.DOTALL)
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$")
_SCENE_BREAK = re.compile(r"[ \t]*(?:(?:[*#~•·⁂❦☙§–—-][ \t]*){3,}|[#⁂❦☙§]|\*[ \t]*\*)[ \t]*$")

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
    """What stands between two scene breaks; `number` counts from 1 within the chapter."""

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


@dataclass(frozen=True, slots=True)
class Prose:
    """A chapter read. `overlong` holds the spans of lines too long to be prose, which were left out."""

    text: str
    title: str | None
    paragraphs: tuple[Paragraph, ...]
    scenes: tuple[Scene, ...]
    overlong: tuple[tuple[int, int], ...] = ()

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds `offset` or ends there, if any."""
        for paragraph in self.paragraphs:
            if paragraph.start <= offset <= paragraph.end:
                return paragraph
        return None

    def scene_at(self, offset: int) -> Scene | None:
        """Return the scene that holds `offset`: the last one that begins at or before it."""
        return next((scene for scene in reversed(self.scenes) if scene.start <= offset), None)


def parse(text: str) -> Prose:
    """Read the text of a chapter."""
    visible, overlong = _visible(text)
    paragraphs = tuple(_paragraphs(visible))
    title = next((p.text.strip().strip("#").strip() for p in paragraphs if p.kind == "heading"), None)
    return Prose(
        text=text,
        title=title,
        paragraphs=tuple(p for p in paragraphs if p.kind != "break"),
        scenes=tuple(_scenes(paragraphs)),
        overlong=overlong,
    )


def _visible(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return `text` with everything that is not prose blanked out, and the spans of its overlong lines."""
    overlong = tuple((m.start(1), m.end(1)) for m in _LINE.finditer(text) if m.end(1) - m.start(1) > LONGEST_LINE) if len(text) > LONGEST_LINE else ()
    for start, end in overlong:
        text = text[:start] + " " * (end - start) + text[end:]
    if text.startswith("---"):
        text = _FRONT_MATTER.sub(_blank, text, count=1)
    if _MAY_HIDE.search(text):
        text = _HIDDEN.sub(_blank, text)
    return text, overlong


def _blank(match: re.Match[str]) -> str:
    """Blank a match out, keeping its line ends, so that paragraphs stay apart."""
    return _VISIBLE.sub(" ", match.group())


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for block in _BLOCK.finditer(text):
        lines: list[re.Match[str]] = []
        for line in _LINE.finditer(text, block.start(), block.end()):
            content = line.group(1)
            if _SCENE_BREAK.match(content):
                kind: Kind | None = "break"
            elif _HEADING.match(content):
                kind = "heading"
            else:
                kind = None
            if kind is None:
                if content.strip():
                    lines.append(line)
            else:
                yield from _joined(lines, text)
                lines = []
                yield Paragraph(line.start(), content, kind)
            if line.end() >= block.end():
                break
        yield from _joined(lines, text)


def _joined(lines: list[re.Match[str]], text: str) -> Iterator[Paragraph]:
    if lines:
        start, end = lines[0].start(), lines[-1].end(1)
        yield Paragraph(start, text[start:end])


def _scenes(paragraphs: tuple[Paragraph, ...]) -> Iterator[Scene]:
    number, held = 1, list[Paragraph]()
    for paragraph in paragraphs:
        if paragraph.kind == "prose":
            held.append(paragraph)
        elif paragraph.kind == "break" and held:
            yield Scene(number, tuple(held))
            number, held = number + 1, []
    if held:
        yield Scene(number, tuple(held))
