"""A story that contradictions are written into: its chapters, its people, where each is named, and what its
sheets declare.

Where a novel's sheets declare too little, facts are added to a copy of them, which the novel does not
gainsay: a colour of eyes for somebody of whose eyes it gives none, a death for somebody who is not named any
more, a stay for somebody who is away.
"""

import itertools
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from fabula_daemon.reading import World, read_world
from fabula_daemon.story.tables.english import TITLES
from fabula_daemon.story.text import prose
from fabula_daemon.story.text.prose import Paragraph
from fabula_daemon.story.world.canon import Entity
from tests.benchmarks.contradictions import values

_LARGE = re.compile(
    r"\b(?:planet|world|nation|county|country|capital|city|metropolis|settlement|river|earth)\b",
    re.IGNORECASE,
)
_COLOURS = "|".join(
    sorted({word for group in (values.EYES, values.HAIR) for words in group.values() for word in words})
)
_HEAVENLY = frozenset({"Earth", "Mars", "Venus", "Moon", "the Moon"})
_KIN = frozenset(
    "dad daddy mother father mamma mama papa mum mom uncle aunt auntie granny sister brother".split()
)
_ADULT = 18
_AWAY = 3  # chapters, at least
_PRONOUNS = {
    "she": ("she", "her", "her", "herself", "woman"),
    "he": ("he", "him", "his", "himself", "man"),
} | {"they": ("they", "them", "their", "themself", "person")}


@dataclass(frozen=True)
class Person:
    """A character under the name that the story mostly uses and the one that goes with a rank.

    `chapters` are those in which the first occurs, `mentioned` those with any of the names.
    """

    entity: Entity
    short: str
    formal: str
    chapters: tuple[int, ...]
    mentioned: tuple[int, ...]

    @property
    def name(self) -> str:
        return self.entity.name

    @property
    def pronouns(self) -> tuple[str, str, str, str, str]:
        """She, her, her, herself, woman."""
        facts = self.entity.sheet.facts.get("pronouns", ()) if self.entity.sheet else ()
        said = str(facts[0].value).split("/")[0].strip().casefold() if facts else "they"
        return _PRONOUNS.get(said, _PRONOUNS["they"])


@dataclass(frozen=True)
class Chapter:
    """A chapter with its 1-based number and its paragraphs."""

    path: str
    number: int
    text: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Story:
    """A story at `root`, as its files say it is."""

    root: Path
    world: World = field(repr=False)
    chapters: tuple[Chapter, ...] = field(repr=False)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody with a name of his own and a sheet, who occurs."""
        return tuple(self._people())

    def _people(self) -> Iterator[Person]:
        entities = [
            e for e in self.world.canon.characters if e.named and e.sheet and e.sheet.kind == "character"
        ]
        for entity in entities:
            names = {
                name for name in (entity.name, *entity.aliases, *entity.name.split()) if name[0].isupper()
            }
            foreign = {
                word
                for other in self.world.canon.characters
                if other is not entity
                for form in (other.name, *other.aliases)
                for word in (form, *form.split())
            }
            own = [name for name in names - foreign if _is_name(name)]
            counts = {name: self._count(name) for name in own}
            short = max(sorted(counts), key=lambda name: counts[name], default=None)
            if short is not None and counts[short]:
                last = entity.name.split()[-1]
                yield Person(
                    entity,
                    short,
                    last if last in own else entity.name,
                    self._chapters_with([short]),
                    self._chapters_with(sorted(names - foreign)),
                )

    def _chapters_with(self, names: Sequence[str]) -> tuple[int, ...]:
        return tuple(c.number for c in self.chapters if any(_named(name).search(c.text) for name in names))

    @cached_property
    def _places(self) -> dict[tuple[str, int], frozenset[int]]:
        return {}

    def named_in(self, person: Person, chapter: Chapter) -> frozenset[int]:
        """Return the paragraphs of a chapter that name somebody, counted from 0."""
        key = (person.short, chapter.number)
        if key not in self._places:
            found = (at for at, p in enumerate(chapter.paragraphs) if named(person, p.text))
            self._places[key] = frozenset(found)
        return self._places[key]

    def _count(self, name: str) -> int:
        return sum(len(_named(name).findall(chapter.text)) for chapter in self.chapters)

    def fact(self, person: Person, key: str, chapter: int) -> Any:
        """Return what the sheet says as of a chapter."""
        return self.world.canon.fact(person.entity, key, chapter)

    def age(self, person: Person, chapter: int) -> int | None:
        """Return the declared age as of a chapter, as nearly as the sheets tell."""
        said = self.fact(person, "age", chapter)
        if isinstance(said, dict):
            said = said.get("value")
        if isinstance(said, int):
            return said
        born, now = self.fact(person, "born", chapter), self.years.get(chapter)
        return now - born if isinstance(born, int) and now else None

    @cached_property
    def years(self) -> dict[int, int]:
        """The years in which the chapters play, by the timeline's table."""
        file = self.root / self.world.settings.story.world / "timeline.md"
        rows = (
            re.findall(r"^\|\s*(\d{4})\D[^|]*\|\s*(\d+)\s*\|", file.read_text(), re.MULTILINE)
            if file.exists()
            else []
        )
        return {int(chapter): int(year) for year, chapter in rows}

    def stay(self, person: Person, chapter: int) -> str | None:
        """Return the place where the sheet says that somebody is in a chapter."""
        sheet = person.entity.sheet
        for entry in sheet.whereabouts if sheet else ():
            if entry.get("from", 1) <= chapter <= entry.get("to", len(self.chapters)):
                return str(entry["place"])
        return None

    def elsewhere(self, place: str) -> tuple[str, ...]:
        """Return places that neither hold `place` nor lie in it: their sheets know nothing of each other."""
        places = {e.name: e.sheet.body for e in self.world.canon.entities if e.kind == "place" and e.sheet}
        here = places.get(place, "")
        if place in _HEAVENLY or re.search(r"\b(?:nation|county|country|planet)\b", here, re.IGNORECASE):
            return ()
        if sum(self.fact(person, "home", 1) == place for person in self.people) > 1:
            return ()  # too large: what lies in it is not said
        return tuple(
            name
            for name, body in sorted(places.items())
            if name != place
            and name not in _HEAVENLY
            and not _LARGE.search(body)
            and name not in here
            and place not in body
            and not set(name.split()) & set(place.split()) - {"the"}
            and not name.startswith("Number ")
        )

    @cached_property
    def forbidden(self) -> re.Pattern[str]:
        """Words that the story's rules forbid, which no sentence of ours may have."""
        words: list[str] = []
        for path, text in self.world.texts.items():
            if Path(path).name == "rules.md":
                words += re.findall(r"[a-z]{4,}", text.split("\n---")[0])
        return re.compile(rf"\b(?:{'|'.join(sorted(set(words))) or '(?!)'})\b", re.IGNORECASE)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the story and its world, case folded."""
        texts = [chapter.text for chapter in self.chapters] + list(self.world.texts.values())
        return frozenset(word.casefold() for text in texts for word in re.findall(r"[^\W\d_]+", text))


def read(root: Path) -> Story:
    """Read the story at `root`."""
    world = read_world(root)
    chapters = []
    for number, entry in enumerate(world.chapters, start=1):
        text = (root / entry.path).read_text("utf-8")
        paragraphs = tuple(p for p in prose.parse(text).paragraphs if p.kind == "prose")
        chapters.append(Chapter(entry.path, number, text, paragraphs))
    return Story(root, world, tuple(chapters))


def copy(source: Path, target: Path) -> Path:
    """Copy a story, giving it the file that makes it one where it has none."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".fabula", "truth.json"))
    for file in target.rglob("*"):
        file.chmod(0o755 if file.is_dir() else 0o644)
    settings = target / "fabula.toml"
    if not settings.exists():
        settings.write_text(f'[story]\ntitle = "{source.name}"\n')
    return target


