"""The engine for vLLM, against the real one: it writes what the embedded engine writes, nothing banned."""

import asyncio
import contextlib
import math
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from fabula_daemon.completion.engines import Prompt, plugin
from fabula_daemon.completion.engines.transformers import TransformersEngine
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.errors import RemoteFailed
from fabula_daemon.serving.server import ModelServer
from tests.support.adapters import adapter

STORY = (
    "[World]\nSarah Chen\nYusuf\n\n[Story]\n"
    + "The pump hall was quiet, and the tape hung from its hook in the dark. " * 12
    + "She went down to the water and"
)
GREEDY = Prompt(STORY, opening=" ", temperature=0.0, max_tokens=24)


class Lent:
    """The server of the tests as one engine sees it, who neither starts nor stops it."""

    def __init__(self, server: ModelServer, request_name: str | None = None) -> None:
        self._server, self._request_name = server, request_name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._server, name)

    @property
    def request_name(self) -> str:
        return self._request_name or self._server.request_name

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        pass


@contextlib.asynccontextmanager
async def running(engine: Any) -> AsyncIterator[Any]:
    await engine.start()
    try:
        await engine.until_ready()
        yield engine
    finally:
        await engine.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def vllm(served: ModelServer) -> AsyncIterator[VllmEngine]:
    async with running(VllmEngine(Lent(served))) as engine:
        yield engine


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def embedded() -> AsyncIterator[TransformersEngine]:
    async with running(TransformersEngine()) as engine:
        yield engine


async def written(engine: Any, prompt: Prompt) -> str:
    return "".join([piece.text async for piece in engine.stream(prompt)])


async def metric(served: ModelServer, name: str) -> float:
    """Return the sum of one of vLLM's own counters."""
    async with httpx.AsyncClient(trust_env=False) as client:
        text = (await client.get(f"{served.url}/metrics")).text
    return sum(map(float, re.findall(rf"^vllm:{name}(?:{{[^}}]*}})? (\S+)$", text, re.MULTILINE)))


