"""From a request to what is shown: superseding, typing through, drawing again, and reasons for silence."""

import asyncio
import itertools
import logging

import pytest

from fabula_daemon.completion.suggest import RETRIES, Request, Suggester
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


def suggester(desk, engine, **settings):
    ticks = itertools.count()
    return Suggester(desk, engine, CompletionSettings(**settings), clock=lambda: next(ticks) / 1000)


async def asked(suggester, author, desk, text=TEXT, path=CHAPTER):
    """Return the texts shown when `text` has been typed, the cursor being at its end or at a |."""
    before, _, after = text.partition("|")
    desk.change(author, path, before + after)
    return [s.text for s in await suggester.suggest(Request(author, path, len(before)))]


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
    assert (why.reason, why.people, why.candidates) == ("shown", ["Sarah Chen", "Yusuf Demir", "Yusuf"], 1)
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
    engine.hold = True
    suggester_ = suggester(desk, engine)
    older = asyncio.ensure_future(asked(suggester_, author, desk))
    await until(lambda: engine.prompts)
    newer = asyncio.ensure_future(asked(suggester_, author, desk, TEXT + "straight "))
    assert await older == []
    assert engine.stopped_early == engine.prompts[:1]
    engine.released.set()
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
    assert engine.stopped_early == engine.prompts


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
    assert [prompt.banned for prompt in engine.prompts] == [
        (),
        ("Elena Martinez",),
        ("Elena Martinez", "Zorblax"),
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
    assert await asked(suggester(desk, engine, candidates=2), author, desk) == ["down.", "up."]


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
