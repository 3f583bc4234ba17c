"""sheet-link: a link on a sheet leads nowhere. A note that is yet to be written is no fault: information."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.text.links import Targets, links
from fabula_daemon.story.world.sheets import Sheet

CODE = "sheet-link"

_NEVER_SHEETS = frozenset({"readme", "readme.md", "timeline", "timeline.md", "rules", "rules.md"})


def findings(sheets: Iterable[Sheet], targets: Targets) -> Iterator[Finding]:
    """Yield an information for each link that leads to no file, name or alias."""
    for sheet in sheets:
        if "[[" not in sheet.text:
            continue
        for link in links(sheet.text):
            if _is_elsewhere(sheet.text, link.start, link.target) or targets.find(link.target) is not None:
                continue
            message = (
                f"The link leads nowhere: no file of the story and no sheet is called “{link.target}”. "
                "Write it as the sheet has it, or write the sheet."
            )
            text = sheet.text[link.start : link.end]
            yield Finding(sheet.path, link.start, link.end, text, CODE, Severity.INFORMATION, message)


def _is_elsewhere(text: str, start: int, target: str) -> bool:
    """Whether a link is a picture, or leads to a kind of file that is no part of the story."""
    ending = PurePosixPath(target).suffix.lower()
    other = 1 < len(ending) <= len(".markdown") and ending[1:].isalnum() and not ending[1:].isdecimal()
    known = ending in (".md", ".markdown", ".txt", ".fountain")
    return (
        text[max(0, start - 1) : start] == "!" or (other and not known) or target.casefold() in _NEVER_SHEETS
    )
