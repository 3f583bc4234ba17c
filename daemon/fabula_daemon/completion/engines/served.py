"""A model server as an engine sees it: where to ask, and for what. Who starts and keeps it is no matter."""

from pathlib import Path
from typing import Protocol


class Served(Protocol):
    """A model that a server on this machine runs.

    All may change while it runs: a restarted server listens elsewhere, a swapped model has another name. An
    engine therefore looks here anew for every request.
    """

    @property
    def url(self) -> str:
        """Where it listens, as in "http://127.0.0.1:8000", without a path."""

    @property
    def uds(self) -> Path | None:
        """The unix socket on which it listens instead, if it does."""

    @property
    def key(self) -> str | None:
        """The key that it wants."""

    @property
    def ready(self) -> bool:
        """Whether a request would be answered now."""

    @property
    def problem(self) -> str | None:
        """What keeps it from ever becoming ready, in a sentence for the author."""

    @property
    def note(self) -> str | None:
        """What the author may want to know though nothing is to be done about it: why it is not ready yet."""

    @property
    def model(self) -> str:
        """The model's name and a short hash of its weights, as the author is shown them."""

    @property
    def request_name(self) -> str:
        """What to ask the server for: the model, or the adapter that is in use now."""

    @property
    def directory(self) -> Path:
        """Where the model's config.json and tokenizer.json lie; known once it has been started."""

    @property
    def context(self) -> int:
        """How many tokens it reads at most, what it writes included."""

    async def start(self) -> None:
        """Begin to get ready, and return. Raises ModelError if that is known to be in vain."""

    async def until_ready(self) -> None:
        """Wait until a request would be answered. Raises ModelError if none ever will be."""

    async def stop(self) -> None:
        """Use it no more, and end it if nobody else does."""
