"""What is known of a person, a place or a thing as of a chapter, on a card: each line with where it stands.

What holds only from a later chapter on is not on it.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from fabula_daemon.story.text import prose
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.text.lines import LineIndex
from fabula_daemon.story.text.sentences import sentences
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_daemon.story.world.lifetimes import lifetime
from fabula_daemon.story.world.sheets import Sheet

Cite = Callable[[str, int], str]
"""Makes Markdown of a source: a path and a line, counted from 1."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_TARGETS = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_AT_THE_TOP = frozenset({"pronouns", "type"})
_END = sys.maxsize


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is known, and where it is laid down: `line` of the file at `path`, counted from 1."""

    label: str
    value: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Seen:
    """Where somebody was named last: on `line`, from 1, of the chapter at `path`, in words to quote."""

    path: str
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of `name`: in a sentence, by attributes, by relations to others, and by the course of the
    story. `sheet` is where all that stands: a path and a line, counted from 1.
    """

    name: str
    kind: str
    sheet: tuple[str, int] | None
    also: tuple[str, ...]
    summary: str
    attributes: tuple[Line, ...]
    relations: tuple[Line, ...]
    course: tuple[Line, ...]


def card(
    entity: Entity, canon: Canon, chapter: int | None = None, texts: Mapping[str, str] = MappingProxyType({})
) -> Card:
    """Return the card of `entity` as of a chapter, or, without one, as of the story's end.

    `texts` gives the text of timeline.md by its path, so that its lines can be named.
    """
    sheet = entity.sheet
    if sheet is None:
        return Card(entity.name, entity.kind, None, entity.aliases, "", (), (), ())
    if sheet.kind == "roster":
        where = (sheet.path, _line_of(sheet, "names", entity.name))
        return Card(entity.name, entity.kind, where, entity.aliases, "", (), (), ())
    asked = _END if chapter is None else chapter
    facts = list(_facts(entity, sheet, canon, asked))
    return Card(
        name=entity.name,
        kind=", ".join([entity.kind, *_top(entity, canon, asked)]),
        sheet=(sheet.path, _line_of(sheet, "name")),
        also=entity.aliases,
        summary=first_sentence(sheet.body),
        attributes=tuple(line for line, related in facts if not related),
        relations=tuple(line for line, related in facts if related),
        course=(*_course(entity, sheet, canon, asked), *_seen(entity, canon, asked, texts)),
    )


def markdown(card: Card, cite: Cite, *, chapter: int | None = None, seen: Seen | None = None) -> str:
    """Return a card as Markdown; `chapter` is said to be the one as of which it holds, if it is given."""
    as_of = f" · as of chapter {chapter}" if chapter is not None else ""
    source = f" · {cite(*card.sheet)}" if card.sheet else ""
    parts = [f"**{_plain(card.name)}** · {_plain(card.kind)}{as_of}{source}"]
    if card.also:
        parts.append(f"*also* {_plain(', '.join(card.also))}")
    if card.summary:
        parts.append(_plain(card.summary))
    groups = (card.attributes, card.relations, card.course)
    parts += ["\n".join(_item(line, cite) for line in lines) for lines in groups if lines]
    if seen:
        last = f"- last named: {cite(seen.path, seen.line)}"
        parts.append(last + (f" *{_plain(seen.quote)}*" if seen.quote else ""))
    return "\n\n".join(parts)


def choice(owners: tuple[Entity, ...], text: str, cite: Cite) -> str:
    """Return as Markdown whom a name may mean that several bear."""
    lines = [f"**{_plain(text)}** may be"]
    for owner in owners:
        sheet = owner.sheet
        source = f" · {cite(sheet.path, _line_of(sheet, 'name'))}" if sheet else ""
        lines.append(f"- {_plain(owner.name)}, {owner.kind}{source}")
    return "\n".join(lines)


def _item(line: Line, cite: Cite) -> str:
    return f"- {_plain(line.label)}: {_plain(line.value)} · {cite(line.path, line.line)}"


def _top(entity: Entity, canon: Canon, asked: int) -> list[str]:
    """Return what stands beside the name: pronouns, the type of a thing."""
    return [value for key in sorted(_AT_THE_TOP) if (value := worded(canon.fact(entity, key, asked)))]


def _facts(entity: Entity, sheet: Sheet, canon: Canon, asked: int) -> Iterator[tuple[Line, bool]]:
    """Yield a line for each attribute that has a value by then, and whether it is a relation to somebody."""
    for key, facts in sheet.facts.items():
        value = canon.fact(entity, key, asked)
        shown = worded(value)
        if not shown or key in _AT_THE_TOP:
            continue
        since = next((f.since for f in facts if f.value == value and f.since is not None), None)
        number = canon.chapter(since)
        where = f" (since chapter {number})" if number is not None else ""
        line = _line_of(sheet, key, shown)
        shown += where + _age_by_then(key, entity, canon, asked)
        yield Line(key.replace("_", " "), shown, sheet.path, line), _is_relation(value, entity, canon)


def _age_by_then(key: str, entity: Entity, canon: Canon, asked: int) -> str:
    """Return how old that makes somebody in the chapter asked about, where the timeline's dates tell."""
    lived = lifetime(canon, entity, asked) if key in ("age", "born") and asked != _END else None
    if lived is None or lived.key != key or lived.year is None:
        return ""
    fewest, most = lived.years
    years = f"{fewest}" if fewest == most else f"{fewest} {'or' if most - fewest == 1 else 'to'} {most}"
    return f", so {years} in chapter {asked}"


