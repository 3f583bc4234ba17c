"""Whether a sentence says that somebody is at a place that it names."""

import re

from fabula_daemon.story.acting import Act, is_deed
from fabula_daemon.story.passages import Span
from fabula_daemon.story.tables import english_clauses as clauses
from fabula_daemon.story.tables import english_places as language

_AT = re.compile(language.AT, re.IGNORECASE)
_TO = re.compile(language.TO, re.IGNORECASE)
_AND = re.compile(r"\b(?:and|then)\s+(?:then\s+)?([^\W\d_]+)")
_INTO = re.compile(language.INTO, re.IGNORECASE)
_WHERE = re.compile(language.WHERE, re.IGNORECASE)
_OVERLOOKING = re.compile(language.OVERLOOKING, re.IGNORECASE)
_FRONT = re.compile(language.FRONT, re.IGNORECASE)
_THERE_WHEN = re.compile(language.THERE_WHEN, re.IGNORECASE)
_NEAR, _FAR = 5, 9


def is_there(told: str, sentence: Span, act: Act, place: Span) -> bool:
    """Whether the sentence has the person of an act at the place named at `place`."""
    start, end = place
    if end <= act.mention.start:
        return _is_fronted(told, sentence, act, place)
    behind = max(act.end, act.mention.end)
    verb, behind = _last_verb(told, act.verb, behind, start)
    between = told[behind:start]
    if act.found:
        return _AT.search(between) is not None and len(between.split()) <= _NEAR
    if _OVERLOOKING.search(between):
        return True
    if verb == act.verb and (act.speaks or (act.auxiliary == "had" and verb not in clauses.ARRIVING)):
        return False
    arrives = verb in clauses.ARRIVING
    at = (_TO if arrives else _AT).search(between) or _AT.search(between) or _INTO.search(between)
    words = between[: at.start()].casefold().replace(",", " ").split() if at else []
    stays = verb in clauses.STAYING
    if at is None or not language.ELSEWHERE.isdisjoint(set(words) - ({"of"} if stays else set())):
        return False
    if verb in clauses.BEING:
        return len(words) <= _NEAR and (not words or words[0] in language.STILL)
    if arrives or stays:
        return len(words) <= _FAR
    preposition = at.group().split()[0].casefold()
    if "to" in words or preposition not in ("in", "at", "inside", "outside"):
        return False
    return is_deed(verb) and len(words) <= _FAR


def _last_verb(told: str, verb: str, start: int, end: int) -> tuple[str, int]:
    """Return the last of the verbs that “and” joins to one before a place, and where it ends."""
    for match in _AND.finditer(told, start, end):
        word = match[1].casefold()
        if word in clauses.STAYING or word in clauses.ARRIVING:
            verb, start = word, match.end()
    return verb, start


def is_present(told: str, sentence: Span, act: Act) -> bool:
    """Whether somebody who speaks, does something or is somewhere is thereby in the scene."""
    if act.speaks or act.found:
        return True
    if act.is_state:
        behind = told[act.end : sentence[1]].casefold().split()[:1]
        return act.verb in clauses.BEING and not language.STILL.isdisjoint(behind)
    return act.auxiliary in ("", "was") and is_deed(act.verb)


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
    lead, between = told[sentence[0] : place[0]], told[place[1] : act.mention.start]
    if act.found and act.start >= place[1]:
        return _AT.search(lead) is not None and not told[place[1] : act.start].strip()
    if _WHERE.match(between):
        return act.auxiliary == "was" or act.verb in clauses.STAYING
    if act.is_state or act.auxiliary == "had":
        return False
    if _THERE_WHEN.match(between):
        return _AT.search(lead) is not None
    return _FRONT.match(lead) is not None and not between.strip(" ,")
