"""The process that reads changed files and writes facts: `python -m fabula_daemon.index.indexer ROOT STATE`.

It takes {"touch": [paths] | null} (null: look at everything) and {"rebuild": true}, and gives

    {"ready": version}                               once, when others can open index.db
    {"version": …, "path": …, "old": …, "new": …}    for each document written or forgotten
    {"documents": …, "total": …}                     after each transaction
    {"idle": true, …}                                when nothing is left to do
    {"problem": text | null}                         what keeps it from writing; null when that is over

where old and new evidence is as `Names.to_json` gives it. A file that looks as it did is not opened; one that
says what it said is not read; of one that is read, what did not change is not written.
"""

import hashlib
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from fabula_daemon import config, files
from fabula_daemon.errors import IndexCorrupt, IndexFault, ModelError, Unreadable
from fabula_daemon.files import Entry
from fabula_daemon.index import documents, embedding, facts, tokens, vectors
from fabula_daemon.index.chunks import Measure
from fabula_daemon.index.documents import Document, Stamp
from fabula_daemon.index.facts import Facts
from fabula_daemon.index.store import Store, set_aside
from fabula_daemon.processes import Message, Parent
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.world import canon, sheets

BATCH_SECONDS = 0.25  # of reading, for one transaction
RETRY_SECONDS = 2.0  # after nothing could be written

Result = TypeVar("Result")


class Indexer:
    """Brings `store` into agreement with the story at `root`, a batch a step."""

    def __init__(self, root: Path, store: Store, measure: Measure) -> None:
        self.root, self.store, self.measure = root, store, measure
        self._queue: dict[str, Entry] = {}
        self.total = 0
        self._gone: set[str] = set()
        self._sheets: dict[str, tuple[Entry, sheets.Sheet | None]] = {}
        self._reader = Reader(canon.Canon(), Names())
        self._known = documents.documents(store)

    def look(self, touched: Iterable[str] | None = None) -> None:
        """Find out what there is to do. `touched` paths come first, and are opened in any case."""
        settings, _ = config.load(self.root)
        entries = {e.path: e for e in files.scan(self.root, settings) if e.kind != "draft"}
        self.total = len(entries)
        self._lay_down_canon(list(entries.values()))
        urgent = {path: entries[path] for path in touched or () if path in entries}
        stale = {path: entry for path, entry in entries.items() if self._is_stale(entry)}
        self._queue = urgent | stale
        self._gone = self._known.keys() - entries.keys()

    @property
    def done(self) -> bool:
        """Whether the index says what the files say."""
        return not self._queue and not self._gone

    def step(self, seconds: float = BATCH_SECONDS) -> list[Message]:
        """Read for a while, write in one transaction, and return what to tell about it.

        Raises IndexFault if it cannot be written; the work is still to be done then.
        """
        deadline = time.monotonic() + seconds
        read: list[tuple[Entry, str, Facts | None]] = []
        while self._queue and (not read or time.monotonic() < deadline):
            read.append(self._read(self._queue.pop(next(iter(self._queue)))))
        try:
            return self._write(read)
        except IndexFault:
            self._queue = {entry.path: entry for entry, _, _ in read} | self._queue
            raise

    def _write(self, read: list[tuple[Entry, str, Facts | None]]) -> list[Message]:
        changes: list[tuple[str, Names, Names]] = []
        gone = dict.fromkeys(self._gone)
        with self.store.transaction():
            for entry, digest, found in read:
                if found is None:
                    documents.look(self.store, entry, self._known[entry.path])
                    continue
                source = self._moved_from(entry, digest, gone)
                if source:
                    del gone[source]
                    documents.rename(self.store, self._known[source], entry.path)
                old, new = documents.put(self.store, entry, found, self._stamp(entry, digest))
                changes += (
                    [(source, old, Names()), (entry.path, Names(), new)]
                    if source
                    else [(entry.path, old, new)]
                )
            if not self._queue:  # until then a file that is gone may turn out to have been moved
                changes += [(path, documents.remove(self.store, self._known[path]), Names()) for path in gone]
                gone.clear()
            written = [path for path, _, _ in changes]
            version = (
                documents.next_version(self.store, written) if changes else documents.version(self.store)
            )
        self._gone = set(gone)
        self._known = documents.documents(self.store)
        told: list[Message] = [
            {"version": version, "path": path, "old": old.to_json(), "new": new.to_json()}
            for path, old, new in changes
        ]
        return [*told, {"documents": len(self._known), "total": self.total}]

    def _read(self, entry: Entry) -> tuple[Entry, str, Facts | None]:
        """Return the entry, its digest and its facts; None for facts that are in the index already."""
        try:
            text = files.read(self.root, entry.path)
        except Unreadable as error:
            return entry, "", facts.unreadable(entry.path, error.reason)
        digest = hashlib.sha256(text.encode()).hexdigest()
        known = self._known.get(entry.path)
        if known and known.stamp.digest == digest and not self._is_read_otherwise(entry, known):
            return entry, digest, None
        return entry, digest, facts.read(entry, text, self._reader, self.measure)

    def _moved_from(self, entry: Entry, digest: str, gone: Iterable[str]) -> str | None:
        """Return the path of a file that is gone and said the same: it has been moved here."""
        if entry.path in self._known or not digest:
            return None
        return next((path for path in gone if self._known[path].stamp.digest == digest), None)

    def _stamp(self, entry: Entry, digest: str) -> Stamp:
        """Return what facts about a file depend on: only a chapter is read by the canon."""
        canon_version = self._reader.version if entry.kind == "chapter" else ""
        return Stamp(digest, self.measure.identity, canon_version)

    def _is_stale(self, entry: Entry) -> bool:
        known = self._known.get(entry.path)
        return known is None or not known.looks_like(entry) or self._is_read_otherwise(entry, known)

    def _is_read_otherwise(self, entry: Entry, known: Document) -> bool:
        """Whether a document would be read otherwise now, though its text is the same."""
        canon_matters = entry.kind == "chapter" and known.stamp.canon != self._reader.version
        return known.number != entry.number or known.stamp.cut != self.measure.identity or canon_matters

    def _lay_down_canon(self, entries: list[Entry]) -> None:
        held, self._sheets = self._sheets, {}
        for entry in entries:
            if entry.kind == "sheet":
                old = held.get(entry.path)
                self._sheets[entry.path] = (
                    old if old and old[0] == entry else (entry, self._sheet(entry.path))
                )
        laid_down = canon.build([sheet for _, sheet in self._sheets.values() if sheet])
        if laid_down.version != self._reader.canon.version:
            self._reader = Reader(laid_down, Names())

    def _sheet(self, path: str) -> sheets.Sheet | None:
        try:
            return sheets.read(path, files.read(self.root, path))[0]
        except Unreadable:
            return None


