"""How much the words around a capitalised run speak for a person: learned, whatever the run itself may be.

A whole number, four times the log-odds, so that the leanings of all uses of a name add up exactly.
"""

import re
from collections.abc import Sequence

from fabula_daemon.story.people import weights

STEPS = 4  # to one unit of log-odds
MOST = 4 * STEPS
FIRM = 6  # from here on one use alone says something

Run = tuple[int, int, int]  # where it starts, where the name does behind its titles, where both end

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_BEFORE, _AFTER = 32, 28  # letters looked at
_CAPITAL = "Cap"


def lean(text: str, run: Run, cues: Sequence[int], spoken: bool) -> int:
    """Return how much what stands around a run speaks for a person: at least -MOST, at most MOST.

    `cues` are those seen there; `spoken` tells whether somebody says it.
    """
    return sum_up(signs(text, run, cues, spoken))


def sum_up(found: Sequence[str]) -> int:
    """Return how much some signs together speak for a person."""
    learned = weights.current()
    table = learned.context
    total = learned.context_bias
    for sign in found:
        total += table.get(sign, 0.0)
    return max(-MOST, min(MOST, round(total * STEPS)))


def signs(text: str, run: Run, cues: Sequence[int], spoken: bool) -> list[str]:
    """Return what there is around a run, as keys of the weights."""
    start, name_start, end = run
    first, second = _before(text, start)
    after, then, at_last = _after(text, end)
    found = [
        f"-1 {first}",
        f"-2 {second} {first}",
        f"-2 {second}",
        f"+1 {after}",
        f"+2 {after} {then}",
        f"+2 {then}",
        f"+3 {after} {then} {at_last}",
        f"± {first} {after}",
        f"words {min(len(text[name_start:end].split()), 3)}",
    ]
    found += [f"cue {int(cue)}" for cue in cues]
    found += [f"title {word.casefold().rstrip('.')}" for word in text[start:name_start].split()]
    if spoken:
        found.append("spoken")
    return found


def _before(text: str, start: int) -> tuple[str, str]:
    """Return the two nearest words or marks before a place, the nearest first."""
    begin = max(0, start - _BEFORE)
    found = _TOKEN.findall(text, begin, start)
    if found and begin and text[begin - 1].isalnum() and text[begin].isalnum():
        del found[0]  # half a word
    near = [_shape(token) for token in reversed(found[-2:])]
    near += ["|"] * (2 - len(near))
    return near[0], near[1]


def _after(text: str, end: int) -> tuple[str, str, str]:
    """Return the three nearest words or marks behind a place."""
    stop = end + _AFTER
    found = _TOKEN.findall(text, end, stop)
    if found and stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum():
        del found[-1]
    near = [_shape(token) for token in found[:3]]
    near += ["|"] * (3 - len(near))
    return near[0], near[1], near[2]


def _shape(word: str) -> str:
    if word[0].isupper() and word not in ("I", "A", "The"):
        return _CAPITAL
    return "_" if word == "*" else word.casefold().replace("’", "'")
