"""What the index costs, over a million words: cold, after an edit, embedding, and searching.

`facts_index_1m_words_s`: from starting the indexer's process to its being idle, without embeddings.
`reindex_paragraph_ms_p95`: from a chapter's saving to its new paragraph being committed, so searchable.
`embed_speedup`: chunks a second of the embedder's way by plain float32 `encode`'s, alternating, on the same
chunks.
`search_ms_p95_10k`, `search_ms_p95_100k`: hybrid search, k = 10, with the query's vector given. The
passages are the story's own, repeated; their vectors are random: a product costs the same whatever it finds.
"""

import asyncio
import random
import re
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import numpy as np

from fabula_daemon.index import embedding, encoder, vectors
from fabula_daemon.index.chunks import embedded_text
from fabula_daemon.index.search import Search
from fabula_daemon.index.store import FILE_NAME, Store
from fabula_daemon.processes import Message, Worker
from tests.benchmarks import big_story

EDITS = 60
EMBEDDED = 96  # chunks in a round of the embedding figure
ROUNDS = 4
QUERIES = 200
DIMENSIONS = 384


def figures() -> dict[str, float]:
    """Measure all of them."""
    with tempfile.TemporaryDirectory() as folder:
        root = big_story.build(Path(folder) / "story")
        cold, edits = asyncio.run(_index(root, root / ".fabula"))
        store = Store(root / ".fabula" / FILE_NAME)
        passages = store.query("SELECT header, text FROM chunks ORDER BY id")
        store.close()
        texts = [embedded_text(*row) for row in passages[:: len(passages) // EMBEDDED]]
        return {
            "facts_index_1m_words_s": cold,
            "reindex_paragraph_ms_p95": _p95(edits),
            "embed_speedup": _embed_speedup(texts),
            "search_ms_p95_10k": _p95(_searches(Path(folder) / "10k", passages, 10_000)),
            "search_ms_p95_100k": _p95(_searches(Path(folder) / "100k", passages, 100_000)),
        }


async def _index(root: Path, state: Path) -> tuple[float, list[float]]:
    """Return the seconds of a cold start, and the milliseconds of each of some saved edits."""
    began = time.perf_counter()
    worker = await Worker.start("indexer", ["fabula_daemon.index.indexer", str(root), str(state)])
    messages = aiter(worker)
    await _until(messages, lambda message: "idle" in message)
    cold = time.perf_counter() - began
    chapters = sorted((root / "manuscript").iterdir())
    rng, edits = random.Random(1), []
    for number in range(EDITS):
        file = rng.choice(chapters)
        paragraphs = file.read_text(encoding="utf-8").split("\n\n")
        at = rng.randrange(1, len(paragraphs))
        paragraphs[at] = f"{paragraphs[at]} And then the xylograph{number} was found."
        path = file.relative_to(root).as_posix()
        began = time.perf_counter()
        file.write_text("\n\n".join(paragraphs), encoding="utf-8")
        await worker.send({"touch": [path]})
        await _until(messages, lambda message, path=path: message.get("path") == path)
        edits.append(1000 * (time.perf_counter() - began))
        await _until(messages, lambda message: "idle" in message)
    await worker.stop()
    search = Search(state / FILE_NAME)
    assert all(search(f"xylograph{number}") for number in range(EDITS))
    search.close()
    return cold, edits


async def _until(messages: AsyncIterator[Message], is_it: Callable[[Message], bool]) -> None:
    async for message in messages:
        if is_it(message):
            return


def _embed_speedup(texts: list[str]) -> float:
    import torch
    from sentence_transformers import SentenceTransformer

    threads = torch.get_num_threads()
    model = SentenceTransformer(str(embedding.locate("", Path()).path), device="cpu", local_files_only=True)
    chosen = encoder.fastest(model)
    spent = {"plain": 0.0, "ours": 0.0}
    for _ in range(ROUNDS):
        torch.set_num_threads(threads)
        exact, seconds = _timed(lambda: model.encode(texts, show_progress_bar=False))
        spent["plain"] += seconds
        ours, seconds = _timed(lambda: chosen.encode(texts))
        spent["ours"] += seconds
        assert float((exact * ours).sum(axis=1).min()) >= 0.995
    return spent["plain"] / spent["ours"]


def _timed(work: Callable[[], np.ndarray]) -> tuple[np.ndarray, float]:
    began = time.perf_counter()
    made = work()
    return made, time.perf_counter() - began


def _searches(state: Path, passages: list[tuple[str, str]], number: int) -> list[float]:
    """Return the milliseconds of each of some searches among `number` passages."""
    rng, random_vectors = random.Random(2), np.random.default_rng(2)
    store = Store.writable(state)
    model = vectors.model(store, "random", "0")
    with store.transaction():
        sql = "INSERT INTO documents VALUES (?, ?, 'chapter', ?, '', 0, 0, '', '', '', NULL)"
        store.write(sql, ((n, f"{n:04}.md", n) for n in range(1, 331)))
        sql = (
            "INSERT INTO chunks (document, hash, scene, begins, ends, header, text)"
            " VALUES (?, ?, 1, ?, ?, ?, ?)"
        )
        rows = (passages[n % len(passages)] for n in range(number))
        store.write(sql, ((1 + n * 330 // number, str(n), n, n + 1, *row) for n, row in enumerate(rows)))
    units = random_vectors.standard_normal((number, DIMENSIONS), dtype=np.float32)
    units /= np.linalg.norm(units, axis=1, keepdims=True)
    vectors.put(store, model, ((str(n), unit.tobytes()) for n, unit in enumerate(units)))
    store.close()
    search = Search(state / FILE_NAME)
    search.use(model)
    assert search.counts() == (number, number)
    spent = []
    for query in _queries(passages, rng):
        vector = units[rng.randrange(number)]
        hits, seconds = _timed(lambda query=query, vector=vector: search(query, 10, vector=vector))
        assert len(hits) == 10
        spent.append(1000 * seconds)
    search.close()
    return spent


def _queries(passages: list[tuple[str, str]], rng: random.Random) -> Iterator[str]:
    """Yield what somebody might ask: some words in a row, or some that stand near each other."""
    for _ in range(QUERIES):
        words = re.findall(r"\w+", rng.choice(passages)[1])
        count = min(len(words), rng.randint(3, 8))
        start = rng.randrange(len(words) - count + 1)
        in_a_row = words[start : start + count]
        yield " ".join(in_a_row if rng.random() < 0.5 else rng.sample(words, count))


def _p95(values: list[float]) -> float:
    return float(np.percentile(values, 95))
