"""What the narration says of who is whose husband, sister, mother."""

from collections.abc import Iterator

from fabula_daemon.story.tables.english import persons, telling
from fabula_daemon.story.telling.claims.owners import Owner, meant, named, subject_at
from fabula_daemon.story.telling.claims.said import Said, said
from fabula_daemon.story.telling.claims.tokens import Told, is_unreal

KEY = "kin"
TRIGGERS = frozenset(persons.KIN) | frozenset("brothers sisters twins cousins".split())
_LIKE_AGE = frozenset(
    "elder older younger little big youngest eldest oldest own dear beloved only young new twin".split()
)
_PLURAL = {"brothers": "brother", "sisters": "sister", "twins": "twin", "cousins": "cousin"}
_CLOSING = frozenset(",.;:!?)—–-")


def read(told: Told) -> Iterator[Said]:
    """Yield what a sentence says of kin."""
    if is_unreal(told) or telling.NEGATIONS & told.words:
        return
    for at, token in enumerate(told.tokens):
        word = token.text
        if word in _PLURAL and (pair := _pair(told, at)):
            yield said(told, pair[0], KEY, _PLURAL[word], (at, at), other=pair[1])
        elif word in persons.KIN:
            yield from _of_kin(told, at)


def _of_kin(told: Told, kin: int) -> Iterator[Said]:
    left = kin - 1
    while told.word(left) in _LIKE_AGE:
        left -= 1
    relation = told.word(kin)
    owner = _possessor(told, left)
    if (
        owner is None
        and told.word(kin + 1) == "of"
        and told.mention(kin + 2)
        and not told.is_possessor(kin + 2)
    ):
        mention = told.mention(kin + 2)
        owner = named(mention) if mention else None
        other = _before(told, left - (told.word(left) in ("the", "a")) + 1)
        if owner and other:
            yield said(told, owner, KEY, relation, (left + 1, kin), other=other)
        return
    if owner is None:
        return
    first = left - (told.word(left) == "'s")
    other = _after(told, kin) or _before(told, first)
    if other and other != owner:
        yield said(told, owner, KEY, relation, (first, kin), other=other)
    elif other is None and told.word(left) == "'s" != told.word(kin + 1):
        yield said(told, owner, KEY, relation, (first, kin))


def _possessor(told: Told, at: int) -> Owner | None:
    if told.word(at) == "'s":
        mention = told.mention(at - 1)
        return named(mention) if mention else None
    return meant(told, at) if told.word(at) in telling.POSSESSIVES and told.word(at) != "their" else None


def _after(told: Told, kin: int) -> Owner | None:
    """“her brother Tom”, “her brother, Tom,”, “her brother was Tom”."""
    at = kin + 1
    if told.word(at) == "," or told.word(at) in ("was", "is"):
        at += 1
        if told.word(at + 1) not in _CLOSING:
            return None
        if told.word(at + 1) == "," and told.word(kin + 1) == "," and told.word(at + 2) == "and":
            return None
    mention = told.mention(at)
    return named(mention) if mention and not told.is_possessor(at) else None


def _before(told: Told, first: int) -> Owner | None:
    """“Tom, her brother,”, “Tom was her brother”, at whose first word `first` is."""
    if told.word(first - 1) == "," and told.mention(first - 2) and told.word(first - 3) not in ("and", ","):
        end = next((i for i in range(first, len(told.tokens)) if told.word(i) in _CLOSING), len(told.tokens))
        mention = told.mention(first - 2)
        if (
            mention
            and end - first <= 6
            and told.word(end + 1) != "and"
            and "and" not in [told.word(i) for i in range(first, end)]
        ):
            return named(mention)
        return None
    if told.word(first - 1) in ("was", "is"):
        return subject_at(told, first - 2)
    return None


def _pair(told: Told, at: int) -> tuple[Owner, Owner] | None:
    """“Tom and Anna were cousins”."""
    if told.word(at - 1) not in ("were", "are") or told.word(at - 3) != "and":
        return None
    first, second = told.mention(at - 4), told.mention(at - 2)
    one, two = (named(m) if m else None for m in (first, second))
    return (one, two) if one and two else None
