"""The engine for a model elsewhere: what it sends, what it makes of answers, and every way of failing."""

import asyncio
import contextlib
import json
import math
import socket
from dataclasses import replace

import pytest

from fabula_daemon.completion.engines import Prompt
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.engines.openai import OpenaiEngine
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import ModelMissing, RemoteFailed
from tests.support.scripted_model import Reply, scripted, streamed, written

PROMPT = Prompt("She went down to the water and", opening=" ", max_tokens=20)
ENVIRONMENT = {"HER_KEY": "secret"}


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@contextlib.asynccontextmanager
async def asking(reply, *, patience=5.0, clock=None, tokenizer=None, **settings):
    """A started engine, and the server that it asks."""
    answer = reply if callable(reply) else lambda _: reply
    with scripted(answer) as server:
        chosen = ModelSettings(engine="openai", url=server.url, **{"name": "mine", **settings})
        engine = OpenaiEngine(
            chosen,
            environ=ENVIRONMENT,
            patience=patience,
            tokenizer=tokenizer,
            **({"clock": clock} if clock else {}),
        )
        await engine.start()
        try:
            yield engine, server
        finally:
            await engine.stop()


async def text_of(engine, prompt=PROMPT):
    return "".join([piece.text async for piece in engine.stream(prompt)])


async def test_it_asks_for_a_streamed_completion_of_the_text_with_the_key_and_the_name():
    async with asking(written(" looked"), key_env="HER_KEY") as (engine, server):
        await text_of(engine, replace(PROMPT, stop=("\n",), seed=7, temperature=0.3, top_p=0.8))
    assert server.paths == ["/v1/completions"]
    assert server.keys == ["Bearer secret"]
    asked = server.asked[0]
    assert asked["model"] == "mine"
    assert asked["prompt"] == "She went down to the water and"
    assert (asked["stream"], asked["stop"], asked["seed"]) == (True, ["\n"], 7)
    assert (asked["temperature"], asked["top_p"], asked["max_tokens"]) == (0.3, 0.8, 20)


async def test_without_a_key_none_is_sent():
    async with asking(written(" looked")) as (engine, server):
        await text_of(engine)
    assert server.keys == [None]


async def test_pieces_come_as_they_are_written_and_the_last_tells_how_it_ended():
    async with asking(written(" looked", " up.", finish="length")) as (engine, _):
        pieces = [piece async for piece in engine.stream(PROMPT)]
    assert [piece.text for piece in pieces] == ["looked", " up.", ""]
    assert [piece.finish for piece in pieces] == [None, None, "length"]


async def test_a_word_half_typed_goes_on_as_it_stands():
    async with asking(written("esting", " things")) as (engine, server):
        assert await text_of(engine, replace(PROMPT, opening=" inter")) == "esting things"
    assert server.asked[0]["prompt"].endswith("and inter")


async def test_what_goes_on_with_the_word_before_a_space_is_not_shown():
    async with asking(written("rew smiled.")) as (engine, _):
        assert await text_of(engine) == ""


async def test_a_line_break_is_sent_as_it_is():
    async with asking(written("He waited.")) as (engine, server):
        assert await text_of(engine, replace(PROMPT, opening="\n\n")) == "He waited."
    assert server.asked[0]["prompt"].endswith("and\n\n")


async def test_probabilities_and_usage_are_told_where_the_server_tells_them():
    told = {"token_logprobs": [-0.5, -0.25]}
    usage = {"prompt_tokens": 9, "completion_tokens": 2, "prompt_tokens_details": {"cached_tokens": 8}}
    first = {"choices": [{"text": " looked up", "logprobs": told}]}
    last = {"choices": [{"text": "", "finish_reason": "stop"}]}
    async with asking(streamed(first, last, {"choices": [], "usage": usage})) as (engine, _):
        pieces = [piece async for piece in engine.stream(PROMPT)]
    assert (pieces[0].logprob, pieces[0].tokens) == (-0.75, 2)
    assert (pieces[-1].usage.prompt, pieces[-1].usage.reused, pieces[-1].usage.generated) == (9, 8, 2)
    assert engine.usage.prompt == 9


async def test_where_it_does_not_tell_them_they_are_unknown():
    async with asking(written(" looked")) as (engine, _):
        pieces = [piece async for piece in engine.stream(PROMPT)]
    assert pieces[0].logprob is None


