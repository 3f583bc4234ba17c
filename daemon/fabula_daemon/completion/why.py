"""Why a suggestion was shown, or nothing was: what `fabula why` tells, and what one line of the log says."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Stranger(StrEnum):
    """What is known of a name that was refused."""

    FRESH = "fresh"  # nobody knows it
    DRAFT = "draft"  # known from the drafts only
    DEFAULT = "default"  # a name that language models give when nobody tells them otherwise
    ABSENT = "absent"  # of the canon, but not of this place: dead by now, or not met yet


PROXIED = "sent to a program"  # neither shown nor withheld: what a program shows of it nobody knows


@dataclass(frozen=True, slots=True)
class Rejected:
    """A name for which a candidate was refused."""

    name: str
    stranger: Stranger


@dataclass(slots=True)
class Why:
    """What led to a suggestion at `offset` of the file at `path`, or to silence.

    `fault` is what the engine said if it failed. `characters` is the length of what was shown, `words` how
    many the engine has written for it, in all candidates; `people`, `facts` and `passages` are what the
    prompt told of the world, `left_out` what belonged in it and did not fit; `confidence` is the geometric
    mean of the probabilities that the model gave to the words of the best candidate. Times are in
    milliseconds: until the prompt stood, until the engine's first piece, all of the engine's, all of the
    gate's, held back because the author was typing, and in all.
    """

    path: str
    offset: int
    reason: str = ""
    fault: str = ""
    characters: int = 0
    cached: bool = False
    candidates: int = 0
    words: int = 0
    engine: str = ""
    model: str = ""
    rejected: list[Rejected] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    confidence: float | None = None
    prompt_tokens: int = 0
    reused_tokens: int = 0
    grounding_ms: float = 0.0
    first_ms: float = 0.0
    engine_ms: float = 0.0
    gate_ms: float = 0.0
    held_ms: float = 0.0
    total_ms: float = 0.0

    @property
    def line(self) -> dict[str, Any]:
        """What the log says: it counts what is quoted from the manuscript and the sheets, and repeats none of
        it, so that she can show it to others.
        """
        quoted = {"facts": self.facts, "passages": self.passages, "left_out": self.left_out}
        return asdict(self) | {key: len(texts) for key, texts in quoted.items()}
