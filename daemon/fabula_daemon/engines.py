"""Which engines a story's settings ask for on this machine, put together from what runs models."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.engines.choice import Choice, Pick, pick
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.engines.openai import OpenaiEngine
from fabula_daemon.completion.engines.transformers import TransformersEngine
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import EnvironmentMissing, ModelMissing
from fabula_daemon.serving import environment, sharing
from fabula_daemon.serving.gpu import gpus
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share


@dataclass(frozen=True, slots=True)
class Made:
    """Engines to be started, best first, and the server behind the first, if that is one of ours."""

    choice: Choice
    server: ModelServer | None = None


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the engines of the story at `root`, called `title`, whose logs lie in `state`."""

    root: Path
    state: Path
    title: str

    def picked(self, settings: ModelSettings) -> Pick:
        """Return which engine is wanted here. It may ask the driver for cards, which takes a while."""
        if settings.engine != "auto" or not settings.path:
            return pick(settings, gpu=None, environment=False)
        cards = gpus()
        return pick(settings, gpu=cards[0].name if cards else None, environment=_has_environment())

    def make(
        self, picked: Pick, settings: ModelSettings, *, spare: Engine, latest: Callable[[], ModelSettings]
    ) -> Made:
        """Return the engines for what was picked; `spare`, the small model that is always there, is one.

        A server is started anew by the `latest` settings: its adapter may have been swapped meanwhile. Raises
        ModelMissing for a path that means nothing.
        """
        adapter = self.adapter(settings)
        model = self._path(settings.path) if settings.path else STARTER
        if picked.engine == "vllm":
            share = Share(sharing.folder(), self.title)

            def plan() -> Launch:
                wanted = latest()
                return Launch.of_vllm(wanted, model, self.adapter(wanted))

            server = ModelServer(plan, share, adapter=adapter)
            return Made(_starting(picked, VllmEngine(server), spare), server)
        if picked.engine == "openai":
            tokenizer = self._path(settings.tokenizer) if settings.tokenizer else None
            remote = OpenaiEngine(settings, environ=os.environ, tokenizer=tokenizer)
            return Made(_starting(picked, remote, spare))
        if (model, adapter) == (STARTER, None):
            return Made(_starting(picked, spare))
        return Made(_starting(picked, self.embedded(model, adapter), spare))

    def adapter(self, settings: ModelSettings) -> Path | None:
        """Return the folder of the adapter that the settings name."""
        return self._path(settings.adapter) if settings.adapter else None

    def embedded(self, model: Path = STARTER, adapter: Path | None = None) -> Engine:
        """Return an engine of our own for a model."""
        return TransformersEngine(model, adapter=adapter, log=self.state / "engine.log")

    def _path(self, given: str) -> Path:
        """Return a path out of fabula.toml: one that is not absolute begins at the story."""
        try:
            return self.root / Path(given).expanduser()
        except RuntimeError as error:
            raise ModelMissing(
                f"“{given}” is no path: that home is nobody's.", "Mend it in fabula.toml."
            ) from error


def _starting(picked: Pick, *engines: Engine) -> Choice:
    return Choice(engines, because=picked.because, starting=True)


def _has_environment() -> bool:
    try:
        environment.find()
    except EnvironmentMissing:
        return False
    return True
