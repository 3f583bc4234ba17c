"""The index as the daemon has it: two processes that fill index.db, and one thread that searches it.

Nothing here waits for a disk or a model on the event loop. The indexer goes first; once it has opened
index.db (and migrated it, or set it aside), the file is opened here and the embedder is started. If the indexer dies,
everything is closed and begins again; if the embedder dies, only it does.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal, TypeVar

import numpy as np
import numpy.typing as npt

from fabula_daemon.errors import IndexFault, WireError, WorkerDied
from fabula_daemon.index import documents
from fabula_daemon.index.search import Hit, Search
from fabula_daemon.index.store import FILE_NAME, Store
from fabula_daemon.processes import Message, Worker, keep_alive
from fabula_daemon.story.names import Names

QUERY_SECONDS = 1.0  # that a search waits for its query's embedding; then words must do
EMBEDDER_NICE = 10

Phase = Literal["starting", "reading", "embedding", "ready"]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Changed:
    """The evidence of the document at `path` was `old` and is `new`.

    Without a path it is the whole story's: `new` is what to add to all that was told before.
    """

    path: str | None
    old: Names
    new: Names


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the index has come, and what keeps it from coming further."""

    phase: Phase = "starting"
    documents: int = 0
    documents_total: int = 0
    chunks: int = 0
    vectors: int = 0
    embedding_model: str | None = None
    embedding_way: str | None = None
    problem: str | None = None


