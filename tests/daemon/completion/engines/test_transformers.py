"""The embedded engine, with the real starter model in its real process."""

import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
from dataclasses import replace
from types import SimpleNamespace

import psutil
import pytest

from fabula_daemon.completion.engines import Prompt, transformers
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.completion.engines.transformers import TransformersEngine
from fabula_daemon.errors import ExtraMissing, ModelError, ModelMissing, WorkerDied
from tests.support.adapters import adapter

pytestmark = pytest.mark.asyncio(loop_scope="session")

STORY = (
    "[World]\nSarah Chen\nYusuf\n\n[Story]\n"
    + "The pump hall was quiet, and the tape hung from its hook in the dark. " * 12
    + "She went down to the water and"
)


async def written(engine, prompt):
    return "".join([piece.text async for piece in engine.stream(prompt)])


async def read_to_the_end(pieces):
    async for _ in pieces:
        pass


async def eventually(condition, seconds=60):
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


async def test_it_streams_and_the_same_seed_writes_the_same(starter):
    prompt = Prompt(STORY, opening=" looked", seed=7, max_tokens=24)
    pieces = [piece.text async for piece in starter.stream(prompt)]
    assert len(pieces) > 5
    assert "".join(pieces) == await written(starter, prompt)
    assert "".join(pieces) != await written(starter, Prompt(STORY, opening=" looked", seed=8, max_tokens=24))


async def test_pieces_tell_how_likely_they_were(starter):
    prompt = Prompt(STORY, opening=" ", temperature=0.0, max_tokens=8)
    *pieces, last = [piece async for piece in starter.stream(prompt)]
    likeliest = (await starter.distribution(prompt, 1)).alternatives[0]
    assert (pieces[0].text, pieces[0].logprob) == (likeliest.text, pytest.approx(likeliest.logprob, abs=1e-3))
    assert all(piece.logprob < 0 and piece.tokens >= 1 for piece in pieces)
    assert (last.text, last.logprob, last.tokens) == ("", 0.0, 0)
    assert sum(piece.tokens for piece in pieces) == last.usage.generated == 8


async def test_the_last_piece_tells_how_it_ended_and_what_it_took(starter):
    prompt = Prompt(STORY, opening=" ", max_tokens=5)
    await written(starter, prompt)
    *others, last = [piece async for piece in starter.stream(prompt)]
    assert last.finish == "length"
    assert last.usage.prompt == starter.count(STORY)
    assert last.usage.reused == last.usage.prompt - 1
    assert {(piece.finish, piece.usage) for piece in others} == {(None, None)}


async def test_a_special_token_in_the_text_is_text(starter):
    text = "She wrote <|endoftext|> on the wall and"
    *_, last = [piece async for piece in starter.stream(Prompt(text, opening=" ", max_tokens=1))]
    assert last.usage.prompt == starter.count(text) > starter.count("She wrote  on the wall and") + 2


async def test_it_ends_before_a_stop_text(starter):
    prompt = Prompt(STORY, opening=" ", temperature=0.0, max_tokens=40)
    whole = await written(starter, prompt)
    stop = whole[9:12]
    *pieces, last = [piece async for piece in starter.stream(replace(prompt, stop=("never there", stop)))]
    assert "".join(piece.text for piece in pieces) == whole[: whole.index(stop)]
    assert last.finish == "stop"
    assert last.usage.generated < 40


async def test_little_of_the_probability_is_much_like_the_likeliest(starter):
    prompt = Prompt(STORY, opening=" ", max_tokens=12, seed=5, temperature=1.0)
    likeliest = await written(starter, replace(prompt, temperature=0.0))
    assert await written(starter, replace(prompt, top_p=0.0)) == likeliest
    assert await written(starter, replace(prompt, top_p=1.0)) != likeliest


async def test_five_hundred_banned_names_cost_little(starter):
    names = tuple(f"{first}{rest}" for first in "BCDFGHJKLM" for rest in (f"a{n:02}" for n in range(50)))
    whole = await written(starter, Prompt(STORY, opening=" ", temperature=0.0, max_tokens=12))
    banned = Prompt(STORY, opening=" ", temperature=0.0, max_tokens=12, banned=names)
    assert await written(starter, banned) == whole


