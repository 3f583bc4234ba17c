"""What a check found: where, what, how sure, and on which evidence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from fabula_daemon.story.text.lines import LineIndex


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


MOST_ALIKE = 5


def limited(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings so that nobody drowns in them, their order kept.

    Of one code and text in a file the first five stand where they are, and a sixth says how often the same is
    found from there on.
    """
    alike: dict[tuple[str, str, str], list[int]] = {}
    for at, finding in enumerate(findings):
        key = (finding.path, finding.code, finding.text.casefold() or finding.message)
        alike.setdefault(key, []).append(at)
    kept: dict[int, Finding] = dict(enumerate(findings))
    for group in alike.values():
        more = len(group) - MOST_ALIKE
        if more > 1:
            sixth, *rest = sorted(group, key=lambda at: findings[at].order)[MOST_ALIKE:]
            last = findings[sixth]
            message = f"{last.message} The same {more} times from here on in this file."
            kept[sixth] = replace(last, message=message, data={**last.data, "more": more})
            for at in rest:
                del kept[at]
    return list(kept.values())


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
