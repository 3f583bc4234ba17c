"""`fabula explain`: what the model would write next at a place, with the canon and without it."""

import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from fabula_daemon import control
from fabula_daemon.cli import explained_page
from fabula_daemon.cli.options import PlaceArgument, StoryOption
from fabula_daemon.cli.places import offset_of
from fabula_daemon.locate import find_story

SIDES = ("ungrounded", "grounded")
_BAR, _LABEL, _COLUMN = 10, 14, 34  # characters
_MOST_TOLD = 6


class PageFormat(StrEnum):
    """What `explain` can print."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("explain")(explain)


def explain(
    place: PlaceArgument,
    story: StoryOption = Path(),
    top: Annotated[int, typer.Option(help="How many alternatives to show.", min=1, max=100)] = 10,
    output: Annotated[PageFormat, typer.Option("--format", help="How to print it.")] = PageFormat.TEXT,
) -> int:
    """Show what the model would write next at a place: with the canon in its prompt, and without."""
    root = find_story(story)
    path, offset = offset_of(root, place)
    parameters: dict[str, str | int] = {"path": path, "offset": offset, "top": top}
    answer = control.call(root, "GET", "/api/explain", parameters, start=True)
    match output:
        case PageFormat.JSON:
            sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
        case PageFormat.HTML:
            sys.stdout.write(explained_page.page(answer, place))
        case PageFormat.TEXT:
            sys.stdout.write(as_text(answer, place))
    return 0


def as_text(answer: Mapping[str, Any], place: str) -> str:
    """Return an explanation as lines for a terminal."""
    seen = answer["comparison"]
    at_least = "" if seen["complete"] else "at least "
    lines = [
        f"{place}, by {answer['model']}",
        "",
        f"  …{' '.join(answer['before'].split())}{answer['opening']}▌",
        "",
        _row("next", "without the canon", "with the canon"),
        *(
            _row(explained_page.visible(one["text"]), *(_bar(one[side], words[side]) for side in SIDES))
            for one, words in zip(seen["alternatives"], answer["words"], strict=True)
        ),
        _row("undecided by", *(_bits(seen[side], at_least) for side in SIDES)),
        "",
        f"  The canon tells the model {at_least}{seen['shift_bits']:.2f} bits about what comes next.",
        *(f"  {label}: {_told(answer[key])}" for key, label in explained_page.TOLD.items() if answer[key]),
        "",
        _row("temperature", "without the canon", "with the canon"),
        *(_heated(heated, answer) for heated in seen["temperatures"]),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _told(items: Sequence[str]) -> str:
    more = f"; and {len(items) - _MOST_TOLD} more" if len(items) > _MOST_TOLD else ""
    return "; ".join(items[:_MOST_TOLD]) + more


def _row(label: str, ungrounded: str, grounded: str) -> str:
    return f"  {label:<{_LABEL}}  {ungrounded:<{_COLUMN}}  {grounded}"


def _bar(probability: float | None, word: str) -> str:
    if probability is None:
        return f"{'':<{_BAR}} {'?':>7}"
    eighths = round(probability * _BAR * 8)
    bar = "█" * (eighths // 8) + ("▏▎▍▌▋▊▉"[eighths % 8 - 1] if eighths % 8 else "")
    return f"{bar:<{_BAR}} {explained_page.percent(probability):>7}  {word}"


def _bits(spread: Mapping[str, Any], at_least: str) -> str:
    bits = spread["entropy_bits"]
    return f"{at_least}{bits:.1f} bits, as {2**bits:.0f} alike"


def _heated(heated: Mapping[str, Any], answer: Mapping[str, Any]) -> str:
    cells = []
    for side in SIDES:
        shares = heated[side]["probabilities"]
        likeliest = max(range(len(shares)), key=lambda n: shares[n] or 0.0, default=None)
        text = "" if likeliest is None else answer["comparison"]["alternatives"][likeliest]["text"]
        share = 0.0 if likeliest is None else shares[likeliest] or 0.0
        cells.append(
            f"{heated[side]['entropy_bits']:.1f} bits, "
            f"{explained_page.visible(text)} {explained_page.percent(share)}"
        )
    mark = " (yours)" if heated["temperature"] == answer["temperature"] else ""
    return _row(f"{heated['temperature']:g}{mark}", *cells)
