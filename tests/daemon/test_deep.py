"""`fabula check --deep`: a model is asked, and believed where it quotes."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fabula_daemon import cli, deep
from fabula_daemon.config import ChecksSettings
from fabula_daemon.deep_model import Model, Silence, Verdict, understood
from fabula_daemon.errors import ModelMissing
from fabula_daemon.reading import read_story
from fabula_daemon.story.questions import Pair, Statement
from tests.support.scripted_model import NOTHING, Reply, content, scripted, verdict
from tests.support.stories import sheet, story, write

GREEN = "Sarah lifted\nthe green eyes of her mother."
STORY = f"# One\n\nNobody came at all.\n\n{GREEN}\n\nSarah Chen closed her tired eyes again.\n"
WORLD = {"characters/sarah.md": sheet("Sarah Chen", eyes="brown")}
TRUE = verdict("green eyes of her mother", "eyes: brown", "Her eyes are green, not brown.")


def quiet(root, url="", **settings):
    """Return a story whose only findings are the model's."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in {"deep_url": url, **settings}.items()]
    codes = '["attribute-contradiction"]'
    return story(root, {"1.md": STORY}, WORLD, "\n".join(["[checks]", f"off = {codes}", *lines]) + "\n")


def about_green(question):
    return TRUE if "green" in question["messages"][1]["content"] else NOTHING


@dataclass
class Answer:
    returncode: int
    stdout: str
    stderr: str


Check = Callable[..., Answer]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """Run the command, without a process of its own."""

    def run(root: Path, *arguments: str) -> Answer:
        status = cli.run(["check", "--deep", "--story", str(root), *arguments])
        return Answer(status, *capsys.readouterr())

    return run


def found(answer: Answer) -> Any:
    assert answer.returncode in (0, 1), answer.stderr
    return json.loads(answer.stdout)


def test_a_contradiction_that_is_quoted_is_shown_with_both_quotes(tmp_path, check):
    with scripted(about_green) as model:
        root = quiet(tmp_path, model.url)
        answer = check(root, "--format", "json")
        [record] = found(answer)
    assert answer.returncode == 1
    assert answer.stderr == "The model was asked about 2 pairs of statements and found 1 contradiction.\n"
    assert (record["code"], record["severity"]) == ("deep-contradiction", "information")
    assert record["text"] == "green eyes of her mother"
    assert record["message"] == (
        "A model thinks that this contradicts the notes on Sarah Chen, “eyes: brown”: "
        "Her eyes are green, not brown."
    )
    for evidence in record["evidence"]:
        text = (root / evidence["path"]).read_text("utf-8")
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert [evidence["quote"] for evidence in record["evidence"]] == [record["text"], "eyes: brown"]


def test_the_question_asks_for_a_schema_of_the_model_with_its_key(tmp_path, monkeypatch, check):
    monkeypatch.setenv("STORY_KEY", "s3cret")
    with scripted(lambda _: NOTHING) as model:
        answer = check(quiet(tmp_path, model.url, deep_model="judge-7b", deep_key_env="STORY_KEY"))
    assert answer.returncode == 0
    question = model.asked[0]
    assert (question["model"], question["temperature"]) == ("judge-7b", 0)
    assert question["response_format"]["type"] == "json_schema"
    assert question["response_format"]["json_schema"]["schema"]["required"]
    assert "Sarah Chen" in question["messages"][0]["content"]
    assert GREEN in question["messages"][1]["content"]
    assert set(model.paths) == {"/v1/chat/completions"}
    assert set(model.keys) == {"Bearer s3cret"}
    assert model.most_at_once == 1


