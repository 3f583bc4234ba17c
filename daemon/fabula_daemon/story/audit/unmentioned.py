"""sheet-unmentioned: a character has a sheet, and the manuscript never names her."""

from collections.abc import Iterator

from fabula_daemon.story.canon import Canon, Entity
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.folding import fold_name
from fabula_daemon.story.names import Names
from fabula_daemon.story.tables.english import PARTICLES, TITLES

CODE = "sheet-unmentioned"


def findings(canon: Canon, names: Names) -> Iterator[Finding]:
    """Yield an information for each character of whose names no word stands in the manuscript.

    `names` is what the whole manuscript shows. Who is introduced in a chapter that is yet to be written, and
    who has no name, is left alone.
    """
    words = names.words()
    if not words:
        return
    words |= {part for word in words if "-" in word for part in word.split("-")}
    for entity in canon.characters:
        sheet = entity.sheet
        if sheet is None or sheet.kind == "roster" or not entity.named or _is_to_come(canon, entity):
            continue
        if words.isdisjoint(_telling(entity)):
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


def _is_to_come(canon: Canon, entity: Entity) -> bool:
    introduced = canon.chapter(entity.sheet.introduced) if entity.sheet else None
    return introduced is not None and introduced > len(canon.chapters)
