"""Names that cannot do their work: one for two people, an ordinary word, letters of two alphabets."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.audit.quoting import place_of, quoted
from fabula_daemon.story.world.canon import Canon, Entity, is_usable
from fabula_daemon.story.world.sheets import Sheet

DUPLICATE, COLLISION, ALIAS, LETTERS = "sheet-duplicate", "alias-collision", "sheet-alias", "sheet-letters"

_WORD = re.compile(r"[^\W\d_]+")
_LOOKS_LATIN = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def findings(canon: Canon) -> Iterator[Finding]:
    """Yield what is wrong with the names of a canon."""
    entities = [(entity, entity.sheet) for entity in canon.entities if entity.sheet is not None]
    own = [(entity, sheet) for entity, sheet in entities if sheet.kind != "roster"]
    yield from _twice(own)
    yield from _collisions(own)
    for entity, sheet in entities:
        for key, name in _names(entity, sheet):
            yield from _of_name(entity, sheet, key, name)


def _names(entity: Entity, sheet: Sheet) -> Iterator[tuple[str, str]]:
    if sheet.kind == "roster":
        yield "names", entity.name
    elif sheet.titled:
        yield "name", entity.name
    for alias in entity.aliases:
        yield "aliases", alias


def _twice(own: list[tuple[Entity, Sheet]]) -> Iterator[Finding]:
    """Two sheets that claim one name."""
    first: dict[tuple[str, str], Sheet] = {}
    for entity, sheet in own:
        other = first.setdefault((fold_name(entity.name).casefold(), entity.kind), sheet)
        if other is sheet or not sheet.titled:
            continue
        start, end = sheet.places.get("name", (0, 3))
        there = other.places.get("name", (0, 3))
        message = (
            f"{entity.name} has two sheets: this one and {other.path}. Join them, or give one another name."
        )
        evidence = (Evidence(other.path, *there, other.text[slice(*there)]),)
        yield Finding(
            sheet.path, start, end, entity.name, DUPLICATE, Severity.WARNING, message, evidence=evidence
        )


@dataclass(frozen=True, slots=True)
class _Bearer:
    entity: Entity
    sheet: Sheet
    key: str
    name: str

    @property
    def is_of_the_family(self) -> bool:
        """Whether the name is the surname of somebody who has another name before it."""
        words = fold_name(self.entity.name).casefold().split()
        return len(words) > 1 and words[-1] == fold_name(self.name).casefold()


def _collisions(own: list[tuple[Entity, Sheet]]) -> Iterator[Finding]:
    """An alias that is another's name or alias; a surname that runs in a family is nobody's slip."""
    bearers: dict[tuple[str, str], list[_Bearer]] = defaultdict(list)
    for entity, sheet in own:
        for key, name in _names(entity, sheet):
            several = bearers[fold_name(name).casefold(), entity.kind]
            if not any(bearer.sheet is sheet for bearer in several):
                several.append(_Bearer(entity, sheet, key, name))
    for several in bearers.values():
        first = min(several, key=lambda bearer: (bearer.key != "name", bearer.sheet.path))
        for bearer in several:
            if bearer is first or bearer.key == "name" or all(b.is_of_the_family for b in several):
                continue
            start, end = place_of(bearer.sheet, bearer.key, bearer.name)
            other = first.entity.name
            whose = f"the name of {other}" if first.key == "name" else f"an alias of {other} too"
            message = (
                f"“{bearer.name}” is {whose} ({first.sheet.path}): "
                "the text cannot tell them apart by it. Take it from one of them."
            )
            evidence = (
                quoted(bearer.sheet, bearer.key, bearer.name),
                quoted(first.sheet, first.key, first.name),
            )
            yield Finding(
                bearer.sheet.path,
                start,
                end,
                bearer.name,
                COLLISION,
                Severity.WARNING,
                message,
                evidence=evidence,
            )


def _of_name(entity: Entity, sheet: Sheet, key: str, name: str) -> Iterator[Finding]:
    start, end = place_of(sheet, key, name)
    if not is_usable(name, entity.kind) and key in sheet.places:
        message = (
            f"“{name}” is too ordinary a word to know somebody by, and is not looked for. "
            "Give a longer name, or take it out."
        )
        yield Finding(sheet.path, start, end, name, ALIAS, Severity.WARNING, message)
    if any(_is_mixed(word) for word in _WORD.findall(name)):
        message = (
            f"“{name}” mixes letters of two alphabets that look alike, and so is not what the text has. "
            "Type the name again."
        )
        yield Finding(sheet.path, start, end, name, LETTERS, Severity.WARNING, message)


def _is_mixed(word: str) -> bool:
    if word.isascii():
        return False
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
    return "LATIN" in scripts and any(script in scripts for script in _LOOKS_LATIN)
