"""How much of a prompt a model has read already, while a chapter of a novel is typed in its middle.

A trace of 600 keystrokes, corrections among them, crosses paragraphs, a scene's end and an overflow of the
window; passages are retrieved meanwhile. Every keystroke is a prompt for a context of 1,024 tokens.

`prefix_cached_token_share` is what vLLM's own counters say of it, with blocks of 32 tokens, and
`prefix_cached_token_share_within` what it says of the prompts that do not begin a paragraph. The same is
reckoned without vLLM (`…_reckoned`), as its cache is described: whole blocks, each known by all before it.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from fabula_daemon.completion.cursor import Cursor, locate
from fabula_daemon.completion.engines import Prompt
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.engines.vllm import VllmEngine
from fabula_daemon.completion.grounding.grounder import Grounder, Place
from fabula_daemon.completion.grounding.prompt import Grounding
from fabula_daemon.config import ModelSettings
from fabula_daemon.desk import Desk
from fabula_daemon.index.index import Index
from fabula_daemon.serving.launch import Launch
from fabula_daemon.serving.server import ModelServer
from fabula_daemon.serving.sharing import Share
from tests.benchmarks.grounding_bench import CountingEngine
from tests.support.serving import free_port

NOVEL = Path(__file__).parents[3] / "shared" / "data" / "novels" / "the-skylark-of-space"
CHAPTER, SCENE = "manuscript/03-chapter-3.md", "“I haven’t practised today."
AHEAD = 420  # characters before that scene, where typing begins
KEYSTROKES = 600
CORRECTED = 37  # with every so many characters, two wrong ones are typed and taken back
PAUSE_S = 0.02  # between two keystrokes: what is looked for in the background is found in time
BLOCK = 32
CONTEXT = 1_024
COUNTERS = ("vllm:prefix_cache_hits_total", "vllm:prefix_cache_queries_total")


@dataclass(frozen=True)
class Step:
    """The prompt of a keystroke, and whether it is the first of its paragraph."""

    ground: Grounding
    begins: bool


def figures() -> dict[str, float]:
    """Type, and return shares."""
    return asyncio.run(_figures())


async def _figures() -> dict[str, float]:
    steps = await trace()
    reckoned, within = _shares(_reckoned(steps), steps)
    async with _vllm() as (engine, server):
        before = await _counters(server)
        told = [await _asked(engine, step.ground) for step in steps]
        hits, queries = (now - then for now, then in zip(await _counters(server), before, strict=True))
    _, told_within = _shares(told, steps)
    return {
        "prefix_cached_token_share": hits / queries,
        "prefix_cached_token_share_within": told_within,
        "prefix_cached_token_share_reckoned": reckoned,
        "prefix_cached_token_share_within_reckoned": within,
        "prefix_paragraphs": float(sum(step.begins for step in steps)),
        "prefix_prompt_tokens": queries / len(steps),
    }


async def trace() -> list[Step]:
    """Type in the middle of the chapter, and return the prompt of every keystroke."""
    desk, engine, author = Desk(NOVEL), CountingEngine(CONTEXT), object()
    text = desk.text(CHAPTER)
    assert text is not None
    start = text.index(SCENE) - AHEAD
    later = text[text.index("\n\n", start + KEYSTROKES) :]
    with tempfile.TemporaryDirectory() as state:
        index = Index(NOVEL, Path(state), lambda changed: None, lambda names: None)
        await index.start()
        try:
            while index.progress().phase == "reading":
                await asyncio.sleep(0.1)
            grounder = Grounder(desk, lambda query, k, before: index.search(query, k, before_chapter=before))
            desk.open(author, CHAPTER, text)
            await desk.settled()
            steps: list[Step] = []
            paragraph = -1
            for typed in _typed(text[start:]):
                offset = start + len(typed)
                desk.change(author, CHAPTER, text[:start] + typed + later, caret=offset)
                await asyncio.sleep(PAUSE_S)
                prose = desk.prose(CHAPTER)
                assert prose is not None
                cursor = locate(prose, offset)
                if not isinstance(cursor, Cursor):
                    continue
                place = Place(CHAPTER, offset, prose, cursor)
                ground = await grounder.ground(place, engine, max_tokens=60)
                steps.append(Step(ground, begins=len(cursor.earlier) != paragraph))
                paragraph = len(cursor.earlier)
        finally:
            await index.stop()
    return steps


def _typed(text: str) -> Iterator[str]:
    """Yield what stands there after each of KEYSTROKES, the corrections of mistakes included."""
    pressed = 0
    for end in range(1, len(text)):
        mistakes = ("x", "xv", "x", "") if end % CORRECTED == 0 and text[end - 1].isalpha() else ()
        for typed in (text[:end], *(text[:end] + wrong for wrong in mistakes)):
            if pressed == KEYSTROKES:
                return
            pressed += 1
            yield typed


def _reckoned(steps: list[Step]) -> list[tuple[int, int]]:
    """Return how many tokens of each prompt are in whole blocks that were read before, and how many it
    has.
    """
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(STARTER / "tokenizer.json"))
    known: set[tuple[int, ...]] = set()
    found: list[tuple[int, int]] = []
    for step in steps:
        tokens = tuple(tokenizer.encode(step.ground.text, add_special_tokens=False).ids)
        blocks = [tokens[: at + BLOCK] for at in range(0, len(tokens) - BLOCK, BLOCK)]
        read = next((at for at, block in enumerate(blocks) if block not in known), len(blocks))
        known |= set(blocks)
        found.append((read * BLOCK, len(tokens)))
    return found


def _shares(read: list[tuple[int, int]], steps: list[Step]) -> tuple[float, float]:
    """Return the share of tokens read before in all prompts, and in those that do not begin a paragraph."""
    within = [one for one, step in zip(read, steps, strict=True) if not step.begins]
    return _share(read), _share(within)


def _share(read: list[tuple[int, int]]) -> float:
    return sum(cached for cached, _ in read) / sum(tokens for _, tokens in read)


@asynccontextmanager
async def _vllm() -> AsyncIterator[tuple[VllmEngine, ModelServer]]:
    """Yield an engine with the starter model, served by vLLM on this machine, and its server."""
    with tempfile.TemporaryDirectory() as state:
        settings = ModelSettings(port=free_port(), max_model_len=CONTEXT)
        server = ModelServer(lambda: Launch.of_vllm(settings, STARTER), Share(Path(state), "The bench"))
        engine = VllmEngine(server)
        await engine.start()
        try:
            await engine.until_ready()
            yield engine, server
        finally:
            await engine.stop()


async def _asked(engine: VllmEngine, ground: Grounding) -> tuple[int, int]:
    """Return how many tokens of a prompt vLLM had read before, and how many it has."""
    cached = tokens = 0
    async for piece in engine.stream(Prompt(ground.text, ground.opening, max_tokens=1)):
        if piece.usage is not None:
            cached, tokens = piece.usage.reused, piece.usage.prompt
    return cached, tokens


async def _counters(server: ModelServer) -> tuple[float, float]:
    """Return the tokens that vLLM has found in its cache so far, and those it has looked for."""
    transport = httpx.AsyncHTTPTransport(uds=server.uds) if server.uds else None
    async with httpx.AsyncClient(transport=transport) as client:
        lines = (await client.get(f"{server.url}/metrics")).text.splitlines()
    hits, queries = (
        sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(counter))
        for counter in COUNTERS
    )
    return hits, queries


if __name__ == "__main__":
    if sys.argv[1:] == ["--reckon"]:  # without vLLM
        typed_steps = asyncio.run(trace())
        shares = _shares(_reckoned(typed_steps), typed_steps)
        print(json.dumps(dict(zip(("all", "within"), shares, strict=True)), indent=2))  # noqa: T201
    else:
        print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
