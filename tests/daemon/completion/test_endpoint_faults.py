"""A model elsewhere that fails: the author gets a suggestion all the same, and status names the cause."""

import json

import pytest

from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.engines.openai import OpenaiEngine
from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.config import CompletionSettings, ModelSettings
from fabula_daemon.desk import Desk
from tests.support.fake_engine import FakeEngine
from tests.support.scripted_model import Reply, scripted, streamed, written

CHAPTER = "manuscript/01.md"
TEXT = "Sarah Chen took the lamp and went down to the water. It was late, and the wind had risen. She "
EMBEDDED = " waited by the lock."
HALF = {"choices": [{"text": " looked at"}]}

FAULTS = {
    "the key is refused": (Reply(b'{"error": {"message": "Wrong key."}}', status=401), "Wrong key"),
    "it is busy": (Reply(status=429, headers={"Retry-After": "30"}), "429"),
    "it has a fault": (Reply(b"<html>oops</html>", status=500), "500"),
    "it answers garbage": (Reply(b"\x00\xff"), "no completion"),
    "it breaks off": (streamed(HALF, ends=False), "broke off"),
    "it says nothing": (Reply(hangs=True), "said nothing"),
    "it falls silent": (streamed(HALF, ends=False, stays=True), "said nothing"),
}


@pytest.fixture
def desk(tmp_path):
    files = {
        "fabula.toml": "",
        CHAPTER: TEXT,
        "world/sarah.md": "---\nname: Sarah Chen\nkind: character\n---\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return Desk(tmp_path)


class Asking:
    """An author whose model is at `url`, with a small one beside it."""

    def __init__(self, desk, url, patience=10.0):
        settings = ModelSettings(engine="openai", url=url, name="mine")
        self.elsewhere = OpenaiEngine(settings, environ={}, patience=patience)
        self.embedded = FakeEngine(answer=lambda prompt: EMBEDDED.removeprefix(prompt.opening))
        self.choice = Choice([self.elsewhere, self.embedded], because="it is what she has set")
        self.suggester = Suggester(desk, self.choice, CompletionSettings(), ahead_after=None)

    async def __aenter__(self):
        await self.choice.start()
        return self

    async def __aexit__(self, *_):
        await self.suggester.close()
        await self.choice.stop()

    async def suggestion(self):
        found = await self.suggester.suggest(Request(self, CHAPTER, len(TEXT), explicit=True))
        return [one.text for one in found]


async def test_a_model_elsewhere_is_asked(desk):
    with scripted(lambda _: written(" looked", " at the sky.", " And")) as server:
        async with Asking(desk, server.url) as author:
            assert await author.suggestion() == ["looked at the sky."]
            assert author.choice.status()["because"] == "it is what she has set"
    assert author.embedded.prompts == []


@pytest.mark.parametrize("fault", FAULTS)
async def test_when_it_fails_the_embedded_engine_answers_and_status_says_why(desk, fault):
    reply, why = FAULTS[fault]
    with scripted(lambda _: reply) as server:
        async with Asking(desk, server.url, 0.2 if why == "said nothing" else 10.0) as author:
            assert await author.suggestion() == ["waited by the lock."]
            status = author.choice.status()
    assert status["name"] == "fake"
    assert status["ready"]
    assert why in status["because"]
    assert server.url in status["because"]
    assert json.dumps(status)


async def test_what_was_half_written_is_not_shown_with_the_rest_of_another(desk):
    with scripted(lambda _: streamed(HALF, ends=False)) as server:
        async with Asking(desk, server.url) as author:
            (text,) = await author.suggestion()
    assert "looked" not in text


async def test_it_is_asked_again_when_it_has_rested(desk):
    replies = iter([Reply(status=500), written(" looked", " at the sky.", " And")])
    with scripted(lambda _: next(replies)) as server:
        async with Asking(desk, server.url) as author:
            assert await author.suggestion() == ["waited by the lock."]
            author.choice._clock = lambda: 1e12
            assert author.choice.current() is author.elsewhere
