"""From a request to what is shown: superseding, engines that fail, the display, and reasons for silence."""

import asyncio
import logging

import pytest

from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.suggesting.suggest import Request
from fabula_daemon.errors import ModelError
from tests.support.asking import CHAPTER, SHEET, TEXT, asked, begun, suggester, until, write_on
from tests.support.fake_engine import FakeEngine


async def test_a_suggestion_and_why(desk, author):
    engine = FakeEngine("down to the water. Then she")
    suggester_ = suggester(desk, engine)
    (suggestion,) = await suggester_.suggest(Request(author, CHAPTER, len(TEXT)))
    assert suggestion.text == "down to the water."
    assert suggestion.replaces == 0
    why = suggestion.why
    assert why is suggester_.last
    assert (why.reason, why.people, why.candidates) == ("shown", ["Sarah Chen", "Yusuf Demir"], 1)
    assert why.total_ms > why.engine_ms > 0
    assert why.gate_ms > 0


async def test_the_buffer_counts_and_not_the_disk(desk, author):
    engine = FakeEngine("down. Then")
    await asked(suggester(desk, engine), author, desk, "He swam ")
    assert engine.prompts[0].text == "He swam"


async def test_a_newer_request_silences_the_older_and_stops_its_model(desk, author):
    engine = FakeEngine("down to the water. Then", "up. Then")
    suggester_ = suggester(desk, engine)
    older = await begun(suggester_, author, desk, engine, pieces=1)
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "straight "))
    assert await older == []
    await until(lambda: len(engine.prompts) == 2)
    assert engine.stopped_early == engine.prompts[:1]
    write_on(engine)
    assert await newer == ["up."]
    assert suggester_.last.reason == "shown"
    assert suggester_.tally.withheld["superseded"] == 1


async def test_another_client_and_another_document_are_not_superseded(desk, author):
    engine = FakeEngine(answer=lambda _: "down. Then")
    engine.hold = True
    suggester_ = suggester(desk, engine)
    other = "manuscript/02.md"
    desk.open(author, other, TEXT)
    requests = [
        Request(author, CHAPTER, len(TEXT)),
        Request(object(), CHAPTER, len(TEXT)),
        Request(author, other, len(TEXT)),
    ]
    answers = [asyncio.ensure_future(suggester_.suggest(request)) for request in requests]
    await until(lambda: len(engine.prompts) == 3)
    engine.released.set()
    assert [[s.text for s in await answer] for answer in answers] == [["down."]] * 3


async def test_who_gives_up_stops_the_model(desk, author):
    engine = FakeEngine("down. Then")
    engine.hold = True
    request = asyncio.ensure_future(asked(suggester(desk, engine), author, desk))
    await until(lambda: engine.prompts)
    request.cancel()
    with pytest.raises(asyncio.CancelledError):
        await request
    await until(lambda: engine.stopped_early == engine.prompts)


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("# One", CHAPTER, "the cursor is in a heading"),
        ("---\ntitle: |\n---\n\nShe went", CHAPTER, "the cursor is in front matter, a comment or code"),
        ("She <!-- or ", CHAPTER, "the cursor is in front matter, a comment or code"),
        ("---\nname: Sarah Chen\n---\n\nShe ", SHEET, "not a chapter"),
        ("She went ", "notes.md", "not a chapter"),
    ],
)
async def test_where_no_prose_is_written_there_is_silence(desk, author, text, path, reason):
    engine = FakeEngine("down. Then")
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk, text, path) == []
    assert engine.prompts == []
    assert suggester_.last.reason == reason


async def test_switched_off(desk, author):
    suggester_ = suggester(desk, FakeEngine("down. Then"), enabled=False)
    assert await asked(suggester_, author, desk) == []
    assert suggester_.last.reason == "completion is switched off"


async def test_who_pauses_while_the_model_loads_is_answered_when_it_is_there(desk, author):
    engine = FakeEngine("down. Then")
    engine.ready = False
    suggester_ = suggester(desk, engine)
    answer = asyncio.create_task(asked(suggester_, author, desk))
    await until(lambda: engine.awaited)
    assert not answer.done()
    await engine.start()
    assert await answer == ["down."]
    assert suggester_.last.total_ms - suggester_.last.engine_ms < 20  # the waiting is the engine's


