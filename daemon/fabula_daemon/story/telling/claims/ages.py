"""What the narration says of somebody's age, as the years that it may be."""

from collections.abc import Iterator

from fabula_daemon.story.tables.english import numerals, persons, telling
from fabula_daemon.story.telling.claims import near
from fabula_daemon.story.telling.claims.numbers import OLDEST, Number, Years, numbers, ordinal
from fabula_daemon.story.telling.claims.owners import (
    Owner,
    before_verb,
    of_part,
    only_person,
    person_at,
    subject_at,
)
from fabula_daemon.story.telling.claims.predicates import after_copula, apposition, of_predicate
from fabula_daemon.story.telling.claims.said import Said, said
from fabula_daemon.story.telling.claims.tokens import Told, is_unreal

TRIGGERS = (
    frozenset(
        word
        for number in numerals.NUMBERS
        for word in number.replace("-", " ").split()
        if numerals.NUMBERS[number] > 3
    )
    - {"a", "one", "and", "two", "three"}
    | frozenset("years aged birthday hundred".split())
    | frozenset(numerals.DECADES)
    | frozenset(numerals.STAGES)
    | frozenset(o for o in numerals.ORDINALS if "-" not in o and numerals.ORDINALS[o] > 9)
)
_YEARS_OLD = (
    ("years", "old"),
    ("year", "old"),
    ("years", "of", "age"),
    ("summers", "old"),
    ("winters", "old"),
)
_KEPT = frozenset("celebrated kept passed marked spent toasted".split())
_AFTER_AN_AGE = frozenset(
    "and but for since now today already still or that than this last next in or as so though yet "
    "at with".split()
)
_YEARS = frozenset("years summers winters".split())
_OF_PLACE = frozenset("in at with as or so".split())
_NO_AGE = frozenset("all number line a the".split())
_STATES = frozenset("had has was is were could looked kept remained knew still wore stood".split())
_ADMITTED = frozenset("admitted owned confessed admits".split())
_STILL = frozenset("even still already now today nowadays".split())
_SOON = frozenset("in next on this soon tomorrow come".split())
_GRANTED = frozenset("though although only just barely already still".split())
_SHORT = 3
_SMALLEST = 4
_HOURS = 12  # “at seven” is a time of the day
_REACHED = frozenset("turning turned reached passed attained".split())


def read(told: Told) -> Iterator[Said]:
    """Yield what a sentence says of ages as of now."""
    if is_unreal(told):
        return
    found = list(_read(told))
    yield from found or near.ages(told)


def _read(told: Told) -> Iterator[Said]:
    yield from _birthdays(told)
    for number in numbers(told):
        if not _is_other_time(told, number) and (found := _owner(told, number)):
            yield found


def _birthdays(told: Told) -> Iterator[Said]:
    """“On the day after her fortieth birthday …”."""
    for at, token in enumerate(told.tokens):
        found = ordinal(told, at - 1) if token.text == "birthday" else None
        kept = told.words & _KEPT
        if found is None or ("had" in told.words and not kept):
            continue
        first, value = found
        before = {told.word(i) for i in range(first)}
        if before & (telling.MODALS | {"until", "till", "since", "by", "for", "when", "of"}):
            continue
        owner = of_part(told, first - 1, at)
        if owner:
            value -= "before" in before
            yield said(told, owner, "age", (value, value), (first, at))


def _is_other_time(told: Told, number: Number) -> bool:
    """Whether the age is one that somebody had or will have, or only looks: “when she was twenty”."""
    start = number.first
    while start > 0 and not told.ends_clause(start - 1):
        start -= 1
    words = [told.word(at) for at in range(start, number.first)]
    here = frozenset(words)
    soon = told.word(number.last + 1) in _SOON or words[-2:] == ["soon", "be"]
    if here >= {"would", "be"} and soon and not here & telling.OTHER_TIME:
        return False
    if words[-1:] in (["lived"], ["seen"]) or words[-1:] == ["see"]:
        return False
    if words[-2:] == ["had", "been"]:
        return told.word(number.last + 1) not in ("for", "since") or bool(here & telling.OTHER_TIME)
    if words[-1:] and words[-1] in telling.POSSESSIVES and here & {"felt"}:
        return False
    if here & (telling.MODALS | telling.SEEMING) or (number.exact and here & telling.NEGATIONS):
        return True
    if words and words[0] in telling.OTHER_TIME - {"though", "although"} and here & telling.COPULAS:
        return True
    if here & {"when", "until", "till", "since", "before", "time"}:
        return True
    return "had" in here and not here & _REACHED


