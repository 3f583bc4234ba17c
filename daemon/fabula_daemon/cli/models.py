"""`fabula models`: what has become of each model version's suggestions, read without a daemon."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from fabula_daemon.cli.options import FormatOption, ListFormat, StoryOption
from fabula_daemon.locate import find_story, state_folder

if TYPE_CHECKING:
    from fabula_daemon.records.suggestions import ModelFigures

NOTHING = "Nothing has been suggested yet."


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command("models")(models)


def models(story: StoryOption = Path(), output: FormatOption = ListFormat.TEXT) -> int:
    """Show what has become of each model version's suggestions, and how many strangers it invents."""
    from fabula_daemon.records.records import read

    known = read(state_folder(find_story(story)))
    if output is ListFormat.JSON:
        data = [figures.as_data() for figures in known]
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(as_text(known))
    return 0


def as_text(known: "Sequence[ModelFigures]") -> str:
    """Return the figures of model versions, a block for each."""
    if not known:
        return f"{NOTHING}\n"
    return "\n".join(
        "".join([f"{figures.model}\n", *(f"{label:>28}  {value}\n" for label, value in _rows(figures))])
        for figures in known
    )


def _rows(figures: "ModelFigures") -> Iterator[tuple[str, str]]:
    yield "shown", f"{figures.shown:,}"
    for label, count in (
        ("accepted", figures.accepted),
        ("accepted in part", figures.partial),
        ("typed out", figures.typed),
        ("dismissed", figures.dismissed),
    ):
        yield label, f"{count:,}" + (f" ({count / figures.shown:.0%})" if figures.shown else "")
    for label, share in (("kept after 30 s", figures.kept_30s), ("kept after 5 min", figures.kept_5min)):
        yield label, "not measured yet" if share is None else f"{share:.0%} of the characters accepted"
    yield "withheld", f"{figures.withheld:,}"
    rate = figures.strangers_per_1k_words
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in figures.strangers.items())
    if rate is not None:
        yield "strangers per 1,000 words", f"{rate:.1f}" + (f" ({kinds})" if kinds else "")
