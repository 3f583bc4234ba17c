"""unintroduced-mention: the narration names somebody before the chapter in which her sheet introduces her.

Who acts there is a warning; who is only named there is information. People may speak of whom they like.
"""

from collections.abc import Iterator, Sequence

from fabula_daemon.story.checks import Setting, Sighting, page_check, sentence_evidence, sheet_evidence
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.telling.acting import act_of
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon

CODE = "unintroduced-mention"


def _observe(passage: Passage, setting: Setting) -> tuple[Finding, ...] | None:
    awaited = introductions(setting.canon)
    if not awaited or setting.number is None:
        return None
    found = []
    for mention in passage.mentions:
        chapter = awaited.get(mention.entity) if mention.entity else None
        if mention.entity is None or chapter is None or chapter <= setting.number:
            continue
        if passage.is_claim(mention.start):
            continue
        name, act = mention.entity.name, act_of(passage, mention)
        finding = Finding(
            path=setting.path,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            code=CODE,
            severity=Severity.WARNING if act else Severity.INFORMATION,
            message=f"{name} is introduced in chapter {chapter}, and named here in chapter {setting.number}.",
            evidence=(
                sentence_evidence(setting, passage, mention.start),
                *sheet_evidence(mention.entity, "introduced"),
            ),
            data={"name": name, "introduced": chapter},
        )
        found.append(finding)
    return tuple(found) or None


@page_check(CODE, _observe)
def unintroduced_mention(
    setting: Setting, seen: Sequence[Sighting[tuple[Finding, ...]]]
) -> Iterator[Finding]:
    """Yield a finding for each person who comes too early: where she first acts in the chapter, or else is
    first named.
    """
    first: dict[str, Finding] = {}
    for sighting in seen:
        for finding in sighting.seen:
            name = finding.data["name"]
            held = first.get(name)
            acts = finding.severity is Severity.WARNING
            if held is None or (acts and held.severity is not Severity.WARNING):
                first[name] = finding.moved(sighting.start)
    yield from first.values()


@once_a_canon
def introductions(canon: Canon) -> dict[Entity, int]:
    """Return the chapters in which people are introduced, by who is."""
    chapters = {
        entity: canon.chapter(entity.sheet.introduced)
        for entity in canon.characters
        if entity.sheet is not None and entity.sheet.kind != "roster"
    }
    return {entity: chapter for entity, chapter in chapters.items() if chapter is not None and chapter > 1}
