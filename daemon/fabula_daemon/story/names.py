"""What a whole story shows about its capitalised words, and what follows from it: a person, something else,
unsure.

One sentence seldom tells; a hundred do. `Names` of paragraphs, chapters and stories add and subtract, so that
an edit changes the story's by the difference, and the sum is the same as if all had been read afresh.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from operator import add
from typing import Any

from fabula_daemon.story.candidates import Candidate, candidates
from fabula_daemon.story.cues import Cue
from fabula_daemon.story.tables import english as language
from fabula_daemon.story.tables.common_words import COMMON_WORDS

_LOWER_WORD = re.compile(r"(?<![\w’'])[a-zß-öø-ÿ]{2,}(?![\w])")
_COLUMNS = len(Cue)
_NOTHING = (0,) * _COLUMNS

Row = tuple[int, ...]


class Verdict(Enum):
    """What a name is the name of."""

    PERSON = "person"
    OTHER = "other"
    UNSURE = "unsure"


class Names:
    """Counts by name of the cues seen with it, and by word of its uses in lower case.

    Rows are tuples and inner tables plain dictionaries: a long story has a hundred thousand, and those the
    garbage collector need not walk through while the author types.
    """

    def __init__(self) -> None:
        self.cues: dict[str, Row] = {}
        self.lower: Counter[str] = Counter()
        self._longer: dict[str, dict[str, int]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Names) and self.cues == other.cues and self.lower == other.lower

    __hash__ = None  # type: ignore[assignment]  # it changes

    def observe(self, text: str, found: Iterable[Candidate] | None = None, sign: int = 1) -> set[str]:
        """Add (or, with sign -1, take away) what one paragraph's text shows.

        Return the words, case folded, about which there is other evidence now.
        """
        words = set[str]()
        for candidate in candidates(text) if found is None else found:
            words.update(candidate.name.casefold().split())
            row = [0] * _COLUMNS
            for cue in candidate.cues:
                row[cue] = sign
            self._adjust(candidate.name, tuple(row))
        for word, count in Counter(_LOWER_WORD.findall(text)).items():
            self._adjust_lower(word, sign * count)
            words.add(word)
        return words

    def become(self, other: "Names") -> None:
        """Hold what `other` holds, which must not be used any more: nothing is copied."""
        self.cues, self.lower, self._longer = other.cues, other.lower, other._longer

    def words(self) -> set[str]:
        """Return the words, case folded, about which there is evidence."""
        return {word for name in self.cues for word in name.casefold().split()}.union(self.lower)

    def add(self, other: "Names", sign: int = 1) -> None:
        """Add another's counts (or, with sign -1, take them away)."""
        for name, row in other.cues.items():
            self._adjust(name, row if sign == 1 else tuple(-count for count in row))
        for word, count in other.lower.items():
            self._adjust_lower(word, sign * count)

    def longer(self, word: str) -> Mapping[str, int]:
        """Return the names of several words that begin or end with `word`, with their number of uses."""
        return self._longer.get(word, {})

    def to_json(self) -> dict[str, Any]:
        """Return the counts as plain data."""
        return {"cues": self.cues, "lower": dict(self.lower)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Names":
        """Return the counts that `to_json` gave."""
        names = cls()
        for name, row in data["cues"].items():
            names._adjust(name, (*row, *[0] * (_COLUMNS - len(row))))
        for word, count in data["lower"].items():
            names._adjust_lower(word, count)
        return names

    def _adjust(self, name: str, row: Row) -> None:
        held = self.cues.get(name)
        total = row if held is None else tuple(map(add, held, row))
        if any(total):
            self.cues[name] = total
        else:
            self.cues.pop(name, None)
        words = name.split()
        if len(words) > 1:
            uses = row[Cue.MID] + row[Cue.INITIAL]
            for word in {words[0], words[-1]}:
                names = self._longer.setdefault(word, {})
                names[name] = names.get(name, 0) + uses
                if not names[name]:
                    del names[name]

    def _adjust_lower(self, word: str, count: int) -> None:
        self.lower[word] += count
        if not self.lower[word]:
            del self.lower[word]


def observe(paragraphs: Iterable[str]) -> Names:
    """Return what the texts of some paragraphs show."""
    names = Names()
    for text in paragraphs:
        names.observe(text)
    return names


def judge(name: str, names: Names) -> Verdict:
    """Return what `name`, folded and without titles, is the name of, by all that the story shows."""
    row = names.cues.get(name) or _NOTHING
    words = name.split()
    return _judge_word(name, row, names) if len(words) == 1 else _judge_words(words, row)


def _judge_word(name: str, row: Row, names: Names) -> Verdict:
    folded = name.casefold()
    given = folded in language.GIVEN_NAMES
    person, other = _weigh(row)
    uses = row[Cue.MID] + row[Cue.INITIAL]
    if folded in language.NOT_NAMES and not (given and person >= 2 + other):
        return Verdict.OTHER
    lower = names.lower[folded]
    if (lower or folded in COMMON_WORDS) and not given:
        if row[Cue.MID] == 0 or lower > row[Cue.MID] or row[Cue.TITLED] + row[Cue.SPEAKS] == 0:
            return Verdict.OTHER
        return Verdict.PERSON if person > other + 1 else Verdict.OTHER
    if given:
        if lower > uses and row[Cue.MID] == 0:
            return Verdict.OTHER
        person += 3
    person += sum(
        min(count, 2)
        for longer, count in names.longer(name).items()
        if _judge_words(longer.split(), names.cues.get(longer, row)) is Verdict.PERSON
    )
    if person >= 2 and person > other:
        return Verdict.PERSON
    if other > person:
        return Verdict.OTHER
    return Verdict.UNSURE


def _judge_words(words: list[str], row: Row) -> Verdict:
    person, other = _weigh(row)
    folded = [word.casefold() for word in words]
    if row[Cue.TITLED] > row[Cue.NOUN]:
        return Verdict.PERSON
    if folded[-1] in language.PLACE_NOUNS:
        return Verdict.OTHER
    strange = [word for word in folded if word not in COMMON_WORDS and word not in language.PARTICLES]
    if folded[0] in language.GIVEN_NAMES and person + 3 > other:
        return Verdict.PERSON
    if any(word in language.NOT_NAMES for word in folded) or not strange:
        return Verdict.PERSON if row[Cue.SPEAKS] and person > other + 2 and row[Cue.MID] else Verdict.OTHER
    if person + 1 > other:
        return Verdict.PERSON
    return Verdict.OTHER if other > person + 1 else Verdict.UNSURE


def _weigh(row: Row) -> tuple[float, float]:
    """Return how much speaks for a person, and how much against."""
    person = (
        3 * row[Cue.TITLED]
        + 2 * row[Cue.SPEAKS]
        + row[Cue.ACTS]
        + row[Cue.ADDRESSED]
        + 2 * row[Cue.INTRODUCED]
        + 0.5 * row[Cue.OWNS]
    )
    other = 2 * row[Cue.PLACE] + 0.4 * row[Cue.WEAK_PLACE] + 1.5 * row[Cue.DETERMINED] + 3 * row[Cue.NOUN]
    return person, other
