"""Findings for people (text), for programs (JSON) and for code-scanning services (SARIF)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from fabula_daemon.story.findings import Finding, Severity, as_records, limited

_LEVELS = {Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def as_text(findings: Sequence[Finding], texts: Mapping[str, str]) -> str:
    """Return one line a finding, at most six of those that say the same of the same words in a file."""
    return "".join(
        f"{record['path']}:{record['line']}:{record['column']}: "
        f"{record['severity']} [{record['code']}] {record['message']}\n"
        for record in as_records(limited(findings), texts)
    )


def as_json(findings: Sequence[Finding], texts: Mapping[str, str]) -> str:
    """Return every finding as JSON, none left out."""
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