def test_without_the_option_nobody_is_asked(tmp_path, capsys):
    with scripted(lambda _: TRUE) as model:
        assert cli.run(["check", "--story", str(quiet(tmp_path, model.url))]) == 0
    assert model.asked == []
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("emerald eyes", "eyes: brown"),
        ("green eyes of her mother", "eyes: green"),
        ("", ""),
        ("the", "eyes: brown"),
        ("green", "eyes: brown"),
        ("reen eyes of her mothe", "eyes: brown"),
        ("“…”", "eyes: brown"),
        ("Nobody came at all", "eyes: brown"),
        ("eyes: brown", "green eyes of her mother"),
        ("GREEN EYES of her mother", "eyes: brown"),
        ("green eyes " * 10_000, "eyes: brown"),
    ],
)
def test_what_is_not_quoted_letter_by_letter_is_dropped(tmp_path, first, second, check):
    with scripted(lambda _: verdict(first, second)) as model:
        answer = check(quiet(tmp_path, model.url), "--format", "json")
    assert found(answer) == []
    assert "found nothing. 2 answers did not quote the text and were dropped." in answer.stderr


@pytest.mark.parametrize("first", ["the green eyes", "lifted the green eyes", " “green eyes”\n"])
def test_a_quotation_may_be_broken_otherwise_and_stand_in_marks(tmp_path, first, check):
    with scripted(
        lambda q: verdict(first, "brown") if "green" in str(q["messages"][1]) else NOTHING
    ) as model:
        [record] = found(check(quiet(tmp_path, model.url), "--format", "json"))
    assert record["evidence"][1]["quote"] == "brown"


MALFORMED = {
    "no JSON at all": Reply(b"<html>"),
    "no choices": Reply(b"{}"),
    "no list of choices": Reply(b'{"choices": 7}'),
    "empty": Reply(b""),
    "not UTF-8": Reply(b"\xff\xfe"),
    "deep": Reply(b"[" * 100_000),
    "a refusal": content(None, refusal="I cannot."),
    "prose": content("They do contradict each other, I am afraid."),
    "no content": content(None),
    "half of the JSON": content('{"contradiction": true, "first_quote": "gre'),
    "JSON of another kind": content('{"verdict": "yes"}'),
    "a list": content("[true]"),
    "words for yes": content(
        '{"contradiction": "yes", "first_quote": "green eyes", "second_quote": "brown"}'
    ),
    "numbers for quotes": content('{"contradiction": true, "first_quote": 1, "second_quote": 2}'),
    "a number without end": content('{"contradiction": ' + "9" * 5000 + "}"),
    "too much": Reply(b" " * (2 << 20)),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_an_answer_that_cannot_be_read_is_left_out_and_the_others_count(tmp_path, case, check):
    def answer(question):
        return TRUE if "green" in str(question["messages"][1]) else MALFORMED[case]

    with scripted(answer) as model:
        told = check(quiet(tmp_path, model.url), "--format", "json")
    assert [record["code"] for record in found(told)] == ["deep-contradiction"]
    assert told.stderr.splitlines()[1].startswith("1 time: ")


FAILING = {
    "a server that is ill": (Reply(b"oops", 500), "answered with status 500"),
    "a server that is busy": (Reply(b"", 429), "answered with status 429"),
    "no such model": (Reply(b"{}", 404), "deep_url, deep_model and deep_key_env say whom to ask"),
    "a server that sends elsewhere": (
        Reply(b"", 302, headers={"Location": "http://127.0.0.1:9/v1"}),
        "answered with status 302",
    ),
    "a server that cuts off": (Reply(b"{", headers={"Content-Length": "99"}), "cannot be asked"),
}


@pytest.mark.parametrize("case", FAILING)
def test_a_server_that_fails_is_a_line_and_no_more(tmp_path, case, check):
    reply, line = FAILING[case]
    with scripted(lambda _: reply) as model:
        answer = check(quiet(tmp_path, model.url), "--format", "json")
    assert found(answer) == []
    assert line in answer.stderr


def test_a_server_that_does_not_answer_in_time_is_not_waited_for(tmp_path, check):
    with scripted(lambda _: Reply(hangs=True)) as model:
        answer = check(quiet(tmp_path, model.url, deep_timeout=1, deep_pairs=1), "--format", "json")
    assert found(answer) == []
    assert "1 time: 127.0.0.1 did not answer within 1 s." in answer.stderr


def test_where_nobody_listens_the_check_goes_on(tmp_path, check):
    answer = check(quiet(tmp_path, "http://127.0.0.1:9/v1"), "--format", "json")
    assert found(answer) == []
    said, why = answer.stderr.splitlines()
    assert said.endswith("and answered nothing that can be used.")
    assert why.endswith(
        "nobody answers at http://127.0.0.1:9/v1; start your model’s server there, or give its address in"
        " fabula.toml, [checks] deep_url."
    )


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"url": "nowhere"}, "deep_url is 'nowhere', which is no address"),
        ({"url": "file:///etc/passwd"}, "which is no address"),
        ({"url": "http://127.0.0.1:99999/"}, "which is no address"),
        ({"url": "http://127.0.0.1:9/", "deep_key_env": "NO_SUCH_KEY"}, "NO_SUCH_KEY, which is not set"),
    ],
)
def test_settings_that_name_nobody_are_a_sentence(tmp_path, settings, line, check):
    answer = check(quiet(tmp_path, **settings))
    assert (answer.returncode, answer.stdout) == (2, "")
    assert line in answer.stderr