def _owner(told: Told, number: Number) -> Said | None:
    """Return whose age a number is, if it is one, by the words beside it."""
    before, after, name = told.word(number.first - 1), told.word(number.last + 1), told.word(number.last)
    for unit in _YEARS_OLD:
        if tuple(told.word(number.last + 1 + i) for i in range(len(unit))) == unit:
            return _years_old(told, number, number.last + len(unit))
    if name.endswith("-year-old") or name in numerals.STAGES:
        owner = of_predicate(told, number.first, number.last, noun=name in numerals.STAGES)
        return _aged(told, owner or _noun_of(told, number), number)
    if name.rpartition("-")[2] in numerals.DECADES:
        return _decade(told, number)
    if before == "of" and told.word(number.first - 2) in persons.GENERAL_NOUNS | {"age"}:
        return _of_noun(told, number)
    if after in _YEARS and before in telling.POSSESSIVES | {"lived", "seen"}:
        return _years_of(told, number) if before in telling.POSSESSIVES else _lived(told, number)
    return _BEFORE[before](told, number) if before in _BEFORE else _bare(told, number)


def _years_old(told: Told, number: Number, end: int) -> Said | None:
    """“X was fifty years old”, “Now, fifty years old, X …”."""
    owner = of_predicate(told, number.first, end)
    if owner is None and number.first <= 1:
        owner = only_person(told)
    return _aged(told, owner, number, last=end)


def _called_aged(told: Told, number: Number) -> Said | None:
    """“X, aged fifty, …”."""
    return _aged(told, of_predicate(told, number.first - 1, number.last), number)


def _turned(told: Told, number: Number) -> Said | None:
    """“X had just turned fifty”."""
    return _aged(told, _reaching(told, number.first - 1), number)


def _aged(
    told: Told, owner: Owner | None, number: Number, *, last: int | None = None, years: Years | None = None
) -> Said | None:
    """Return that somebody's age is a number, or `years` by it; nothing without an owner."""
    words = number.first, number.last if last is None else last
    return said(told, owner, "age", years or number.years, words) if owner else None


def _noun_of(told: Told, number: Number) -> Owner | None:
    """“was a fifty-year-old man”."""
    at = number.last + 1
    while told.word(at) in telling.ADJECTIVES:
        at += 1
    return of_predicate(told, number.first, at, noun=True) if told.word(at) in persons.GENERAL_NOUNS else None


def _decade(told: Told, number: Number) -> Said | None:
    """“was in her thirties”, “a man well into his fifties”."""
    at = number.first - 1
    if told.word(at) not in telling.POSSESSIVES and told.word(at) != "the":
        return None
    while (
        told.word(at - 1)
        in telling.ADVERBS | {"in", "into", "well", "out", "the", "still"} | telling.POSSESSIVES
    ):
        at -= 1
    if told.word(at - 1) in persons.GENERAL_NOUNS:
        owner = of_predicate(told, at - 1, number.last, noun=True)
    else:
        owner = of_predicate(told, at, number.last)
    return _aged(told, owner, number)


def _of_noun(told: Told, number: Number) -> Said | None:
    """“a man of fifty”, “the age of fifty”."""
    first = number.first
    if told.word(first - 2) == "age":
        verb = first - 3 - (told.word(first - 3) == "the")
        if told.word(verb) in _REACHED:
            return _aged(told, _reaching(told, verb), number)
        return _at(told, number) if told.word(verb) == "at" else None
    if told.word(number.last + 1) in ("feet", "stone", "inches", "pounds"):
        return None
    end = number.last + (told.word(number.last + 1) == "years")
    return _aged(told, of_predicate(told, first - 2, end, noun=True), number, last=end)


def _years_of(told: Told, number: Number) -> Said | None:
    """“for all her fifty years”."""
    end = number.last + 1
    if told.word(end + 1) in (telling.PREPOSITIONS | {"older", "younger"}) - {"and", "but", "like"}:
        return None
    return _aged(told, of_part(told, number.first - 1, end), number, last=end)


def _at(told: Told, number: Number) -> Said | None:
    """“At fifty-two, X still took the ladder”; without “still” it may be long ago, but is no age to come."""
    opening = number.first - 1
    while opening > 0 and told.word(opening) != "at":
        opening -= 1
    at = number.last + 1 + (told.word(number.last + 1) == ",")
    if told.word(opening - 1) == "," == told.word(number.last + 1) and told.mention(opening - 2):
        lasting = told.word(at) in _STATES and not told.word(at + 1).endswith(("ed", "en", "nt", "rn"))
        years = number.years if lasting or _STILL & told.words else (number.years[0], OLDEST)
        return _aged(told, person_at(told, opening - 2), number, years=years)
    if opening > 1 or "had" in told.words or not (told.mention(at) or told.word(at) in telling.SUBJECTS):
        return None
    if number.years[0] <= _HOURS and told.word(opening + 1) != "the" and not _STILL & told.words:
        return None
    years = number.years if _STILL & told.words else (number.years[0], OLDEST)
    return _aged(told, subject_at(told, at), number, years=years)


