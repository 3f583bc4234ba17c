"""Suggestions for one story, put together: the engines that its settings ask for, prompts, what is not to be
copied, and what is learned of use.
"""

import asyncio
import logging
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from fabula_daemon.completion.copying import Copying
from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.engines.choice import Choice, Pick, pick
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.engines.openai import OpenaiEngine
from fabula_daemon.completion.engines.transformers import TransformersEngine
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.completion.grounder import Grounder
from fabula_daemon.completion.recollection import Retrieve
from fabula_daemon.completion.suggest import Suggester
from fabula_daemon.completion.weighing import Explanation, explain
from fabula_daemon.config import ModelSettings, Settings
from fabula_daemon.desk import Desk
from fabula_daemon.errors import EnvironmentMissing, ModelError
from fabula_daemon.learning import Learning
from fabula_daemon.records.records import Records
from fabula_daemon.serving import environment, sharing
from fabula_daemon.serving.gpu import gpus
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share

_log = logging.getLogger(__name__)


class Completing:
    """What suggests in the story at `root`, whose state lies in `state`. `retrieve` searches its index."""

    def __init__(self, root: Path, state: Path, desk: Desk, retrieve: Retrieve) -> None:
        self._root, self._state, self._desk = root, state, desk
        settings = desk.world.settings
        self._server: ModelServer | None = None
        self.engines = Choice([self._embedded()], starting=True)
        self.grounder = Grounder(desk, retrieve)
        self.copying = Copying(root, desk, lambda: desk.world.settings)
        self.suggester = Suggester(
            desk, self.engines, settings.completion, grounder=self.grounder, copying=self.copying
        )
        self.records = Records(state)
        self.learning = Learning(self.records)
        self.suggester.listen(self.learning.told)
        self._wanted = self._in_use = _of_engines(settings)
        self._asked = asyncio.Event()
        self._keeping_up: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to get ready, and return: what loads a model does so meanwhile."""
        await self.records.start()
        self.copying.start()
        self._asked.set()
        self._keeping_up = asyncio.create_task(self._keep_up(), name="engines")

    async def stop(self) -> None:
        """End, with every process that was started."""
        if self._keeping_up is not None:
            self._keeping_up.cancel()
            await asyncio.wait([self._keeping_up])
        await self.suggester.close()
        await self.engines.stop()
        await self.copying.stop()
        self.learning.stop()
        await self.records.stop()

    def changed(self, paths: frozenset[str] | None) -> None:
        """These files of the story have changed on the disk; None: any may have."""
        self.copying.touch(paths)

    def heed(self, settings: Settings) -> None:
        """fabula.toml says something else: how to suggest counts at once, a model as soon as it is loaded."""
        self.suggester.settings = settings.completion
        self.copying.touch(None)
        if _of_engines(settings) != self._wanted:
            self._wanted = _of_engines(settings)
            self._asked.set()

    async def explain(self, path: str, offset: int, top: int) -> Explanation:
        """Return what the model would write next at a place, with the canon and without it."""
        while not (engines := self.engines).ready:
            try:
                await engines.until_ready()
            except ModelError:
                if engines is self.engines:  # else others have taken its place
                    raise
        return await explain(
            path,
            offset,
            self._desk.prose(path) if self._desk.kind(path) == "chapter" else None,
            grounder=self.grounder,
            engine=engines.current(),
            temperature=self._desk.world.settings.completion.temperature,
            top=top,
        )

    def status(self) -> dict[str, Any]:
        """Return which engine answers and how it is used, as plain data."""
        tally = self.suggester.tally
        told: dict[str, Any] = {
            "engine": self.engines.status(),
            "suggestions": {"shown": tally.shown, "cached": tally.cached, "withheld": dict(tally.withheld)},
            "models": [figures.as_data() for figures in self.records.models],
            "records": {"problem": self.records.problem},
        }
        if self._server is not None:
            told["server"] = {
                "state": self._server.state,
                "note": self._server.note,
                "url": self._server.url,
                "problem": self._server.problem,
            }
        return told

    async def _keep_up(self) -> None:
        """Change over to other engines as often as the settings ask for others, one change at a time."""
        while True:
            await self._asked.wait()
            self._asked.clear()
            try:
                await self._change_over(self._wanted)
            except Exception:  # a folder that cannot be written, say: what can be written still is
                _log.exception("the engines could not be changed")
                await self.engines.stop()

    async def _change_over(self, settings: ModelSettings) -> None:
        if self._server is not None and replace(settings, adapter=self._in_use.adapter) == self._in_use:
            self._in_use = settings
            await self._swap(self._server, settings)
            return
        picked, self._in_use = await asyncio.to_thread(_picked, settings), settings
        before, self._server = self.engines, None
        self.engines = self.suggester.engines = Choice(
            self._engines(picked, settings), because=picked.because, starting=True
        )
        await before.stop()
        await self.engines.start()
        _log.info("engines", extra={"picked": picked.engine, "because": picked.because})

    async def _swap(self, server: ModelServer, settings: ModelSettings) -> None:
        """Serve with another adapter; if it cannot be used, go on with the one before."""
        try:
            await server.swap(self._adapter(settings))
        except ModelError as error:
            _log.warning("the adapter was not swapped: %s", error)

    def _engines(self, picked: Pick, settings: ModelSettings) -> list[Engine]:
        """Return the engines of a story, best first: beside a server the small one that is always there."""
        if picked.engine == "vllm":
            model, title = self._model(settings), self._desk.world.settings.story.title or self._root.name
            adapter = self._adapter(settings)
            self._server = ModelServer(
                lambda: Launch.of_vllm(settings, model, adapter),
                Share(sharing.folder(), title),
                adapter=adapter,
            )
            return [VllmEngine(self._server), self._embedded()]
        if picked.engine == "openai":
            tokenizer = self._path(settings.tokenizer) if settings.tokenizer else None
            return [OpenaiEngine(settings, environ=os.environ, tokenizer=tokenizer), self._embedded()]
        return [self._embedded(self._model(settings), self._adapter(settings))]

    def _embedded(self, model: Path = STARTER, adapter: Path | None = None) -> TransformersEngine:
        return TransformersEngine(model, adapter=adapter, log=self._state / "engine.log")

    def _model(self, settings: ModelSettings) -> Path:
        return self._path(settings.path) if settings.path else STARTER

    def _adapter(self, settings: ModelSettings) -> Path | None:
        return self._path(settings.adapter) if settings.adapter else None

    def _path(self, given: str) -> Path:
        """Return a path out of fabula.toml: one that is not absolute begins at the story."""
        return self._root / Path(given).expanduser()


def _of_engines(settings: Settings) -> ModelSettings:
    """Return what the settings say of engines: the embedding model is the index's."""
    return replace(settings.model, embedding="")


def _picked(settings: ModelSettings) -> Pick:
    """Return which engine is wanted on this machine; it may ask the driver for cards, which takes a while."""
    if settings.engine != "auto" or not settings.path:
        return pick(settings, gpu=None, environment=False)
    cards = gpus()
    try:
        environment.find()
    except EnvironmentMissing:
        return pick(settings, gpu=cards[0].name if cards else None, environment=False)
    return pick(settings, gpu=cards[0].name if cards else None, environment=True)
