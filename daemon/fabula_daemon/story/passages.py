"""A paragraph as a check sees it: who is named in it, what of it is told, and whom the reader has in mind."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.text import sentences
from fabula_daemon.story.text.prose import Paragraph
from fabula_daemon.story.world.canon import Entity

Span = tuple[int, int]

_REMEMBERED = 6
_LONGEST_GAP = 3
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])[^*\n]+[^\s*]\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_\n]+[^\s_]_(?![\w_])"
)
_SHORTEST_THOUGHT = 3


@dataclass(frozen=True, slots=True)
class Focus:
    """Whom a reader has in mind where a paragraph begins; empty where a scene does.

    `recent` are the persons whom the scene has named, the last named first. `last` are those named in the
    last paragraph that named anybody, in order, None for one who is unknown or not told apart from others;
    `gap` is the number of paragraphs since then, at most three.
    """

    recent: tuple[Entity, ...] = ()
    last: tuple[Entity | None, ...] = ()
    gap: int = 0

    def after(self, mentions: Sequence[Mention]) -> "Focus":
        """Return the focus behind a paragraph with these mentions."""
        named = [mention for mention in mentions if mention.known or mention.certain]
        if not named:
            gap = min(self.gap + 1, _LONGEST_GAP)
            return self if gap == self.gap or not self.last else Focus(self.recent, self.last, gap)
        last: list[Entity | None] = []
        for mention in named:
            if mention.entity not in last:
                last.append(mention.entity)
        recent: list[Entity] = []
        for entity in [*(mention.entity for mention in reversed(named)), *self.recent]:
            if entity is not None and entity not in recent:
                recent.append(entity)
        return Focus(tuple(recent[:_REMEMBERED]), tuple(last))


NOBODY = Focus()


@dataclass(frozen=True)
class Passage:
    """A paragraph read. The offsets of its mentions, and all spans here, count from the paragraph's start."""

    paragraph: Paragraph
    mentions: tuple[Mention, ...]
    focus: Focus = NOBODY

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order."""
        return tuple(sentences.sentences(self.text))

    @cached_property
    def spoken(self) -> tuple[Span, ...]:
        """What is spoken, marks of quotation included."""
        return tuple(sentences.dialogue(self.text))

    @cached_property
    def thought(self) -> tuple[Span, ...]:
        """What is set off as thought: several words in italics."""
        if "*" not in self.text and "_" not in self.text:
            return ()
        return tuple(
            match.span()
            for match in _EMPHASIS.finditer(self.text)
            if match.group().count(" ") + 1 >= _SHORTEST_THOUGHT
        )

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence that holds `offset`, or else the nearest before it."""
        at = bisect_right(self.sentences, offset, key=lambda span: span[0]) - 1
        return self.sentences[max(at, 0)] if self.sentences else (0, len(self.text))

    def is_claim(self, offset: int) -> bool:
        """Whether what stands at `offset` is spoken or thought: a character's word, not the narrator's."""
        return any(start <= offset < end for spans in (self.spoken, self.thought) for start, end in spans)