async def test_who_waits_for_a_model_is_answered_by_the_one_that_takes_its_place(desk, author):
    loading = FakeEngine("down. Then")
    loading.ready = False
    suggester_ = suggester(desk, Choice([loading]))
    answer = asyncio.create_task(asked(suggester_, author, desk))
    await until(lambda: loading.awaited)
    suggester_.engines = Choice([FakeEngine("ashore. Then")])
    assert await answer == ["ashore."]


async def test_text_that_changed_while_the_model_loaded_is_not_continued(desk, author):
    engine = FakeEngine("down. Then")
    engine.ready = False
    suggester_ = suggester(desk, engine)
    answer = asyncio.create_task(asked(suggester_, author, desk))
    await until(lambda: engine.awaited)
    desk.change(author, CHAPTER, "Another text.")
    await engine.start()
    assert await answer == []
    assert suggester_.last.reason == "the text has changed meanwhile"


async def test_a_model_that_cannot_be_had_is_said(desk, author):
    engine = FakeEngine("down. Then")
    engine.ready, engine.problem = False, "There is no model. Do this."
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == []
    assert suggester_.last.reason == "There is no model. Do this."


async def test_a_model_that_fails_is_silence_and_the_next_request_asks_again(desk, author, caplog):
    engine = FakeEngine(ModelError("The process ended."), "down. Then")
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == []
    assert suggester_.last.reason == "the model failed"
    assert "The process ended." in caplog.text
    assert await asked(suggester_, author, desk) == ["down."]


async def test_a_model_that_ends_and_is_started_again_is_waited_for_once(desk, author):
    def answer(prompt):
        engine.ready = False
        return ModelError("The process ended.") if len(engine.prompts) < 3 else "ashore. Then"

    engine = FakeEngine(answer=answer)
    suggester_ = suggester(desk, engine)
    answering = asyncio.create_task(asked(suggester_, author, desk))
    await until(lambda: engine.awaited)
    await engine.start()
    assert await answering == []
    assert len(engine.prompts) == 2
    await engine.start()
    assert await asked(suggester_, author, desk) == ["ashore."]


async def test_another_engine_answers_for_one_that_fails_midway(desk, author):
    broken, spare = FakeEngine("down to the water. Then"), FakeEngine("ashore. Then")
    broken.fails_after = 2
    suggester_ = suggester(desk, Choice([broken, spare]))
    assert await asked(suggester_, author, desk) == ["ashore."]
    assert (len(broken.prompts), len(spare.prompts)) == (1, 1)
    assert spare.prompts[0].text == broken.prompts[0].text
    assert suggester_.last.reason == "shown"


async def test_the_other_engine_begins_where_she_is_by_then(desk, author):
    broken, spare = FakeEngine("down to the water. Then"), FakeEngine("n and in. Then")
    broken.fails_after = 1
    suggester_ = suggester(desk, Choice([broken, spare]))
    older = await begun(suggester_, author, desk, broken, pieces=1)
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "dow"))
    assert await older == []
    write_on(broken)
    assert await newer == ["n and in."]


async def test_another_engine_answers_for_one_that_hangs(desk, author):
    hung, spare = FakeEngine("down. Then"), FakeEngine("ashore. Then")
    hung.hold = True
    suggester_ = suggester(desk, Choice([hung, spare]), stalled=0.01)
    assert await asked(suggester_, author, desk) == ["ashore."]
    await until(lambda: hung.stopped_early == hung.prompts)


async def test_a_slow_engine_is_waited_for_if_there_is_no_other(desk, author):
    slow, loading = FakeEngine("down. Then"), FakeEngine("ashore. Then")
    slow.hold, loading.ready = True, False
    answer = asyncio.ensure_future(asked(suggester(desk, Choice([slow, loading]), stalled=0.0), author, desk))
    await until(lambda: slow.prompts)
    await asyncio.sleep(0.001)
    slow.released.set()
    assert await answer == ["down."]


async def test_a_fault_of_ours_is_silence_and_stands_in_the_log(desk, author, caplog):
    engine = FakeEngine(answer=lambda _: 1 / 0)
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == []
    assert suggester_.last.reason == "an error, which is in the log"
    assert "ZeroDivisionError" in caplog.text


