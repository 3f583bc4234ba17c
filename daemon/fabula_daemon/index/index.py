"""The index as the daemon sees it: it owns the indexer, the embedder and the thread that searches.

The indexer tells what it wrote, the embedder which texts have vectors now; both are passed on here, so that
nothing in the event loop ever waits for SQLite, a model, or a large file.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from fabula_daemon.errors import IndexCorrupt, IndexFault, WireError, WorkerDied
from fabula_daemon.index import documents
from fabula_daemon.index.search import Hit, Search
from fabula_daemon.index.store import FILE_NAME, Store
from fabula_daemon.processes import Message, Worker, keep_alive
from fabula_daemon.story.people.names import Names

INDEXER, EMBEDDER = "fabula_daemon.index.indexer", "fabula_daemon.index.embedder"
NICE = 5
OPEN_S = 10.0  # for an index to be opened, where a daemon has just started
QUERY_S = 2.0  # for a query to be embedded

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Changed:
    """A document has been read anew, or is gone: the evidence about names that it gave, and gives."""

    path: str
    before: Names
    after: Names


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the index is. `phase` is "reading", "embedding" or "idle"; problems are sentences for the
    author.
    """

    documents: int = 0
    documents_total: int = 0
    chunks: int = 0
    vectors: int = 0
    embedding_model: str | None = None
    phase: str = "reading"
    problem: str | None = None
    embedding_problem: str | None = None


