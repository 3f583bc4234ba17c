"""The engine for vLLM, with a server that answers what a test has written down. The real one: tests/real."""

import contextlib
import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from fabula_daemon.completion.engines import Prompt, plugin
from fabula_daemon.completion.engines.counting import load_tokenizer
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.errors import ModelError, ModelMissing, RemoteFailed
from tests.support.scripted_model import Reply, content, scripted, streamed

TOKENIZER = load_tokenizer(STARTER)
PROMPT = Prompt("She went down to the water and", opening=" ", max_tokens=20)


@dataclass
class Serving:
    """A server that somebody else has started."""

    url: str = ""
    uds: Path | None = None
    key: str | None = "its key"
    ready: bool = True
    problem: str | None = None
    note: str | None = None
    model: str = "mine 12345678"
    request_name: str = "mine-12345678"
    directory: Path = STARTER
    context: int = 256
    failure: ModelError | None = None
    stopped: bool = False

    async def start(self) -> None:
        if self.failure:
            raise self.failure

    async def until_ready(self) -> None:
        if not self.ready:
            raise ModelError("It will never be.")

    async def stop(self) -> None:
        self.stopped = True


@contextlib.asynccontextmanager
async def asking(reply, **serving):
    """A started engine, and the server that it asks."""
    answer = reply if callable(reply) else lambda _: reply
    with scripted(answer) as server:
        engine = VllmEngine(Serving(url=server.url.removesuffix("/v1"), **serving), patience=5.0)
        await engine.start()
        try:
            yield engine, server
        finally:
            await engine.stop()


def tokens(text):
    return TOKENIZER.encode(text, add_special_tokens=False).ids


def event(*ids, logprob=-0.5, **choice):
    told = {"token_logprobs": [logprob] * len(ids)}
    return {"choices": [{"index": 0, "text": "?", "token_ids": list(ids), "logprobs": told, **choice}]}


def completed(*ids, finish="stop", cached=8):
    """Return a completion of these tokens, one an event, as vLLM streams it."""
    usage = {"prompt_tokens": 9, "prompt_tokens_details": {"cached_tokens": cached}}
    last = event(finish_reason=finish)
    return streamed(*map(event, ids), last, {"choices": [], "usage": usage})


async def pieces_of(engine, prompt=PROMPT):
    return [piece async for piece in engine.stream(prompt)]


async def test_it_asks_for_tokens_by_tokens_with_what_they_must_begin_with():
    async with asking(completed(*tokens(" looked"))) as (engine, server):
        await pieces_of(engine, replace(PROMPT, opening=" inter", banned=("Elena",), top_p=0.0, seed=3))
    asked = server.asked[0]
    assert asked["prompt"] == tokens("She went down to the water and")
    assert bytes.fromhex(asked["vllm_xargs"][plugin.OPENING]).decode() == " inter"
    assert asked["vllm_xargs"][plugin.BANNED] == ["Elena"]
    assert asked["model"] == "mine-12345678"
    assert asked["stop_token_ids"] == [0]
    assert asked["top_p"] > 0  # vLLM refuses 0
    assert server.keys == ["Bearer its key"]


async def test_of_more_names_than_the_plugin_takes_it_is_told_of_those_refused_here():
    drafted = tuple(f"Name{number}" for number in range(plugin.MOST_BANNED))
    refused = ("Elena", "x" * (plugin.LONGEST_NAME + 1), "El…")
    async with asking(completed(*tokens(" looked"))) as (engine, server):
        await pieces_of(engine, replace(PROMPT, banned=(*drafted, *refused)))
    banned = server.asked[0]["vllm_xargs"][plugin.BANNED]
    assert len(banned) == plugin.MOST_BANNED
    assert banned == [*drafted[2:], "Elena", "El…"]


async def test_tokens_become_text_and_the_last_piece_tells_what_it_took():
    async with asking(completed(*tokens(" looked up."), finish="length")) as (engine, _):
        *pieces, last = await pieces_of(engine)
    assert "".join(piece.text for piece in pieces) == "looked up."
    assert all(piece.logprob == -0.5 * piece.tokens for piece in pieces)
    assert (last.finish, last.usage.reused) == ("length", 8)
    assert last.usage.prompt == engine.usage.prompt == len(tokens(PROMPT.text))
    assert last.usage.generated == len(tokens(" looked up."))


async def test_a_character_of_several_tokens_comes_whole():
    ids = tokens(" ★")
    assert len(ids) > 2
    async with asking(completed(*ids)) as (engine, _):
        pieces = [piece for piece in await pieces_of(engine) if piece.text]
    assert [(piece.text, piece.tokens) for piece in pieces] == [("★", len(ids))]


