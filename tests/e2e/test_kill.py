"""kill -9 at any moment leaves an index that opens, catches up, and ends as one that was never killed."""

import asyncio
import contextlib
import os
import random
import time
from pathlib import Path

import pytest

from fabula_daemon.index.store import FILE_NAME, Store
from fabula_daemon.processes import Worker

ROOT = Path(__file__).parents[2]
KILLS = 22
CHAPTERS = 40
PEOPLE = ["Sarah Chen", "Marcus Webb", "Elena Ruiz", "Amina Diallo", "Old Tom", "Captain Reyes"]
WORDS = (
    "dust pump valve dome water winter ridge storm lantern ice engineer child letter silence door red".split()
)

CONTENTS = {
    "documents": "SELECT path, kind, number, title, size, mtime_ns, hash, cut, canon, problem FROM documents",
    "scenes": "SELECT path, s.number, begins, ends FROM scenes s JOIN documents d ON d.id = document",
    "chunks": "SELECT path, scene, begins, ends, c.hash, header, text FROM chunks c"
    " JOIN documents d ON d.id = document",
    "evidence": "SELECT path, names FROM evidence JOIN documents d ON d.id = document",
    "words": "SELECT word, count FROM word_totals",
    "names": "SELECT name, cues FROM name_totals",
    "vectors": "SELECT DISTINCT c.hash FROM chunks c JOIN embeddings e ON e.hash = c.hash",
    "found": "SELECT path, begins FROM words JOIN chunks c ON c.id = words.rowid"
    " JOIN documents d ON d.id = document WHERE words MATCH 'lantern AND storm'",
}


class Author:
    """Writes, edits, moves and deletes, the same for the same seed."""

    def __init__(self, root, seed):
        self.root, self.rng = root, random.Random(seed)
        (root / "manuscript").mkdir(parents=True)
        (root / "world").mkdir()
        (root / "fabula.toml").write_text("[story]\n")
        for number in range(CHAPTERS):
            self.write(root / "manuscript" / f"{number:02}.md", self.chapter())
        for name in PEOPLE[:2]:
            self.write(root / "world" / f"{name}.md", f"---\nname: {name}\nkind: character\n---\nSomebody.\n")

    def paragraph(self):
        words = " ".join(self.rng.choices(WORDS, k=self.rng.randint(5, 60)))
        return f"“{words.capitalize()},” said {self.rng.choice(PEOPLE)}. {words.capitalize()}."

    def chapter(self):
        breaks = [
            "* * *" if self.rng.random() < 0.05 else self.paragraph()
            for _ in range(self.rng.randint(40, 120))
        ]
        return "\n\n".join([f"# {self.rng.choice(WORDS).title()}", *breaks]) + "\n"

    def write(self, file, text):
        file.write_text(text, encoding="utf-8")
        moment = self.rng.randrange(1 << 60)
        os.utime(file, ns=(moment, moment))

    def work(self):
        for _ in range(20):
            files = sorted((self.root / "manuscript").iterdir())
            file, deed = self.rng.choice(files), self.rng.random()
            if deed < 0.6:
                paragraphs = file.read_text(encoding="utf-8").split("\n\n")
                paragraphs[self.rng.randrange(len(paragraphs))] = self.paragraph()
                self.write(file, "\n\n".join(paragraphs))
            elif deed < 0.7:
                file.rename(file.with_name(f"{self.rng.randrange(1000):03}-moved.md"))
            elif deed < 0.8 and len(files) > CHAPTERS // 2:
                file.unlink()
            elif deed < 0.95:
                self.write(file.with_name(f"{self.rng.randrange(1000):03}.md"), self.chapter())
            else:
                name = self.rng.choice(PEOPLE)
                self.write(
                    self.root / "world" / f"{name}.md",
                    f"---\nname: {name}\nkind: character\n---\nSomebody.\n",
                )


class Processes:
    """The indexer and the embedder of a story, as the daemon runs them."""

    def __init__(self, root, state):
        self.arguments = [str(root), str(state)]
        self.workers = []

    async def run(self):
        """Index and embed until nothing is left to do."""
        indexer = await self.start("indexer", "fabula_daemon.index.indexer")
        async for message in indexer:
            if "ready" in message:
                embedder = await self.start("embedder", "tests.support.digest_embedder")
            elif "total" in message:
                await embedder.send({"look": True})
            if "idle" in message:
                break
        while not self.every_chunk_has_its_vector():
            await asyncio.sleep(0.02)

    async def start(self, name, module):
        worker = await Worker.start(name, [module, *self.arguments], env={"PYTHONPATH": f"{ROOT}"})
        self.workers.append(worker)
        return worker

    def every_chunk_has_its_vector(self):
        store = Store(Path(self.arguments[1]) / FILE_NAME, readonly=True)
        sql = "SELECT count(*) FROM chunks WHERE hash NOT IN (SELECT hash FROM embeddings)"
        with contextlib.closing(store):
            return store.value(sql) == 0

    async def end(self, *, kill):
        for worker in self.workers:
            if kill:
                worker.kill()
            await worker.stop()
        self.workers.clear()


def contents(state):
    store = Store(state / FILE_NAME)
    with contextlib.closing(store):
        assert store.value("PRAGMA integrity_check") == "ok"
        with store.transaction():
            store.write("INSERT INTO words (words) VALUES ('integrity-check')", [()])
        return {what: sorted(store.query(sql)) for what, sql in CONTENTS.items()}


async def finished(root, state, seconds=None):
    """Run both processes, kill them if they have not finished after `seconds`; return whether they had."""
    processes = Processes(root, state)
    try:
        async with asyncio.timeout(seconds):
            await processes.run()
    except TimeoutError:
        await processes.end(kill=True)
        return False
    await processes.end(kill=False)
    return True


@pytest.mark.parametrize("seed", [20261122])
async def test_an_index_killed_at_random_moments_ends_as_one_never_killed(tmp_path, seed):
    author, moments = Author(tmp_path / "story", seed), random.Random(seed)
    began = time.monotonic()
    await finished(author.root, tmp_path / "measured")
    longest = time.monotonic() - began

    kills = 0
    while kills < KILLS:
        author.work()
        kills += not await finished(author.root, tmp_path / "killed", moments.uniform(0, longest))

    assert await finished(author.root, tmp_path / "killed")
    assert await finished(author.root, tmp_path / "never killed")
    killed, never_killed = contents(tmp_path / "killed"), contents(tmp_path / "never killed")
    for what, rows in never_killed.items():
        assert len(rows) > 0, what
        assert killed[what] == rows, what
    assert not list((tmp_path / "killed").glob("*.corrupt-*"))