class Index:
    """The index of the story at `root`, kept in the folder `state`."""

    def __init__(self, root: Path, state: Path) -> None:
        self._root, self._state = root, state
        self._listeners: list[Callable[[Changed], None]] = []
        self._names = Names()
        self._version = 0
        self._idle = False
        self._documents = self._total = self._chunks = self._vectors = 0
        self._model: str | None = None
        self._way: str | None = None
        self._problems: dict[str, str | None] = {}
        self._indexer: Worker | None = None
        self._embedder: Worker | None = None
        self._search: Search | None = None
        self._store: Store | None = None
        self._queries: dict[int, asyncio.Future[list[float]]] = {}
        self._ids = count()
        self._thread = ThreadPoolExecutor(1, "search")
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to follow the story."""
        self._task = asyncio.create_task(self._keep("indexer", self._run_indexer), name="index")

    async def stop(self) -> None:
        """End both processes; what they have not written is found again at the next start."""
        if self._task:
            await _cancelled(self._task)
        self._thread.shutdown()

    def touch(self, paths: Iterable[str] | None) -> None:
        """These files have changed on the disk, or (None) any may have. Returns at once."""
        self._idle = False
        self._tell(self._indexer, {"touch": None if paths is None else list(paths)})

    def subscribe(self, listener: Callable[[Changed], None]) -> Callable[[], None]:
        """Call `listener` on the loop whenever evidence changes; return the undoing."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def names(self) -> Names:
        """Return the story's evidence, as far as it is indexed. It goes on changing; do not change it."""
        return self._names

    def names_of(self, path: str) -> Names | None:
        """Return the evidence of the document at `path` as it is stored, None if there is none."""
        with contextlib.suppress(IndexFault):
            return documents.names_of(self._store, path) if self._store else None
        return None

    def progress(self) -> Progress:
        """Return how far the index has come."""
        phase: Phase = "starting"
        if self._search is not None:
            behind = self._model is not None and self._vectors < self._chunks
            phase = "reading" if not self._idle else "embedding" if behind else "ready"
        problem = next((text for text in self._problems.values() if text), None)
        return Progress(
            phase, self._documents, self._total, self._chunks, self._vectors, self._model, self._way, problem
        )

    async def search(self, query: str, k: int = 10, *, before_chapter: int | None = None) -> list[Hit]:
        """Return the best `k` passages; by words alone as long as there are no vectors. Never fails."""
        vector = await self._embed(query)
        search = self._search
        if search is None:
            return []
        hits = await self._threaded(lambda: search(query, k, vector=vector, before_chapter=before_chapter))
        return hits or []

    # The indexer

    async def _run_indexer(self) -> None:
        embedding: asyncio.Task[None] | None = None
        self._indexer = await self._worker("indexer")
        try:
            async for message in self._indexer:
                if "ready" in message:
                    await self._open()
                    embedding = asyncio.create_task(self._keep("embedder", self._run_embedder), name="embed")
                else:
                    await self._heed_indexer(message)
                await asyncio.sleep(0)  # messages that wait already must not keep the loop
        finally:
            if embedding:
                await _cancelled(embedding)
            await self._close()
            worker, self._indexer = self._indexer, None
            await worker.stop()

    async def _heed_indexer(self, message: Message) -> None:
        if "problem" in message:
            self._problems["indexer"] = message["problem"]
        if "path" in message and message["version"] > self._version:
            path = message["path"]
            self._learn(Changed(path, Names.from_json(message["old"]), Names.from_json(message["new"])))
        if "path" in message and (search := self._search):
            self._thread.submit(self._guarded, lambda: search.follow(path))
        if "total" in message:
            self._idle = "idle" in message
            self._documents, self._total = message["documents"], message["total"]
            self._tell(self._embedder, {"look": True})
            await self._recount()

    async def _open(self) -> None:
        """The indexer has opened index.db: open it too, and learn what changed while nobody told."""
        path = self._state / FILE_NAME
        self._problems.clear()
        self._store = Store(path, readonly=True)
        self._search = await self._threaded(lambda: Search(path))
        told = self._names

        def read() -> tuple[int, Names, Names]:
            store = Store(path, readonly=True)
            version, names = documents.totals(store)
            store.close()
            news = Names()
            news.add(names)
            news.add(told, -1)
            return version, names, news

        if (found := await self._threaded(read)) is not None:
            self._version, self._names, news = found
            self._notify(Changed(None, Names(), news))

    async def _close(self) -> None:
        if search := self._search:
            self._search = None
            await self._threaded(search.close)
        if self._store:
            self._store.close()
            self._store = None
        self._idle = False

    def _learn(self, changed: Changed) -> None:
        self._names.add(changed.old, -1)
        self._names.add(changed.new)
        self._notify(changed)

    def _notify(self, changed: Changed) -> None:
        for listener in list(self._listeners):
            listener(changed)

    async def _recount(self) -> None:
        if (search := self._search) and (counts := await self._threaded(search.counts)):
            self._chunks, self._vectors = counts

    # The embedder

    async def _run_embedder(self) -> None:
        self._embedder = worker = await self._worker("embedder", EMBEDDER_NICE)
        try:
            async for message in worker:
                await self._heed_embedder(message)
                await asyncio.sleep(0)
        finally:
            self._embedder = self._model = None
            for future in self._queries.values():
                future.cancel()
            await worker.stop()

    async def _heed_embedder(self, message: Message) -> None:
        search = self._search
        if "id" in message:
            if (future := self._queries.get(message["id"])) and not future.done():
                future.set_result(message["vector"])
        elif "problem" in message:
            self._problems["embedder"] = message["problem"]
        elif "corrupt" in message:
            self._tell(self._indexer, {"rebuild": True})
        elif search and "model" in message:
            await self._threaded(lambda: search.use(message["model"]))
            self._model, self._way = message["name"], message["way"]
            self._problems["embedder"] = None
            await self._recount()
        elif search and "embedded" in message:
            await self._threaded(lambda: search.learn(message["embedded"]))
            await self._recount()

    async def _embed(self, query: str) -> npt.NDArray[np.float32] | None:
        if self._embedder is None or self._model is None:
            return None
        number, future = next(self._ids), asyncio.get_running_loop().create_future()
        self._queries[number] = future
        try:
            await self._embedder.send({"query": query, "id": number})
            async with asyncio.timeout(QUERY_SECONDS):
                return np.asarray(await asyncio.shield(future), dtype=np.float32)
        except (TimeoutError, WorkerDied):
            return None
        except asyncio.CancelledError:
            if future.cancelled():  # the embedder has gone
                return None
            raise
        finally:
            del self._queries[number]

    # Both

    async def _worker(self, name: str, nice: int = 0) -> Worker:
        argv = [f"fabula_daemon.index.{name}", str(self._root), str(self._state)]
        return await Worker.start(name, argv, log=self._state / f"{name}.log", nice=nice)

    async def _keep(self, name: str, run: Callable[[], "asyncio.Future[None]"]) -> None:
        def died(error: WorkerDied | WireError) -> None:
            self._problems[name] = str(error)

        await keep_alive(run, died)

    def _tell(self, worker: Worker | None, message: Message) -> None:
        if worker is not None:
            worker.post(message)

    async def _threaded(self, work: Callable[[], Result]) -> Result | None:
        """Do `work` in the searching thread; None if index.db fails meanwhile."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._guarded, work)

    def _guarded(self, work: Callable[[], Result]) -> Result | None:
        try:
            return work()
        except IndexFault as fault:
            self._problems["search"] = str(fault)
            return None


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
