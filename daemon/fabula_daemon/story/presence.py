"""Whether a sentence says that somebody is at a place that it names."""

import re

from fabula_daemon.story.acting import Act, is_deed
from fabula_daemon.story.passages import Span
from fabula_daemon.story.tables import english_clauses as clauses
from fabula_daemon.story.tables import english_places as language

_AT = re.compile(language.AT, re.IGNORECASE)
_TO = re.compile(language.TO, re.IGNORECASE)
_OVERLOOKING = re.compile(language.OVERLOOKING, re.IGNORECASE)
_FRONT = re.compile(language.FRONT, re.IGNORECASE)
_THERE_WHEN = re.compile(language.THERE_WHEN, re.IGNORECASE)
_NEAR, _FAR = 5, 7


def is_there(told: str, sentence: Span, act: Act, place: Span) -> bool:
    """Whether the sentence has the person of an act at the place named at `place`."""
    start, end = place
    if end <= act.mention.start:
        return _is_fronted(told, sentence, act, place)
    between = told[max(act.end, act.mention.end) : start]
    if act.found:
        return _AT.search(between) is not None and len(between.split()) <= _NEAR
    if _OVERLOOKING.search(between):
        return True
    if act.speaks or (act.auxiliary == "had" and act.verb not in clauses.ARRIVING):
        return False
    arrives = act.verb in clauses.ARRIVING
    at = (_TO if arrives else _AT).search(between) or _AT.search(between)
    words = between[: at.start()].casefold().replace(",", " ").split() if at else []
    if at is None or not language.ELSEWHERE.isdisjoint(words):
        return False
    if act.is_state:
        return act.verb in clauses.BEING and len(words) <= _NEAR and (not words or words[0] in language.STILL)
    if arrives or act.verb in clauses.STAYING:
        return len(words) <= _NEAR
    preposition = at.group().split()[0].casefold()
    if "to" in words or preposition not in ("in", "at", "inside", "outside"):
        return False
    return is_deed(act.verb) and len(words) <= _FAR


def named_here(told: str, sentence: Span, start: int) -> bool:
    """Whether a place named at `start` is where something happens: behind “in”, “at” or “into”, in the clause
    of a verb that tells what happens.
    """
    lead = told[sentence[0] : start]
    found = _AT.search(lead) or _TO.search(lead)
    if found is None:
        return False
    preposition = found.group().split()[0].casefold()
    return preposition in ("in", "at", "inside", "into") and " had " not in lead


def _is_fronted(told: str, sentence: Span, act: Act, place: Span) -> bool:
    """Whether the place stands at the head of a sentence in which somebody then does something."""
    if act.is_state or act.auxiliary == "had":
        return False
    lead, between = told[sentence[0] : place[0]], told[place[1] : act.mention.start]
    if _THERE_WHEN.match(between):
        return _AT.search(lead) is not None
    return _FRONT.match(lead) is not None and not between.strip(" ,")
