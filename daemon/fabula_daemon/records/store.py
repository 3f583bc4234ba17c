"""records.db: opened, migrated, and left as it is when it cannot be used. Nothing here makes a file go away.

Unlike the index, it cannot be made again: a file that is damaged, or that a newer Fabula made, stays where it
is, nothing is recorded, and the author is told what to do.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database, Migrations

from fabula_daemon.errors import RecordsFault
from fabula_daemon.records.migrations import STEPS

FILE_NAME = "records.db"
BUSY_SECONDS = 10.0
_PRIMARY_CODE = 0xFF  # of SQLite's extended result codes

migrations = Migrations("records")
for step in STEPS:
    migrations()(step)


class Store:
    """An open records.db. Use it from the thread that opened it."""

    def __init__(self, folder: Path) -> None:
        """Open, make or migrate records.db in `folder`. Raises RecordsFault."""
        self.path = folder / FILE_NAME
        with self._faults():
            folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            self.database = Database(connection)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                self._migrate()
            except BaseException:
                connection.close()
                raise

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Database]:
        """All or nothing. Raises RecordsFault."""
        with self._faults():
            self.database.execute("BEGIN IMMEDIATE")
            try:
                yield self.database
                self.database.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self.database.conn.rollback()
                raise

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def _migrate(self) -> None:
        applied = {one.name for one in migrations.applied(self.database)}
        if newer := applied - {step.__name__ for step in STEPS}:
            reason = (
                f"was made by a newer Fabula (it has {', '.join(sorted(newer))}), so nothing is recorded. "
                "Update Fabula."
            )
            raise RecordsFault(self.path, reason)
        if len(applied) < len(STEPS):
            with self.transaction() as database:
                migrations.apply(database)

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.DatabaseError, OSError) as error:
            raise RecordsFault(self.path, _reason(error)) from error


def _reason(error: Exception) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY_CODE
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return (
            f"is damaged ({error}), so nothing is recorded. It is left as it is: put a copy of it back, or "
            "move it away, and a new one is begun."
        )
    if code == sqlite3.SQLITE_FULL:
        return "cannot grow: the disk is full. Make room; what has not been recorded yet is kept until then."
    return f"cannot be used: {error}. It is tried again."
