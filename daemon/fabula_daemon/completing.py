"""Suggestions for one story, put together: the engines that its settings ask for, prompts, what is not to be
copied, and what is learned of use.
"""

import asyncio
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.engines.choice import Choice, Pick
from fabula_daemon.completion.gate.copying import Copying
from fabula_daemon.completion.grounding.grounder import Grounder
from fabula_daemon.completion.grounding.recollection import Retrieve
from fabula_daemon.completion.suggesting.suggest import Suggester
from fabula_daemon.completion.weighing import Explanation, explain
from fabula_daemon.config import ModelSettings, Settings
from fabula_daemon.desk import Desk
from fabula_daemon.engines import Made, Maker
from fabula_daemon.errors import ModelError
from fabula_daemon.learning import Learning
from fabula_daemon.records.records import Records
from fabula_daemon.serving.server import ModelServer

LOOK_AGAIN_S = 30.0  # after which an engine that could not be started is tried again

_log = logging.getLogger(__name__)


class Completing:
    """What suggests in the story on the `desk`, whose state lies in `state`; its engines come from `maker`.

    `retrieve` searches its index.
    """

    def __init__(
        self, desk: Desk, state: Path, maker: Maker, retrieve: Retrieve, *, look_again: float = LOOK_AGAIN_S
    ) -> None:
        settings = desk.world.settings
        self._desk, self._maker, self._look_again = desk, maker, look_again
        self._spare = maker.embedded()
        self._picked = Pick("transformers", "it comes with Fabula")
        self._made = Made(Choice([self._spare], starting=True))
        self._running: list[Engine] = []
        self.grounder = Grounder(desk, retrieve)
        self.copying = Copying(desk.root, desk, lambda: desk.world.settings)
        self.suggester = Suggester(
            desk, self._made.choice, settings.completion, grounder=self.grounder, copying=self.copying
        )
        self.records = Records(state)
        self.learning = Learning(self.records)
        self.suggester.listen(self.learning.told)
        self._wanted = self._in_use = _of_engines(settings)
        self._asked = asyncio.Event()
        self._ending = self._failed = False
        self._keeping_up: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to get ready, and return: what loads a model does so meanwhile."""
        await self.records.start()
        self.copying.start()
        self._keeping_up = asyncio.create_task(self._keep_up(), name="engines")

    async def stop(self) -> None:
        """End, with every process that was started."""
        self._ending = True
        self._asked.set()
        if self._keeping_up is not None:  # a change is not broken off: a server is given up in several steps
            await asyncio.wait([self._keeping_up])
        await self.suggester.close()
        self.grounder.close()
        await self.engines.stop()
        await self.copying.stop()
        self.learning.stop()
        await self.records.stop()

    @property
    def engines(self) -> Choice:
        """The engines that may be asked now."""
        return self._made.choice

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
        if problem := await self.suggester.until_ready():
            raise ModelError(problem)
        return await explain(
            path,
            offset,
            self._desk.prose(path) if self._desk.kind(path) == "chapter" else None,
            grounder=self.grounder,
            engine=self.engines.current(),
            temperature=self._desk.world.settings.completion.temperature,
            top=top,
        )

    def status(self) -> dict[str, Any]:
        """Return which engine answers and how it is used, as plain data."""
        tally, server = self.suggester.tally, self._made.server
        told: dict[str, Any] = {
            "engine": self.engines.status(),
            "suggestions": {"shown": tally.shown, "cached": tally.cached, "withheld": dict(tally.withheld)},
            "models": [figures.as_data() for figures in self.records.models],
            "records": {"problem": self.records.problem},
        }
        if server is not None:
            told["server"] = {
                "state": server.state,
                "note": server.note,
                "url": server.url,
                "problem": server.problem,
            }
        return told

    async def _keep_up(self) -> None:
        """Use the engines that the settings ask for, one change at a time; what is in vain is tried again."""
        work = self._change_over
        while not self._ending:
            try:
                await work()
            except Exception as error:  # a folder that cannot be written, say
                _log.exception("the engines could not be changed")
                self._failed = True
                await self._use_the_spare(f"what fabula.toml asks for could not be had: {error}")
            try:
                await asyncio.wait_for(self._asked.wait(), self._look_again)
                self._asked.clear()
                work = self._change_over
            except TimeoutError:
                work = self._try_again

    async def _change_over(self) -> None:
        """Put the engines that are wanted now in the place of those in use."""
        settings, server, self._failed = self._wanted, self._made.server, False
        if server is not None and replace(settings, adapter=self._in_use.adapter) == self._in_use:
            self._in_use = settings
            await self._swap(server, settings)
            return
        self._picked, self._in_use = await asyncio.to_thread(self._maker.picked, settings), settings
        made = self._maker.make(self._picked, settings, spare=self._spare, latest=lambda: self._in_use)
        await self._use(made)
        _log.info("engines", extra={"picked": self._picked.engine, "because": self._picked.because})

    async def _use_the_spare(self, because: str) -> None:
        try:
            await self._use(Made(Choice([self._spare], because=because, starting=True)))
        except Exception:  # then there are no suggestions, and it is tried again as well
            _log.exception("the model that comes with Fabula could not be started")

    async def _use(self, made: Made) -> None:
        """Use other engines from now on; who asks before they are ready waits."""
        before, self._made = self._made, made
        self.suggester.engines = made.choice
        kept = [engine for engine in self._running if engine in made.choice.engines and not engine.problem]
        await before.choice.stop(but=kept)
        self._running = list(made.choice.engines)
        await made.choice.start(but=kept)

    async def _try_again(self) -> None:
        """See whether what could not be had can be now: vLLM has been set up, a disk is there again."""
        wanted = self._in_use
        better = False
        if wanted.engine == "auto" and wanted.path and self._picked.engine != "vllm":
            better = (await asyncio.to_thread(self._maker.picked, wanted)).engine == "vllm"
        if better or self._failed:
            await self._change_over()
        else:
            await self.engines.try_again()

    async def _swap(self, server: ModelServer, settings: ModelSettings) -> None:
        """Serve with another adapter; if it cannot be used, go on with the one before."""
        try:
            await server.swap(self._maker.adapter(settings))
        except ModelError as error:
            _log.warning("the adapter was not swapped: %s", error)


def _of_engines(settings: Settings) -> ModelSettings:
    """Return what the settings say of engines: the embedding model is the index's."""
    return replace(settings.model, embedding="")
