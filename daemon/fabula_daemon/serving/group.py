"""A process group: a server with all that it starts, begun apart from us, recognised again, and ended whole.

vLLM is three processes or more, and those below outlive a killed one above with all the memory they hold. So
it gets a session of its own, whose number every descendant keeps, whoever dies in between.
"""

import asyncio
import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from fabula_daemon.platforms import creation

_POLL_S = 0.05
_SAME_MOMENT_S = 0.001  # it is written down in decimals
_ORPHANS_S = 0.5  # that those below may outlive the first process
_KILLED_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Group:
    """The processes of the session `number`, whose first was created at `began` (numbers are used again)."""

    number: int
    began: float

    @classmethod
    def start(cls, argv: Sequence[str], env: Mapping[str, str], log: Path) -> "Group":
        """Start `argv` in a session of its own, with `env` for its environment and all it says appended to
        `log`. It outlives us. Raises OSError.
        """
        with log.open("ab") as output:
            process = subprocess.Popen(
                list(argv),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=dict(env),
                start_new_session=True,
            )
        process.returncode = 0  # we wait for it ourselves: do not warn that it still runs
        return cls(process.pid, creation(process.pid))

    def is_led(self) -> bool:
        """Whether its first process lives; without that nothing of it is of use."""
        self._reap()
        return is_process(self.number, self.began)

    def members(self) -> list[psutil.Process]:
        """Return its living processes.

        While one of them lives the system gives their number to no other process: if the first is not ours,
        all of ours have ended.
        """
        self._reap()
        if _process(self.number) is not None and not is_process(self.number, self.began):
            return []
        return list(self._of_session())

    async def end(self, how: signal.Signals, limit: float) -> None:
        """Ask it to end, by a signal to its first process, and kill what is left after `limit` seconds."""
        if self.is_led():
            _send(self.number, how)
        if not await self._gone_within(limit):
            await self.kill()

    async def kill(self) -> None:
        """End all of it at once."""
        deadline = time.monotonic() + _KILLED_WITHIN_S
        while (left := self.members()) and time.monotonic() < deadline:
            for process in left:
                _send(process.pid, signal.SIGKILL)
            await asyncio.sleep(_POLL_S)

    async def left_within(self, limit: float) -> bool:
        """Whether its first process ends by itself within `limit` seconds."""
        deadline = time.monotonic() + limit
        while self.is_led():
            if time.monotonic() >= deadline:
                return False
            await asyncio.sleep(_POLL_S)
        return True

    async def _gone_within(self, limit: float) -> bool:
        deadline = time.monotonic() + limit
        orphaned = False
        while self.members():
            if not orphaned and not self.is_led():
                orphaned, deadline = True, min(deadline, time.monotonic() + _ORPHANS_S)
            if time.monotonic() >= deadline:
                return False
            await asyncio.sleep(_POLL_S)
        return True

    def _of_session(self) -> Iterator[psutil.Process]:
        for pid in psutil.pids():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                if os.getsid(pid) != self.number:
                    continue
                process = _process(pid)
                if process is not None:
                    yield process

    def _reap(self) -> None:
        """Let the system forget it if it was started by us and has ended."""
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.number, os.WNOHANG)


def is_process(pid: int, began: float) -> bool:
    """Whether the process of this number lives, and is the one that was created at `began`."""
    return _process(pid) is not None and abs(creation(pid) - began) < _SAME_MOMENT_S


def _process(pid: int) -> psutil.Process | None:
    """Return the process of this number, if there is one that has not ended."""
    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process
    except psutil.Error:
        return None


def _send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)