async def test_who_is_typing_is_shown_nothing_that_the_next_key_may_contradict(desk, author):
    engine = FakeEngine(answer=lambda _: "down. Then")
    slept = []

    async def sleep(seconds):
        slept.append(seconds)

    suggester_ = suggester(desk, engine, sleep=sleep)
    await asked(suggester_, author, desk)
    assert slept == []  # nobody is known to be typing yet
    await asked(suggester_, author, desk, TEXT + "x")
    assert 0 < suggester_.last.held_ms < suggester_.last.total_ms
    assert await asked(suggester_, author, desk, TEXT + "xd") == ["own."]
    await asked(suggester_, author, desk, TEXT + "y", explicit=True)
    assert len(slept) == 1


async def test_listeners_hear_of_every_answer(desk, author):
    engine = FakeEngine("down to the water. Then", "p the hill. Then")
    suggester_, heard = suggester(desk, engine), []
    suggester_.listen(lambda name, why, texts: heard.append((name, why.reason, why.cached, texts)))
    (suggestion,) = await suggester_.suggest(Request(author, CHAPTER, len(TEXT)))
    for text in (TEXT + "d", TEXT + "u", "# One"):
        await asked(suggester_, author, desk, text)
    first, other, nothing = heard[0][0], heard[2][0], heard[3][0]
    assert suggestion.id == first
    assert heard == [
        (first, "shown", False, ("down to the water.",)),
        (first, "shown", True, ("own to the water.",)),
        (other, "shown", False, ("p the hill.",)),
        (nothing, "the cursor is in a heading", False, ()),
    ]
    assert len({first, other, nothing}) == 3


async def test_listeners_hear_of_what_was_written_for_nobody_when_it_is_forgotten(desk, author):
    engine = FakeEngine(
        "to Elena Martinez, who slept. Then", "down and down to the water. Then", "ashore. Then"
    )
    suggester_, heard = suggester(desk, engine), []
    suggester_.listen(lambda name, why, texts: heard.append((name, why)))
    engine.pace = asyncio.Semaphore(
        3 + 4
    )  # pieces of the first candidate, until it is refused, and of the next
    older = asyncio.ensure_future(asked(suggester_, author, desk))
    await until(lambda: len(engine.prompts) == 2 and engine.waiting == 4)
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "x"))
    assert await older == []
    write_on(engine)
    assert await newer == ["ashore."]
    await suggester_.close()
    (unused,) = [why for name, why in heard if why.words and why.reason == "superseded"]
    assert unused.words == len("to Elena Martinez, down and down to".split())
    assert [one.name for one in unused.rejected] == ["Elena Martinez"]
    assert sum(why.reason == "shown" for _, why in heard) == 1


async def test_a_listener_that_fails_keeps_nothing_from_her(desk, author, caplog):
    suggester_ = suggester(desk, FakeEngine("down. Then"))
    suggester_.listen(lambda name, why, texts: 1 / 0)
    assert await asked(suggester_, author, desk) == ["down."]
    assert "ZeroDivisionError" in caplog.text


async def test_closing_stops_what_is_being_written(desk, author):
    engine = FakeEngine("down to the water. Then")
    suggester_ = suggester(desk, engine)
    answer = await begun(suggester_, author, desk, engine, pieces=1)
    await suggester_.close()
    assert engine.stopped_early == engine.prompts
    assert await answer == []


async def test_every_answer_leaves_one_line_without_the_manuscript_in_it(desk, author, caplog):
    caplog.set_level(logging.INFO, "fabula.suggest")
    suggester_ = suggester(desk, FakeEngine("down to the water. Then"))
    desk.open(author, SHEET, "---\nname: Sarah Chen\nkind: character\neyes: green as bottles\n---\n")
    await until(lambda: "bottles" in str(desk.canon.entities))
    await asked(suggester_, author, desk)
    assert "bottles" in str(suggester_.last.facts)
    await asked(suggester_, author, desk, "# One")
    shown, withheld = [record.why for record in caplog.records]
    assert (shown["reason"], shown["characters"], shown["path"]) == (
        "shown",
        len("down to the water."),
        CHAPTER,
    )
    assert (shown["facts"], shown["people"]) == (1, ["Sarah Chen", "Yusuf Demir"])
    assert withheld["reason"] == "the cursor is in a heading"
    assert not any(told in str(shown) for told in ("water", "lamp", "bottles"))
