"""Whether a sentence says that somebody is at a place that it names."""

import re

from fabula_daemon.story.passages import Span
from fabula_daemon.story.tables.english import PLACE_NOUNS
from fabula_daemon.story.tables.english import clauses as clauses
from fabula_daemon.story.tables.english import whereabouts as language
from fabula_daemon.story.telling.acting import Act, is_deed

_AT = re.compile(language.AT, re.IGNORECASE)
_TO = re.compile(language.TO, re.IGNORECASE)
_AND = re.compile(r"\b(?:and|then)\s+(?:then\s+)?([^\W\d_]+)")
_AND_THEN = re.compile(r"(?:,\s+and|;)\W+\Z")
_IN_PASSING = re.compile(r",\s+(?:[a-z]+\s+){0,2}(?:in|at|inside|outside)\s+(?:the\s+)?")
_IT_WAS = re.compile(r"\W*it\s+was\s+(?:in|at)\s+(?:the\s+)?\Z", re.IGNORECASE)
_ON_THE_WAY = re.compile(language.ON_THE_WAY)
_MEANWHILE = re.compile(language.MEANWHILE, re.IGNORECASE)
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
    if start < act.start:
        return _IN_PASSING.fullmatch(told, act.mention.end, start) is not None
    verb, behind = _last_verb(told, act.verb, max(act.end, act.mention.end), start)
    between = told[behind:start]
    if act.found:
        return _AT.search(between) is not None and len(between.split()) <= _NEAR
    if _OVERLOOKING.search(between):
        return True
    if verb == act.verb and (act.speaks or (act.auxiliary == "had" and verb not in clauses.ARRIVING)):
        return False
    return _is_at(verb, between)


def _is_at(verb: str, between: str) -> bool:
    """Whether somebody who does this is at the place behind these words."""
    if verb in clauses.REACHING and between.casefold().strip() in ("", "the"):
        return True
    arrives, stays = verb in clauses.ARRIVING, verb in clauses.STAYING or verb.endswith("ing")
    at = (_TO if arrives else _AT).search(between) or _AT.search(between) or _INTO.search(between)
    if at is None:
        return False
    words = between[: at.start()].casefold().replace(",", " ").split()
    if not (language.ELSEWHERE - language.BESIDE if stays else language.ELSEWHERE).isdisjoint(words):
        return False
    if verb in clauses.BEING:
        return len(words) <= _NEAR and (not words or words[0] in language.STILL | language.HELD)
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
        behind = told[act.end : sentence[1]].casefold()
        stays = act.verb in clauses.BEING and not language.STILL.isdisjoint(behind.split()[:1])
        return stays and _ON_THE_WAY.match(behind) is None
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
        before = told[place[1] : act.start].strip(" ,").split()
        return _AT.search(lead) is not None and (
            not before or (before[0] == "that" and len(before) == len("ab"))
        )
    if _WHERE.match(between):
        return act.auxiliary == "was" or act.verb in clauses.STAYING
    if _IT_WAS.match(lead):
        return between.strip() == "that" and act.auxiliary in ("", "was")
    rests = told[act.end : sentence[1]].casefold().replace(".", " ").split()[:1]
    if act.is_state and (act.verb not in clauses.BEING or language.HELD.isdisjoint(rests)):
        return False
    if act.auxiliary == "had" and not _MEANWHILE.match(lead):
        return False
    if _THERE_WHEN.match(between):
        return _AT.search(lead) is not None
    if not between.strip(" ,"):
        return _FRONT.match(lead) is not None
    return _AND_THEN.search(between) is not None and _is_at_a_part(lead)


def _is_at_a_part(lead: str) -> bool:
    """Whether a place is named for the sake of a part of it: “the door of the inn at”."""
    at = _AT.search(lead)
    word = lead[: at.start()].casefold().split()[-1:] if at else []
    return not (PLACE_NOUNS | language.PARTS).isdisjoint(word)
