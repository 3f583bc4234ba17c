"""What an author may go on with in the front matter of a sheet: keys, and values for the key at hand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from fabula_daemon.story.tables.sheet_keys import (
    CHAPTERS,
    FOR_PERSONS_ONLY,
    INNER_KEYS,
    KEYS,
    PERSONS,
    PLACES,
    VALUES,
)
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_daemon.story.world.sheets import KINDS

_THINGS = frozenset({"place", "faction", "item", "event"})
_OPENING = re.compile(r"\A---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"^([\w-]+)[ \t]*:", re.MULTILINE)
_COLON_FOLLOWS = re.compile(r"[\w-]*[ \t]*:")
_KEY_BEGUN = re.compile(r"[\w-]*\Z")
_VALUE_BEGUN = re.compile(r"""[^\s,\[\]{}:"'][^,\[\]{}:"'\r\n]*\Z|\Z""")
_INNER_KEY = re.compile(r"(?:^[ \t]+(?:-[ \t]+)?|[{,][ \t]*)([\w-]+)[ \t]*:[^,{}]*\Z")
_INNER_BEGUN = re.compile(r"\{(?:[^{}]*,)?[ \t]*([\w-]*)\Z")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may stand at the cursor, and what goes behind it; `detail` says what it is."""

    text: str
    kind: Literal["key", "value", "name", "chapter"]
    detail: str = ""
    behind: str = ""


def offers(
    text: str, offset: int, canon: Canon, attributes: Mapping[str, Sequence[str]] | None = None
) -> tuple[int, list[Offer]] | None:
    """Return how many characters before `offset` are begun of what is offered, and the offers, best first.

    `attributes` are the closed sets of values of the author's own. Returns None outside of front matter.
    """
    matter = _front_matter(text, offset)
    if matter is None:
        return None
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    begun = _KEY_BEGUN.match(before)
    if begun:
        behind = "" if _COLON_FOLLOWS.match(text, offset) else ": "
        return len(before), [replace(key, behind=behind) for key in _keys(matter, canon, attributes or {})]
    key = _key_at(text[:offset])
    if key is None:
        return 0, []
    begun = _INNER_BEGUN.search(before)
    if begun:
        return len(begun[1]), [Offer(inner, "key") for inner in INNER_KEYS.get(key, INNER_KEYS["value"])]
    inner = _INNER_KEY.search(before)
    typed = _VALUE_BEGUN.search(re.sub(r"^[ \t]*-[ \t]*", "", before))
    asked = inner[1] if inner and inner[1] != "value" else key
    values = _values(asked, canon, attributes or {})
    return len(typed[0]) if typed else 0, list(values)


def _front_matter(text: str, offset: int) -> str | None:
    """Return the front matter if `offset` is in it, closed or not."""
    opening = _OPENING.match(text)
    if opening is None or offset < opening.end():
        return None
    closing = _CLOSING.search(text, opening.end())
    end = closing.start() if closing else len(text)
    return text[opening.end() : end] if offset <= end else None


def _keys(matter: str, canon: Canon, attributes: Mapping[str, Sequence[str]]) -> list[Offer]:
    """Return the keys that are not there yet: those that other sheets of the kind have most often come first,
    once the name is given.
    """
    present = {match[1].lower() for match in _KEY.finditer(matter)}
    kind = re.search(r"^[Kk]ind:[ \t]*(\w+)", matter, re.MULTILINE)
    wanted = kind[1] if kind else "character"
    used = Counter(key for entity in canon.entities if entity.kind == wanted for key in _facts(entity))
    known = [key for key in KEYS if wanted == "character" or key not in FOR_PERSONS_ONLY]
    first = [key for key in ("name", "kind", "aliases") if key not in present]
    names = dict.fromkeys([*first, *(key for key, _ in used.most_common()), *attributes, *known])
    return [Offer(key, "key", KEYS.get(key, "")) for key in names if key not in present]


def _key_at(before: str) -> str | None:
    """Return the key to whose value the end of a text belongs."""
    keys = list(_KEY.finditer(before))
    return keys[-1][1].lower() if keys else None


def _values(key: str, canon: Canon, attributes: Mapping[str, Sequence[str]]) -> Iterator[Offer]:
    used = _used(key, canon)
    if key in CHAPTERS:
        for stem, number in sorted(canon.chapters.items(), key=lambda chapter: chapter[1]):
            yield Offer(str(number), "chapter", stem)
        yield from (Offer(stem, "chapter", f"chapter {number}") for stem, number in canon.chapters.items())
    elif key == "kind":
        yield from (Offer(kind, "value") for kind in KINDS)
    elif key in PERSONS or _are_names(used, canon, persons=True):
        yield from (Offer(e.name, "name", e.kind) for e in canon.entities if e.is_person)
    elif key in PLACES or key in _THINGS or _are_names(used, canon, persons=False):
        things = [entity for entity in canon.entities if not entity.is_person]
        wanted = key if key in _THINGS else "place"
        fitting_first = sorted(things, key=lambda thing: (thing.kind != wanted, thing.name not in used))
        yield from (Offer(thing.name, "name", thing.kind) for thing in fitting_first)
    else:
        values = dict.fromkeys([*attributes.get(key, ()), *used, *VALUES.get(key, ())])
        yield from (Offer(value, "value") for value in values)


def _used(key: str, canon: Canon) -> list[str]:
    """Return what other sheets have under a key, the most frequent first."""
    found = Counter(value for entity in canon.entities for value in _scalars(_facts(entity).get(key, ())))
    return [value for value, _ in found.most_common()]


def _scalars(facts: Iterable[Any]) -> Iterator[str]:
    for fact in facts:
        for value in fact.value if isinstance(fact.value, list) else [fact.value]:
            if isinstance(value, str) and value:
                yield value


def _are_names(values: Sequence[str], canon: Canon, *, persons: bool) -> bool:
    names = {entity.name for entity in canon.entities if entity.is_person == persons}
    return bool(values) and all(value in names for value in values)


def _facts(entity: Entity) -> Mapping[str, Any]:
    return entity.sheet.facts if entity.sheet and entity.sheet.kind != "roster" else {}
