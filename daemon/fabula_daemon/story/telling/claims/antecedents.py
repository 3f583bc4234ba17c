"""Whom a pronoun of the narration means; nobody, where two persons could be meant."""

import re

from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.tables import english
from fabula_daemon.story.tables.english import persons
from fabula_daemon.story.tables.english.roles import OFFICES
from fabula_daemon.story.telling.claims.tokens import PREDICATE
from fabula_daemon.story.text.folding import fold
from fabula_daemon.story.world.canon import Entity, gender_of_title

GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themself", "themselves"), "t"),
}
_PRONOUNS = {
    "m": re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
    "f": re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
    "t": re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE),
}
_WORD = re.compile(r"[^\W\d_]+")
_UNNAMED = {
    "m": persons.MALE_NOUNS | persons.EITHER_NOUNS | OFFICES,
    "f": persons.FEMALE_NOUNS | persons.EITHER_NOUNS | OFFICES | persons.FEMININE_THINGS,
    "t": persons.PLURAL_NOUNS | persons.EITHER_NOUNS | OFFICES,
}
_TOLD = {"m": persons.MALE_NOUNS, "f": persons.FEMALE_NOUNS, "t": persons.PLURAL_NOUNS}
_FARTHEST = 1
_LONGEST_PREDICATE = 60
_APPOSED = re.compile(r", (?:a|an|the) (?:[\w-]+,? ){0,3}\Z")


def gender_of(entity: Entity) -> str | None:
    """Return "m", "f", "t" for somebody who is they, or None if the sheet does not say."""
    if entity.gender:
        return entity.gender
    facts = entity.sheet.facts.get("pronouns", ()) if entity.sheet else ()
    first = str(facts[0].value).casefold().split("/")[0].strip() if facts else ""
    return "t" if first == "they" else None


def gender_of_mention(mention: Mention) -> str | None:
    """Return the gender of whom a mention names; of a stranger, as the title or first name tells."""
    if mention.entity:
        return gender_of(mention.entity)
    words = fold(mention.text).split()
    titled = gender_of_title(words[0]) if words else None
    if titled:
        return titled
    first = next((w.casefold() for w in words if w.casefold().rstrip(".") not in english.TITLES), "")
    male, female = first in english.MALE_GIVEN_NAMES, first in english.FEMALE_GIVEN_NAMES
    return "m" if male and not female else "f" if female and not male else None


def may_be(gender: str | None, pronoun: str) -> bool:
    """Whether somebody of a gender (None: not known) may be meant by a pronoun's."""
    return gender is None or gender == pronoun


def antecedent(passage: Passage, offset: int, pronoun: str) -> Entity | None:
    """Return whom the pronoun at `offset` of the narration means, None if that is not certain.

    It is the only one of that gender whom the paragraph has named or described before; or who is the subject
    of the last sentence that named one; or the only one that the paragraph before named.
    """
    gender = GENDERS[pronoun.lower()]
    before = [
        m
        for m in passage.mentions
        if m.end <= offset and (m.known or m.certain) and may_be(gender_of_mention(m), gender)
    ]
    if not before:
        return None if is_described(passage, 0, offset, gender) else _in_mind(passage, offset, gender)
    if has_another(passage, max(before[-1].end, passage.sentence_at(offset)[0]), offset, gender):
        return None
    first = before[0]
    if len({_identity(m) for m in before}) == 1:
        earlier = _PRONOUNS[gender].search(passage.text, 0, first.start)
        if earlier and not passage.is_claim(earlier.start()) and gender != "t":
            return None
        if is_described(passage, 0, offset, gender):
            return _subject(passage, offset, gender, before)
        return first.entity
    return _subject(passage, offset, gender, before)


_ANOTHER = {
    "m": re.compile(
        r"(?<!behind )(?<!about )(?<!around )(?<!before )(?<!beside )(?<!round )\bhim\b", re.IGNORECASE
    ),
    "f": re.compile(
        r"\bher\b(?=\s*(?:[^\w\s]|(?:to|at|in|on|with|from|for|by|and|as|that|the|a|an|then|up)\b|\Z))",
        re.IGNORECASE,
    ),
    "t": re.compile(r"\bthem\b", re.IGNORECASE),
}


def has_another(passage: Passage, start: int, end: int, gender: str) -> bool:
    """Whether the narration between two offsets has a pronoun of a gender as an object: another than the one
    who acts there.
    """
    return any(not passage.is_claim(m.start()) for m in _ANOTHER[gender].finditer(passage.text, start, end))


def _identity(mention: Mention) -> object:
    return mention.entity or fold(mention.text)


def _subject(passage: Passage, offset: int, gender: str, before: list[Mention]) -> Entity | None:
    """Return the only one whom the last sentence that names anybody fitting names, if it begins with that."""
    start, end = passage.sentence_at(before[-1].start)
    here = [m for m in before if m.start >= start]
    if len({_identity(m) for m in here}) > 1 or passage.is_claim(here[0].start):
        return None
    opening = passage.text[start : here[0].start]
    if (
        opening.strip()
        or is_described(passage, start, offset, gender)
        or passage.sentence_at(offset)[0] > end + 400
    ):
        return None
    return here[0].entity


def _in_mind(passage: Passage, offset: int, gender: str) -> Entity | None:
    """Return the only one of a gender whom the reader has in mind where the paragraph begins."""
    focus = passage.focus
    if None in focus.last or focus.gap > _FARTHEST:
        return None
    fitting = [entity for entity in focus.last if entity and may_be(gender_of(entity), gender)]
    if len(fitting) != 1:
        return None
    others = [e for e in focus.recent if e not in fitting and may_be(gender_of(e), gender)]
    spoken = any(start < offset for start, _ in passage.spoken)
    if others and (focus.gap or spoken):
        return None
    return fitting[0]


def is_described(passage: Passage, start: int, end: int, gender: str, *, told: bool = False) -> bool:
    """Whether the narration between two offsets has somebody without a name who may be of a gender.

    With `told` only words that tell it count: a woman does, a doctor does not.
    """
    return any(
        _fits(match.group().lower(), gender, told)
        and not passage.is_claim(match.start())
        and not any(m.start <= match.start() < m.end for m in passage.mentions)
        and not _is_predicate(passage, start, match.start())
        for match in _WORD.finditer(passage.text, start, end)
    )


def _is_predicate(passage: Passage, start: int, at: int) -> bool:
    """Whether the noun at an offset says what somebody is who is named: “she was a …”, “X, a …”."""
    before = max(start, at - _LONGEST_PREDICATE)
    if PREDICATE.search(passage.text, before, at):
        return True
    apposed = _APPOSED.search(passage.text, before, at)
    return apposed is not None and any(mention.end == apposed.start() for mention in passage.mentions)


def _fits(word: str, gender: str, told: bool) -> bool:
    if word in _UNNAMED[gender]:
        return not told or word in _TOLD[gender]
    if word.endswith("s") and word[:-1] in _TOLD[gender]:
        return True
    if word.endswith(("woman", "girl", "women", "ladies")):
        return gender == "f"
    return gender == "m" and word.endswith(("man", "boy", "men")) and word not in persons.NOBODY_WORDS