async def test_of_a_word_half_typed_it_is_not_told_how_likely_it_was():
    async with asking(completed(*tokens(" looked"))) as (engine, _):
        first, *_ = await pieces_of(engine, replace(PROMPT, opening=" loo"))
    assert (first.text, first.logprob) == ("ked", None)


async def test_what_does_not_begin_as_typed_is_not_shown():
    async with asking(completed(*tokens(" dull"))) as (engine, _):
        (last,) = await pieces_of(engine, replace(PROMPT, opening=" loo"))
    assert (last.text, last.finish) == ("", "stop")


async def test_the_mark_of_the_end_writes_nothing():
    async with asking(completed(*tokens(" looked"), 0)) as (engine, _):
        looked, last = await pieces_of(engine)
    assert (looked.text, looked.logprob) == ("looked", -0.5 * looked.tokens)
    assert (last.text, last.logprob, last.tokens) == ("", 0.0, 0)


async def test_of_more_than_the_model_reads_the_end_is_sent():
    text = "She went down to the water. " * 60
    async with asking(completed(*tokens(" looked"))) as (engine, server):
        *_, last = await pieces_of(engine, replace(PROMPT, text=text))
    assert len(server.asked[0]["prompt"]) == 256 - 20
    assert last.usage.cut == engine.count(text) - 236


async def test_what_is_served_may_change_between_two_prompts():
    async with asking(completed(*tokens(" looked"))) as (engine, server):
        await pieces_of(engine)
        engine._served.request_name = "her-voice"
        await pieces_of(engine)
    assert [asked["model"] for asked in server.asked] == ["mine-12345678", "her-voice"]


async def test_it_is_ready_when_its_server_is_and_tells_what_that_tells():
    async with asking(completed()) as (engine, _):
        assert engine.ready
        engine._served.ready, engine._served.problem = False, "The card is full."
        engine._served.note = "It is started again."
        assert (engine.ready, engine.problem, engine.note) == (
            False,
            "The card is full.",
            "It is started again.",
        )
        with pytest.raises(ModelError, match="The card is full"):
            await pieces_of(engine)
    assert engine._served.stopped


@pytest.mark.parametrize(
    "serving", [{"failure": ModelMissing("No model.", "Get one.")}, {"directory": Path("/nowhere")}]
)
async def test_what_cannot_be_started_is_a_problem(serving):
    engine = VllmEngine(Serving(**serving))
    with pytest.raises(ModelMissing):
        await engine.start()
    assert engine.problem
    assert not engine.ready
    with pytest.raises(ModelError):
        await engine.until_ready()


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (completed(*tokens(" looked"), finish="abort"), "before its end"),
        (streamed(event(*tokens(" looked")), ends=False), "broke off"),
        (streamed({"choices": [{"text": " looked", "finish_reason": "stop"}]}), "does not tell its tokens"),
        (streamed({"choices": [{"text": " looked", "token_ids": ["x"], "logprobs": None}]}), "does not tell"),
        (Reply(b'{"error": {"message": "The engine is dead."}}', status=500), "The engine is dead"),
        (content("a chat"), "broke off|no completion"),
    ],
)
async def test_a_server_that_fails_is_said(reply, why):
    async with asking(reply) as (engine, _):
        with pytest.raises(RemoteFailed, match=why):
            await pieces_of(engine)


# Weighing


def weighed(shares):
    told = {f"token_id:{tokens(text)[0]}": math.log(share) for text, share in shares.items()}
    choice = {"text": "?", "logprobs": {"top_logprobs": [told]}}
    return lambda _: Reply(json.dumps({"choices": [choice]}).encode())


async def test_behind_a_word_half_typed_all_that_may_finish_it_are_weighed():
    shares = {" water": 0.02, " watch": 0.01}
    async with asking(weighed(shares)) as (engine, server):
        found = await engine.distribution(replace(PROMPT, opening=" wat"), 2)
    asked = server.asked[0]
    pieces = [TOKENIZER.decode([token]) for token in asked["logprob_token_ids"]]
    assert asked["logprobs"] == len(pieces)
    assert all(piece.startswith(TOKENIZER.decode(tokens("and wat")[-1:])) for piece in pieces)
    assert sum(math.exp(one.logprob) for one in found.alternatives) == pytest.approx(1.0)


async def test_where_much_may_come_the_likeliest_are_weighed():
    async with asking(weighed({" the": 0.3, " a": 0.1})) as (engine, server):
        found = await engine.distribution(PROMPT, 1)
    assert "logprob_token_ids" not in server.asked[0]
    assert [one.text for one in found.alternatives] == ["the"]
    assert not found.complete


async def test_a_server_that_weighs_nothing_is_said():
    async with asking(Reply(b'{"choices": [{"text": " the"}]}')) as (engine, _):
        with pytest.raises(RemoteFailed, match="weighs"):
            await engine.distribution(PROMPT, 5)
