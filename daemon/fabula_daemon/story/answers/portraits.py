"""What the narration shows of somebody, as a sheet for the author to look through: the pronouns, and what is
claimed of eyes, age, rank and kin, each with the sentence that says so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml

from fabula_daemon.story.answers.proposals import Chapter, Person, Quote, quoted
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.telling.claims import Claim, claims
from fabula_daemon.story.world.canon import Entity

_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_PRONOUNS = {"m": "he/him", "f": "she/her"}
_VOTES, _CLEAR = 3, 0.85
_MOST_QUOTES = 3
_UNBROKEN = 10_000
_NOTICE = """\
# Fabula proposes this sheet by what the manuscript says. While the next line stands here it counts for
# nothing: mend what is wrong, remove the line, and move the file to your other sheets.
"""


@dataclass(frozen=True, slots=True)
class Trait:
    """What some sentences say of somebody under one key; `value` is None where they contradict each other."""

    key: str
    value: Any
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """Somebody, with what is shown of them."""

    person: Person
    pronouns: str | None
    traits: tuple[Trait, ...]


def portraits(persons: Sequence[Person], chapters: Iterable[Chapter]) -> list[Portrait]:
    """Return what the chapters show of each person; they must have been read by a canon that has them."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    said: dict[str, list[tuple[Claim, Quote]]] = defaultdict(list)
    for chapter in chapters:
        for passage in chapter.passages:
            for entity, gender in _pronouns(passage):
                votes[entity.name][gender] += 1
            for claim in claims(passage):
                if claim.entity is not None:
                    said[claim.entity.name].append((claim, quoted(chapter, passage, *claim.sentence)))
    return [
        Portrait(person, _voted(votes[person.name], person.gender), tuple(_traits(said[person.name])))
        for person in persons
    ]


def sheet(portrait: Portrait) -> str:
    """Return the text of the sheet that proposes somebody."""
    person = portrait.person
    keys: dict[str, Any] = {"proposed": True, "name": person.name, "kind": "character"}
    if person.aliases:
        keys["aliases"] = list(person.aliases)
    if portrait.pronouns:
        keys["pronouns"] = portrait.pronouns
    keys |= {trait.key: trait.value for trait in portrait.traits if trait.value is not None}
    keys["introduced"] = person.introduced
    lines = "".join(f"{key}: {_yaml(value)}\n" for key, value in keys.items())
    return f"---\n{_NOTICE}{lines}---\n\n{''.join(_body(portrait))}"


def _yaml(value: Any) -> str:
    """Return a value on one line."""
    dumped = yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, width=_UNBROKEN)
    return str(dumped).strip()[1:-1]


def _pronouns(passage: Passage) -> Iterator[tuple[Entity, str]]:
    """Yield who seems to be he or she: who alone is named in a sentence of the narration, by the first
    pronoun behind the name.
    """
    for start, end in passage.sentences:
        named = [mention for mention in passage.mentions if start <= mention.start < end]
        if len(named) != 1 or named[0].entity is None or passage.is_claim(named[0].start):
            continue
        for found in _PRONOUN.finditer(passage.text, named[0].end, end):
            if not passage.is_claim(found.start()):
                yield named[0].entity, "f" if found[0].casefold() in _FEMALE else "m"
                break


def _voted(votes: Counter[str], told: str | None) -> str | None:
    """Return the pronouns by title, else by a clear majority of what the narration says."""
    total = votes.total()
    gender = next((g for g, count in votes.items() if count >= max(_VOTES, _CLEAR * total)), None)
    return _PRONOUNS.get(gender or told or "")


def _traits(said: Iterable[tuple[Claim, Quote]]) -> Iterator[Trait]:
    by_key: dict[str, list[tuple[Any, Quote]]] = defaultdict(list)
    for claim, quote in said:
        key = str(claim.value) if claim.key == "kin" else claim.key
        value = _as_written(claim)
        if value is not None and key != "sex":  # the pronouns say it
            by_key[key].append((value, quote))
    for key, found in by_key.items():
        first, quote = found[0]
        agreed = first if all(value == first for value, _ in found) else None
        if key == "age" and agreed is not None:
            agreed = {"value": agreed, "as_of": quote.chapter}
        yield Trait(key, agreed, tuple(dict.fromkeys(quote for _, quote in found)))


def _as_written(claim: Claim) -> Any:
    """Return a claim's value as it would stand in a sheet; None if it is not told closely enough."""
    if claim.key == "kin":
        return claim.other.name if claim.other else claim.other_name or None
    if isinstance(claim.value, str):
        return claim.value
    if isinstance(claim.value, frozenset):
        return min(claim.value) if len(claim.value) == 1 else None
    least, most = claim.value
    if least != most:
        return None
    return least if claim.key == "age" else f"{least} cm"


def _body(portrait: Portrait) -> Iterator[str]:
    person = portrait.person
    count, chapters = sum(person.mentions.values()), len(person.mentions)
    times = "once" if count == 1 else f"{count} times"
    several = f" in {chapters} chapters" if chapters > 1 else ""
    yield f"Named {times}{several}, first in {_link(person.first)}:\n\n> {person.first.text}\n"
    for trait in portrait.traits:
        said = f"`{trait.key}`" if trait.value is not None else f"`{trait.key}`, which is not always the same"
        yield f"\n{said}:\n"
        for quote in trait.quotes[:_MOST_QUOTES]:
            yield f"\n> {quote.text} ({_link(quote)})\n"


def _link(quote: Quote) -> str:
    return f"[[{PurePosixPath(quote.path).stem}]]"
