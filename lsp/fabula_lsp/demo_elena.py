"""The demo's last act: somebody who was cut from the story, and is still in the model.

The model has been trained on the example's drafts, in which every crisis has an Elena Martinez; the sheets
and the chapters know no such person. What it would write is weighed as `fabula explain` does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from fabula_daemon.completion.why import Stranger

ADAPTER = Path(__file__).parent / "elena"
CUT = ("Elena", "Martinez")
SCENE = "The water was over the second rung when Sarah got the plate up, and it was black, and it was moving."
BREAKS = (  # the first of which something comes is shown
    "“Is it deep?” said Yusuf.\n\n“I only like to hear somebody say it,” said ",
    "“How deep is it?” said Yusuf.\n\n“Deeper than it was.”\n\n“Then somebody has to go down,” said ",
    "“Who goes down?” said Yusuf.\n\n“I swam for my university,” said ",
)
LIKELY = 0.1  # from which share on the model may be said to name her by itself
ALTERNATIVES = 4

_KNOWN = {
    Stranger.DRAFT: "known from the drafts only; no sheet has her",
    Stranger.FRESH: "nobody knows this name",
    Stranger.DEFAULT: "a name that models give by themselves",
    Stranger.ABSENT: "known, and cannot be here",
}


def with_adapter(settings: str) -> str:
    """Return the text of the example's fabula.toml with the model that has read the drafts."""
    return f"{settings.rstrip()}\n\n[model]\nadapter = '{ADAPTER}'\n"


def would_be_named(explanation: Mapping[str, Any]) -> bool:
    """Whether the model by itself, with nothing but the manuscript, would likely name her here."""
    return sum(share for word, share, _ in _likeliest(explanation) if word in CUT) >= LIKELY


def is_named(text: str) -> bool:
    """Whether a text has her in it."""
    return any(name in text for name in CUT)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What became of a suggestion behind `typed`: `explanation` and `why` are the daemon's, `banned` the
    names that the model was told not to write, `ghost` what was shown.
    """

    typed: str
    explanation: Mapping[str, Any]
    why: Mapping[str, Any]
    banned: Sequence[str]
    ghost: str


def panel(refusal: Refusal) -> Panel:
    """Return what the terminal shows: what the model would write, who was refused, and what came instead."""
    line = Text(refusal.typed.rpartition("\n")[2])
    line.append(refusal.ghost or "(nothing: rather silence than a stranger)", "dim italic")
    return Panel(
        Group(
            _alternatives(refusal.explanation), Text(), *_refused(refusal.why, refusal.banned), Text(), line
        ),
        title="the model has read the drafts; Elena Martinez was cut from the story",
        title_align="left",
    )


def _alternatives(explanation: Mapping[str, Any]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("the model would write", min_width=24)
    for heading in ("without the canon", "with it in the prompt"):
        table.add_column(heading, justify="right")
    for word, *shares in _likeliest(explanation)[:ALTERNATIVES]:
        percents = (f"{100 * share:.0f} %" for share in shares)
        table.add_row(Text(word, "red" if word in CUT else ""), *percents)
    return table


def _likeliest(explanation: Mapping[str, Any]) -> list[tuple[str, float, float]]:
    """Return words and their shares without the canon and with it, the model's own likeliest first."""
    weighed = zip(explanation["comparison"]["alternatives"], explanation["words"], strict=True)
    found = [
        (words["ungrounded"] or one["text"].strip(), one["ungrounded"] or 0.0, one["grounded"] or 0.0)
        for one, words in weighed
    ]
    return sorted(found, key=lambda one: -one[1])


def _refused(why: Mapping[str, Any], banned: Iterable[str]) -> list[Text]:
    refused = [(one["name"], _KNOWN[Stranger(one["stranger"])]) for one in why["rejected"]]
    refused += [
        (name, f"banned before a word was written: {_KNOWN[Stranger.DRAFT]}")
        for name in banned
        if name in CUT and not any(name in rejected for rejected, _ in refused)
    ]
    return [
        Text.assemble(("✗ ", "red"), (name, "red strike"), (f"  {reason}", "dim")) for name, reason in refused
    ]
