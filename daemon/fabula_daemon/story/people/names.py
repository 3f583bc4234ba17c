"""What a whole story shows about its capitalised words.

One sentence seldom tells; a hundred do. `Names` of paragraphs, chapters and stories add and subtract, so that
an edit changes the story's by the difference, and the sum is the same as if all had been read afresh.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import add
from typing import Any

from fabula_daemon.story.people.candidates import Candidate, candidates
from fabula_daemon.story.people.cues import Cue
from fabula_daemon.story.people.leaning import FIRM
from fabula_daemon.story.text.folding import composed

_PARTS = re.compile(r"[ -]")
_LOWER_WORD = re.compile(r"(?<![\w’'])[a-zß-öø-ÿ]{2,}(?![\w])")
# The columns of a row behind those of the cues: the sum of what its uses lean to, and how many lean firmly.
LEAN, FOR, AGAINST = range(len(Cue), len(Cue) + 3)
_COLUMNS = AGAINST + 1
NOTHING = (0,) * _COLUMNS

Row = tuple[int, ...]


class Names:
    """Counts by name of the cues seen with it, and by word of its uses in lower case.

    Rows are tuples and inner tables plain dictionaries: a long story has a hundred thousand, and those the
    garbage collector need not walk through while the author types.
    """

    def __init__(self) -> None:
        self.cues: dict[str, Row] = {}
        self.lower: Counter[str] = Counter()
        self._longer: dict[str, dict[str, int]] = {}
        self.revision = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Names) and self.cues == other.cues and self.lower == other.lower

    __hash__ = None  # type: ignore[assignment]  # it changes

    def observe(self, text: str, found: Iterable[Candidate] | None = None, sign: int = 1) -> set[str]:
        """Add (or, with sign -1, take away) what one paragraph's text shows.

        Return the words, case folded, about which there is other evidence now.
        """
        words = set[str]()
        text = composed(text)[0]
        for candidate in candidates(text) if found is None else found:
            words |= _concerned(candidate.name)
            self._adjust(candidate.name, row_of(candidate, sign))
        for word, count in Counter(_LOWER_WORD.findall(text)).items():
            self._adjust_lower(word, sign * count)
            words.add(word)
        return words

    def become(self, other: "Names") -> None:
        """Hold what `other` holds, which must not be used any more: nothing is copied."""
        self.cues, self.lower, self._longer = other.cues, other.lower, other._longer
        self.revision += 1

    def words(self) -> set[str]:
        """Return the words, case folded, about which there is evidence."""
        return self.lower.keys() | {word for name in self.cues for word in _concerned(name)}

    def add(self, other: "Names", sign: int = 1) -> None:
        """Add another's counts (or, with sign -1, take them away)."""
        for name, row in other.cues.items():
            self._adjust(name, row if sign == 1 else tuple(-count for count in row))
        for word, count in other.lower.items():
            self._adjust_lower(word, sign * count)

    def longer(self, word: str) -> Mapping[str, int]:
        """Return the names of several words, or of one with a hyphen, that begin or end with `word`, and how
        often each is used.
        """
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
        self.revision += 1
        held = self.cues.get(name)
        total = row if held is None else tuple(map(add, held, row))
        if any(total):
            self.cues[name] = total
        else:
            self.cues.pop(name, None)
        words = _PARTS.split(name)
        if len(words) > 1:
            uses = row[Cue.MID] + row[Cue.INITIAL]
            for word in {words[0], words[-1]}:
                names = self._longer.setdefault(word, {})
                names[name] = names.get(name, 0) + uses
                if not names[name]:
                    del names[name]

    def _adjust_lower(self, word: str, count: int) -> None:
        self.revision += 1
        self.lower[word] += count
        if not self.lower[word]:
            del self.lower[word]


def row_of(candidate: Candidate, sign: int = 1) -> Row:
    """Return what one use of a name adds to its row."""
    row = [0] * _COLUMNS
    if not candidate.shouted:
        for cue in candidate.cues:
            row[cue] = sign
        row[LEAN] = sign * candidate.lean
        row[FOR if candidate.lean > 0 else AGAINST] = sign * (abs(candidate.lean) >= FIRM)
    return tuple(row)


def _concerned(name: str) -> set[str]:
    """Return the words, case folded, on which evidence about a name bears: its own, and their plurals."""
    words = {*name.casefold().split(), *_PARTS.split(name.casefold())}
    return words | {f"{word}s" for word in words}


def observe(paragraphs: Iterable[str]) -> Names:
    """Return what the texts of some paragraphs show."""
    names = Names()
    for text in paragraphs:
        names.observe(text)
    return names
