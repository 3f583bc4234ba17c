"""From a request to what is shown: superseding, typing through, drawing again, and reasons for silence."""

import asyncio
import itertools
import logging
import math

import pytest

from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.suggest import Request, Suggester
from fabula_daemon.completion.writer import RETRIES
from fabula_daemon.config import CompletionSettings
from fabula_daemon.desk import Desk
from fabula_daemon.errors import ModelError
from tests.support.fake_engine import FakeEngine

CHAPTER = "manuscript/01.md"
SHEET = "world/sarah.md"
TEXT = "# One\n\nSarah Chen took the lamp. “It’s dark,” said Yusuf. She went "


@pytest.fixture
def desk(tmp_path):
    for path, text in {
        "fabula.toml": "",
        CHAPTER: TEXT,
        SHEET: "---\nname: Sarah Chen\nkind: character\n---\n",
        "world/yusuf.md": "---\nname: Yusuf Demir\nkind: character\n---\n",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return Desk(tmp_path)


@pytest.fixture
def author():
    return object()


class FakeCopying:
    """Knows one run of words."""

    def __init__(self, run):
        self.run, self.refreshed = run, 0

    def refresh(self):
        self.refreshed += 1

    def run_in(self, text, before=""):
        return self.run if self.run in text else None


async def at_once(seconds):
    """Sleep, for a test."""


def suggester(
    desk, engine, *, copying=None, ahead_after=None, linger=0.0, stalled=60.0, sleep=at_once, **settings
):
    ticks, numbers = itertools.count(), itertools.count()
    return Suggester(
        desk,
        engine,
        CompletionSettings(**settings),
        copying=copying,
        clock=lambda: next(ticks) / 1000,
        sleep=sleep,
        ids=lambda: f"s{next(numbers)}",
        ahead_after=ahead_after,
        linger=linger,
        stalled=stalled,
    )


async def asked(suggester, author, desk, text=TEXT, path=CHAPTER, *, explicit=False):
    """Return the texts shown when `text` has been typed, the cursor being at its end or at a |."""
    before, _, after = text.partition("|")
    desk.change(author, path, before + after)
    request = Request(author, path, len(before), explicit=explicit)
    return [s.text for s in await suggester.suggest(request)]


async def begun(suggester, author, desk, engine, *, pieces):
    """Return an answer that is being waited for, of which the engine has written so many pieces."""
    engine.pace = asyncio.Semaphore(pieces)
    answer = asyncio.ensure_future(asked(suggester, author, desk))
    await until(lambda: engine.prompts and engine.waiting == pieces)
    return answer


def write_on(engine):
    for _ in range(200):
        engine.pace.release()


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0)


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


async def test_the_prompt_is_the_world_and_the_story_to_the_last_word(desk, author):
    engine = FakeEngine("down.")
    await asked(suggester(desk, engine), author, desk)
    (prompt,) = engine.prompts
    assert prompt.text == (
        "[World]\nSarah Chen\nYusuf Demir\nYusuf\n\n[Story]\n"
        "Sarah Chen took the lamp. “It’s dark,” said Yusuf. She went"
    )
    assert prompt.opening == " "
    assert prompt.temperature == CompletionSettings().temperature


async def test_the_buffer_counts_and_not_the_disk(desk, author):
    engine = FakeEngine("down. Then")
    await asked(suggester(desk, engine), author, desk, "He swam ")
    assert engine.prompts[0].text == "He swam"


async def test_the_model_stops_where_the_sentence_ends(desk, author):
    engine = FakeEngine("down to the water. Then she came back and sat by the lamp.")
    await asked(suggester(desk, engine), author, desk)
    assert engine.stopped_early == engine.prompts


async def test_asking_again_gives_the_same(desk, author):
    prompts = []
    for _ in range(2):
        engine = FakeEngine("down. Then")
        await asked(suggester(desk, engine), author, desk)
        prompts += engine.prompts
    assert prompts[0] == prompts[1]


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


async def test_a_stranger_is_banned_and_another_candidate_drawn(desk, author):
    engine = FakeEngine("to Elena Martinez, who slept. Then", "to Zorblax, who slept. Then", "to sleep. Then")
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == ["to sleep."]
    beforehand = engine.prompts[0].banned
    assert [prompt.banned for prompt in engine.prompts] == [
        beforehand,
        (*beforehand, "Elena Martinez"),
        (*beforehand, "Elena Martinez", "Zorblax"),
    ]
    assert len({prompt.seed for prompt in engine.prompts}) == 3
    assert [one.name for one in suggester_.last.rejected] == ["Elena Martinez", "Zorblax"]


