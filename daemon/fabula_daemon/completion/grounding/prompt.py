"""The prompt: what a model is told about the world, and the part of the manuscript that it continues.

There is this one format, for completion as for training. What changes seldom stands first, and the manuscript
begins at a place that stays the same while the author types, so that a model can keep what it has read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.grounding.blocks import Block, Count, Entry, Part, fit_all
from fabula_daemon.completion.grounding.facts import BEFORE, FACTS, PLACES, RULES, WORLD
from fabula_daemon.completion.grounding.inert import inert, inert_line
from fabula_daemon.completion.grounding.recall import PASSAGES
from fabula_daemon.story.text.sentences import sentences

AFTER, STORY = "[After]", "[Story]"

# The blocks as they stand in a prompt, and which part of what is not manuscript each may take.
SHARES = {WORLD: 4, FACTS: 6, PLACES: 2, RULES: 2, BEFORE: 3, AFTER: 4, PASSAGES: 5}
# The blocks that may have what others leave, the first before the others.
GROWING = (WORLD, AFTER, PLACES, PASSAGES, FACTS, BEFORE)
ASIDE = 3  # one in so many of the tokens may be something else than manuscript
AHEAD = 800  # characters of what follows the cursor

STEP = 1  # characters of story, for each token of the budget, between two places where its window may begin
FAR = 6  # characters: a token has no more, on the average of a page
_LEAST = 4  # a window has one in so many of the tokens that it may have
_OPENING = re.compile(r"\s*\S*\Z")
LONGEST_OPENING = 40  # characters


@dataclass(frozen=True, slots=True)
class Grounding:
    """A prompt: its parts, the story up to the last whole word, and the `opening` of what comes next."""

    parts: tuple[Part, ...]
    story: str
    opening: str

    @property
    def text(self) -> str:
        """What the model reads."""
        head = "".join(part.text for part in self.parts)
        return f"{head}{STORY}\n{self.story}" if head else self.story

    @property
    def people(self) -> tuple[str, ...]:
        """The names of those who are said to be in the scene."""
        return self._told(WORLD)

    @property
    def facts(self) -> tuple[str, ...]:
        """What is told of the world, and of what has happened."""
        return self._told(FACTS, PLACES, RULES, BEFORE)

    @property
    def passages(self) -> tuple[str, ...]:
        """The passages of earlier chapters that are quoted: the chapter, and how each begins."""
        return self._told(PASSAGES)

    @property
    def left_out(self) -> tuple[str, ...]:
        """What belongs in the prompt and did not fit, the manuscript's own beginning apart."""
        return tuple(item for part in self.parts for item in part.left_out)

    def _told(self, *headings: str) -> tuple[str, ...]:
        return tuple(label for part in self.parts if part.heading in headings for label in part.told)


def aside(blocks: Iterable[Block], *, budget: int, count: Count) -> tuple[Part, ...]:
    """Return what of the blocks stands before the manuscript in a prompt of at most `budget` tokens."""
    order = list(SHARES)
    ordered = sorted(blocks, key=lambda block: order.index(block.heading))
    return fit_all(ordered, budget // ASIDE, count, shares=SHARES, growing=GROWING)


def ground(cursor: Cursor, parts: Sequence[Part], *, budget: int, count: Count) -> Grounding:
    """Return the prompt at `cursor`, of at most `budget` tokens as `count` counts them; `parts` take a third
    of them at most.
    """
    story = inert(cursor.story)
    opening = opening_of(story)
    story = story[: len(story) - len(opening)]
    head = "".join(part.text for part in parts)
    room = budget - count(f"{head}{STORY}\n") - count(opening)
    return Grounding(
        tuple(parts), window(story, room=max(0, room), step=max(1, STEP * budget), count=count), opening
    )


def opening_of(text: str) -> str:
    """Return the end of a text that belongs to what comes next: the word that is being typed, and the white
    space before it.
    """
    match = _OPENING.search(text, max(0, len(text) - LONGEST_OPENING))
    return match.group() if match else ""


def window(story: str, *, room: int, step: int, count: Count) -> str:
    """Return the end of `story`, of at most `room` tokens.

    It begins at one of the places that lie a `step` apart, the first from which the rest fits: while a story
    grows, its window keeps its beginning, and then drops a part of itself at once. Where little would be
    left, as in a script with many tokens for a character, the places lie closer.
    """
    part = story
    while step:
        ahead = step // 4
        first = max(0, len(story) - FAR * room) // step
        for start in range(first * step, max(1, len(story) - ahead), step):
            part = story[_border(story, start, start + ahead) :]
            tokens = _tokens(part, count)
            if tokens <= room:
                if tokens >= room // _LEAST or part == story:
                    return part
                break
        step //= 4
    while part and _tokens(part, count) > room:
        part = part[(len(part) + 1) // 2 :]
    return part


def following(later: Sequence[str]) -> Block:
    """Return what follows the cursor as a block: the rest of its paragraph, and the scene's next ones."""
    entries: list[Entry] = []
    read, omitted = 0, False
    for number, paragraph in enumerate(later):
        for start, end in sentences(paragraph):
            omitted = omitted or read + end - start > AHEAD
            if not omitted:
                read += end - start
                text = inert_line(paragraph[start:end])
                entries.append(Entry(text, "what follows the cursor", f"\n{number}", weight=len(entries)))
    left_out = ("what follows farther on",) if omitted else ()
    return Block(AFTER, tuple(entries), between=" ", strict=True, omitted=left_out)


def _tokens(text: str, count: Count) -> int:
    """Return how many tokens a text has, counted by paragraphs, which `count` may remember."""
    return sum(count(f"{paragraph}\n\n") for paragraph in text.split("\n\n"))


def _border(story: str, start: int, end: int) -> int:
    """Return where the first paragraph, or else the first word, begins between `start` and `end`."""
    for border in ("\n\n", " "):
        found = story.find(border, start, end) if start else -1
        if found >= 0:
            return found + len(border)
    return start
