"""What stands in the slots of a form that is about somebody in a chapter."""

import random
import re
from dataclasses import dataclass

from fabula_daemon.story.tables.english.common_words import COMMON_WORDS
from tests.benchmarks.contradictions import values
from tests.benchmarks.contradictions.stories import Person, Story, titled


@dataclass(frozen=True)
class Task:
    """One form of a kind. `harmless` says why a distractor is one; `manner` is the slip, or who the stranger
    is.
    """

    kind: str
    form: str
    manner: str = ""
    harmless: str = ""


def slots(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    """Return what stands in the slots of a form about somebody in a chapter; None where it cannot be said."""
    sheet = person.entity.sheet
    assert sheet is not None
    introduced = story.world.canon.chapter(sheet.introduced)
    died = story.world.canon.chapter(sheet.died)
    if introduced is not None and chapter < introduced:
        return None
    if (died is not None and chapter > died) is not (task.kind == "deceased") and task.kind != "unknown":
        return None
    they, them, their, themself, man = person.pronouns
    if task.kind != "pronoun" and they == "they" and re.search(r"\{[Tt]hey\}", task.form):
        return None
    name = person.short if titled(person.short) or chance.random() < 0.8 else person.name
    if task.kind in ("rank", "misspelled"):
        name = person.formal if task.kind == "rank" and "Rank} {name}" in task.form else person.short
    filled = {
        "name": name,
        "they": they,
        "them": them,
        "their": their,
        "They": they.title(),
        "Their": their.title(),
    }
    filled |= {"themself": themself, "man": man, "theirs": {"his": "his"}.get(their, f"{their}s")}
    more = _SLOTS[task.kind](story, task, person, chapter, chance)
    return None if more is None else filled | more


def _colour(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    said = story.fact(person, task.kind, chapter)
    if not isinstance(said, str):
        return None
    right, wrong = said.split(",")[0], values.wrong_colour(task.kind, said, chance)
    family = values.family(task.kind, said)
    synonym = values.SYNONYMS.get((task.kind, family or ""))
    if wrong == "black" and " eye" in task.form and "eyes" not in task.form:
        return None  # one black eye may have been a fist
    if wrong is None or ("{synonym}" in task.form and synonym is None):
        return None
    return {
        "value": wrong,
        "a_value": values.article(wrong),
        "right": right,
        "a_right": values.article(right),
        "synonym": synonym or "",
    }


def _age(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    right = story.age(person, chapter)
    if right is None or right < 20:
        return None
    wrong = chance.choice([n for n in range(18, 90) if 8 <= abs(n - right) <= 18 and n // 10 != right // 10])
    young, old = (right - 3) // 10 * 10, (right + 3) // 10 * 10 + 10
    if "{young}" in task.form and young < 20:
        return None
    return {
        "age": values.in_words(wrong),
        "next_age": values.in_words(wrong),
        "decade_tens": values.in_words(wrong // 10 * 10),
        "right_tens": values.in_words(right // 10 * 10),
        "digits": str(wrong),
        "a_digits": f"{'an' if 80 <= wrong < 90 or wrong == 18 else 'a'} {wrong}",
        "ordinal": values.ordinal(wrong),
        "decade": values.decade(wrong),
        "young": values.in_words(max(young, 20)),
        "old": values.in_words(old),
        "right_age": values.in_words(right),
        "right_decade": values.decade(right),
        "younger": values.in_words(max(6, right - 9)),
        "older": values.in_words(right + 9),
        "few": values.in_words(chance.randint(3, 11)),
    }


def _rank(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    right = story.fact(person, "rank", chapter)
    if not isinstance(right, str) or titled(person.short):
        return None
    sheet = person.entity.sheet
    held = [str(fact.value) for fact in (sheet.facts.get("rank", ()) if sheet else ())]
    others = sorted({rank for rank in held if rank != right})
    if not others and right not in values.RANKS:
        ranks = {str(story.fact(other, "rank", chapter)) for other in story.people} - {"None", right}
        others = sorted(ranks - set(values.RANKS))
    wrong = chance.choice(others or [rank for rank in values.RANKS if rank != right])
    return {"Rank": wrong, "rank": wrong.lower(), "Right_rank": right, "right_rank": right.lower()}


def _nothing(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    return {}


def _pronoun(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    other = {"she": "he", "he": "she"}.get(person.pronouns[0]) or chance.choice(["he", "she"])
    words = (
        ("he", "him", "his", "himself", "man") if other == "he" else ("she", "her", "her", "herself", "woman")
    )
    filled = dict(zip(("w_they", "w_them", "w_their", "w_themself", "w_man"), words, strict=True))
    return filled | {"W_they": other.title()}


def _misspelled(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    word = max(person.short.split(), key=len)
    first = word[0] + (word[1:3] if word[1:2] in "hr" else "")
    filled = {"NAME": person.short.upper(), "plural": word + ("es" if word.endswith("s") else "s")}
    vowel = next((i for i, letter in enumerate(word) if i and letter in "aeiou"), 1)
    filled["stammer"] = f"{first[0]}-{first[0]}-{word}"
    filled["drawl"] = word[:vowel] + word[vowel] * 4 + word[vowel + 1 :]
    if task.harmless:
        return filled
    slip = slipped(story, person.short, task.manner, chance)
    return None if slip is None else {"slip": slip}


def slipped(story: Story, name: str, manner: str, chance: random.Random) -> str | None:
    """Return a name misspelled so that it is no other word of the story or the language."""
    for _ in range(8):
        slip = values.misspelled(name, manner, chance)
        if slip is None:
            return None
        bare = max(slip.split(), key=len)
        if manner == "lower" and bare in COMMON_WORDS:
            return None
        if manner == "lower" or (bare.casefold() not in story.words and bare.casefold() not in COMMON_WORDS):
            return slip
    return None


def _unknown(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    given = chance.choice([name for name in values.GIVEN if name.casefold() not in story.words])
    surname = chance.choice([name for name in values.SURNAMES if name.casefold() not in story.words])
    kin = [p.name.split()[-1] for p in story.people if len(p.name.split()) > 1 and not titled(p.name)]
    if task.manner == "kin" and not kin:
        return None
    return {
        "given": given,
        "surname": surname,
        "new": f"{given} {surname}",
        "Mr": chance.choice(values.TITLES),
        "kin": chance.choice(kin) if kin else "",
    }


def _whereabouts(
    story: Story, task: Task, person: Person, chapter: int, chance: random.Random
) -> dict[str, str] | None:
    place = story.stay(person, chapter)
    elsewhere = story.elsewhere(place) if place else ()
    return {"place": place, "elsewhere": chance.choice(elsewhere)} if place and elsewhere else None


_SLOTS = {
    "eyes": _colour,
    "hair": _colour,
    "age": _age,
    "rank": _rank,
    "deceased": _nothing,
    "pronoun": _pronoun,
    "misspelled": _misspelled,
    "unknown": _unknown,
    "whereabouts": _whereabouts,
}