async def test_it_ends_before_a_stop_text_though_the_server_went_on():
    async with asking(written(" looked", ".\n\nAnd", " more")) as (engine, _):
        pieces = [piece async for piece in engine.stream(replace(PROMPT, stop=("\n\n",)))]
    assert "".join(piece.text for piece in pieces) == "looked."
    assert pieces[-1].finish == "stop"


async def test_a_server_that_does_not_know_all_wishes_is_asked_without():
    def strict(asked):
        if "seed" in asked:
            return Reply(b'{"error": {"message": "Unknown parameter: seed"}}', status=400)
        return written(" looked")

    async with asking(strict) as (engine, server):
        assert await text_of(engine) == "looked"
        assert await text_of(engine) == "looked"
    assert ["seed" in asked for asked in server.asked] == [True, False, False]


async def test_closing_the_stream_closes_the_connection():
    endless = streamed({"choices": [{"text": " looked"}]}, ends=False, stays=True)
    async with asking(endless) as (engine, server):
        async with contextlib.aclosing(engine.stream(PROMPT)) as pieces:
            assert (await anext(pieces)).text == "looked"
        assert await asyncio.to_thread(server.left.wait, 5)


# What goes wrong


async def failure(engine):
    with pytest.raises(RemoteFailed) as caught:
        await text_of(engine)
    return caught.value


async def test_a_key_that_is_refused_is_a_problem_until_it_is_not():
    replies = iter([Reply(b'{"error": {"message": "Wrong key."}}', status=401), written(" looked")])
    clock = Clock()
    async with asking(lambda _: next(replies), clock=clock) as (engine, _):
        error = await failure(engine)
        assert error.status == 401
        assert "401" in engine.problem
        assert "Wrong key" in engine.problem
        assert "key_env" in engine.problem
        assert not engine.ready
        clock.now += 61
        assert engine.ready
        assert await text_of(engine) == "looked"
        assert engine.problem is None
        assert engine.note is None


async def test_a_server_that_is_busy_is_left_alone_for_as_long_as_it_says():
    clock = Clock()
    async with asking(Reply(status=429, headers={"Retry-After": "20"}), clock=clock) as (engine, _):
        error = await failure(engine)
        assert (error.status, error.retry_after) == (429, 20.0)
        assert engine.problem is None
        assert "429" in engine.note
        clock.now += 19
        assert not engine.ready
        clock.now += 2
        assert engine.ready


@pytest.mark.parametrize("said", ["soon", "nan", "inf", "-5", "Wed, 21 Oct 2015 07:28:00 GMT", "9" * 400])
async def test_whatever_it_says_of_when_to_come_again_is_borne(said):
    clock = Clock()
    async with asking(Reply(status=429, headers={"Retry-After": said}), clock=clock) as (engine, _):
        error = await failure(engine)
        assert error.retry_after is None or 0 <= error.retry_after <= 3600
        clock.now += 3601
        assert engine.ready


async def test_a_server_in_trouble_is_noted():
    async with asking(Reply(b"<html>Bad Gateway</html>", status=502)) as (engine, _):
        assert (await failure(engine)).status == 502
        assert engine.problem is None
        assert "502 Bad Gateway" in engine.note
        assert engine.ready


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"\xff\xfe garbage"),
        Reply(b""),
        Reply(b"<html>Welcome</html>"),
        Reply(b'{"choices": "none"}'),
        streamed("not JSON"),
        streamed("[1, 2]"),
        streamed({"choices": [{"text": 7}]}),
        streamed({"choices": [7]}),
        streamed({"no": "choices"}),
        streamed("[" * 100_000),
        streamed({"error": {"message": "The model fell over."}}),
        streamed({"choices": [{"text": " looked"}]}, ends=False),
        Reply(b"data: {" + b"x" * 5_000_000),
        Reply(status=302, headers={"Location": "http://example.org/"}),
    ],
)
async def test_garbage_is_a_failure_with_a_sentence(reply):
    async with asking(reply) as (engine, _):
        error = await failure(engine)
        assert len(str(error)) < 600
        assert engine.note == str(error)


async def test_what_was_written_before_it_broke_off_is_not_lost():
    first = streamed({"choices": [{"text": " looked"}]}, ends=False)
    broken = replace(first, headers={"Content-Length": "999"})
    async with asking(broken) as (engine, _):
        pieces = engine.stream(PROMPT)
        assert (await anext(pieces)).text == "looked"
        with pytest.raises(RemoteFailed):
            await anext(pieces)


