"""What was written, or is being written, is found again where the author has typed on."""

import asyncio

import pytest

from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.suggesting.writer import RETRIES
from tests.support.asking import SHEET, TEXT, asked, begun, suggester, until, write_on
from tests.support.fake_engine import FakeEngine


async def test_typing_through_and_deleting_back_ask_no_model(desk, author):
    engine = FakeEngine("down to the water. Then")
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == ["down to the water."]
    assert await asked(suggester_, author, desk, TEXT + "d") == ["own to the water."]
    assert await asked(suggester_, author, desk, TEXT + "down to ") == ["the water."]
    assert await asked(suggester_, author, desk, TEXT + "down") == [" to the water."]
    assert await asked(suggester_, author, desk) == ["down to the water."]
    assert len(engine.prompts) == 1
    assert (suggester_.tally.shown, suggester_.tally.cached) == (5, 4)


async def test_marks_of_quotation_need_not_be_typed_as_they_are_shown(desk, author):
    suggester_ = suggester(desk, FakeEngine("down. “It’s late,” he said. Then"))
    assert await asked(suggester_, author, desk, "“Who’s there?” she said. ") == ["down."]
    suggester_ = suggester(desk, FakeEngine("“It’s late.” Then"))
    assert await asked(suggester_, author, desk) == ["“It’s late.”"]
    assert await asked(suggester_, author, desk, TEXT + "\"It's ") == ["late.”"]


async def test_what_she_types_while_it_is_being_written_is_not_written_again(desk, author):
    engine = FakeEngine("down to the water. Then")
    suggester_ = suggester(desk, engine)
    older = await begun(suggester_, author, desk, engine, pieces=1)
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "do"))
    assert await older == []
    write_on(engine)
    assert await newer == ["wn to the water."]
    assert len(engine.prompts) == 1
    assert not suggester_.last.cached


async def test_who_types_faster_than_the_model_waits_for_it_as_long_as_it_may_follow(desk, author):
    engine = FakeEngine("down to the water. Then")
    suggester_ = suggester(desk, engine)
    older = await begun(suggester_, author, desk, engine, pieces=1)
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "down to"))
    assert await older == []
    write_on(engine)
    assert await newer == [" the water."]
    assert len(engine.prompts) == 1


async def test_what_has_not_begun_when_she_types_on_is_begun_where_she_is(desk, author):
    engine = FakeEngine("down to the water. Then", "n and out. Then")
    suggester_ = suggester(desk, engine)
    older = await begun(suggester_, author, desk, engine, pieces=0)
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "dow"))
    assert await older == []
    await until(lambda: len(engine.prompts) == 2)
    write_on(engine)
    assert await newer == ["n and out."]
    assert engine.stopped_early[0] is engine.prompts[0]


async def test_what_turns_out_to_be_something_else_is_stopped_and_written_anew(desk, author):
    engine = FakeEngine("down to the water. Then", "ashore. Then")
    suggester_ = suggester(desk, engine)
    older = await begun(suggester_, author, desk, engine, pieces=1)
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "down and "))
    assert await older == []
    write_on(engine)
    assert await newer == ["ashore."]
    assert engine.stopped_early[0] is engine.prompts[0]
    assert len(engine.prompts) == 2


async def test_an_editor_that_cancels_each_question_before_the_next_loses_nothing(desk, author):
    engine = FakeEngine("down to the water. Then")
    suggester_ = suggester(desk, engine, linger=60.0)
    older = await begun(suggester_, author, desk, engine, pieces=1)
    older.cancel()
    with pytest.raises(asyncio.CancelledError):
        await older
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "d"))
    write_on(engine)
    assert await newer == ["own to the water."]
    assert len(engine.prompts) == 1


async def test_the_model_stops_when_she_goes_where_nothing_is_suggested(desk, author):
    engine = FakeEngine("down to the water. Then")
    suggester_ = suggester(desk, engine)
    older = await begun(suggester_, author, desk, engine, pieces=1)
    assert await asked(suggester_, author, desk, "# One") == []
    assert await older == []
    await until(lambda: engine.stopped_early == engine.prompts)


