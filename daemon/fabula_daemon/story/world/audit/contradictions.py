"""sheet-contradiction: a sheet disagrees with itself or with another one.

Only what always holds is compared between sheets; what changes in the course of the story may have changed.
"""

from collections.abc import Iterator
from dataclasses import replace

from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.tables.english.persons import KIN
from fabula_daemon.story.world.audit.quoting import place_of, quoted
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_daemon.story.world.lifetimes import lifetime
from fabula_daemon.story.world.places import places
from fabula_daemon.story.world.relations import kin
from fabula_daemon.story.world.sheets import Sheet

CODE = "sheet-contradiction"

_SPOUSES = tuple(key for key, (relation, _) in KIN.items() if relation == "spouse")
_FIRST = 1


def findings(canon: Canon) -> Iterator[Finding]:
    """Yield a warning for each two things in the sheets that cannot both be."""
    for entity in canon.characters:
        sheet = entity.sheet
        if sheet is None or sheet.kind == "roster":
            continue
        yield from _values(sheet)
        yield from _lifetime(canon, entity, sheet)
        yield from _stays(canon, entity, sheet)
        yield from _kinship(canon, entity, sheet)


def _values(sheet: Sheet) -> Iterator[Finding]:
    """Two values of one key from the same chapter on."""
    for key, facts in sheet.facts.items():
        seen: dict[object, object] = {}
        for fact in facts if len(facts) > 1 else ():
            held = seen.setdefault(fact.since, fact.value)
            if held != fact.value:
                when = "from the beginning" if fact.since is None else f"from chapter {fact.since} on"
                message = (
                    f"`{key}` is both “{held}” and “{fact.value}” {when}. Give one of them another chapter."
                )
                yield _finding(sheet, key, "", message, quoted(sheet, key))


def _lifetime(canon: Canon, entity: Entity, sheet: Sheet) -> Iterator[Finding]:
    """Somebody who dies before she is introduced, or whose age does not go with her birth."""
    introduced, died = canon.chapter(sheet.introduced), canon.chapter(sheet.died)
    if introduced is not None and died is not None and died < introduced:
        message = f"{entity.name} dies in chapter {died}, before the introduction in chapter {introduced}."
        yield _finding(sheet, "died", "", message, quoted(sheet, "introduced"))
    if not {"age", "born"} <= sheet.facts.keys():
        return
    ages = [
        lifetime(canon, replace(entity, sheet=replace(sheet, facts={key: sheet.facts[key]})), _FIRST)
        for key in ("age", "born")
    ]
    said, reckoned = ages
    if said is None or reckoned is None or not reckoned.reckoned:
        return
    if said.years[1] < reckoned.years[0] or reckoned.years[1] < said.years[0]:
        message = (
            f"`born` makes {entity.name} {reckoned.years[0]} or {reckoned.years[1]} in chapter {_FIRST}, "
            f"and `age` says {said.years[0]}."
        )
        yield _finding(sheet, "age", "", message, quoted(sheet, "born"))


def _stays(canon: Canon, entity: Entity, sheet: Sheet) -> Iterator[Finding]:
    """Two places in one chapter, but for that in which somebody goes from the one to the other."""
    stays: list[tuple[float, float, Entity]] = []
    for entry in sheet.whereabouts:
        place = canon.find(str(entry.get("place")))
        first, last = (
            canon.chapter(ref) if isinstance(ref := entry.get(k), (int, str)) else None
            for k in ("from", "to")
        )
        if place is None or place.kind != "place":
            continue
        begins, ends = float("-inf") if first is None else first, float("inf") if last is None else last
        other = next(
            (
                there
                for a, b, there in stays
                if max(a, begins) < min(b, ends) and places(canon).apart(place, there)
            ),
            None,
        )
        if other is not None:
            message = f"{entity.name} is at “{other.name}” and at “{place.name}” in the same chapters."
            yield _finding(sheet, "whereabouts", "", message, quoted(sheet, "whereabouts", place.name))
        stays.append((begins, ends, place))


def _kinship(canon: Canon, entity: Entity, sheet: Sheet) -> Iterator[Finding]:
    for key, people in kin(canon, entity, None).items():
        relation, gender = KIN.get(key, KIN.get(key.removesuffix("s"), ("", None)))
        for name in people:
            other = canon.find(name)
            if other is None or other.sheet is None or other.sheet.kind == "roster" or other == entity:
                continue
            if gender and other.gender and other.gender != gender:
                pronouns = quoted(other.sheet, "pronouns")
                message = f"{name} is {entity.name}'s {key} here, and goes by other pronouns on {other.path}."
                yield _finding(sheet, key, name, message, pronouns)
            elif relation == "spouse" and len(people) == 1:
                yield from _marriage(canon, entity, sheet, key, name, other)
            elif relation == "parent":
                yield from _ancestry(canon, entity, sheet, key, name, other)


def _marriage(
    canon: Canon, entity: Entity, sheet: Sheet, key: str, name: str, other: Entity
) -> Iterator[Finding]:
    """Her husband has another wife."""
    assert other.sheet is not None
    theirs = kin(canon, other, None)
    for their_key in _SPOUSES:
        wed = theirs.get(their_key, ())
        if len(wed) == 1 and canon.find(wed[0]) not in (entity, None):
            message = f"{name} is {entity.name}'s {key} here, and {wed[0]}'s on {other.path}."
            yield _finding(sheet, key, name, message, quoted(other.sheet, their_key, wed[0]))


def _ancestry(
    canon: Canon, entity: Entity, sheet: Sheet, key: str, name: str, other: Entity
) -> Iterator[Finding]:
    """Two people who are each other's parents."""
    assert other.sheet is not None
    for their_key, people in kin(canon, other, None).items():
        if KIN.get(their_key, ("", None))[0] != "parent" or other.sheet.path < sheet.path:
            continue
        for person in people:
            if canon.find(person) == entity:
                message = (
                    f"{name} is {entity.name}'s {key} here, and {entity.name} is {name}'s on {other.path}."
                )
                yield _finding(sheet, key, name, message, quoted(other.sheet, their_key, person))


def _finding(sheet: Sheet, key: str, value: str, message: str, against: Evidence) -> Finding:
    start, end = place_of(sheet, key, value)
    own = quoted(sheet, key, value)
    return Finding(
        sheet.path,
        start,
        end,
        sheet.text[start:end],
        CODE,
        Severity.WARNING,
        message,
        evidence=(own,) if own == against else (own, against),
    )
