"""What a suggestion costs that was written already, how soon a model stops, and how eight authors fare.

`typethrough_ms` is the time from a request to its answer for every letter of suggestions that are typed, and
deleted again, in a story of a million words. `abort_ms` is the time from a request that supersedes another
until the engine is idle: until vLLM's own counters say so, or until the embedded engine has answered a prompt
of two words, less what that takes when it is idle. For `clients_8` eight type different chapters of a novel,
five letters a second each, with pauses; a request that a newer one has superseded is answered too, with
nothing. Embedded, and with vLLM where its environment has been made: then a figure without the name of an
engine is the worse of both.
"""

import asyncio
import contextlib
import json
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from statistics import median, quantiles

import httpx

from fabula_daemon.completion.engines import Engine, Prompt
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.engines.transformers import TransformersEngine
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.config import CompletionSettings, ModelSettings
from fabula_daemon.desk import Desk
from fabula_daemon.errors import EnvironmentMissing
from fabula_daemon.serving import environment
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share
from tests.benchmarks.big_story import build
from tests.support.serving import free_port

NOVEL = Path(__file__).parents[3] / "shared" / "data" / "novels" / "the-war-of-the-worlds"
TYPED_THROUGH = 12  # suggestions
ABORTS = 40
WRITES_FOR_S = 0.1  # before it is superseded
CLIENTS = 8
TYPING_S = 12.0
KEY_S, PAUSE_S = 0.2, 1.5  # between two letters, and at a word's end now and then
WORDS_TO_A_PAUSE = 4
LATE_S = 1.0


