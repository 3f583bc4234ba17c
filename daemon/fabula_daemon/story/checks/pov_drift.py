"""pov-drift: a chapter told in the third person says “I” in the narration, or looks into another head than
the one that its front matter declares (`pov: NAME`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fabula_daemon.story.checks import Setting, Sighting, page_check
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.passages import Passage, Span
from fabula_daemon.story.tables.english import grammatical_persons as language
from fabula_daemon.story.telling.acting import act_of
from fabula_daemon.story.telling.tense import clauses, is_deed, stands_alone
from fabula_daemon.story.text.narration import narration, speaks_without_marks
from fabula_daemon.story.text.sentences import sentences
from fabula_daemon.story.world.canon import Entity

CODE = "pov-drift"

_FEWEST_OF_THIRD = 8  # words for the third person, and names, that show how a chapter is told
_THIRD_TO_FIRST = 5  # of them for each of the first
_MOST_SLIPS = 3  # more of them have a reason

_FIRST = re.compile(language.FIRST)
_THIRD = (" he ", " she ", "He ", "She ", " his ", " her ", "His ", "Her ", " him ")
_SHE = re.compile(r"(?<![\w’'-])(?:[Hh]e|[Ss]he)(?![\w’'-])")
_OF_BODY = re.compile(rf"\b[Mm]y\s+(?:\w+\s+)?(?:{'|'.join(sorted(language.BODY))})\b")
_TO_ME = re.compile(rf"\b(?:[Hh]e|[Ss]he|[A-Z][\w’-]+)\s+(?:{'|'.join(sorted(language.DONE_TO))})\s+me\b")
_NOT_TOLD = re.compile(rf"\b(?:{'|'.join(sorted(language.SAYING))})\b", re.IGNORECASE)
_INNER = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join(sorted(language.INNER))})(?![\w’'-])(?!\s+(?:{language.VISIBLE_AFTER})\b)"
)
_GUESSED = re.compile(language.GUESSED, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a paragraph shows of who tells it; `told` is its narration.

    `first` and `third` count words for these persons; `inner` is what tells of somebody's thoughts: whose,
    where, and in which sentence. `spoken` and `unmarked` tell whether speech stands in marks, or without.
    """

    told: str
    first: int
    third: int
    inner: tuple[tuple[Entity, Span, Span], ...]
    spoken: bool
    unmarked: bool


def observe(passage: Passage, setting: Setting) -> _Seen | None:
    """Return what a paragraph shows of who tells it, None if nothing."""
    told = narration(passage)
    third = sum(told.count(word) for word in _THIRD) + sum(
        (mention.known or mention.certain) and not told[mention.start : mention.end].isspace()
        for mention in passage.mentions
    )
    first = len(_FIRST.findall(told))
    spoken = bool(passage.spoken)
    unmarked = not spoken and speaks_without_marks(told)
    inner = tuple(_inner(passage, told)) if passage.mentions and _INNER.search(told) else ()
    if not (first or third or inner or spoken or unmarked):
        return None
    return _Seen(told if first or third else "", first, third, inner, spoken, unmarked)


def _slips(sighting: Sighting[_Seen]) -> Iterator[Span]:
    """Yield the sentences of a paragraph in which “I” does something, or something is done to me."""
    for start, end in sentences(sighting.text) if sighting.seen.first else ():
        sentence = sighting.seen.told[start:end]
        if not _FIRST.search(sentence) or _NOT_TOLD.search(sentence):
            continue
        if sighting.text.count('"', start, end) % 2:
            continue  # a mark was forgotten, and what is told cannot be told from what is spoken
        acts = any(
            clause.subject == "I"
            and (is_deed(sentence, clause) if clause.tense == "present" else stands_alone(sentence, clause))
            and not {clause.act, clause.verb} & language.TOLD_BY_AUTHORS
            for clause in clauses(sentence)
        )
        if acts or _OF_BODY.search(sentence) or _TO_ME.search(sentence):
            yield start, end


