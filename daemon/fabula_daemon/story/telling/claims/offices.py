"""What the narration says somebody is: rank, trade, state of life, kind of being, or the author's."""

from collections.abc import Iterator, Mapping

from fabula_daemon.story.tables.english import roles, telling
from fabula_daemon.story.telling.claims import near
from fabula_daemon.story.telling.claims.owners import (
    Owner,
    adjective_like,
    before_verb,
    named,
    of_part,
    only_person,
    subject_at,
)
from fabula_daemon.story.telling.claims.predicates import FURTHER, of_predicate
from fabula_daemon.story.telling.claims.said import Said
from fabula_daemon.story.telling.claims.tokens import Told, is_unreal
from fabula_daemon.story.text.folding import fold

_BEFORE_AN_OFFICE = frozenset(
    "a an the now still only first new young old own acting been made was is became become remained ,".split()
)
_BEHIND_AN_OFFICE = FURTHER | frozenset("and who on but to when there named called that as again".split())
# word → whole names that begin with it, each with what key it is a value of.
Vocabulary = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def vocabulary(values: Mapping[str, frozenset[str]]) -> Vocabulary:
    """Return the words to look for, by the keys that they are values of; longer names are tried first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, names in values.items():
        for name in names:
            words = tuple(fold(name).lower().split())
            if words:
                found.setdefault(words[0], []).append((words, key))
    return {first: tuple(sorted(names, key=lambda n: (-len(n[0]), n))) for first, names in found.items()}


ORDINARY: Mapping[str, frozenset[str]] = {
    "rank": frozenset(roles.RANKS | set(roles.RANK_SHORT)),
    "occupation": roles.OCCUPATIONS,
    "status": roles.STATUS_WORDS,
    "species": roles.SPECIES,
    "sex": frozenset({"man", "woman", "boy", "girl", "male", "female"}),
}


def read(told: Told, words: Vocabulary) -> Iterator[Said]:
    """Yield what a sentence says that somebody is."""
    unreal = is_unreal(told)
    at = 0
    while at < len(told.tokens):
        found = [
            (first, last, key)
            for name, key in words.get(told.word(at).removesuffix("'s"), ())
            if (first := at) == at and (last := _match(told, at, name)) is not None
        ]
        if not found:
            at += 1
            continue
        longest = max(last for _, last, _ in found)
        for first, last, key in found:
            if last == longest:
                owner = _titled(told, first, last, key)
                if owner is None and not unreal:
                    owner = _owner(told, first, last, key)
                if owner:
                    yield _called(told, owner, key, first, last)
                elif key == "rank":
                    yield from near.ranks(told, first, last)
        at = longest + 1
    yield from _titles(told, words)


def _called(told: Told, owner: Owner, key: str, first: int, last: int) -> Said:
    start, end = told.tokens[first].start, told.tokens[last].end
    value = " ".join(told.word(at) for at in range(first, last + 1)).removesuffix("'s")
    return Said(owner, key, value, start, end - 2 * told.word(last).endswith("'s"))


def _match(told: Told, at: int, name: tuple[str, ...]) -> int | None:
    """Return the index of the last word of `name`, if that stands at an index."""
    last = at + len(name) - 1
    said = [told.word(i) for i in range(at, last + 1)]
    return last if [*said[:-1], said[-1].removesuffix("'s")] == list(name) else None


def _titles(told: Told, words: Vocabulary) -> Iterator[Said]:
    """Yield the ranks inside of names, and those that begin before: “Captain Orr”, “Second Engineer Orr”."""
    for at, token in enumerate(told.tokens):
        owner = named(token.mention) if token.mention else None
        if token.mention is None or owner is None:
            continue
        parts = fold(token.mention.text).split(" ")
        inner = [part.lower().rstrip(".") for part in parts[:-1]]
        outer = [told.word(i) for i in (at - 2, at - 1) if told.word(i).isalpha()]
        for first in range(len(outer) + 1):
            said = [*outer[first:], *inner]
            rank = (
                next(
                    (
                        name
                        for name, key in words.get(said[0], ())
                        if key == "rank" and tuple(said[: len(name)]) == name
                    ),
                    None,
                )
                if said
                else None
            )
            taken = len(rank) - (len(outer) - first) if rank else 0
            if rank and taken > 0:
                start = told.tokens[at - len(outer) + first].start if first < len(outer) else token.start
                end = token.start + len(" ".join(parts[:taken]))
                yield Said(owner, "rank", " ".join(rank), start, end)
                break


def _titled(told: Told, first: int, last: int, key: str) -> Owner | None:
    """“Second Engineer X”, “the sergeant X”."""
    at = last + 1 + (told.word(last + 1) == ".")
    mention = told.mention(at)
    if mention is None or key not in ("rank", "occupation", "species") or told.word(last).endswith("'s"):
        return None
    capital = told.passage.text[told.tokens[first].start].isupper()
    if not capital and told.word(first - 1) != "the":
        return None
    if key != "rank" and told.word(first - 1) != "the":
        return None
    return named(mention)


def _owner(told: Told, first: int, last: int, key: str) -> Owner | None:
    """Return who is said to be what stands at first … last."""
    if told.word(last).endswith("'s"):
        return _manner(told, first) if key == "rank" else None
    before = told.word(first - 1)
    if key not in ORDINARY and (owner := _of_own(told, first, last, key)):
        return owner
    near_by = [told.word(i) for i in range(first - 3, first - 1)]
    is_office = before in _BEFORE_AN_OFFICE or (
        key == "rank" and adjective_like(before) and not {"a", "an", "the"}.isdisjoint(near_by)
    )
    if key in ("status", "species", "sex") or is_office or key not in ORDINARY:
        if told.word(last + 1) == "'s" or before in ("no", "another"):
            return None
        if owner := _appositive(told, first, last, key) or _equated(told, first, last):
            return owner
    if key in ("rank", "occupation"):
        return _as_office(told, first, last) or _holding(told, first) or _appointed(told, first)
    return None


def _of_own(told: Told, first: int, last: int, key: str) -> Owner | None:
    """“X's build was broad”, “her broad build”, for an attribute of the author's."""
    if told.word(last + 1) == key:
        return of_part(told, first - 1, last + 1)
    if told.word(first - 1) in telling.SHOWN and told.word(first - 2) == key:
        return of_part(told, first - 3, first - 2)
    return None


def _appositive(told: Told, first: int, last: int, key: str) -> Owner | None:
    if key == "sex":
        owner = of_predicate(told, first, last, noun=True)
        return owner if owner and told.word(first - 1) != "the" else None
    following = told.word(last + 1)
    if key in ("rank", "occupation") and following.isalpha() and following not in _BEHIND_AN_OFFICE:
        return None
    if key == "status" and (told.word(first - 1) in telling.OTHER_TIME or told.mention(last + 1)):
        return None
    return of_predicate(told, first, last, noun=key in ORDINARY and key != "status")


def _equated(told: Told, first: int, last: int) -> Owner | None:
    """“The new captain was X.” “X the captain had not slept.”"""
    if told.word(last + 1) == ":" and told.ends_clause(last + 3):
        return named_at(told, last + 2)
    if told.word(first - 2) == "for" and told.word(0) == "with":
        return named_at(told, first - 3)
    verb = next((i for i in range(last + 1, last + 5) if told.word(i) in telling.SHOWN), None)
    if verb and told.word(verb + 1) in ("called", "named"):
        verb += 1
    if verb and told.mention(verb + 1) and told.ends_clause(verb + 2):
        between = {told.word(i) for i in range(last + 1, verb)}
        return None if between & {",", "who", "that"} else named_at(told, verb + 1)
    if (
        told.word(last + 1) in telling.SUBJECTS
        and told.word(last + 2) in telling.SHOWN
        and told.ends_clause(last + 3)
    ):
        return only_person(told, frozenset(range(first, last + 1)))
    if first == 2 and told.word(1) == "the" and told.mention(0):
        return named_at(told, 0)
    return None


def _as_office(told: Told, first: int, last: int) -> Owner | None:
    """“As captain, X …”, “X worked as a baker”."""
    at = first - 1 - (told.word(first - 1) in ("a", "an", "the", "their", "his", "her"))
    if told.word(at) in ("was", "is") and told.word(at - 1) in roles.OFFICE_NOUNS:
        return of_part(told, at - 2, at - 1)
    if told.word(at) != "as":
        return None
    if told.word(last + 1) in ("should", "does", "must", "will"):
        return only_person(told, frozenset(range(first, last + 1)))
    if told.word(last + 1) == "that" and told.word(at - 1) == "was" and told.word(at - 2) == "it":
        return named_at(told, last + 2)
    if at == 0 and told.word(last + 1) == ",":
        return named_at(told, last + 2)
    if told.word(at - 1) in roles.PRACTISED:
        return subject_at(told, before_verb(told, at - 1))
    return None


def _holding(told: Told, first: int) -> Owner | None:
    """“held the rank of captain”, “in the uniform of a captain”, “wore a captain's stripes”."""
    at = first - 1 - (told.word(first - 1) in ("a", "an", "the"))
    if told.word(at) != "of" or told.word(at - 1) not in roles.OFFICE_NOUNS:
        return None
    if told.words & (telling.MODALS | telling.NEGATIONS):
        return None
    if told.word(at - 2) in telling.POSSESSIVES or told.word(at - 2) == "'s":
        return of_part(told, at - 2, at - 1)
    return only_person(told, frozenset(range(first, first + 3)))


