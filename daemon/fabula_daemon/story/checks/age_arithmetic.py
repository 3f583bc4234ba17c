"""age-arithmetic: the narration gives somebody an age that the sheet, and the dates of the chapters, do not
allow.
"""

from collections.abc import Iterator

from fabula_daemon.story.checks import Setting, check, sentence_evidence, sheet_evidence
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.telling import claims
from fabula_daemon.story.telling.claims import AGES, Claim
from fabula_daemon.story.world.canon import Canon, Entity, once_a_canon
from fabula_daemon.story.world.lifetimes import Lifetime, lifetime

CODE = "age-arithmetic"
_AGES = frozenset({AGES})


@check(CODE)
def age_arithmetic(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Yield a warning for each age in the narration that cannot be reckoned from the sheet."""
    dated = _dated(setting.canon)
    here = {mention.entity for mention in passage.mentions} | set(passage.focus.recent)
    if dated.isdisjoint(here):
        return
    for claim in claims.claims(passage, _AGES):
        if claim.entity is None or not isinstance(claim.value, tuple):
            continue
        life = lifetime(setting.canon, claim.entity, setting.number)
        low, high = claim.value
        if life and life.reckoned and (high < life.years[0] or life.years[1] < low):
            yield _finding(claim, claim.entity, life, passage, setting)


@once_a_canon
def _dated(canon: Canon) -> frozenset[Entity]:
    """Return those whose age is to be reckoned."""
    return frozenset(entity for entity in canon.characters if _is_dated(entity))


def _is_dated(entity: Entity) -> bool:
    facts = entity.sheet.facts if entity.sheet else {}
    return "born" in facts or any(isinstance(fact.value, dict) for fact in facts.get("age", ()))


def _finding(claim: Claim, entity: Entity, life: Lifetime, passage: Passage, setting: Setting) -> Finding:
    low, high = life.years
    age = f"{low}" if low == high else f"{low} or {high}" if high == low + 1 else f"{low} to {high}"
    when = f" in {life.year}" if life.year is not None else " in this chapter"
    return Finding(
        setting.path,
        claim.start,
        claim.end,
        claim.text,
        CODE,
        Severity.WARNING,
        f"“{' '.join(claim.text.split())}” cannot be: by the sheet, {entity.name} is {age}{when}.",
        evidence=(
            sentence_evidence(setting, passage, claim.start),
            *sheet_evidence(entity, life.key),
            *_date_evidence(setting),
        ),
        data={"name": entity.name, "key": life.key, "years": [low, high]},
    )


def _date_evidence(setting: Setting) -> tuple[Evidence, ...]:
    timeline = setting.canon.timeline
    rows = timeline.of(setting.number) if setting.number is not None else ()
    return tuple(timeline.evidence(row) for row in rows if row.date)[:1]
