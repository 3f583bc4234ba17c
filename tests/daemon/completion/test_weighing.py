"""What would come next at a place of a story, with all that Fabula tells the model and without it."""

import math

import pytest

from fabula_daemon.completion.engines import Alternative, Distribution, Prompt
from fabula_daemon.completion.grounding.grounder import Grounder
from fabula_daemon.completion.weighing import Words, explain
from fabula_daemon.desk import Desk
from fabula_daemon.errors import Refused
from tests.support.fake_engine import FakeEngine
from tests.support.stories import sheet, story

pytestmark = pytest.mark.asyncio(loop_scope="session")

CHAPTER = "manuscript/1.md"
BEFORE = "# Ash\n\nSarah Chen went down the ladder. “How deep is it?” said"


class Engine(FakeEngine):
    """Answers each prompt by whether it knows the name that the sheet has, of which it writes the beginning
    first.
    """

    def __init__(self) -> None:
        super().__init__(answer=self._rest)
        self.asked: list[Prompt] = []

    async def distribution(self, prompt: Prompt, top: int) -> Distribution:
        self.asked.append(prompt)
        sarah = 0.9 if self._knows(prompt) else 0.2
        return Distribution(
            (Alternative(" Sa", math.log(sarah)), Alternative(" E", math.log(1 - sarah))), True
        )

    def _rest(self, prompt: Prompt) -> str:
        if prompt.opening.endswith(" E"):
            return "lena, and"
        return "rah’s lamp" if self._knows(prompt) else "lty Sam"

    def _knows(self, prompt: Prompt) -> bool:
        return "Sarah Chen\n" in prompt.text


@pytest.fixture
def desk(tmp_path):
    return Desk(story(tmp_path, {"1.md": BEFORE + "\n"}, {"sarah.md": sheet("Sarah Chen")}))


def explained(desk, engine, offset, path=CHAPTER, temperature=0.8):
    prose = desk.prose(path) if desk.kind(path) == "chapter" else None
    return explain(
        path, offset, prose, grounder=Grounder(desk), engine=engine, temperature=temperature, top=8
    )


async def test_the_canon_alone_is_what_the_two_prompts_differ_in(desk):
    engine = Engine()
    told = await explained(desk, engine, len(BEFORE))

    without, with_it = engine.asked
    assert with_it.text.endswith(without.text)
    assert with_it.opening == without.opening
    assert "Sarah Chen" in told.people
    assert [(one.text, one.grounded) for one in told.comparison.alternatives] == [
        (" Sa", pytest.approx(0.9)),
        (" E", pytest.approx(0.1)),
    ]
    assert told.comparison.shift_bits > 1


async def test_the_temperature_that_she_has_set_is_among_those_shown(desk):
    told = await explained(desk, Engine(), len(BEFORE), temperature=0.83)

    assert 0.83 in [heated.temperature for heated in told.comparison.temperatures]


async def test_behind_a_whole_word_it_is_the_next_that_counts(desk, starter):
    told = await explained(desk, starter, len(BEFORE))

    assert (told.before[-4:], told.opening) == ("it?”", " said")
    assert " the" in [one.text for one in told.comparison.alternatives]


async def test_what_is_repeated_of_the_story_begins_with_a_whole_word(desk):
    text = f"{'again ' * 40}said"
    desk.open("an editor", CHAPTER, text)
    told = await explained(desk, Engine(), len(text))

    assert told.before.startswith("again again ")
    assert 110 < len(told.before) < 120


async def test_a_name_of_several_tokens_is_told_whole(desk):
    told = await explained(desk, Engine(), len(BEFORE))

    assert told.words == (Words("Salty", "Sarah’s"), Words("Elena", "Elena"))


async def test_where_no_story_is_told_there_is_nothing_to_explain(desk):
    with pytest.raises(Refused, match="heading"):
        await explained(desk, Engine(), 3)
    with pytest.raises(Refused, match="not a chapter"):
        await explained(desk, Engine(), 3, path="world/sarah.md")


async def test_the_starter_model_tells_all_its_tokens(desk, starter):
    told = await explained(desk, starter, len(BEFORE))

    assert told.comparison.complete
    assert len(told.comparison.alternatives) == 8
    assert told.comparison.shift_bits > 0
    assert 0 < told.comparison.grounded.entropy_bits < 12
