"""`fabula lsp`: bytes between an editor's pipes and the socket of the story's daemon.

An editor starts one for each window, so it must be up at once: nothing heavy is imported here. It starts
the daemon if there is none. If the daemon dies it starts another, once, and opens the documents anew; if that
does not help it says so and goes on answering: an editor left without answers is worse off than one without
Fabula.
"""

import contextlib
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from fabula_daemon.errors import DaemonError, FabulaError, NoStory, WireError
from fabula_daemon.locate import find_story
from fabula_lsp import wire
from fabula_lsp.replay import REPLAYED, Replay
from fabula_lsp.uris import path_of

USAGE = "Usage: fabula lsp [--story DIR]"
STEADY = 60.0  # seconds that a second daemon must live for a third to be started
LINGERING = 0.5  # seconds that a dying one may take
PATIENCE = 5  # lines in a row that may end before anything is said

# What requests get that nobody can answer; others get null. (On null an editor may keep its last ghost text.)
_EMPTY = {
    "textDocument/inlineCompletion": {"items": []},
    "textDocument/diagnostic": {"kind": "full", "items": []},
}
_PARSE_ERROR, _NOT_INITIALIZED = -32700, -32002
_ERROR, _INFO = 1, 3


def main(argv: list[str]) -> int:
    """Serve the editor on standard input and output until it lets go; return the exit status."""
    match argv:
        case []:
            story = None
        case ["--story", folder]:
            story = Path(folder)
        case ["--help" | "-h"]:
            print(USAGE, file=sys.stderr)  # noqa: T201 - standard output belongs to the protocol
            return 0
        case _:
            print(f"{USAGE}\nNot understood: {' '.join(argv)}", file=sys.stderr)  # noqa: T201
            return 2

    from fabula_daemon.lifecycle import connect

    if hasattr(signal, "SIGCHLD"):  # a daemon that we started must not linger as a zombie when it dies
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    return Bridge(story, connect).run()


