"""A story in figures: words, scenes, the share of dialogue, and who is named where."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from fabula_daemon.story.checks.unknown_character import without_titles
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.text.prose import Paragraph, Prose, Scene
from fabula_daemon.story.text.sentences import dialogue
from fabula_daemon.story.world.canon import Entity, gender_of_title

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

ByParagraph = Mapping[int, Sequence[Mention]]


@dataclass(frozen=True)
class Figures:
    """What a stretch of text comes to: words, how many of them are spoken, and who is named how often.

    `named` counts every mention of somebody known, `narrated` those outside of dialogue; `strangers` counts
    names that nobody bears, `shared` names that several bear.
    """

    words: int = 0
    spoken: int = 0
    named: Counter[Entity] = field(default_factory=Counter)
    narrated: Counter[Entity] = field(default_factory=Counter)
    strangers: Counter[str] = field(default_factory=Counter)
    shared: Counter[str] = field(default_factory=Counter)

    @property
    def dialogue(self) -> float:
        """The share of words that are spoken, from 0 to 1."""
        return self.spoken / self.words if self.words else 0.0

    @property
    def present(self) -> tuple[Entity, ...]:
        """Whom the narrator names, most often first: who is there, rather than talked of."""
        return tuple(entity for entity, _ in self.narrated.most_common())


@dataclass(frozen=True)
class SceneFigures:
    """A scene, by its number within its chapter and where it stands in the file."""

    number: int
    start: int
    end: int
    figures: Figures


@dataclass(frozen=True)
class ChapterFigures:
    """A chapter: the file at `path`, its 1-based place in reading order and its first heading."""

    path: str
    number: int | None
    title: str | None
    scenes: tuple[SceneFigures, ...]

    @cached_property
    def figures(self) -> Figures:
        """The sum of its scenes."""
        return total(scene.figures for scene in self.scenes)


def chapter(path: str, number: int | None, prose: Prose, mentions: ByParagraph) -> ChapterFigures:
    """Return a chapter's figures; `mentions` gives for the start of a paragraph who is named in it, offsets
    counting from there.
    """
    scenes = tuple(SceneFigures(one.number, one.start, one.end, scene(one, mentions)) for one in prose.scenes)
    return ChapterFigures(path, number, prose.title, scenes)


def scene(read: Scene, mentions: ByParagraph) -> Figures:
    """Return the figures of one scene."""
    return total(_paragraph(one, mentions.get(one.start, ())) for one in read.paragraphs)


def total(parts: Iterable[Figures]) -> Figures:
    """Return the sum of some figures."""
    words = spoken = 0
    whole = Figures()
    for part in parts:
        words, spoken = words + part.words, spoken + part.spoken
        whole.named.update(part.named)
        whole.narrated.update(part.narrated)
        whole.strangers.update(part.strangers)
        whole.shared.update(part.shared)
    return replace(whole, words=words, spoken=spoken)


def count_words(text: str) -> int:
    """Return how many words a text has; a dash alone is none, “half-light” and “don’t” are one each."""
    return sum(1 for _ in _WORD.finditer(text))


def as_record(chapters: Sequence[ChapterFigures]) -> dict[str, Any]:
    """Return everything as the JSON of `fabula stats`."""
    whole = total(chapter.figures for chapter in chapters)
    return {
        "words": whole.words,
        "dialogue": round(whole.dialogue, 4),
        "chapters": [_chapter_record(chapter) for chapter in chapters],
        "characters": [
            {
                "name": entity.name,
                "kind": entity.kind,
                "sheet": entity.path,
                "mentions": count,
                "narrated": whole.narrated[entity],
                "chapters": {c.path: n for c in chapters if (n := c.figures.named[entity])},
            }
            for entity, count in whole.named.most_common()
        ],
        "strangers": _names(whole.strangers, [(c.path, c.figures.strangers) for c in chapters]),
        "shared": _names(whole.shared, [(c.path, c.figures.shared) for c in chapters]),
    }


def _paragraph(paragraph: Paragraph, mentions: Sequence[Mention]) -> Figures:
    text = paragraph.text
    spans = dialogue(text)
    figures = Figures(count_words(text), sum(count_words(text[start:end]) for start, end in spans))
    for mention in mentions:
        if mention.entity is not None:
            figures.named[mention.entity] += 1
            if not any(start <= mention.start < end for start, end in spans):
                figures.narrated[mention.entity] += 1
        elif mention.known:
            figures.shared[without_titles(fold_name(mention.text))] += 1
        elif mention.certain:
            figures.strangers[_stranger(fold_name(mention.text))] += 1
    return figures


def _stranger(name: str) -> str:
    """Return a name less its titles; Mrs. Hall stays so, as a surname alone may be anybody's."""
    bare = without_titles(name)
    return name if " " not in bare and gender_of_title(name.split()[0]) else bare


def _chapter_record(chapter: ChapterFigures) -> dict[str, Any]:
    return {
        "path": chapter.path,
        "number": chapter.number,
        "title": chapter.title,
        **_record(chapter.figures),
        "scenes": [
            {"number": scene.number, "start": scene.start, "end": scene.end, **_record(scene.figures)}
            for scene in chapter.scenes
        ],
    }


def _record(figures: Figures) -> dict[str, Any]:
    return {
        "words": figures.words,
        "dialogue": round(figures.dialogue, 4),
        "characters": {entity.name: count for entity, count in figures.named.most_common()},
        "present": [entity.name for entity in figures.present],
    }


def _names(whole: Counter[str], parts: Sequence[tuple[str, Counter[str]]]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "mentions": count,
            "chapters": {path: names[name] for path, names in parts if names[name]},
        }
        for name, count in whole.most_common()
    ]
