"""Small stories: on disk as an author keeps them, or as the plain texts that a test is about."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fabula_daemon.story.chapter import LiveChapter
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.findings import Finding
from fabula_daemon.story.people.mentions import Mention, Reader
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.world import canon, sheets
from fabula_daemon.story.world.canon import Canon

CHAPTER = "manuscript/01.md"


def story(
    root: Path,
    chapters: Mapping[str, str | bytes] | None = None,
    sheets: Mapping[str, str | bytes] | None = None,
    settings: str | bytes = "",
) -> Path:
    """Write a story to `root` and return it: chapters by file name, sheets by path inside the world."""
    for folder, files in (("manuscript", chapters), ("world", sheets)):
        (root / folder).mkdir(parents=True, exist_ok=True)
        for name, text in (files or {}).items():
            write(root / folder / name, text)
    write(root / "fabula.toml", settings)
    return root


def write(file: Path, text: str | bytes) -> None:
    """Write a file as it is given, its line ends included."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def sheet(name: str, **keys: str) -> str:
    """Return the text of a character's sheet; the keys' values are YAML."""
    lines = [f"name: {name}", "kind: character"] if "kind" not in keys else [f"name: {name}"]
    lines += [f"{key.rstrip('_')}: {value}" for key, value in keys.items()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def canon_of(*texts: str) -> Canon:
    """Return the canon that the texts of some sheets make up."""
    read = [sheets.read(f"world/{number}.md", text)[0] for number, text in enumerate(texts)]
    return canon.build([one for one in read if one], [f"manuscript/{n:02}.md" for n in range(1, 10)])


def setting_of(world: Canon, number: int | None = 1, **keys: Any) -> Setting:
    """Return what the checks know of the chapter of that number; `keys` are further fields of Setting."""
    return Setting(CHAPTER, number, world, **keys)


def checked(
    text: str,
    world: Canon,
    number: int | None = 1,
    *,
    elsewhere: Iterable[str] = (),
    only: str = "",
    **keys: Any,
) -> list[Finding]:
    """Return what all checks, or the one of a code, find in a chapter of that number.

    `elsewhere` are paragraphs of the story's other chapters.
    """
    names = observe(elsewhere)
    chapter = LiveChapter(CHAPTER, text, names)
    for _ in chapter.catch_up(Reader(world, names), setting_of(world, number, **keys)):
        pass
    return [finding for finding in chapter.findings() if only in ("", finding.code)]


def mentions(world: Canon, text: str, *elsewhere: str) -> list[Mention]:
    """Return who is named in `text`, by what it and the story's other paragraphs show."""
    return Reader(world, observe([text, *elsewhere])).read(text)


def known(found: Iterable[Mention]) -> list[tuple[str, str | None]]:
    """Return the known among some mentions: what stands there, and whose name it is (None: of several)."""
    return [
        (mention.text, mention.entity.name if mention.entity else None) for mention in found if mention.known
    ]


def unknown(found: Iterable[Mention]) -> list[str]:
    """Return what is certainly a person's name, and nobody's."""
    return [mention.text for mention in found if mention.certain and not mention.known]
