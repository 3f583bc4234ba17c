"""Where platforms differ, and nowhere else: how a daemon is reached, started apart, and asked how much it
holds.

Linux and macOS have unix sockets; elsewhere, or if FABULA_TRANSPORT=loopback says so, a port of the loopback
interface serves, and a client shows the story's token first. Nothing heavy is imported at the top, for the
bridge must be up at once. Linux is tested; macOS and Windows have not been tried yet.
"""

import contextlib
import hashlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the bridge, which is to be up at once, has no loop
    import asyncio

Serve = Callable[["asyncio.StreamReader", "asyncio.StreamWriter"], Awaitable[None]]

WINDOWS = sys.platform == "win32"
LINUX = sys.platform == "linux"

_LONGEST_SOCKET_PATH = 100
_LOOPBACK = "127.0.0.1"
_READ_LIMIT = 1 << 20


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a daemon listens for language clients: the path of a unix socket, or a loopback port."""

    path: str | None = None
    port: int | None = None


def uses_unix_sockets() -> bool:
    """Whether language clients are served on a unix socket here."""
    return (
        hasattr(socket, "AF_UNIX")
        and sys.platform != "win32"
        and os.environ.get("FABULA_TRANSPORT") != "loopback"
    )


def socket_path(root: Path) -> Path:
    """Return the path of the socket for the story at `root`, in a folder that only this user may enter.

    A socket's path may have about a hundred bytes, so it does not lie in the story.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    base = Path(runtime) if runtime and Path(runtime).is_dir() else Path(tempfile.gettempdir())
    folder = base / f"fabula-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise PermissionError(f"{folder} belongs to somebody else or may be entered by others. Remove it.")
    path = folder / f"{hashlib.sha256(os.fsencode(root)).hexdigest()[:16]}.sock"
    if len(os.fsencode(path)) > _LONGEST_SOCKET_PATH:
        path = Path("/tmp") / folder.name / path.name  # noqa: S108 - checked above in the same way by mkdir's mode
        path.parent.mkdir(mode=0o700, exist_ok=True)
    return path


async def listen(root: Path, token: str, serve: Serve) -> "tuple[asyncio.Server, Endpoint]":
    """Listen for language clients of the story at `root`; return the server and where it listens."""
    import asyncio

    if uses_unix_sockets():
        path = socket_path(root)
        path.unlink(missing_ok=True)  # whoever holds the story's lock may: its owner is dead
        server = await asyncio.start_unix_server(serve, path, limit=_READ_LIMIT)
        path.chmod(0o600)
        return server, Endpoint(path=str(path))

    async def serve_known(reader: "asyncio.StreamReader", writer: "asyncio.StreamWriter") -> None:
        shown = await reader.readline()
        if secrets.compare_digest(shown.strip(), token.encode()):
            await serve(reader, writer)
        else:
            writer.close()

    server = await asyncio.start_server(serve_known, _LOOPBACK, 0, limit=_READ_LIMIT)
    return server, Endpoint(port=server.sockets[0].getsockname()[1])


def reach(endpoint: Endpoint, token: str, timeout: float) -> socket.socket:
    """Return a connected socket. Raises OSError if nobody listens there."""
    if endpoint.path is not None:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(timeout)
        try:
            connection.connect(endpoint.path)
        except OSError:
            connection.close()
            raise
    else:
        connection = socket.create_connection((_LOOPBACK, endpoint.port or 0), timeout)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(token.encode() + b"\n")
    connection.settimeout(None)
    return connection


def start_apart(arguments: Sequence[str], log: Path) -> int:
    """Start `python -m arguments…` so that it outlives us and our terminal; return its process number."""
    with log.open("ab") as output:
        apart = (
            {"creationflags": 0x00000008 | 0x00000200}  # DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP
            if sys.platform == "win32"
            else {"start_new_session": True}
        )
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            **apart,
        )
    process.returncode = 0  # it is nobody's child any more: do not warn that it still runs
    return int(process.pid)


def is_alive(pid: int) -> bool:
    """Whether a process of this number runs; one that has ended and was not waited for does not."""
    import psutil

    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.AccessDenied:
        return True
    except psutil.Error:
        return False


def creation(pid: int) -> float:
    """Return when the process of this number was created, 0 if there is none: with the number, that is which
    process it is. On Linux the seconds count from the machine's start, for a clock may be set while it runs.
    """
    import psutil

    try:
        if LINUX:
            fields = (
                Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            )
            return int(fields.split()[19]) / os.sysconf("SC_CLK_TCK")
        return float(psutil.Process(pid).create_time())
    except (OSError, psutil.Error):
        return 0.0


def on_signals_to_stop(loop: "asyncio.AbstractEventLoop", stop: Callable[[], None]) -> None:
    """Call `stop` when the system or the author asks this process to end; elsewhere than on POSIX it is just
    ended.
    """
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.add_signal_handler(number, stop)


def ask_to_end(pid: int) -> None:
    """Ask a process to end, if it has not yet."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)


def heed_children() -> None:
    """Let the ends of our children be told to us: the bridge, whose child we may be, ignored those of its
    own.
    """
    if not WINDOWS:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def forget(endpoint: Endpoint) -> None:
    """Remove what a closed endpoint leaves in the file system."""
    if endpoint.path is not None:
        Path(endpoint.path).unlink(missing_ok=True)


def lower_priority(pid: int, steps: int) -> None:
    """Make a process less urgent than this one, where that can be said."""
    import psutil

    if not WINDOWS:
        with contextlib.suppress(psutil.Error):
            psutil.Process(pid).nice(psutil.Process().nice() + steps)


def resident_mb() -> float:
    """Return how much memory this process holds, in MB."""
    import psutil

    return psutil.Process().memory_info().rss / 1e6


def interpreter_of(environment: Path) -> Path:
    """Return where the interpreter of a virtual environment lies."""
    return environment / ("Scripts/python.exe" if WINDOWS else "bin/python")


def packages_of(environment: Path) -> list[Path]:
    """Return the folders of a virtual environment that hold its packages."""
    return sorted(environment.glob("Lib/site-packages" if WINDOWS else "lib/python*/site-packages"))