def _appointed(told: Told, first: int) -> Owner | None:
    """“had been promoted captain”, “they had made X a captain”."""
    at = first - 1
    while told.word(at) in ("a", "an", "the", "to", "as", "rank", "of", "be"):
        at -= 1
    if told.word(first - 1) == "to" and told.word(first - 2) in roles.RISEN:
        verb = first - 2 - (told.word(first - 3) in ("had", "has"))
        return _unless_denied(told, subject_at(told, before_verb(told, verb)), first)
    if told.word(at) in ("made", "makes") and at == first - 1 and told.word(at - 1) in ("had", "has", "just"):
        verb = at - 1 - (told.word(at - 1) == "just")
        return _unless_denied(told, subject_at(told, before_verb(told, verb)), first)
    if told.word(at) in roles.PROMOTIONS and told.word(at - 1) in telling.POSSESSIVES | {"'s"}:
        return of_part(told, at - 1, at)
    if told.mention(at) and told.word(at - 1) in roles.APPOINTED and at == first - 2:
        return _unless_denied(told, named_at(told, at), at)
    if told.word(at) not in roles.APPOINTED or told.word(at - 1) not in ("been", "was", "is"):
        return None
    verb = at - 1 - (told.word(at - 1) == "been")
    while told.word(verb) in telling.ADVERBS | {"once", "more"}:
        verb -= 1
    if told.word(at - 1) == "been" and told.word(verb) not in (
        "had",
        "has",
        "just",
        "lately",
        "recently",
        "newly",
    ):
        return None
    return _unless_denied(told, subject_at(told, before_verb(told, verb)), at)


def named_at(told: Told, at: int) -> Owner | None:
    """Return who is named at an index."""
    mention = told.mention(at)
    return named(mention) if mention else None


def _unless_denied(told: Told, owner: Owner | None, end: int) -> Owner | None:
    said = {told.word(i) for i in range(end)}
    return None if said & (telling.MODALS | telling.NEGATIONS) else owner


def _manner(told: Told, first: int) -> Owner | None:
    """“With a captain's short patience X …”, “in his captain's coat”."""
    if told.word(first - 1) in telling.POSSESSIVES:
        return of_part(told, first - 1, first)
    if told.word(first - 1) in ("a", "an") and told.word(first - 2) in ("with", "in") and first == 2:
        return only_person(told, frozenset({first}))
    return None
