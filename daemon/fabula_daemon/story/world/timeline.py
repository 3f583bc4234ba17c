"""timeline.md: what happens when, in which chapter, with whom and where, from the rows of its tables."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from fabula_daemon.story.findings import Evidence, Finding, Severity
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.text.lines import EDITOR_LINE_END

if TYPE_CHECKING:
    from fabula_daemon.story.world.canon import Entity

CODE = "sheet-timeline"

_COLUMNS = ("when", "chapter", "event", "who", "where")
_BAR = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"[\s|:-]+")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\\?\|)?([^\[\]|]*)\]\]")
_LINK_BAR = re.compile(r"(?<=\[\[)([^\[\]|]*)\|(?=[^\[\]|]*\]\])")
_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*|\s+and\s+|\s*&\s*")
_DATE = re.compile(r"\s*(-?\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\w)")
_YEAR = re.compile(r"(?<!\w)(\d{3,6})(?!\w)")
_NOTHING = frozenset({"", "-", "–", "—", "?", "…", "..."})

Date = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, at [start, end) of the file. `chapter` is the number, None if there is none."""

    start: int
    end: int
    text: str
    when: str = ""
    chapter: int | None = None
    event: str = ""
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()

    @property
    def date(self) -> Date | None:
        """The date as year, month, day, as far as it is written in figures and in that order."""
        match = _DATE.match(self.when)
        return tuple(int(part) for part in match.groups() if part is not None) if match else None

    def names(self, entity: "Entity") -> bool:
        """Whether an entity is among those who are there."""
        return any(fold_name(name) in entity.forms or fold_name(name) == entity.name for name in self.who)


@dataclass(frozen=True)
class Timeline:
    """The rows of timeline.md, in the order in which they stand there."""

    path: str = ""
    rows: tuple[Row, ...] = field(default=(), repr=False)

    @cached_property
    def _by_chapter(self) -> Mapping[int, tuple[Row, ...]]:
        chapters: dict[int, list[Row]] = {}
        for row in self.rows:
            if row.chapter is not None:
                chapters.setdefault(row.chapter, []).append(row)
        return {chapter: tuple(rows) for chapter, rows in chapters.items()}

    def of(self, chapter: int) -> tuple[Row, ...]:
        """Return the rows of a chapter."""
        return self._by_chapter.get(chapter, ())

    def date(self, chapter: int) -> Date | None:
        """Return the first date that a chapter's rows give, None if they give none in figures."""
        return next((date for row in self.of(chapter) if (date := row.date)), None)

    def year(self, chapter: int) -> int | None:
        """Return the year in which a chapter takes place, if its rows name one (three figures or more)."""
        years = (match for row in self.of(chapter) if (match := _YEAR.search(row.when)))
        return next((int(match[1]) for match in years), None)

    def where(self, entity: "Entity", chapter: int) -> tuple[Row, ...]:
        """Return the rows of a chapter that say where an entity is."""
        return tuple(row for row in self.of(chapter) if row.where and row.names(entity))

    def evidence(self, row: Row) -> Evidence:
        """Return a row as evidence."""
        return Evidence(self.path, row.start, row.end, row.text)


def read(path: str, text: str, chapters: Mapping[str, int]) -> tuple[Timeline, list[Finding]]:
    """Read timeline.md; `chapters` are the numbers of chapters by file stem. What is no table is left."""
    rows: list[Row] = []
    findings: list[Finding] = []
    columns: dict[str, int] = {}
    for start, end in _lines(text):
        line = text[start:end]
        if "|" not in line:
            columns = {}
            continue
        cells = _cells(line)
        if not columns:
            columns = _heading(cells)
        elif not _RULER.fullmatch(line):
            row, problem = _row(path, (start, end), line, cells, columns, chapters)
            rows.append(row)
            findings += problem
    return Timeline(path, tuple(rows)), findings


def strangers(timeline: Timeline, known: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each plain name in the columns `who` and `where` that is not among the `known`."""
    forms = {form.casefold() for form in known}
    for row in timeline.rows:
        for column, names in (("who", row.who), ("where", row.where)):
            for name in names:
                if fold_name(name).casefold() in forms or not _is_plain_name(name):
                    continue
                message = (
                    f"“{name}” in the column `{column}` is in no sheet. "
                    "Give it a sheet, or write the name as its sheet has it."
                )
                yield _finding(timeline.path, row, name, message)


def _row(
    path: str,
    span: tuple[int, int],
    line: str,
    cells: Sequence[str],
    columns: Mapping[str, int],
    chapters: Mapping[str, int],
) -> tuple[Row, list[Finding]]:
    by_name = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
    ref = by_name.get("chapter", "")
    chapter = int(ref) if ref.isdecimal() and len(ref) < 8 else chapters.get(ref)
    row = Row(
        *span,
        line.strip(),
        by_name.get("when", ""),
        chapter if chapter is None or chapter >= 1 else None,
        by_name.get("event", ""),
        _names(by_name.get("who", "")),
        _names(by_name.get("where", "")),
    )
    if row.chapter is not None or ref in _NOTHING:
        return row, []
    message = f"There is no chapter “{ref}”. Give its number, or its file's name without the ending."
    return row, [_finding(path, row, ref, message)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in EDITOR_LINE_END.finditer(text):
        yield start, end.start()
        start = end.end()
    if start < len(text):
        yield start, len(text)


def _cells(line: str) -> list[str]:
    line = _LINK_BAR.sub(r"\1\\|", line).strip()
    line = line.removeprefix("|")
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    return [" ".join(_LINK.sub(r"\1", cell).split()) for cell in _BAR.split(line)]


def _heading(cells: Sequence[str]) -> dict[str, int]:
    """Return where the columns are, nothing if this is no table of ours: it must tell chapters at least."""
    found = {cell.casefold(): at for at, cell in enumerate(cells) if cell.casefold() in _COLUMNS}
    return found if "chapter" in found and len(found) > 1 else {}


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in _BETWEEN_NAMES.split(cell) if name not in _NOTHING)


def _is_plain_name(name: str) -> bool:
    words = name.split()
    if words[0].casefold() == "the":
        words = words[1:]
    return 1 <= len(words) <= 4 and all(word[0].isupper() for word in words)


def _finding(path: str, row: Row, name: str, message: str) -> Finding:
    at = row.text.find(name) if name else -1
    start, end = (row.start + at, row.start + at + len(name)) if at >= 0 else (row.start, row.end)
    return Finding(path, start, end, name, CODE, Severity.WARNING, message)
