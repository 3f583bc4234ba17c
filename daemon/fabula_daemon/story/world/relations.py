"""Who is whose kin by the sheets, and whether a claim of kinship can be true beside them."""

from collections.abc import Mapping
from typing import Any

from fabula_daemon.story.tables.english import persons
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Canon, Entity

_CHILDREN = frozenset({"children", "sons", "daughters", "brothers", "sisters", "siblings", "parents"})


def kin(canon: Canon, entity: Entity, chapter: int | None) -> Mapping[str, tuple[str, ...]]:
    """Return the names of an entity's kin as of a chapter, by the sheet's own keys."""
    found: dict[str, tuple[str, ...]] = {}
    for key, facts in (entity.sheet.facts if entity.sheet else {}).items():
        if _relation(key) is None or (chapter is None and any(fact.since is not None for fact in facts)):
            continue
        names = tuple(_names(canon.fact(entity, key, chapter or 0)))
        if names:
            found[key] = names
    return found


def _relation(key: str) -> str | None:
    word = key[:-1] if key in _CHILDREN and key != "children" else key
    return persons.KIN[word][0] if word in persons.KIN else None


def _names(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [fold_name(str(item)) for item in items if isinstance(item, str) and item.strip()]


def disagreement(
    canon: Canon, owner: Entity, word: str, other: Entity | None, chapter: int | None
) -> tuple[Entity, str] | None:
    """Return whose sheet, under which key, says otherwise than that `other` is `owner`'s `word`.

    Two persons are one kind of kin to each other; and somebody has one spouse, one mother and one father.
    """
    if other is None:
        return None
    relation, gender = persons.KIN[word]
    mine, theirs = kin(canon, owner, chapter), kin(canon, other, chapter)
    for key, names in mine.items():
        if any(fold_name(name) in other.forms for name in names):
            return None if _agree(_relation(key), relation) else (owner, key)
    for key, names in theirs.items():
        if any(fold_name(name) in owner.forms for name in names):
            return None if _agree(persons.INVERSE[_relation(key) or ""], relation) else (other, key)
    if relation == "parent" and word in mine and gender:
        return owner, word
    keys = ("spouse", "husband", "wife")
    if relation == "spouse":
        for who, held in ((owner, mine), (other, theirs)):
            single = next((key for key in keys if key in held), None)
            if single and len(held[single]) == 1:
                return who, single
    return None


def _agree(declared: str | None, said: str) -> bool:
    near = ({"spouse", "betrothed"},)
    return declared == said or any(declared in group and said in group for group in near)
