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


def r002_totals(db: Executes) -> None:
    """The sums of all suggestions of a model version, kept up to date by differences, for rows are kept for
    ever.

    `last` is when it was used last; `of_30s` and `of_5min` are the accepted characters of which it is known
    how many still stood then.
    """
    summed = {
        "shown": "{}.offered",
        "withheld": "{}.reason != 'shown'",
        "accepted": "{}.outcome IS 'accepted'",
        "partial": "{}.outcome IS 'partial'",
        "typed": "{}.outcome IS 'typed'",
        "dismissed": "{}.outcome IS 'dismissed'",
        "characters": "coalesce({}.accepted, 0)",
        "kept_30s": "coalesce({}.kept_30s, 0)",
        "of_30s": "iif({0}.kept_30s IS NULL, 0, coalesce({0}.accepted, 0))",
        "kept_5min": "coalesce({}.kept_5min, 0)",
        "of_5min": "iif({0}.kept_5min IS NULL, 0, coalesce({0}.accepted, 0))",
        "words": "{}.words",
    }
    columns = ", ".join(f"{name} INTEGER NOT NULL DEFAULT 0" for name in summed)
    db.execute(f"CREATE TABLE totals (model TEXT NOT NULL PRIMARY KEY, last REAL NOT NULL, {columns})")

    def changed(row: str, sign: str) -> str:
        sums = ", ".join(f"{name} = {name} {sign} ({value.format(row)})" for name, value in summed.items())
        return f"UPDATE totals SET last = max(last, {row}.at), {sums} WHERE model = {row}.model;"  # noqa: S608

    known = "INSERT OR IGNORE INTO totals (model, last) VALUES (new.model, new.at);"
    put, taken = changed("new", "+"), changed("old", "-")
    db.execute(f"CREATE TRIGGER suggestion_in AFTER INSERT ON suggestions BEGIN {known} {put} END")
    db.execute(f"CREATE TRIGGER suggestion_new AFTER UPDATE ON suggestions BEGIN {known} {taken} {put} END")
    sums = ", ".join(f"sum({value.format('suggestions')})" for value in summed.values())
    db.execute(
        f"INSERT INTO totals (model, last, {', '.join(summed)}) "  # noqa: S608
        f"SELECT model, max(at), {sums} FROM suggestions GROUP BY model"
    )


def r003_abandoned(db: Executes) -> None:
    """The names refused in what a model wrote and nobody waited for, counted, for rows would be too many. The
    words there are in the totals.
    """
    db.execute(
        """CREATE TABLE abandoned (
            model TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (model, kind)
        ) WITHOUT ROWID"""
    )


STEPS = (r001_suggestions, r002_totals, r003_abandoned)
