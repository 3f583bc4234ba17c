"""waivers.toml: "this is intentional". A waiver is anchored by what it quotes, so that it survives edits."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.text.sentences import sentences

WAIVERS_FILE = "waivers.toml"
_STILL_THE_SAME = 75.0
_REACH = 2_000


@dataclass(frozen=True, slots=True)
class Waiver:
    """The author's word that a finding with `code` in the sentence `quote` of the file `path` is intended."""

    code: str
    path: str
    quote: str
    reason: str = ""


def parse(text: str) -> tuple[tuple[Waiver, ...], list[Finding]]:
    """Return the waivers in the text of waivers.toml, and what is wrong with it."""

    def complaint(message: str) -> Finding:
        return Finding(WAIVERS_FILE, 0, 0, "", "settings", Severity.WARNING, message)

    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return (), [complaint(f"waivers.toml is not valid TOML: {error}. No waiver counts until it is.")]
    waivers, findings = [], []
    entries = data.get("waiver", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
        waiver = _waiver(entry)
        if waiver:
            waivers.append(waiver)
        else:
            message = (
                f"Waiver {number} of waivers.toml must have the texts code, path and quote. It is left out."
            )
            findings.append(complaint(message))
    return tuple(waivers), findings


def quote_around(text: str, start: int, end: int) -> str:
    """Return the sentence of `text` that holds [start, end), folded: what a waiver quotes."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    low = max(
        (
            text.rfind(blank, low, start) + len(blank)
            for blank in ("\n\n", "\r\n\r\n")
            if blank in text[low:start]
        ),
        default=low,
    )
    high = min(
        (at for blank in ("\n\n", "\r\n\r\n") if (at := text.find(blank, end, high)) >= 0), default=high
    )
    window = text[low:high]
    for a, b in sentences(window):
        if low + a <= start < low + b:
            return fold_name(window[a:b])
    return fold_name(text[start:end])


def apply(
    findings: Iterable[Finding], waivers: tuple[Waiver, ...], texts: Mapping[str, str]
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that stand, and those that are waived. `texts` holds the files that they are in."""
    standing: list[Finding] = []
    waived: list[Finding] = []
    for finding in findings:
        relevant = [w for w in waivers if w.code == finding.code and w.path == finding.path]
        quote = quote_around(texts.get(finding.path, ""), finding.start, finding.end) if relevant else ""
        intended = any(_covers(waiver, finding, quote) for waiver in relevant)
        (waived if intended else standing).append(finding)
    return standing, waived


def _waiver(entry: Any) -> Waiver | None:
    """Return the waiver that a table of waivers.toml makes, None if something is missing or is no text."""
    if not isinstance(entry, dict):
        return None
    values = {key: entry.get(key, "") for key in ("code", "path", "quote", "reason")}
    good = all(isinstance(value, str) for value in values.values())
    return Waiver(**values) if good and all(values[key] for key in ("code", "path", "quote")) else None


def _covers(waiver: Waiver, finding: Finding, quote: str) -> bool:
    """Whether the sentence is still the one waived: it names the same, and most of it is as it was."""
    waived = fold_name(waiver.quote)
    return fold_name(finding.text) in waived and (
        waived == quote or fuzz.ratio(waived, quote) >= _STILL_THE_SAME
    )