def _inner(passage: Passage, told: str) -> Iterator[tuple[Entity, Span, Span]]:
    for mention in passage.mentions:
        if mention.entity is None or not told[mention.start : mention.end].strip():
            continue
        act = act_of(passage, mention)
        if act is None or act.auxiliary or act.negated or not _INNER.match(told, act.start):
            continue
        start, end = passage.sentence_at(act.start)
        if not _GUESSED.search(told, start, end):
            yield mention.entity, (mention.start, act.end), (start, end)


@page_check(CODE, observe)
def pov_drift(setting: Setting, seen: Sequence[Sighting[_Seen]]) -> Iterator[Finding]:
    """Yield a warning where the first person breaks into a chapter told in the third, and a piece of
    information where another head than the declared one is looked into.
    """
    if setting.path.endswith(".fountain"):
        return
    if _is_told_in_the_third(seen):
        yield from _first_persons(setting, seen)
    declared = {entity for name in setting.pov if (entity := setting.canon.find(name))}
    if declared:
        yield from _other_heads(setting, seen, declared)


def _is_told_in_the_third(seen: Sequence[Sighting[_Seen]]) -> bool:
    """Whether a chapter is told in the third person, but for a slip or two."""
    first = sum(sighting.seen.first for sighting in seen)
    third = sum(sighting.seen.third for sighting in seen)
    unmarked = any(sighting.seen.unmarked for sighting in seen)
    if not first or third < max(_FEWEST_OF_THIRD, _THIRD_TO_FIRST * first):
        return False
    return not unmarked or any(sighting.seen.spoken for sighting in seen)


def _first_persons(setting: Setting, seen: Sequence[Sighting[_Seen]]) -> Iterator[Finding]:
    """Yield the slips, if all that is said in the first person is one."""
    slipped = {at: slips for at, sighting in enumerate(seen) if (slips := list(_slips(sighting)))}
    beside = {at + by for at in slipped for by in (-1, 0, 1)}
    if len(slipped) > _MOST_SLIPS or any(
        sighting.seen.first and at not in beside for at, sighting in enumerate(seen)
    ):
        return
    for at, slips in slipped.items():
        shown = _shown(setting, seen, at)
        if shown is None:
            continue
        for span in slips:
            slip = _evidence(setting, seen[at], span)
            yield Finding(
                path=setting.path,
                start=slip.start,
                end=slip.end,
                text=slip.quote,
                code=CODE,
                severity=Severity.WARNING,
                message="The chapter is told in the third person, and this sentence in the first.",
                evidence=(slip, shown),
            )


def _shown(setting: Setting, seen: Sequence[Sighting[_Seen]], at: int) -> Evidence | None:
    """Return the sentence nearest to a slip that shows the third person."""
    for near in sorted(range(len(seen)), key=lambda other: (abs(other - at), other)):
        told = seen[near].seen.told
        for start, end in sentences(seen[near].text) if told else ():
            if not _FIRST.search(told, start, end) and _SHE.search(told, start, end):
                return _evidence(setting, seen[near], (start, end))
    return None


def _other_heads(
    setting: Setting, seen: Sequence[Sighting[_Seen]], declared: set[Entity]
) -> Iterator[Finding]:
    names = " and ".join(sorted(entity.name for entity in declared))
    for sighting in seen:
        for entity, (start, end), span in sighting.seen.inner:
            if entity in declared:
                continue
            yield Finding(
                path=setting.path,
                start=sighting.start + start,
                end=sighting.start + end,
                text=sighting.text[start:end],
                code=CODE,
                severity=Severity.INFORMATION,
                message=f"The chapter sees with the eyes of {names}, who cannot know this of {entity.name}.",
                evidence=(_evidence(setting, sighting, span),),
            )


def _evidence(setting: Setting, sighting: Sighting[_Seen], span: Span) -> Evidence:
    start, end = span
    return Evidence(setting.path, sighting.start + start, sighting.start + end, sighting.text[start:end])
