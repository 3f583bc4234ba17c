"""The daemon as a process: one a story, found, started, stopped, replaced, and gone when nobody needs it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from fabula_daemon import control, lifecycle
from fabula_daemon.errors import AlreadyRunning, NotRunning
from fabula_daemon.locate import state_folder

PATIENCE_S = 30.0


def until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


def fabula(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "fabula_daemon", *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Path]:
    root = tmp_path.resolve()
    (root / "manuscript").mkdir()
    (root / "manuscript" / "01.md").write_text("# One\n\nSarah waited by the lock.\n", encoding="utf-8")
    (root / "world" / "characters").mkdir(parents=True)
    (root / "world" / "characters" / "sarah.md").write_text(
        "---\nname: Sarah Chen\nkind: character\n---\n", encoding="utf-8"
    )
    (root / "fabula.toml").write_text('[story]\ntitle = "Short"\n', encoding="utf-8")
    yield root
    lifecycle.stop(root)


def test_it_starts_answers_and_stops_leaving_nothing_behind(story: Path) -> None:
    started = fabula("daemon", "start", "--story", str(story))
    present = lifecycle.find(story)

    assert started.returncode == 0
    assert present is not None
    status = json.loads(fabula("status", "--story", str(story), "--format", "json").stdout)
    assert (status["title"], status["chapters"], status["pid"]) == ("Short", 1, present.pid)
    family = psutil.Process(present.pid).children(recursive=True)
    assert fabula("daemon", "stop", "--story", str(story)).stdout == "The daemon has stopped.\n"
    until(lambda: not any(child.is_running() for child in family))
    assert fabula("status", "--story", str(story)).returncode == 1


def test_a_second_one_refuses_politely(story: Path) -> None:
    lifecycle.launch(story)
    second = fabula("daemon", "run", "--story", str(story))

    assert second.returncode == 2
    assert "A daemon already runs" in second.stderr
    assert "Traceback" not in second.stderr
    with pytest.raises(AlreadyRunning), lifecycle.hold(story):
        pass


def test_one_of_another_version_is_replaced(story: Path) -> None:
    old = lifecycle.launch(story)
    file = state_folder(story) / "daemon.json"
    file.write_text(file.read_text().replace(old.version, "0.0.1"), encoding="utf-8")

    lifecycle.connect(story).close()

    new = lifecycle.find(story)
    assert new is not None
    assert (new.version, new.pid != old.pid) == (old.version, True)


def test_a_killed_one_deceives_nobody_and_leaves_no_child(story: Path) -> None:
    first = lifecycle.launch(story)
    family = psutil.Process(first.pid).children(recursive=True)
    os.kill(first.pid, signal.SIGKILL)
    until(lambda: not any(child.is_running() for child in family))

    with pytest.raises(NotRunning):
        lifecycle.connect(story, start=False)
    lifecycle.connect(story).close()
    assert lifecycle.find(story) != first


def test_it_ends_when_nobody_has_been_there_for_a_while(story: Path) -> None:
    daemon = subprocess.Popen(
        [sys.executable, "-P", "-m", "fabula_daemon", "daemon", "run", "--story", str(story), "--idle", "0.5"]
    )
    assert daemon.wait(PATIENCE_S) == 0
    assert lifecycle.find(story) is None


def test_an_editor_keeps_it_alive(story: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "fabula_daemon", "daemon", "run", "--story", str(story), "--idle", "0.5"]
    ) as daemon:
        until(lambda: lifecycle.find(story))
        editor = lifecycle.connect(story, start=False)
        until(lambda: control.call(story, "GET", "/api/status")["up_s"] > 1.5)
        assert daemon.poll() is None
        editor.close()
        assert daemon.wait(PATIENCE_S) == 0


def test_where_there_are_no_unix_sockets_a_port_and_the_token_serve(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FABULA_TRANSPORT", "loopback")
    present = lifecycle.launch(story)

    assert present.socket is None
    assert present.port is not None
    params = {"processId": None, "rootUri": None, "capabilities": {}}
    initialize = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}).encode()
    with lifecycle.connect(story) as known:
        known.sendall(b"Content-Length: %d\r\n\r\n%s" % (len(initialize), initialize))
        known.settimeout(PATIENCE_S)
        assert known.recv(64).startswith(b"Content-Length")
    with socket.create_connection(("127.0.0.1", present.port)) as stranger:
        stranger.settimeout(PATIENCE_S)
        stranger.sendall(b"not the token\n")
        assert stranger.recv(1) == b""


def test_two_stories_have_two_daemons_with_ports_of_their_own(
    story: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other").resolve()
    (other / "fabula.toml").write_text("", encoding="utf-8")
    try:
        one, two = lifecycle.launch(story), lifecycle.launch(other)
        assert one.http_port != two.http_port
        assert control.call(other, "GET", "/api/status")["story"] == str(other)
    finally:
        lifecycle.stop(other)


def test_its_log_is_one_json_object_a_line(story: Path) -> None:
    lifecycle.launch(story)
    lifecycle.stop(story)
    lines = (state_folder(story) / "daemon.log").read_text(encoding="utf-8").splitlines()

    assert json.loads(lines[0])["says"] == "started"
    assert all(json.loads(line)["level"] == "info" for line in lines)


def test_what_it_writes_is_ignored_by_git_and_the_story_is_left_alone(story: Path) -> None:
    before = {file: file.read_bytes() for file in story.rglob("*") if file.is_file()}
    lifecycle.launch(story)
    lifecycle.stop(story)
    after = {
        file: file.read_bytes()
        for file in story.rglob("*")
        if file.is_file() and state_folder(story) not in file.parents
    }

    assert after == before
    assert (state_folder(story) / ".gitignore").read_text() == "*\n"
    assert (state_folder(story) / "token").stat().st_mode & 0o077 == 0
