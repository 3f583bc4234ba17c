"""What stands around the cursor, as prose: everything that follows asks about this and never about the file.

White space is one space wherever it is a run, so that a hard-wrapped paragraph reads as one that is not.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from fabula_daemon.story.text.prose import Paragraph, Prose, parse

_SPACE = re.compile(r"\s+")
_WORD_BEGUN = re.compile(r"[^\W_][’'-]?\Z")
_WORD_GOES_ON = re.compile(r"[’'-]?[^\W_]")
_SCENE_BREAK = re.compile(r"[\s*#~•·⁂❦☙§_-]*[*#~•·⁂❦☙§]\s*")


class Outside(StrEnum):
    """Where no prose is written, as the author would say it."""

    HEADING = "the cursor is in a heading"
    HIDDEN = "the cursor is in front matter, a comment or code"
    BREAK = "the cursor is in a scene break"
    WORD = "the cursor is inside a word"


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a chapter's prose.

    `before` and `after` are the two parts of its paragraph, `earlier` the chapter's paragraphs before that,
    of which those from `scene` on belong to the same scene.
    """

    before: str
    after: str = ""
    earlier: tuple[str, ...] = ()
    scene: int = 0

    @property
    def story(self) -> str:
        """The chapter up to the cursor, with a blank line between paragraphs."""
        return "\n\n".join((*self.earlier, self.before))


def locate(prose: Prose, offset: int) -> Cursor | Outside:
    """Return what stands around `offset` of a chapter's text, or why nothing is to be written there."""
    paragraph = prose.paragraph_at(offset)
    if paragraph is None or not _plain(prose, paragraph, offset):
        # Only the reader of prose knows whether what is typed here would be prose: let it read a letter.
        probed = parse(f"{prose.text[:offset]}x{prose.text[offset:]}")
        paragraph = probed.paragraph_at(offset)
        if (
            paragraph is None
            or paragraph.text[offset - paragraph.start : offset - paragraph.start + 1] != "x"
        ):
            return Outside.HIDDEN
        after = paragraph.text[offset - paragraph.start + 1 :]
        prose = probed
    else:
        after = paragraph.text[offset - paragraph.start :]
    before = paragraph.text[: offset - paragraph.start]
    if paragraph.kind == "heading":
        return Outside.HEADING
    if _SCENE_BREAK.fullmatch(before):
        return Outside.BREAK
    if _WORD_BEGUN.search(before[-2:]) and _WORD_GOES_ON.match(after):
        return Outside.WORD
    scene = prose.scene_at(paragraph.start)
    begin = scene.start if scene else 0
    earlier = [
        p for p in prose.paragraphs if p.kind == "prose" and p.end <= paragraph.start and p is not paragraph
    ]
    return Cursor(
        before=_SPACE.sub(" ", before).lstrip(),
        after=_SPACE.sub(" ", after).rstrip(),
        earlier=tuple(" ".join(p.text.split()) for p in earlier),  # there may be hundreds
        scene=sum(p.start < begin for p in earlier),
    )


def _plain(prose: Prose, paragraph: Paragraph, offset: int) -> bool:
    """Whether the last thing before `offset` in its paragraph is prose, and not something that was blanked
    out.
    """
    seen = paragraph.text[: offset - paragraph.start].rstrip()
    return len(seen) == len(prose.text[paragraph.start : offset].rstrip())
