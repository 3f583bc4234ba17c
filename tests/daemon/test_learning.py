"""What the suggester and an editor tell becomes rows, beside each of them what became of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from fabula_daemon.completion.suggesting.spans import Edit
from fabula_daemon.completion.suggesting.suggest import SUPERSEDED, Suggestion
from fabula_daemon.completion.why import PROXIED, Rejected, Stranger, Why
from fabula_daemon.learning import Learning
from fabula_daemon.records.records import Records
from fabula_daemon.records.store import FILE_NAME

EDITOR, PATH, TEXT = object(), "manuscript/01.md", " and waited."


class Scene:
    """A story's records, and a clock that stands until it is moved."""

    def __init__(self, folder: Path) -> None:
        self.now = 50.0
        self.file = folder / FILE_NAME
        self.records = Records(folder)
        self.learning = Learning(self.records, clock=lambda: self.now, date=lambda: 1_800_000_000.0)

    async def row(self, suggestion: str = "1") -> dict[str, object]:
        await self.records.written()
        database = Database(self.file)
        row: dict[str, object] = database["suggestions"].get(suggestion)
        database.close()
        return row

    def show(self) -> None:
        why = Why(PATH, 5, "shown", characters=12, words=30, model="starter 1a2b3c4d", engine="transformers")
        why.rejected = [Rejected("Elena Martinez", Stranger.DEFAULT)]
        self.learning.told("1", why, (TEXT,))
        self.learning.shown(EDITOR, PATH, 5, [Suggestion(TEXT, why, id="1")])


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    scene = Scene(tmp_path)
    await scene.records.start()
    yield scene
    scene.learning.stop()
    await scene.records.stop()


async def test_what_an_editor_was_given_is_recorded_with_the_names_refused(scene: Scene) -> None:
    scene.show()
    row = await scene.row()
    assert (row["at"], row["text"], row["offered"], row["outcome"]) == (1_800_000_000.0, TEXT, 1, None)
    (known,) = scene.records.models
    assert (known.shown, known.words, known.strangers) == (1, 30, {"default": 1})


async def test_what_nobody_was_given_was_not_offered(scene: Scene) -> None:
    scene.learning.told("1", Why(PATH, 5, "unknown name", model="starter 1a2b3c4d"), ())
    scene.learning.told("2", Why(PATH, 5, SUPERSEDED, model="starter 1a2b3c4d"), ())
    scene.learning.told("3", Why(PATH, 5, "in a heading"), ())
    scene.learning.shown(EDITOR, PATH, 5, [])
    row = await scene.row()
    assert (row["reason"], row["text"], row["offered"]) == ("unknown name", None, 0)
    (known,) = scene.records.models
    assert (known.shown, known.withheld) == (0, 1)


@pytest.mark.parametrize("reason", [SUPERSEDED, PROXIED])
async def test_what_no_editor_was_given_counts_for_the_names_in_it_alone(scene: Scene, reason: str) -> None:
    scene.show()
    why = Why(PATH, 5, reason, words=70, model="starter 1a2b3c4d")
    why.rejected = [Rejected(name, Stranger.FRESH) for name in ("Bob", "Eve")]
    for suggestion in ("1", "2"):
        scene.learning.told(suggestion, why, ())
    await scene.records.written()
    (known,) = scene.records.models
    assert (known.shown, known.withheld, known.words) == (1, 0, 100)
    assert known.strangers == {"default": 1, "fresh": 2}
    assert known.strangers_per_1k_words == 30.0


async def test_what_she_takes_over_is_measured_twice(scene: Scene) -> None:
    scene.show()
    scene.learning.edited(EDITOR, PATH, Edit(5, "", TEXT))
    scene.now = 80.0
    scene.learning.look()
    scene.learning.edited(EDITOR, PATH, Edit(5, TEXT, " and left."))
    scene.now = 350.0
    scene.learning.look()
    row = await scene.row()
    assert (row["outcome"], row["accepted"]) == ("accepted", len(TEXT))
    assert (row["kept_30s"], row["kept_5min"]) == (len(TEXT), len(" and ."))


async def test_it_is_looked_at_when_it_is_time_without_being_told(scene: Scene) -> None:
    scene.show()
    scene.learning.edited(EDITOR, PATH, Edit(5, "", TEXT))
    scene.now = 1000.0
    scene.learning.accepted("1")  # whatever is heard next, what is due is due
    for _ in range(100):
        if (row := await scene.row())["kept_5min"] is not None:
            break
    assert (row["kept_30s"], row["kept_5min"]) == (len(TEXT), len(TEXT))


async def test_a_closed_text_ends_what_was_offered_in_it(scene: Scene) -> None:
    scene.show()
    scene.learning.left(EDITOR, [PATH])
    assert (await scene.row())["outcome"] == "dismissed"