def _lived(told: Told, number: Number) -> Said | None:
    """“X had lived fifty years and learnt to wait”: no fewer."""
    end = number.last + 1
    if not (told.ends_clause(end + 1) or told.word(end + 1) in ("and", "but", "without")):
        return None
    verb = number.first - 1 - (told.word(number.first - 2) in ("had", "has"))
    years = (number.years[0], number.years[0] + 1)
    return _aged(told, subject_at(told, before_verb(told, verb)), number, last=end, years=years)


def _coming(told: Told, number: Number) -> Said | None:
    """“X would be fifty in the spring”, and is a year less."""
    if [told.word(i) for i in range(number.first - 4, number.first - 1)] in (
        ["was", "going", "to"],
        ["is", "going", "to"],
    ):
        years = (number.years[0] - 1, number.years[1])
        return _aged(told, subject_at(told, before_verb(told, number.first - 4)), number, years=years)
    verb = number.first - 2 - (told.word(number.first - 2) == "soon")
    if told.word(verb) != "would" or (verb == number.first - 2 and told.word(number.last + 1) not in _SOON):
        return None
    years = (number.years[0] - 1, number.years[1])
    return _aged(told, subject_at(told, before_verb(told, verb)), number, years=years)


def _reaching(told: Told, verb: int) -> Owner | None:
    """“X had just turned fifty”."""
    at = verb
    while told.word(at - 1) in telling.ADVERBS | telling.SHOWN | {"had", "has", "not"}:
        at -= 1
    return subject_at(told, before_verb(told, at))


def _bare(told: Told, number: Number) -> Said | None:
    """“X was fifty.” “X, fifty, …”, and “X, who was not yet thirty, …”."""
    after = told.word(number.last + 1)
    if not (told.ends_clause(number.last + 1) or after in _AFTER_AN_AGE) or number.years[1] < _SMALLEST:
        return None
    if told.word(number.first - 1) == ":":
        grown = number.years[1] > _HOURS and told.mention(0)
        return _aged(told, subject_at(told, 0), number) if grown else None
    if after in _OF_PLACE and told.word(number.last + 2) in _NO_AGE:
        return None
    verb = before_verb(told, number.first)
    if told.word(verb) == "been" and told.word(verb - 1) in ("had", "has"):
        verb -= 1
    if told.word(verb) in telling.SHOWN | {"had", "has"}:
        return _aged(told, subject_at(told, before_verb(told, verb)), number)
    if after == "and" and not told.ends_clause(number.last + 3):
        return None
    if told.ends_clause(number.last + 1) and (owner := after_copula(told, number.first)):
        return _aged(told, owner, number)
    lead = {told.word(i) for i in range(number.first)}
    if after == "," and number.first <= _SHORT and lead and lead <= _GRANTED:
        return _aged(told, subject_at(told, number.last + 2), number)
    opens = number.first == 0 and told.tokens[0].start == told.span[0] and told.word(number.last + 2) == "and"
    if opens and after == "," and number.years[1] > _HOURS:
        return _aged(told, only_person(told), number)
    end = number.last if after != "and" else number.last + 2
    return _aged(told, apposition(told, number.first, end, noun=False), number)


def _being(told: Told, number: Number) -> Said | None:
    """“Being fifty, X was let off”."""
    opens = number.first == 1 and told.word(number.last + 1) == ","
    return _aged(told, subject_at(told, number.last + 2), number) if opens else None


def _never_again(told: Told, number: Number) -> Said | None:
    """“X would never see fifty again”."""
    if told.word(number.first - 2) not in ("never", "not") or told.word(number.last + 1) != "again":
        return None
    verb = number.first - 3 - (told.word(number.first - 3) != "would")
    return _aged(told, subject_at(told, before_verb(told, verb)), number, years=(number.years[0], OLDEST))


def _admitted(told: Told, number: Number) -> Said | None:
    """“X admitted to fifty”."""
    verb = number.first - 2
    stands = told.word(verb) in _ADMITTED and told.ends_clause(number.last + 1)
    return _aged(told, subject_at(told, before_verb(told, verb)), number) if stands else None


_BEFORE = {
    "to": _admitted,
    "being": _being,
    "see": _never_again,
    "aged": _called_aged,
    "be": _coming,
    "at": _at,
    **dict.fromkeys(_REACHED, _turned),
}