class Index:
    """The index of the story at `root`, kept in `state`.

    `changed` is called, in the loop, with each document that was read anew; `known` once, as soon as what the
    index knew already can be asked for, and again if it had to be opened anew.
    """

    def __init__(
        self, root: Path, state: Path, changed: Callable[[Changed], None], known: Callable[[Names], None]
    ) -> None:
        self._root, self._state = root, state
        self._changed, self._known = changed, known
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._tasks: list[asyncio.Task[None]] = []
        self._indexer: Worker | None = None
        self._embedder: Worker | None = None
        self._search: Search | None = None
        self._evidence: Store | None = None
        self._version = 0  # of the facts that were passed on as a whole
        self._versions: dict[str, int] = {}  # by path, of documents that were passed on since
        self._progress = Progress()
        self._reading = True
        self._opened = asyncio.Event()
        self._queries: dict[int, asyncio.Future[list[float]]] = {}
        self._number = 0

    async def start(self) -> None:
        """Start the workers, and return."""
        for run in (self._run_indexer, self._run_embedder):
            self._tasks.append(asyncio.create_task(keep_alive(run, _died), name=run.__name__))

    async def stop(self) -> None:
        """Stop the workers and close the file. What they had not finished is done next time."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._in_thread(self._close)
        self._thread.shutdown()
        if self._evidence is not None:
            self._evidence.close()

    def touch(self, paths: Iterable[str] | None) -> None:
        """These files have changed on the disk; None: look at everything."""
        self._reading = True
        if self._indexer is not None:
            self._send(self._indexer, {"touch": None if paths is None else sorted(paths)})

    def progress(self) -> Progress:
        """Return how far the index is."""
        embedding = (
            self._progress.embedding_problem is None and self._progress.vectors < self._progress.chunks
        ) or not (self._progress.embedding_model or self._progress.embedding_problem)
        phase = "reading" if self._reading else "embedding" if embedding else "idle"
        return replace(self._progress, phase=phase)

    def names_of(self, path: str) -> Names:
        """Return the evidence that a document gave when it was passed on last.

        None if that is not known: it is not indexed, or has been read anew and is about to be passed on.
        """
        if not self._opened.is_set():
            return Names()
        try:
            if self._evidence is None:
                self._evidence = Store(self._state / FILE_NAME, readonly=True)
            as_of = self._versions.get(path, self._version)
            return documents.names_of(self._evidence, path, as_of=as_of) or Names()
        except IndexCorrupt:
            self._evidence = None
            self._rebuild()
        except IndexFault:
            self._evidence = None
        return Names()

    async def search(self, query: str, k: int = 10, *, before_chapter: int | None = None) -> list[Hit]:
        """Return the best `k` passages: by words at once, by meaning too as far as there are vectors."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._opened.wait(), OPEN_S)
        vector = await self._vector(query)

        hits = await self._searching(
            lambda search: search(query, k, vector=vector, before_chapter=before_chapter)
        )
        return hits or []

    # The indexer

    async def _run_indexer(self) -> None:
        arguments = [INDEXER, str(self._root), str(self._state)]
        worker = await Worker.start("indexer", arguments, log=self._state / "indexer.log", nice=NICE)
        self._indexer = worker
        try:
            async for message in worker:
                await self._hear_indexer(message)
        finally:
            self._indexer = None
            await worker.stop()

    async def _hear_indexer(self, message: Message) -> None:
        if "ready" in message:
            self._reading = True
            await self._open()
        elif "path" in message:
            await self._take(message)
        elif "idle" in message:
            self._reading = False
            self._note(documents=message["documents"], documents_total=message["total"])
        elif "documents" in message:
            self._note(documents=message["documents"], documents_total=message["total"])
        elif "problem" in message:
            self._note(problem=message["problem"])
        if ("idle" in message or "documents" in message) and self._opened.is_set():
            await self._count()
            if self._embedder is not None:
                self._send(self._embedder, {"look": True})

    async def _take(self, message: Message) -> None:
        """Pass on what was written, unless it was in the totals already."""
        if message["version"] > self._version:
            before, after = Names.from_json(message["old"]), Names.from_json(message["new"])
            self._changed(Changed(message["path"], before, after))
            self._versions[message["path"]] = message["version"]
        await self._searching(lambda search: search.follow(message["path"]))

    async def _open(self) -> None:
        """Open what the indexer has made ready, and pass on what it knew."""

        def read() -> tuple[int, Names]:
            self._close()
            self._search = Search(self._state / FILE_NAME)
            store = Store(self._state / FILE_NAME, readonly=True)
            try:
                return documents.totals(store)
            finally:
                store.close()

        try:
            self._version, names = await self._in_thread(read)
        except IndexCorrupt:
            self._rebuild()
            return
        if self._evidence is not None:
            self._evidence.close()
            self._evidence = None
        self._versions.clear()
        self._opened.set()
        self._known(names)
        if self._embedder is not None:
            self._embedder.kill()  # it has the old file open; another is started
        await self._count()

    # The embedder

    async def _run_embedder(self) -> None:
        await self._opened.wait()
        arguments = [EMBEDDER, str(self._root), str(self._state)]
        worker = await Worker.start("embedder", arguments, log=self._state / "embedder.log", nice=2 * NICE)
        self._embedder = worker
        try:
            async for message in worker:
                await self._hear_embedder(message)
        finally:
            self._embedder = None
            for waiting in self._queries.values():
                waiting.cancel()
            self._queries.clear()
            await worker.stop()

    async def _hear_embedder(self, message: Message) -> None:
        if "model" in message:
            self._note(embedding_model=message["name"], embedding_problem=None)
            await self._searching(lambda search: search.use(message["model"]))
        elif "embedded" in message:
            await self._searching(lambda search: search.learn(message["embedded"]))
        elif "vector" in message:
            waiting = self._queries.pop(message["id"], None)
            if waiting is not None and not waiting.done():
                waiting.set_result(message["vector"])
            return
        elif "problem" in message:
            self._note(embedding_problem=message["problem"])
        elif "corrupt" in message:
            self._rebuild()
        await self._count()

    async def _vector(self, query: str) -> npt.NDArray[np.float32] | None:
        """Return the query's embedding, None where it cannot be had soon."""
        if self._embedder is None or self._progress.embedding_model is None:
            return None
        self._number += 1
        number = self._number
        waiting = self._queries[number] = asyncio.get_running_loop().create_future()
        try:
            await self._embedder.send({"query": query, "id": number})
            return np.array(await asyncio.wait_for(waiting, QUERY_S), dtype=np.float32)
        except (TimeoutError, asyncio.CancelledError, WorkerDied):
            return None
        finally:
            self._queries.pop(number, None)

    # The thread

    async def _in_thread(self, action: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, action)

    async def _searching(self, action: Callable[[Search], Result]) -> Result | None:
        """Return what `action` does with the index, in its thread; None if that is not open or not usable."""

        def act() -> Result | None:
            return action(self._search) if self._search is not None else None

        try:
            return await self._in_thread(act)
        except IndexCorrupt:
            self._rebuild()
        except IndexFault as fault:
            self._note(problem=str(fault))
        return None

    async def _count(self) -> None:
        counts = await self._searching(lambda search: search.counts())
        if counts is not None:
            self._note(chunks=counts[0], vectors=counts[1])

    def _rebuild(self) -> None:
        if self._indexer is not None:
            self._send(self._indexer, {"rebuild": True})

    def _close(self) -> None:
        if self._search is not None:
            self._search.close()
            self._search = None

    def _note(self, **what: int | str | None) -> None:
        self._progress = replace(self._progress, **what)  # type: ignore[arg-type]  # names and types as above

    def _send(self, worker: Worker, message: Message) -> None:
        async def send() -> None:
            with contextlib.suppress(WorkerDied):
                await worker.send(message)

        task = asyncio.get_running_loop().create_task(send())
        self._tasks.append(task)
        task.add_done_callback(self._tasks.remove)


def _died(error: WorkerDied | WireError) -> None:
    _log.warning("%s", error)
