"""A sentence of the narration as words: a person is one word, and so is what is spoken or thought."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from fabula_daemon.story.passages import Passage, Span
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.tables.english import persons, roles, telling
from fabula_daemon.story.text.folding import fold

PERSON = "\ue000"
QUOTED = "\ue001"
_TOKEN = re.compile(r"'s\b|[^\W_]+(?:[-'][^\W_]+)*|--+|[^\w\s*]")
_PAUSES = frozenset({"—", "–", "--", "(", ")"})  # each a comma here
_PUNCTUATION = frozenset(",.;:!?()[]…—–-") | {QUOTED}
# What stands before a noun that says what somebody is, rather than who else is there.
PREDICATE = re.compile(
    r"\b(?:was|is|be|being|still|now) (?:a|an|the|no|still|not|only|but) (?:[\w-]+,? ){0,3}\Z", re.IGNORECASE
)
_HIS = frozenset("he him his himself".split())
_HERS = frozenset("she her hers herself".split())
_MINE = frozenset("i me my mine we us our you your".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case, or a mark, at [start, end) of the paragraph; PERSON is somebody's name."""

    text: str
    start: int
    end: int
    mention: Mention | None = None

    @property
    def is_mark(self) -> bool:
        """Whether it is a mark of punctuation or something quoted."""
        return self.text in _PUNCTUATION


@dataclass(frozen=True)
class Told:
    """One sentence of a passage; indices count its tokens."""

    passage: Passage
    span: Span
    tokens: tuple[Token, ...]

    def word(self, at: int) -> str:
        """Return the word at an index, "" beyond either end."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def ends_clause(self, at: int) -> bool:
        """Whether there is a mark or nothing at an index."""
        return not 0 <= at < len(self.tokens) or self.tokens[at].is_mark

    def mention(self, at: int) -> Mention | None:
        """Return who is named at an index, if anybody is."""
        return self.tokens[at].mention if 0 <= at < len(self.tokens) else None

    def is_possessor(self, at: int) -> bool:
        """Whether the name at an index stands in the possessive."""
        return self.word(at + 1) == "'s"

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words."""
        return frozenset(token.text for token in self.tokens)

    @cached_property
    def named(self) -> tuple[Mention, ...]:
        """Who is named in it."""
        return tuple(token.mention for token in self.tokens if token.mention)

    @cached_property
    def is_question(self) -> bool:
        """Whether it asks."""
        return bool(self.tokens) and self.tokens[-1].text == "?"

    @cached_property
    def genders(self) -> frozenset[str]:
        """Return which of "m" and "f" its pronouns are."""
        return frozenset(g for g, words in (("m", _HIS), ("f", _HERS)) if not words.isdisjoint(self.words))

    @cached_property
    def has_narrator(self) -> bool:
        """Whether the one who tells, or is told, is in it."""
        return not _MINE.isdisjoint(self.words)

    def others(self, allowed: frozenset[int] = frozenset()) -> bool:
        """Whether somebody is in it who has no name, or a beast; what stands at `allowed` does not count."""
        return any(
            at not in allowed and is_animate(token.text) and not self.is_predicate(at)
            for at, token in enumerate(self.tokens)
        )

    def is_predicate(self, at: int) -> bool:
        """Whether the noun at an index says what its subject is: “she was a lean woman of about fifty”."""
        if PREDICATE.search(self.passage.text, self.span[0], self.tokens[at].start):
            return not any(token.mention and self.is_possessor(i) for i, token in enumerate(self.tokens))
        article = next((i for i in range(at - 1, at - 5, -1) if self.word(i) in ("a", "an", "the")), -1)
        if article == 0:  # “A tall woman with grey hair, X …”
            return any(
                self.word(i) == "," and self.word(i + 1) == PERSON for i in range(at, len(self.tokens))
            )
        return self.word(article - 1) == "," and self.word(article - 2) == PERSON


def is_animate(word: str) -> bool:
    """Whether a word is one for a person or a beast."""
    bare = word.removesuffix("'s")
    if bare in persons.ANIMATE or bare in roles.OFFICES:
        return True
    return bare.endswith(persons.PERSON_ENDINGS) and bare not in persons.NOBODY_WORDS


def tell(passage: Passage, span: Span) -> Told:
    """Return the sentence at `span` of a passage as tokens."""
    return Told(passage, span, tuple(_tokens(passage, span)))


def _tokens(passage: Passage, span: Span) -> Iterator[Token]:
    begin, end = span
    whole: list[tuple[int, int, Mention | None]] = [
        (start, stop, None)
        for start, stop in (*passage.spoken, *passage.thought)
        if start < end and begin < stop
    ]
    whole += [
        (m.start, m.end, m)
        for m in passage.mentions
        if m.start < end and begin < m.end and (m.known or m.certain)
    ]
    whole.sort(key=lambda one: (one[0], one[2] is not None))
    text, at, here = fold(passage.text[begin:end]), 0, 0
    while match := _TOKEN.search(text, here):
        start = begin + match.start()
        while at < len(whole) and whole[at][1] <= start:
            at += 1
        if at < len(whole) and whole[at][0] <= start:
            first, stop, mention = whole[at]
            here = min(stop, end) - begin
            yield Token(PERSON, first, stop, mention) if mention else Token(QUOTED, start, begin + here)
            continue
        here, word = match.end(), match.group()
        yield Token("," if word in _PAUSES else word.lower(), start, begin + here)


def is_unreal(told: Told) -> bool:
    """Whether a sentence asks, dreams, remembers or supposes, so that it claims nothing of now."""
    text = " ".join(token.text for token in told.tokens)
    return told.is_question or not telling.UNREAL.isdisjoint(told.words) or bool(_UNREAL.search(text))


_UNREAL = re.compile(rf"\b(?:{telling.FORMER})\b")
_SAYING = re.compile(telling.SAYING, re.IGNORECASE)


def is_reported(told: Told, offset: int) -> bool:
    """Whether what stands at an offset is what somebody says: “she said that her eyes were green”."""
    found = _SAYING.search(told.passage.text, told.span[0], offset)
    return found is not None and not told.passage.is_claim(found.start())
