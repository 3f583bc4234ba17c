"""One file of the world becomes a Sheet; whatever is wrong with the file becomes a finding, and the rest is
kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from fabula_daemon.story import front_matter
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.front_matter import FrontMatter, Value

KINDS = ("character", "place", "faction", "item", "event", "people", "rule", "note", "roster")
KIND_OF_FOLDER: Mapping[str, str] = {
    "characters": "character",
    "places": "place",
    "factions": "faction",
    "items": "item",
    "events": "event",
}

ChapterRef = int | str

_READ_BY_NAME = frozenset(
    {
        "name",
        "aliases",
        "named",
        "kind",
        "names",
        "not",
        "introduced",
        "died",
        "learns",
        "whereabouts",
        "proposed",
    }
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, and the chapter from which it holds (None: always)."""

    value: Any
    since: ChapterRef | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an author wrote about one named thing of her world. `places` says where each key stands in the
    file.
    """

    path: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    names: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    facts: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict, hash=False)
    introduced: ChapterRef | None = None
    died: ChapterRef | None = None
    learns: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    whereabouts: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    proposed: bool = False
    body: str = ""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict, hash=False)


def read(path: str, text: str) -> tuple[Sheet | None, list[Finding]]:
    """Read the sheet at `path`. Without front matter it is a note named after its file.

    Returns None for the sheet where its front matter cannot be read at all.
    """
    matter = front_matter.read(text)
    findings = [
        _finding(path, text, fault.start, fault.end, "sheet-front-matter", fault.message)
        for fault in matter.faults
    ]
    stem = PurePosixPath(path).stem
    if not matter.present:
        return Sheet(path, stem, "note", body=text), findings
    if matter.faults and not matter.values:
        return None, findings
    return _sheet(path, stem, text, matter, findings), findings


def _sheet(path: str, stem: str, text: str, matter: FrontMatter, findings: list[Finding]) -> Sheet:
    def complain(key: str, code: str, message: str) -> None:
        start, end = matter.places.get(key, (0, 3))
        findings.append(_finding(path, text, start, end, code, message))

    def listed(key: str) -> tuple[str, ...]:
        value = matter.raw.get(key)
        items = value if isinstance(value, list) else [] if value is None else [value]
        if any(isinstance(item, (list, dict)) for item in items):
            complain(
                key,
                "sheet-front-matter",
                f"`{key}` must be a list of names, as in {key}: [Anna, Captain Orr].",
            )
        return tuple(name for item in items if isinstance(item, str) and (name := " ".join(item.split())))

    def chapter(key: str) -> ChapterRef | None:
        value = matter.values.get(key)
        if isinstance(value, (int, str)) and not isinstance(value, bool) and value != "":
            return value
        if value is not None:
            complain(
                key,
                "sheet-chapter",
                f"`{key}` must be a chapter: its number, or its file's name without the ending.",
            )
        return None

    def records(key: str) -> tuple[Mapping[str, Any], ...]:
        value = matter.values.get(key)
        items = value if isinstance(value, list) else [] if value is None else [value]
        good = tuple(item for item in items if isinstance(item, dict))
        if len(good) != len(items):
            complain(
                key,
                "sheet-front-matter",
                f"`{key}` must be a list of entries in braces, as in {{chapter: 3}}.",
            )
        return good

    raw_name = matter.raw.get("name")
    name = " ".join(raw_name.split()) if isinstance(raw_name, str) else ""
    if not name:
        message = (
            f"This sheet has no name. Add a line `name: …`; until then it is called {stem!r}, after its file."
        )
        complain("name", "sheet-name", message)
    kind = matter.raw.get("kind")
    if kind is None:
        kind = KIND_OF_FOLDER.get(PurePosixPath(path).parent.name, "note")
    if kind not in KINDS:
        complain(
            "kind",
            "sheet-kind",
            f"{kind!r} is no kind of sheet. There are {', '.join(KINDS)}. It is read as a note.",
        )
        kind = "note"
    return Sheet(
        path=path,
        name=name or stem,
        kind=str(kind),
        aliases=listed("aliases"),
        named=matter.values.get("named") is not False,
        names=listed("names"),
        excluded=listed("not"),
        facts={key: tuple(_facts(value)) for key, value in matter.values.items() if key not in _READ_BY_NAME},
        introduced=chapter("introduced"),
        died=chapter("died"),
        learns=records("learns"),
        whereabouts=records("whereabouts"),
        proposed=matter.values.get("proposed") is True,
        body=text[matter.body_start :],
        places=matter.places,
    )


def _facts(value: Value) -> Iterator[Fact]:
    """Yield the facts of one key: a value, or a list of {value, since}."""
    if (
        isinstance(value, list)
        and value
        and all(isinstance(item, dict) and "value" in item for item in value)
    ):
        for item in value:
            if isinstance(item, dict):
                since = item.get("since")
                yield Fact(item["value"], since if isinstance(since, (int, str)) else None)
    else:
        yield Fact(value)


def _finding(path: str, text: str, start: int, end: int, code: str, message: str) -> Finding:
    return Finding(path, start, end, text[start:end], code, Severity.WARNING, message)
