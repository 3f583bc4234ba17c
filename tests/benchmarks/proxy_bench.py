"""How much later the first token comes through the proxy than from vLLM itself, by the same final prompt.

Both are asked over HTTP by one client, one after the other, at places of a novel's chapter that is open. All
that Fabula adds is in between: the place is found, the prompt made, the answer read for strangers. Each place
has been asked at once before, so that vLLM has read the prompt for both; what stands beside the manuscript
there is then known, as while an author types. What a new place takes is grounding_bench's figure. Nothing is
retrieved.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from statistics import median, quantiles

import httpx

from fabula_daemon.completion.engines import Piece, Prompt
from fabula_daemon.completion.engines.choice import Choice
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.completion.grounding.grounder import Grounder
from fabula_daemon.config import ModelSettings
from fabula_daemon.desk import Desk
from fabula_daemon.http import api, server
from fabula_daemon.http.openai.context import Context
from fabula_daemon.http.openai.proxy import Proxy
from fabula_daemon.http.openai.routes import routes
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share
from tests.support.serving import free_port

NOVEL = Path(__file__).parents[3] / "shared" / "data" / "novels" / "the-skylark-of-space"
CHAPTER = "manuscript/05-chapter-5.md"
PLACES, STEP = 40, 400  # characters between two places, of which each has another paragraph
SENT = 1200  # characters before the cursor, as editors' plugins send them
TOKENS = 4
TOKEN = "a-token"


class Recorded(VllmEngine):
    """Remembers the last prompt."""

    prompt = Prompt("")

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """Yield what the engine does."""
        self.prompt = prompt
        async for piece in super().stream(prompt):
            yield piece


def figures() -> dict[str, float]:
    """Ask, and return milliseconds."""
    return asyncio.run(_figures())


async def _figures() -> dict[str, float]:
    settings = ModelSettings(port=free_port(), max_model_len=1024)
    with tempfile.TemporaryDirectory() as folder:
        served = ModelServer(lambda: Launch.of_vllm(settings, STARTER), Share(Path(folder), "The bench"))
        engine = Recorded(served)
        try:
            await engine.start()
            await engine.until_ready()
            return await _asked(served, engine)
        finally:
            await engine.stop()


async def _asked(served: ModelServer, engine: Recorded) -> dict[str, float]:
    desk, choice = Desk(NOVEL), Choice([engine])
    text = desk.text(CHAPTER)
    assert text is not None
    desk.open(engine, CHAPTER, text)
    await desk.settled()
    proxy = Proxy(desk, Grounder(desk), lambda: choice)
    context = Context(desk, Grounder(desk), lambda: choice, lambda: None)
    app = api.build(None, TOKEN, routes(proxy, context, lambda: None))  # type: ignore[arg-type]
    direct, through = list[float](), list[float]()
    async with server.serving(app, 0) as port, httpx.AsyncClient(timeout=60.0) as client:
        for number in range(PLACES):
            offset = text.index(" ", len(text) // 4 + number * STEP) + 1
            body = {
                "prompt": text[offset - SENT : offset],
                "max_tokens": TOKENS,
                "temperature": 0.0,
                "stream": True,
            }
            url = f"http://127.0.0.1:{port}/v1/completions"
            await _first_ms(client, url, TOKEN, body)  # the model reads the prompt once for both
            same = body | {
                "model": served.request_name,
                "prompt": engine.prompt.text + engine.prompt.opening,
            }
            ways = [
                (through, url, TOKEN, body),
                (direct, f"{served.url}/v1/completions", served.key or "", same),
            ]
            for times, address, key, asked in ways if number % 2 else ways[::-1]:
                times.append(await _first_ms(client, address, key, asked))
    return {
        "proxy_first_ms_p50": median(through),
        "proxy_direct_first_ms_p50": median(direct),
        "proxy_overhead_ms_p50": median(through) - median(direct),
        "proxy_overhead_ms_p95": quantiles([a - b for a, b in zip(through, direct, strict=True)], n=20)[-1],
    }


async def _first_ms(client: httpx.AsyncClient, url: str, key: str, body: dict[str, object]) -> float:
    """Return the milliseconds until the first text, and read on to the end."""
    began, first = time.perf_counter(), None
    async with client.stream("POST", url, json=body, headers={"Authorization": f"Bearer {key}"}) as answer:
        answer.raise_for_status()
        async for line in answer.aiter_lines():
            if first is None and line.startswith("data: {"):
                choices = json.loads(line[6:])["choices"]
                if choices and choices[0]["text"].strip():
                    first = time.perf_counter()
    return ((first or time.perf_counter()) - began) * 1000


if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
