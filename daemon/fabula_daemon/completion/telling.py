"""Why a suggestion was shown, or nothing was, in words: one text for the terminal and for editors."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from fabula_daemon.completion.why import Rejected, Stranger, Why

NOTHING_YET = "No suggestion has been asked for yet."
KINDS: Mapping[Stranger, str] = {
    Stranger.FRESH: "in no sheet",
    Stranger.DRAFT: "in the drafts only",
    Stranger.DEFAULT: "a name that models are fond of, in no sheet",
    Stranger.ABSENT: "cannot be here: dead by now, or not met yet",
}
_LONGEST = 120  # characters of a passage
_MOST_LEFT_OUT = 8
_WORTH_TELLING_MS = 100.0


def tell(why: Why | None) -> list[str]:
    """Return what led to an answer, a line for each matter."""
    if why is None:
        return [NOTHING_YET]
    kept = ", from what was written before" if why.cached else ""
    where = f"at character {why.offset} of {why.path}{kept}"
    return [
        *([why.reason, where] if why.reason.endswith(".") else [f"{why.reason}, {where}"]),
        *_of_the_model(why),
        *_of_the_world(why),
        _times(why),
    ]


def read(data: Mapping[str, Any]) -> Why:
    """Return the `Why` of which `dataclasses.asdict` made `data`; what this version does not know is left
    out.
    """
    known = {one.name for one in fields(Why)}
    rejected = [Rejected(one["name"], Stranger(one["stranger"])) for one in data.get("rejected", ())]
    return Why(**{key: value for key, value in data.items() if key in known} | {"rejected": rejected})


def _of_the_model(why: Why) -> Iterator[str]:
    if why.engine:
        sure = "" if why.confidence is None else f", mean probability {why.confidence:.2f}"
        count = f"{why.candidates} candidate{'' if why.candidates == 1 else 's'}"
        yield f"model: {why.model} ({why.engine}); {count} of {why.words} words in all{sure}"
    if why.prompt_tokens:
        yield f"prompt: {why.prompt_tokens} tokens, of which the model still had {why.reused_tokens}"
    if why.fault:
        yield f"what failed: {why.fault}"
    for one in why.rejected:
        yield f"name refused: {one.name} ({KINDS[one.stranger]})"


def _of_the_world(why: Why) -> Iterator[str]:
    if why.people:
        yield f"people in the prompt: {', '.join(why.people)}"
    if why.facts:
        yield f"facts in the prompt: {_together(why.facts)}"
    for passage in why.passages:
        line = " ".join(passage.split())
        yield f"passage in the prompt: {line if len(line) <= _LONGEST else f'{line[:_LONGEST]}…'}"
    if why.left_out:
        more = len(why.left_out) - _MOST_LEFT_OUT
        rest = f"; and {more} more" if more > 0 else ""
        yield f"left out for want of room: {_together(why.left_out[:_MOST_LEFT_OUT])}{rest}"


def _together(labels: Iterable[str]) -> str:
    """Return labels in a row; what is said of one person stands behind the name once."""
    said: dict[str, list[str]] = {}
    for label in labels:
        name, colon, what = label.partition(": ")
        said.setdefault(name, []).extend([what] if colon else [])
    return "; ".join(f"{name}: {', '.join(facts)}" if facts else name for name, facts in said.items())


def _times(why: Why) -> str:
    split = [
        ("prompt", why.grounding_ms),
        ("first word", why.first_ms),
        ("model", why.engine_ms),
        ("gate", why.gate_ms),
        ("held back", why.held_ms),
    ]
    elsewhere = why.total_ms - why.grounding_ms - why.engine_ms - why.gate_ms - why.held_ms
    if elsewhere >= _WORTH_TELLING_MS:
        split.append(("waiting for a model", elsewhere))
    return f"time: {why.total_ms:.0f} ms in all; {', '.join(f'{what} {ms:.0f}' for what, ms in split)}"
