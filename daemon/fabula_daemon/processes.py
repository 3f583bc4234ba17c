"""Child processes that speak JSON lines: the one way in which the daemon gives heavy work to somebody else.

A child is `python -m MODULE ARGUMENTS…`. Messages are JSON objects, one a line, over its standard input and
output; what it writes to standard error goes to a log. It ends when its standard input closes, even while it
is busy, so that no child outlives its daemon, however that died.

`Worker` is the parent's end, on an asyncio loop; `Parent` is the child's end, with plain threads. The child
polls `Parent.receive` between small pieces of work: an urgent message waits for one of them at most.
"""

import asyncio
import contextlib
import json
import os
import queue
import signal
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from fabula_daemon import platforms
from fabula_daemon.errors import WireError, WorkerDied

Message = dict[str, Any]

LONGEST_LINE = 1 << 24  # bytes of one message
LOG_LIMIT = 1 << 20  # bytes after which a log begins anew
LAST_WORDS = 2000  # bytes of a dead child's log that are quoted
BACKOFF = (0.2, 1.0, 5.0, 30.0)  # seconds before each next start of a worker that keeps dying


class Worker:
    """A running child process. Iterate over it for its messages; exactly one iteration at a time."""

    def __init__(self, name: str, process: asyncio.subprocess.Process, log: IO[bytes]) -> None:
        self.name = name
        self._process = process
        self._log, self._log_start = log, log.seek(0, os.SEEK_END)
        self._inbox: asyncio.Queue[Message | None] = asyncio.Queue()
        self._stopping = False
        self._breach: WireError | None = None
        self._reading = asyncio.create_task(self._read(), name=f"read {name}")

    @classmethod
    async def start(
        cls,
        name: str,
        argv: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        log: Path | None = None,
        nice: int = 0,
    ) -> "Worker":
        """Start `python -m argv…` and return its parent's end.

        `env` is added to the daemon's environment. Standard error is appended to `log`, or kept for the last
        words only. `nice` is how much less urgent than the daemon the child is (POSIX).
        """
        errors = _open_log(log)
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # or modules would be looked for in the folder where the daemon happens to stand
                "-m",
                *argv,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **(env or {})},
                limit=LONGEST_LINE,
            )
        except BaseException:  # a start that is cancelled half way has nobody else to close its log
            errors.close()
            raise
        if nice:
            platforms.lower_priority(process.pid, nice)
        return cls(name, process, errors)

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._process.pid

    async def send(self, message: Message) -> None:
        """Give the child a message. Raises WorkerDied if it has ended."""
        stdin = self._process.stdin
        assert stdin is not None
        if self._process.returncode is not None or stdin.is_closing():
            raise self._death()
        try:
            stdin.write(_encode(message))
            await stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            await self._process.wait()
            raise self._death() from None

    async def __aiter__(self) -> AsyncIterator[Message]:
        """Yield the child's messages until `stop`.

        Raises WorkerDied if it ends unasked, WireError if it babbles.
        """
        while (message := await self._inbox.get()) is not None:
            yield message
        self._inbox.put_nowait(None)  # the end stays the end
        if self._breach:
            raise self._breach
        if not self._stopping:
            raise self._death()

    async def stop(self, timeout: float = 5.0) -> None:  # noqa: ASYNC109 - the limit is on the child, not on us
        """Close the child's input, and kill the child if it has not ended after `timeout` seconds."""
        self._stopping = True
        stdin = self._process.stdin
        assert stdin is not None
        stdin.close()
        try:
            await asyncio.wait_for(asyncio.shield(self._reading), timeout)
        except TimeoutError:
            self.kill()
            await self._reading
        self._log.close()

    def kill(self) -> None:
        """End the child at once (SIGKILL)."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def _read(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None
        try:
            async for line in stdout:
                self._inbox.put_nowait(_decode(line))
        except (ValueError, WireError) as error:
            self._breach = WireError(f"The {self.name} worker broke the protocol: {error}")
            self.kill()
            while await stdout.read(LONGEST_LINE):
                pass
        await self._process.wait()
        self._inbox.put_nowait(None)

    def _death(self) -> WorkerDied:
        return WorkerDied(self.name, self._process.returncode, self._last_words())

    def _last_words(self) -> str:
        if self._log.closed:
            return ""
        end = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(self._log_start, end - LAST_WORDS))
        return self._log.read().decode(errors="replace").strip()


async def keep_alive(
    run: Callable[[], Awaitable[None]],
    died: Callable[[WorkerDied | WireError], None],
    *,
    backoff: Sequence[float] = BACKOFF,
    steady: float = 60.0,
) -> None:
    """Await `run` again each time its worker dies.

    The delay before it grows until a run lasts `steady` seconds. `run` starts a worker and serves it until it
    ends; returning from it ends this too. `died` is told each death.
    """
    failures = 0
    while True:
        began = time.monotonic()
        try:
            return await run()
        except (WorkerDied, WireError) as error:
            died(error)
        failures = 0 if time.monotonic() - began >= steady else failures + 1
        await asyncio.sleep(backoff[min(failures, len(backoff)) - 1] if failures else backoff[0])


class Parent:
    """The child's end. Make one first thing in `main`: from then on `print` goes to standard error."""

    def __init__(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is meant for the daemon
        self._inbox: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._wire = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)
        threading.Thread(target=self._read, name="parent", daemon=True).start()

    def receive(self, timeout: float | None = None) -> Message | None:
        """Return the next message, waiting for it for ever, or at most `timeout` seconds and then None."""
        try:
            return self._inbox.get(timeout=timeout) if timeout != 0 else self._inbox.get_nowait()
        except queue.Empty:
            return None

    def emit(self, message: Message) -> None:
        """Give the parent a message; any thread may."""
        line = memoryview(_encode(message))
        with self._lock:
            while line:
                line = line[self._wire.write(line) :]

    def _read(self) -> None:
        rest = b""  # sys.stdin's own buffer would be locked by this thread when the interpreter ends
        with contextlib.suppress(OSError, WireError):
            while piece := os.read(0, 1 << 16):
                *lines, rest = (rest + piece).split(b"\n")
                for line in lines:
                    self._inbox.put(_decode(line))
        os._exit(0)  # the parent has gone or lets us go: whatever is half done is made to be lost


def _encode(message: Message) -> bytes:
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def _decode(line: bytes) -> Message:
    try:
        message = json.loads(line)
    except ValueError:
        message = None
    if not isinstance(message, dict):
        raise WireError(f"not a JSON object: {line[:200]!r}")
    return message


def _open_log(log: Path | None) -> IO[bytes]:
    if log is None:
        return tempfile.TemporaryFile()
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.unlink()
    return log.open("a+b")
