"""What a language model looks like to the rest of Fabula, whichever program runs it. One engine a file."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked to continue.

    `text` ends at a word's border, without white space; `opening` is what stands between it and the cursor:
    the white space and the beginning of the word being typed. A continuation begins with `opening`, which is
    not repeated in what the engine yields. Keeping the two apart lets a model choose its own tokens across
    the cursor, and leaves `text` unchanged while a word is typed. `banned` names must not occur as whole
    words.
    """

    text: str
    opening: str = ""
    banned: tuple[str, ...] = ()
    seed: int = 0
    max_tokens: int = 60
    temperature: float = 0.7


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


class Engine(Protocol):
    """Something that continues prose.

    Only one prompt is continued at a time; others wait. `problem` says, in a sentence for the author, why
    there will be no suggestions until she does something; it is None while the engine is ready or getting
    ready by itself.
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

    def stream(self, prompt: Prompt) -> AsyncGenerator[str, None]:
        """Yield the continuation in pieces, as it is written. Closing the iterator stops the model at once.

        Raises ModelError if the model cannot, or its process ends meanwhile.
        """