async def test_after_so_many_strangers_there_is_silence(desk, author):
    engine = FakeEngine(answer=lambda _: "to Elena Martinez, who slept. Then")
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == []
    assert len(engine.prompts) == 1 + RETRIES
    assert suggester_.last.reason == "unknown name"
    assert suggester_.tally.withheld == {"unknown name": 1}


async def test_several_candidates_differ(desk, author):
    engine = FakeEngine("down. Then", "down. Then", "up. Then")
    suggester_ = suggester(desk, engine, candidates=2)
    assert await asked(suggester_, author, desk, explicit=True) == ["down.", "up."]


async def test_the_first_candidate_is_not_kept_back_for_the_others_and_asking_for_more_costs_nothing(
    desk, author
):
    engine = FakeEngine("down. Then", "up and up and up. Then")
    suggester_ = suggester(desk, engine, candidates=2)
    engine.pace = asyncio.Semaphore(4)
    assert await asked(suggester_, author, desk) == ["down."]
    more = asyncio.ensure_future(asked(suggester_, author, desk, explicit=True))
    write_on(engine)
    assert await more == ["down.", "up and up and up."]
    assert len(engine.prompts) == 2
    assert await asked(suggester_, author, desk, TEXT + "u") == ["p and up and up."]
    assert len(engine.prompts) == 2


async def test_the_surest_candidate_comes_first(desk, author):
    engine = FakeEngine(answer=lambda prompt: "down. Then" if prompt.seed % 2 else "up. Then")
    engine.sureness = lambda prompt: -2.0 if prompt.seed % 2 else -1.0
    suggester_ = suggester(desk, engine, candidates=2)
    assert await asked(suggester_, author, desk, explicit=True) == ["up.", "down."]
    assert suggester_.last.confidence == pytest.approx(math.exp(-1.0))


@pytest.mark.parametrize(("logprob", "shown"), [(-0.5, True), (-2.0, False), (None, True)])
async def test_what_the_model_is_not_sure_of_is_not_shown(desk, author, logprob, shown):
    engine = FakeEngine("down. Then")
    engine.logprob = logprob
    suggester_ = suggester(desk, engine, confidence=0.3)
    assert bool(await asked(suggester_, author, desk)) == shown
    assert suggester_.last.reason == ("shown" if shown else "the model is not sure enough")
    assert suggester_.last.confidence == (pytest.approx(math.exp(logprob)) if logprob else None)


async def test_what_is_copied_from_the_story_is_drawn_again(desk, author):
    engine = FakeEngine("to the water that was left in the tank. Then", "ashore. Then")
    suggester_ = suggester(desk, engine, copying=FakeCopying("the water that was left in the tank"))
    assert await asked(suggester_, author, desk) == ["ashore."]
    engine = FakeEngine(answer=lambda _: "to the water that was left in the tank. Then")
    suggester_ = suggester(desk, engine, copying=FakeCopying("the water that was left in the tank"))
    assert await asked(suggester_, author, desk) == []
    assert suggester_.last.reason == "copied from the story"
    assert suggester_.last.candidates == 1 + RETRIES


@pytest.mark.parametrize(
    ("unit", "shown", "tokens"),
    [
        ("sentence", "down to the water.", 12),
        ("words", "down to the water.", 12),
        ("paragraph", "down to the water. Then she came back.", 60),
    ],
)
async def test_the_unit_is_the_authors(desk, author, unit, shown, tokens):
    engine = FakeEngine("down to the water. Then she came back.\n\nHe")
    assert await asked(suggester(desk, engine, unit=unit, max_words=4), author, desk) == [shown]
    assert engine.prompts[0].max_tokens == tokens


async def test_max_words_are_the_authors(desk, author):
    engine = FakeEngine("down and down and down and down. Then")
    assert await asked(suggester(desk, engine, max_words=3), author, desk) == ["down and down"]


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
    await asked(suggester_, author, desk)
    await asked(suggester_, author, desk, "# One")
    shown, withheld = [record.why for record in caplog.records]
    assert (shown["reason"], shown["characters"], shown["path"]) == (
        "shown",
        len("down to the water."),
        CHAPTER,
    )
    assert withheld["reason"] == "the cursor is in a heading"
    assert "water" not in caplog.text