@pytest.mark.parametrize(
    "reply", [Reply(hangs=True), streamed({"choices": [{"text": " looked"}]}, ends=False, stays=True)]
)
async def test_silence_ends_with_patience(reply):
    async with asking(reply, patience=0.1) as (engine, _):
        assert "said nothing for 0.1 s" in str(await failure(engine))


async def test_nobody_there():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        engine = OpenaiEngine(ModelSettings(url=url), environ={})
        await engine.start()
        assert "cannot be reached" in str(await failure(engine))
        await engine.stop()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({}, "url"),
        ({"url": "example.org/v1"}, "url"),
        ({"url": "file:///etc/passwd"}, "url"),
        ({"url": "http://[::1"}, "url"),
        ({"url": "https://example.org/v1", "key_env": "NOWHERE"}, "NOWHERE"),
    ],
)
async def test_a_setting_that_is_missing_is_said_at_the_start(settings, named):
    engine = OpenaiEngine(ModelSettings(**settings), environ=ENVIRONMENT)
    with pytest.raises(ModelMissing, match=named):
        await engine.start()
    assert named in engine.problem
    assert not engine.ready


@pytest.mark.parametrize("url", ["https://her:secret@example.org/v1", "her:secret@example.org/v1"])
async def test_an_address_with_a_password_is_refused_and_the_password_is_never_shown(url):
    engine = OpenaiEngine(ModelSettings(url=url), environ=ENVIRONMENT)
    with pytest.raises(ModelMissing, match="key_env"):
        await engine.start()
    assert not engine.ready
    assert "example.org" in engine.model
    assert "secret" not in engine.problem + engine.model


@pytest.mark.parametrize("settings", [{}, {"url": "example.org/v1"}])
async def test_a_setting_is_followed_without_a_new_start(settings):
    engine = OpenaiEngine(ModelSettings(**settings), environ=ENVIRONMENT)
    with pytest.raises(ModelMissing, match=r"Set \[model\] url in fabula\.toml\.$"):
        await engine.start()


async def test_nothing_is_asked_before_there_is_a_prompt():
    async with asking(written()) as (engine, server):
        assert engine.ready
        await engine.until_ready()
        assert server.asked == []
        assert engine.model == f"mine at {server.url.split('/')[2]}"


# Counting, and weighing


async def test_tokens_are_estimated_or_counted_with_a_tokenizer():
    async with asking(written()) as (engine, _):
        assert engine.count("Sarah went down") == math.ceil(15 / 3.5)
    async with asking(written(), tokenizer=STARTER) as (engine, _):
        assert engine.count("Sarah went down") == 5


@pytest.mark.parametrize("tokenizer", [None, STARTER])
async def test_of_more_than_it_reads_the_end_is_sent(tokenizer):
    text = "She went down. " * 400 + "The end is here and"
    async with asking(written(" so"), context=256, tokenizer=tokenizer) as (engine, server):
        pieces = [piece async for piece in engine.stream(replace(PROMPT, text=text))]
        sent = server.asked[0]["prompt"]
        assert text.endswith(sent)
        assert 100 < engine.count(sent) <= 236
        assert pieces[-1].usage.cut == engine.count(text) - engine.count(sent)


async def test_the_likeliest_words_are_weighed_behind_the_space_that_is_typed():
    told = {" the": math.log(0.5), " a": math.log(0.25), ".": math.log(0.25)}
    answer = b'{"choices": [{"text": " the", "logprobs": {"top_logprobs": [%s]}}]}'
    async with asking(Reply(answer % json.dumps(told).encode())) as (engine, server):
        found = await engine.distribution(PROMPT, 5)
    assert server.asked[0]["max_tokens"] == 1
    assert [(one.text, round(math.exp(one.logprob), 3)) for one in found.alternatives] == [
        ("the", 0.667),
        ("a", 0.333),
    ]
    assert not found.complete


async def test_a_server_that_tells_no_probabilities_cannot_weigh():
    async with asking(Reply(b'{"choices": [{"text": " the", "logprobs": null}]}')) as (engine, _):
        with pytest.raises(RemoteFailed, match="no probabilities"):
            await engine.distribution(PROMPT, 5)
