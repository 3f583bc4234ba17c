"""What a language model looks like to the rest of Fabula, whichever program runs it. One engine a file."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked to continue.

    `text` ends at a word's border, without white space; `opening` is what stands between it and the cursor:
    the white space and the beginning of the word being typed. A continuation begins with `opening`, which is
    not repeated in what the engine yields. Keeping the two apart lets a model choose its own tokens across
    the cursor, and leaves `text` unchanged while a word is typed. `banned` names must not occur as whole
    words, and with one that ends with … no word may begin. A continuation ends before the first of the
    `stop` texts.
    """

    text: str
    opening: str = ""
    banned: tuple[str, ...] = ()
    seed: int = 0
    max_tokens: int = 60
    temperature: float = 0.7
    top_p: float = 0.92
    stop: tuple[str, ...] = ()


@dataclass(slots=True)
class Usage:
    """What an engine has done since it was made, in tokens.

    `reused` of the `prompt` tokens were still in the model's cache; `cut` had to be left out, because the
    prompt was longer than the model reads.
    """

    prompt: int = 0
    reused: int = 0
    generated: int = 0
    cut: int = 0

    def add(self, other: "Usage") -> None:
        """Count what one more prompt took."""
        self.prompt += other.prompt
        self.reused += other.reused
        self.generated += other.generated
        self.cut += other.cut


class Piece(NamedTuple):
    """What an engine has written of a continuation since the last piece.

    `logprob` is the natural logarithm of the probability that the model, at temperature 1, gave to the
    `tokens` that it is, summed; None where the engine does not tell. The last piece says how it ended:
    `finish` is "stop" or "length", and `usage` what this one prompt took, if the engine tells.
    """

    text: str
    logprob: float | None = None
    tokens: int = 1
    finish: str | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """A token that may come next, as text, and the natural logarithm of its probability at temperature 1."""

    text: str
    logprob: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """What may come next, likeliest first. `complete` tells whether these are all tokens of the model; of one
    that is not, the rest of the probability is with tokens nobody knows.
    """

    alternatives: tuple[Alternative, ...]
    complete: bool


class Engine(Protocol):
    """Something that continues prose.

    An engine that can continue only one prompt at a time lets others wait. `problem` says, in a sentence for
    the author, why there will be no suggestions until she does something; it is None while the engine is
    ready or getting ready by itself.
    """

    @property
    def name(self) -> str:
        """The engine's name in settings and status."""

    @property
    def model(self) -> str:
        """The model's name and a short hash of its weights."""

    @property
    def ready(self) -> bool:
        """Whether a prompt would be answered now."""

    @property
    def problem(self) -> str | None:
        """What keeps it from ever becoming ready."""

    @property
    def note(self) -> str | None:
        """What status tells besides: why it is not ready yet, or what it met when it was last asked."""

    @property
    def context(self) -> int:
        """How many tokens the model reads at most, what it writes included."""

    @property
    def usage(self) -> Usage:
        """What it has done so far."""

    def count(self, text: str) -> int:
        """Return the number of the model's tokens in `text`. Quick: it is asked at every keystroke."""

    async def start(self) -> None:
        """Begin to get ready, and return. Raises ModelError if that is known to be in vain."""

    async def until_ready(self) -> None:
        """Wait until a prompt would be answered. Raises ModelError if none ever will be."""

    async def stop(self) -> None:
        """End, with everything it has started."""

    async def distribution(self, prompt: Prompt, top: int) -> Distribution:
        """Return what the model would write next at `prompt`, of which only the text and the opening count:
        the `top` likeliest tokens, or as many as the engine tells.

        Raises ModelError as `stream` does.
        """

    def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """Yield the continuation in pieces, as it is written. Closing the iterator stops the model at once.

        Raises ModelError if the model cannot, or its process ends meanwhile.
        """
