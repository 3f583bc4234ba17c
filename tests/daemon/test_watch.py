"""The real watchdog on a real folder. A test waits for what must come; that something does not come is shown
by a later event that comes alone.
"""

import asyncio
import shutil
from contextlib import asynccontextmanager

import pytest

from fabula_daemon.config import Settings, parse
from fabula_daemon.watch import Watcher
from tests.support.stories import story, write

LIMIT_S = 10


class Told:
    """What the watcher has told, and a way to wait for more."""

    def __init__(self):
        self.calls = []
        self._news = asyncio.Event()

    def __call__(self, paths):
        self.calls.append(paths)
        self._news.set()

    @property
    def paths(self):
        return set().union(*(call for call in self.calls if call is not None))

    async def until(self, condition):
        async with asyncio.timeout(LIMIT_S):
            while not condition():
                self._news.clear()
                await self._news.wait()

    async def of(self, path):
        await self.until(lambda: path in self.paths)

    async def of_everything(self):
        await self.until(lambda: None in self.calls)

    async def settle(self, root):
        """Wait until all that has happened up to now has been told, and forget it."""
        write(root / "fabula.toml", "")
        await self.of("fabula.toml")
        self.calls.clear()


@asynccontextmanager
async def watching(root, settings=None):
    told = Told()
    watcher = Watcher(root, settings or Settings(), told)
    watcher.start()
    try:
        yield told
    finally:
        await watcher.stop()


@pytest.fixture
def root(tmp_path):
    return story(tmp_path, {"1.md": "One."}, {"characters/sarah.md": "Sarah."})


@pytest.mark.parametrize(
    "path", ["manuscript/1.md", "world/characters/sarah.md", "fabula.toml", "waivers.toml"]
)
async def test_a_file_that_is_written_is_told_of(root, path):
    async with watching(root) as told:
        write(root / path, "Two.")
        await told.of(path)


async def test_a_burst_is_told_of_at_once(root):
    async with watching(root) as told:
        for number in range(50):
            write(root / "manuscript" / f"{number}.md", "x")
        await told.until(lambda: len(told.paths) == 50)
        assert len(told.calls) < 10


async def test_writing_without_end_does_not_put_off_the_telling_for_ever(root):
    async with watching(root) as told:
        async with asyncio.timeout(LIMIT_S):
            while not told.calls:
                write(root / "manuscript" / "1.md", "x")
                await asyncio.sleep(0.01)


async def test_saving_by_renaming_is_a_change_of_the_file(root):
    async with watching(root) as told:
        write(root / "manuscript" / ".1.md.tmp", "Two.")
        (root / "manuscript" / ".1.md.tmp").replace(root / "manuscript" / "1.md")
        await told.of("manuscript/1.md")
        assert told.paths == {"manuscript/1.md"}


async def test_saving_by_a_backup_is_a_change_of_the_file(root):
    async with watching(root) as told:
        (root / "manuscript" / "1.md").rename(root / "manuscript" / "1.md~")
        write(root / "manuscript" / "1.md", "Two.")
        await told.of("manuscript/1.md")
        assert told.paths == {"manuscript/1.md"}


@pytest.mark.parametrize("name", [".1.md.swp", "1.md~", "#1.md#", ".#1.md", "4913", "1.md.tmp", "map.png"])
async def test_what_editors_leave_is_not_told_of(root, name):
    async with watching(root) as told:
        write(root / "manuscript" / name, "x")
        write(root / "manuscript" / "2.md", "x")
        await told.of("manuscript/2.md")
        assert told.calls == [frozenset({"manuscript/2.md"})]


async def test_folders_that_are_no_part_of_the_story_are_not_watched(root):
    for folder in (".fabula", ".git", "elsewhere"):
        write(root / folder / "x.md", "")
    async with watching(root) as told:
        for folder in (".fabula", ".git", "elsewhere"):
            write(root / folder / "x.md", "x")
        write(root / "manuscript" / "1.md", "x")
        await told.of("manuscript/1.md")
        assert told.calls == [frozenset({"manuscript/1.md"})]


async def test_a_move_is_told_of_at_both_ends(root):
    async with watching(root) as told:
        (root / "manuscript" / "1.md").rename(root / "manuscript" / "2.md")
        await told.until(lambda: told.paths >= {"manuscript/1.md", "manuscript/2.md"})


async def test_a_deletion_is_told_of(root):
    async with watching(root) as told:
        (root / "manuscript" / "1.md").unlink()
        await told.of("manuscript/1.md")


async def test_a_new_folder_means_everything_and_is_watched_from_then_on(root):
    async with watching(root) as told:
        write(root / "manuscript" / "part two" / "1.md", "x")
        await told.of_everything()
        await told.settle(root)
        write(root / "manuscript" / "part two" / "1.md", "y")
        await told.of("manuscript/part two/1.md")


async def test_a_folder_moved_in_means_everything(root, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "part"
    write(outside / "9.md", "x")
    async with watching(root) as told:
        outside.rename(root / "manuscript" / "part")
        await told.of_everything()


async def test_a_manuscript_that_comes_later_is_watched(tmp_path):
    write(tmp_path / "fabula.toml", "")
    async with watching(tmp_path) as told:
        write(tmp_path / "manuscript" / "1.md", "x")
        await told.of_everything()
        await told.settle(tmp_path)
        write(tmp_path / "manuscript" / "1.md", "y")
        await told.of("manuscript/1.md")


async def test_a_manuscript_that_is_put_back_is_watched_again(root):
    async with watching(root) as told:
        (root / "manuscript").rename(root / ".away")
        await told.of_everything()
        await told.settle(root)
        (root / ".away").rename(root / "manuscript")
        await told.of_everything()
        await told.settle(root)
        write(root / "manuscript" / "1.md", "y")
        await told.of("manuscript/1.md")


async def test_a_manuscript_that_is_written_anew_is_watched_again(root):
    async with watching(root) as told:
        shutil.rmtree(root / "manuscript")
        await told.of_everything()
        await told.settle(root)
        write(root / "manuscript" / "1.md", "x")
        await told.of_everything()
        await told.settle(root)
        write(root / "manuscript" / "1.md", "y")
        await told.of("manuscript/1.md")


async def test_a_world_that_is_the_whole_folder_is_watched(tmp_path):
    root = story(tmp_path, {"1.md": "x"})
    write(root / "characters" / "sarah.md", "x")
    async with watching(root, parse('[story]\nworld = "."\n')[0]) as told:
        write(root / "characters" / "sarah.md", "y")
        write(root / "jonah.md", "y")
        await told.until(lambda: told.paths >= {"characters/sarah.md", "jonah.md"})


async def test_after_it_has_stopped_nothing_is_told(root):
    async with watching(root) as told:
        write(root / "manuscript" / "1.md", "x")
    calls = list(told.calls)
    write(root / "manuscript" / "1.md", "y")
    await asyncio.sleep(0)
    assert told.calls == calls


async def test_when_the_story_s_folders_become_others_those_are_watched(root):
    write(root / "chapters" / "1.md", "One.")
    told = Told()
    watcher = Watcher(root, Settings(), told)
    watcher.start()
    try:
        settings, _ = parse('[story]\nmanuscript = "chapters"\n')
        watcher.follow(settings)
        write(root / "chapters" / "1.md", "Two.")
        await told.of("chapters/1.md")
    finally:
        await watcher.stop()