async def test_where_there_was_silence_it_is_silent_again(desk, author):
    engine = FakeEngine("[World] down. Then", "p the hill. Then")
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == []
    assert await asked(suggester_, author, desk, TEXT + "u") == ["p the hill."]
    assert await asked(suggester_, author, desk) == []
    assert (suggester_.last.reason, suggester_.last.cached) == ("markup", True)
    assert len(engine.prompts) == 2


async def test_what_would_follow_is_written_while_she_reads(desk, author):
    engine = FakeEngine("down to the water. Then", " It was cold. Then", " Nobody came. Then")
    suggester_ = suggester(desk, engine, ahead_after=0.0)
    (shown,) = await asked(suggester_, author, desk)
    await until(lambda: len(engine.prompts) == 2 and engine.stopped_early == engine.prompts)
    assert engine.prompts[1].text + engine.prompts[1].opening == engine.prompts[0].text + " " + shown
    assert await asked(suggester_, author, desk, TEXT + shown) == [" It was cold."]
    assert (suggester_.last.cached, suggester_.last.offset) == (True, len(TEXT + shown))


async def test_typing_through_does_not_write_the_same_ahead_again(desk, author):
    engine = FakeEngine("down to the water. Then", " It was cold. Then")
    suggester_ = suggester(desk, engine, ahead_after=0.0)
    await asked(suggester_, author, desk)
    await until(lambda: len(engine.stopped_early) == 2)
    for typed in ("d", "down to the", "down to the water"):
        assert await asked(suggester_, author, desk, TEXT + typed)
        await asyncio.sleep(0.001)
    assert len(engine.prompts) == 2


async def test_what_is_written_ahead_gives_way_to_anybody(desk, author):
    engine = FakeEngine("down. Then", " It was cold. Then", "p the hill. Then")
    suggester_ = suggester(desk, engine, ahead_after=0.0)
    await asked(suggester_, author, desk)
    engine.pace = asyncio.Semaphore(0)
    await until(lambda: len(engine.prompts) == 2)
    other = object()
    answer = asyncio.ensure_future(asked(suggester_, other, desk, TEXT + "u"))
    await until(lambda: len(engine.prompts) == 3)
    assert engine.stopped_early == engine.prompts[:2]
    write_on(engine)
    assert await answer == ["p the hill."]


async def test_nothing_is_written_ahead_in_the_middle_of_a_line(desk, author):
    engine = FakeEngine("very slowly down")
    suggester_ = suggester(desk, engine, ahead_after=0.0)
    assert await asked(suggester_, author, desk, TEXT + "|slowly down.") == ["very "]
    await asyncio.sleep(0.001)
    assert len(engine.prompts) == 1


async def test_typing_something_else_asks_it(desk, author):
    engine = FakeEngine("down. Then", "p the hill. Then")
    suggester_ = suggester(desk, engine)
    await asked(suggester_, author, desk)
    assert await asked(suggester_, author, desk, TEXT + "u") == ["p the hill."]


async def test_what_was_shown_is_forgotten_when_the_world_changes(desk, author):
    engine = FakeEngine(answer=lambda _: "to Sarah. Then")
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == ["to Sarah."]
    desk.open(author, SHEET, "---\nname: Elena Martinez\nkind: character\n---\n")
    await until(lambda: desk.canon.owners.keys().isdisjoint({"Sarah"}))
    assert await asked(suggester_, author, desk) == []
    assert [one.name for one in suggester_.last.rejected] == ["Sarah"] * (1 + RETRIES)


async def test_what_another_model_wrote_is_not_offered_as_this_ones(desk, author):
    before, after = FakeEngine("down. Then"), FakeEngine("ashore. Then")
    after.model = "another 11111111"
    suggester_ = suggester(desk, before)
    assert await asked(suggester_, author, desk) == ["down."]
    suggester_.engines = Choice([after])
    assert await asked(suggester_, author, desk) == ["ashore."]
