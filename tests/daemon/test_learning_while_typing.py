"""The real suggester, what must not be copied, the real records, and an author who writes."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from fabula_daemon.completion.gate.copying import Copying
from fabula_daemon.completion.suggesting.spans import Edit
from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.config import CompletionSettings
from fabula_daemon.desk import Desk
from fabula_daemon.learning import Learning
from fabula_daemon.records.records import Records
from fabula_daemon.records.suggestions import ModelFigures
from tests.support.fake_engine import FakeEngine

CHAPTER, EARLIER = "manuscript/02.md", "manuscript/01.md"
OLD = "The pump had stopped before she reached the gate, and nobody said so."
TEXT = "She put the lamp down"
REST = " and waited for the bell."


class Writer:
    """An author in an editor that asks at every key, and tells nothing but her edits."""

    def __init__(self, root: Path) -> None:
        self.text = TEXT
        self.model_writes: Iterator[str] = iter(())
        self.desk = Desk(root)
        self.copying = Copying(root, self.desk, lambda: self.desk.world.settings)
        self.records = Records(root / ".fabula")
        self.learning = Learning(self.records)
        engine = FakeEngine(answer=lambda _: next(self.model_writes, ""))
        self.suggester = Suggester(
            self.desk, engine, CompletionSettings(), copying=self.copying, ahead_after=None
        )
        self.suggester.listen(self.learning.told)
        self.desk.open(self, CHAPTER, self.text)

    async def ask(self) -> list[str]:
        at = len(self.text)
        suggestions = await self.suggester.suggest(Request(self, CHAPTER, at))
        self.learning.shown(self, CHAPTER, at, suggestions)
        return [suggestion.text for suggestion in suggestions]

    def put(self, text: str) -> None:
        edit = Edit(len(self.text), "", text)
        self.text += text
        self.desk.change(self, CHAPTER, self.text, caret=len(self.text))
        self.learning.edited(self, CHAPTER, edit)

    async def type(self, text: str) -> None:
        for letter in text:
            self.put(letter)
            await self.ask()

    async def figures(self) -> ModelFigures:
        await self.records.written()
        (only,) = self.records.models
        return only


@pytest.fixture
async def writer(tmp_path: Path) -> AsyncIterator[Writer]:
    for path, text in {"fabula.toml": "", CHAPTER: TEXT, EARLIER: OLD}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    writer = Writer(tmp_path)
    await writer.records.start()
    writer.copying.start()
    await writer.copying.settled()
    yield writer
    await writer.suggester.close()
    await writer.copying.stop()
    writer.learning.stop()
    await writer.records.stop()
    await writer.desk.settled()


async def test_typed_into_and_then_taken_over_it_is_one_suggestion_that_was_accepted(writer: Writer) -> None:
    writer.model_writes = iter([f"{REST} Nobody"])
    assert await writer.ask() == [REST]
    await writer.type(" and")
    assert await writer.ask() == [" waited for the bell."]
    writer.put(" waited for the bell.")
    known = await writer.figures()
    assert (known.shown, known.accepted, known.characters) == (1, 1, len(" waited for the bell."))


async def test_written_otherwise_it_was_dismissed_and_the_next_one_counts_for_itself(writer: Writer) -> None:
    writer.model_writes = iter([f"{REST} Nobody", "t sat. She"])
    await writer.ask()
    writer.put(" bu")
    assert await writer.ask() == ["t sat."]
    writer.put("t sat.")
    known = await writer.figures()
    assert (known.shown, known.dismissed, known.accepted, known.characters) == (2, 1, 1, 6)


async def test_what_stands_in_another_chapter_is_not_suggested_and_leaves_a_row(writer: Writer) -> None:
    writer.model_writes = iter(3 * [f" and knew {OLD.lower()} Then"])
    assert await writer.ask() == []
    assert writer.suggester.last is not None
    assert writer.suggester.last.reason == "copied from the story"
    assert (await writer.figures()).withheld == 1


async def test_what_she_has_just_written_herself_is_not_suggested_again(writer: Writer) -> None:
    line = " and counted the rings until the long bell had gone quiet."
    writer.put(f"{line} She put the lamp down")
    await writer.ask()
    await writer.copying.settled()
    writer.model_writes = iter(3 * [f"{line} Then"])
    writer.put(" slowly")
    assert await writer.ask() == []
    assert writer.suggester.last is not None
    assert writer.suggester.last.reason == "copied from the story"
