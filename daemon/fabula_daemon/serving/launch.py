"""How a model server is started, and where it will listen: what whoever starts and watches it must know."""

import contextlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fabula_daemon.completion.engines import adapters
from fabula_daemon.completion.engines.directory import inspect
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import ModelMissing
from fabula_daemon.serving import environment, preflight
from fabula_daemon.serving.gpu import gpus
from fabula_daemon.serving.options import options


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Launch:
    """One way to start a server.

    `env` is its whole environment; `url` is where it listens, or `uds` the unix socket; `name` is what
    requests ask for, `model` what the author is shown; `directory` holds its configuration and tokenizer, and
    `context` is how many tokens it reads, `lora_rank` the largest rank of an adapter. `fits` raises
    ModelError if the model cannot be served, `check` if starting it now is known to be in vain. Launches of
    one `fingerprint` give the same server.
    """

    argv: tuple[str, ...]
    env: Mapping[str, str]
    url: str
    name: str
    model: str
    directory: Path
    context: int
    fingerprint: str
    uds: Path | None = None
    lora_rank: int = 0
    fits: Callable[[], None] = field(default=_nothing, compare=False)
    check: Callable[[], None] = field(default=_nothing, compare=False)

    @classmethod
    def of_vllm(cls, settings: ModelSettings, model: Path, adapter: Path | None = None) -> "Launch":
        """Return how vLLM is started for the model in the directory `model`, so that it can take `adapter`.

        It reads files and asks the driver for cards: call it in a thread. Raises EnvironmentMissing,
        ModelMissing.
        """
        found = environment.find()
        cards = gpus() if found.device == "cuda" else ()
        rank = 0
        if adapter is not None:
            with contextlib.suppress(ModelMissing):  # said when it is loaded: the model is of use without it
                rank = adapters.read(adapter).rank
        chosen = options(settings, inspect(model), device=found.device, gpus=cards, adapter_rank=rank)
        return cls(
            argv=(str(found.python), *chosen.arguments()),
            env=chosen.environment(os.environ),
            url=chosen.url,
            uds=chosen.uds,
            name=chosen.name,
            model=chosen.model,
            directory=chosen.path,
            context=chosen.context,
            fingerprint=chosen.fingerprint,
            lora_rank=chosen.lora_rank,
            fits=lambda: preflight.fits(chosen),
            check=lambda: preflight.check(chosen, cards),
        )
