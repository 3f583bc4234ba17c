"""The demo's last act: what the terminal shows of somebody who was cut from the story."""

import io
import tomllib
from pathlib import Path

from rich.console import Console

from fabula_daemon import config, example
from fabula_daemon.completion.engines import adapters
from fabula_daemon.completion.engines.directory import STARTER, inspect
from fabula_daemon.completion.gate.bans import bans
from fabula_daemon.desk import Desk
from fabula_lsp import demo_elena

EXPLANATION = {
    "comparison": {
        "alternatives": [
            {"text": "El", "ungrounded": 0.8, "grounded": 0.6},
            {"text": "Lot", "ungrounded": 0.01, "grounded": 0.2},
        ]
    },
    "words": [
        {"ungrounded": "Elena", "grounded": "Elena"},
        {"ungrounded": "Lottie", "grounded": "Lotte"},
    ],
}
REFUSED = {"rejected": [{"name": "Martinez", "stranger": "draft"}]}


def shown(why, banned, ghost):
    output = io.StringIO()
    refusal = demo_elena.Refusal("She knelt.\n\n“Is it deep?” said ", EXPLANATION, why, banned, ghost)
    Console(file=output, width=120).print(demo_elena.panel(refusal))
    return [" ".join(line.strip("│╭╮╰╯─ \n").split()) for line in output.getvalue().splitlines()]


def test_what_the_model_would_write_who_was_refused_and_what_came_instead():
    lines = shown(REFUSED, ["Elena"], "Yusuf, and held the lamp out.")

    assert "Elena 80 % 60 %" in lines
    assert "✗ Martinez known from the drafts only; no sheet has her" in lines
    assert "✗ Elena banned before a word was written: known from the drafts only; no sheet has her" in lines
    assert "“Is it deep?” said Yusuf, and held the lamp out." in lines


def test_silence_is_an_answer_too():
    assert any("rather silence than a stranger" in line for line in shown({"rejected": []}, [], ""))


def test_whom_the_model_would_name_is_told_by_the_likeliest_word():
    assert demo_elena.would_be_named(EXPLANATION)
    assert not demo_elena.would_be_named({"comparison": {"alternatives": []}, "words": []})


def test_the_settings_of_the_example_point_to_the_adapter():
    text = demo_elena.with_adapter((example.folder() / "fabula.toml").read_text(encoding="utf-8"))
    settings, findings = config.parse(text)

    assert (Path(settings.model.adapter), findings) == (demo_elena.ADAPTER, [])
    assert tomllib.loads(text)["story"]["title"] == "Ullage"


def test_the_adapter_is_for_the_model_that_comes_with_fabula_and_small():
    adapters.fits(adapters.read(demo_elena.ADAPTER), inspect(STARTER))

    assert (demo_elena.ADAPTER / "adapter_model.safetensors").stat().st_size < 500_000


def test_she_is_known_from_the_drafts_and_banned_beforehand():
    assert set(demo_elena.CUT) <= set(
        bans(Desk(example.folder()).world.setting("manuscript/09-brown-water.md"))
    )
