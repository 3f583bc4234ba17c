"""`fabula init`: a story out of a folder of chapters, and nothing overwritten."""

from pathlib import Path

import pytest

from fabula_daemon.beginning import begin
from fabula_daemon.config import load
from fabula_daemon.errors import StoryError
from fabula_daemon.reading import read_story, read_world


def write(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# One\n\nSarah waited.\n", encoding="utf-8")


def test_chapters_in_a_folder_with_a_usual_name_are_found(tmp_path: Path) -> None:
    write(tmp_path, "Chapters/01.md", "Chapters/02.md", "notes/a.md", "notes/b.md", "notes/c.md")

    beginning = begin(tmp_path)

    assert (beginning.manuscript, beginning.chapters) == ("Chapters", 2)
    assert [entry.path for entry in read_world(tmp_path).chapters] == ["Chapters/01.md", "Chapters/02.md"]


def test_chapters_that_lie_in_the_folder_itself_are_found(tmp_path: Path) -> None:
    write(tmp_path, "one.txt", "two.txt", "README.md")

    beginning = begin(tmp_path)

    assert (beginning.manuscript, beginning.chapters) == (".", 2)
    reading = read_story(tmp_path)
    assert list(reading.chapters) == ["one.txt", "two.txt"]


def test_an_empty_folder_becomes_a_story_that_can_be_begun(tmp_path: Path) -> None:
    beginning = begin(tmp_path)

    assert beginning.chapters == 0
    assert (tmp_path / "manuscript").is_dir()
    assert read_story(tmp_path).chapters == {}


def test_what_is_written_is_read_without_a_complaint(tmp_path: Path) -> None:
    write(tmp_path, "manuscript/01.md")
    begin(tmp_path)

    settings, findings = load(tmp_path)

    assert findings == []
    assert settings.story.title == tmp_path.name
    assert read_world(tmp_path).findings == ()


def test_the_example_sheet_is_nobody_until_the_author_says_so(tmp_path: Path) -> None:
    write(tmp_path, "manuscript/01.md")
    begin(tmp_path)
    sheet = tmp_path / "world" / "characters" / "example.md"

    assert read_world(tmp_path).canon.entities == ()
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("proposed: true\n", ""), encoding="utf-8")
    assert [entity.name for entity in read_world(tmp_path).canon.entities] == ["Ada Example"]


def test_a_world_that_is_there_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "manuscript/01.md", "world/anna.md")

    assert begin(tmp_path).written == ("fabula.toml",)
    assert [file.name for file in (tmp_path / "world").iterdir()] == ["anna.md"]


def test_a_story_is_not_begun_twice(tmp_path: Path) -> None:
    begin(tmp_path)
    before = (tmp_path / "fabula.toml").read_bytes()

    with pytest.raises(StoryError, match="is a story already"):
        begin(tmp_path)
    assert (tmp_path / "fabula.toml").read_bytes() == before


def test_a_folder_that_is_none_is_an_error_that_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="Give the folder that holds your chapters"):
        begin(tmp_path / "nowhere")
