"""What the bench puts into a form: a colour that is wrong beyond doubt, an age in words, a misspelling, a
stranger's name.
"""

import random
import re
from collections.abc import Callable, Mapping

# Colours that no reader would take for one another stand in different families; those of one family, and of
# families that are near, are never used against each other.
EYES: Mapping[str, tuple[str, ...]] = {
    "brown": ("brown",),
    "black": ("black",),
    "blue": ("blue",),
    "violet": ("violet",),
    "green": ("green",),
    "grey": ("grey", "gray"),
    "hazel": ("hazel",),
}
HAIR: Mapping[str, tuple[str, ...]] = {
    "black": ("black",),
    "brown": ("brown", "chestnut"),
    "red": ("red", "auburn", "ginger"),
    "fair": ("fair", "blond", "flaxen", "sandy", "golden"),
    "grey": ("grey", "gray"),
    "white": ("white",),
}
_NEAR: Mapping[str, frozenset[str]] = {
    "brown": frozenset({"black", "hazel", "red"}),
    "black": frozenset({"brown"}),
    "blue": frozenset({"grey", "violet"}),
    "violet": frozenset({"blue"}),
    "green": frozenset({"hazel", "grey"}),
    "grey": frozenset({"blue", "green", "white"}),
    "hazel": frozenset({"brown", "green"}),
    "red": frozenset({"brown"}),
    "fair": frozenset({"white"}),
    "white": frozenset({"grey", "fair"}),
}
SYNONYMS: Mapping[tuple[str, str], str] = {
    ("eyes", "brown"): "dark brown",
    ("eyes", "black"): "dark",
    ("eyes", "blue"): "light blue",
    ("eyes", "violet"): "deep violet",
    ("eyes", "green"): "sea-green",
    ("eyes", "grey"): "steel-grey",
    ("hair", "black"): "raven",
    ("hair", "brown"): "nut-brown",
    ("hair", "red"): "dark red",
    ("hair", "fair"): "golden",
    ("hair", "grey"): "iron-grey",
    ("hair", "white"): "snowy",
}
RANKS = ("Corporal", "Sergeant", "Lieutenant", "Captain", "Major", "Colonel", "General")
TITLES = ("Mr.", "Mrs.", "Miss", "Professor", "Lady")
GIVEN = (
    "Agnes Lionel Odile Marek Tobias Hester Bertram Yolanda Fenella Cyril Dagmar Ruben Perpetua Nikolai "
    "Winifred Ambrose Leocadia Rashid Sunniva Gilbert"
).split()
SURNAMES = (
    "Thackwood Pellingham Orrick Vasko Brandreth Haverill Quarles Tressider Zelenko Mowbray Adeyemi "
    "Castellane Ngata Wyndlow Kessler Ostrander Fairweather Lindqvist Dunmore Sokolova"
).split()

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"} | {
    "nine": "ninth",
    "twelve": "twelfth",
}


def family(attribute: str, value: str) -> str | None:
    """Return the family of the one colour that `value` names; None if it names none, or several."""
    families = EYES if attribute == "eyes" else HAIR
    words = set(re.findall(r"[a-z]+", value.casefold()))
    found = [name for name, members in families.items() if words & set(members)]
    return found[0] if len(found) == 1 else None


def wrong_colour(attribute: str, value: str, chance: random.Random) -> str | None:
    """Return a colour that `value` is not, whatever the light."""
    right = family(attribute, value)
    if right is None:
        return None
    families = EYES if attribute == "eyes" else HAIR
    others = [name for name in families if name != right and name not in _NEAR.get(right, ())]
    chosen = families[chance.choice(others)]
    return chance.choice([word for word in chosen if word != "gray"])


