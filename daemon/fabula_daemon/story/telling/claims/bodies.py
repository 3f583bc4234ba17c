"""What the narration says of somebody's height, hands and scars."""

import re
from collections.abc import Iterator

from fabula_daemon.story.tables.english import appearance, numerals, telling
from fabula_daemon.story.telling.claims.owners import before_verb, of_part, only_person, subject_at
from fabula_daemon.story.telling.claims.predicates import of_predicate
from fabula_daemon.story.telling.claims.said import Said, said
from fabula_daemon.story.telling.claims.tokens import Told, is_unreal

TRIGGERS = (
    frozenset("feet foot metres meters metre centimetres cm handed southpaw hander ambidextrous tall".split())
    | appearance.MARK_NOUNS
    | frozenset("wrote signed scribbled scrawled writing".split())
)
_WRITING = frozenset("wrote signed scribbled scrawled writes".split())
_HURT = frozenset(
    "other broken bandaged sling hurt wounded injured bad burnt sprained both only free because".split()
)
_FOOT, _INCH = 30.48, 2.54
_VAGUE, _TALLEST = 6, 300
_MEASURE = re.compile(r"\A(?:(?P<n>[a-z]+)-foot(?:-(?P<m>[a-z]+))?)\Z")


def read(told: Told) -> Iterator[Said]:
    """Yield what a sentence says of heights, hands and scars."""
    if is_unreal(told):
        return
    for at, token in enumerate(told.tokens):
        word = token.text
        if word in appearance.HANDS:
            owner = of_predicate(told, at, at)
            if owner:
                yield said(told, owner, "handedness", appearance.HANDS[word], (at, at))
        elif word in _WRITING:
            yield from _hand(told, at)
        elif word in appearance.MARK_NOUNS:
            yield from _mark(told, at)
        else:
            yield from _height(told, at)


def _hand(told: Told, verb: int) -> Iterator[Said]:
    """“signed with her left hand”."""
    for side in range(verb + 1, len(told.tokens) - 1):
        if told.word(side) in ("left", "right") and told.word(side + 1) == "hand":
            if told.word(side - 1) in telling.POSSESSIVES | {"the"} and told.word(side - 2) == "with":
                owner = subject_at(told, before_verb(told, verb))
                if owner and not told.words & _HURT:
                    yield said(told, owner, "handedness", told.word(side), (side, side + 1))
            return


def _mark(told: Told, mark: int) -> Iterator[Said]:
    """“the scar on her left cheek”: the mark, the side and the part, as “scar left cheek”."""
    for at in range(mark + 1, min(mark + 10, len(told.tokens) - 1)):
        if told.ends_clause(at):
            return
        if told.word(at) in ("left", "right") and told.word(at + 1) in appearance.BODY_PARTS:
            owner = of_part(told, at - 1, at + 1) or of_part(told, mark - 1, mark)
            if owner:
                value = f"{told.word(mark)} {told.word(at)} {told.word(at + 1)}"
                yield said(told, owner, "scars", value, (at, at + 1))
            return


def _height(told: Told, at: int) -> Iterator[Said]:
    """“was six feet two”, “stood six feet tall”, “a six-foot-two man”; in centimetres."""
    found = _feet(told, at)
    if found is None:
        return
    last, low, high = found
    first = at
    sense = numerals.VAGUE.get(told.word(at - 1)) or numerals.VAGUE.get(
        f"{told.word(at - 2)} {told.word(at - 1)}"
    )
    if sense:
        first -= 1 if told.word(at - 1) in numerals.VAGUE else 2
        low = low if sense == "above" else 0 if sense == "below" else low - _VAGUE
        high = _TALLEST if sense == "above" else high + (_VAGUE if sense == "about" else 0)
    tall = told.word(last + 1) in ("tall", "high") or "stockinged" in told.words or "socks" in told.words
    owner = None
    if told.word(first - 1) == "stood" and (tall or last > at):
        owner = subject_at(told, before_verb(told, first - 1))
    elif tall:
        owner = of_predicate(told, first, last + 1)
    if owner is None and tall and first == 0:
        owner = only_person(told)
    if owner:
        yield said(told, owner, "height", (low, high), (first, last + tall))


def _feet(told: Told, at: int) -> tuple[int, int, int] | None:
    """Return the last index of a measure at an index and its centimetres, from and to."""
    match = _MEASURE.match(told.word(at))
    feet = numerals.NUMBERS.get(match["n"] if match else told.word(at))
    if feet is None:
        return None
    if match:
        inches = numerals.NUMBERS.get(match["m"] or "", 0)
        return at, *_span(feet * _FOOT + inches * _INCH)
    if told.word(at + 1) in ("foot", "feet") and 2 < feet < 10:
        inches = numerals.NUMBERS.get(told.word(at + 2), 0)
        last = at + 1 + (inches > 0)
        last += inches > 0 and told.word(last + 1) in ("inches", "inch")
        return last, *_span(feet * _FOOT + inches * _INCH)
    return None


def _span(centimetres: float) -> tuple[int, int]:
    return int(centimetres) - 1, int(centimetres) + 2