def main(root: Path, state: Path) -> None:
    """Serve the daemon until it closes our input."""
    parent = Parent()
    store = _patiently(parent, lambda: Store.writable(state))
    try:
        _serve(parent, root, store)
    except IndexCorrupt as error:
        store.close()
        set_aside(error.path, "corrupt")
        raise


def _serve(parent: Parent, root: Path, store: Store) -> None:
    _patiently(parent, lambda: vectors.sweep(store))
    parent.emit({"ready": documents.version(store)})
    indexer = Indexer(root, store, _measure(root))
    message: Message | None = {"touch": None}
    while True:
        if message and "rebuild" in message:
            raise IndexCorrupt(store.path, "was found damaged by a reader.")
        if message:
            indexer.look(message["touch"])
            message = None
        while not indexer.done and message is None:
            for told in _patiently(parent, indexer.step):
                parent.emit(told)
            message = parent.receive(timeout=0)
        if message is None:
            parent.emit({"idle": True, "documents": indexer.total, "total": indexer.total})
            message = parent.receive()


def _measure(root: Path) -> Measure:
    settings, _ = config.load(root)
    try:
        return tokens.measure(embedding.locate(settings.model.embedding, root).path)
    except ModelError:
        return tokens.ESTIMATE


def _patiently(parent: Parent, action: Callable[[], Result]) -> Result:
    """Return what `action` does, trying again as long as nothing can be written, and saying so."""
    problem = None
    while True:
        try:
            result = action()
        except IndexCorrupt:
            raise
        except IndexFault as fault:
            if problem is None:
                parent.emit({"problem": str(fault)})
            problem = fault
            time.sleep(RETRY_SECONDS)
        else:
            if problem is not None:
                parent.emit({"problem": None})
            return result


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
