"""The shape of index.db, as named steps. A released step is never edited; a new one is added below.

Documents have scenes and chunks. A chunk is a passage at a place; its `hash` is that of its text alone, and
an embedding belongs to a hash, so that text which moves, or comes back, keeps its vector. The totals
are the sums of all `evidence`, kept up to date by differences. `state.version` counts the transactions that
changed facts.
"""

from typing import Any, Protocol


class Executes(Protocol):
    """What a migration needs of a database."""

    def execute(self, sql: str) -> Any:
        """Run one statement."""


def m001_documents_scenes_chunks(db: Executes) -> None:
    """What was read, and where its passages stand."""
    db.execute(
        """CREATE TABLE documents (
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, number INTEGER,
            title TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, hash TEXT NOT NULL,
            cut TEXT NOT NULL, canon TEXT NOT NULL, problem TEXT
        )"""
    )
    db.execute(
        """CREATE TABLE scenes (
            document INTEGER NOT NULL REFERENCES documents(id), number INTEGER NOT NULL,
            begins INTEGER NOT NULL, ends INTEGER NOT NULL, PRIMARY KEY (document, number)
        ) WITHOUT ROWID"""
    )
    db.execute(
        """CREATE TABLE chunks (
            id INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES documents(id),
            scene INTEGER NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
            hash TEXT NOT NULL, header TEXT NOT NULL, text TEXT NOT NULL
        )"""
    )
    db.execute("CREATE INDEX chunks_by_document ON chunks (document)")
    db.execute("CREATE INDEX chunks_by_hash ON chunks (hash)")
    db.execute("CREATE TABLE state (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID")
    db.execute("INSERT INTO state VALUES ('version', 0)")


def m002_words(db: Executes) -> None:
    """Full-text search over chunks, kept in step by triggers."""
    db.execute(
        """CREATE VIRTUAL TABLE words USING fts5 (
            text, content = 'chunks', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
        )"""
    )
    insert = "INSERT INTO words (rowid, text) VALUES (new.id, new.text);"
    delete = "INSERT INTO words (words, rowid, text) VALUES ('delete', old.id, old.text);"
    db.execute(f"CREATE TRIGGER chunk_in AFTER INSERT ON chunks BEGIN {insert} END")
    db.execute(f"CREATE TRIGGER chunk_out AFTER DELETE ON chunks BEGIN {delete} END")
    db.execute(f"CREATE TRIGGER chunk_text AFTER UPDATE OF text ON chunks BEGIN {delete} {insert} END")


def m003_evidence(db: Executes) -> None:
    """What each document shows about names, and the sum of it."""
    db.execute(
        "CREATE TABLE evidence (document INTEGER PRIMARY KEY REFERENCES documents(id), names TEXT NOT NULL)"
    )
    db.execute("CREATE TABLE word_totals (word TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TABLE name_totals (name TEXT PRIMARY KEY, cues TEXT NOT NULL) WITHOUT ROWID")


def m004_embeddings(db: Executes) -> None:
    """Vectors (float32, unit length) of texts, beside the model that made them."""
    db.execute(
        """CREATE TABLE models (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, weights TEXT NOT NULL, UNIQUE (name, weights)
        )"""
    )
    db.execute(
        """CREATE TABLE embeddings (
            hash TEXT NOT NULL, model INTEGER NOT NULL REFERENCES models(id), vector BLOB NOT NULL,
            PRIMARY KEY (hash, model)
        )"""
    )


def m005_versions(db: Executes) -> None:
    """The transaction in which a document's evidence was written last."""
    db.execute("ALTER TABLE documents ADD COLUMN version INTEGER NOT NULL DEFAULT 0")


STEPS = (m001_documents_scenes_chunks, m002_words, m003_evidence, m004_embeddings, m005_versions)
