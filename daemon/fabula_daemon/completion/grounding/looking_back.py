"""What earlier chapters say of themselves: the summaries that their author wrote, how the last one ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from fabula_daemon.reading import World
from fabula_daemon.story.text import front_matter, prose

SUMMARY_KEYS = ("summary", "synopsis")
FARTHEST = 40  # chapters
_ENDING = 1_200  # characters


class Story(Protocol):
    """What is needed of the desk."""

    @property
    def world(self) -> World:
        """What the author has laid down."""

    def text(self, path: str) -> str | None:
        """Return a file's text."""


@dataclass(frozen=True, slots=True)
class Past:
    """What was before a chapter: `summaries` by the number of their chapter, and the `ending` of the last."""

    summaries: Mapping[int, str] = field(default_factory=dict)
    ending: str = ""


def look_back(story: Story, chapter: int) -> Past:
    """Return what was before a chapter, as far as FARTHEST chapters back. It reads files: for a thread."""
    summaries: dict[int, str] = {}
    ending = ""
    for entry in story.world.chapters:
        if entry.number is None or not chapter - FARTHEST <= entry.number < chapter:
            continue
        text = story.text(entry.path)
        if text is None:
            continue
        if summary := _summary(text):
            summaries[entry.number] = summary
        if entry.number == chapter - 1:
            ending = _ending(text)
    return Past(summaries, ending)


def _summary(text: str) -> str:
    if not text.startswith("---"):
        return ""
    values = front_matter.read(text).raw
    return next((" ".join(str(values[key]).split()) for key in SUMMARY_KEYS if values.get(key)), "")


def _ending(text: str) -> str:
    """Return the last paragraphs of a chapter's text."""
    held: list[str] = []
    room = _ENDING
    for paragraph in reversed(prose.parse(text).paragraphs):
        told = " ".join(paragraph.text.split())
        room -= len(told)
        if paragraph.kind != "prose" or (held and room < 0):
            break
        held.append(told)
    return "\n\n".join(reversed(held))
