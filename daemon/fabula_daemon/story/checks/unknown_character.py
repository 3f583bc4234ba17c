"""unknown-character: somebody is named whom no sheet knows.

The data say what kind of stranger it is: `fresh`, known from the `drafts` only, or `model-default`, a name
that language models give. Who is a slip away from somebody known is left to name-variant.
"""

from collections.abc import Iterator
from typing import Literal

from rapidfuzz import fuzz, process

from fabula_daemon.story.checks import Setting, check, sentence_evidence, sheet_evidence
from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people import variants
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.tables import default_names
from fabula_daemon.story.tables.english import TITLES
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Canon, gender_of_title

CODE = "unknown-character"
VARIANT_CODE = "name-variant"
Class = Literal["fresh", "drafts", "model-default"]

_ALIKE = 72.0
_MOST_SUGGESTIONS = 3
_SAID = {
    "fresh": "no sheet has the name.",
    "drafts": "no sheet has the name; the drafts have it.",
    "model-default": "no sheet has the name, which language models like to give.",
}


@check(CODE)
def unknown_character(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Yield a warning for each mention of a person that is nobody's name, and no slip for a known one."""
    for mention in passage.mentions:
        if mention.known or not mention.certain or _is_variant(mention, setting):
            continue
        suggestions = _suggestions(mention.text, setting.canon)
        kind = class_of(mention.text, setting)
        yield Finding(
            path=setting.path,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            code=CODE,
            severity=Severity.WARNING,
            message=_message(mention.text, kind, suggestions),
            evidence=(
                sentence_evidence(setting, passage, mention.start),
                *_namesakes(mention, setting.canon),
            ),
            suggestions=suggestions,
            data={"name": _name_to_learn(mention.text, setting.canon), "class": kind},
        )


def _is_variant(mention: Mention, setting: Setting) -> bool:
    return VARIANT_CODE not in setting.off and variants.of_mention(mention, setting.canon) is not None


def _namesakes(mention: Mention, canon: Canon) -> tuple[Evidence, ...]:
    """Return the sheet of somebody else who has the name: Mr. Hall's, for Mrs. Hall."""
    bearers = canon.owners.get(fold_name(without_titles(mention.text)), ())
    return tuple(quote for bearer in bearers[:1] for quote in sheet_evidence(bearer, "name"))


def class_of(name: str, setting: Setting) -> Class:
    """Return what kind of stranger bears a name. A known person's namesake is fresh."""
    words = fold_name(without_titles(name)).split()
    bare, drafted = " ".join(words), setting.drafted
    if bare not in setting.canon.owners and (bare in drafted or all(word in drafted for word in words)):
        return "drafts"
    folded = [word.casefold() for word in words]
    both = len(words) > 1 and folded[0] in default_names.GIVEN and folded[-1] in default_names.SURNAMES
    return "model-default" if both or not default_names.ALONE.isdisjoint(folded) else "fresh"


def _name_to_learn(text: str, canon: Canon) -> str:
    """Return the name to make known: with its title where the bare name is another's, as for Mrs. Hall."""
    bare = without_titles(text)
    return " ".join(text.split()) if fold_name(bare) in canon.owners else bare


def without_titles(name: str) -> str:
    """Return a name as it stands in the text, without the titles before it and with single spaces."""
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def _suggestions(text: str, canon: Canon) -> tuple[str, ...]:
    """Return similar names, less those of persons whom the title before the name cannot mean."""
    gender = gender_of_title(text.split()[0])
    similar = similar_names(without_titles(text), canon)
    if gender is None:
        return similar
    return tuple(name for name in similar if any(e.gender in (gender, None) for e in canon.owners[name]))


def similar_names(name: str, canon: Canon) -> tuple[str, ...]:
    """Return the names of characters that look most like `name`, best first, at most three."""
    forms = sorted(
        {form for entity in canon.characters for form in entity.forms if "." not in form or "." in name}
    )
    folded = fold_name(name)
    best = process.extract(folded, forms, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_SUGGESTIONS)
    return tuple(form for form, _, _ in best if form != folded)


def _message(text: str, kind: Class, suggestions: tuple[str, ...]) -> str:
    asked = f" Did you mean {suggestions[0]}?" if suggestions else ""
    return f"“{' '.join(text.split())}” is nobody in this world: {_SAID[kind]}{asked}"
