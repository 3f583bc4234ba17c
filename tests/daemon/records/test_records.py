"""Every suggestion leaves a row, what became of it is written beside it, and each model has its figures."""

import tempfile
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.records.records import Records
from fabula_daemon.records.store import FILE_NAME, Store
from fabula_daemon.records.suggestions import (
    KEPT_AFTER,
    ModelFigures,
    Row,
    add,
    became,
    by_model,
    kept,
    offered,
)

SHOWN = Row(
    "1", 1000.0, "manuscript/01.md", 12, "transformers", "starter 1a2b3c4d", "shown", " and waited.",
    words=40, candidates=2, cached=False, confidence=0.4, prompt_tokens=800, reused_tokens=768,
    grounding_ms=3.0, first_ms=20.0, engine_ms=80.0, gate_ms=2.0, held_ms=0.0, total_ms=90.0,
    strangers=(("Elena Martinez", "default"), ("Bob", "fresh")),
)  # fmt: skip
WITHHELD = replace(SHOWN, id="2", at=1001.0, reason="unknown name", text=None, words=10, strangers=())


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    records = Records(tmp_path)
    await records.start()
    yield records
    await records.stop()


async def figures(records: Records) -> ModelFigures:
    await records.written()
    (only,) = records.models
    return only


async def test_what_is_shown_and_what_is_withheld_is_counted(records: Records) -> None:
    for row in (SHOWN, WITHHELD):
        records.add(row)
    records.offered("1")
    known = await figures(records)
    assert (known.model, known.shown, known.withheld, known.words) == ("starter 1a2b3c4d", 1, 1, 50)
    assert known.strangers == {"default": 1, "fresh": 1}
    assert known.strangers_per_1k_words == 40.0


async def test_a_suggestion_that_is_shown_again_counts_once(records: Records) -> None:
    for _ in range(3):
        records.add(SHOWN)
        records.offered("1")
    records.add(replace(SHOWN, reason="unknown name"))
    known = await figures(records)
    assert (known.shown, known.withheld, known.words, sum(known.strangers.values())) == (1, 0, 40, 2)


async def test_what_was_withheld_and_is_shown_after_all_has_been_shown(records: Records) -> None:
    records.add(replace(SHOWN, reason="the model failed", words=3))
    records.add(replace(SHOWN, strangers=SHOWN.strangers[:1]))
    known = await figures(records)
    assert (known.withheld, known.words, known.strangers) == (0, 40, {"default": 1})


async def test_what_became_of_it_and_what_still_stands(records: Records) -> None:
    for number, (outcome, accepted) in enumerate(
        [("accepted", 12), ("accepted", 8), ("partial", 5), ("typed", 0), ("dismissed", 0)]
    ):
        records.add(replace(SHOWN, id=str(number)))
        records.became(str(number), outcome, accepted)
    records.kept("0", 30.0, 12)
    records.kept("1", 30.0, 3)
    records.kept("0", 300.0, 6)
    known = await figures(records)
    assert (known.accepted, known.partial, known.typed, known.dismissed) == (2, 1, 1, 1)
    assert (known.characters, known.kept_30s, known.kept_5min) == (25, 0.75, 0.5)


async def test_an_outcome_without_a_count_leaves_the_count(records: Records) -> None:
    records.add(SHOWN)
    records.became("1", "dismissed", 4)
    records.became("1", "accepted", None)
    known = await figures(records)
    assert (known.accepted, known.dismissed, known.characters) == (1, 0, 4)


async def test_each_version_has_its_own_figures_the_last_used_first(records: Records) -> None:
    records.add(SHOWN)
    records.add(replace(SHOWN, id="2", at=2000.0, model="mine 00000000", words=0, strangers=()))
    records.add(replace(SHOWN, id="3", at=3000.0, model=""))
    await records.written()
    assert [known.model for known in records.models] == ["mine 00000000", "starter 1a2b3c4d"]
    assert records.models[0].strangers_per_1k_words is None
    assert records.models[0].as_data()["kept_30s"] is None


async def test_a_path_that_is_no_utf_8_is_recorded_as_far_as_it_can_be(records: Records) -> None:
    records.add(replace(SHOWN, path="manuscript/\udcff.md", strangers=(("\ud800", "fresh"),)))
    assert (await figures(records)).strangers == {"fresh": 1}


async def test_what_was_recorded_is_there_the_next_time(tmp_path: Path) -> None:
    first = Records(tmp_path)
    await first.start()
    first.add(SHOWN)
    await first.stop()
    again = Records(tmp_path)
    await again.start()
    assert [known.words for known in again.models] == [40]
    await again.stop()


async def test_what_cannot_be_written_waits_until_it_can(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"red dust" * 1000)
    records = Records(tmp_path)
    await records.start()
    assert records.problem is not None
    assert "is damaged" in records.problem
    records.add(SHOWN)
    await records.written()
    (tmp_path / FILE_NAME).rename(tmp_path / "moved away")
    records.offered("1")
    known = await figures(records)
    assert (known.shown, records.problem) == (1, None)
    await records.stop()


IDS = st.sampled_from(["1", "2", "3"])
ROWS = st.builds(
    lambda name, model, reason, words: replace(SHOWN, id=name, model=model, reason=reason, words=words),
    IDS, st.sampled_from(["a", "b"]), st.sampled_from(["shown", "unknown name"]), st.integers(0, 9),
)  # fmt: skip
OUTCOMES = st.tuples(
    IDS, st.sampled_from(["accepted", "partial", "typed", "dismissed"]), st.none() | st.just(8)
)
STEPS = IDS | ROWS | OUTCOMES | st.tuples(IDS, st.sampled_from([*KEPT_AFTER]), st.integers(0, 8))


@settings(max_examples=30)
@given(st.lists(STEPS, max_size=12))
def test_the_totals_are_what_counting_everything_anew_would_give(steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with store.transaction() as database:
            for step in steps:
                if isinstance(step, Row):
                    add(database, step)
                elif isinstance(step, str):
                    offered(database, step)
                elif isinstance(step[1], str):
                    became(database, *step)
                else:
                    kept(database, *step)
            rows = list(database["suggestions"].rows)
            totals = {figures.model: figures for figures in by_model(database)}
        store.close()
    assert {row["model"] for row in rows} <= totals.keys()
    for model, found in totals.items():
        mine = [row for row in rows if row["model"] == model]
        assert found.shown == sum(row["offered"] for row in mine)
        assert found.withheld == sum(row["reason"] != "shown" for row in mine)
        for outcome in ("accepted", "partial", "typed", "dismissed"):
            assert getattr(found, outcome) == sum(row["outcome"] == outcome for row in mine)
        assert found.words == sum(row["words"] for row in mine)
        assert found.characters == sum(row["accepted"] or 0 for row in mine)
        for column in KEPT_AFTER.values():
            measured = [row for row in mine if row[column] is not None]
            of = sum(row["accepted"] or 0 for row in measured)
            assert getattr(found, column) == (sum(row[column] for row in measured) / of if of else None)
