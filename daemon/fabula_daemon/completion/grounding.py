"""The prompt: what a model is told about the world, and the part of the manuscript that it continues.

There is this one format, for completion as for training. What changes seldom stands first, and the manuscript
begins at a place that stays the same while the author types, so that a model can keep what it has read.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.story.people.mentions import Mention

WORLD, STORY = "[World]", "[Story]"

WORLD_SHARE = 4  # a part may take one in so many of the tokens
STEP = 2  # characters of story, for each token of the budget, between two places where its window may begin
FAR = 6  # characters: a token has no more, on the average of a page
_OPENING = re.compile(r"\s*\S*\Z")
LONGEST_OPENING = 40  # characters


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who is in the scene: `forms` are the other ways in which the text names them."""

    name: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One headed block of the prompt. `left_out` is what belongs in it and did not fit."""

    heading: str
    lines: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The block as the model reads it, with the blank line behind it; nothing if it is empty."""
        return "\n".join((self.heading, *self.lines)) + "\n\n" if self.lines else ""


@dataclass(frozen=True, slots=True)
class Grounding:
    """A prompt: its parts, the story up to the last whole word, and the `opening` of what comes next.

    `people`, `facts` and `passages` are what it tells of the world, each as an author would recognise it.
    """

    parts: tuple[Part, ...]
    story: str
    opening: str
    people: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What the model reads."""
        head = "".join(part.text for part in self.parts)
        return f"{head}{STORY}\n{self.story}" if head else self.story

    @property
    def left_out(self) -> tuple[str, ...]:
        """What belongs in the prompt and did not fit, the manuscript's own beginning apart."""
        return tuple(item for part in self.parts for item in part.left_out)


def present(cursor: Cursor, read: Callable[[str], Sequence[Mention]]) -> list[Presence]:
    """Return the characters named in the scene up to the cursor, those named last first."""
    forms: dict[str, set[str]] = {}
    for paragraph in (cursor.before, *reversed(cursor.earlier[cursor.scene :])):
        for mention in reversed(read(paragraph)):
            if mention.known and mention.entity is not None and mention.entity.kind == "character":
                forms.setdefault(mention.entity.name, set()).add(" ".join(mention.text.split()))
    return [Presence(name, tuple(sorted(used - {name}))) for name, used in forms.items()]


def ground(
    cursor: Cursor, people: Iterable[Presence], *, budget: int, count: Callable[[str], int]
) -> Grounding:
    """Return the prompt at `cursor`, of at most `budget` tokens as `count` counts them.

    `people` come in the order of their importance; the first that do not fit are left out with all behind
    them.
    """
    world = _world(people, budget // WORLD_SHARE, count)
    story = cursor.story
    match = _OPENING.search(story, max(0, len(story) - LONGEST_OPENING))
    opening = match.group() if match else ""
    story = story[: len(story) - len(opening)]
    room = budget - count(world.text + STORY) - count(opening)
    return Grounding(
        (world,),
        window(story, room=max(0, room), step=max(1, STEP * budget), count=count),
        opening,
        people=world.lines,
    )


def window(story: str, *, room: int, step: int, count: Callable[[str], int]) -> str:
    """Return the end of `story`, of at most `room` tokens.

    It begins at one of the places that lie a `step` apart, the first from which the rest fits: while a story
    grows, its window keeps its beginning, and then drops about half of itself at once.
    """
    ahead = step // 4
    first = max(0, len(story) - FAR * room) // step
    part = story
    for start in range(first * step, max(1, len(story) - ahead), step):
        part = story[_border(story, start, start + ahead) :]
        if _fits(part, room, count):
            return part
    while part and not _fits(part, room, count):  # no script that the tokenizer knows well
        part = part[(len(part) + 1) // 2 :]
    return part


def _fits(text: str, room: int, count: Callable[[str], int]) -> bool:
    """Whether `text` has at most `room` tokens, counted by paragraphs, which `count` may remember."""
    return sum(count(f"{paragraph}\n\n") for paragraph in text.split("\n\n")) <= room


def _border(story: str, start: int, end: int) -> int:
    """Return where the first paragraph, or else the first word, begins between `start` and `end`."""
    for border in ("\n\n", " "):
        found = story.find(border, start, end) if start else -1
        if found >= 0:
            return found + len(border)
    return start


def _world(people: Iterable[Presence], room: int, count: Callable[[str], int]) -> Part:
    """Return the names of those who fit, in an order that does not depend on who was named last."""
    kept: list[Presence] = []
    left_out: list[str] = []
    room -= count(f"{WORLD}\n\n")
    for person in people:
        room -= sum(count(f"{line}\n") for line in (person.name, *person.forms))
        if room >= 0:
            kept.append(person)
        else:
            left_out.append(person.name)
    lines = [
        line
        for person in sorted(kept, key=lambda person: person.name)
        for line in (person.name, *person.forms)
    ]
    return Part(WORLD, tuple(lines), tuple(left_out))
