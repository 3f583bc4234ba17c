"""Adapters on a real vLLM: swapped while it streams, and back, each with its text; a wrong one is refused."""

import asyncio
import json

import pytest

from fabula_daemon.completion.engines import adapters
from fabula_daemon.errors import ModelMissing
from tests.support.adapters import adapter
from tests.support.serving import ask, stream, until

PROMPT = "The dust storm had been going for three days when the pump failed, and"


async def written(server):
    return (await ask(server, PROMPT, max_tokens=24)).json()["choices"][0]["text"]


@pytest.fixture(scope="module")
def voices(tmp_path_factory):
    folder = tmp_path_factory.mktemp("voices")
    return [adapter(folder / f"voice{seed}", seed=seed, size=0.15) for seed in (1, 2)]


async def test_each_adapter_writes_its_own_text_and_the_way_back_gives_the_old_one(served, voices):
    plain = await written(served)

    assert await served.swap(voices[0]) is None
    first = await written(served)
    copy = await served.swap(voices[1])
    second = await written(served)
    await served.swap(copy)
    again = await written(served)
    await served.swap(None)

    assert len({plain, first, second}) == 3
    assert again == first
    assert await written(served) == plain


async def test_what_is_overwritten_in_place_is_another_adapter_and_no_stale_text_comes(served, tmp_path):
    place = adapter(tmp_path / "voice", seed=3, size=0.15)
    await served.swap(place)
    before = await written(served)

    newer = adapter(tmp_path / "newer", seed=4, size=0.15)
    (place / adapters.WEIGHTS).write_bytes((newer / adapters.WEIGHTS).read_bytes())
    await served.swap(place)
    overwritten = await written(served)
    await served.swap(newer)

    assert overwritten == await written(served) != before
    await served.swap(None)


async def test_what_streams_with_the_old_adapter_ends_as_it_began(served, voices):
    await served.swap(voices[0])
    name = served.request_name
    begun, lines = asyncio.Event(), []

    async def write():
        async for line in stream(served, 200):
            lines.append(line)
            begun.set()

    writing = asyncio.create_task(write())
    await begun.wait()
    await served.swap(voices[1])
    assert served.request_name != name
    await writing

    assert lines[-1] == "data: [DONE]" or lines[-2] == "data: [DONE]"
    assert all(json.loads(line[6:])["model"] == name for line in lines if line.startswith("data: {"))
    await until(lambda: not served._swapper._letting_go, 30)
    assert (await ask(served, PROMPT, model=name)).status_code == 404
    await served.swap(None)


async def test_an_adapter_for_another_base_is_refused_before_the_server_sees_it(served, voices, tmp_path):
    await served.swap(voices[0])
    before = await written(served)
    other = adapter(tmp_path / "other", seed=5)
    (other / adapters.RECORD).write_text(json.dumps({"base": "00000000"}))

    for wrong in (other, adapter(tmp_path / "wide", width=512), adapter(tmp_path / "rank", rank=128)):
        with pytest.raises(ModelMissing):
            await served.swap(wrong)

    assert await written(served) == before
    await served.swap(None)
