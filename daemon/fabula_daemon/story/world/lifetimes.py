"""How old somebody can be in a chapter, by her sheet and the dates of timeline.md."""

import re
from dataclasses import dataclass
from typing import Any

from fabula_daemon.story.world.canon import Canon, Entity
from fabula_daemon.story.world.timeline import Date

Years = tuple[int, int]
_LEEWAY = 5  # years that an undated story may take
_DATE = re.compile(r"(?<!\d)(-?\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(\d{3,6})(?!\d)")


@dataclass(frozen=True, slots=True)
class Lifetime:
    """Somebody is between `years` old, as the sheet says under `key`.

    `reckoned` tells whether that took dates or chapters; `year` is the chapter's, if that is known.
    """

    years: Years
    key: str
    reckoned: bool
    year: int | None = None


def lifetime(canon: Canon, entity: Entity, chapter: int | None) -> Lifetime | None:
    """Return how old somebody is as of a chapter; None if her sheet or the dates do not tell."""
    sheet = entity.sheet
    if sheet is None or sheet.kind == "roster":
        return None
    for key in ("age", "born"):
        facts = sheet.facts.get(key)
        if not facts or (chapter is None and any(fact.since is not None for fact in facts)):
            continue
        value = canon.fact(entity, key, chapter or 0)
        if value is not None:
            found = _of_age(canon, value, chapter) if key == "age" else _of_birth(canon, value, chapter)
            if found:
                return found
    return None


def _of_age(canon: Canon, value: Any, chapter: int | None) -> Lifetime | None:
    since = None
    if isinstance(value, dict):
        value, since = value.get("value"), value.get("as_of")
    if isinstance(value, str) and (match := re.fullmatch(r"\s*(\d{1,4})(?:\s*years?.*)?", value)):
        value = int(match[1])
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    if since is None:
        return Lifetime((value, value), "age", reckoned=False)
    then = canon.chapter(since) if isinstance(since, (int, str)) else None
    if then is None or chapter is None:
        return None
    elapsed = _elapsed(canon.timeline.date(then), canon.timeline.date(chapter))
    year = canon.timeline.year(chapter)
    if elapsed is None:
        if then == chapter:
            return Lifetime((value, value), "age", reckoned=True, year=year)
        leeway = min(abs(chapter - then), _LEEWAY) + abs(chapter - then) // 10
        return Lifetime(
            (value, value + leeway) if chapter > then else (value - leeway, value),
            "age",
            reckoned=True,
            year=year,
        )
    low, high = elapsed
    return Lifetime((value + low, value + high), "age", reckoned=True, year=year)


def _elapsed(then: Date | None, now: Date | None) -> Years | None:
    """Return the fewest and most birthdays between two dates, None without them."""
    if not then or not now:
        return None
    if then == now:
        return 0, 0
    years = now[0] - then[0]
    if len(then) < 3 or len(now) < 3:
        return (years - 1, years + 1) if years else (0, 1)
    whole = years - (now[1:] < then[1:])
    return whole, whole + 1


def _of_birth(canon: Canon, value: Any, chapter: int | None) -> Lifetime | None:
    born = _date(value)
    if born is None or chapter is None:
        return None
    now: Date | None = canon.timeline.date(chapter)
    year = canon.timeline.year(chapter)
    if now is None and year is not None:
        now = (year,)
    if now is None or year is None:
        return None
    high = now[0] - born[0]
    low = high - 1
    if len(born) > 1 and len(now) > 1 and born[1:] != now[1:]:
        length = min(len(born), len(now))
        if born[1:length] < now[1:length]:
            low = high
        elif born[1:length] > now[1:length]:
            high = low
    return Lifetime((low, high), "born", reckoned=True, year=year) if high >= 0 else None


def _date(value: Any) -> Date | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return (value,)
    text = str(value)
    match = _DATE.match(text.strip())
    if match and (match[2] or len(match[1]) > 2):
        return tuple(int(part) for part in match.groups() if part is not None)
    year = _YEAR.search(text)
    return (int(year[1]),) if year else None
