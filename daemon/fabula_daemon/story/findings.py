"""What a check found: where, what, how sure, and on which evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from fabula_daemon.story.lines import LineIndex


class Severity(StrEnum):
    """Nothing in a story is ever an error."""

    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation that bears a finding out; offsets in code points from 0."""

    path: str
    start: int
    end: int
    quote: str

    def moved(self, by: int) -> "Evidence":
        """Return the quotation `by` characters further on."""
        return Evidence(self.path, self.start + by, self.end + by, self.quote)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check has to say about `text`, which stands at [start, end) of the file at `path`.

    Offsets count code points from 0; `path` is relative to the story, with forward slashes.
    `suggestions` are replacements for `text`, best first. `data` is for quick fixes (a check's own keys).
    """

    path: str
    start: int
    end: int
    text: str
    code: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def moved(self, by: int) -> "Finding":
        """Return the finding, and its evidence in the same file, `by` characters further on.

        (Plainly written: it is done at every keystroke.)
        """
        return Finding(
            self.path,
            self.start + by,
            self.end + by,
            self.text,
            self.code,
            self.severity,
            self.message,
            tuple(
                evidence.moved(by) if evidence.path == self.path else evidence for evidence in self.evidence
            )
            if self.evidence
            else (),
            self.suggestions,
            self.data,
        )

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The key by which findings are listed."""
        return (self.path, self.start, self.end, self.code)


def as_records(findings: Iterable[Finding], texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the findings as the JSON of `fabula check`: lines and columns count code points from 1.

    `texts` maps each path to the text that its offsets count in; a path that is not in it is at line 1.
    """
    lines: dict[str, LineIndex] = {}
    records = []
    for finding in findings:
        index = lines.get(finding.path)
        if index is None:
            index = lines[finding.path] = LineIndex(texts.get(finding.path, ""))
        line, column = index.position(finding.start)
        end_line, end_column = index.position(finding.end)
        records.append(
            {
                "path": finding.path,
                "start": finding.start,
                "end": finding.end,
                "line": line + 1,
                "column": column + 1,
                "end_line": end_line + 1,
                "end_column": end_column + 1,
                "text": finding.text,
                "code": finding.code,
                "severity": str(finding.severity),
                "message": finding.message,
                "evidence": [asdict(evidence) for evidence in finding.evidence],
                "suggestions": list(finding.suggestions),
                "data": dict(finding.data),
            }
        )
    return records
