"""Findings for people (text), for programs (JSON) and for code-scanning services (SARIF)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from fabula_daemon.story.findings import Finding, Severity, as_records

_LEVELS = {Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def as_text(findings: Sequence[Finding], texts: Mapping[str, str]) -> str:
    """Return one line a finding; what is said of the same words again in the same file is folded into the
    first.
    """
    lines: list[str] = []
    first: dict[tuple[str, str, str], int] = {}
    again: dict[int, int] = {}
    for record in as_records(findings, texts):
        key = (record["path"], record["code"], record["text"])
        if record["text"] and key in first:
            again[first[key]] = again.get(first[key], 0) + 1
            continue
        first[key] = len(lines)
        lines.append(
            f"{record['path']}:{record['line']}:{record['column']}: "
            f"{record['severity']} [{record['code']}] {record['message']}"
        )
    return "".join(f"{line}{_times(again.get(at, 0))}\n" for at, line in enumerate(lines))


def as_json(findings: Sequence[Finding], texts: Mapping[str, str]) -> str:
    """Return every finding as JSON, none folded."""
    return json.dumps(as_records(findings, texts), ensure_ascii=False, indent=1)


def as_sarif(findings: Sequence[Finding], texts: Mapping[str, str], version: str) -> str:
    """Return the findings as SARIF 2.1.0 (docs.oasis-open.org/sarif), columns in code points."""
    rules = sorted({finding.code for finding in findings})
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "fabula", "version": version, "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _sarif_result(record, severity)
            for record, severity in zip(
                as_records(findings, texts), (f.severity for f in findings), strict=True
            )
        ],
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=1)


def _sarif_result(record: Mapping[str, Any], severity: Severity) -> dict[str, Any]:
    region = {
        "startLine": record["line"],
        "startColumn": record["column"],
        "endLine": record["end_line"],
        "endColumn": record["end_column"],
        "charOffset": record["start"],
        "charLength": record["end"] - record["start"],
    }
    place = {"physicalLocation": {"artifactLocation": {"uri": record["path"]}, "region": region}}
    return {
        "ruleId": record["code"],
        "level": _LEVELS[severity],
        "message": {"text": record["message"]},
        "locations": [place],
    }


def _times(count: int) -> str:
    return "" if not count else f" (and {count} more time{'s' if count > 1 else ''} in this file)"
