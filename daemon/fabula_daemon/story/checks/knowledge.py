"""knowledge: somebody says, thinks or uses what her sheet's `learns` has her learn in a later chapter.

Only declared facts count, by their keywords. What she says is her claim, and information; so is what the
narrator tells her to do with a thing. That she knows it, told by the narrator, is a warning.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fabula_daemon.story.checks import Setting, check, sentence_evidence, sheet_evidence
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import Passage, Span
from fabula_daemon.story.tables.english.clauses import KNOWING, NEGATED, UNKNOWING
from fabula_daemon.story.telling.acting import acts, is_deed, speaker
from fabula_daemon.story.text.narration import narration
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon

CODE = "knowledge"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What somebody learns in a chapter, and the words that give it away."""

    fact: str
    keywords: tuple[str, ...]
    chapter: int


@check(CODE)
def knowledge(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Yield a finding for each thing that somebody knows before she learns it."""
    if setting.number is None or not (ignorant := lessons(setting.canon)):
        return
    talker = speaker(passage) if passage.spoken else None
    if talker is not None:
        for lesson in _to_come(ignorant, talker, setting.number):
            place = next(
                (at for span in passage.spoken if (at := _given_away(passage.text, span, lesson))), None
            )
            if place is not None:
                yield _finding(passage, setting, talker, lesson, place, "speaks of")
    told = narration(passage)
    for act in acts(passage):
        entity = act.mention.entity
        if entity is None or act.negated or act.verb in UNKNOWING or act.auxiliary not in ("", "was"):
            continue
        knows = act.verb in KNOWING
        span = act.end, passage.sentence_at(act.start)[1]
        if not (knows or is_deed(act.verb)) or _is_unknowing(told[span[0] : span[1]]):
            continue
        for lesson in _to_come(ignorant, entity, setting.number):
            place = _given_away(told, span, lesson)
            if place is not None:
                yield _finding(
                    passage, setting, entity, lesson, place, "knows of" if knows else "has to do with"
                )


@once_a_canon
def lessons(canon: Canon) -> Mapping[Entity, tuple[Lesson, ...]]:
    """Return what people learn in the course of the story, as far as keywords and a chapter are given."""
    learnt: dict[Entity, tuple[Lesson, ...]] = {}
    for entity in canon.characters:
        found = tuple(_read(canon, entity.sheet.learns) if entity.sheet else ())
        if found:
            learnt[entity] = found
    return learnt


def _read(canon: Canon, entries: tuple[Mapping[str, object], ...]) -> Iterator[Lesson]:
    for entry in entries:
        ref, words = entry.get("chapter"), entry.get("keywords")
        chapter = canon.chapter(ref) if isinstance(ref, (int, str)) else None
        listed = words if isinstance(words, list) else [words]
        keywords = tuple(
            str(word).strip() for word in listed if isinstance(word, (str, int)) and str(word).strip()
        )
        if chapter is not None and keywords:
            yield Lesson(str(entry.get("fact") or keywords[0]), keywords, chapter)


def _to_come(
    lessons_of: Mapping[Entity, tuple[Lesson, ...]], entity: Entity, chapter: int
) -> Iterator[Lesson]:
    return (lesson for lesson in lessons_of.get(entity, ()) if chapter < lesson.chapter)


def _given_away(text: str, span: Span, lesson: Lesson) -> Span | None:
    """Return where one of the keywords stands in a span of the text."""
    match = _pattern(lesson.keywords).search(text, *span)
    return match.span() if match else None


@lru_cache(maxsize=1024)
def _pattern(keywords: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a keyword as a whole word, in the plural too; a capital in it must be one."""
    words = (r"\s+".join(map(re.escape, word.split())) for word in keywords)
    cased = (word if any(letter.isupper() for letter in word) else f"(?i:{word})" for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(cased)})(?:s|es)?(?!\w)")


def _is_unknowing(told: str) -> bool:
    words = {word.strip(",;:.!?").casefold() for word in told.split()}
    return not words.isdisjoint(UNKNOWING | NEGATED)


def _finding(
    passage: Passage, setting: Setting, entity: Entity, lesson: Lesson, place: Span, how: str
) -> Finding:
    return Finding(
        path=setting.path,
        start=place[0],
        end=place[1],
        text=passage.text[place[0] : place[1]],
        code=CODE,
        severity=Severity.WARNING if how == "knows of" else Severity.INFORMATION,
        message=(
            f"{entity.name} {how} this in chapter {setting.number}, and learns only in chapter "
            f"{lesson.chapter}: {lesson.fact.rstrip('.')}."
        ),
        evidence=(sentence_evidence(setting, passage, place[0]), *sheet_evidence(entity, "learns")),
        data={"name": entity.name, "learns": lesson.chapter},
    )