async def test_its_name_tells_the_weights(starter):
    assert starter.name == "transformers"
    assert starter.model == "starter 25a5af07"


@pytest.mark.parametrize("seed", range(5))
async def test_a_word_half_typed_is_finished(starter, seed):
    opening = " interest"
    after = await written(starter, Prompt(STORY, opening=opening, seed=seed, max_tokens=6))
    word = (opening + after).split()[0].rstrip(".,;:!?”’—-")
    assert word in {"interest", "interested", "interesting", "interests"}


async def test_behind_a_space_a_word_begins(starter):
    after = await written(starter, Prompt(STORY, opening=" ", seed=1, max_tokens=6))
    assert not after.startswith(" ")


async def test_behind_an_empty_line_a_paragraph_begins(starter):
    after = await written(starter, Prompt(STORY + " sat down.", opening="\n\n“", seed=1, max_tokens=6))
    assert after
    assert not after[0].isspace()


async def test_pieces_are_whole_characters(starter):
    for seed in range(4):
        text = await written(starter, Prompt(STORY + ", and said:", opening=" “", seed=seed, max_tokens=40))
        assert "\ufffd" not in text
        text.encode()


@pytest.mark.parametrize("seed", range(4))
async def test_a_banned_name_is_never_written_whatever_its_letters_are(starter, seed):
    free = Prompt(STORY, opening=" ", seed=seed, max_tokens=30, temperature=0.0)
    banned: list[str] = []
    for _ in range(4):
        words = [word.strip("“”’.,;:!?—") for word in (await written(starter, free)).split()]
        banned.append(next(word for word in words if len(word) > 3 and word.isalpha() and word not in banned))
        free = Prompt(STORY, opening=" ", seed=seed, max_tokens=30, temperature=0.0, banned=tuple(banned))
        again = [word.strip("“”’.,;:!?—") for word in (await written(starter, free)).split()]
        assert not {form for word in banned for form in (word, word.title(), word.upper())} & set(again)


async def test_what_stays_of_the_last_prompt_is_not_read_again(starter):
    await written(starter, Prompt(STORY, opening=" ", max_tokens=4))
    prompt, reused = starter.usage.prompt, starter.usage.reused
    await written(starter, Prompt(STORY + " stood there", opening=" f", max_tokens=4))
    assert (starter.usage.reused - reused) / (starter.usage.prompt - prompt) > 0.95


async def test_two_chapters_in_turn_are_both_kept(starter):
    other = STORY.replace("pump hall", "hall of pumps")
    for text in (STORY, other):
        await written(starter, Prompt(text, opening=" ", max_tokens=4))
    prompt, reused = starter.usage.prompt, starter.usage.reused
    for text in (STORY, other) * 2:
        await written(starter, Prompt(text, opening=" ", max_tokens=4))
    assert (starter.usage.reused - reused) / (starter.usage.prompt - prompt) > 0.95


async def test_what_was_read_before_does_not_change_what_is_written(starter):
    prompt = Prompt(STORY, opening=" ", max_tokens=16, temperature=0.0)
    first = await written(starter, prompt)
    await written(starter, Prompt("Something quite different stood here.", opening=" ", max_tokens=4))
    assert await written(starter, prompt) == first


async def test_closing_the_stream_stops_the_model(starter):
    generated = starter.usage.generated
    async with contextlib.aclosing(starter.stream(Prompt(STORY, opening=" ", max_tokens=800))) as pieces:
        await anext(pieces)
    await written(starter, Prompt(STORY, opening=" ", max_tokens=2))  # served only when the first has ended
    assert starter.usage.generated - generated < 100


async def test_a_prompt_that_still_waits_can_be_taken_back(starter):
    async with contextlib.aclosing(starter.stream(Prompt(STORY, max_tokens=200))) as running:
        await anext(running)
        waiting = asyncio.ensure_future(written(starter, Prompt(STORY, opening=" ", max_tokens=400)))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert await written(starter, Prompt(STORY, opening=" ", seed=3, max_tokens=2))


