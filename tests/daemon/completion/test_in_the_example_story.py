"""The starter model on the example story: whatever it writes, what is shown could stand in the manuscript."""

import random
from pathlib import Path

import pytest

from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.config import CompletionSettings
from fabula_daemon.desk import Desk
from fabula_daemon.story.text.sentences import sentences

pytestmark = pytest.mark.asyncio(loop_scope="session")

EXAMPLE = Path(__file__).parents[3] / "world"
PLACES = 20


@pytest.fixture
def desk():
    return Desk(EXAMPLE)


def places(desk):
    """Return chapters cut off at random places: behind a word, a sentence, a paragraph, and inside a word."""
    chance = random.Random(2118)
    chapters = [entry.path for entry in desk.world.chapters]
    for number in range(PLACES):
        path = chance.choice(chapters)
        text = desk.text(path)
        start = chance.randrange(400, len(text) - 400)
        border = (" ", ". ", "\n\n", "")[number % 4]
        at = text.index(border, start) + len(border)
        yield path, text[:at], text[at:]


async def test_no_stranger_is_shown_and_everything_joins(starter, desk):
    suggester = Suggester(desk, starter, CompletionSettings(), ahead_after=None)
    author, shown = object(), 0
    for path, before, after in places(desk):
        desk.change(author, path, before + "\n\n" + after)
        for suggestion in await suggester.suggest(Request(author, path, len(before))):
            shown += 1
            paragraph = before.rpartition("\n\n")[2]
            whole, begin = paragraph + suggestion.text, len(paragraph)
            assert [m.text for m in desk.reader.read(whole) if not m.known and m.end > begin] == []
            assert "  " not in whole[max(0, begin - 1) :]
            assert "\n" not in suggestion.text
            assert len(suggestion.text.split()) <= 20
            assert sum(begin < end < len(whole) for _, end in sentences(whole)) == 0
        desk.close(author, path)
    assert shown > PLACES / 2


async def test_the_prompt_always_fits_and_its_beginning_stays_while_typing(starter, desk):
    suggester = Suggester(desk, starter, CompletionSettings(), ahead_after=None)
    author, path = object(), "manuscript/05-nine-litres.md"
    text = desk.text(path)
    start = text.index(" ", len(text) // 2) + 1
    before = (starter.usage.prompt, starter.usage.reused, starter.usage.cut)
    for offset in range(start, start + 40):
        desk.change(author, path, text[:offset])
        await suggester.suggest(Request(author, path, offset))
    prompt, reused, cut = (
        now - then
        for now, then in zip(
            (starter.usage.prompt, starter.usage.reused, starter.usage.cut), before, strict=True
        )
    )
    assert cut == 0
    assert prompt > starter.context / 4
    assert reused / prompt > 0.8  # the first prompt is read in full
