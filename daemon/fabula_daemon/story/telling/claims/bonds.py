"""How surely a pronoun hangs on the one person whom its sentence names, and so how far around it is free."""

import re
from enum import IntEnum

from fabula_daemon.story.passages import Passage
from fabula_daemon.story.tables.english import gestures, telling
from fabula_daemon.story.telling.claims.antecedents import (
    GENDERS,
    gender_of,
    gender_of_mention,
    has_another,
    is_described,
    may_be,
)
from fabula_daemon.story.telling.claims.owners import subject_at
from fabula_daemon.story.telling.claims.tokens import Told

_REFLEXIVE = frozenset({"himself", "herself"})
_JOINTS = frozenset("and but that what who whom which as than when while to if".split())
_OF_ONES_OWN = ("proud", "ashamed", "sure", "unsure")
_LETTING = frozenset("let lets made make makes helped help saw heard watched felt bade".split())
_BEGINNING = ("when", "as", "while", "after", "before")
_IN_MIND = 2
_LONG = 3  # paragraphs without a name


class Bond(IntEnum):
    """What a pronoun needs around it, that nobody else may be meant.

    SURE: the sentence, as in “Anna hurt himself”. CLOSE: the one before too, as in “Anna put on his coat”.
    LIKELY: the paragraph, and whom the reader has in mind. LOOSE: some paragraphs before as well.
    """

    SURE = 1
    CLOSE = 2
    LIKELY = 3
    LOOSE = 4


def bond(told: Told, named_at: int, at: int) -> Bond | None:
    """Return how the pronoun at an index hangs on the one named; None if it is likely another's."""
    if subject_at(told, named_at) is None:
        return Bond.LOOSE if at > named_at and told.word(at) in telling.SUBJECTS else None
    after = min(named_at, at)
    if at < named_at and not _is_opening(told, named_at):
        return None
    word = told.word(at)
    between = {token.text for token in told.tokens[after + 1 : max(named_at, at)]}
    is_apart = bool(between & _JOINTS) or any(token.is_mark for token in told.tokens[after + 1 : at])
    if word in telling.SUBJECTS:
        return None if at < named_at else _of_subject(told, named_at, at)
    if word in _REFLEXIVE:
        return Bond.LIKELY if is_apart else Bond.SURE
    if word not in ("his", "her"):
        return None
    if is_apart and told.word(named_at - 1) in telling.OTHER_TIME:
        return Bond.LOOSE
    return _of_possessive(told, after, at, between)


def _is_opening(told: Told, named_at: int) -> bool:
    """Whether a phrase of the one who is named opens the sentence: “Pulling on his boots, Anna …”."""
    opens = told.word(0) in telling.PREPOSITIONS | {"all"} or told.word(0).endswith("ing")
    words = {token.text for token in told.tokens[:named_at]}
    return opens and told.word(named_at - 1) == "," and not words & (_JOINTS | telling.SUBJECTS)


def _of_subject(told: Told, named_at: int, at: int) -> Bond:
    """“Anna stopped; he had heard it”, “When Anna came in he smiled”; “Anna hesitated, and he nodded”."""
    if told.tokens[at - 1].is_mark or told.word(at - 1) == "for":
        return Bond.LIKELY
    is_main = named_at < 2 and told.word(named_at - 1) in _BEGINNING
    between = {token.text for token in told.tokens[named_at:at]}
    return Bond.LIKELY if is_main and not between & (telling.SUBJECTS | {"that"}) else Bond.LOOSE


def _of_possessive(told: Told, after: int, at: int, between: set[str]) -> Bond | None:
    if not _is_possessive(told, at):
        return None
    noun = at + 1
    while noun - at < 3 and told.word(noun) in telling.ADJECTIVES:
        noun += 1
    what = told.word(noun)
    verb = at - 1
    while verb > after and (told.word(verb) in gestures.BETWEEN or told.word(verb) in telling.ADVERBS):
        verb -= 1
    does = told.word(verb)
    bare = what in gestures.CLOTHES and does in gestures.WITH_PARTICLE and verb == at - 1
    if does in gestures.OWN.get(what, ()) and not bare:
        return Bond.CLOSE if what in gestures.LOOSE else Bond.SURE
    if told.word(at - 1) == "with" and what in gestures.WITH_OWN:
        return Bond.CLOSE
    if told.word(noun - 1) == "own" and what.isalpha() and not between & _JOINTS - {"to"}:
        return Bond.CLOSE
    return None if does in gestures.TO_ANOTHER else _of_noun(told, at, what, between)


def _is_possessive(told: Told, at: int) -> bool:
    """Whether “her” is followed by what is hers: not so in “let her go”, “gave her the paper”."""
    if told.word(at) == "her" and told.word(at - 1) in _LETTING:
        return False
    after = told.word(at + 1)
    return after.isalpha() and after not in telling.PREPOSITIONS | telling.DETERMINERS


def _of_noun(told: Told, at: int, what: str, between: set[str]) -> Bond | None:
    """Return how “his” before a noun hangs on the subject, whatever he does with it."""
    if told.word(at - 1) == "of" and told.word(at - 2) in _OF_ONES_OWN:
        return Bond.LOOSE
    behind = told.word(at - 1) in telling.PREPOSITIONS
    apart = behind or between & _JOINTS or between & gestures.TO_ANOTHER
    if what in gestures.PERSONAL and not (behind and what in gestures.BODY):
        return Bond.LOOSE if apart else Bond.LIKELY
    return None if apart or "," in between else Bond.LOOSE


_SAID = {
    gender: re.compile(rf"\b(?:{'|'.join(w for w, g in GENDERS.items() if g == gender)})\b", re.IGNORECASE)
    for gender in "mf"
}


def is_free(told: Told, gender: str, how: Bond) -> bool:
    """Whether nobody is about, as far as the bond asks, whom a pronoun of `gender` could mean."""
    passage, (start, end) = told.passage, told.span
    before = max((a for a, _ in passage.sentences if a < start), default=start)
    since = start if how is Bond.SURE else before if how is Bond.CLOSE else 0
    own = {mention.entity for mention in told.named}
    if any(
        since <= mention.start < end
        and mention.entity not in own
        and (mention.known or mention.certain)
        and may_be(gender_of_mention(mention), gender)
        for mention in passage.mentions
    ):
        return False
    if is_described(passage, max(since, before), end, gender):
        return False
    if how is not Bond.SURE and has_another(passage, start, end, gender):
        return False
    if is_described(passage, since, end, gender, told=True) or _is_said(passage, since, start, gender):
        return False
    if how is Bond.SURE or (how is Bond.CLOSE and since < start):
        return True
    focus = passage.focus
    last = focus.last if how is not Bond.CLOSE or focus.gap < _LONG else ()
    mind = last if how is Bond.CLOSE else (*last, *focus.recent[:_IN_MIND])
    return not any(entity is None or gender_of(entity) == gender for entity in mind)


def _is_said(passage: Passage, since: int, start: int, gender: str) -> bool:
    """Whether the narration has a pronoun of that gender between two offsets."""
    return any(
        not passage.is_claim(match.start()) for match in _SAID[gender].finditer(passage.text, since, start)
    )