async def test_more_than_the_model_reads_is_cut_at_the_front_and_reported(starter):
    before = (starter.usage.prompt, starter.usage.cut, starter.usage.generated)
    text = await written(starter, Prompt(STORY * 8, opening=" ", max_tokens=60))
    prompt, cut, generated = (
        now - then
        for now, then in zip(
            (starter.usage.prompt, starter.usage.cut, starter.usage.generated), before, strict=True
        )
    )
    assert text
    assert cut > 0
    assert prompt + generated <= starter.context
    assert prompt + cut == starter.count(STORY * 8)


async def test_the_last_token_of_the_context_is_the_last(starter):
    before = starter.usage.prompt + starter.usage.generated
    await written(starter, Prompt(STORY, opening=" ", max_tokens=5000))
    assert starter.usage.prompt + starter.usage.generated - before <= starter.context


async def test_a_killed_process_is_replaced(starter):
    first = starter.pid
    pieces = starter.stream(Prompt(STORY, opening=" ", max_tokens=900))
    await anext(pieces)
    os.kill(first, signal.SIGKILL)
    with pytest.raises(WorkerDied):
        await read_to_the_end(pieces)
    await eventually(lambda: not starter.ready)
    with pytest.raises(ModelError, match="not loaded yet"):
        await written(starter, Prompt(STORY))
    await eventually(lambda: starter.ready)
    assert starter.pid != first
    assert await written(starter, Prompt(STORY, opening=" ", max_tokens=4))


async def test_it_runs_on_one_thread_and_ends_with_its_engine():
    engine = TransformersEngine()
    await engine.start()
    await eventually(lambda: engine.pid is not None)
    process = psutil.Process(engine.pid)
    assert process.environ()["OMP_NUM_THREADS"] == "1"
    await engine.stop()
    assert not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    assert not engine.ready


async def test_a_model_that_cannot_be_loaded_is_a_problem_and_not_tried_again(tmp_path):
    model = shutil.copytree(STARTER, tmp_path / "mine")
    config = json.loads((model / "config.json").read_text("utf-8"))
    (model / "config.json").write_text(json.dumps(config | {"model_type": "nobody's"}), "utf-8")
    engine = TransformersEngine(model, log=tmp_path / "engine.log")
    await engine.start()
    with pytest.raises(ModelError):
        await engine.until_ready()
    assert "mine cannot be used" in engine.problem
    assert "remove that line" in engine.problem
    assert not engine.ready
    await engine.stop()
    assert "Traceback" in (tmp_path / "engine.log").read_text()


async def test_weights_that_are_none_are_not_tried(tmp_path):
    model = shutil.copytree(STARTER, tmp_path / "mine")
    (model / "model.safetensors").write_bytes(b"not weights at all")
    with pytest.raises(ModelMissing, match="not a safetensors file"):
        await TransformersEngine(model).start()


async def test_a_model_larger_than_the_memory_is_not_tried(tmp_path, monkeypatch):
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=20_000_000))
    engine = TransformersEngine()
    with pytest.raises(ModelMissing, match=r"takes 0\.0 GB of memory here, and 0\.0 GB are free.*vLLM"):
        await engine.start()
    assert engine.problem


async def test_an_adapter_is_added_to_the_model_and_named(tmp_path, starter):
    weights = adapter(tmp_path / "mine", rank=4, alpha=8.0, seed=1)
    engine = TransformersEngine(adapter=weights)
    await engine.start()
    await engine.until_ready()
    prompt = Prompt(STORY, opening=" ", temperature=0.0, max_tokens=12)
    try:
        assert re.fullmatch(r"starter 25a5af07 \+ mine [0-9a-f]{8}", engine.model)
        assert await written(engine, prompt) != await written(starter, prompt)
    finally:
        await engine.stop()


async def test_an_adapter_for_another_model_is_said_at_once(tmp_path):
    engine = TransformersEngine(adapter=adapter(tmp_path / "mine", width=512))
    with pytest.raises(ModelMissing, match="mine"):
        await engine.start()
    assert "mine" in engine.problem


async def test_no_directory_is_said_at_once(tmp_path):
    engine = TransformersEngine(tmp_path / "nowhere")
    with pytest.raises(ModelMissing):
        await engine.start()
    assert "nowhere" in engine.problem
    await engine.stop()


async def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setattr(transformers, "find_spec", lambda _: None)
    engine = TransformersEngine()
    with pytest.raises(ExtraMissing, match=r"pip install .* transformers"):
        await engine.start()
    assert "pip install" in engine.problem
