"""name-variant: a name is written otherwise than the world has it: Elana for Elena.

It stands in place of unknown-character, which leaves alone what is a slip for a known name.
"""

from collections.abc import Iterator

from fabula_daemon.story.checks import Setting, check, sentence_evidence, sheet_evidence
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people import variants
from fabula_daemon.story.people.variants import Variant

CODE = "name-variant"


@check(CODE)
def name_variant(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Yield a warning for each name that is a slip for one that the world knows."""
    for mention in passage.mentions:
        variant = variants.of_mention(mention, setting.canon)
        if variant is not None:
            yield _finding(passage, setting, variant, mention.start)
    for variant in variants.elsewhere(passage, setting.canon):
        yield _finding(passage, setting, variant, 0)


def _finding(passage: Passage, setting: Setting, variant: Variant, by: int) -> Finding:
    owner = variant.owners[0]
    return Finding(
        path=setting.path,
        start=by + variant.start,
        end=by + variant.end,
        text=variant.text,
        code=CODE,
        severity=Severity.WARNING,
        message=_message(variant),
        evidence=(
            sentence_evidence(setting, passage, by + variant.start),
            *sheet_evidence(owner, "name" if variant.right in owner.name else "aliases"),
        ),
        suggestions=(variant.right,),
        data={"name": variant.right, "how": variant.how},
    )


def _message(variant: Variant) -> str:
    known = " or ".join(dict.fromkeys(owner.name for owner in variant.owners[:2]))
    if variant.how == "case":
        return f"“{variant.text}” is a name of {known}, and has a capital: {variant.right}."
    if variant.how == "script":
        return f"“{variant.text}” mixes letters of two alphabets that look alike. It reads {variant.right}."
    return f"“{variant.text}” is one slip away from {variant.right}: did you mean {known}?"