def _is_relation(value: Any, entity: Entity, canon: Canon) -> bool:
    """Whether a value names other persons, and nothing else: a rank may be an alias of its bearer."""
    names = value if isinstance(value, list) else [value]
    return bool(names) and all(
        isinstance(name, str)
        and any(owner.is_person and owner != entity for owner in canon.owners.get(fold_name(name), ()))
        for name in names
    )


def _course(entity: Entity, sheet: Sheet, canon: Canon, asked: int) -> Iterator[Line]:
    """Yield what has become of it by then: introduced, where it is, what it has learnt, dead."""
    introduced, died = canon.chapter(sheet.introduced), canon.chapter(sheet.died)
    if introduced is not None:
        when = f"chapter {introduced}" if introduced <= asked else "not yet"
        yield Line("introduced", when, sheet.path, _line_of(sheet, "introduced"))
    for stay in sheet.whereabouts:
        if _holds(stay, canon, asked):
            value = f"{worded(stay.get('place'))}{_span(stay, canon)}"
            yield Line("whereabouts", value, sheet.path, _line_of(sheet, "whereabouts", stay.get("place")))
    for learnt in sheet.learns:
        since = canon.chapter(_ref(learnt.get("chapter")))
        if since is not None and since <= asked and learnt.get("fact"):
            value = f"{worded(learnt['fact'])} (since chapter {since})"
            yield Line("knows", value, sheet.path, _line_of(sheet, "learns", learnt["fact"]))
    if died is not None and died <= asked:
        yield Line("died", f"chapter {died}", sheet.path, _line_of(sheet, "died"))
    if not entity.is_person:
        yield from _guests(entity, canon, asked)


def _seen(entity: Entity, canon: Canon, asked: int, texts: Mapping[str, str]) -> Iterator[Line]:
    """Yield where the timeline has somebody last."""
    timeline = canon.timeline
    rows = [
        row
        for row in timeline.rows
        if row.chapter and row.chapter <= asked and row.where and row.names(entity)
    ]
    if rows:
        row = max(rows, key=lambda row: row.chapter or 0)
        event = f": {row.event}" if row.event else ""
        line = LineIndex(texts.get(timeline.path, "")).position(row.start)[0] + 1
        value = f"{', '.join(row.where)} (chapter {row.chapter}{event})"
        yield Line("last seen", value, timeline.path, line)


def _guests(place: Entity, canon: Canon, asked: int) -> Iterator[Line]:
    """Yield who is said to be at a place by then."""
    for person in canon.characters:
        for stay in person.sheet.whereabouts if person.sheet else ():
            if (
                person.sheet
                and fold_name(str(stay.get("place"))) in place.forms
                and _holds(stay, canon, asked)
            ):
                value = f"{person.name}{_span(stay, canon)}"
                line = _line_of(person.sheet, "whereabouts", stay.get("place"))
                yield Line("here", value, person.sheet.path, line)


def _holds(stay: Mapping[str, Any], canon: Canon, asked: int) -> bool:
    """Whether a stay has begun by then and has not ended; one that names no chapter there is has not."""
    first, last = (_end(stay, end, canon) for end in ("from", "to"))
    began = "from" not in stay or (first is not None and first <= asked)
    return began and ("to" not in stay or (last is not None and asked <= last))


def _span(stay: Mapping[str, Any], canon: Canon) -> str:
    first, last = (_end(stay, end, canon) for end in ("from", "to"))
    if first is not None and last is not None:
        return f" (chapters {first} to {last})" if first != last else f" (chapter {first})"
    if first is not None:
        return f" (since chapter {first})"
    return f" (until chapter {last})" if last is not None else ""


def _end(stay: Mapping[str, Any], end: str, canon: Canon) -> int | None:
    return canon.chapter(_ref(stay.get(end)))


def _ref(value: Any) -> int | str | None:
    return value if isinstance(value, (int, str)) and not isinstance(value, bool) else None


def worded(value: Any) -> str:
    """Return a value as one reads it; nothing for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(shown for item in value if (shown := worded(item)))
        case {"value": held, "as_of": chapter}:
            return f"{worded(held)} (in chapter {worded(chapter)})"
        case dict():
            return ", ".join(f"{key}: {worded(item)}" for key, item in value.items())
        case _:
            return " ".join(str(value).split())


def first_sentence(body: str) -> str:
    """Return the first sentence below the keys, without the marks of links."""
    for paragraph in prose.parse(_TARGETS.sub(r"\1", body)).paragraphs:
        spans = sentences(paragraph.text) if paragraph.kind == "prose" else ()
        for start, end in spans:
            return " ".join(paragraph.text[start:end].split())
    return ""


def _line_of(sheet: Sheet, key: str, value: Any = None) -> int:
    """Return the line, from 1, on which a key stands, or `value` within its entry."""
    start, end = sheet.places.get(key) or sheet.places.get("name") or (0, 0)
    at = sheet.text.find(str(value), start, end) if value is not None else start
    return LineIndex(sheet.text).position(at if at >= 0 else start)[0] + 1


def _plain(text: str) -> str:
    """Return a text so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", text)
