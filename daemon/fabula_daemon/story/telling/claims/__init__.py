"""What the narration claims of persons, each with the sentence that says so.

A claim is the narrator's: what somebody says or thinks, asks, dreams, remembers or supposes is none. It is
about whoever it must be about; where two persons could be meant there is no claim.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fabula_daemon.story.passages import Passage, Span
from fabula_daemon.story.telling.claims import ages, bodies, homes, kinship, looks, offices
from fabula_daemon.story.telling.claims.offices import ORDINARY, Vocabulary
from fabula_daemon.story.telling.claims.said import Said, Value
from fabula_daemon.story.telling.claims.tokens import Told, is_reported, tell
from fabula_daemon.story.world.canon import Entity

LOOKS, AGES, BODIES, KIN, HOMES, OFFICES = "looks", "ages", "bodies", "kin", "homes", "offices"
ALL = frozenset({LOOKS, AGES, BODIES, KIN, HOMES, OFFICES})
_TRIGGERS: Mapping[str, frozenset[str]] = {
    LOOKS: looks.TRIGGERS,
    AGES: ages.TRIGGERS,
    BODIES: bodies.TRIGGERS,
    KIN: kinship.TRIGGERS,
    HOMES: homes.TRIGGERS,
}
_READERS: Mapping[str, Callable[[Told], Iterator[Said]]] = {
    LOOKS: looks.read,
    AGES: ages.read,
    BODIES: bodies.read,
    KIN: kinship.read,
    HOMES: homes.read,
}
_WORDS = re.compile(r"[a-z]+|(?<!\d)\d{1,3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Claim:
    """The words at [start, end) say that `entity` has `value` for `key`; offsets count from the paragraph's
    start.

    `entity` is None where the one called `name` is in no sheet. The value is, for eyes and hair, the plain
    colours that it may be; for ages the years from and to, for heights the centimetres; for kinship the
    relation, with `other` who it is; a text else. `sentence` is where the sentence stands.
    """

    start: int
    end: int
    entity: Entity | None
    name: str
    key: str
    value: Value
    sentence: Span
    text: str
    other: Entity | None = None
    other_name: str = ""


@lru_cache(maxsize=4)
def _ordinary() -> Vocabulary:
    return offices.vocabulary(ORDINARY)


def claims(
    passage: Passage, kinds: frozenset[str] = ALL, vocabulary: Vocabulary | None = None
) -> Iterator[Claim]:
    """Yield what the narration of a passage claims, in the order of the sentences.

    `kinds` says of what; `vocabulary` which words say what somebody is (`offices.vocabulary`).
    """
    names = _ordinary() if vocabulary is None else vocabulary
    words = words_of(passage.text)
    wanted = {kind for kind in kinds if _has(kind, words, names)}
    if not wanted or passage.paragraph.kind != "prose":
        return
    for span in passage.sentences:
        here = words_of(passage.text[slice(*span)])
        there = {kind for kind in wanted if _has(kind, here, names)}
        if there:
            told = tell(passage, span)
            for kind in sorted(there):
                found = offices.read(told, names) if kind == OFFICES else _READERS[kind](told)
                yield from (_claim(told, one) for one in found if not is_reported(told, one.start))


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """Return the words and numbers of a text in lower case; of what was asked for just now, from memory."""
    return frozenset(_WORDS.findall(text.lower()))


def _has(kind: str, words: frozenset[str], names: Vocabulary) -> bool:
    if kind == OFFICES:
        return not words.isdisjoint(names)
    return not words.isdisjoint(_TRIGGERS[kind]) or (kind == AGES and any(word.isdigit() for word in words))


def _claim(told: Told, one: Said) -> Claim:
    text = told.passage.text[one.start : one.end]
    other, called = (one.other.entity, one.other.name) if one.other else (None, "")
    who = one.owner
    return Claim(one.start, one.end, who.entity, who.name, one.key, one.value, told.span, text, other, called)
