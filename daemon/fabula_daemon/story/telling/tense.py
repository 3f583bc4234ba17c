"""The tense of what is told: finite verbs with their subjects, past or present, by table and ending.

A tagger would know more verbs; these are the ones that leave no doubt. Only what is certain counts: a verb
directly behind a person that does it ("she opens", "Mr. Hall turned"), and those that follow on "and".
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from fabula_daemon.story.tables import english
from fabula_daemon.story.tables.english import verbs as english_verbs
from fabula_daemon.story.tables.english.common_words import COMMON_WORDS

Tense = Literal["past", "present"]

_VOWELS = "aeiou"


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in _VOWELS else f"{base}s"


def _regular_pasts(base: str) -> list[str]:
    if base.endswith("e"):
        return [f"{base}d"]
    if base.endswith("y") and base[-2] not in _VOWELS:
        return [f"{base[:-1]}ied"]
    doubled = base[-1] not in "aeiouwxy" and base[-2] in _VOWELS and base[-3:-2] not in set(_VOWELS)
    return [f"{base}ed", *([f"{base}{base[-1]}ed"] if doubled else [])]


_PAST_OF = {base: past for base, past, _ in english_verbs.IRREGULAR}
_UNCHANGED = frozenset(base for base, past in _PAST_OF.items() if base == past)
_PASTS = frozenset(_PAST_OF.values()) | {"was", "were", "had"}
_ACTS_NOW = {_third_person(base): base for base in english_verbs.ACTIONS}
_ACTS_THEN = {
    form: base
    for base in english_verbs.ACTIONS
    for form in ([_PAST_OF[base]] if base in _PAST_OF else _regular_pasts(base))
}

_ACTS_OF_MINE = english_verbs.ACTIONS - english_verbs.AT_THE_DESK - _UNCHANGED

_ADVERB = (
    r"(?:(?:\w+ly|then|also|just|only|now|even|once|again|at\s(?:last|once|first)|almost|half|all|both|"
    r"merely|too|soon|here|there)\s+)?"
)
_SUBJECT = r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[A-Z][\w’'-]*[a-z])"
_CLAUSE = re.compile(rf"(?<![\w’'-])({_SUBJECT})(?=\s+{_ADVERB}([a-z]+)(?![\w’'-]))")
_BREAKS = ",;:.!?—–()"
_OPENING = re.compile(
    r"[\W_]*(?:(?:and|but|then|so|yet|or)\b\W*)?"
    r"(?:(?:at|in|on|by|from|with|without|behind|beside|under|over|across|inside|outside|down|up|now|again|for"
    r"|finally|here|there|through|above|below|around|into|out|along|against|near|past|beyond|within|between"
    r"|during|after|before|then|soon|presently|perhaps|meanwhile|this|that|next|one|another|\w+ly)\b"
    r"(?:\s+[\w’'-]+){0,8}\s+)?\Z",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|what|when|while|whilst|as|if|because|since|until|till|than|where|how|why"
    r"|though|although|unless|whether|lest|whatever|wherever|however|for)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:,|\band\b|\bthen\b|\bbut\b)\s+(?:and\s+|then\s+)*(?:\w+ly\s+)?([a-z]+)(?![\w’'-])")
_THING = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]n?|[Mm]y)\s+(?:[a-z’'-]+\s+)??([a-z]+)\s+"
    rf"{_ADVERB}([a-z]+)(?![\w’'-])"
)
_BEING = re.compile(
    r"(?<![\w’'-])(?:(?:is|are|am|has|does|do|isn[’']t|aren[’']t|hasn[’']t|doesn[’']t|don[’']t|can[’']t|won[’']t)"
    r"(?![\w’'-])|(?<=\w)[’'](?:re|m|ll|ve)\b)"
)
_ONLY_PAST = re.compile(
    rf"(?<![\w’'-])(?:(?:{'|'.join(sorted(english_verbs.ONLY_PAST))}|could|would|might)(?![\w’'-])"
    r"|(?:was|were|had|did|could|would)n[’']t\b)|(?<=\w)[’']d\b"
)
_HABIT = re.compile(
    r"\W*(?:(?:And|But|For|So)\s+)?(?:[Ww]hen|[Ii]f|[Oo]nce|[Aa]s\s(?:soon|long|often)\sas)\b|.*;\s*(?:when|if)\b",
    re.DOTALL,
)
_WORD = re.compile(r"\w+")
_TIMELESS = english_verbs.TIMELESS | english_verbs.WORKS
_ONE = frozenset(("he", "He", "she", "She"))
_SEVERAL = frozenset(("I", "we", "We", "they", "They"))
_THINGS = frozenset(("it", "It"))


@dataclass(frozen=True, slots=True)
class Telling:
    """The verbs of a sentence or more: those that are certainly past or present, and of them the `acts`,
    which somebody does before our eyes in a clause of its own. `timeless` is what holds always, or of a
    book.
    """

    past: int = 0
    present: int = 0
    past_acts: int = 0
    present_acts: int = 0
    timeless: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject and its verb, which ends at `end`; `act` is its base if what it says can be seen done."""

    subject: str
    verb: str
    start: int
    end: int
    tense: Tense
    act: str | None


