"""unknown-character: somebody is named whom no sheet knows."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from fabula_daemon.story.canon import Canon
from fabula_daemon.story.checks import Setting, check
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.folding import fold_name
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.tables.english import TITLES

CODE = "unknown-character"
_ALIKE = 72.0
_MOST_SUGGESTIONS = 3


@check(CODE)
def unknown_character(passage: Passage, setting: Setting) -> Iterator[Finding]:
    """Yield a warning for each mention of a person that is nobody's name."""
    for mention in passage.mentions:
        if mention.known or not mention.certain:
            continue
        suggestions = similar_names(without_titles(mention.text), setting.canon)
        yield Finding(
            path=setting.path,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            code=CODE,
            severity=Severity.WARNING,
            message=_message(mention.text, suggestions),
            suggestions=suggestions,
            data={"name": _name_to_learn(mention.text, setting.canon)},
        )


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


def similar_names(name: str, canon: Canon) -> tuple[str, ...]:
    """Return the names of characters that look most like `name`, best first, at most three."""
    forms = sorted(
        {form for entity in canon.characters for form in entity.forms if "." not in form or "." in name}
    )
    folded = fold_name(name)
    best = process.extract(folded, forms, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_SUGGESTIONS)
    return tuple(form for form, _, _ in best if form != folded)


def _message(text: str, suggestions: tuple[str, ...]) -> str:
    asked = f" Did you mean {suggestions[0]}?" if suggestions else ""
    return f"“{' '.join(text.split())}” is nobody in this world: no sheet has the name.{asked}"
