"""The shape of records.db, as named steps. A released step is never edited; a new one is added below."""

from typing import Any, Protocol


class Executes(Protocol):
    """What a migration needs of a database."""

    def execute(self, sql: str) -> Any:
        """Run one statement."""


def r001_suggestions(db: Executes) -> None:
    """Every suggestion that was shown or withheld, with what became of it, and the names refused in it.

    `at` is in seconds since 1970, UTC. `offered` is 1 if an editor was given it. `accepted` characters were
    taken over at once, `kept_30s` and `kept_5min` of them still stood after that time.
    """
    db.execute(
        """CREATE TABLE suggestions (
            id TEXT NOT NULL PRIMARY KEY, at REAL NOT NULL,
            path TEXT NOT NULL, offset INTEGER NOT NULL, engine TEXT NOT NULL, model TEXT NOT NULL,
            reason TEXT NOT NULL, text TEXT, offered INTEGER NOT NULL DEFAULT 0,
            words INTEGER NOT NULL, candidates INTEGER NOT NULL, cached INTEGER NOT NULL, confidence REAL,
            prompt_tokens INTEGER NOT NULL, reused_tokens INTEGER NOT NULL,
            grounding_ms REAL NOT NULL, first_ms REAL NOT NULL, engine_ms REAL NOT NULL,
            gate_ms REAL NOT NULL, held_ms REAL NOT NULL, total_ms REAL NOT NULL,
            outcome TEXT, accepted INTEGER, kept_30s INTEGER, kept_5min INTEGER
        )"""
    )
    db.execute("CREATE INDEX suggestions_by_model ON suggestions (model)")
    db.execute(
        """CREATE TABLE strangers (
            suggestion TEXT NOT NULL REFERENCES suggestions(id), name TEXT NOT NULL, kind TEXT NOT NULL
        )"""
    )
    db.execute("CREATE INDEX strangers_by_suggestion ON strangers (suggestion)")


STEPS = (r001_suggestions,)
