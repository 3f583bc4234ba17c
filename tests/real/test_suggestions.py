"""Suggestions by the real vLLM: what is typed through goes on, what is superseded stops, and when the server
dies meanwhile another engine answers.
"""

import asyncio
import itertools

import httpx
import pytest_asyncio

from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.config import CompletionSettings
from fabula_daemon.desk import Desk
from tests.support.fake_engine import FakeEngine
from tests.support.serving import until

CHAPTER = "manuscript/01.md"
TEXT = "Sarah Chen took the lamp and went down to the water. It was late, and the wind had risen. She "
IDLE_WITHIN = 10.0  # seconds, on a machine that does other things too
places = itertools.count()


@pytest_asyncio.fixture(loop_scope="session")
async def vllm(served):
    engine = VllmEngine(served)
    await engine.start()
    return engine


@pytest_asyncio.fixture(loop_scope="session")
async def desk(tmp_path):
    """A story that no test has asked about before, so that nothing is in the server's cache."""
    for path, text in {
        "fabula.toml": "",
        CHAPTER: f"It was the {next(places)}th day. {TEXT}",
        "world/sarah.md": "---\nname: Sarah Chen\nkind: character\n---\n",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return Desk(tmp_path)


def suggester(desk, engine, **settings):
    return Suggester(desk, engine, CompletionSettings(**settings), ahead_after=None)


async def asked(suggester, typed=""):
    text = suggester.desk.text(CHAPTER) + typed
    suggester.desk.change(suggester, CHAPTER, text)
    return await suggester.suggest(Request(suggester, CHAPTER, len(text), explicit=True))


async def at_work(served):
    """Return how many requests the server is working on."""
    async with httpx.AsyncClient(base_url=served.url) as client:
        metrics = (await client.get("/metrics", headers={"authorization": f"Bearer {served.key}"})).text
    return sum(
        float(line.split()[-1])
        for line in metrics.splitlines()
        if line.startswith(("vllm:num_requests_running", "vllm:num_requests_waiting{"))
    )


async def idle(served):
    async with asyncio.timeout(IDLE_WITHIN):
        while await at_work(served):
            pass


async def test_three_candidates_come_at_once_and_are_told_apart_by_how_sure_the_model_is(desk, vllm):
    suggester_ = suggester(desk, vllm, candidates=3)
    shown = await asked(suggester_)
    assert 1 <= len({suggestion.text for suggestion in shown}) == len(shown)
    assert 0 < shown[0].why.confidence < 1
    assert shown[0].why.engine == "vllm"
    await suggester_.close()


async def test_typing_through_asks_the_server_nothing(desk, vllm):
    suggester_ = suggester(desk, vllm)
    shown = (await asked(suggester_))[0].text
    before = vllm.usage.prompt
    for letter, rest in zip(shown[:6], (shown[at:] for at in range(1, 7)), strict=True):
        assert [suggestion.text for suggestion in await asked(suggester_, letter)][:1] == [rest]
    assert vllm.usage.prompt == before
    await suggester_.close()


async def test_what_is_superseded_leaves_the_server_idle(desk, served, vllm):
    suggester_ = suggester(desk, vllm, unit="paragraph", max_words=40)
    answer = asyncio.create_task(asked(suggester_))
    async with asyncio.timeout(IDLE_WITHIN):
        while not answer.done() and not await at_work(served):
            pass
    desk.change(suggester_, CHAPTER, "# One")
    assert await suggester_.suggest(Request(suggester_, CHAPTER, 5)) == []
    await answer
    await idle(served)


async def test_when_the_server_dies_while_it_writes_another_engine_answers(desk, served, vllm):
    spare = FakeEngine(answer=lambda _: "went home. Then")
    suggester_ = suggester(desk, Choice([vllm, spare]), unit="paragraph", max_words=40)
    members = served._share.read().group.members()
    for place in ("", "was ", "so ", "very ", "tired "):
        answer = asyncio.create_task(asked(suggester_, place))
        async with asyncio.timeout(IDLE_WITHIN):
            while not answer.done() and not await at_work(served):
                pass
        for process in members:
            process.suspend()
        done, _ = await asyncio.wait([answer], timeout=0.2)  # what it had sent already may be enough
        if not done:
            break
        for process in members:
            process.resume()
    assert not answer.done()
    for process in members:
        process.kill()
    assert [suggestion.text for suggestion in await answer] == ["went home."]
    assert (suggester_.last.engine, suggester_.last.reason) == ("fake", "shown")
    await until(lambda: not served.ready, 120.0)
    assert [suggestion.text for suggestion in await asked(suggester_, "then ")] == ["went home."]
    await suggester_.close()
