"""Findings for people (text), for programs (JSON) and for code-scanning services (SARIF)."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fabula_daemon.story.findings import Evidence, Finding, Severity, as_records, limited
from fabula_daemon.story.text.lines import LineIndex

_LEVELS = {Severity.WARNING: "warning", Severity.INFORMATION: "note"}
_LONGEST_QUOTE = 120
_DIM, _PLAIN = "\x1b[2m", "\x1b[0m"


def as_text(findings: Sequence[Finding], texts: Mapping[str, str], *, dim: bool = False) -> str:
    """Return one line a finding, at most six of those that say the same of the same words in a file, and
    below it one for each quotation that stands elsewhere: what it contradicts. `dim` is for terminals.
    """
    found = limited(findings)
    places = _Places(texts)
    lines = []
    for finding, record in zip(found, as_records(found, texts), strict=True):
        place = f"{record['path']}:{record['line']}:{record['column']}"
        lines.append(f"{place}: {record['severity']} [{record['code']}] {record['message']}")
        quotes = dict.fromkeys(_quoted(evidence, places) for evidence in _elsewhere(finding))
        lines += (f"{_DIM}{quote}{_PLAIN}" if dim else quote for quote in quotes)
    return "".join(f"{line}\n" for line in lines)


def as_json(findings: Sequence[Finding], texts: Mapping[str, str]) -> str:
    """Return every finding as JSON, none left out."""
    return json.dumps(as_records(findings, texts), ensure_ascii=False, indent=1)


def as_sarif(findings: Sequence[Finding], texts: Mapping[str, str], version: str) -> str:
    """Return the findings as SARIF 2.1.0 (docs.oasis-open.org/sarif), columns in code points."""
    rules = sorted({finding.code for finding in findings})
    places = _Places(texts)
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "fabula", "version": version, "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, places) for finding in findings],
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=1)


class _Places:
    """Where in their files quotations stand."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._lines: dict[str, LineIndex] = {}

    def position(self, path: str, offset: int) -> tuple[int, int]:
        """Return line and column from 1; of a file without a text here, its beginning."""
        if path not in self._lines:
            self._lines[path] = LineIndex(self._texts.get(path, ""))
        line, column = self._lines[path].position(offset)
        return line + 1, column + 1


def _elsewhere(finding: Finding) -> Iterator[Evidence]:
    """Yield the quotations that are not of the place where the finding stands."""
    for evidence in finding.evidence:
        apart = evidence.end <= finding.start or finding.end <= evidence.start
        if apart or evidence.path != finding.path:
            yield evidence


def _quoted(evidence: Evidence, places: _Places) -> str:
    line, _ = places.position(evidence.path, evidence.start)
    quote = textwrap.shorten(evidence.quote, _LONGEST_QUOTE, placeholder=" …")
    return f"    {evidence.path}:{line} “{quote}”"


def _sarif_result(finding: Finding, places: _Places) -> dict[str, Any]:
    place = _sarif_place(finding.path, finding.start, finding.end, places)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [place],
    }
    if finding.evidence:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": evidence.quote}}
            | _sarif_place(evidence.path, evidence.start, evidence.end, places)
            for number, evidence in enumerate(finding.evidence, start=1)
        ]
    return result


def _sarif_place(path: str, start: int, end: int, places: _Places) -> dict[str, Any]:
    line, column = places.position(path, start)
    end_line, end_column = places.position(path, end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": path}, "region": region}}
