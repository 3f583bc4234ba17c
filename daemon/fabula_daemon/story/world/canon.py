"""All sheets together: who and what is known, under which names, and what holds as of a chapter."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import PurePosixPath
from typing import Any, TypeVar

from fabula_daemon.story.tables.english import FEMALE_TITLES, MALE_TITLES, PARTICLES, POST_TITLES, TITLES
from fabula_daemon.story.tables.english.people import NICKNAMES
from fabula_daemon.story.tables.english.stop_words import STOP_WORDS
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.rules import Rules
from fabula_daemon.story.world.sheets import ChapterRef, Sheet
from fabula_daemon.story.world.timeline import Timeline

T = TypeVar("T")

_IN_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Entity:
    """One named thing of the world. Entities of one kind are told apart by their name."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    sheet: Sheet | None = field(default=None, hash=False)
    named: bool = True

    @property
    def path(self) -> str | None:
        """The path of its sheet."""
        return self.sheet.path if self.sheet else None

    @property
    def is_person(self) -> bool:
        """Whether it is somebody (or somebody's family), rather than something."""
        return self.kind in ("character", "people")

    @cached_property
    def gender(self) -> str | None:
        """Return "m", "f" or None, by the pronouns of the sheet, else by a title in the name or an alias."""
        facts = self.sheet.facts.get("pronouns", ()) if self.sheet else ()
        if facts and facts[0].value:
            return {"he": "m", "she": "f"}.get(str(facts[0].value).casefold().split("/")[0].strip())
        for name in (self.name, *self.aliases):
            gender = gender_of_title(name.split()[0]) if name.split() else None
            if gender:
                return gender
        return None

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every way to name it, folded: its names as written and, for a character, the forms derived from
        them.
        """
        if not self.named:
            return frozenset(fold_name(alias) for alias in self.aliases if alias[:1].isupper()) - self.refused
        names = [name for name in (self.name, *self.aliases) if is_usable(name, self.kind)]
        forms = {fold_name(name) for name in names}
        articled = {form for form in forms if form.startswith("the ")}
        forms |= {f"The {form.removeprefix('the ')}" for form in articled}
        if not self.is_person:
            forms |= {form.removeprefix("the ") for form in articled}
        if self.kind == "character":
            for name in names:
                forms |= derived_forms(fold_name(name)) | familiar_forms(fold_name(name))
        return frozenset(form for form in forms if form.casefold() not in STOP_WORDS) - self.refused - {""}

    @cached_property
    def refused(self) -> frozenset[str]:
        """Forms that look like its names and, as its sheet says, are not."""
        return frozenset(fold_name(name) for name in self.excluded)


@dataclass(frozen=True)
class Canon:
    """What the author has laid down. `chapters` maps the file stems of chapters to their numbers."""

    entities: tuple[Entity, ...] = ()
    chapters: Mapping[str, int] = field(default_factory=dict, hash=False)
    timeline: Timeline = field(default_factory=Timeline, hash=False)
    rules: Rules = field(default_factory=Rules, hash=False)

    @property
    def characters(self) -> tuple[Entity, ...]:
        """Those of kind `character`."""
        return tuple(entity for entity in self.entities if entity.kind == "character")

    @cached_property
    def owners(self) -> Mapping[str, tuple[Entity, ...]]:
        """For each folded form, the entities that bear it."""
        owners: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities:
            for form in entity.forms:
                owners[form].append(entity)
        return {form: tuple(bearers) for form, bearers in owners.items()}

    @cached_property
    def version(self) -> str:
        """A digest that changes whenever a name does (not when a description does)."""
        lines = sorted(
            f"{e.kind}|{e.name}|{e.gender}|{'|'.join(sorted(e.forms))}|{'|'.join(sorted(e.aliases))}"
            for e in self.entities
        )
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]

    def find(self, name: str) -> Entity | None:
        """Return who or what bears a name; None if nobody does, or several do."""
        folded = fold_name(name)
        bearers = self.owners.get(folded, ())
        if len(bearers) > 1:
            bearers = tuple(bearer for bearer in bearers if fold_name(bearer.name) == folded)
        return bearers[0] if len(bearers) == 1 else None

    def chapter(self, ref: ChapterRef | None) -> int | None:
        """Return the number of the chapter that a sheet refers to, None if there is no such chapter."""
        if isinstance(ref, int):
            return ref
        return self.chapters.get(ref) if ref is not None else None

    def fact(self, entity: Entity, key: str, chapter: int) -> Any:
        """Return the value of `key` as of a chapter; None if nothing is known yet."""
        held = [
            (since, number, fact.value)
            for number, fact in enumerate(entity.sheet.facts.get(key, ()) if entity.sheet else ())
            if (since := 0 if fact.since is None else self.chapter(fact.since)) is not None
            and since <= chapter
        ]
        return max(held, key=lambda fact: fact[:2])[2] if held else None


def once_a_canon(derive: Callable[[Canon], T]) -> Callable[[Canon], T]:
    """Decorate a function of a canon so that each canon is asked once, and keeps the answer."""
    key = f"_{derive.__module__}.{derive.__qualname__}"

    @wraps(derive)
    def kept(canon: Canon) -> T:
        held = canon.__dict__
        if key not in held:
            held[key] = derive(canon)
        answer: T = held[key]
        return answer

    return kept


def build(
    sheets: Iterable[Sheet],
    chapter_paths: Iterable[str] = (),
    timeline: Timeline | None = None,
    rules: Rules | None = None,
) -> Canon:
    """Return the canon that `sheets` make up; what in them cannot be is for `audit` to say.

    Sheets that Fabula proposed are not canon. `chapter_paths` are in reading order.
    """
    sheets = sorted(sheets, key=lambda sheet: sheet.path)
    entities: list[Entity] = []
    for sheet in sheets:
        if sheet.proposed or sheet.kind in ("note", "rule"):
            continue
        if sheet.kind == "roster":
            entities.extend(Entity(name, "character", sheet=sheet) for name in sheet.names)
            continue
        entities.append(Entity(sheet.name, sheet.kind, sheet.aliases, sheet.excluded, sheet, sheet.named))
    return Canon(tuple(entities), numbered(chapter_paths), timeline or Timeline(), rules or Rules())


def numbered(chapter_paths: Iterable[str]) -> dict[str, int]:
    """Return the numbers of chapters, which are given in reading order, by file stem."""
    return {PurePosixPath(path).stem: number for number, path in enumerate(chapter_paths, start=1)}


def is_usable(name: str, kind: str) -> bool:
    """Whether a name can be looked for: not a word like “The”, not one letter for a person, not “((”."""
    folded = fold_name(name).casefold().strip(".")
    if not any(map(str.isalnum, folded)):
        return False
    return folded not in STOP_WORDS and not (kind in ("character", "people") and len(folded) < len("Al"))


def derived_forms(name: str) -> frozenset[str]:
    """Return the shorter forms of a person's folded full name: first name, surname, both, initials with
    surname.

    "Doctor Ann Marie Okonjo" gives Ann Marie Okonjo, Ann Okonjo, Ann, Okonjo and A. Okonjo. A title is no
    form, nor is a word in small letters.
    """
    words = core_of(name)
    if not words or any(word.casefold() in ("of", "the", "and") for word in words):
        return frozenset()
    surname = surname_of(words)
    forms = {" ".join(words)}
    if len(words) > 1:
        given = words[0]
        forms |= {given, words[-1], surname, f"{given} {surname}", f"{given[0]}. {surname}"}
        initials = " ".join(f"{word[0]}." for word in words[: len(words) - surname.count(" ") - 1])
        forms.add(f"{initials} {surname}")
    return frozenset(form for form in forms if len(form.rstrip(".")) > 1 and not form.islower())


def familiar_forms(name: str) -> frozenset[str]:
    """Return what people who know somebody of a folded full name may call them: "Richard Hall" gives Dick and
    Dick Hall.
    """
    words = core_of(name)
    if not words or any(word.casefold() in ("of", "the", "and") for word in words):
        return frozenset()
    short = {nickname.capitalize() for nickname in NICKNAMES.get(words[0].casefold(), ())}
    return frozenset(short | {f"{nickname} {surname_of(words)}" for nickname in short if len(words) > 1})


def core_of(name: str) -> list[str]:
    """Return the words of a person's folded name without titles, and without what stands in brackets."""
    words = [word for word in _IN_BRACKETS.sub(" ", name).split() if _bare(word) not in POST_TITLES]
    while words and _bare(words[0]) in TITLES:
        words = words[1:]
    return words


def surname_of(words: list[str]) -> str:
    """Return the surname in a name's words, its particles included: van der Meer."""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def gender_of_title(word: str) -> str | None:
    """Return "m" or "f" for a title that tells, as Mr. and Mrs. do."""
    return "m" if _bare(word) in MALE_TITLES else "f" if _bare(word) in FEMALE_TITLES else None


def _bare(word: str) -> str:
    return word.casefold().rstrip(".")
