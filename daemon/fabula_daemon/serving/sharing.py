"""One model server a user: how the daemons of her stories find it, and agree on who keeps it.

In a folder of the user's lie `server.json`, which says what runs and where, `keeper.lock`, which the daemon
that starts and watches the server holds as long as it lives, and `users/`, a file for each daemon that uses
it. Whoever finds the lock free takes it: so a killed keeper is succeeded by another user, who finds the
server in the record. The last to leave ends it.
"""

import contextlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from platformdirs import user_state_path

from fabula_daemon.platforms import creation
from fabula_daemon.serving.group import Group, is_process

FOLDER_VARIABLE = "FABULA_SERVING_STATE"


class State(StrEnum):
    """What a model server is doing."""

    STOPPED = "stopped"
    LOADING = "loading"
    READY = "ready"
    RESTARTING = "restarting"  # it has died, and is given a moment
    FAILED = "failed"  # it will be tried again, but only the author can help
    ELSEWHERE = "elsewhere"  # it runs another model, for another story


@dataclass(frozen=True, slots=True)
class Record:
    """What runs, where, and for whom: see Launch. `cause` says why it last failed, while it is not ready."""

    state: State
    story: str
    url: str
    name: str
    model: str
    directory: str
    context: int
    fingerprint: str
    lora_rank: int = 0
    group: Group | None = None
    uds: str | None = None
    key: str | None = None
    cause: str = ""


@dataclass(frozen=True, slots=True)
class User:
    """A daemon that uses the server: the story, the model that it wants, and the adapter that it asks for."""

    pid: int
    began: float
    story: str
    model: str
    adapter: str = ""


def folder(variables: Mapping[str, str] = os.environ) -> Path:
    """Return the folder in which the user's daemons agree."""
    chosen = variables.get(FOLDER_VARIABLE)
    return Path(chosen).expanduser().absolute() if chosen else user_state_path("fabula") / "serving"


class Share:
    """One daemon's part in the server that all share."""

    def __init__(self, place: Path, story: str) -> None:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        (place / "users").mkdir(mode=0o700, exist_ok=True)
        self.folder, self.story = place, story
        self._record = place / "server.json"
        self._mine = place / "users" / f"{os.getpid()}-{secrets.token_hex(4)}.json"
        self._model = ""
        self._lock = FileLock(place / "keeper.lock")

    @property
    def log(self) -> Path:
        """Where the server writes what it does."""
        return self.folder / "server.log"

    @property
    def is_keeper(self) -> bool:
        """Whether this daemon starts, watches and ends the server."""
        return self._lock.is_locked

    def join(self, model: str | None = None, adapter: str = "") -> None:
        """Say that this daemon uses the server, and with what; again, if that changes."""
        self._model = self._model if model is None else model
        pid = os.getpid()
        _write(self._mine, asdict(User(pid, creation(pid), self.story, self._model, adapter)))

    def keep(self) -> bool:
        """Become the keeper, if nobody is."""
        if not self._lock.is_locked:
            with contextlib.suppress(Timeout):
                self._lock.acquire(timeout=0)
        return self._lock.is_locked

    def leave(self) -> None:
        """Use the server no more, and be its keeper no more."""
        self._mine.unlink(missing_ok=True)
        self._lock.release()

    def others(self) -> list[User]:
        """Return the other living daemons that use the server."""
        found = []
        for file in sorted(self._mine.parent.glob("*.json")):
            if file == self._mine:
                continue
            try:
                user = User(**_read(file))
            except (OSError, ValueError, TypeError):
                continue
            if is_process(user.pid, user.began):
                found.append(user)
            else:
                file.unlink(missing_ok=True)
        return found

    def others_use(self, record: Record) -> bool:
        """Whether other living daemons want the model of this server."""
        return any(user.model == record.model for user in self.others())

    def read(self) -> Record | None:
        """Return what the keeper says of the server, None if nothing is known."""
        try:
            data = _read(self._record)
            group = data.pop("group")
            state = State(data.pop("state"))
            return Record(state=state, group=Group(**group) if group else None, **data)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, record: Record | None) -> None:
        """Say, as its keeper, what the server does; None if there is none."""
        if record is None:
            self._record.unlink(missing_ok=True)
        else:
            _write(self._record, asdict(record))


def _read(file: Path) -> dict[str, Any]:
    data = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise TypeError("not an object")
    return data


def _write(file: Path, data: dict[str, Any]) -> None:
    """Write a file that is there whole or not at all, and that nobody else may read: it may hold a key."""
    partial = file.with_name(f"{file.name}.{os.getpid()}.part")
    partial.touch(mode=0o600)
    partial.write_text(json.dumps(data), encoding="utf-8")
    partial.replace(file)
