"""Embeddings in and out of index.db.

A vector belongs to a text and a model, not to a place: text that moves, or is cut now and pasted later, finds
its vector again.
"""

from collections.abc import Iterable, Sequence

from fabula_daemon.index.chunks import embedded_text
from fabula_daemon.index.store import Store

_WANTING = """
    SELECT c.hash, c.header, c.text FROM chunks c JOIN documents d ON d.id = c.document
    WHERE NOT EXISTS (SELECT 1 FROM embeddings e WHERE e.hash = c.hash AND e.model = ?)
    ORDER BY d.mtime_ns DESC, c.id DESC LIMIT ?
"""
_ORPHANS = "FROM embeddings WHERE hash NOT IN (SELECT hash FROM chunks)"
KEPT_ORPHANS = 2000  # vectors of vanished text, kept for the case that it comes back


def model(store: Store, name: str, weights: str) -> int:
    """Return the number of the model with these weights, giving it one if it is new; writes."""
    with store.transaction():
        store.write("INSERT OR IGNORE INTO models (name, weights) VALUES (?, ?)", [(name, weights)])
    return int(store.value("SELECT id FROM models WHERE (name, weights) = (?, ?)", [name, weights]))


def wanting(store: Store, model: int, most: int) -> list[tuple[str, str]]:
    """Return (hash, text to embed) of chunks without a vector, the newest edit first, each text once."""
    rows = store.query(_WANTING, [model, most])
    return list({key: embedded_text(header, text) for key, header, text in rows}.items())


def put(store: Store, model: int, vectors: Iterable[tuple[str, bytes]]) -> None:
    """Write vectors, in one transaction."""
    with store.transaction():
        rows = ((key, model, vector) for key, vector in vectors)
        store.write("INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)", rows)


def of_texts(store: Store, model: int, keys: Sequence[str]) -> list[tuple[str, int, int | None, bytes]]:
    """Return (path, chunk, chapter number, vector) of every chunk whose text has one of these hashes."""
    sql = (
        "SELECT d.path, c.id, d.number, e.vector FROM chunks c JOIN documents d ON d.id = c.document"
        " JOIN embeddings e ON e.hash = c.hash AND e.model = ? WHERE c.hash = ?"
    )
    return [(*row,) for key in keys for row in store.query(sql, [model, key])]


def of_document(store: Store, model: int, path: str) -> list[tuple[int, int | None, bytes | None]]:
    """Return (chunk, chapter number, vector if there is one yet) of every chunk of a document."""
    rows = store.query(
        "SELECT c.id, d.number, e.vector FROM documents d JOIN chunks c ON c.document = d.id"
        " LEFT JOIN embeddings e ON e.hash = c.hash AND e.model = ? WHERE d.path = ?",
        [model, path],
    )
    return [(*row,) for row in rows]


def sweep(store: Store) -> None:
    """Forget the vectors of text that is gone, if they have become many."""
    if store.value(f"SELECT count(*) {_ORPHANS}") > max(
        KEPT_ORPHANS, store.value("SELECT count(*) FROM chunks")
    ):
        with store.transaction():
            store.write(f"DELETE {_ORPHANS}", [()])