def figures() -> dict[str, float]:
    """Return milliseconds, and requests a second."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_figures(Path(folder)))


async def _figures(folder: Path) -> dict[str, float]:
    results: dict[str, float] = {}
    async with _running(TransformersEngine()) as engine:
        desk = Desk(await asyncio.to_thread(build, folder / "story"))
        results["typethrough_ms_p95"] = _p95(await _typed_through(desk, engine))
        results |= await _of(engine, "embedded", lambda: _answered(engine))
    try:
        environment.find()
    except EnvironmentMissing as error:
        sys.stderr.write(f"not measured with vLLM: {error}\n")
    else:
        settings, share = ModelSettings(port=free_port()), Share(folder / "serving", "The bench")
        server = ModelServer(lambda: Launch.of_vllm(settings, STARTER), share)
        # The client is made once: it reads certificates from the disk then, which may take a second.
        async with (
            _running(VllmEngine(server)) as served,
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{settings.port}") as client,
        ):
            results |= await _of(served, "vllm", lambda: _at_rest(client, served))
        for figure, worse in (("abort_ms_p95", max), ("clients_8_requests_per_s", min)):
            results[figure] = worse(value for key, value in results.items() if key.startswith(figure))
    return results


async def _of(engine: Engine, name: str, idle: Callable[[], Awaitable[None]]) -> dict[str, float]:
    results = {f"abort_ms_p95_{name}": _p95(await _aborts(engine, idle))}
    return results | {f"clients_8_{what}_{name}": value for what, value in (await _eight(engine)).items()}


@contextlib.asynccontextmanager
async def _running(engine: Engine) -> AsyncIterator[Engine]:
    await engine.start()
    try:
        await engine.until_ready()
        yield engine
    finally:
        await engine.stop()


async def _typed_through(desk: Desk, engine: Engine) -> list[float]:
    """Return how long the answer took for each letter of suggestions, which are typed and then deleted."""
    suggester, chance, times = Suggester(desk, engine, CompletionSettings()), random.Random(5), list[float]()
    typed_through = 0
    while typed_through < TYPED_THROUGH:
        path = chance.choice(desk.world.chapters).path
        text = desk.text(path) or ""
        offset = text.index(" ", chance.randrange(len(text) // 2, len(text) * 9 // 10)) + 1
        desk.change(suggester, path, text[:offset], caret=offset)
        shown = await suggester.suggest(Request(suggester, path, offset))
        whole = shown[0].text if shown else ""
        typed_through += bool(shown)
        for length in (*range(1, len(whole)), *range(len(whole) - 1, -1, -1)):
            desk.change(suggester, path, text[:offset] + whole[:length], caret=offset + length)
            began = time.perf_counter()
            rest = await suggester.suggest(Request(suggester, path, offset + length))
            times.append((time.perf_counter() - began) * 1000)
            assert rest[0].text == whole[length:]
        desk.close(suggester, path)
    await suggester.close()
    return times


async def _aborts(engine: Engine, idle: Callable[[], Awaitable[None]]) -> list[float]:
    """Return how long an engine that wrote a paragraph went on when the request was superseded."""
    desk = Desk(NOVEL)
    suggester = Suggester(desk, engine, CompletionSettings(unit="paragraph"), ahead_after=None)
    path = desk.world.chapters[4].path
    text = desk.text(path) or ""
    offset = text.index(". ", len(text) // 2) + 2
    desk.change(suggester, path, text[:offset])
    await suggester.suggest(
        Request(suggester, path, offset)
    )  # an engine's first prompt is a matter of its own
    looking = median([await _time_of(idle()) for _ in range(10)])
    times: list[float] = []
    while len(times) < ABORTS:
        offset = text.index(" ", offset) + 1
        desk.change(suggester, path, text[:offset])
        answer = asyncio.ensure_future(suggester.suggest(Request(suggester, path, offset)))
        await asyncio.sleep(WRITES_FOR_S)
        if answer.done():
            continue
        desk.change(suggester, path, "# A heading")
        began = time.perf_counter()
        await suggester.suggest(Request(suggester, path, 4))
        await idle()
        times.append(max(0.0, (time.perf_counter() - began) * 1000 - looking))
        await answer
    await suggester.close()
    return times


async def _answered(engine: Engine) -> None:
    """Return when a prompt has been answered that is too short to take time itself."""
    async for _ in engine.stream(Prompt("She went", max_tokens=1)):
        pass


async def _at_rest(client: httpx.AsyncClient, engine: Engine) -> None:
    """Return when vLLM says that it works on nothing.

    It counts only while it works, so what it says is old until it has been asked something: a token.
    """
    while True:
        await _answered(engine)
        lines = (await client.get("/metrics")).text.splitlines()
        working = (line for line in lines if line.startswith("vllm:num_requests_running"))
        if not any(float(line.split()[-1]) for line in working):
            return


async def _time_of(what: Awaitable[None]) -> float:
    began = time.perf_counter()
    await what
    return (time.perf_counter() - began) * 1000


async def _eight(engine: Engine) -> dict[str, float]:
    """Return requests answered in time a second, and the share and time of those that came to the end."""
    desk = Desk(NOVEL)
    suggester = Suggester(desk, engine, CompletionSettings())
    chapters = [chapter.path for chapter in desk.world.chapters][:CLIENTS]
    began = time.perf_counter()
    answered = [times for group in await asyncio.gather(
        *(_typist(suggester, desk, path, began + TYPING_S) for path in chapters)
    ) for times in group]  # fmt: skip
    took = time.perf_counter() - began
    await suggester.close()
    times = [one for one, _ in answered]
    shown = [one for one, texts in answered if texts]
    return {
        "requests_per_s": sum(one < LATE_S for one in times) / took,
        "late": float(sum(one >= LATE_S for one in times)),
        "shown_per_s": len(shown) / took,
        "shown_ms_p50": median(shown) * 1000,
        "shown_ms_p95": _p95(shown) * 1000,
    }


async def _typist(suggester: Suggester, desk: Desk, path: str, until: float) -> list[tuple[float, int]]:
    """Type a chapter from its middle on; return how long each answer took, and how many texts it had."""
    author, text = object(), desk.text(path) or ""
    offset = text.index(" ", len(text) // 2) + 1
    asked: list[asyncio.Task[tuple[float, int]]] = []
    words = 0

    async def ask(offset: int) -> tuple[float, int]:
        began = time.perf_counter()
        shown = await suggester.suggest(Request(author, path, offset))
        return time.perf_counter() - began, len(shown)

    while time.perf_counter() < until:
        desk.change(author, path, text[:offset], caret=offset)
        asked.append(asyncio.create_task(ask(offset)))
        words += text[offset - 1] == " "
        pauses = text[offset - 1] == " " and words % WORDS_TO_A_PAUSE == 0
        await asyncio.sleep(PAUSE_S if pauses else KEY_S)
        offset += 1
    return list(await asyncio.gather(*asked))


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
