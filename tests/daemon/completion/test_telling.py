"""What `fabula why` and an editor say of the last suggestion."""

import json
from dataclasses import asdict

from fabula_daemon.completion import telling
from fabula_daemon.completion.why import Rejected, Stranger, Why

WHY = Why(
    "manuscript/03.md", 1204, "shown", characters=31, candidates=2, words=24, engine="transformers",
    model="starter 25a5af07", people=["Kemi Okonjo", "Piet Rensburg"],
    facts=["Kemi Okonjo: age 34", "Kemi Okonjo: well keeper", "the Works", "Piet Rensburg: he/him"],
    passages=["manuscript/01.md: The pump had\nstopped " + "again " * 40],
    rejected=[Rejected("Elena Martinez", Stranger.DEFAULT)], left_out=["Lotte Brandsma"], confidence=0.314,
    prompt_tokens=812, reused_tokens=790, grounding_ms=3.4, first_ms=21, engine_ms=84.2, gate_ms=1.6,
    held_ms=12, total_ms=104,
)  # fmt: skip


def test_everything_that_led_to_it_is_told_a_line_for_each() -> None:
    assert telling.tell(WHY) == [
        "shown, at character 1204 of manuscript/03.md",
        "model: starter 25a5af07 (transformers); 2 candidates of 24 words in all, mean probability 0.31",
        "prompt: 812 tokens, of which the model still had 790",
        "name refused: Elena Martinez (a name that models are fond of, in no sheet)",
        "people in the prompt: Kemi Okonjo, Piet Rensburg",
        "facts in the prompt: Kemi Okonjo: age 34, well keeper; the Works; Piet Rensburg: he/him",
        f"passage in the prompt: {('manuscript/01.md: The pump had stopped ' + 'again ' * 40)[:120]}…",
        "left out for want of room: Lotte Brandsma",
        "time: 104 ms in all; prompt 3, first word 21, model 84, gate 2, held back 12",
    ]


def test_a_reason_of_whole_sentences_stands_on_a_line_of_its_own() -> None:
    why = Why("a.md", 1, "There is no model. Give one.")
    assert telling.tell(why)[:2] == ["There is no model. Give one.", "at character 1 of a.md"]


def test_what_failed_is_told() -> None:
    fault = "http://127.0.0.1:9/v1 cannot be reached. Is the server there?"
    assert f"what failed: {fault}" in telling.tell(Why("a.md", 1, "the model failed", fault=fault))


def test_the_time_until_there_was_a_model_is_told() -> None:
    why = Why("a.md", 1, "shown", grounding_ms=36, first_ms=417, engine_ms=420, total_ms=17642)
    assert telling.tell(why)[-1] == (
        "time: 17642 ms in all; prompt 36, first word 417, model 420, gate 0, held back 0, "
        "waiting for a model 17186"
    )


def test_of_what_needed_no_model_only_that_is_told() -> None:
    why = Why("a.md", 1, "shown", cached=True, total_ms=0.6)
    assert telling.tell(why) == [
        "shown, at character 1 of a.md, from what was written before",
        "time: 1 ms in all; prompt 0, first word 0, model 0, gate 0, held back 0",
    ]


def test_of_much_that_was_left_out_some_is_named() -> None:
    why = Why("a.md", 1, left_out=[f"fact {number}" for number in range(11)])
    assert telling.tell(why)[1].endswith("fact 6; fact 7; and 3 more")


def test_nothing_yet() -> None:
    assert telling.tell(None) == [telling.NOTHING_YET]


def test_every_kind_of_stranger_has_its_words() -> None:
    assert set(telling.KINDS) == set(Stranger)


def test_what_went_over_the_wire_is_read_again() -> None:
    assert telling.read(json.loads(json.dumps(asdict(WHY)))) == WHY
    assert telling.read(asdict(WHY) | {"of_a_later_version": 1}) == WHY
