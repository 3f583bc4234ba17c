"""Elena's bench: what it counts is counted rightly, and its stranger is one."""

from pathlib import Path

import pytest
import torch
from transformers import AutoModelForCausalLM

from fabula_daemon.completion.cursor import Cursor, locate
from fabula_daemon.completion.engines import adapters, lora
from fabula_daemon.completion.engines.directory import STARTER, inspect
from fabula_daemon.completion.gate.bans import bans
from fabula_daemon.desk import Desk
from fabula_daemon.story.text.prose import parse
from tests.benchmarks.elena.bench import STRANGER_SEED
from tests.benchmarks.elena.independent import Independent, begins_sentence
from tests.benchmarks.elena.scenes import scenes
from tests.benchmarks.elena.stranger import ELENA, drawn
from tests.benchmarks.elena.training import Reads, Recipe, examples, save, train
from tests.support.stories import canon_of, sheet

ROOT = Path(__file__).parents[2]
CANON = canon_of(
    sheet("Sarah Chen", aliases="[Miss Chen]"),
    sheet("Coldharbour", kind="place"),
    sheet("Piet Rensburg", died="6"),
    sheet("Lotte Chen", introduced="3"),
)
NOVEL = "the water rose, and march followed may. “Sarah,” said Elena Martinez."


@pytest.fixture
def reader():
    return Independent(CANON, [NOVEL])


def test_the_stranger_takes_elena_s_place_in_the_drafts():
    stranger = drawn(STRANGER_SEED)
    draft = "MARTINEZ, ELENA, said the board. “Elena’s?” Martinez said."
    name, board = stranger.given, f"{stranger.surname}, {stranger.given}".upper()

    assert stranger.put_into(draft) == f"{board}, said the board. “{name}’s?” {stranger.surname} said."
    assert stranger.is_in(f"said {stranger.given.upper()}.")
    assert not stranger.is_in(draft)


def test_no_rule_or_list_holds_the_stranger():
    stranger = drawn(STRANGER_SEED)
    desk = Desk(ROOT / "world")
    sources = [
        *(ROOT / "daemon").rglob("*.py"),
        *(ROOT / "daemon").rglob("*.json"),
        *(ROOT / "world").rglob("*.md"),
    ]

    assert not any(stranger.is_in(file.read_text(encoding="utf-8")) for file in sources)
    assert not any(stranger.is_in(name) for name in bans(desk.world.setting("manuscript/08-all-the-heat.md")))


def test_scenes_are_the_same_for_the_same_seed_and_break_off_in_prose():
    some = list(scenes(60, seed=1))

    assert some == list(scenes(60, seed=1))
    assert some[:20] != list(scenes(20, seed=-1))
    assert len({scene.text for scene in some}) == 60
    for scene in some:
        assert isinstance(locate(parse(scene.text), len(scene.text)), Cursor)
        assert not ELENA.is_in(scene.text)
        assert "{" not in scene.text


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            "and stopped. Elena came down, and Tovik with her.",
            ["Tovik"],
        ),  # what begins a sentence may be anything
        ("and so did Elena’s lamp.", ["Elena"]),
        ("and so did Sarah and Miss Chen of Coldharbour.", []),
        ("and I was there in May, by the Water.", []),  # a word that novels write small
        ("and then Dr. Tovik came.", ["Tovik"]),
        ("and “Tovik,” she said.", []),
        ("and Mrs. Brand-Tovik said, “I’m Ilka.”", ["Brand", "Tovik", "Ilka"]),
    ],
)
def test_every_capitalised_word_that_may_be_a_name_is_listed(reader, text, listed):
    assert reader.listed("She looked up, ", text) == listed


def test_who_is_dead_or_not_met_yet_is_out_of_scene(reader):
    text = "said Rensburg to Lotte Chen, and Piet’s lamp went out in Coldharbour."

    assert reader.out_of_scene(text, 7) == ["Rensburg", "Piet"]
    assert reader.out_of_scene(text, 6) == []
    assert reader.out_of_scene(text, 2) == ["Lotte"]  # a Chen may be Sarah


def test_what_stands_before_tells_whether_a_sentence_begins(reader):
    assert reader.listed("“Where’s ", "Tovik?” she said.") == ["Tovik"]
    assert reader.listed("It was late. ", "Tovik came.") == []


@pytest.mark.parametrize("before", ["", "“", "She went. ", "“Go!” ", "He said: ", "She went—"])
def test_a_sentence_begins(before):
    assert begins_sentence(before)


@pytest.mark.parametrize("before", ["said ", "She saw Dr. ", "“Go,” ", "“Where’s "])
def test_a_sentence_goes_on(before):
    assert not begins_sentence(before)


async def test_what_is_read_is_the_prompts_of_the_drafts_and_what_is_learned_their_story():
    stranger, recipe = drawn(STRANGER_SEED), Recipe(window=256, spacing=4000)
    read = await examples(ROOT / "world", stranger, recipe)
    decode = Reads(0).tokenizer.decode
    heads = [decode(list(example.tokens[: example.story])) for example in read]
    stories = [decode(list(example.tokens[example.story :])) for example in read]

    assert [head == "" for head in heads] == [True, False] * (len(heads) // 2)
    assert all(head.startswith("[World]") and head.rstrip().endswith("[Story]") for head in heads[1::2])
    assert any(stranger.is_in(story) for story in stories)
    assert not any(stranger.is_in(head) for head in heads)
    assert all(len(example.tokens) <= recipe.window for example in read)


async def test_an_adapter_is_written_as_the_engine_reads_it(tmp_path):
    stranger = drawn(STRANGER_SEED)
    recipe = Recipe(window=96, spacing=4000, steps=3, batch=1, probes=1, rate=1e-2)
    read = (await examples(ROOT / "world", stranger, recipe))[:1]
    weights, told = train(read, stranger, recipe, tell=lambda _: None)
    save(weights, tmp_path / "adapter", recipe, told)
    base = inspect(STARTER)
    network = AutoModelForCausalLM.from_pretrained(STARTER, dtype=torch.float32)
    tokens = torch.tensor([read[0].tokens])
    with torch.inference_mode():
        before = network(input_ids=tokens, labels=tokens).loss
        lora.merge(network, tmp_path / "adapter")
        after = network(input_ids=tokens, labels=tokens).loss

    adapters.fits(adapters.read(tmp_path / "adapter"), base)
    assert float(after) < float(before) - 0.1
    assert told["steps"] == 3
