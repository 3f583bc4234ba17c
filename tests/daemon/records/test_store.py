"""records.db is migrated, and whatever is wrong with it, it is never made to go away."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from fabula_daemon.errors import RecordsFault
from fabula_daemon.records.migrations import STEPS
from fabula_daemon.records.store import FILE_NAME, Store, migrations
from fabula_daemon.records.suggestions import ModelFigures, by_model


def test_a_new_file_has_every_migration(tmp_path: Path) -> None:
    store = Store(tmp_path / "state")
    assert [one.name for one in migrations.applied(store.database)] == [step.__name__ for step in STEPS]
    assert {"suggestions", "strangers"} <= set(store.database.table_names())
    store.close()


@pytest.mark.parametrize("applied", range(len(STEPS)))
def test_an_older_file_is_migrated(tmp_path: Path, applied: int) -> None:
    old = Database(tmp_path / FILE_NAME)
    migrations.apply(old, stop_before=STEPS[applied].__name__)
    for number in range(2 * bool(applied)):
        numbers = (
            "words candidates prompt_tokens reused_tokens cached grounding_ms first_ms engine_ms gate_ms"
        )
        row = dict.fromkeys((numbers + " held_ms total_ms at offset").split(), 5)
        texts = {"id": f"{number}", "path": "", "engine": "", "model": "mine", "reason": "shown", "text": ""}
        old["suggestions"].insert(row | texts | {"outcome": "accepted", "accepted": 12, "kept_30s": 9})
    old.close()
    store = Store(tmp_path)
    found = by_model(store.database)
    assert found == (
        [ModelFigures("mine", accepted=2, characters=24, kept_30s=0.75, words=10)] * bool(applied)
    )
    store.close()


def test_a_migration_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as old:
        old.execute("CREATE TABLE strangers (name TEXT)")
        old.execute("INSERT INTO strangers VALUES ('hers')")
    old.close()
    with pytest.raises(RecordsFault, match="already exists"):
        Store(tmp_path)
    after = Database(tmp_path / FILE_NAME)
    assert "suggestions" not in after.table_names()
    assert list(after["strangers"].rows) == [{"name": "hers"}]
    after.close()


def test_a_file_of_a_newer_fabula_is_not_touched(tmp_path: Path) -> None:
    store = Store(tmp_path)
    ledger = {"migration_set": "records", "name": "r999_future", "applied_at": ""}
    store.database["_sqlite_migrations"].insert(ledger)
    store.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(RecordsFault, match=r"newer Fabula.*r999_future.*Update Fabula"):
        Store(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_damaged_file_is_left_where_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"red dust" * 1000)
    with pytest.raises(RecordsFault, match=r"records\.db is damaged .* left as it is"):
        Store(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == b"red dust" * 1000


def test_a_folder_that_cannot_be_made_is_a_fault_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordsFault, match="cannot be used"):
        Store(tmp_path / "file" / "state")


def test_a_full_disk_undoes_the_transaction_and_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path)
    pages = store.database.execute("PRAGMA page_count").fetchone()[0]
    store.database.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(RecordsFault, match="Make room"), store.transaction() as database:
        database["strangers"].insert_all(
            {"suggestion": str(number), "name": "x" * 3000, "kind": "fresh"} for number in range(100)
        )
    assert store.database["strangers"].count == 0
    store.close()
