"""Small stories on disk, and an indexer that is driven by hand."""

import os
from pathlib import Path

import pytest

from fabula_daemon.index import tokens
from fabula_daemon.index.indexer import Indexer
from fabula_daemon.index.store import Store


class Story:
    """A story in a folder. Every write gets a later time, as if minutes lay between."""

    def __init__(self, root: Path) -> None:
        self.root, self.state, self._clock = root, root / ".fabula", 1_000_000_000
        self.write("fabula.toml", '[story]\ntitle = "Dust"\n')

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        self._clock += 60
        os.utime(file, (self._clock, self._clock))

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def move(self, path: str, to: str) -> None:
        (self.root / to).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / to)

    def delete(self, path: str) -> None:
        (self.root / path).unlink()


@pytest.fixture
def story(tmp_path):
    story = Story(tmp_path / "story")
    story.write(
        "manuscript/01.md", "# Dust\n\nSarah Chen closed the valve.\n\n* * *\n\nThe pumps went quiet.\n"
    )
    story.write(
        "manuscript/02.md", "# Ice\n\n“Where is Marcus?” asked Sarah.\n\nNobody had seen the engineer.\n"
    )
    story.write(
        "world/sarah-chen.md",
        "---\nname: Sarah Chen\nkind: character\neyes: green\n---\nBorn under the dome.\n",
    )
    story.write("drafts/old.md", "Elena Martinez opened the airlock.\n")
    return story


@pytest.fixture
def store(story):
    store = Store.writable(story.state)
    yield store
    store.close()


@pytest.fixture
def catch_up(story, store):
    """Index as a process started afresh would, until nothing is left; return the paths that were written."""

    def catch_up(*touched, measure=tokens.ESTIMATE):
        indexer = Indexer(story.root, store, measure)
        indexer.look(touched)
        told = []
        while not indexer.done:
            told += indexer.step()
        return [message["path"] for message in told if "path" in message]

    return catch_up