async def ask(served: ModelServer, path: str, **body: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {served.key}"}
    async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
        return await client.post(f"{served.url}/v1/{path}", json=body, headers=headers)


# What it writes


@pytest.mark.parametrize("opening", [" ", " look", "\n\n“", "", " S"])
async def test_it_writes_what_the_embedded_engine_writes(vllm, embedded, opening):
    prompt = replace(GREEDY, opening=opening)
    assert await written(vllm, prompt) == await written(embedded, prompt)


async def test_it_tells_the_same_probabilities(vllm, embedded):
    told = []
    for engine in (vllm, embedded):
        *pieces, last = [piece async for piece in engine.stream(GREEDY)]
        told.append((sum(piece.logprob for piece in pieces), last.finish, last.usage.generated))
    assert told[0] == (pytest.approx(told[1][0], abs=0.05), *told[1][1:])


async def test_of_a_word_half_typed_it_does_not_tell_how_likely_it_was(vllm):
    first, second, *_ = [piece async for piece in vllm.stream(replace(GREEDY, opening=" interes"))]
    assert first.logprob is None
    assert second.logprob < 0


async def test_the_same_seed_writes_the_same(vllm):
    prompt = Prompt(STORY, opening=" ", seed=7, max_tokens=24)
    text = await written(vllm, prompt)
    assert await written(vllm, prompt) == text
    assert await written(vllm, replace(prompt, seed=8)) != text


@pytest.mark.parametrize("seed", range(4))
async def test_a_word_half_typed_is_finished(vllm, seed):
    after = await written(vllm, Prompt(STORY, opening=" interest", seed=seed, max_tokens=6))
    word = (" interest" + after).split()[0].rstrip(".,;:!?”’—-")
    assert word in {"interest", "interested", "interesting", "interests"}


async def test_it_ends_before_a_stop_text(vllm):
    whole = await written(vllm, GREEDY)
    pieces = [piece async for piece in vllm.stream(replace(GREEDY, stop=(whole[9:12],)))]
    assert "".join(piece.text for piece in pieces) == whole[: whole.index(whole[9:12])]
    assert pieces[-1].finish == "stop"


@pytest.mark.parametrize("opening", [" ", " inter", ""])
async def test_it_weighs_what_may_come_next_as_the_embedded_engine_does(vllm, embedded, opening):
    ours, theirs = [
        await engine.distribution(replace(GREEDY, opening=opening), 8) for engine in (vllm, embedded)
    ]
    assert [one.text for one in ours.alternatives] == [one.text for one in theirs.alternatives]
    for one, other in zip(ours.alternatives, theirs.alternatives, strict=True):
        assert math.exp(one.logprob) == pytest.approx(math.exp(other.logprob), abs=0.02)


# What it must not write


@pytest.mark.parametrize("seed", range(4))
async def test_a_banned_name_is_never_written_whatever_its_letters_are(vllm, seed):
    banned: list[str] = []
    prompt = Prompt(STORY, opening=" ", seed=seed, max_tokens=30, temperature=0.0)
    for _ in range(4):
        words = [word.strip("“”’.,;:!?—") for word in (await written(vllm, prompt)).split()]
        banned.append(next(word for word in words if len(word) > 3 and word.isalpha() and word not in banned))
        prompt = replace(prompt, banned=tuple(banned))
        again = [word.strip("“”’.,;:!?—") for word in (await written(vllm, prompt)).split()]
        assert not {form for word in banned for form in (word, word.title(), word.upper())} & set(again)


async def test_banned_names_of_nobody_change_nothing(vllm):
    names = tuple(f"{first}{rest}" for first in "BCDFGHJKLM" for rest in (f"a{n:02}" for n in range(50)))
    assert await written(vllm, replace(GREEDY, banned=names)) == await written(vllm, GREEDY)


async def test_where_everything_that_may_come_is_banned_the_text_ends(vllm):
    words = {
        piece.text
        for piece in (await vllm.distribution(replace(GREEDY, opening=" interes"), 128)).alternatives
    }
    finished = tuple(f"interes{rest}" for rest in words)
    prompt = replace(GREEDY, opening=" interes", banned=("interes", *finished))
    assert (await written(vllm, prompt)).strip() == ""


async def test_requests_at_once_have_fences_of_their_own(vllm):
    whole = await written(vllm, GREEDY)
    word = next(word for word in whole.split() if len(word) > 3 and word.isalpha())
    prompts = [replace(GREEDY, banned=(word,) * (number % 2)) for number in range(8)]
    texts = await asyncio.gather(*(written(vllm, prompt) for prompt in prompts))
    assert len(set(texts[1::2])) == 1
    assert word not in texts[1].split()
    assert all(word in text.split() for text in texts[::2])


async def test_of_more_names_than_it_takes_those_refused_last_are_kept_out(vllm):
    word = next(word for word in (await written(vllm, GREEDY)).split() if len(word) > 3 and word.isalpha())
    drafted = tuple(f"Name{number}" for number in range(plugin.MOST_BANNED))
    text = await written(vllm, replace(GREEDY, banned=(*drafted, "x" * (plugin.LONGEST_NAME + 1), word)))
    assert text
    assert word not in re.findall(r"\w+", text)


@pytest.mark.parametrize(
    "wishes",
    [{plugin.OPENING: "no digits"}, {plugin.OPENING: 7}, {plugin.OPENING: "", plugin.BANNED: [1]}],
)
async def test_wishes_that_cannot_be_meant_are_refused_and_the_server_lives(served, vllm, wishes):
    answer = await ask(served, "completions", model=served.request_name, prompt="She", vllm_xargs=wishes)
    assert answer.status_code == 400
    assert await written(vllm, replace(GREEDY, max_tokens=2))


# Stopping, and what it costs


async def test_closing_the_stream_stops_the_model(served, vllm):
    before = await metric(served, "generation_tokens_total")
    async with contextlib.aclosing(vllm.stream(Prompt(STORY, opening=" ", max_tokens=700))) as pieces:
        await anext(pieces)
    async with asyncio.timeout(10):
        while await metric(served, "num_requests_running"):
            await asyncio.sleep(0.005)
    assert await metric(served, "generation_tokens_total") - before < 200


async def test_what_stays_of_the_last_prompt_is_not_read_again(served, vllm):
    await written(vllm, GREEDY)
    names = ("prefix_cache_queries_total", "prefix_cache_hits_total")
    before = [await metric(served, name) for name in names]
    *_, last = [
        piece async for piece in vllm.stream(replace(GREEDY, text=f"{STORY} stood there", opening=" f"))
    ]
    queries, hits = [await metric(served, name) - then for name, then in zip(names, before, strict=True)]
    assert 0 <= queries - last.usage.prompt < 32  # somebody asks now and then whether the server is alive
    assert hits == last.usage.reused
    assert hits / queries > 0.8


async def test_eight_long_prompts_at_once_are_all_answered(vllm):
    """Together they are more than the server reads in one step."""
    room = vllm.context - 2 * GREEDY.max_tokens
    stories = [f"The {number}th chapter. {STORY * 8}" for number in range(8)]
    prompts = [
        replace(GREEDY, text=text[: len(text) * room // vllm.count(text)], seed=number, temperature=0.7)
        for number, text in enumerate(stories)
    ]
    texts = await asyncio.gather(*(written(vllm, prompt) for prompt in prompts))
    assert all(texts)


async def test_more_than_the_model_reads_is_cut_at_the_front_and_reported(vllm):
    text = STORY * 8
    *_, last = [piece async for piece in vllm.stream(replace(GREEDY, text=text))]
    assert last.usage.prompt + GREEDY.max_tokens == vllm.context
    assert last.usage.prompt + last.usage.cut == vllm.count(text)


# Adapters


async def test_an_adapter_by_its_name_writes_what_it_writes_when_it_is_merged(
    served: ModelServer, embedded: TransformersEngine, tmp_path: Path
) -> None:
    weights = adapter(tmp_path / "voice", rank=4, seed=1)
    loaded = await ask(served, "load_lora_adapter", lora_name="voice", lora_path=str(weights))
    assert loaded.status_code == 200, loaded.text
    async with (
        running(VllmEngine(Lent(served, "voice"))) as adapted,
        running(TransformersEngine(adapter=weights)) as merged,
    ):
        text = await written(adapted, GREEDY)
        assert text == await written(merged, GREEDY)
        assert text != await written(embedded, GREEDY)
    assert (await ask(served, "unload_lora_adapter", lora_name="voice")).status_code == 200


async def test_a_name_that_the_server_does_not_have_is_said(served: ModelServer) -> None:
    async with running(VllmEngine(Lent(served, "nobody"))) as engine:
        with pytest.raises(RemoteFailed, match="nobody") as caught:
            await written(engine, GREEDY)
    assert caught.value.status == 404
