"""One file of the world becomes a Sheet; whatever is wrong with the file becomes a finding, and the rest is
kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.text import front_matter
from fabula_daemon.story.text.front_matter import FrontMatter, Value

KINDS = ("character", "place", "faction", "item", "event", "people", "rule", "note", "roster")
KIND_OF_FOLDER: Mapping[str, str] = {
    "characters": "character",
    "places": "place",
    "factions": "faction",
    "items": "item",
    "events": "event",
}

PROPOSALS = "proposed"
_EXAMPLE = "example"  # what `fabula init` writes, to be looked at

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
    """What an author wrote about one named thing of her world.

    `text` is the whole file, `body` what stands below the keys; `places` says where each key stands in it.
    A sheet that is not `titled` has no name of its own, and goes by its file's.
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
    titled: bool = True
    body: str = ""
    text: str = field(default="", repr=False)
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
        return Sheet(path, stem, "note", body=text, text=text), findings
    if matter.faults and not matter.values:
        return None, findings
    return _Fields(path, text, matter, findings).sheet(), findings


class _Fields:
    """The keys of one sheet's front matter, each read as what it must be; what is not becomes a finding."""

    def __init__(self, path: str, text: str, matter: FrontMatter, findings: list[Finding]) -> None:
        self.path, self.text, self.matter, self.findings = path, text, matter, findings

    def sheet(self) -> Sheet:
        values, stem, name = self.matter.values, PurePosixPath(self.path).stem, self.name()
        return Sheet(
            path=self.path,
            name=name or stem,
            kind=self.kind(),
            aliases=self.listed("aliases"),
            named=values.get("named") is not False,
            names=self.listed("names"),
            excluded=self.listed("not"),
            facts={key: tuple(_facts(value)) for key, value in values.items() if key not in _READ_BY_NAME},
            introduced=self.chapter("introduced"),
            died=self.chapter("died"),
            learns=self.records("learns"),
            whereabouts=self.records("whereabouts"),
            proposed=self.proposed(),
            titled=bool(name),
            body=self.text[self.matter.body_start :],
            text=self.text,
            places=self.matter.places,
        )

    def name(self) -> str:
        raw = self.matter.raw.get("name")
        name = " ".join(raw.split()) if isinstance(raw, str) else ""
        if not name:
            stem = PurePosixPath(self.path).stem
            message = f"This sheet has no name. Add a line `name: …`; until then it is called {stem}."
            self.complain("name", "sheet-name", message)
        return name

    def kind(self) -> str:
        kind = self.matter.raw.get("kind")
        if kind is None:
            return _kind_of_folder(self.path)
        if isinstance(kind, str) and kind.strip().casefold() in KINDS:
            return kind.strip().casefold()
        message = f"“{_said(kind)}” is no kind of sheet. There are {', '.join(KINDS)}. It is read as a note."
        self.complain("kind", "sheet-kind", message)
        return "note"

    def proposed(self) -> bool:
        if self.matter.values.get("proposed") is not True:
            return False
        path = PurePosixPath(self.path)
        if PROPOSALS not in path.parts[:-1] and path.stem != _EXAMPLE:
            message = "This sheet does not count yet: take out the line `proposed: true` when it is true."
            self.complain("proposed", "sheet-proposed", message, Severity.INFORMATION)
        return True

    def listed(self, key: str) -> tuple[str, ...]:
        items = _as_list(self.matter.raw.get(key))
        if any(isinstance(item, (list, dict)) for item in items):
            message = f"`{key}` must be a list of names, as in {key}: [Anna, Captain Orr]."
            self.complain(key, "sheet-front-matter", message)
        return tuple(name for item in items if isinstance(item, str) and (name := " ".join(item.split())))

    def chapter(self, key: str) -> ChapterRef | None:
        value = self.matter.values.get(key)
        if isinstance(value, (int, str)) and not isinstance(value, bool) and value != "":
            return value
        if value is not None:
            message = f"`{key}` must be a chapter: its number, or its file's name without the ending."
            self.complain(key, "sheet-chapter", message)
        return None

    def records(self, key: str) -> tuple[Mapping[str, Any], ...]:
        items = _as_list(self.matter.values.get(key))
        good = tuple(item for item in items if isinstance(item, dict))
        if len(good) != len(items):
            message = f"`{key}` must be a list of entries in braces, as in {{chapter: 3}}."
            self.complain(key, "sheet-front-matter", message)
        return good

    def complain(self, key: str, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        start, end = self.matter.places.get(key, (0, 3))
        self.findings.append(_finding(self.path, self.text, start, end, code, message, severity))


def _said(value: Value) -> str:
    return ", ".join(map(str, _as_list(value)))


def _kind_of_folder(path: str) -> str:
    folders = reversed(PurePosixPath(path).parts[:-1])
    return next((kind for folder in folders if (kind := KIND_OF_FOLDER.get(folder.casefold()))), "note")


def _as_list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]


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
                yield Fact(
                    item["value"], since if since is None or isinstance(since, (int, str)) else str(since)
                )
    else:
        yield Fact(value)


def _finding(
    path: str,
    text: str,
    start: int,
    end: int,
    code: str,
    message: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    return Finding(path, start, end, text[start:end], code, severity, message)
