"""Of whom a sentence says what somebody is: “X was …”, “X, …,”, “the … X”, “…, X”."""

from fabula_daemon.story.tables.english import SPEECH_VERBS, persons, telling
from fabula_daemon.story.telling.claims.owners import Owner, adjective_like, before_verb, named, subject_at
from fabula_daemon.story.telling.claims.tokens import Told, is_animate

# What may follow an apposition: “X, a major these two years, …”.
_AT_LAST = telling.ADVERBS | frozenset("at last by then length".split())
_SO_FAR = frozenset("since for".split())
FURTHER = frozenset("these this for since of in by at with from now".split())


def of_predicate(told: Told, first: int, last: int, *, noun: bool = False) -> Owner | None:
    """Return of whom the words from `first` to `last` are said: “X was …”, “X, …,”, “the … X”, “…, X”.

    `noun` says that they name what somebody is, as “a captain”, so that one more in a list is no apposition.
    """
    return (
        after_copula(told, first)
        or apposition(told, first, last, noun=noun)
        or _before_name(told, first, last, noun)
    )


def _skip_left(told: Told, at: int) -> int:
    """Return the index left of the article, adverbs and adjectives that end before `at`."""
    at = _article(told, at)
    if at >= 0 and told.word(at) in _ARTICLES:
        at -= 1
        while told.word(at) in telling.BEFORE_AN_ARTICLE:
            at -= 1
    return at


_ARTICLES = ("a", "an", "the")


def _article(told: Told, at: int) -> int:
    """Return the index of the article of the noun at an index, or of what else ends its adjectives."""
    near = next((i for i in range(at - 1, at - 5, -1) if told.word(i) in ("a", "an")), None)
    if near is not None and all(_is_plain(told, i) for i in range(near + 1, at)):
        return near
    at -= 1
    while at >= 0 and told.word(at) not in _ARTICLES:
        word = told.word(at)
        joint = (
            word in ("and", ",", "but") and adjective_like(told.word(at - 1)) and told.word(at - 1) != "both"
        )
        now = word == "by" and told.word(at + 1) == "now"
        if not (joint or now or word in telling.ADVERBS or adjective_like(word)):
            return at
        at -= 1
    return at


def _is_plain(told: Told, at: int) -> bool:
    """Whether a word may describe a noun behind it, as far as it is no other part of a sentence."""
    word = told.word(at)
    if word in (",", "and"):
        return True
    strange = word in telling.PREPOSITIONS | telling.SHOWN | telling.HAD | telling.MODALS or is_animate(word)
    return word.replace("-", "").isalpha() and not strange


def after_copula(told: Told, first: int) -> Owner | None:
    """Return of whom the words from `first` are said behind “was”: “X was a hale …”."""
    verb = _skip_left(told, first)
    word = told.word(verb)
    if word == "been" and _SO_FAR & {token.text for token in told.tokens[first:]}:
        verb -= told.word(verb - 1) in ("had", "has")  # “had been a captain since the spring”, and still is
    elif word == "become" and told.word(verb - 1) in ("had", "has"):
        verb -= 1
    elif word not in telling.SHOWN and word not in ("became", "become", "made", "makes"):
        return None
    words = {token.text for token in told.tokens[verb:first]}
    if words & telling.NEGATIONS or "as" in words:
        return None
    return subject_at(told, before_verb(told, verb))


def apposition(told: Told, first: int, last: int, *, noun: bool) -> Owner | None:
    """Return of whom the words are said between commas: “X, green-eyed and hatless,”."""
    at = _skip_left(told, first)
    if told.word(at) in ("our", "their", "his", "her", "though", "although"):
        at -= 1
    if told.word(at) == "," and told.mention(at - 1):
        at -= 1
    elif told.word(at) == ":" and at == 1 and told.mention(0):
        at = 0
    elif not (told.mention(at) and told.word(at + 1) == ","):
        return None
    before = told.word(at - 1)
    if told.is_possessor(at) or before in ("and", "or", "than") or (before == "," and told.mention(at - 2)):
        return None
    after = told.word(last + 1)
    if not (told.ends_clause(last + 1) or (after in ("and", "but") and not noun) or after in FURTHER):
        return None
    if noun and after == "," and told.word(last + 2) == "and":
        return None
    mention = told.mention(at)
    return named(mention) if mention else None


def _before_name(told: Told, first: int, last: int, noun: bool) -> Owner | None:
    at = last + 1
    opening = _skip_left(told, first) < 0
    comma = next((i for i in range(at, at + 4) if told.word(i) == ","), at)
    behind = {told.word(i) for i in range(at, comma)}
    if opening and behind <= _AT_LAST:
        at = comma
    if told.word(at) == "," and (opening or (noun and told.word(first - 1) == "the")):
        after = told.word(at + 2)
        if noun and not opening and not _is_apposed(told, first, at + 2):
            return None
        return subject_at(told, at + 1) if after != "and" else None
    if told.word(at) in ("named", "called") and noun is (told.word(last) in persons.GENERAL_NOUNS):
        return named(mention) if (mention := told.mention(at + 1)) else None
    steps = 0
    while steps < 2 and adjective_like(told.word(at)) and not noun:
        at, steps = at + 1, steps + 1
    mention = told.mention(at)
    return (
        named(mention)
        if mention and (not noun or told.word(first - 1) == "the" or told.word(0) == "for")
        else None
    )


def _is_apposed(told: Told, first: int, end: int) -> bool:
    """Whether “the captain, X,” is one person, not two of a list or of two clauses; X ends at `end`."""
    if told.word(first - 2) in SPEECH_VERBS:
        return told.ends_clause(end)
    if not told.ends_clause(end) or told.word(end + 1) == "and":
        return False
    return told.word(end) != "," or told.ends_clause(first - 2)
