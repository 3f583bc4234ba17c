"""What a client asks for, read out of its JSON."""

import pytest

from fabula_daemon.errors import Unserved
from fabula_daemon.http.openai import asked
from fabula_daemon.http.openai.asked import Message
from fabula_daemon.http.openai.transcript import transcript


def test_the_defaults_are_openais():
    assert asked.completion({"prompt": "She went"}, {}) == asked.Asked(prompts=("She went",))
    assert asked.completion({"prompt": "", "max_tokens": None, "stop": None, "n": None}, {}).max_tokens == 16


def test_a_whole_number_may_be_written_with_a_point():
    assert asked.completion({"prompt": "", "max_tokens": 9.0}, {}).max_tokens == 9


def test_the_newer_limit_of_a_chat_counts():
    body = {"messages": [{"role": "user"}], "max_tokens": 5, "max_completion_tokens": 7}
    assert asked.chat(body, {}).max_tokens == 7


def test_headers_switch():
    asks = asked.completion({"prompt": ""}, {"x-fabula-grounding": "off", "x-fabula-gate": " OFF "})
    assert (asks.grounding, asks.gate) == (False, False)
    with pytest.raises(Unserved, match="x-fabula-gate"):
        asked.completion({"prompt": ""}, {"x-fabula-gate": "no"})


def test_what_asks_for_nothing_out_of_the_way_is_taken():
    plain = {"echo": False, "best_of": 1, "logprobs": None, "tools": [], "response_format": {"type": "text"}}
    assert asked.completion({"prompt": ""} | plain, {}).ignored == ()


@pytest.mark.parametrize(
    "other",
    [{"echo": True}, {"logprobs": 0}, {"best_of": 3}, {"tools": [{}]}, {"response_format": {"type": "json"}}],
)
def test_what_would_change_the_form_of_the_answer_is_refused(other):
    with pytest.raises(Unserved) as refused:
        asked.completion({"prompt": ""} | other, {})
    assert (refused.value.status, refused.value.code) == (400, "unsupported_parameter")
    assert refused.value.param in other


def test_what_is_not_known_is_passed_over_and_named():
    assert asked.completion({"prompt": "", "top_k": 3, "min_p": 0.1, "logit_bias": None}, {}).ignored == (
        "min_p",
        "top_k",
    )


def test_half_a_character_becomes_a_question_mark():
    assert asked.completion({"prompt": "a\ud83db", "stop": ["\ud83d"]}, {}).prompts == ("a?b",)


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "text",
        {},
        {"messages": []},
        {"messages": ["hello"]},
        {"messages": [{"role": "poet", "content": "a"}]},
        {"messages": [{"role": ["user"], "content": "a"}]},
        {"messages": [{"role": "user", "content": 5}]},
        {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {}}]}]},
        {"messages": [{"role": "user", "content": "a"}], "stream_options": 5},
        {"messages": [{"role": "user", "content": "a"}], "temperature": float("nan")},
    ],
)
def test_what_is_no_chat_is_refused(body):
    with pytest.raises(Unserved):
        asked.chat(body, {})


def test_a_chat_is_prose_up_to_the_next_message():
    said = [
        Message("system", "Be brief."),
        Message("user", "Who is she? "),
        Message("tool", ""),
        Message("assistant", "Sarah"),
    ]
    assert transcript(said) == "Be brief.\n\nUser: Who is she?\n\nAssistant: Sarah"
    assert transcript(said[:2]) == "Be brief.\n\nUser: Who is she?\n\nAssistant:"
