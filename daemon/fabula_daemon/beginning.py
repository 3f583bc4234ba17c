"""A story out of an existing folder of chapters: what `fabula init` writes. Nothing that is there is
overwritten.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from fabula_daemon.errors import StoryError
from fabula_daemon.files import CHAPTER_ENDINGS, PASSING, SKIPPED_FOLDERS
from fabula_daemon.locate import SETTINGS_FILE

_USUAL_NAMES = ("manuscript", "chapters", "text", "book", "novel", "story")
_WORLD = "world"

_SETTINGS = """\
# What Fabula needs to know of this story. Every setting has a default; docs/settings.md lists them all.
[story]
title = {title}
manuscript = {manuscript}    # the folder of the chapters
world = {world}    # the folder of the sheets: characters, places, whatever you keep notes of
drafts = "drafts"    # abandoned scenes; who is named only there is not suggested
"""

_EXAMPLE_SHEET = """\
---
# This is a sheet: one for each character, place or thing that your story names.
# As long as the next line stands here, Fabula takes it for a proposal and does not believe it: remove it.
proposed: true
name: Ada Example
kind: character          # or place, faction, item, event
aliases: [Addy, Captain Example]
pronouns: she/her
eyes: grey
age: 34
---

Whatever you like to remember about her. Fabula finds it when you search; it compares only the lines above.
"""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What `fabula init` found and wrote: the chapters' folder, their number, and the files that are new."""

    manuscript: str
    chapters: int
    written: tuple[str, ...]


def begin(root: Path) -> Beginning:
    """Make a story of the folder `root`. Raises StoryError if it is no folder or is a story already."""
    if not root.is_dir():
        raise StoryError(
            f"{root} is no folder. Give the folder that holds your chapters, or the folder above it."
        )
    if (root / SETTINGS_FILE).exists():
        raise StoryError(f"{root} is a story already: {SETTINGS_FILE} is there, and is left as it is.")
    manuscript, chapters = _find_manuscript(root)
    written = []
    if not chapters:
        (root / manuscript).mkdir(exist_ok=True)
    sheet = root / _WORLD / "characters" / "example.md"
    if not (root / _WORLD).exists():
        sheet.parent.mkdir(parents=True)
        sheet.write_text(_EXAMPLE_SHEET, encoding="utf-8")
        written.append(sheet.relative_to(root).as_posix())
    text = _SETTINGS.format(
        title=_toml(root.resolve().name), manuscript=_toml(manuscript), world=_toml(_WORLD)
    )
    (root / SETTINGS_FILE).write_text(text, encoding="utf-8")
    return Beginning(manuscript, chapters, (SETTINGS_FILE, *written))


def _find_manuscript(root: Path) -> tuple[str, int]:
    """Return the folder that holds the chapters, relative to `root`, and how many there are.

    A folder with a usual name comes first, then the one with most text files, `root` itself included.
    """
    counts: Counter[str] = Counter()
    for file in root.rglob("*"):
        parts = file.relative_to(root).parts
        hidden = any(part in SKIPPED_FOLDERS or PASSING.match(part) for part in parts)
        if hidden or parts[0] in (_WORLD, "drafts") or file.suffix.lower() not in CHAPTER_ENDINGS:
            continue
        if file.name.casefold() != "readme.md" and file.is_file():
            counts[parts[0] if len(parts) > 1 else "."] += 1
    for name in _USUAL_NAMES:
        for folder in counts:
            if folder.casefold() == name:
                return folder, counts[folder]
    best = max(counts, key=lambda folder: (counts[folder], folder == "."), default="manuscript")
    return best, counts[best]


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