def enrich(story: Story, chance: random.Random) -> Story:
    """Add facts to the sheets of a copied story, and return it read again."""
    for person in story.people:
        sheet = person.entity.sheet
        assert sheet is not None
        lines = list(_added(story, person, chance))
        if lines:
            file = story.root / sheet.path
            head, dashes, body = file.read_text("utf-8").partition("\n---\n")
            file.write_text(head + "".join(f"\n{line}" for line in lines) + dashes + body, "utf-8")
    return read(story.root)


def _added(story: Story, person: Person, chance: random.Random) -> Iterator[str]:
    """Yield lines of front matter that the story does not gainsay."""
    sheet = person.entity.sheet
    assert sheet is not None
    last, end = person.mentioned[-1], len(story.chapters)
    if (story.age(person, 1) or _ADULT) < _ADULT:
        return
    if len(person.chapters) > 1 or last < end - _AWAY:
        for attribute, families in (("eyes", values.EYES), ("hair", values.HAIR)):
            if attribute not in sheet.facts and not _says(
                story,
                person,
                rf"{attribute}\b.{{0,80}}\b(?:{_COLOURS})|\b(?:{_COLOURS})\b.{{0,80}}{attribute}",
            ):
                yield f"{attribute}: {chance.choice([name for name in families if name != 'hazel'])}"
        if not {"age", "born"} & sheet.facts.keys() and not _says(
            story, person, r"years old|\bage\b|\baged\b|year-old"
        ):
            yield f"age: {{value: {chance.randint(26, 58)}, as_of: 1}}"
        if not {"rank", "title"} & sheet.facts.keys() and not titled(person.short):
            yield f"rank: {chance.choice(values.RANKS)}"
    if sheet.died is None and last <= end - _AWAY and chance.random() < 0.5:
        yield f"died: {last}"
    elif sheet.died is None and not sheet.whereabouts and (gap := _longest_absence(person, end)):
        places = [
            e.name
            for e in story.world.canon.entities
            if e.kind == "place" and len(story.elsewhere(e.name)) > 2
        ]
        if places:
            yield f"whereabouts: [{{place: {chance.choice(places)}, from: {gap[0]}, to: {gap[1]}}}]"


def _longest_absence(person: Person, end: int) -> tuple[int, int] | None:
    """Return the first and last chapter of the longest stretch, three or more, between two mentions."""
    edges = [*person.mentioned, end + 1]
    gaps = [(b - a, a + 1, b - 1) for a, b in itertools.pairwise(edges) if b - a > _AWAY]
    return max(gaps)[1:] if gaps else None


def _says(story: Story, person: Person, pattern: str) -> bool:
    """Whether a paragraph that names somebody has anything to say of the matter."""
    wanted, named = re.compile(pattern, re.IGNORECASE), _named(person.short)
    return any(named.search(p.text) and wanted.search(p.text) for c in story.chapters for p in c.paragraphs)


def titled(name: str) -> bool:
    """Whether a name begins with a title."""
    return name.split()[0].casefold().rstrip(".") in TITLES


def named(person: Person, text: str) -> re.Match[str] | None:
    """Return where somebody is named first in a text, if at all."""
    return _named(person.short).search(text)


def _named(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _is_name(name: str) -> bool:
    """Whether a form is more than a title, and no word for kin."""
    bare = [word.casefold().rstrip(".") for word in name.split()]
    return name[0].isupper() and any(word not in TITLES for word in bare) and not _KIN & set(bare)
