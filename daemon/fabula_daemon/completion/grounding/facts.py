"""What the world says that a scene needs, as of its chapter: of the people, the places and things, the rules,
and of what has happened so far. Nothing of what comes later, as far as the sheets tell when it comes.
"""

import re
from collections.abc import Iterator, Mapping

from fabula_daemon.completion.grounding.blocks import Block, Entry, entry
from fabula_daemon.completion.grounding.inert import inert_line
from fabula_daemon.completion.grounding.scene import Person, Scene, is_dead
from fabula_daemon.story.answers.card import first_sentence, worded
from fabula_daemon.story.text import prose
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_daemon.story.world.lifetimes import lifetime
from fabula_daemon.story.world.places import places
from fabula_daemon.story.world.rules import Rules
from fabula_daemon.story.world.sheets import Sheet
from fabula_daemon.story.world.timeline import Row

WORLD, FACTS, PLACES, RULES, BEFORE = "[World]", "[Facts]", "[Places]", "[Rules]", "[Before]"

_STATE, _CALLING, _KIN, _LOOKS, _SUMMARY, _REST = range(0, 12, 2)  # who is not there weighs one more
_CALLINGS = ("rank", "occupation", "title")
_LOOKS_KEYS = frozenset({"age", "born", "eyes", "hair", "handedness", "species", "sex", "status", "height"})
_BARE = frozenset({"pronouns", *_CALLINGS})  # they say themselves what they are
_MOST_HERE, _MOST_AWAY = 16, 8
_MOST_ROWS = 40
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_CHAPTER = re.compile(r"\bchapters?\s+(\d{1,5})", re.IGNORECASE)


def of_names(scene: Scene) -> Block:
    """Return the names of those who are in a scene, one a line, and the other forms in which it names them.

    They stand in an order that does not depend on who was named last.
    """
    narrator = [Person(scene.narrator)] if scene.narrator is not None else []
    there = [*scene.here, *narrator, *map(Person, scene.expected)]
    entries = [
        Entry("\n".join(map(inert_line, (one.entity.name, *one.forms))), one.entity.name, weight=place)
        for place, one in enumerate(there)
        if one.entity.named
    ]
    return Block(WORLD, tuple(sorted(entries, key=lambda one: one.label)), strict=True)


def of_people(scene: Scene, canon: Canon, chapter: int) -> Block:
    """Return what is known of the people of a scene: a line each, those there before those spoken of."""
    entries: list[Entry] = []
    here, away = scene.here[:_MOST_HERE], scene.spoken_of[:_MOST_AWAY]
    around = {person.entity.name for person in (*here, *away)}
    if scene.narrator is not None:
        entries += _of_person(scene.narrator, canon, chapter, f"{scene.narrator.name} (I)", around, away=0)
    for person in here:
        entries += _of_person(person.entity, canon, chapter, person.entity.name, around, away=0)
    for entity in scene.expected:
        entries += _of_person(entity, canon, chapter, entity.name, around, away=1)
    for person in away:
        entries += _of_absent(person, canon, chapter, around)
    omitted = tuple(one.entity.name for one in (*scene.here[_MOST_HERE:], *scene.spoken_of[_MOST_AWAY:]))
    return Block(FACTS, tuple(sorted(entries, key=lambda one: one.line.casefold())), omitted=omitted)


def _of_absent(person: Person, canon: Canon, chapter: int, around: set[str]) -> Iterator[Entry]:
    entity, line = person.entity, f"{person.entity.name} (not here)"
    if is_dead(canon, entity, chapter):
        yield entry("dead", f"{entity.name}: dead", line=line, weight=_STATE + 1)
    else:
        for stay in places(canon).stays(entity, chapter):
            if stay.firm:
                at = f"at {stay.place.name}"
                yield entry(at, f"{entity.name}: {at}", line=line, weight=_STATE + 1)
    yield from _of_person(entity, canon, chapter, line, around, away=1)


def _of_person(
    entity: Entity, canon: Canon, chapter: int, line: str, around: set[str], *, away: int
) -> Iterator[Entry]:
    """Yield what her sheet says of somebody, the most telling first."""
    sheet = entity.sheet
    if sheet is None or sheet.kind == "roster":
        return
    found = [
        (_weight(key, text, around - {entity.name}), key, text)
        for key in sheet.facts
        if (text := _value(entity, key, canon, chapter))
    ]
    if summary := _summary(sheet, chapter):
        found.append((_SUMMARY, "", summary.rstrip(".")))
    if not away:
        found += [
            (_REST, "", f"knows that {known}")
            for learnt in sheet.learns
            if (known := _learnt(learnt, canon, chapter)) is not None
        ]
    for weight, key, text in sorted(found, key=lambda fact: fact[0]):
        told = text if key in _BARE or not key else f"{key.replace('_', ' ')} {text}"
        yield entry(told, f"{entity.name}: {told}", line=line, weight=weight + away)


