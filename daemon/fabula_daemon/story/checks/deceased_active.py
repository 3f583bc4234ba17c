"""deceased-active: somebody acts or speaks after the chapter in which her sheet has her die.

What is remembered, dreamt, written, supposed or told of the dead as dead is left alone; so is a scene that
begins in another time, and a chapter that timeline.md dates before the death.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fabula_daemon.story.checks import Setting, Sighting, page_check, sentence_evidence, sheet_evidence
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import NOBODY, Passage
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.tables.english.clauses import ALIVE, FINDING, LYING, SAID
from fabula_daemon.story.tables.english.frames import LOOKING_BACK, PRONOUNS
from fabula_daemon.story.telling.acting import Act, act_of, is_deed, is_finite
from fabula_daemon.story.telling.frames import Frame, frames, frames_at, is_just_then, opens_another_time
from fabula_daemon.story.text.narration import narration
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon

CODE = "deceased-active"
_ELSEWHEN = frozenset({Frame.REMEMBERED, Frame.DREAMT})
_BACK = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """What a paragraph shows: the dead who act in it, and whether it takes its scene to another time."""

    elsewhen: bool
    acts: tuple[Finding, ...]


def _observe(passage: Passage, setting: Setting) -> Seen | None:
    mortal = deaths(setting.canon)
    if not mortal or setting.number is None:
        return None
    elsewhen = passage.focus == NOBODY and opens_another_time(narration(passage))
    found = tuple(
        _finding(act, chapter, passage, setting)
        for mention in passage.mentions
        if mention.entity is not None
        and (chapter := mortal.get(mention.entity)) is not None
        and is_behind(setting, chapter)
        and (act := act_of_the_dead(passage, mention)) is not None
    )
    return Seen(elsewhen, found) if elsewhen or found else None


@page_check(CODE, _observe)
def deceased_active(setting: Setting, seen: Sequence[Sighting[Seen]]) -> Iterator[Finding]:
    """Yield a warning for each time that somebody dead speaks or acts in the chapter's own time."""
    flashbacks: set[int] = set()
    for sighting in seen:
        if sighting.seen.elsewhen:
            flashbacks.add(sighting.scene)
        if sighting.scene not in flashbacks:
            yield from (finding.moved(sighting.start) for finding in sighting.seen.acts)


@once_a_canon
def deaths(canon: Canon) -> dict[Entity, int]:
    """Return the chapters in which people die, by who does."""
    chapters = {
        entity: canon.chapter(entity.sheet.died)
        for entity in canon.characters
        if entity.sheet is not None and entity.sheet.kind != "roster"
    }
    return {entity: chapter for entity, chapter in chapters.items() if chapter is not None}


def is_behind(setting: Setting, died: int) -> bool:
    """Whether the chapter comes after the death in the telling, and does not come before it in time."""
    if setting.number is None or setting.number <= died:
        return False
    timeline = setting.canon.timeline
    here, then = timeline.date(setting.number), timeline.date(died)
    return here is None or then is None or here >= then


def act_of_the_dead(passage: Passage, mention: Mention) -> Act | None:
    """Return what somebody does or says there, if the dead cannot."""
    if passage.is_claim(mention.start):
        return None
    act = act_of(passage, mention)
    if act is None or act.negated or not _is_of_the_living(passage, act):
        return None
    told = narration(passage)
    start, end = passage.sentence_at(mention.start)
    framed = frames_at(told[start:end], mention.start - start)
    if act.speaks and Frame.SUPPOSED not in frames(told[start : max(act.end, mention.end)]):
        framed -= {Frame.SUPPOSED}  # what is supposed behind it does not unsay what was said
    if framed or (act.auxiliary == "had" and not is_just_then(told[start:end])):
        return None
    if told[start:end].rstrip('”’»"*_) ').endswith("?"):
        return None
    return None if _is_looked_back_to(passage, told, start, mention) else act


def _is_looked_back_to(passage: Passage, told: str, start: int, mention: Mention) -> bool:
    """Whether the sentences just before speak of another time, or of what she had done."""
    before = [told[a:b] for a, b in passage.sentences if b <= start][-_BACK:]
    if any(frames(sentence) & _ELSEWHEN for sentence in before):
        return True
    gender = mention.entity.gender if mention.entity else None
    backs = (back for sentence in before for back in LOOKING_BACK.finditer(sentence))
    return any(PRONOUNS.get(back[1].casefold()) in (gender, None) for back in backs)


def _is_of_the_living(passage: Passage, act: Act) -> bool:
    if act.found:
        _, end = passage.sentence_at(act.start)
        rest = passage.text[act.mention.end : end].split()
        is_there = act.is_state or act.verb not in (*FINDING, "lay")
        return is_there or any(
            word.endswith("ing") and word not in LYING and is_deed(word) for word in map(str.casefold, rest)
        )
    if act.speaks:
        return True
    begin, end = passage.sentence_at(act.start)
    behind = [word.strip(".,;:!?—").casefold() for word in passage.text[act.end : end].split()]
    then = [after for word, after in pairwise(behind) if word == "and"]
    if act.is_state:
        there = passage.text[begin : act.mention.start].casefold().split()[-1:]
        alive = not ALIVE.isdisjoint(behind[:1]) or not {"there", "here"}.isdisjoint(there)
        return alive or any(is_finite(word) and is_deed(word) and word not in LYING for word in then)
    if act.verb in ("said", "says") and not SAID.isdisjoint(behind[:1]):
        return act.auxiliary == ""
    return act.auxiliary in ("", "was", "had") and act.verb not in LYING and is_deed(act.verb)


def _finding(act: Act, died: int, passage: Passage, setting: Setting) -> Finding:
    mention, entity = act.mention, act.mention.entity
    assert entity is not None
    does = "speaks" if act.speaks else "is active"
    return Finding(
        path=setting.path,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        code=CODE,
        severity=Severity.WARNING,
        message=f"{entity.name} dies in chapter {died}, and {does} here, in chapter {setting.number}.",
        evidence=(sentence_evidence(setting, passage, mention.start), *sheet_evidence(entity, "died")),
        data={"died": died},
    )
