"""The words of a canon's names, and what is a slip away from them or sounds like them.

A slip is a letter too many, too few, wrong or out of place. The index is a table of words with one letter
left out, as in SymSpell (Garbe, 2012), so that in a world of ten thousand names a word costs what it costs in
a small one. Sounds are compared by a key of our own that keeps vowels apart: Metaphone and Soundex hear one
name in Seaton, Sutton and Satan.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import ahocorasick_rs
from rapidfuzz.distance import OSA

from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.english import sounds as sounds
from fabula_daemon.story.tables.english.common_words import COMMON_WORDS
from fabula_daemon.story.text.folding import fold
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon

How = Literal["slip", "sound", "case", "script"]

SHORTEST = 4
_LONG = 6
_MOST_ASKED = 50_000
_SOUNDS = tuple((re.compile(pattern), kept) for pattern, kept in sounds.SOUNDS)
_VOWELS = frozenset("aeiouy")


class Slips:
    """The words of a canon's names, and what is near them."""

    def __init__(self, canon: Canon) -> None:
        self._asked: dict[tuple[str, bool], list[tuple[str, How]]] = {}
        self._owners: dict[str, list[Entity]] = defaultdict(list)
        self.phrases: dict[str, list[tuple[tuple[str, ...], Entity]]] = defaultdict(list)
        for form, bearers in canon.owners.items():
            words = tuple(form.split())
            for word in set(words):
                if _is_telling(word, bearers):
                    for bearer in bearers:
                        if len(words) == 1:
                            self._owners[word].append(bearer)
                        else:
                            self.phrases[word].append((words, bearer))
        self._exact = {word.casefold() for word in (*self._owners, *self.phrases)}
        self._exact |= {word.casefold() for form in canon.owners for word in form.split()}
        self._exact |= {
            word.casefold() for e in canon.entities for name in e.refused for word in name.split()
        }
        self._shorter: dict[str, list[str]] = defaultdict(list)
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in {**self._owners, **self.phrases}:
            for key in {word.casefold(), *_without_a_letter(word.casefold())}:
                self._shorter[key].append(word)
            self._sounds[sound(word)].append(word)
        self.small = {
            form.casefold(): (form, bearers)
            for form, bearers in canon.owners.items()
            if any(bearer.kind == "character" for bearer in bearers) and _can_be_small(form)
        }
        self.automaton = ahocorasick_rs.AhoCorasick(list(self.small)) if self.small else None

    def owners(self, word: str) -> tuple[Entity, ...]:
        """Return who bears a word as a name, or in a name."""
        alone = self._owners.get(word) or [entity for _, entity in self.phrases.get(word, ())]
        return tuple(dict.fromkeys(alone))

    def is_name(self, word: str) -> bool:
        """Whether a word is a name by itself."""
        return word in self._owners

    def near(self, token: str, *, in_full: bool = False) -> list[tuple[str, How]]:
        """Return the known words for which an unknown one may be a slip, the nearest first.

        A short word is near many: it must differ by a vowel or in its order, unless the name is `in_full`.
        """
        key = (token, in_full)
        if key not in self._asked:
            if len(self._asked) > _MOST_ASKED:
                self._asked.clear()
            self._asked[key] = self._near(token, in_full=in_full)
        return self._asked[key]

    def _near(self, token: str, *, in_full: bool) -> list[tuple[str, How]]:
        folded = fold(token).casefold()
        if folded in self._exact or not _can_be_slip(folded) or self._is_derived(folded):
            return []
        found: dict[str, tuple[int, How]] = {}
        for key in {folded, *_without_a_letter(folded)}:
            for word in self._shorter.get(key, ()):
                if _is_one_slip(folded, word.casefold(), short_too=in_full):
                    found[word] = (1, "slip")
        for word in self._sounds.get(sound(token), ()):
            distance = OSA.distance(folded, word.casefold())
            if distance <= _most_apart(word):
                found[word] = (0 if word in found else distance, "sound")
        if folded in language.GIVEN_NAMES:
            found = {w: what for w, what in found.items() if what[1] == "sound" and len(w) > SHORTEST}
        return [
            (word, how) for word, (_, how) in sorted(found.items(), key=lambda item: (item[1][0], item[0]))
        ]

    def _is_derived(self, folded: str) -> bool:
        """Whether a word is a known one with an ending that makes another word of it."""
        return any(
            folded.removesuffix(ending) in self._exact
            for ending in sounds.DERIVED
            if folded.endswith(ending) and (len(ending) > 1 or len(folded) <= _LONG or ending == "s")
        )


@once_a_canon
def slips(canon: Canon) -> Slips:
    """Return the index of a canon's names."""
    return Slips(canon)


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Return a key that names of the same sound share."""
    bare = unicodedata.normalize("NFD", fold(word).casefold())
    key = "".join(letter for letter in bare if "a" <= letter <= "z")
    for pattern, kept in _SOUNDS:
        key = pattern.sub(kept, key)
    return key


def _is_telling(word: str, bearers: Iterable[Entity]) -> bool:
    """Whether a word of a name can be known in a slip; an ordinary one only if it is long and a person's."""
    folded = word.casefold()
    ordinary = (
        folded in COMMON_WORDS and folded not in language.GIVEN_NAMES
    ) or folded in language.PLACE_NOUNS
    return (
        len(word) >= SHORTEST
        and word[0].isupper()
        and word.isalpha()
        and folded not in language.TITLES
        and folded not in language.NOT_NAMES
        and not (ordinary and (len(word) < _LONG or not all(bearer.is_person for bearer in bearers)))
    )


def _can_be_slip(folded: str) -> bool:
    return (
        len(folded) >= SHORTEST
        and folded not in COMMON_WORDS
        and folded not in language.NOT_NAMES
        and folded not in language.TITLES
        and folded not in language.PLACE_NOUNS
    )


def _can_be_small(form: str) -> bool:
    words = form.casefold().split()
    if any(word.rstrip(".") in language.TITLES or word in language.PARTICLES for word in words):
        return False
    if len(words) == 1:
        return len(form) >= SHORTEST and form.isalpha() and words[0] not in COMMON_WORDS
    return all(len(word) > 1 and word.isalpha() for word in words) and any(
        w not in COMMON_WORDS for w in words
    )


def _is_one_slip(found: str, right: str, *, short_too: bool) -> bool:
    """Whether one letter is too many, too few, wrong or out of place, and not just any."""
    if OSA.distance(found, right, score_cutoff=1) != 1 or found[0] != right[0]:
        return False
    return short_too or len(right) > SHORTEST or (len(found) == len(right) and _same_but_vowels(found, right))


def _same_but_vowels(found: str, right: str) -> bool:
    differing = [(a, b) for a, b in zip(found, right, strict=True) if a != b]
    return all(a in _VOWELS and b in _VOWELS for a, b in differing) or len(differing) == len("ab")


def _most_apart(word: str) -> int:
    return 0 if len(word) < SHORTEST else 1 if len(word) == SHORTEST else 2


def _without_a_letter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}