def _weight(key: str, text: str, around: set[str]) -> int:
    if key == "pronouns":
        return _STATE
    if key in _CALLINGS:
        return _CALLING
    if any(name in text for name in around):
        return _KIN
    return _LOOKS if key in _LOOKS_KEYS else _REST


def _value(entity: Entity, key: str, canon: Canon, chapter: int) -> str:
    """Return the value of a key as of a chapter, in words; nothing if nothing is known of it yet."""
    value = canon.fact(entity, key, chapter)
    if key in ("age", "born"):
        lived = lifetime(canon, entity, chapter)
        if lived is not None and lived.key == key:
            low, high = lived.years
            years = f"{low}" if low == high else f"{low} or {high}" if high - low == 1 else f"{low} to {high}"
            return years if key == "age" else f"{worded(value)} (aged {years})"
    return _LINK.sub(r"\1", worded(value))


def _summary(sheet: Sheet, chapter: int) -> str:
    """Return the first sentence of a sheet's text, unless it says itself that it tells of a later chapter."""
    sentence = first_sentence(sheet.body)
    return "" if any(int(later) > chapter for later in _CHAPTER.findall(sentence)) else sentence


def _learnt(learnt: Mapping[str, object], canon: Canon, chapter: int) -> str | None:
    """Return what somebody learnt in an earlier chapter."""
    ref = learnt.get("chapter")
    since = canon.chapter(ref) if isinstance(ref, (int, str)) and not isinstance(ref, bool) else None
    return worded(learnt.get("fact")) or None if since is not None and since < chapter else None


def of_things(scene: Scene, canon: Canon, chapter: int) -> Block:
    """Return what is known of the places and things of a scene: a line each, the one named last first."""
    entries: list[Entry] = []
    for number, thing in enumerate(scene.things):
        sheet = thing.sheet
        if sheet is None:
            continue
        facts = [
            f"{key.replace('_', ' ')} {text}"
            for key in sheet.facts
            if (text := _value(thing, key, canon, chapter))
        ]
        told = "; ".join(text for text in (_summary(sheet, chapter).rstrip("."), *facts) if text)
        if told:
            entries.append(entry(told, thing.name, line=thing.name, weight=number))
    return Block(PLACES, tuple(sorted(entries, key=lambda one: one.line.casefold())))


def of_rules(rules: Rules) -> Block:
    """Return the rules of the world: its own words, what their author explains, and what there is not."""
    words = dict.fromkeys(rule.right for rule in rules.rules if rule.right)
    entries = [entry(word, f"the word {word}", line="Words", weight=0) for word in words]
    if rules.text:
        entries += [entry(told, f"the rule “{told}”", weight=1) for told in _explained(rules)]
    entries += [
        entry(rule.word, f"no {rule.word}", line="There is none of these", weight=2)
        for rule in rules.rules
        if rule.kind == "forbid"
    ]
    return Block(RULES, tuple(entries))


def _explained(rules: Rules) -> Iterator[str]:
    """Yield the first sentence of each paragraph below the keys."""
    for paragraph in prose.parse(rules.text).paragraphs:
        if paragraph.kind == "prose" and (told := first_sentence(paragraph.text)):
            yield told.replace("*", "")


def before(canon: Canon, chapter: int, summaries: Mapping[int, str]) -> Block:
    """Return the story so far, a line for each summary of an earlier chapter and each event of the timeline
    before this one, the last of which count most; and the date of this chapter.
    """
    told = [
        (number, f"Chapter {number}: {summary}", f"the summary of chapter {number}")
        for number, summary in summaries.items()
        if number < chapter
    ]
    told += [
        (row.chapter, _event(row), f"chapter {row.chapter}: {row.event}")
        for row in canon.timeline.rows
        if row.chapter is not None and row.chapter < chapter and row.event
    ]
    told.sort(key=lambda one: one[0])
    older, recent = told[:-_MOST_ROWS], told[-_MOST_ROWS:]
    entries = [
        entry(text, label, weight=len(recent) - place) for place, (_, text, label) in enumerate(recent)
    ]
    when = next((row.when for row in canon.timeline.of(chapter) if row.when), "")
    if when:
        entries.append(entry(f"Now: {when}", f"now: {when}", weight=0))
    omitted = (f"{len(older)} earlier events",) if older else ()
    return Block(BEFORE, tuple(entries), strict=True, omitted=omitted)


def _event(row: Row) -> str:
    where = f", {', '.join(row.where)}" if row.where else ""
    who = f" ({', '.join(row.who)})" if row.who else ""
    return f"Chapter {row.chapter}{where}: {row.event}{who}"
