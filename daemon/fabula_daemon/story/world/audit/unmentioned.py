"""sheet-unmentioned: a character has a sheet, and the manuscript never names her."""

from collections.abc import Collection, Iterator

from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.tables.english import PARTICLES, TITLES
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Canon, Entity

CODE = "sheet-unmentioned"


def findings(canon: Canon, words: Collection[str]) -> Iterator[Finding]:
    """Yield an information for each character of whose names no word stands in the manuscript.

    `words` are those, case folded, of which the whole manuscript shows something (`Names.words`). While most
    of the cast is yet to come, only those are missed whose sheets have them introduced in a chapter that is
    written. Who has no name is left alone.
    """
    words = {*words, *(part for word in words if "-" in word for part in word.split("-"))}
    cast = [
        (e, e.sheet)
        for e in canon.characters
        if e.named and e.sheet and e.sheet.titled and e.sheet.kind != "roster"
    ]
    missing = [(entity, sheet) for entity, sheet in cast if words.isdisjoint(_telling(entity))]
    is_begun = not words or len(missing) * 2 > len(cast)
    for entity, sheet in missing:
        introduced = canon.chapter(sheet.introduced)
        if is_begun if introduced is None else introduced > len(canon.chapters):
            continue
        start, end = sheet.places.get("name", (0, 3))
        message = f"{entity.name} has a sheet, and no chapter names {entity.name}."
        yield Finding(sheet.path, start, end, entity.name, CODE, Severity.INFORMATION, message)


def _telling(entity: Entity) -> set[str]:
    words = {
        word.strip(".").casefold()
        for name in (entity.name, *entity.aliases)
        for part in fold_name(name).split()
        for word in (part, *part.split("-"))
    }
    return {word for word in words if word not in TITLES and word not in PARTICLES and len(word) > 1} or words
