"""index.db: opened, migrated, set aside when it cannot be used. The only module here that knows sqlite-utils.

Everything in it is derived from the author's files, so a file that is damaged or was made by a newer Fabula
is renamed and a new one begun. The indexer and the embedder write, each in short transactions; anybody may
read.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from fabula_daemon.errors import DiskFull, IndexCorrupt, IndexFault
from fabula_daemon.index.migrations import STEPS

FILE_NAME = "index.db"
BUSY_SECONDS = 30.0
_PRIMARY_CODE = 0xFF  # of SQLite's extended result codes
_CORRUPT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

migrations = Migrations("index")
for step in STEPS:
    migrations()(step)

Row = tuple[Any, ...]


class Store:
    """An open index.db. Use it from the thread that opened it."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        """Open an index that is there; `writable` makes one if need be. Raises IndexCorrupt, IndexFault."""
        self.path = path
        self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        with self._faults():
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA cache_size = -32000")
            self._connection.execute(f"PRAGMA query_only = {int(readonly)}")

    @classmethod
    def writable(cls, folder: Path) -> "Store":
        """Open index.db in `folder`, making or migrating it, setting aside what cannot be used.

        Raises DiskFull, or IndexFault if the folder cannot be written to.
        """
        path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(IndexCorrupt):
                store = cls(path)
                if store.migrate():
                    return store
                store.close()
                set_aside(path, "newer")
                return cls.writable(folder)
            set_aside(path, "corrupt")
        except (OSError, sqlite3.OperationalError) as error:
            raise IndexFault(path, f"cannot be opened: {error}.") from error
        return cls.writable(folder)

    def migrate(self) -> bool:
        """Bring the schema up to date; False if a newer Fabula made it."""
        with self._faults():
            database = Database(self._connection)
            known = {step.__name__ for step in STEPS}
            if any(applied.name not in known for applied in migrations.applied(database)):
                return False
            with self.transaction():
                migrations.apply(database)
        return True

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a SELECT."""
        with self._faults():
            return self._connection.execute(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row of a SELECT, None if there is no row."""
        with self._faults():
            row = self._connection.execute(sql, parameters).fetchone()
        return row[0] if row else None

    def write(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each of `rows`; inside `transaction`."""
        with self._faults():
            self._connection.executemany(sql, rows)

    def insert(self, sql: str, parameters: Sequence[Any]) -> int:
        """Run an INSERT and return the new row's number; inside `transaction`."""
        with self._faults():
            return self._connection.execute(sql, parameters).lastrowid or 0

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Waits for the other writer rather than failing halfway (BEGIN IMMEDIATE)."""
        with self._faults():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._faults():
                self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._connection.rollback()
            raise

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several queries that see one state."""
        with self._faults():
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            with contextlib.suppress(sqlite3.Error):
                self._connection.rollback()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY_CODE
            undecodable = isinstance(error, sqlite3.OperationalError) and code == sqlite3.SQLITE_OK
            if code in _CORRUPT or undecodable:
                self.close()
                raise IndexCorrupt(
                    self.path, f"is damaged ({error}); it is set aside and rebuilt."
                ) from error
            if code == sqlite3.SQLITE_FULL:
                reason = "cannot grow: the disk is full. Make room; indexing goes on by itself."
                raise DiskFull(self.path, reason) from error
            if code in (
                sqlite3.SQLITE_IOERR,
                sqlite3.SQLITE_READONLY,
                sqlite3.SQLITE_CANTOPEN,
                sqlite3.SQLITE_BUSY,
            ):
                raise IndexFault(self.path, f"cannot be used: {error}. It is tried again.") from error
            raise


def set_aside(path: Path, why: str) -> Path:
    """Rename index.db and its companions to the first free index.db.WHY-N; return that."""
    number = 1
    while (aside := path.with_name(f"{path.name}.{why}-{number}")).exists():
        number += 1
    for suffix in ("-wal", "-shm", ""):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
    return aside
