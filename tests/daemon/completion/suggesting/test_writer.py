"""Candidates are drawn until enough are clean: what an engine is asked, and what of its answers is kept."""

import asyncio
import math

import pytest

from fabula_daemon.completion.suggesting.writer import RETRIES
from fabula_daemon.config import CompletionSettings
from tests.support.asking import TEXT, asked, suggester, until, write_on
from tests.support.fake_engine import FakeEngine


class FakeCopying:
    """Knows one run of words."""

    def __init__(self, run):
        self.run, self.refreshed = run, 0

    def refresh(self):
        self.refreshed += 1

    def run_in(self, text, before=""):
        return self.run if self.run in text else None


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


async def test_a_stranger_is_banned_and_another_candidate_drawn(desk, author):
    engine = FakeEngine("to Elena Martinez, who slept. Then", "to Zorblax, who slept. Then", "to sleep. Then")
    suggester_ = suggester(desk, engine)
    assert await asked(suggester_, author, desk) == ["to sleep."]
    beforehand = engine.prompts[0].banned
    assert [prompt.banned for prompt in engine.prompts] == [
        beforehand,
        (*beforehand, "Elena Martinez", "El…", "Mar…"),
        (*beforehand, "Elena Martinez", "Zorblax", "El…", "Mar…", "Zo…"),
    ]
    assert len({prompt.seed for prompt in engine.prompts}) == 3
    assert [one.name for one in suggester_.last.rejected] == ["Elena Martinez", "Zorblax"]


async def test_the_beginning_that_she_has_typed_herself_is_not_banned(desk, author):
    engine = FakeEngine("ette, who slept. Then", "e, who slept. Then", "d. Then")
    suggester_ = suggester(desk, engine)
    await asked(suggester_, author, desk, TEXT + "to Yiv")
    begun, whole = [name for name in engine.prompts[1].banned if name.startswith("Y")], "Yivette"
    assert begun == [whole]


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


async def test_an_editor_that_asks_once_is_given_those_that_come_as_soon_as_the_first_did(desk, author):
    engine = FakeEngine("down. Then", "up and up and up. Then")
    suggester_ = suggester(desk, engine, candidates=2, tick=10.0)
    engine.pace = asyncio.Semaphore(4)
    answer = asyncio.ensure_future(asked(suggester_, author, desk))
    await until(engine.pace.locked)
    write_on(engine)
    assert await answer == ["down.", "up and up and up."]


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