class Bridge:
    """One editor, and the daemon it talks to. The calling thread reads the editor, another one the daemon."""

    def __init__(self, story: Path | None, connect: Callable[[Path], socket.socket]) -> None:
        self._story = story
        self._connect = connect
        self._root = Path()
        self._replay = Replay()
        self._started = False  # the editor has said initialize
        self._leaving = False  # the editor has said shutdown, or has gone
        self._socket: socket.socket | None = None  # None: nobody but us to answer
        self._heard = False  # the daemon on the line has said something
        self._silent = 0  # lines in a row on which nothing was said
        self._revived_at: float | None = None
        self._to_daemon = threading.Lock()  # the socket, and what the replay knows to be sent over it
        self._to_editor = threading.Lock()
        self._pump = threading.Thread(target=self._pump_daemon, name="daemon", daemon=True)

    def run(self) -> int:
        """Pass messages on until the editor says exit or closes its end; return the exit status."""
        editor = wire.Receiver(lambda size: os.read(0, size))
        try:
            while (body := editor.receive()) is not None:
                if self._from_editor(body) == "exit":
                    return 0 if self._leaving else 1
        except WireError as error:
            print(f"fabula lsp: {error}", file=sys.stderr)  # noqa: T201
            return 1
        except (BrokenPipeError, KeyboardInterrupt):
            return 1
        finally:
            self._leave()
        return 0

    def _from_editor(self, body: bytes) -> str | None:
        try:
            message = wire.decode(body)
        except WireError as error:
            self._tell({"id": None, "error": {"code": _PARSE_ERROR, "message": str(error)}})
            return None
        method = message.get("method")
        if self._started:
            self._pass_on(message, body)
        elif method == "initialize":
            self._begin(message, body)
        elif "id" in message:
            refusal = {"code": _NOT_INITIALIZED, "message": "initialize comes first."}
            self._tell({"id": message["id"], "error": refusal})
        return method

    def _begin(self, initialize: wire.Message, body: bytes) -> None:
        self._started = True
        try:
            self._root = _story_of(self._story, initialize.get("params") or {})
            self._socket = self._connect(self._root)
        except (FabulaError, OSError) as error:
            self._tell({"id": initialize["id"], "result": {"capabilities": {}}})
            if isinstance(error, NoStory):
                self._say("window/logMessage", _INFO, str(error))
            else:
                self._say("window/showMessage", _ERROR, str(error))
            return
        self._pass_on(initialize, body)
        self._pump.start()

    def _pass_on(self, message: wire.Message, body: bytes) -> None:
        method = message.get("method")
        with self._to_daemon:
            self._leaving = self._leaving or method == "shutdown"
            if self._socket is None:
                if method and "id" in message:
                    self._tell({"id": message["id"], "result": _EMPTY.get(method)})
                return
            self._replay.sending(message)
            with contextlib.suppress(OSError):  # that it is dead is noticed where it is read
                self._socket.sendall(wire.frame(body))
            self._replay.sent(message)

    def _pump_daemon(self) -> None:
        daemon = self._socket
        while daemon:
            receiver, reason = wire.Receiver(daemon.recv), "the connection closed"
            try:
                while (body := receiver.receive()) is not None:
                    self._from_daemon(body)
            except (WireError, OSError) as error:
                reason = str(error)
            daemon = self._revive(reason)

    def _from_daemon(self, body: bytes) -> None:
        message = wire.decode(body)
        self._heard, self._silent = True, 0
        if "id" in message and "method" not in message:
            self._replay.answered(message)
            if message["id"] == REPLAYED:
                return
        self._write(wire.frame(body))

    def _revive(self, reason: str) -> socket.socket | None:
        """Bring up a daemon in the place of the one that was lost for `reason`; None if that cannot be."""
        with self._to_daemon:
            self._hang_up()
            if not self._leaving:
                try:
                    self._start_again(reason)
                except (FabulaError, OSError) as error:
                    advice = (
                        f"`fabula daemon run` in {self._root} shows why; then restart the language server."
                    )
                    self._say("window/showMessage", _ERROR, f"Fabula has stopped. {error} {advice}")
            for answer in self._replay.lost(for_good=self._socket is None):
                self._tell(answer)
            return self._socket

    def _start_again(self, reason: str) -> None:
        """Call a daemon again, and tell it what the last one knew. Raises FabulaError."""
        if self._heard:
            since, self._revived_at = self._revived_at, time.monotonic()
            if since is not None and self._revived_at - since < STEADY:
                raise WireError(f"Its daemon died twice within a minute ({reason}).")
            self._say(
                "window/logMessage", _INFO, f"Fabula's daemon was lost ({reason}) and is started again."
            )
        elif self._silent >= PATIENCE:
            raise WireError(f"Its daemon does not answer ({reason}).")
        else:
            self._silent += 1
            time.sleep(0.1 * self._silent)  # a daemon that is dying may still have taken the call
        self._heard = False
        try:
            self._socket = self._connect(self._root)
        except DaemonError:  # one that is dying may look alive for a moment, and none is started beside it
            time.sleep(LINGERING)
            self._socket = self._connect(self._root)
        with contextlib.suppress(OSError):  # that it is dead is noticed where it is read
            for message in self._replay.messages():
                self._socket.sendall(wire.encode(message))

    def _hang_up(self) -> None:
        if self._socket:
            self._socket.close()
            self._socket = None

    def _leave(self) -> None:
        self._leaving = True
        if daemon := self._socket:
            with contextlib.suppress(OSError):
                daemon.shutdown(socket.SHUT_RDWR)
        if self._pump.is_alive():
            self._pump.join(1.0)

    def _say(self, method: str, kind: int, message: str) -> None:
        self._tell({"method": method, "params": {"type": kind, "message": message}})

    def _tell(self, message: wire.Message) -> None:
        self._write(wire.encode(message))

    def _write(self, data: bytes) -> None:
        """Write to the editor, without a buffer that a thread could hold when the program ends."""
        rest = memoryview(data)
        with self._to_editor:
            try:
                while rest:
                    rest = rest[os.write(1, rest) :]
            except OSError:  # the editor has gone; its other end will be found closed as well
                self._leaving = True


def _story_of(named: Path | None, initialize: wire.Message) -> Path:
    """Return the root of the story: the one named, else the editor's folder's, else the one we stand in.

    Raises NoStory.
    """
    if named:
        return find_story(named)
    folders = [folder["uri"] for folder in initialize.get("workspaceFolders") or ()]
    uris = [*folders, initialize.get("rootUri")]
    paths = [path for uri in uris if uri and (path := path_of(uri))] or [Path.cwd()]
    for path in paths:
        with contextlib.suppress(NoStory):
            return find_story(path)
    raise NoStory(paths[0])
