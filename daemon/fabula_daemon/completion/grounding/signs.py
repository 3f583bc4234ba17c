"""What a paragraph shows of who is there: whom it names, and whether that puts them there.

Who is named is for `mentions.Reader` to say. Beside it there are those whom nothing names, found by what they
are called: the artilleryman, my brother.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ahocorasick_rs

from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.candidates import candidates
from fabula_daemon.story.people.cues import Cue
from fabula_daemon.story.people.mentions import Mention, Reader
from fabula_daemon.story.tables.english import grammatical_persons as language
from fabula_daemon.story.telling.acting import act_of
from fabula_daemon.story.telling.frames import frames_at
from fabula_daemon.story.text.folding import fold, fold_name
from fabula_daemon.story.text.narration import narration
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon

NARRATORS = frozenset({"narrator", "the narrator"})

_FIRST = re.compile(language.FIRST)
_PRONOUNS = {gender: re.compile(pattern) for gender, pattern in language.OF_ONE.items()}
_ELSEWHEN = frozenset({"had", "would", "might"})
_BEHIND_A_CALL = frozenset(",.!?—…–;")
_MOST_SIGNS = 4096


@dataclass(frozen=True, slots=True)
class Sign:
    """What a paragraph shows: whom it names, in order, how, and whether that puts them there; the words for
    the first person and for one of a gender; the places and things that it names.
    """

    named: tuple[tuple[Entity, str, bool], ...]
    first_persons: int
    pronouns: frozenset[str]
    things: tuple[Entity, ...]


class Signs:
    """What paragraphs show to one reader of names, looked at once each."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._kept: dict[tuple[str, tuple[str | None, ...]], Sign] = {}

    def of(self, passage: Passage) -> Sign:
        """Return what a paragraph shows."""
        key = (passage.text, tuple(one.entity.name if one.entity else None for one in passage.mentions))
        if key not in self._kept:
            if len(self._kept) >= _MOST_SIGNS:
                self._kept.clear()
            self._kept[key] = _sign(passage, self.reader)
        return self._kept[key]


def _sign(passage: Passage, reader: Reader) -> Sign:
    told = narration(passage)
    people = [one for one in passage.mentions if one.known and one.entity and one.entity.kind == "character"]
    addressed = set(_addressed(passage, people))
    found = [(at, entity, "", True) for at, entity in _described(reader.canon).find(told)]
    for mention in people:
        assert mention.entity is not None
        is_there = _is_now(passage, told, mention) or mention.start in addressed
        found.append((mention.start, mention.entity, " ".join(mention.text.split()), is_there))
    found.sort(key=lambda named: named[0])
    matches = (match.owners for match in reader.matches(passage.text) if len(match.owners) == 1)
    return Sign(
        named=tuple(named[1:] for named in found),
        first_persons=len(_FIRST.findall(told)),
        pronouns=frozenset(gender for gender, pattern in _PRONOUNS.items() if pattern.search(told)),
        things=tuple(owner for (owner,) in matches if not owner.is_person),
    )


def _is_now(passage: Passage, told: str, mention: Mention) -> bool:
    """Whether the narration names somebody in a sentence that tells what happens there and then, and not what
    she had done before or would do.
    """
    if not told[mention.start : mention.end].strip():
        return False
    act = act_of(passage, mention)
    if act is not None and act.auxiliary in _ELSEWHEN:
        return False
    start, end = passage.sentence_at(mention.start)
    return not frames_at(told[start:end], mention.start - start)


def _addressed(passage: Passage, people: Sequence[Mention]) -> Iterator[int]:
    """Yield where in a passage somebody is spoken to by name."""
    marks = (passage.text[mention.end : mention.end + 2].strip()[:1] for mention in people)
    if passage.spoken and any(mark and mark in _BEHIND_A_CALL for mark in marks):
        for candidate in candidates(passage.text):
            if Cue.ADDRESSED in candidate.cues:
                yield from (candidate.start, candidate.name_start)


class _Descriptions:
    """Those whose sheets say `named: false`, by the descriptions for which they go."""

    def __init__(self, canon: Canon) -> None:
        self._owners = {
            fold_name(name).lower(): entity
            for entity in canon.characters
            if not entity.named
            for name in (entity.name, *entity.aliases)
            if name.casefold() not in NARRATORS
        }
        self._names = list(self._owners)
        self._automaton = ahocorasick_rs.AhoCorasick(self._names) if self._names else None

    def find(self, text: str) -> Iterator[tuple[int, Entity]]:
        """Yield those whom a text describes so, and where."""
        if self._automaton is None:
            return
        folded = fold(text).lower()
        for name, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if _is_whole(folded, start, end):
                yield start, self._owners[self._names[name]]


def _is_whole(text: str, start: int, end: int) -> bool:
    before, behind = text[start - 1 : start] if start else "", text[end : end + 2]
    return not before.isalnum() and not behind[:1].isalnum() and behind != "'s"


@once_a_canon
def _described(canon: Canon) -> _Descriptions:
    return _Descriptions(canon)
