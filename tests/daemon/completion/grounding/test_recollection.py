"""What was told before is looked for in the background, and the newest question counts."""

import asyncio
from types import SimpleNamespace

from fabula_daemon.completion.grounding.recollection import WANTED, Recollection
from fabula_daemon.index.search import Hit

STORY = SimpleNamespace(world=SimpleNamespace(chapters=()), text=lambda path: None)


class Index:
    def __init__(self):
        self.asked = []
        self.go = asyncio.Event()

    async def __call__(self, query, k, before_chapter):
        assert k == WANTED
        self.asked.append(query)
        await self.go.wait()
        return [Hit("1.md", 0, 1, query, before_chapter - 1, 1, "", 1.0, ())]


async def known(recollection, scene):
    async with asyncio.timeout(10):
        while not recollection.knows(scene):
            await recollection.wait(1)
    return [hit.text for hit in recollection.hits]


async def test_of_questions_that_come_while_one_is_answered_the_last_is_answered():
    index = Index()
    recollection = Recollection(STORY, index)
    for number in range(4):
        recollection.ask("scene", f"question {number}", 3)
        await recollection.wait(0.001)
    assert not recollection.knows("scene")
    index.go.set()
    async with asyncio.timeout(10):
        while await known(recollection, "scene") != ["question 3"]:
            await asyncio.sleep(0)
    assert index.asked == ["question 0", "question 3"]


async def test_the_same_question_is_asked_once():
    index = Index()
    index.go.set()
    recollection = Recollection(STORY, index)
    for _ in range(3):
        recollection.ask("scene", "question", 3)
        assert await known(recollection, "scene") == ["question"]
    assert index.asked == ["question"]
    assert not recollection.knows("another scene")


async def test_whoever_waits_waits_no_longer_than_said_and_nothing_is_looked_for_after_the_end():
    recollection = Recollection(STORY, Index())
    await recollection.wait(10)
    recollection.ask("scene", "question", 3)
    await recollection.wait(0.001)
    recollection.close()
    await recollection.wait(10)
    assert not recollection.knows("scene")
    assert recollection.hits == ()
