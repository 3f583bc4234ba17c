"""Values that stand in a sentence about one person only, however they are tied to her.

The other readers know how English says whose eyes are green; this one asks only whether they can be anybody
else's. It is silent at anything that is denied, wished, likened, seen or possible.
"""

from collections.abc import Iterator

from fabula_daemon.story.tables.english import appearance, near, numerals, persons, roles, telling
from fabula_daemon.story.telling.claims.antecedents import GENDERS
from fabula_daemon.story.telling.claims.numbers import OLDEST, Number, numbers, ordinal
from fabula_daemon.story.telling.claims.owners import before_verb, only_person
from fabula_daemon.story.telling.claims.said import Said, said
from fabula_daemon.story.telling.claims.tokens import Told, is_unreal

Colours = appearance.Colours
_FAR = 14
_BEHIND = (
    telling.PREPOSITIONS
    | telling.ADVERBS
    | telling.SHOWN
    | telling.SUBJECTS
    | frozenset({"and", "but", "or"})
)


def is_guarded(told: Told) -> bool:
    """Whether a sentence has anything that may make what it says another's, or not so."""
    return is_unreal(told) or not near.GUARDS.isdisjoint(told.words)


def colours(told: Told, heads: frozenset[str], key: str, known: Colours) -> Iterator[Said]:
    """Yield the colour of eyes or hair in a sentence that has one colour and one person."""
    at = [i for i, token in enumerate(told.tokens) if token.text in heads and not _is_of_thing(told, i)]
    named = [i for i, token in enumerate(told.tokens) if token.text in known and _is_free(told, i, heads)]
    plain = [i for i in named if told.word(i) not in appearance.TONES]
    if not at or not plain or is_guarded(told) or not told.words.isdisjoint(appearance.BEHOLDING):
        return
    if {told.word(0), told.word(1)} & telling.OTHER_TIME or appearance.DISGUISES & told.words:
        return
    value = frozenset().union(*(known[told.word(i)] for i in plain))
    first, last = plain[0], plain[-1]
    apart = range(min(first, at[0]) + 1, max(last, at[0]))
    if len(apart) > _FAR or any(told.word(i) in near.COLOURED for i in apart):
        return
    owner = only_person(told)
    if owner:
        yield said(told, owner, key, value, (first, last))


def _is_free(told: Told, at: int, heads: frozenset[str]) -> bool:
    """Whether a colour describes nothing else: no noun follows, and it is not what somebody wears."""
    before, after = told.word(at - 1), told.word(at + 1)
    if (
        before in near.WORN | near.COLOURED
        or after in appearance.CAUSES - {"in", "by"}
        or after in appearance.LIGHT
    ):
        return False
    if before == "the" and after not in ("of", "in"):
        return after in heads
    return told.ends_clause(at + 1) or after in heads | appearance.DEPTHS | _BEHIND


def _is_of_thing(told: Told, head: int) -> bool:
    """Whether hair or an eye is of a thing: “hair cloth”, “the eye of the signal”."""
    if told.word(head + 1) in appearance.OF_HAIR:
        return True
    return (
        told.word(head + 1) == "of" and not told.mention(head + 2) and told.word(head + 2) not in ("a", "an")
    )


def ages(told: Told) -> Iterator[Said]:
    """Yield the age in a sentence that speaks of years, and has one person."""
    if is_guarded(told) or not told.words.isdisjoint(near.NO_AGES | near.OTHER_TIMES):
        return
    found = [number for number in numbers(told) if _is_of_age(told, number)]
    years = [(number.first, number.last, number.years) for number in found]
    for at, token in enumerate(told.tokens):
        spelt = ordinal(told, at - 1) if token.text in ("year", "birthday") else None
        if spelt and told.word(spelt[0] - 1) in telling.POSSESSIVES | {"'s"}:
            low = spelt[1] - (token.text == "year")
            years.append((spelt[0], at, (low, spelt[1])))
    if len(years) == 1 and (owner := only_person(told)):
        first, last, value = years[0]
        yield said(told, owner, "age", value, (first, last))


def _is_of_age(told: Told, number: Number) -> bool:
    """Whether a number counts the years of a life: “fifty years had bent X”, “X, fifty if a day”."""
    before, after = told.word(number.first - 1), told.word(number.last + 1)
    if told.word(number.last).rpartition("-")[2] in numerals.DECADES:
        return before in telling.POSSESSIVES | {"'s"}
    verb = before_verb(told, number.first)
    if told.word(verb) in telling.SHOWN and not _is_person(told, before_verb(told, verb)):
        return False
    least = number.years[0] if number.years[1] == OLDEST else number.years[1]
    if before == "at":
        stands = told.ends_clause(number.last + 1) and not {"was", "were"}.isdisjoint(told.words)
        return stands and least >= near.ADULT
    if not near.ADULT <= least < near.ANCIENT or before in near.BEFORE_A_SPAN:
        return False
    if after == "candles" and "cake" in told.words:
        return True
    if before == "of" and told.word(number.first - 2) not in near.WEIGHTS | persons.GENERAL_NOUNS:
        return False
    if after in ("years", "year", "winters", "summers", "springs"):
        behind = told.word(number.last + 2)
        if (behind == "behind" and told.word(number.last + 3) in GENDERS) or (
            behind == "ago" and told.word(number.first - 1) == "born"
        ):
            return True
        return behind not in near.BEHIND_A_SPAN or told.word(number.last + 3) in ("age", "life")
    of_age = not told.words.isdisjoint(near.AGEING)
    return of_age and (told.ends_clause(number.last + 1) or after in near.BEHIND_AN_AGE)


def _is_person(told: Told, at: int) -> bool:
    """Whether a subject is somebody, or her age: “the house was fifty years old” tells of no person."""
    return bool(told.mention(at)) or told.word(at) in telling.SUBJECTS | {"who", "age"}


def ranks(told: Told, first: int, last: int) -> Iterator[Said]:
    """Yield that the only person of a sentence has the rank that it names with “a”, or with no article."""
    if told.word(last) in roles.WEAK_RANKS and not (
        told.word(first - 1) in ("a", "as") and told.ends_clause(last + 1)
    ):
        return
    if is_guarded(told) or (told.word(last).endswith("'s") and told.word(last + 1) not in near.INSIGNIA):
        return
    article = told.word(first - 1) in ("a", "an")
    before = told.word(first - 1 - article)
    after = told.word(last + 1)
    if told.word(first - 1) == "the" or after in near.DOES or after in ("who", "whom"):
        return
    if before == "of" and told.word(first - 2 - article) not in near.INSIGNIA | roles.OFFICE_NOUNS:
        return
    if before in near.OF_ANOTHER or (
        first - article == 0 and after.isalpha() and after not in telling.ADVERBS
    ):
        return
    if not article and before not in near.BEFORE_A_RANK and not told.word(last).endswith("'s"):
        return
    owner = only_person(told, frozenset(range(first, last + 1)))
    if owner:
        value = " ".join(told.word(at) for at in range(first, last + 1)).removesuffix("'s")
        yield said(told, owner, "rank", value, (first, last))
