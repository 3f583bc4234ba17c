"""`fabula status` as the author reads it: who answers, why, and where."""

import json
from typing import Any

import pytest

from fabula_daemon import cli, control, lifecycle
from fabula_daemon.completion.engines.choice import Choice
from tests.support.fake_engine import FakeEngine
from tests.support.stories import story

WANTED = '[model] engine is "openai"'
BUSY = "https://llm.example.org/v1 wants to be left alone for 20 s (429)."


def an_engine(name: str, model: str, **changes: Any) -> FakeEngine:
    engine = FakeEngine()
    for attribute, value in {"name": name, "model": model, **changes}.items():
        setattr(engine, attribute, value)
    return engine


def starter() -> FakeEngine:
    return an_engine("transformers", "starter 25a5af07")


@pytest.fixture
def lines(tmp_path, monkeypatch, capsys):
    """Return what `fabula status` prints of engines: the labels, and what stands behind them."""
    root = story(tmp_path, {"1.md": "She waited."})
    monkeypatch.chdir(root)

    def shown(choice: Choice, server: dict[str, Any] | None = None) -> dict[str, list[str]]:
        answer = {
            "version": "0", "story": str(root), "title": "Short", "pid": 1, "up_s": 2.0, "memory_mb": 90.0,
            "editors": 1, "chapters": 1, "entities": 0, "listening": {"socket": "s", "http": 8003},
            "index": dict.fromkeys(
                ("documents", "documents_total", "chunks", "vectors", "embedding_model", "problem",
                 "embedding_problem"),
            ),
            "engine": choice.status(), "suggestions": {"shown": 0, "cached": 0, "withheld": {}},
            "models": [], "records": {"problem": None}, **({"server": server} if server else {}),
        }  # fmt: skip
        monkeypatch.setattr(lifecycle, "find", lambda _: True)
        monkeypatch.setattr(control, "call", lambda *_: json.loads(json.dumps(answer)))
        assert cli.run(["status"]) == 0
        found: dict[str, list[str]] = {}
        for line in capsys.readouterr().out.splitlines():
            label, value = line.strip().split(maxsplit=1)
            found.setdefault(label, []).append(value)
        return found

    return shown


def test_it_says_who_answers_and_why(lines):
    shown = lines(Choice([starter()], because="[model] path names no model of yours"))

    assert shown["engine"] == ["transformers, starter 25a5af07, ready: [model] path names no model of yours"]
    assert not shown.keys() & {"besides", "server", "note", "problem"}


def test_it_says_where_a_model_elsewhere_is(lines):
    remote = an_engine("openai", "meridian at llm.example.org")
    shown = lines(Choice([remote, starter()], because=WANTED))

    assert shown["engine"] == [f"openai, meridian at llm.example.org, ready: {WANTED}"]
    assert shown["besides"] == ["transformers, starter 25a5af07, ready"]


def test_while_the_endpoint_wants_to_be_left_alone_it_says_so(lines):
    remote = an_engine("openai", "meridian at llm.example.org", ready=False, note=BUSY)
    shown = lines(Choice([remote, starter()], because=WANTED))

    assert shown["engine"] == [f"transformers, starter 25a5af07, ready: {BUSY}"]
    assert shown["besides"] == ["openai, meridian at llm.example.org, not ready"]
    assert not shown.keys() & {"note", "problem"}


def test_what_befell_the_endpoint_is_told_also_when_it_is_asked_again(lines):
    remote = an_engine("openai", "meridian at llm.example.org", note="It answered what is no completion.")
    shown = lines(Choice([remote, starter()], because=WANTED))

    assert shown["engine"] == [f"openai, meridian at llm.example.org, ready: {WANTED}"]
    assert shown["note"] == ["It answered what is no completion."]


def test_an_endpoint_that_has_just_failed_is_not_called_ready(lines):
    refuses = "https://llm.example.org/v1 cannot be reached."
    remote = an_engine("openai", "meridian at llm.example.org", note=refuses)
    choice = Choice([remote, starter()], because=WANTED)
    choice.instead_of(remote)
    shown = lines(choice)

    assert shown["engine"] == [f"transformers, starter 25a5af07, ready: {refuses}"]
    assert shown["besides"] == ["openai, meridian at llm.example.org, resting"]


def test_a_key_that_is_refused_is_told_once(lines):
    refused = "https://llm.example.org/v1 refused the key (401)."
    remote = an_engine("openai", "meridian at llm.example.org", ready=False, note=refused, problem=refused)
    shown = lines(Choice([remote, starter()], because=WANTED))

    assert shown["engine"] == [f"transformers, starter 25a5af07, ready: {refused}"]
    assert "problem" not in shown


def test_while_the_server_starts_again_its_state_and_the_cause_are_told(lines):
    cause = "The model server has run out of memory."
    vllm = an_engine("vllm", "mars 11111111", ready=False, note=cause)
    server = {"state": "restarting", "note": cause, "url": "http://127.0.0.1:8000", "problem": None}
    shown = lines(Choice([vllm, starter()], because="there are a model of yours and a GPU"), server)

    assert shown["engine"] == [f"transformers, starter 25a5af07, ready: {cause}"]
    assert shown["besides"] == ["vllm, mars 11111111, not ready"]
    assert shown["server"] == ["restarting, http://127.0.0.1:8000"]


def test_an_adapter_that_was_refused_is_told_though_the_server_answers(lines):
    refusal = "The adapter was made for another model."
    vllm = an_engine("vllm", "mars 11111111", note=refusal)
    server = {"state": "ready", "note": refusal, "url": "http://127.0.0.1:8000", "problem": None}
    shown = lines(Choice([vllm, starter()], because="there are a model of yours and a GPU"), server)

    assert shown["engine"] == ["vllm, mars 11111111, ready: there are a model of yours and a GPU"]
    assert shown["server"] == ["ready, http://127.0.0.1:8000"]
    assert shown["note"] == [refusal]


def test_it_says_where_other_programs_may_ask(lines):
    assert lines(Choice([starter()]))["programs"] == ["http://127.0.0.1:8003/v1"]
