"""Keeping a model server alive: start it, find it ready, watch it, start it again when it dies or hangs.

Only the daemon that holds the lock (`sharing`) does this. Every end that was not asked for is a crash,
whatever its status: vLLM ends with 0 when its engine has died.
"""

import asyncio
import logging
import secrets
import signal
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace

from fabula_daemon.errors import ModelError, ServerFailed
from fabula_daemon.serving import causes
from fabula_daemon.serving.group import Group
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.probe import Probe
from fabula_daemon.serving.server_log import ServerLog
from fabula_daemon.serving.sharing import Record, Share, State
from fabula_daemon.serving.sweep import KEY, MARK, strays, sweep, usable

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Timing:
    """How patient a keeper is, in seconds."""

    look: float = 0.2  # between two looks at the processes
    ask: float = 10.0  # between two prompts that show that it answers
    silence: float = 60.0  # without an answer and without progress: then it hangs
    warm: float = 300.0  # for the first answer of all, for which some things are compiled
    die: float = 5.0  # from an unanswered prompt until the server has noticed that its engine is dead
    load: float = 1800.0  # a large model from a slow disk, compiled for the first time
    end: float = 8.0  # from the request to end until it is killed
    backoff: tuple[float, ...] = (0.5, 5.0, 30.0, 120.0, 300.0)  # before each next start of one that dies
    check: float = 10.0  # before it is looked again whether what forbids a start has been mended
    steady: float = 60.0  # of being ready make earlier failures forgotten
    attempts: int = 3  # in vain, before the author is told


class Keeper:
    """Keeps the server that `plan` describes, and tells everybody about it through `share`.

    A server that runs already is taken over if it may serve as `wanted`; one that is `followed` already may.
    `record` is what is told.
    """

    def __init__(
        self,
        plan: Callable[[], Launch],
        wanted: Launch,
        share: Share,
        timing: Timing,
        followed: Group | None = None,
    ) -> None:
        self._plan, self._share, self._timing = plan, share, timing
        self._log = ServerLog(share.log)
        self._since = time.monotonic()  # it has been ready
        self._adopted = usable(share, wanted, followed)
        adopted = replace(self._adopted, story=share.story) if self._adopted else None
        self.record = adopted or self._described(wanted)

    async def keep(self) -> None:
        """Keep what was taken over, or a server that is started now, until cancelled."""
        await sweep(self._share, self._adopted)
        failures = 0
        while True:
            try:
                group = self.record.group or await self._start()
            except ModelError as error:
                self._fell(error, State.FAILED)
                await asyncio.sleep(self._timing.check)
                continue
            try:
                await self._run(group)
            except ServerFailed as error:
                lasted = time.monotonic() - self._since if self.record.state is State.READY else 0.0
                failures = 1 if lasted >= self._timing.steady else failures + 1
                self._fell(error, State.FAILED if failures >= self._timing.attempts else State.RESTARTING)
                await group.kill()
                await strays(self._share)
                self._say(replace(self.record, group=None))
            await asyncio.sleep(self._timing.backoff[min(failures, len(self._timing.backoff)) - 1])

    async def _start(self) -> Group:
        """Start a server. Raises ModelError if that is in vain."""
        launch = await asyncio.to_thread(self._plan)
        record = replace(self._described(launch), cause=self.record.cause)
        if self.record.state is not State.FAILED:
            self._say(record)
        await asyncio.to_thread(launch.check)
        await asyncio.to_thread(self._log.begin)
        env = {**launch.env, KEY: record.key or "", MARK: str(self._share.folder)}
        try:
            group = Group.start(launch.argv, env, self._share.log)
        except OSError as error:
            raise ServerFailed(
                f"{launch.argv[0]} cannot be started: {error.strerror}.",
                "`fabula serve setup` makes the environment anew.",
            ) from error
        self._say(replace(record, group=group))
        logger.info("the model server is started", extra={"pid": group.number, "model": launch.model})
        return group

    async def _run(self, group: Group) -> None:
        """Find the server ready and watch it. Raises ServerFailed when it has died or hangs."""
        new = self.record.state is not State.READY
        limit = self._timing.load if new else 3 * self._timing.silence
        first = self._timing.warm if new else self._timing.silence
        probe = Probe(self.record)
        try:
            async with asyncio.timeout(limit):
                await self._until_up(group, probe, first)
            self._since = time.monotonic()
            self._say(replace(self.record, state=State.READY, cause=""))
            logger.info("the model server is ready", extra={"pid": group.number, "url": self.record.url})
            await _first(self._until_gone(group), self._until_silent(probe))
        except TimeoutError:
            raise _hung(limit) from None
        finally:
            await probe.close()
        raise await self._failure(group, self._timing.silence)

    async def _until_up(self, group: Group, probe: Probe, first: float) -> None:
        while group.is_led():
            if await probe.is_up():
                break
            await asyncio.sleep(self._timing.look)
        if not await probe.answers(first):
            raise await self._failure(group, first)

    async def _until_gone(self, group: Group) -> None:
        while group.is_led():
            await asyncio.to_thread(self._log.shorten)
            await asyncio.sleep(self._timing.look)

    async def _until_silent(self, probe: Probe) -> None:
        while True:
            await asyncio.sleep(self._timing.ask)
            if not await probe.answers(self._timing.silence):
                return

    async def _failure(self, group: Group, limit: float) -> ServerFailed:
        """Return what befell a server that is gone, or does not answer."""
        if await group.left_within(self._timing.die):
            return ServerFailed(*causes.cause(await asyncio.to_thread(self._log.last_words)))
        return _hung(limit)

    def _fell(self, error: ModelError, state: State) -> None:
        """Say that there is no server, and why."""
        if self.record.cause != str(error):
            logger.warning("%s", error)
        self._say(replace(self.record, state=state, cause=str(error)))

    def _described(self, launch: Launch) -> Record:
        """Return what is told of a launch before its server is started; each has a key of its own."""
        return Record(
            state=State.LOADING,
            story=self._share.story,
            url=launch.url,
            uds=str(launch.uds) if launch.uds else None,
            key=secrets.token_urlsafe(32),
            name=launch.name,
            model=launch.model,
            directory=str(launch.directory),
            context=launch.context,
            fingerprint=launch.fingerprint,
            lora_rank=launch.lora_rank,
        )

    def _say(self, record: Record) -> None:
        self.record = record
        self._share.write(record)


async def end(share: Share, timing: Timing) -> None:
    """End the server that `share` tells of; for its keeper alone.

    vLLM hears SIGTERM only when it has loaded, and before that only SIGINT.
    """
    record = share.read()
    if record is not None and record.group is not None:
        share.write(replace(record, state=State.STOPPED))
        how = signal.SIGTERM if record.state is State.READY else signal.SIGINT
        await record.group.end(how, timing.end)
        await strays(share)
    share.write(None)


async def _first(*waits: Coroutine[None, None, None]) -> None:
    """Wait until one of `waits` is over, and end the others."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


def _hung(limit: float) -> ServerFailed:
    return ServerFailed(
        f"The model server hangs: it has answered nothing for {limit:.0f} s.",
        "It is killed and started again.",
    )