def in_words(number: int) -> str:
    """Return a number up to ninety-nine in words."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def ordinal(number: int) -> str:
    """Return a number up to ninety-nine as an ordinal in words."""
    head, dash, last = in_words(number).rpartition("-")
    if last in _ORDINALS:
        return head + dash + _ORDINALS[last]
    return head + dash + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def decade(number: int) -> str:
    """Return the decade of an age: “fifties”; of one below twenty, “teens”."""
    return "teens" if number < 20 else _TENS[number // 10][:-1] + "ies"


def article(words: str) -> str:
    """Return words behind “a” or “an”."""
    return f"{'an' if words[:1].casefold() in 'aeiou' and words[:3] != 'uni' else 'a'} {words}"


def misspelled(name: str, slip: str, chance: random.Random) -> str | None:
    """Return `name` with its longest word misspelled in the given manner; None where that cannot be done."""
    words = name.split()
    at = max(range(len(words)), key=lambda i: len(words[i]))
    word = words[at]
    if len(word) < 5 or not word.isalpha():
        return None
    wrong = _SLIPS[slip](word, chance)
    if wrong is None or wrong == word:
        return None
    return " ".join([*words[:at], wrong, *words[at + 1 :]])


def _inner(word: str, which: str, chance: random.Random) -> int | None:
    """Return a place inside a word where one of the letters in `which` stands."""
    places = [i for i in range(1, len(word) - 1) if word[i] in which]
    return chance.choice(places) if places else None


def _doubled(word: str, chance: random.Random) -> str | None:
    double = next((i for i in range(1, len(word) - 1) if word[i] == word[i + 1]), None)
    if double is not None:
        return word[:double] + word[double + 1 :]
    at = _inner(word, "bcdfglmnprst", chance)
    return None if at is None else word[:at] + word[at] + word[at:]


def _dropped(word: str, chance: random.Random) -> str | None:
    at = _inner(word, "abcdefghijklmnopqrstuvwxyz", chance)
    return None if at is None else word[:at] + word[at + 1 :]


def _swapped(word: str, chance: random.Random) -> str | None:
    places = [i for i in range(1, len(word) - 2) if word[i] != word[i + 1]]
    if not places:
        return None
    at = chance.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _vowel(word: str, chance: random.Random) -> str | None:
    at = _inner(word, "aeiou", chance)
    if at is None:
        return None
    return word[:at] + chance.choice([vowel for vowel in "aeio" if vowel != word[at]]) + word[at + 1 :]


def _vowel_end(word: str, chance: random.Random) -> str | None:
    if word[-1] in "aeiouy":
        return word[:-1] + {"a": "ah", "e": "ey", "i": "y", "o": "oe", "u": "oo", "y": "ie"}[word[-1]]
    return word + "e"


_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("ee", "ea"),
    ("oo", "u"),
    ("ie", "ei"),
    ("sh", "sch"),
    ("th", "t"),
    ("y", "i"),
    ("k", "ck"),
    ("c", "k"),
    ("s", "z"),
    ("i", "y"),
    ("f", "ph"),
    ("x", "ks"),
    ("er", "ar"),
    ("o", "oh"),
)


def _sound(word: str, chance: random.Random) -> str | None:
    for old, new in _SOUNDS:
        if (at := word.find(old, 1)) > 0:
            return word[:at] + new + word[at + len(old) :]
    return None


def _consonant(word: str, chance: random.Random) -> str | None:
    near = dict(zip("nmtdbplrvwgkszfc", "mndtpbrlwvkgzsvk", strict=True))
    at = _inner(word, "".join(near), chance)
    return None if at is None else word[:at] + near[word[at]] + word[at + 1 :]


def _added(word: str, chance: random.Random) -> str | None:
    at = _inner(word, "aeiou", chance)
    return None if at is None else word[: at + 1] + chance.choice("nrlh") + word[at + 1 :]


def _lower(word: str, chance: random.Random) -> str | None:
    return word.casefold()


_SLIPS: Mapping[str, Callable[[str, random.Random], str | None]] = {
    "doubled": _doubled,
    "dropped": _dropped,
    "swapped": _swapped,
    "vowel": _vowel,
    "vowel-end": _vowel_end,
    "sound": _sound,
    "consonant": _consonant,
    "added": _added,
    "lower": _lower,
}
SLIPS = tuple(_SLIPS)
