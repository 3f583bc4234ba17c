"""Which statements about one subject are worth a model's time: a sentence of the story beside a line of the
sheet, or beside an earlier sentence that claims something of the same kind.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from fabula_daemon.story.answers.proposals import Chapter
from fabula_daemon.story.tables.english.topics import TOPICS
from fabula_daemon.story.telling.claims import Claim, claims
from fabula_daemon.story.text import prose, sentences
from fabula_daemon.story.text.folding import fold
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_daemon.story.world.sheets import Sheet

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 4
_USUAL = 0.02  # of the sentences: words that stand in more of them tell no topic
_SHORTEST = 4  # words
_SAME_KIND = 20.0
_ELSEWHERE = frozenset(
    "name aliases kind named not names pronouns introduced died learns whereabouts proposed tags".split()
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands at [start, end) of a file, and where that is in a reader's words."""

    path: str
    start: int
    end: int
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements about `subject`, the story's first; `worth` says how much they have to do with each
    other.
    """

    subject: str
    story: Statement
    other: Statement
    worth: float


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a sheet, or a sentence below it, where `key` is None: what it says, and what it is about."""

    key: str | None
    statement: Statement
    stems: frozenset[str]
    topic: frozenset[str] = frozenset()


def pairs(
    chapters: Sequence[Chapter], canon: Canon, *, most: int, only: AbstractSet[str] | None = None
) -> list[Pair]:
    """Return the pairs that have most to do with each other, at most so many, in the order of the story.

    With `only`, those whose sentence of the story stands in the chapters at these paths.
    """
    found = {(pair.story, pair.other): pair for pair in _beside_sheets(chapters, canon)}
    found |= {(pair.story, pair.other): pair for pair in _beside_each_other(chapters)}
    wanted = [pair for pair in found.values() if only is None or pair.story.path in only]
    best = sorted(wanted, key=lambda pair: -pair.worth)[:most]
    order = {chapter.path: chapter.number for chapter in chapters}
    return sorted(best, key=lambda pair: (order[pair.story.path], pair.story.start, pair.other.start))


def _beside_sheets(chapters: Iterable[Chapter], canon: Canon) -> Iterator[Pair]:
    told = [(chapter, entity, said) for chapter in chapters for entity, said in _narrated(chapter)]
    stems = {said: _stems(said.text) for _, _, said in told}
    frequency = Counter(stem for found in stems.values() for stem in found)
    weight = {
        stem: math.log1p(len(stems) / count)
        for stem, count in frequency.items()
        if len(stem) >= _STEM and count <= max(2, _USUAL * len(stems))
    }
    lines: dict[Entity, list[_Line]] = {}
    for chapter, entity, said in told:
        if entity not in lines:
            lines[entity] = list(_lines(entity))
        for line in lines[entity]:
            worth = sum(weight.get(stem, 0.0) for stem in stems[said] & line.stems)
            worth += len(stems[said] & line.topic)
            other = _as_of(line, entity, canon, chapter.number) if worth else None
            if other:
                yield Pair(entity.name, said, other, worth)


def _beside_each_other(chapters: Iterable[Chapter]) -> Iterator[Pair]:
    """Yield each claim beside the first one of its kind that says something else."""
    earlier: dict[tuple[str, str], list[tuple[Claim, Statement]]] = defaultdict(list)
    for chapter in chapters:
        for claim, said in _claimed(chapter):
            if claim.entity is None:
                continue
            key = (claim.entity.name, f"{claim.key} {claim.value}" if claim.key == "kin" else claim.key)
            value = claim.other_name or claim.other or claim.value
            for before, first in earlier[key]:
                if (before.other_name or before.other or before.value) != value:
                    yield Pair(claim.entity.name, said, first, _SAME_KIND)
                    break
            earlier[key].append((claim, said))


def _narrated(chapter: Chapter) -> Iterator[tuple[Entity, Statement]]:
    """Yield the narrator's sentences that name somebody with a sheet, or claim something of them."""
    seen = set[tuple[str, int]]()
    for passage in chapter.passages:
        for mention in passage.mentions:
            start, end = passage.sentence_at(mention.start)
            who = mention.entity
            if who is None or who.sheet is None or passage.is_claim(mention.start) or passage.is_claim(start):
                continue
            said = _statement(chapter, passage.paragraph.start, passage.text, start, end)
            if said and (who.name, said.start) not in seen:
                seen.add((who.name, said.start))
                yield who, said
    for claim, said in _claimed(chapter):
        who = claim.entity
        if who and who.sheet and (who.name, said.start) not in seen:
            seen.add((who.name, said.start))
            yield who, said


def _claimed(chapter: Chapter) -> Iterator[tuple[Claim, Statement]]:
    for passage in chapter.passages:
        for claim in claims(passage):
            said = _statement(chapter, passage.paragraph.start, passage.text, *claim.sentence)
            if said:
                yield claim, said


def _statement(chapter: Chapter, base: int, text: str, start: int, end: int) -> Statement | None:
    if len(text[start:end].split()) < _SHORTEST:
        return None
    return Statement(chapter.path, base + start, base + end, text[start:end], f"chapter {chapter.number}")


def _lines(entity: Entity) -> Iterator[_Line]:
    sheet = entity.sheet
    if sheet is None or sheet.kind == "roster":
        return
    own = _stems(" ".join((entity.name, *entity.aliases)))
    where = f"the notes on {entity.name}"
    for key in sheet.facts:
        if key in _ELSEWHERE or key not in sheet.places:
            continue
        start, end = sheet.places[key]
        statement = Statement(sheet.path, start, end, sheet.text[start:end], where)
        topic = _stems(f"{key} {' '.join(TOPICS.get(key, ()))}")
        yield _Line(key, statement, _stems(statement.text) - own, topic)
    for start, end in _body(sheet):
        statement = Statement(sheet.path, start, end, sheet.text[start:end], where)
        yield _Line(None, statement, _stems(statement.text) - own)


def _body(sheet: Sheet) -> Iterator[tuple[int, int]]:
    below = len(sheet.text) - len(sheet.body)
    for paragraph in prose.parse(sheet.text).paragraphs:
        if paragraph.kind == "prose" and paragraph.start >= below:
            for start, end in sentences.sentences(paragraph.text):
                if len(paragraph.text[start:end].split()) >= _SHORTEST:
                    yield paragraph.start + start, paragraph.start + end


def _as_of(line: _Line, entity: Entity, canon: Canon, chapter: int) -> Statement | None:
    """Return a line of a sheet as it holds in a chapter; None if it does not hold there."""
    facts: Mapping[str, Sequence[object]] = entity.sheet.facts if entity.sheet else {}
    if line.key is None:
        return line.statement
    value = canon.fact(entity, line.key, chapter)
    if value is None:
        return None
    if len(facts[line.key]) > 1:
        return replace(line.statement, where=f"{line.statement.where}, where chapter {chapter} has: {value}")
    return line.statement


def _stems(text: str) -> frozenset[str]:
    """Return enough of each word to know it again in another form."""
    words = _WORD.findall(fold(text).casefold())
    return frozenset(word[: max(_STEM, len(word) - 2)] for word in words)
