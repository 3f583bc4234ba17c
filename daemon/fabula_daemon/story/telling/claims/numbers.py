"""Numbers in a sentence that may be ages: in words and figures, decades, ordinals, vague or exact."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fabula_daemon.story.tables.english import numerals
from fabula_daemon.story.telling.claims.tokens import Told

Years = tuple[int, int]
OLDEST = 200
_ABOUT = 5


@dataclass(frozen=True, slots=True)
class Number:
    """The tokens from `first` to `last` name a number between `years`; `exact` if it is that one."""

    first: int
    last: int
    years: Years
    exact: bool = True


_SENSES: Mapping[str, Callable[[int], Years]] = {
    "below": lambda value: (0, value - 1),
    "above": lambda value: (value, OLDEST),
    "nearly": lambda value: (value - _ABOUT, value),
    "about": lambda value: (value - _ABOUT, value + _ABOUT),
}


_FIRST = frozenset(number.split()[0] for number in numerals.NUMBERS)


def numbers(told: Told) -> Iterator[Number]:
    """Yield the numbers of a sentence that may be ages."""
    at = 0
    while at < len(told.tokens):
        number = _plain(told, at) or _compound(told, at) or _decade(told, at)
        if number:
            yield number
        at = number.last + 1 if number else at + 1


def ordinal(told: Told, last: int) -> tuple[int, int] | None:
    """Return the first index and the value of the ordinal that ends at an index, if there is one."""
    for first in (last - 1, last):
        value = numerals.ORDINALS.get("-".join(told.word(i) for i in range(first, last + 1)))
        if value is not None:
            return first, value
    return None


def _plain(told: Told, at: int) -> Number | None:
    word = told.word(at)
    if word.isdigit() and len(word) < 4:
        return _meant(told, at, at, int(word))
    if word not in _FIRST:
        return None
    for length in (4, 3, 2, 1):
        words = [told.word(i) for i in range(at, at + length)]
        value = numerals.NUMBERS.get(" ".join(words))
        if value is None and length == 2:
            value = numerals.NUMBERS.get("-".join(words))
        if value is not None:
            return _meant(told, at, at + length - 1, value)
    return None


def _compound(told: Told, at: int) -> Number | None:
    """“fifty-odd”, “fifty-year-old”."""
    base, _, odd = told.word(at).partition("-odd")
    if odd == "" and base != told.word(at) and base in numerals.NUMBERS:
        return Number(at, at, (numerals.NUMBERS[base], numerals.NUMBERS[base] + 9), exact=False)
    base = told.word(at).removesuffix("-year-old").removesuffix("-something")
    if base != told.word(at):
        value = int(base) if base.isdigit() and len(base) < 4 else numerals.NUMBERS.get(base)
        high = 9 if told.word(at).endswith("something") else 0
        return Number(at, at, (value, value + high)) if value else None
    return None


def _decade(told: Told, at: int) -> Number | None:
    """“fifties”, “late fifties”, “mid-fifties”, “octogenarian”."""
    word = told.word(at)
    if word in numerals.STAGES:
        return Number(at, at, numerals.STAGES[word])
    part, _, decade = word.rpartition("-")
    if decade not in numerals.DECADES:
        return None
    start, first = numerals.DECADES[decade], at
    low, high = (0, 6) if decade == "teens" else (0, 9)
    if part in numerals.PARTS_OF_A_DECADE:
        low, high = numerals.PARTS_OF_A_DECADE[part]
    elif told.word(at - 1) in numerals.PARTS_OF_A_DECADE:
        (low, high), first = numerals.PARTS_OF_A_DECADE[told.word(at - 1)], at - 1
    elif part:
        return None
    return Number(first, at, (start + low, start + high))


def _meant(told: Told, first: int, last: int, value: int) -> Number:
    """Return a number with what stands around it counted in: “not yet thirty”, “fifty or so”."""
    for length in range(numerals.LONGEST_VAGUE, 0, -1):
        start = first - length
        phrase = " ".join(told.word(i) for i in range(start, first)) if start >= 0 else ""
        sense = numerals.VAGUE.get(phrase)
        if sense:
            while told.word(start - 1) in numerals.RATHER:
                start -= 1
            return Number(start, last, _SENSES[sense](value), exact=False)
    after = told.word(last + 1)
    if told.word(first - 1) == "not" and after == "yet":
        return Number(first - 1, last + 1, (0, value - 1), exact=False)
    if after in ("odd", "something") or (
        after == "or" and told.word(last + 2) in ("so", "thereabouts", "more")
    ):
        return Number(
            first, last + (2 if after == "or" else 1), (value - _ABOUT, value + _ABOUT), exact=False
        )
    if after == "or":
        return Number(first, last, (value - _ABOUT, value + _ABOUT), exact=False)
    return Number(first, last, (value, value))
