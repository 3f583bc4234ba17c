"""Facts in and out of index.db. What did not change is not written: a saved paragraph costs a paragraph."""

import json
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from fabula_daemon.files import Entry
from fabula_daemon.index.chunks import Chunk
from fabula_daemon.index.facts import Facts
from fabula_daemon.index.store import Store
from fabula_daemon.story.people.names import Names

_NEW_DOCUMENT = (
    "INSERT INTO documents (kind, number, title, size, mtime_ns, hash, cut, canon, problem, path)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_DOCUMENT_AGAIN = (
    "UPDATE documents SET (kind, number, title, size, mtime_ns, hash, cut, canon, problem)"
    " = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE path = ?"
)
_CHUNKS = (
    "SELECT hash, id, scene, begins, ends, header, text FROM chunks WHERE document = ? ORDER BY begins, id"
)
_NEW_CHUNK = (
    "INSERT INTO chunks (document, hash, scene, begins, ends, header, text) VALUES (?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What facts depend on: a text (by its digest), a measure and a canon."""

    digest: str
    cut: str
    canon: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was when it was read."""

    id: int
    path: str
    number: int | None
    size: int
    mtime_ns: int
    problem: str | None
    stamp: Stamp

    def looks_like(self, entry: Entry) -> bool:
        """Whether the file seems to be what it was, without being opened."""
        return (self.size, self.mtime_ns) == (entry.size, entry.mtime_ns)


def documents(store: Store) -> dict[str, Document]:
    """Return every document, by path."""
    rows = store.query("SELECT id, path, number, size, mtime_ns, problem, hash, cut, canon FROM documents")
    return {row[1]: _document(*row) for row in rows}


def put(store: Store, entry: Entry, facts: Facts, stamp: Stamp) -> tuple[Names, Names]:
    """Write a document, in a transaction; return the evidence it gave before, and gives now."""
    number = store.value("SELECT id FROM documents WHERE path = ?", [entry.path])
    row = [entry.kind, entry.number, facts.title, entry.size, entry.mtime_ns]
    row += [stamp.digest, stamp.cut, stamp.canon, facts.problem, entry.path]
    if number is None:
        number = store.insert(_NEW_DOCUMENT, row)
    else:
        store.write(_DOCUMENT_AGAIN, [row])
    _put_scenes(store, number, facts)
    _put_chunks(store, number, facts.chunks)
    old = _names(store, number)
    if old != facts.names:
        text = json.dumps(facts.names.to_json(), separators=(",", ":"))
        store.write("INSERT OR REPLACE INTO evidence VALUES (?, ?)", [(number, text)])
        _adjust_totals(store, old, facts.names)
    return old, facts.names


def look(store: Store, entry: Entry, document: Document) -> None:
    """Note that a file has been touched, though it says what it said."""
    rows = [(entry.size, entry.mtime_ns, document.id)]
    store.write("UPDATE documents SET (size, mtime_ns) = (?, ?) WHERE id = ?", rows)


def rename(store: Store, document: Document, path: str) -> None:
    """A file has moved; its facts go with it."""
    store.write("UPDATE documents SET path = ? WHERE id = ?", [(path, document.id)])


def remove(store: Store, document: Document) -> Names:
    """Forget a document; return the evidence it gave."""
    old = _names(store, document.id)
    _adjust_totals(store, old, Names())
    store.write("DELETE FROM chunks WHERE document = ?", [(document.id,)])
    store.write("DELETE FROM scenes WHERE document = ?", [(document.id,)])
    store.write("DELETE FROM evidence WHERE document = ?", [(document.id,)])
    store.write("DELETE FROM documents WHERE id = ?", [(document.id,)])
    return old


def next_version(store: Store, paths: Iterable[str]) -> int:
    """Count this transaction, in which the evidence of the documents at `paths` was written; return its
    number.
    """
    store.write("UPDATE state SET value = value + 1 WHERE key = 'version'", [()])
    counted = version(store)
    store.write("UPDATE documents SET version = ? WHERE path = ?", [(counted, path) for path in paths])
    return counted


def version(store: Store) -> int:
    """Return the number of the last transaction that changed facts."""
    return int(store.value("SELECT value FROM state WHERE key = 'version'"))


def names_of(store: Store, path: str, *, as_of: int | None = None) -> Names | None:
    """Return the evidence of the document at `path`, None if there is no such document, or if it was written
    in a transaction behind the one with the number `as_of`.
    """
    with store.snapshot():
        found = store.query("SELECT id, version FROM documents WHERE path = ?", [path])
        if not found or (as_of is not None and found[0][1] > as_of):
            return None
        return _names(store, found[0][0])


def totals(store: Store) -> tuple[int, Names]:
    """Return the version of the facts, and the evidence of all documents as of it."""
    with store.snapshot():
        counted = version(store)
        words = store.query("SELECT word, count FROM word_totals")
        names = store.query("SELECT name, cues FROM name_totals")
    cues = {name: json.loads(row) for name, row in names}
    return counted, Names.from_json({"cues": cues, "lower": dict(words)})


def _put_scenes(store: Store, document: int, facts: Facts) -> None:
    new = [(document, scene.number, scene.start, scene.end) for scene in facts.scenes]
    if new != store.query("SELECT * FROM scenes WHERE document = ? ORDER BY number", [document]):
        store.write("DELETE FROM scenes WHERE document = ?", [(document,)])
        store.write("INSERT INTO scenes VALUES (?, ?, ?, ?)", new)


def _put_chunks(store: Store, document: int, chunks: tuple[Chunk, ...]) -> None:
    """Make the document's chunks be `chunks`, keeping for each the old row of the same text."""
    held: defaultdict[str, deque[tuple[Any, ...]]] = defaultdict(deque)
    for row in store.query(_CHUNKS, [document]):
        held[row[0]].append(row[1:])
    new, moved, edited = [], [], []
    for chunk in chunks:
        values = (chunk.scene, chunk.start, chunk.end, chunk.header, chunk.text)
        if not held[chunk.hash]:
            new.append((document, chunk.hash, *values))
            continue
        number, *old = held[chunk.hash].popleft()
        if old[-1] != chunk.text:
            edited.append((*values, number))
        elif old != list(values):
            moved.append((*values[:-1], number))
    store.write("DELETE FROM chunks WHERE id = ?", [(row[0],) for rows in held.values() for row in rows])
    store.write("UPDATE chunks SET (scene, begins, ends, header) = (?, ?, ?, ?) WHERE id = ?", moved)
    store.write(
        "UPDATE chunks SET (scene, begins, ends, header, text) = (?, ?, ?, ?, ?) WHERE id = ?", edited
    )
    store.write(_NEW_CHUNK, new)


def _adjust_totals(store: Store, old: Names, new: Names) -> None:
    change = Names()
    change.add(old, -1)
    change.add(new)
    store.write(
        "INSERT INTO word_totals VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
        change.lower.items(),
    )
    lost = [(word,) for word, count in change.lower.items() if count < 0]
    store.write("DELETE FROM word_totals WHERE word = ? AND count = 0", lost)
    kept, gone = [], []
    for name, row in change.cues.items():
        held = store.value("SELECT cues FROM name_totals WHERE name = ?", [name])
        total = [a + b for a, b in zip_longest(json.loads(held), row, fillvalue=0)] if held else row
        if any(total):
            kept.append((name, json.dumps(total)))
        else:
            gone.append((name,))
    store.write("INSERT OR REPLACE INTO name_totals VALUES (?, ?)", kept)
    store.write("DELETE FROM name_totals WHERE name = ?", gone)


def _document(
    number: int, path: str, place: int | None, size: int, mtime_ns: int, problem: str | None, *stamp: str
) -> Document:
    return Document(number, path, place, size, mtime_ns, problem, Stamp(*stamp))


def _names(store: Store, document: int) -> Names:
    stored = store.value("SELECT names FROM evidence WHERE document = ?", [document])
    return Names.from_json(json.loads(stored)) if stored else Names()
