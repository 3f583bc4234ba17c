"""What is recorded of suggestions, and what all of it says of a model version."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlite_utils import Database

SHOWN = "shown"
KEPT_AFTER: Mapping[float, str] = {30.0: "kept_30s", 300.0: "kept_5min"}  # seconds: column

_FIGURES = """
    SELECT model, shown, withheld, accepted, partial, typed, dismissed, characters,
        kept_30s * 1.0 / of_30s AS kept_30s, kept_5min * 1.0 / of_5min AS kept_5min, words
    FROM totals WHERE model != '' ORDER BY last DESC
"""
_STRANGERS = """
    SELECT model, kind, sum(count) AS count FROM (
        SELECT model, kind, 1 AS count FROM strangers JOIN suggestions ON id = suggestion
        UNION ALL SELECT model, kind, count FROM abandoned
    ) GROUP BY model, kind ORDER BY kind
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A suggestion that was shown or withheld, as it is recorded; `text` is the first that was shown.

    `strangers` are the names refused in it, each with what is known of it. Times are as in `Why`.
    """

    id: str
    at: float
    path: str
    offset: int
    engine: str
    model: str
    reason: str
    text: str | None
    words: int
    candidates: int
    cached: bool
    confidence: float | None
    prompt_tokens: int
    reused_tokens: int
    grounding_ms: float
    first_ms: float
    engine_ms: float
    gate_ms: float
    held_ms: float
    total_ms: float
    strangers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ModelFigures:
    """What has become of the suggestions of one model version.

    `shown` were given to an editor; of those whose fate is known, `accepted` were taken over to their end,
    `partial` in part, `typed` were written out by the author herself, `dismissed` not wanted. `characters`
    were taken over; `kept_30s` and `kept_5min` are the shares of them that still stood then, None where
    nothing has been measured. `strangers` counts the names refused, by what is known of them, in `words` that
    the model wrote.
    """

    model: str
    shown: int = 0
    withheld: int = 0
    accepted: int = 0
    partial: int = 0
    typed: int = 0
    dismissed: int = 0
    characters: int = 0
    kept_30s: float | None = None
    kept_5min: float | None = None
    words: int = 0
    strangers: Mapping[str, int] = field(default_factory=dict)

    @property
    def strangers_per_1k_words(self) -> float | None:
        """How many names were refused in a thousand words, None if none were written."""
        return 1000 * sum(self.strangers.values()) / self.words if self.words else None

    def as_data(self) -> dict[str, Any]:
        """Return all of it as plain data."""
        return asdict(self) | {"strangers_per_1k_words": self.strangers_per_1k_words}


def add(database: Database, row: Row) -> None:
    """Record a suggestion. What was withheld, and is shown after all, has been shown; what is shown again is
    the same.
    """
    columns = {name: _writable(value) for name, value in asdict(row).items() if name != "strangers"}
    known = next(database.query("SELECT reason FROM suggestions WHERE id = ?", [row.id]), None)
    if known is None:
        database.table("suggestions").insert(columns)
    elif known["reason"] != SHOWN == row.reason:
        database.table("suggestions").update(row.id, columns)
        database.execute("DELETE FROM strangers WHERE suggestion = ?", [row.id])
    else:
        return
    database.table("strangers").insert_all(
        {"suggestion": row.id, "name": _writable(name), "kind": kind} for name, kind in row.strangers
    )


def abandoned(database: Database, row: Row) -> None:
    """Count the words, and the names refused, of what a model wrote and nobody waited for: unless somebody
    did.
    """
    if database.table("suggestions").count_where("id = ?", [row.id]):
        return
    database.execute("INSERT OR IGNORE INTO totals (model, last) VALUES (?, ?)", [row.model, row.at])
    database.execute("UPDATE totals SET words = words + ? WHERE model = ?", [row.words, row.model])
    for _, kind in row.strangers:
        database.execute(
            "INSERT INTO abandoned VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
            [row.model, kind],
        )


def offered(database: Database, suggestion: str) -> None:
    """An editor has been given the suggestion with this id."""
    database.execute("UPDATE suggestions SET offered = 1 WHERE id = ?", [suggestion])


def became(database: Database, suggestion: str, outcome: str, accepted: int | None) -> None:
    """Record what has become of a suggestion, and how many characters were taken over, if that is known."""
    database.execute(
        "UPDATE suggestions SET outcome = ?, accepted = coalesce(?, accepted) WHERE id = ?",
        [outcome, accepted, suggestion],
    )


def kept(database: Database, suggestion: str, after_s: float, characters: int) -> None:
    """Record how many of the characters that were taken over still stand, one of `KEPT_AFTER` later."""
    database.execute(
        f"UPDATE suggestions SET {KEPT_AFTER[after_s]} = ? WHERE id = ?",  # noqa: S608 - a name of ours
        [characters, suggestion],
    )


def by_model(database: Database) -> list[ModelFigures]:
    """Return the figures of every model version, the one used last first."""
    strangers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in database.query(_STRANGERS):
        strangers[row["model"]][row["kind"]] = row["count"]
    return [ModelFigures(**row, strangers=strangers[row["model"]]) for row in database.query(_FIGURES)]


def _writable(value: Any) -> Any:
    """Return a value as SQLite takes it: a file's name may hold what is no UTF-8."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value
