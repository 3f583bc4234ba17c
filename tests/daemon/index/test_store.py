"""index.db opens whatever happened to it: migrated, or set aside and begun anew."""

import sqlite3

import pytest

from fabula_daemon.errors import DiskFull, IndexCorrupt, IndexFault
from fabula_daemon.index.migrations import STEPS
from fabula_daemon.index.store import FILE_NAME, Store, migrations


def tables(store):
    return {name for (name,) in store.query("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_new_index_is_in_wal_mode_with_every_migration_applied(tmp_path):
    store = Store.writable(tmp_path / "state")
    assert store.value("PRAGMA journal_mode") == "wal"
    assert {"documents", "scenes", "chunks", "words", "evidence", "embeddings"} <= tables(store)
    assert store.query("SELECT name FROM _sqlite_migrations ORDER BY id") == [
        (step.__name__,) for step in STEPS
    ]
    store.close()


@pytest.mark.parametrize("applied", range(len(STEPS)))
def test_an_older_schema_is_migrated_and_keeps_its_rows(tmp_path, applied):
    from sqlite_utils import Database

    old = Database(tmp_path / FILE_NAME)
    migrations.apply(old, stop_before=STEPS[applied].__name__)
    if applied:
        old["documents"].insert(
            {
                "path": "a.md",
                "kind": "chapter",
                "title": "A",
                "size": 1,
                "mtime_ns": 1,
                "hash": "",
                "cut": "",
                "canon": "",
            }
        )
    old.close()
    store = Store.writable(tmp_path)
    assert store.value("SELECT count(*) FROM documents") == min(applied, 1)
    assert "embeddings" in tables(store)
    store.close()


def test_a_newer_schema_is_set_aside(tmp_path):
    store = Store.writable(tmp_path)
    with store.transaction():
        store.write(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
            [("index", "m999_future", "")],
        )
    store.close()
    again = Store.writable(tmp_path)
    assert (tmp_path / "index.db.newer-1").exists()
    assert again.value("SELECT count(*) FROM documents") == 0
    again.close()


def test_what_is_no_database_is_set_aside_each_time_under_a_new_name(tmp_path):
    for number in (1, 2):
        (tmp_path / FILE_NAME).write_bytes(b"red dust" * 1000)
        Store.writable(tmp_path).close()
        assert (tmp_path / f"index.db.corrupt-{number}").read_bytes() == b"red dust" * 1000


def test_damage_met_later_is_told_apart_from_other_faults(tmp_path):
    store = Store.writable(tmp_path)
    with store.transaction():
        rows = [(n, "x" * 3000) for n in range(200)]
        store.write("INSERT INTO name_totals VALUES (?, ?)", rows)
    store.close()
    with sqlite3.connect(tmp_path / FILE_NAME) as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.close()
    size = (tmp_path / FILE_NAME).stat().st_size
    with (tmp_path / FILE_NAME).open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size // 2))
    store = Store.writable(tmp_path)
    with pytest.raises(IndexCorrupt, match="set aside"):
        store.query("SELECT * FROM name_totals")


def test_a_full_disk_undoes_the_transaction_and_says_so(tmp_path):
    store = Store.writable(tmp_path)
    store.value(f"PRAGMA max_page_count = {store.value('PRAGMA page_count') + 2}")
    with pytest.raises(DiskFull, match="Make room"), store.transaction():
        store.write("INSERT INTO name_totals VALUES (?, ?)", [(n, "x" * 3000) for n in range(100)])
    assert store.value("SELECT count(*) FROM name_totals") == 0
    store.value("PRAGMA max_page_count = 1000000")
    with store.transaction():
        store.write("INSERT INTO name_totals VALUES (?, ?)", [("Sarah", "[]")])
    store.close()


def test_a_folder_that_cannot_be_made_is_a_fault_with_a_reason(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexFault, match="cannot be opened"):
        Store.writable(tmp_path / "file" / "state")


def test_a_reader_cannot_write(tmp_path):
    Store.writable(tmp_path).close()
    reader = Store(tmp_path / FILE_NAME, readonly=True)
    with pytest.raises(IndexFault):
        reader.insert("INSERT INTO name_totals VALUES (?, ?)", ["Sarah", "[]"])
    reader.close()