def test_only_the_files_that_are_named_are_asked_about(tmp_path, check):
    with scripted(lambda _: NOTHING) as model:
        root = quiet(tmp_path, model.url)
        write(root / "manuscript/2.md", "Sarah shut her grey eyes at last.\n")
        assert found(check(root, "--format", "json", str(root / "manuscript/2.md"))) == []
    assert model.asked
    assert all("chapter 2" in question["messages"][1]["content"] for question in model.asked)


def test_it_is_waived_and_switched_off_like_every_other(tmp_path, check):
    entry = f'code = "deep-contradiction"\npath = "manuscript/1.md"\nquote = "{" ".join(GREEN.split())}"\n'
    with scripted(about_green) as model:
        root = quiet(tmp_path, model.url)
        write(root / "waivers.toml", f'[[waiver]]\n{entry}reason = "a wig for eyes"\n')
        answer = check(root)
        assert answer.returncode == 0
        assert "1 waived as intended" in answer.stdout
        settings = (root / "fabula.toml").read_text("utf-8")
        write(root / "fabula.toml", settings.replace("off = [", 'off = ["deep-contradiction", '))
        write(root / "waivers.toml", "")
        assert check(root).returncode == 0


# What needs no server

STATEMENTS = (
    Statement("manuscript/1.md", 10, 30, "She had green  eyes.", "chapter 1"),
    Statement("world/s.md", 4, 15, "eyes: brown", "the notes on Sarah"),
)
PAIR = Pair("Sarah", *STATEMENTS, worth=1.0)


def test_after_three_answers_that_did_not_come_no_more_are_asked_for():
    asked = []

    def ask(pair):
        asked.append(pair)
        return Silence("no.", is_lasting=True)

    outcome = deep.judge([PAIR] * 9, ask)
    assert len(asked) == outcome.asked == 3
    assert "3 pairs of statements of 9" in outcome.describe()


def test_one_answer_between_starts_the_count_anew():
    answers = iter([Silence("no.", True), Silence("no.", True), Verdict(False)] * 3)
    assert deep.judge([PAIR] * 9, lambda _: next(answers)).asked == 9


def test_an_answer_of_a_model_is_made_one_plain_line():
    found = deep.finding(PAIR, Verdict(True, "green eyes", "brown", "It\nis\x1b[31m so.\ud800 " + "x" * 999))
    assert found
    assert found.message.isprintable()
    assert len(found.message) < 320
    assert (found.start, found.end) == (18, 29)


def test_the_json_may_stand_in_a_fence():
    assert understood(content('```json\n{"contradiction": false}\n```').body) == Verdict(False)


def test_only_the_address_of_the_settings_is_asked_and_by_default_this_machine(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    with Model(ChecksSettings()) as model:
        assert (model.host, model.is_local) == ("127.0.0.1", True)
    with Model(ChecksSettings(deep_url="https://models.example/v1")) as model:
        assert not model.is_local
    with pytest.raises(ModelMissing):
        Model(ChecksSettings(deep_url=""))


def test_no_more_pairs_than_the_settings_allow(tmp_path):
    reading = read_story(quiet(tmp_path, "http://127.0.0.1:9/", deep_pairs=1))
    assert len(deep.pairs_of(reading)) == 1
