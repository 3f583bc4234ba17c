"""sheet-chapter: a fact holds from a chapter which the story has not got."""

from collections.abc import Iterable, Iterator
from typing import Any

from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.world.canon import Canon
from fabula_daemon.story.world.sheets import Sheet

CODE = "sheet-chapter"


def findings(sheets: Iterable[Sheet], canon: Canon) -> Iterator[Finding]:
    """Yield a warning for each chapter that a sheet names and that is none."""
    for sheet in sheets:
        refs: list[tuple[str, Any]] = [("introduced", sheet.introduced), ("died", sheet.died)]
        refs += [(key, fact.since) for key, facts in sheet.facts.items() for fact in facts]
        refs += [("learns", entry.get("chapter")) for entry in sheet.learns]
        refs += [("whereabouts", entry.get(end)) for entry in sheet.whereabouts for end in ("from", "to")]
        for key, ref in refs:
            if ref is None or _is_chapter(ref, canon):
                continue
            start, end = sheet.places.get(key, (0, 3))
            message = (
                f"`{key}` names chapter “{ref}”, and there is none. "
                f"Give its number (1 to {len(canon.chapters)}) or its file's name without the ending."
            )
            yield Finding(sheet.path, start, end, str(ref), CODE, Severity.WARNING, message)


def _is_chapter(ref: Any, canon: Canon) -> bool:
    """Whether a sheet refers to a chapter there is, or that may yet be written."""
    number = canon.chapter(ref) if isinstance(ref, (int, str)) and not isinstance(ref, bool) else None
    return number is not None and number >= 1
