"""What may not be copied is the story as the author sees it: buffers before files, and files as they are."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from fabula_daemon.completion.gate.copying import Copying
from fabula_daemon.completion.gate.runs import TOUCHED_APART
from fabula_daemon.config import Settings

SAID = "She had counted the litres twice and found nothing wrong."
SHEET = "---\nname: Kemi\n---\nKemi never once asked anybody what the water was for."
NEW = "The second tap ran brown until the bell at noon."


class Buffers:
    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def open_paths(self) -> tuple[str, ...]:
        return tuple(self.texts)

    def text(self, path: str) -> str | None:
        return self.texts.get(path)


@pytest.fixture
def desk() -> Buffers:
    return Buffers()


@pytest.fixture
async def copying(tmp_path: Path, desk: Buffers) -> AsyncIterator[Copying]:
    for path, text in {
        "manuscript/01.md": SAID,
        "world/Kemi.md": SHEET,
        "drafts/old.md": NEW,
        "manuscript/02.md": "\0",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    copying = Copying(tmp_path, desk, Settings)
    copying.start()
    await copying.settled()
    yield copying
    await copying.stop()


async def test_chapters_and_sheets_may_not_be_copied_drafts_may(copying: Copying) -> None:
    assert copying.run_in(SAID) == SAID[:-1]
    assert copying.run_in("never once asked anybody what the water was for") is not None
    assert copying.run_in(NEW) is None


async def test_what_is_typed_counts_before_it_is_saved(copying: Copying, desk: Buffers) -> None:
    desk.texts["manuscript/01.md"] = NEW
    copying.refresh()
    await copying.settled()
    assert copying.run_in(NEW) is not None
    assert copying.run_in(SAID) is None


async def test_a_buffer_counts_instead_of_the_disk_until_it_is_closed(
    copying: Copying, desk: Buffers, tmp_path: Path
) -> None:
    desk.texts["manuscript/01.md"] = NEW
    copying.refresh()
    for paths in (["manuscript/01.md"], None):
        copying.touch(paths)
        await copying.settled()
        assert copying.run_in(SAID) is None
    desk.texts.clear()
    copying.refresh()
    await copying.settled()
    assert copying.run_in(SAID) is not None
    assert copying.run_in(NEW) is None


async def test_files_that_come_change_and_go_on_the_disk_are_followed(
    copying: Copying, tmp_path: Path
) -> None:
    chapters = [f"manuscript/1{number:02}.md" for number in range(TOUCHED_APART + 1)]
    for chapter in chapters:
        (tmp_path / chapter).write_text(NEW)
    copying.touch(chapters)
    await copying.settled()
    assert copying.run_in(NEW) is not None
    for chapter in chapters:
        (tmp_path / chapter).unlink()
    copying.touch(chapters[:1])
    await copying.settled()
    assert copying.run_in(NEW) is not None
    copying.touch(None)
    await copying.settled()
    assert copying.run_in(NEW) is None
