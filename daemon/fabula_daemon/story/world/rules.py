"""rules.md: words that this world has not got, words it spells its own way, and terms it says instead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import ahocorasick_rs

from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.text import front_matter
from fabula_daemon.story.text.folding import fold
from fabula_daemon.story.text.front_matter import FrontMatter, Value

Kind = Literal["forbid", "spell", "use"]

_ES = re.compile(r"(?:[sxz]|[cs]h)\Z")
_Y = re.compile(r"(?<=[^aeiou])y\Z")


@dataclass(frozen=True, slots=True)
class Rule:
    """`word` must not stand in the story; `right` is what to write instead, None for a forbidden word.

    [start, end) of rules.md is the line that says so.
    """

    kind: Kind
    word: str
    right: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule is broken at [start, end) of a text; `right` is what to write there in its stead."""

    start: int
    end: int
    rule: Rule
    right: str | None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in one of its inflections: the rule it breaks, None for one that is right."""

    rule: Rule | None
    word: str
    right: str | None

    def fits(self, found: str) -> bool:
        """Whether what stands there is that word, where right and wrong differ by their capitals only."""
        if self.right is None or fold(self.word).casefold() != fold(self.right).casefold():
            return True
        return fold(found) == fold(self.word)


@dataclass(frozen=True)
class Rules:
    """The rules of rules.md."""

    path: str = ""
    text: str = field(default="", repr=False)
    rules: tuple[Rule, ...] = ()

    def evidence(self, rule: Rule) -> Evidence:
        """Return the line of rules.md that lays a rule down."""
        return Evidence(self.path, rule.start, rule.end, self.text[rule.start : rule.end])

    def breaches(self, text: str) -> Iterator[Breach]:
        """Yield where a text breaks a rule: whole words in any case, plurals and possessives too.

        Where only the case is wrong, only that very case counts; what is right is no part of what is wrong.
        """
        if self._automaton is None:
            return
        lower = _lower(text)
        hits = sorted(
            (start, -end, pattern)
            for pattern, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True)
            if _is_whole(lower, start, end)
        )
        reached = 0
        for start, negative_end, pattern in hits:
            if start < reached:
                continue
            found = text[start:-negative_end]
            meant = next((word for word in self._meanings[pattern] if word.fits(found)), None)
            if meant is None:
                continue
            reached = -negative_end
            if meant.rule is not None:
                yield Breach(start, reached, meant.rule, _cased(meant.right, found))

    @cached_property
    def _patterns(self) -> Mapping[str, list["_Word"]]:
        """For each word in lower case what it may be."""
        patterns: dict[str, list[_Word]] = {}
        for rule in self.rules:
            for wrong, right in _inflected(rule.word, rule.right):
                patterns.setdefault(_lower(fold(wrong)), []).append(_Word(rule, wrong, right))
        for rule in self.rules:
            for right, _ in _inflected(rule.right, None) if rule.right and rule.kind == "spell" else ():
                if " " in right or "-" in right:
                    patterns.setdefault(_lower(fold(right)), []).append(_Word(None, right, None))
        return patterns

    @cached_property
    def _meanings(self) -> list[list["_Word"]]:
        return list(self._patterns.values())

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick | None:
        return ahocorasick_rs.AhoCorasick(list(self._patterns)) if self._patterns else None


def read(path: str, text: str) -> tuple[Rules, list[Finding]]:
    """Read rules.md; whatever in it cannot be read becomes a finding, and the rest counts."""
    matter = front_matter.read(text)
    findings = [_finding(path, text, (fault.start, fault.end), fault.message) for fault in matter.faults]
    rules: list[Rule] = []
    for kind, key, words in _entries(matter):
        if words is None:
            message = (
                f"`{key}` cannot be read. The keys are `forbid: [words]`, "
                "`spell: {right: [wrong, …]}` and `use: {term: instead}`."
            )
            findings.append(_finding(path, text, matter.places.get(key, (0, 3)), message))
            continue
        for word, right in words:
            rules.append(Rule(kind, word, right, *_line_of(text, matter.places[key], word, right)))
    return Rules(path, text, tuple(rules)), findings


def _entries(matter: FrontMatter) -> Iterator[tuple[Kind, str, list[tuple[str, str | None]] | None]]:
    """Yield each kind of rule that is there with its words, None where they are no such thing."""
    raw = matter.raw
    if "forbid" in raw:
        words = _words(raw["forbid"])
        yield "forbid", "forbid", None if words is None else [(word, None) for word in words]
    if "spell" in raw:
        yield "spell", "spell", _spellings(raw["spell"])
    if "use" in raw:
        yield "use", "use", _terms(raw["use"])


def _words(value: Value) -> list[str] | None:
    if value is None:
        return []
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in items):
        return None
    return [word for item in items if (word := " ".join(str(item).split()))]


def _spellings(value: Value) -> list[tuple[str, str | None]] | None:
    pairs: list[tuple[str, str | None]] = []
    if not isinstance(value, dict):
        return [] if value is None else None
    for right, wrong in value.items():
        words = _words(wrong)
        if words is None:
            return None
        pairs += [(word, right) for word in words if word != right]
    return pairs


def _terms(value: Value) -> list[tuple[str, str | None]] | None:
    if not isinstance(value, dict):
        return [] if value is None else None
    if not all(isinstance(instead, str) for instead in value.values()):
        return None
    return [(" ".join(term.split()), str(instead)) for term, instead in value.items() if term.strip()]


def _line_of(text: str, place: tuple[int, int], word: str, right: str | None) -> tuple[int, int]:
    """Return the line in the key's entry that holds the word."""
    start, end = place
    block = text[start:end]
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", block)]
    for wanted in ((word, right), (word, None)):
        for a, b in lines:
            line = block[a:b]
            if word in line and (wanted[1] is None or wanted[1] in line):
                stripped = line.strip()
                begin = start + a + line.index(stripped)
                return begin, begin + len(stripped)
    return place


def _inflected(word: str, right: str | None) -> Iterator[tuple[str, str | None]]:
    yield word, right
    yield _plural(word), None if right is None else _plural(right)


def _plural(word: str) -> str:
    if _ES.search(word):
        return f"{word}es"
    return f"{word[:-1]}ies" if _Y.search(word) else f"{word}s"


def _cased(right: str | None, found: str) -> str | None:
    """Return the right word with a capital, or in capitals, where the wrong one has them."""
    if right is None or not right[:1].islower():
        return right
    letters = [letter for letter in found if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return right.upper()
    return right[:1].upper() + right[1:] if found[:1].isupper() else right


def _lower(text: str) -> str:
    """Return a text in lower case, character by character, so that its length stays."""
    lower = fold(text).lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one := letter.lower()) == 1 else letter for letter in fold(text))


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def _finding(path: str, text: str, place: tuple[int, int], message: str) -> Finding:
    start, end = place
    return Finding(path, start, end, text[start:end], "sheet-front-matter", Severity.WARNING, message)
