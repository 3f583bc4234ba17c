"""The model server as this daemon has it: kept by it or by another daemon of the user's, ready or not."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from pathlib import Path

from fabula_daemon.errors import ModelError
from fabula_daemon.serving.keeping import Keeper, Timing, end
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.sharing import Record, Share, State
from fabula_daemon.serving.swap import Swapper

logger = logging.getLogger(__name__)


class ModelServer:
    """What serves the model that `plan` describes to the story that `share` is of, with `adapter` if there is
    one.

    `plan` reads files and may take a second. While another daemon keeps a server of the same model this one
    uses it; when that daemon goes, this one succeeds it. A server of another model is left to those who use
    it.
    """

    def __init__(
        self,
        plan: Callable[[], Launch],
        share: Share,
        *,
        adapter: Path | None = None,
        timing: Timing | None = None,
    ) -> None:
        self._plan, self._share, self._timing = plan, share, timing or Timing()
        self._launch: Launch | None = None
        self._record: Record | None = None
        self._problem: str | None = None
        self._living: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()
        self._swapper = Swapper(share, adapter)

    @property
    def state(self) -> State:
        """What it is doing."""
        if self._launch is None or self._living is None:
            return State.STOPPED
        if self._problem is not None:
            return State.FAILED
        if self._record is None:
            return State.LOADING
        return self._record.state if self._record.model == self._launch.model else State.ELSEWHERE

    @property
    def ready(self) -> bool:
        """Whether a request would be answered now."""
        return self.state is State.READY

    @property
    def problem(self) -> str | None:
        """What keeps it from becoming ready, in a sentence for the author."""
        state, record = self.state, self._record
        if record is not None and self._launch is not None and state is State.ELSEWHERE:
            return (
                f"The model server runs {record.model} for the story “{record.story}”, and this one wants "
                f"{self._launch.model}. It is this one’s when the other is closed."
            )
        if record is not None and state is State.FAILED:
            return record.cause
        return self._problem

    @property
    def note(self) -> str | None:
        """What the author may want to know though nothing is to be done about it."""
        if self._record is not None and self.state in (State.RESTARTING, State.LOADING):
            return self._record.cause or None
        return self._swapper.refusal

    @property
    def url(self) -> str:
        """Where it listens, without a path."""
        return self._record.url if self._record else ""

    @property
    def uds(self) -> Path | None:
        """The unix socket on which it listens instead, if it does."""
        return Path(self._record.uds) if self._record and self._record.uds else None

    @property
    def key(self) -> str | None:
        """The key that it wants."""
        return self._record.key if self._record else None

    @property
    def model(self) -> str:
        """The model's name and a short hash of its weights, and the same of the adapter."""
        model = self._launch.model if self._launch else ""
        loaded = self._swapper.loaded
        return f"{model} + {loaded.title}" if loaded else model

    @property
    def request_name(self) -> str:
        """What to ask the server for."""
        if self._swapper.loaded is not None:
            return self._swapper.loaded.name
        return self._record.name if self._record else ""

    @property
    def directory(self) -> Path:
        """Where the model's configuration and tokenizer lie."""
        return self._launch.directory if self._launch else Path()

    @property
    def context(self) -> int:
        """How many tokens it reads at most, what it writes included."""
        return self._record.context if self._record else self._launch.context if self._launch else 0

    async def start(self) -> None:
        """Begin to get ready, and return. Raises ModelError without such a model, or anything to run it.

        However often it is asked to, there is one of it: two that kept one server would both start it anew.
        """
        if self._has_begun():
            return
        try:
            launch = await asyncio.to_thread(self._planned)
        except ModelError as error:
            self._problem = str(error)
            raise
        if self._has_begun():
            return
        self._problem = None
        self._share.join(launch.model)
        self._living = asyncio.create_task(self._live(), name="model server")

    def _has_begun(self) -> bool:
        return self._living is not None and not self._living.done()

    async def until_ready(self) -> None:
        """Wait until a request would be answered. Raises ModelError as soon as there is a problem."""
        while self._living is not None and not self.ready and self.problem is None:
            await self._changed.wait()
        if not self.ready:
            raise ModelError(self.problem or "The model server has not been started.")

    async def stop(self) -> None:
        """Use it no more. The last of the user's daemons to leave ends it; others go on with it."""
        if self._living is None:
            return
        self._living.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._living
        self._living = None
        await self._swapper.stop()
        self._see(None)
        try:
            if self._share.keep() and not self._share.others():
                await end(self._share, self._timing)
        finally:
            self._share.leave()

    async def swap(self, adapter: Path | None) -> Path | None:
        """Use another adapter, or none, from the next request on.

        Return the one that was in use, as a copy that stays: swapping to it is the way back. Raises
        ModelMissing or ServerFailed, and goes on with the one before, if this one cannot be used.
        """
        return await self._swapper.swap(self._record if self.ready else None, adapter)

    async def change(self, plan: Callable[[], Launch]) -> None:
        """Serve another model from now on, and the one before again if that cannot be.

        Raises ModelError then; while the new one loads this is not ready, and another engine answers.
        """
        before = self._plan
        await asyncio.to_thread(lambda: plan().fits())  # as much as can be known while the one before runs
        try:
            await self._begin_anew(plan)
            await self.until_ready()
        except ModelError:
            await self._begin_anew(before)
            raise

    async def _begin_anew(self, plan: Callable[[], Launch]) -> None:
        await self.stop()
        self._plan = plan
        await self.start()

    async def _live(self) -> None:
        """Keep the server, or follow whoever does, looking now and then whether that has changed."""
        assert self._launch is not None
        keeper: Keeper | None = None
        keeping: asyncio.Task[None] | None = None
        met = ""
        try:
            while keeping is None or not keeping.done():
                if keeper is None and not self._is_for_others() and self._share.keep():
                    followed = self._record.group if self._record else None
                    keeper = Keeper(self._planned, self._launch, self._share, self._timing, followed)
                    keeping = asyncio.create_task(keeper.keep(), name="keep the model server")
                record = keeper.record if keeper else self._share.read()
                if record is not None and record.model not in (self._launch.model, met):
                    met = record.model  # it may be what lies where ours has lain, trained anew
                    await self._look_anew()
                if record is not None and record.state is State.READY and record.model == self._launch.model:
                    await self._swapper.equip(record)
                self._see(record)
                await asyncio.sleep(self._timing.look)
            keeping.result()
        except Exception as error:  # as when the disk is full: the author is told, another engine answers
            logger.exception("the model server cannot be kept")
            self._problem = f"The model server cannot be kept: {error}. The daemon's log has the details."
            self._see(None)
        finally:
            if keeping is not None:
                keeping.cancel()
                await asyncio.wait({keeping})

    def _is_for_others(self) -> bool:
        """Whether another model is in use: then it is for those who use it to keep it."""
        assert self._launch is not None
        record = self._share.read()
        return record is not None and record.model != self._launch.model and self._share.others_use(record)

    async def _look_anew(self) -> None:
        with contextlib.suppress(ModelError):
            self._share.join((await asyncio.to_thread(self._planned)).model)

    def _see(self, record: Record | None) -> None:
        """Take note of what the keeper says, and wake whoever waits for a change."""
        self._record = record
        self._changed.set()
        self._changed.clear()

    def _planned(self) -> Launch:
        self._launch = launch = self._plan()
        return launch
