"""A story's daemon with the real vLLM: who answers while it loads, runs, dies and is found again."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from fabula_daemon import control, lifecycle
from fabula_daemon.serving.sharing import FOLDER_VARIABLE
from tests.support.serving import free_port

PATIENCE_S = 180.0
CHAPTER = "manuscript/01.md"
TEXT = "# One\n\nSarah waited by the lock until the lamps came on. She went down to the water and"


def until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


class Story:
    """A story whose settings want vLLM, with the small model that comes with Fabula."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def start(self) -> int:
        return lifecycle.launch(self.root).pid

    @property
    def status(self) -> dict[str, Any]:
        return control.call(self.root, "GET", "/api/status")

    def answering(self) -> str:
        return str(self.status["engine"]["name"])

    def complete(self) -> dict[str, Any]:
        """Ask for a suggestion at the end of the chapter; return why it was shown, or not."""
        query = {"path": CHAPTER, "offset": len(TEXT)}
        answer = control.call(self.root, "GET", "/api/complete", query)
        return dict(answer["why"])

    def write(self, sentence: str) -> None:
        """Put another sentence before the cursor, so that nothing is remembered."""
        text = TEXT.replace("Sarah waited", f"{sentence} Sarah waited")
        (self.root / CHAPTER).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    root = tmp_path_factory.mktemp("story").resolve()
    (root / "manuscript").mkdir()
    (root / "world" / "characters").mkdir(parents=True)
    sheet = "---\nname: Sarah Chen\nkind: character\n---\n"
    (root / "world" / "characters" / "sarah.md").write_text(sheet, encoding="utf-8")
    (root / CHAPTER).write_text(TEXT, encoding="utf-8")
    settings = f'[model]\nengine = "vllm"\nport = {free_port()}\n'
    (root / "fabula.toml").write_text(settings, encoding="utf-8")
    before = os.environ.get(FOLDER_VARIABLE)
    os.environ[FOLDER_VARIABLE] = str(tmp_path_factory.mktemp("serving"))
    yield Story(root)
    lifecycle.stop(root)
    os.environ.pop(FOLDER_VARIABLE)
    if before is not None:
        os.environ[FOLDER_VARIABLE] = before


def servers() -> list[psutil.Process]:
    """Return the processes of vLLM that belong to this story's server."""
    folder = os.environ[FOLDER_VARIABLE]
    found = []
    for process in psutil.process_iter():
        try:
            line = " ".join(process.cmdline())
            ours = process.environ().get(FOLDER_VARIABLE) == folder
        except psutil.Error:
            continue
        if ours and ("vllm" in line or "VLLM" in line):
            found.append(process)
    return found


def test_while_vllm_loads_the_embedded_model_answers_and_status_says_so(story: Story) -> None:
    story.start()
    until(lambda: story.status["engine"]["engines"][0]["name"] == "vllm", "vLLM is wanted")
    until(lambda: story.status["engine"]["ready"], "somebody is ready")
    why = story.complete()
    assert why["engine"] == "transformers"
    assert story.status["server"]["state"] == "loading"


def test_when_it_is_ready_it_answers(story: Story) -> None:
    until(lambda: story.answering() == "vllm", "vLLM is ready")
    story.write("It was late.")
    until(lambda: story.complete()["engine"] == "vllm", "vLLM answers")
    assert story.status["engine"]["problem"] is None


def test_when_it_is_killed_nothing_is_an_error_and_it_comes_back(story: Story) -> None:
    for process in servers():
        process.send_signal(signal.SIGKILL)
    story.write("It rained.")
    assert story.complete()["reason"] != "the model failed"
    until(lambda: story.status["server"]["state"] != "ready", "its death is seen")
    assert story.answering() == "transformers"
    until(lambda: story.answering() == "vllm", "it is started again")


def test_a_daemon_that_was_killed_is_succeeded_and_its_server_kept(story: Story) -> None:
    present = lifecycle.find(story.root)
    assert present is not None
    before = {process.pid for process in servers()}
    os.kill(present.pid, signal.SIGKILL)
    until(lambda: lifecycle.find(story.root) is None, "the daemon is gone")
    story.start()
    until(lambda: story.answering() == "vllm", "the server is found again")
    assert {process.pid for process in servers()} >= before


def test_the_last_daemon_takes_the_server_with_it(story: Story) -> None:
    lifecycle.stop(story.root)
    until(lambda: not servers(), "nothing of vLLM is left")