def count(told: str) -> tuple[int, int]:
    """Return how many verbs of a narration are certainly past, and how many present."""
    past = present = 0
    for subject, verb in _CLAUSE.findall(told):
        if verb in _UNCHANGED:
            past += subject in _ONE
        elif verb in _PASTS or verb.endswith("ed"):
            past += _is_past(subject, verb)
        elif verb[-1] == "s" or verb in english_verbs.ACTIONS:
            present += _is_present(subject, verb)
    return past, present


def clauses(told: str) -> Iterator[Clause]:
    """Yield the clauses of a narration whose subject and tense are certain."""
    for match in _CLAUSE.finditer(told):
        subject, verb = match[1], match[2]
        if _is_past(subject, verb):
            yield Clause(subject, verb, match.start(), match.end(2), "past", _ACTS_THEN.get(verb))
        elif _is_present(subject, verb):
            act = verb if subject in _SEVERAL else _ACTS_NOW.get(verb)
            yield Clause(subject, verb, match.start(), match.end(2), "present", act)
        elif verb in _UNCHANGED and subject in _ONE:
            yield Clause(subject, verb, match.start(), match.end(2), "past", _ACTS_THEN.get(verb))


def tell(told: str) -> Telling:
    """Return the verbs of one sentence of a narration."""
    past, present, past_acts, present_acts = len(_ONLY_PAST.findall(told)), len(_BEING.findall(told)), 0, 0
    for clause in clauses(told):
        past += clause.tense == "past" and clause.verb not in english_verbs.ONLY_PAST
        present += clause.tense == "present"
        if _is_somebody(clause.subject) and stands_alone(told, clause):
            told_on = sum(word in _forms(clause) for word in _GOES_ON.findall(told, clause.end))
            acts = is_deed(told, clause) + told_on
            if clause.tense == "past":
                past_acts += acts
            else:
                present, present_acts = present + told_on, present_acts + acts
    for noun, verb in _THING.findall(told):
        if verb in _ACTS_NOW and noun not in _ACTS_NOW and not noun.endswith("s"):
            present += 1
        elif verb in _PASTS:
            past += verb not in english_verbs.ONLY_PAST
    words = {word.casefold() for word in _WORD.findall(told)}
    timeless = bool(_HABIT.match(told)) or not words.isdisjoint(_TIMELESS)
    return Telling(past, present, past_acts, present_acts, timeless)


def is_deed(told: str, clause: Clause) -> bool:
    """Whether somebody does something before our eyes in a clause that stands by itself."""
    if clause.act is None or not _is_somebody(clause.subject):
        return False
    if clause.subject == "I" and clause.tense == "present" and clause.act in english_verbs.AT_THE_DESK:
        return False
    return stands_alone(told, clause)


def stands_alone(told: str, clause: Clause) -> bool:
    """Whether a clause depends on no other, as far as the words before its subject show."""
    before = told[max(told.rfind(mark, 0, clause.start) for mark in _BREAKS) + 1 : clause.start]
    return bool(_OPENING.fullmatch(before)) and not _SUBORDINATE.search(before)


def goes_further_back(told: str) -> bool:
    """Whether a sentence in the past, among others in the present, may tell of an earlier time."""
    return any(word.casefold() in english_verbs.EARLIER for word in _WORD.findall(told))


def _forms(clause: Clause) -> Container[str]:
    """Return the forms in which further verbs of the same subject stand."""
    if clause.tense == "past":
        return _ACTS_THEN
    return _ACTS_NOW if clause.subject not in _SEVERAL else _ACTS_OF_MINE


def _is_past(subject: str, verb: str) -> bool:
    if verb in _PASTS:
        return verb not in _UNCHANGED
    return verb.endswith("ed") and verb not in english_verbs.NO_PASTS and not subject.endswith("’s")


def _is_present(subject: str, verb: str) -> bool:
    if subject in _ONE or subject in _THINGS:
        return verb[-1] == "s" and len(verb) > 2 and verb not in english_verbs.NO_VERBS
    if subject in _SEVERAL:
        return verb in english_verbs.ACTIONS and verb not in _UNCHANGED and verb not in _PASTS
    return verb in _ACTS_NOW and _is_somebody(subject)


def _is_somebody(subject: str) -> bool:
    if subject in _ONE or subject == "I":
        return True
    if subject[0].islower() or subject.endswith(("’s", "'s")):
        return False
    word = subject.casefold()
    return word not in COMMON_WORDS or word in english.GIVEN_NAMES
