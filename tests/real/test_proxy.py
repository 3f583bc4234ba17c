"""The proxy before the real vLLM: what it writes comes through unchanged, ends with its reader, and the next
engine writes where it is dead.
"""

import asyncio
import contextlib

import httpx
import openai
import pytest_asyncio

from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.completion.grounding.grounder import Grounder
from fabula_daemon.desk import Desk
from fabula_daemon.http import api, server
from fabula_daemon.http.openai.context import Context
from fabula_daemon.http.openai.proxy import Proxy
from fabula_daemon.http.openai.routes import routes
from tests.support.fake_engine import FakeEngine

TOKEN = "a-token"
CHAPTER = "manuscript/01.md"
TEXT = "# One\n\nSarah Chen took the lamp from its hook and went down to the water. It was late, and she "
RAW = {"x-fabula-grounding": "off", "x-fabula-gate": "off"}


@pytest_asyncio.fixture(loop_scope="session")
async def vllm(served):
    engine = VllmEngine(served)
    await engine.start()
    return engine


@pytest_asyncio.fixture(loop_scope="session")
async def desk(tmp_path):
    for path, text in {
        "fabula.toml": "",
        CHAPTER: TEXT,
        "world/sarah.md": "---\nname: Sarah Chen\nkind: character\n---\n",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return Desk(tmp_path)


@contextlib.asynccontextmanager
async def serving(desk, *engines):
    """Yield OpenAI's client of a proxy with these engines."""
    choice = Choice(engines)
    context = Context(desk, Grounder(desk), lambda: choice, lambda: None)
    proxy = Proxy(desk, Grounder(desk), lambda: choice)
    async with (
        server.serving(api.build(None, TOKEN, routes(proxy, context, lambda: None)), 0) as port,
        openai.AsyncOpenAI(base_url=f"http://127.0.0.1:{port}/v1", api_key=TOKEN, max_retries=0) as client,
    ):
        yield client


async def test_what_the_model_writes_comes_through_unchanged(desk, vllm, served):
    ask = {"prompt": "She went down", "max_tokens": 24, "temperature": 0}
    async with serving(desk, vllm) as client:
        through = await client.completions.create(model="fabula", **ask, extra_headers=RAW)
        chunks = [
            chunk
            async for chunk in await client.completions.create(
                model="fabula", **ask, extra_headers=RAW, stream=True, stream_options={"include_usage": True}
            )
        ]
    assert through.choices[0].text.strip()
    assert "".join(chunk.choices[0].text for chunk in chunks[:-1]) == through.choices[0].text
    assert through.usage.completion_tokens == chunks[-1].usage.completion_tokens == 24
    assert through.model == served.model


async def test_the_page_is_found_and_told_of(desk, vllm):
    async with serving(desk, vllm) as client:
        raw = await client.completions.with_raw_response.create(model="any", prompt=TEXT[-80:], n=3, seed=1)
    assert raw.headers["x-fabula-path"] == CHAPTER
    assert raw.headers["x-fabula-people"] == "Sarah%20Chen"
    assert raw.headers["x-fabula-engine"] == "vllm"
    assert len({choice.text for choice in raw.parse().choices}) > 1


async def test_a_client_that_goes_away_stops_vllm(desk, vllm, served):
    async with serving(desk, vllm) as client:
        stream = await client.completions.create(
            model="fabula", prompt="The", max_tokens=500, stream=True, extra_headers=RAW
        )
        async for _ in stream:
            break
        await stream.close()
        async with asyncio.timeout(30), httpx.AsyncClient(base_url=served.url) as metrics:
            while True:
                told = (await metrics.get("/metrics", headers={"authorization": f"Bearer {served.key}"})).text
                running = [line for line in told.splitlines() if line.startswith("vllm:num_requests_running")]
                if running and all(float(line.split()[-1]) == 0 for line in running):
                    break
    assert vllm.usage.generated < 500


async def test_where_the_server_is_gone_another_engine_writes(desk, served):
    gone, spare = VllmEngine(_Gone(served)), FakeEngine(answer=lambda _: "went home.")
    await gone.start()
    async with serving(desk, gone, spare) as client:
        answer = await client.completions.with_raw_response.create(model="fabula", prompt=TEXT)
    assert answer.parse().choices[0].text == "went home."
    assert answer.headers["x-fabula-engine"] == "fake"


class _Gone:
    """A server that is said to be ready, and of which nothing is left at its address."""

    def __init__(self, served):
        self._served = served
        self.url = "http://127.0.0.1:9"

    def __getattr__(self, name):
        return getattr(self._served, name)
