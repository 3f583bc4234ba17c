"""What `fabula explain` found, as a page that needs nothing but itself: no script, and nothing fetched."""

from collections.abc import Mapping
from html import escape
from typing import Any

TOLD = {"people": "people", "facts": "facts", "passages": "passages", "left_out": "left out"}

_WIDTH, _ROW, _LABEL, _NUMBER = 640, 34, 110, 170  # of the chart, in pixels
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2433; --page: #fdfcf9; --faint: #7c8494; --bare: #b9b1a3;
  --told: #2f6f8f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e6eb; --page: #171a21; --faint: #949cab;
  --bare: #6d675d; --told: #6db3d6; } }
body { margin: 3rem auto; max-width: 42rem; padding: 0 1rem; background: var(--page); color: var(--ink);
  font: 16px/1.5 Georgia, serif; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; } .faint { color: var(--faint); }
blockquote { margin: 1rem 0; font-style: italic; }
svg { width: 100%; height: auto; } text { font: 13px system-ui, sans-serif; fill: var(--ink); }
.bare { fill: var(--bare); } .told { fill: var(--told); }
table { border-collapse: collapse; width: 100%; font: 14px system-ui, sans-serif; }
th, td { padding: .25rem .6rem; text-align: right; } th:first-child, td:first-child { text-align: left; }
td { white-space: nowrap; }
thead th { border-bottom: 1px solid var(--faint); font-weight: 600; } .yours { font-weight: 700; }
"""


def page(answer: Mapping[str, Any], place: str) -> str:
    """Return an explanation, as /api/explain gives it, as an HTML document."""
    seen = answer["comparison"]
    at_least = "" if seen["complete"] else "at least "
    told = "".join(
        f"<dt>{label}</dt><dd>{escape('; '.join(answer[key]))}</dd>"
        for key, label in TOLD.items()
        if answer[key]
    )
    bits = {side: seen[side]["entropy_bits"] for side in ("ungrounded", "grounded")}
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What may come next at {escape(place)}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>What may come next at {escape(place)}</h1>
<blockquote>…{escape(answer["before"])}{escape(answer["opening"])}▌</blockquote>
<p class="faint">By {escape(answer["model"])}, at temperature 1, likeliest with the canon first.</p>
{_chart(seen["alternatives"], answer["words"])}
<p>Without the canon the model is undecided by {at_least}{bits["ungrounded"]:.2f} bits: as if it chose among
{2 ** bits["ungrounded"]:.0f} alternatives alike. With it, by {at_least}{bits["grounded"]:.2f} bits: among
{2 ** bits["grounded"]:.0f}. The canon tells it {at_least}{seen["shift_bits"]:.2f} bits about what comes
next.</p>
<h2>What temperature does</h2>
{_temperatures(answer)}
<h2>What the canon tells</h2>
<dl>{told or "<dd>nothing at this place</dd>"}</dl>
</body>
</html>
"""


def visible(text: str) -> str:
    """Return a token as it can be seen: spaces and line ends are part of it."""
    return text.replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥") or "(the word ends)"


def percent(probability: float) -> str:
    """Return a probability in per cent, with as many digits as it deserves."""
    return f"{100 * probability:.1f} %" if probability >= 0.0005 or not probability else "< 0.1 %"


def _chart(alternatives: list[Mapping[str, Any]], words: list[Mapping[str, str]]) -> str:
    """Return two bars for each alternative, the upper without the canon, the lower with it."""
    room = _WIDTH - _LABEL - _NUMBER
    rows = []
    for number, (one, word) in enumerate(zip(alternatives, words, strict=True)):
        top = (number + 1) * _ROW
        rows.append(f'<text x="0" y="{top + 18}">{escape(visible(one["text"]))}</text>')
        for name, key, down in (("bare", "ungrounded", 3), ("told", "grounded", 16)):
            share = one[key]
            width = max(1.0, room * (share or 0.0))
            shown = "not told" if share is None else f"{percent(share)} {word[key]}".rstrip()
            rows.append(
                f'<rect class="{name}" x="{_LABEL}" y="{top + down}" width="{width:.1f}" height="11"/>'
                f'<text x="{_LABEL + width + 6:.1f}" y="{top + down + 10}">{escape(shown)}</text>'
            )
    legend = "".join(
        f'<rect class="{name}" x="{x}" y="6" width="11" height="11"/><text x="{x + 17}" y="16">{words}</text>'
        for name, x, words in (
            ("bare", _LABEL, "without the canon"),
            ("told", _LABEL + 160, "with the canon"),
        )
    )
    height = (len(alternatives) + 1) * _ROW + 4
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="Probability of each alternative, '
        f'without the canon and with it">{legend}{"".join(rows)}</svg>'
    )


def _temperatures(answer: Mapping[str, Any]) -> str:
    """Return a table: a row for each temperature, and how likely it makes each alternative with the canon."""
    seen = answer["comparison"]
    shown = seen["alternatives"][:5]
    head = "".join(f"<th>{escape(visible(one['text']))}</th>" for one in shown)
    rows = []
    for heated in seen["temperatures"]:
        begin, name = ("<tr>", "")
        if heated["temperature"] == answer["temperature"]:
            begin, name = ('<tr class="yours">', ", yours")
        shares = heated["grounded"]["probabilities"][: len(shown)]
        cells = "".join(f"<td>{'–' if share is None else percent(share)}</td>" for share in shares)
        rows.append(
            f"{begin}<td>{heated['temperature']:g}{name}</td>"
            f"<td>{heated['ungrounded']['entropy_bits']:.2f}</td>"
            f"<td>{heated['grounded']['entropy_bits']:.2f}</td>{cells}</tr>"
        )
    return (
        "<table><thead><tr><th>temperature</th><th>bits without</th><th>bits with</th>"
        f"{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
