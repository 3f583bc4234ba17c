"""What a sheet declares as of a chapter, and whether a claim of the text agrees with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fabula_daemon.story.tables.english import appearance, roles
from fabula_daemon.story.tables.sheet_keys import SPELLINGS
from fabula_daemon.story.telling.claims import Claim
from fabula_daemon.story.text.folding import fold, fold_name
from fabula_daemon.story.world.canon import Canon, Entity

KEYS = SPELLINGS
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_FEET = re.compile(r"""(\d)\s*(?:'|ft\b|feet\b|foot\b)\s*(\d{1,2})?""")
_METRES = re.compile(r"(\d[.,]\d{1,2})\s*(?:m\b|met)")
_CENTIMETRES = re.compile(r"(\d{3})\s*(?:cm\b|centi)?")
_LEEWAY = 2


@dataclass(frozen=True, slots=True)
class Declared:
    """The value that a sheet gives under `key`, as of a chapter."""

    key: str
    value: Any

    @property
    def text(self) -> str:
        """The value as it is read, in lower case."""
        items = self.value if isinstance(self.value, list) else [self.value]
        return ", ".join(fold(str(item)) for item in items).lower()


def held(canon: Canon, entity: Entity, key: str, chapter: int | None) -> Declared | None:
    """Return what the sheet of an entity says of `key` as of a chapter.

    Where the chapter is not known, only what always holds is.
    """
    if entity.sheet is None or entity.sheet.kind == "roster":
        return None
    for name in KEYS.get(key, (key,)):
        facts = entity.sheet.facts.get(name)
        if not facts:
            continue
        if chapter is None and any(fact.since is not None for fact in facts):
            return None
        value = canon.fact(entity, name, chapter or 0)
        return (
            None if value is None or value == "" or isinstance(value, (dict, bool)) else Declared(name, value)
        )
    return None


def contradicts(claim: Claim, declared: Declared, entity: Entity, canon: Canon, chapter: int | None) -> bool:
    """Whether a claim cannot be true beside what a sheet declares."""
    judge = _JUDGES.get(claim.key)
    if judge is None:
        return False
    return judge(claim, declared, entity, canon, chapter)


Judge = Callable[[Claim, Declared, Entity, Canon, int | None], bool]


def _colour(claim: Claim, declared: Declared, *_: Any) -> bool:
    colours = appearance.EYE_COLOURS if claim.key == "eyes" else appearance.HAIR_COLOURS
    words = [word for word in _WORD.findall(declared.text) if word in colours]
    plain = [word for word in words if word not in ("dark", "light", "pale")] or words
    right = frozenset[str]().union(*(colours[word] for word in plain))
    return bool(right) and isinstance(claim.value, frozenset) and not right & claim.value


def _hand(claim: Claim, declared: Declared, *_: Any) -> bool:
    right = {word for word in re.findall(r"[a-z]+", declared.text) if word in ("left", "right", "both")}
    right |= {"both"} if "ambidextrous" in declared.text else set()
    return len(right) == 1 and claim.value not in right and right != {"both"}


def _mark(claim: Claim, declared: Declared, *_: Any) -> bool:
    mark, side, part = str(claim.value).split()
    words = re.findall(r"[a-z]+", declared.text)
    other = "right" if side == "left" else "left"
    return (
        _stem(mark) in {_stem(word) for word in words}
        and (other in words)
        and side not in words
        and (_stem(part) in {_stem(word) for word in words})
    )


def _height(claim: Claim, declared: Declared, *_: Any) -> bool:
    centimetres = _centimetres(declared)
    if centimetres is None or not isinstance(claim.value, tuple):
        return False
    low, high = claim.value
    return not low - _LEEWAY <= centimetres <= high + _LEEWAY


def _centimetres(declared: Declared) -> float | None:
    if isinstance(declared.value, (int, float)):
        value = float(declared.value)
        return value if value > 100 else value * 100 if 0.5 < value < 2.6 else None
    text = declared.text
    if match := _FEET.search(text):
        return int(match[1]) * 30.48 + int(match[2] or 0) * 2.54
    if match := _METRES.search(text):
        return float(match[1].replace(",", ".")) * 100
    match = _CENTIMETRES.search(text)
    return float(match[1]) if match else None


def _rank(claim: Claim, declared: Declared, entity: Entity, canon: Canon, chapter: int | None) -> bool:
    said = _expanded(str(claim.value))
    names = (entity.name, *entity.aliases)
    own = [declared.text, *(fold_name(name).lower() for name in names)]
    own += [other.text for key in ("title", "occupation") if (other := held(canon, entity, key, chapter))]
    return not any(_one_is_in_other(said, _expanded(text)) for text in own)


def _expanded(text: str) -> tuple[str, ...]:
    return tuple(roles.RANK_SHORT.get(word, word) for word in re.findall(r"[^\W_]+", text.lower()))


def _one_is_in_other(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _occupation(claim: Claim, declared: Declared, entity: Entity, canon: Canon, chapter: int | None) -> bool:
    texts = [declared.text]
    texts += [other.text for key in ("title", "rank") if (other := held(canon, entity, key, chapter))]
    texts += [name.lower() for name in (entity.name, *entity.aliases)]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    callings = frozenset[int]().union(*(roles.CALLINGS.get(word, frozenset()) for word in words))
    said = str(claim.value)
    known = frozenset[int]().union(
        *(roles.CALLINGS.get(w, frozenset()) for w in re.findall(r"[a-z]+", declared.text))
    )
    return bool(known) and said not in words and not callings & roles.CALLINGS.get(said, callings)


def _status(claim: Claim, declared: Declared, *_: Any) -> bool:
    said = {"single": "unmarried"}.get(str(claim.value), str(claim.value))
    for word in re.findall(r"[a-z]+", declared.text):
        if word in roles.STATUS:
            return said not in roles.STATUS[word]
    return False


def _species(claim: Claim, declared: Declared, *_: Any) -> bool:
    words = set(re.findall(r"[a-z]+", declared.text))
    return not ({str(claim.value), f"{claim.value}s"} & words) and bool(words)


def _sex(claim: Claim, declared: Declared, *_: Any) -> bool:
    words = set(re.findall(r"[a-z]+", declared.text))
    male, female = bool(words & roles.MALE_SEX), bool(words & roles.FEMALE_SEX)
    said = str(claim.value)
    return male != female and (said in roles.FEMALE_SEX) == male


def _home(claim: Claim, declared: Declared, entity: Entity, canon: Canon, chapter: int | None) -> bool:
    """Only between two places of the world that do not know of each other: one may lie in the other."""
    said, home = canon.find(str(claim.value)), canon.find(str(declared.value))
    if said is None or home is None or said == home or said.kind != "place" or home.kind != "place":
        return False
    texts = [place.sheet.text for place in (said, home) if place.sheet]
    return not (
        any(form in texts[-1] for form in (said.name, *said.aliases))
        or any(form in texts[0] for form in (home.name, *home.aliases))
    )


def _stem(word: str) -> str:
    """Return a noun without the ending of its plural."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


_JUDGES: Mapping[str, Judge] = {
    "eyes": _colour,
    "hair": _colour,
    "handedness": _hand,
    "scars": _mark,
    "height": _height,
    "rank": _rank,
    "occupation": _occupation,
    "status": _status,
    "species": _species,
    "sex": _sex,
    "home": _home,
}
