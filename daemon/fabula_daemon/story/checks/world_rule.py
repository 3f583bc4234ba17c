"""world-rule: a word stands in the story that rules.md forbids, spells otherwise or replaces.

In the narration it is a warning. In what somebody says or thinks it is a claim like any other (she may speak
of what there is not, or speak badly), so it is information.
"""

from collections.abc import Iterator

from fabula_daemon.story.checks import Setting, check, sentence_evidence
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.world.rules import Breach

CODE = "world-rule"


@check(CODE)
def world_rule(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Yield a finding for each word that breaks a rule, except where it is somebody's or something's name."""
    rules = setting.canon.rules
    for breach in rules.breaches(passage.text):
        if _is_name(passage, breach):
            continue
        found = passage.text[breach.start : breach.end]
        claimed = passage.is_claim(breach.start)
        yield Finding(
            path=setting.path,
            start=breach.start,
            end=breach.end,
            text=found,
            code=CODE,
            severity=Severity.INFORMATION if claimed else Severity.WARNING,
            message=_message(found, breach),
            evidence=(sentence_evidence(setting, passage, breach.start), rules.evidence(breach.rule)),
            suggestions=(breach.right,) if breach.right else (),
            data={"rule": breach.rule.kind},
        )


def _is_name(passage: Passage, breach: Breach) -> bool:
    """Whether the word is part of a person's name, or has a capital that only a name has in mid-sentence."""
    if any(m.start <= breach.start and breach.end <= m.end for m in passage.mentions if m.known):
        return True
    found, rule = passage.text[breach.start : breach.end], breach.rule
    if not found[:1].isupper() or rule.word[:1].isupper() or found.isupper():
        return False
    start, _ = passage.sentence_at(breach.start)
    before = passage.text[start : breach.start].strip("“”\"'‘’«»*_—–(… ")
    return bool(before) and before[-1] not in '.!?:“”"‘’'


def _message(found: str, breach: Breach) -> str:
    if breach.rule.kind == "forbid":
        return f"There is no “{found}” in this world: rules.md forbids the word."
    if breach.rule.kind == "spell":
        return f"rules.md spells “{found}” otherwise: {breach.right}."
    return f"In this world one says “{breach.right}”, not “{found}”: see rules.md."
