"""`fabula doctor`: what is missing, and the command that adds it."""

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from fabula_daemon import doctor
from fabula_daemon.beginning import begin
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.serving import gpu


def test_with_everything_installed_all_is_well(tmp_path: Path) -> None:
    answers = list(doctor.examine(tmp_path))

    assert [answer.about for answer in answers if not answer.well] == []
    assert "embedding model" in [answer.about for answer in answers]


def test_without_the_extra_it_names_the_command_that_adds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(doctor, "version", missing)
    unwell = {answer.about: answer for answer in doctor.examine(tmp_path) if not answer.well}

    assert {"torch", "transformers", "sentence-transformers", "embedding model", "language model"} <= set(
        unwell
    )
    assert unwell["torch"].advice.startswith(sys.executable)
    assert "sentence-transformers" in unwell["torch"].advice
    assert "search works by words alone" in unwell["embedding model"].seen


def test_a_story_s_faults_are_counted(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / "manuscript" / "01.md").write_text("Once.\n", encoding="utf-8")
    assert all(answer.well for answer in doctor.examine(tmp_path))

    (tmp_path / "world" / "characters" / "broken.md").write_text("---\nname: [Anna\n---\n", encoding="utf-8")
    story = next(answer for answer in doctor.examine(tmp_path) if answer.about == "story")
    assert not story.well
    assert "`fabula check`" in story.advice


def about(name: str, folder: Path) -> doctor.Answer:
    return next(answer for answer in doctor.examine(folder) if answer.about == name)


def test_without_a_card_nothing_is_missing_for_want_of_vllm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FABULA_VLLM_HOME", str(tmp_path))
    monkeypatch.setattr(gpu, "gpus", lambda: ())
    assert about("card", tmp_path).well
    assert about("vLLM", tmp_path) == doctor.Answer(
        True, "vLLM", "not set up; it serves larger models, such as your own"
    )


def test_with_a_card_vllm_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FABULA_VLLM_HOME", str(tmp_path))
    monkeypatch.setattr(gpu, "gpus", lambda: (gpu.Gpu(0, "GPU-1", "RTX 4090", 24564, 23010),))
    assert about("card", tmp_path).seen == "RTX 4090, 22 of 24 GB free"
    assert "`fabula serve setup`" in about("vLLM", tmp_path).advice


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (f"path = '{STARTER}'", "starter 25a5af07"),
        ("path = 'nowhere'", "There is no directory"),
        ("adapter = 'nowhere'", "holds no LoRA adapter"),
        ("engine = 'openai'", "no address: your prose goes there"),
        (
            "engine = 'openai'\nurl = 'http://127.0.0.1:1/v1'",
            "the only one at http://127.0.0.1:1/v1: your prose",
        ),
        (
            "engine = 'openai'\nurl = 'http://127.0.0.1:1/v1'\nkey_env = 'NO_SUCH_KEY'",
            "your prose goes there",
        ),
    ],
)
def test_the_model_of_a_story_s_settings_is_looked_at(tmp_path: Path, settings: str, told: str) -> None:
    begin(tmp_path)
    (tmp_path / "fabula.toml").write_text(f"[model]\n{settings}\n", encoding="utf-8")

    answer = about("the story's model", tmp_path)

    assert told in answer.seen
    assert answer.well == (not answer.advice)
