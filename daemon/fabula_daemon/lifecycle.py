"""One daemon a story: how it says that it is there, and how others find, start and stop it.

What a running daemon says of itself lies in .fabula/daemon.json; .fabula/daemon.lock is held as long as it
lives, so that a file left behind by a killed one deceives nobody. Only the standard library is imported at
the top: the bridge uses this.
"""

import contextlib
import json
import os
import secrets
import socket
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from fabula_daemon import __version__, platforms
from fabula_daemon.errors import AlreadyRunning, DaemonError, NotRunning
from fabula_daemon.locate import state_folder
from fabula_daemon.platforms import Endpoint

_START_LIMIT_S = 30.0
_STOP_LIMIT_S = 15.0
_CONNECT_LIMIT_S = 5.0
_POLL_S = 0.02


@dataclass(frozen=True, slots=True)
class Presence:
    """What a running daemon says of itself."""

    pid: int
    version: str
    socket: str | None
    port: int | None
    http_port: int

    @property
    def endpoint(self) -> Endpoint:
        """Where it listens for language clients."""
        return Endpoint(self.socket, self.port)


def connect(root: Path, *, start: bool = True) -> socket.socket:
    """Return a socket to the daemon of the story at `root`, for the language server protocol.

    Starts one if there is none, and replaces one of another version. Raises DaemonError.
    """
    present = find(root)
    if present is not None and present.version != __version__ and start:
        stop(root)
        present = None
    if present is not None:
        with contextlib.suppress(OSError):
            return platforms.reach(present.endpoint, token(root), _CONNECT_LIMIT_S)
    if not start:
        raise NotRunning(root)
    present = launch(root)
    try:
        return platforms.reach(present.endpoint, token(root), _CONNECT_LIMIT_S)
    except OSError as error:
        raise NotRunning(root, f"it started, and then did not answer: {error}") from error


def find(root: Path) -> Presence | None:
    """Return what the daemon of the story at `root` says of itself, None if none runs."""
    try:
        data = json.loads(_presence_file(root).read_text(encoding="utf-8"))
        present = Presence(**{name: data[name] for name in Presence.__dataclass_fields__})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return present if platforms.is_alive(present.pid) else None


def launch(root: Path) -> Presence:
    """Start a daemon for the story at `root` and wait until it answers. Raises NotRunning."""
    state = prepare(root)
    if not _is_held(root):
        # what one that was killed has left: its number may be another process's by now
        _presence_file(root).unlink(missing_ok=True)
    log = state / "daemon.out"
    log.write_bytes(b"")
    pid = platforms.start_apart(["fabula_daemon", "daemon", "run", "--story", str(root)], log)
    deadline = time.monotonic() + _START_LIMIT_S
    while time.monotonic() < deadline:
        present = find(root)
        if present is not None:
            return present
        if not platforms.is_alive(pid):
            present = _another(root)
            if present is not None:
                return present
            said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise NotRunning(root, f"it ended at once, saying: {said[-1] if said else 'nothing'}")
        time.sleep(_POLL_S)
    raise NotRunning(root, f"it did not answer within {_START_LIMIT_S:.0f} s; see {log}")


def stop(root: Path) -> bool:
    """Stop the daemon of the story at `root` and wait until it has ended; return False if none ran.

    Raises DaemonError if it does not end.
    """
    present = find(root)
    if present is None:
        return False
    from fabula_daemon import control

    control.call(root, "POST", "/api/stop")
    deadline = time.monotonic() + _STOP_LIMIT_S
    while time.monotonic() < deadline:
        if find(root) is None:
            return True
        time.sleep(_POLL_S)
    raise DaemonError(
        f"The daemon (process {present.pid}) did not end within {_STOP_LIMIT_S:.0f} s. End it by hand."
    )


@contextlib.contextmanager
def hold(root: Path) -> Iterator[Path]:
    """Hold the story at `root` as its one daemon; yield its state folder. Raises AlreadyRunning."""
    from filelock import FileLock, Timeout

    state = prepare(root)
    lock = FileLock(state / "daemon.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        present = find(root)
        raise AlreadyRunning(root, present.pid if present else None) from None
    try:
        yield state
    finally:
        _presence_file(root).unlink(missing_ok=True)
        lock.release()


def announce(root: Path, endpoint: Endpoint, http_port: int) -> None:
    """Say, for others to find, that this process is the story's daemon."""
    present = Presence(os.getpid(), __version__, endpoint.path, endpoint.port, http_port)
    file = _presence_file(root)
    partial = file.with_suffix(".part")
    partial.write_text(json.dumps(asdict(present)), encoding="utf-8")
    partial.replace(file)


def token(root: Path) -> str:
    """Return the secret that clients of this story's daemon show; made at the first call."""
    file = prepare(root) / "token"
    with contextlib.suppress(FileNotFoundError):
        return file.read_text(encoding="ascii").strip()
    made = secrets.token_urlsafe(32)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as output:
        output.write(made)
    return made


def prepare(root: Path) -> Path:
    """Make the story's state folder, ignored by git, and return it."""
    state = state_folder(root)
    state.mkdir(exist_ok=True)
    ignore = state / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="ascii")
    return state


def _presence_file(root: Path) -> Path:
    return state_folder(root) / "daemon.json"


def _another(root: Path) -> Presence | None:
    """Two windows may start a daemon at once: the one that lost waits here for the one that won."""
    deadline = time.monotonic() + _CONNECT_LIMIT_S
    while time.monotonic() < deadline and _is_held(root):
        present = find(root)
        if present is not None:
            return present
        time.sleep(_POLL_S)
    return find(root)


def _is_held(root: Path) -> bool:
    from filelock import FileLock, Timeout

    try:
        with FileLock(state_folder(root) / "daemon.lock", timeout=0):
            return False
    except Timeout:
        return True
