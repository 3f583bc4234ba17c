"""`fabula doctor`: what is missing, and the command that adds it."""

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from fabula_daemon import doctor
from fabula_daemon.beginning import begin


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
