"""The places of a world: where a text names them, which lie apart, and where its sheets have people stay."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from fabula_daemon.story.findings import Evidence
from fabula_daemon.story.people.forms import Forms
from fabula_daemon.story.tables.english import NOT_NAMES
from fabula_daemon.story.tables.english import whereabouts as language
from fabula_daemon.story.text.folding import fold, fold_name
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon

_LARGE = re.compile(language.LARGE, re.IGNORECASE)
_ARTICLE = re.compile(r"\A[Tt]he\s+")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody is at a place, as `evidence` says: `firm` by a sheet's `whereabouts`, else by a row of the
    timeline, which tells of one event in the chapter.
    """

    place: Entity
    firm: bool
    evidence: Evidence


class Places:
    """The places of one canon."""

    def __init__(self, canon: Canon) -> None:
        self._canon = canon
        self._places = tuple(entity for entity in canon.entities if entity.kind == "place")
        self._forms = Forms(Canon(self._places))
        self._apart: dict[tuple[str, str], bool] = {}

    def find(self, text: str) -> list[tuple[int, int, Entity]]:
        """Return where places are named in a text, those left out that several bear the name of."""
        return [
            (match.start, match.end, match.owners[0])
            for match in self._forms.find(text)
            if len(match.owners) == 1
        ]

    def apart(self, one: Entity, other: Entity) -> bool:
        """Whether who is at the one place is not at the other.

        Not so if one lies in the other, if their names or sheets speak of each other, or if one is as large
        as a country.
        """
        key = (one.name, other.name) if one.name < other.name else (other.name, one.name)
        if key not in self._apart:
            self._apart[key] = not (
                one == other
                or _is_large(one)
                or _is_large(other)
                or one in self._around(other)
                or other in self._around(one)
                or _speaks_of(one, other)
                or _speaks_of(other, one)
            )
        return self._apart[key]

    def stays(self, entity: Entity, chapter: int) -> tuple[Stay, ...]:
        """Return where somebody is in a chapter: by her sheet, or else by the timeline."""
        return tuple(self._by_sheet(entity, chapter)) or tuple(self._by_timeline(entity, chapter))

    @cached_property
    def wanderers(self) -> frozenset[Entity]:
        """Those whose sheets say anywhere where they are."""
        return frozenset(e for e in self._canon.characters if e.sheet is not None and e.sheet.whereabouts)

    def _by_sheet(self, entity: Entity, chapter: int) -> Iterator[Stay]:
        sheet = entity.sheet
        if sheet is None or sheet.kind == "roster":
            return
        start, end = sheet.places.get("whereabouts", (0, 0))
        evidence = Evidence(sheet.path, start, end, sheet.text[start:end])
        for entry in sheet.whereabouts:
            place = self._place(entry.get("place"))
            if place is not None and self._holds(entry, chapter):
                yield Stay(place, True, evidence)

    def _by_timeline(self, entity: Entity, chapter: int) -> Iterator[Stay]:
        timeline = self._canon.timeline
        for row in timeline.where(entity, chapter):
            for name in row.where:
                place = self._place(name)
                if place is not None:
                    yield Stay(place, False, timeline.evidence(row))

    def _holds(self, entry: Mapping[str, Any], chapter: int) -> bool:
        first, last = (_chapter(self._canon, entry.get(key)) for key in ("from", "to"))
        if (first is None and entry.get("from") is not None) or (
            last is None and entry.get("to") is not None
        ):
            return False
        return (first is None or first <= chapter) and (last is None or chapter <= last)

    def _place(self, name: object) -> Entity | None:
        if not isinstance(name, str):
            return None
        owners = [owner for owner in self._canon.owners.get(fold_name(name), ()) if owner.kind == "place"]
        return owners[0] if len(owners) == 1 else None

    def _around(self, place: Entity) -> set[Entity]:
        """Return the places in which a place lies, by the keys of the sheets."""
        found: set[Entity] = set()
        pending = [place]
        for _ in range(_DEEPEST):
            if not pending:
                break
            here = pending.pop()
            facts = here.sheet.facts if here.sheet else {}
            for key in language.WITHIN_KEYS:
                for fact in facts.get(key, ()):
                    outer = self._place(str(fact.value).strip("[] "))
                    if outer is not None and outer not in found:
                        found.add(outer)
                        pending.append(outer)
        return found


@once_a_canon
def places(canon: Canon) -> Places:
    """Return the places of a canon."""
    return Places(canon)


def _chapter(canon: Canon, ref: object) -> int | None:
    return canon.chapter(ref) if isinstance(ref, (int, str)) and not isinstance(ref, bool) else None


def _is_large(place: Entity) -> bool:
    if _ARTICLE.sub("", place.name).casefold() in NOT_NAMES:
        return True
    sheet = place.sheet
    return sheet is not None and (
        _LARGE.search(sheet.body) is not None
        or any(
            _LARGE.search(str(fact.value)) for key in ("type", "size") for fact in sheet.facts.get(key, ())
        )
    )


@lru_cache(maxsize=4096)
def _names(place: Entity) -> frozenset[str]:
    return frozenset(_ARTICLE.sub("", fold_name(name)) for name in (place.name, *place.aliases))


def _speaks_of(one: Entity, other: Entity) -> bool:
    """Whether one place's name or sheet has a name of the other in it."""
    names = _names(other)
    if {word for name in _names(one) for word in name.split()} & {
        word for name in names for word in name.split()
    }:
        return True
    body = fold(one.sheet.body) if one.sheet else ""
    return any(name in body for name in names)
