"""The daemon's side of the index, over its real processes."""

import asyncio
import contextlib

import psutil
import pytest

from fabula_daemon.index.index import Index
from fabula_daemon.index.store import FILE_NAME
from fabula_daemon.story.people.names import Names

NO_MODEL = '[story]\n[model]\nembedding = "no/such/model"\n'


async def until(condition, seconds=60.0):
    """Poll, so that the tests wait for what happens and not for how long it takes."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


class Told:
    """What the index told: each document's evidence, and their sum."""

    def __init__(self):
        self.names, self.paths, self.known = Names(), [], 0

    def changed(self, change):
        self.paths.append(change.path)
        self.names.add(change.before, -1)
        self.names.add(change.after)

    def all(self, names):
        self.known += 1
        self.names = Names.from_json(names.to_json())


@contextlib.asynccontextmanager
async def running(story):
    told = Told()
    index = Index(story.root, story.state, told.changed, told.all)
    await index.start()
    try:
        await until(lambda: index.progress().phase == "idle")
        yield index, told
    finally:
        await index.stop()


def worker(name):
    """The process number of a running child of this process."""
    return next(
        child.pid for child in psutil.Process().children() if f"fabula_daemon.index.{name}" in child.cmdline()
    )


def paths(hits):
    return [hit.path for hit in hits]


@pytest.fixture
def wordy(story):
    """A story whose settings name no model: everything but meaning works."""
    story.write("fabula.toml", NO_MODEL)
    return story


async def test_words_are_found_and_the_missing_model_is_a_problem_with_advice(wordy):
    async with running(wordy) as (index, told):
        progress = index.progress()
        assert (progress.documents, progress.documents_total, progress.problem) == (3, 3, None)
        assert "'no/such/model'" in progress.embedding_problem
        assert paths(await index.search("engineer")) == ["manuscript/02.md"]
        assert told.names.cues["Sarah Chen"]
        assert index.names_of("manuscript/02.md").cues.keys() >= {"Marcus", "Sarah"}
        assert index.names_of("manuscript/99.md") == Names()


async def test_meaning_joins_words_once_the_real_model_has_read_everything(story):
    async with running(story) as (index, _):
        progress = index.progress()
        assert progress.vectors == progress.chunks == 4
        assert progress.embedding_model == "sentence-transformers/all-MiniLM-L6-v2"
        hits = await index.search("the machines fell silent")
        assert hits[0].text == "The pumps went quiet."
        assert "meaning" in hits[0].sources
        story.write("manuscript/02.md", "The kettle boiled over.\n")
        index.touch(["manuscript/02.md"])
        await until(lambda: index.progress().phase == "idle")
        await until(lambda: index.progress().vectors == index.progress().chunks)
        assert (await index.search("making tea"))[0].path == "manuscript/02.md"


async def test_what_is_written_counts_only_when_it_has_been_told(wordy):
    async with running(wordy) as (index, _):
        before_it_is_told = []
        index._changed = lambda change: before_it_is_told.append(index.names_of(change.path))
        wordy.write("manuscript/02.md", "Marcus said nothing.\n")
        index.touch(["manuscript/02.md"])
        await until(lambda: before_it_is_told and index.progress().phase == "idle")
        assert before_it_is_told == [Names()]
        assert index.names_of("manuscript/02.md").cues.keys() == {"Marcus"}


async def test_edits_moves_and_deletions_are_followed(wordy):
    async with running(wordy) as (index, told):
        wordy.write("manuscript/03.md", "A lighthouse stood on Olympus.\n")
        wordy.move("manuscript/02.md", "manuscript/04.md")
        wordy.delete("manuscript/01.md")
        index.touch(None)
        await until(lambda: "manuscript/01.md" in told.paths)
        await until(lambda: index.progress().phase == "idle")
        assert paths(await index.search("lighthouse")) == ["manuscript/03.md"]
        assert paths(await index.search("engineer")) == ["manuscript/04.md"]
        assert await index.search("pumps") == []
        expected = Names()
        for path in ("manuscript/03.md", "manuscript/04.md"):
            expected.add(index.names_of(path))
        assert told.names == expected


async def test_what_changed_while_nobody_watched_is_found_at_the_start(wordy):
    async with running(wordy):
        pass
    wordy.write("manuscript/02.md", "A comet.\n")
    async with running(wordy) as (index, told):
        assert told.paths == ["manuscript/02.md"]
        assert told.known == 1
        assert paths(await index.search("comet")) == ["manuscript/02.md"]


async def test_a_killed_indexer_is_started_again_and_catches_up(wordy):
    async with running(wordy) as (index, told):
        psutil.Process(worker("indexer")).kill()
        wordy.write("manuscript/02.md", "A comet.\n")
        await until(lambda: told.known == 2 and index.progress().phase == "idle")
        assert paths(await index.search("comet")) == ["manuscript/02.md"]


async def test_a_damaged_index_is_set_aside_and_rebuilt_while_the_daemon_runs(wordy):
    async with running(wordy) as (index, told):
        pass
    file = wordy.state / FILE_NAME
    damaged = bytearray(file.read_bytes())
    damaged[4096 * 3 :] = b"\xff" * (len(damaged) - 4096 * 3)
    file.write_bytes(damaged)
    async with running(wordy) as (index, told):
        await until(lambda: index.progress().documents == 3)
        assert paths(await index.search("engineer")) == ["manuscript/02.md"]
        assert told.names.cues["Sarah Chen"]
    assert (wordy.state / f"{FILE_NAME}.corrupt-1").exists()


async def test_a_full_disk_is_a_problem_until_there_is_room_again(wordy):
    async with running(wordy) as (index, _):
        indexer = psutil.Process(worker("indexer"))
        limits = indexer.rlimit(psutil.RLIMIT_FSIZE)
        indexer.rlimit(psutil.RLIMIT_FSIZE, (4096, limits[1]))
        wordy.write("manuscript/02.md", "A comet.\n" * 9000)
        index.touch(["manuscript/02.md"])
        await until(lambda: index.progress().problem)
        assert "index.db" in index.progress().problem
        assert paths(await index.search("engineer")) == ["manuscript/02.md"]
        indexer.rlimit(psutil.RLIMIT_FSIZE, limits)
        await until(lambda: index.progress().problem is None and index.progress().phase == "idle")
        assert paths(await index.search("comet"))[0] == "manuscript/02.md"


async def test_search_waits_for_the_index_but_not_for_ever(wordy, monkeypatch):
    monkeypatch.setattr("fabula_daemon.index.index.OPEN_S", 0.01)
    index = Index(wordy.root, wordy.state, lambda change: None, lambda names: None)
    assert await index.search("engineer") == []
    assert index.names_of("manuscript/01.md") == Names()
    await index.stop()
