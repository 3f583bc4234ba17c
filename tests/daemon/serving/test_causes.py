"""What an author is told when a model server has failed, read out of logs as vLLM 0.32 wrote them.

Each file of `logs/` is an excerpt of what a real server wrote that was made to fail in the way of its name.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.serving.causes import cause

WRAPPED = "RuntimeError: Engine core initialization failed. See root cause above."
LOGS = Path(__file__).parent / "logs"
TOLD = {
    "architecture": "vLLM does not know models of the type “fabula”.",
    "cache-too-small": "There is memory for 174720 tokens of text, and the model server was to read 900000.",
    "core-killed": "A part of the model server was ended from outside, most likely for want of memory.",
    "corrupt-weights": "The model's weights are damaged (incomplete metadata, file not fully covered).",
    "default-memory": "The model server needs more memory than the 16.06 GB that are free.",
    "few-layers": "The model lacks weights that its config.json promises.",
    "head-dim": "On a processor vLLM cannot run a model with attention heads of size 16.",
    "kv-too-large": "The model server needs more memory than the 16.36 GB that are free.",
    "no-ray": "Ray is not installed in vLLM's environment.",
    "port-taken": "The port where the model server was to listen is taken.",
    "processor": "vLLM cannot load Fabula's own part, nowhere:Bans.",
    "tokenizer": "A file of the model's directory is damaged: one of its .json files cannot be read.",
    "too-long": "The model cannot read 4096 tokens.",
    "unknown-argument": "vLLM does not know --no-such-thing.",
    "worker-killed": "A part of the model server was ended from outside, most likely for want of memory.",
    "wrong-path": "The model's directory is not there, or not all of it.",
    "wrong-shape": "The model's weights are not of the shape that its config.json states.",
    "wrong-weights": "The model's weights are not of the shape that its config.json states.",
}
# What only a card can make vLLM say, as its source has it.
ON_A_CARD = {
    "ValueError: Free memory on device cuda:0 (17.2/23.69 GiB) on startup is less than desired GPU memory "
    "utilization (0.9, 21.32 GiB). Decrease GPU memory utilization or reduce GPU memory.": (
        "The model server claims 21.32 GB of the card's memory, and 17.2 of 23.69 GB are free."
    ),
    "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.96 GiB. GPU 0 has a total capacity of": (
        "The card has not enough memory for the model server."
    ),
    "ValueError: No available memory for the cache blocks. Try increasing `gpu_memory_utilization`": (
        "The model leaves no memory for the text that it reads."
    ),
    "RuntimeError: No CUDA GPUs are available": "vLLM finds no card that it can use.",
}


def test_every_recorded_failure_is_read() -> None:
    assert {file.stem for file in LOGS.glob("*.log")} == set(TOLD)


@pytest.mark.parametrize("name", TOLD)
def test_the_author_is_told_why_the_server_failed_and_what_to_do(name: str) -> None:
    found = cause((LOGS / f"{name}.log").read_text())

    assert found.cause == TOLD[name]
    assert found.advice


@pytest.mark.parametrize("line", ON_A_CARD)
def test_on_a_card_too(line: str) -> None:
    log = f"(EngineCore pid=7) ERROR 11-23 00:21:24 [core.py:1510] {line}\n{WRAPPED}\n"
    assert cause(log).cause == ON_A_CARD[line]


def test_what_is_not_known_is_told_in_vllm_s_own_words() -> None:
    log = f"{WRAPPED}\nfoo.BarError: the spline is not reticulated.\n"
    assert cause(log).cause == "The model server failed: the spline is not reticulated."


@given(st.text(max_size=300))
def test_of_any_log_something_is_said(log: str) -> None:
    assert all(cause(log))


def test_what_vllm_only_warns_of_is_no_cause() -> None:
    log = "(APIServer pid=1) WARNING 11-23 00:21:24 [x.py:1] No module named x\nfoo.BarError: no spline\n"
    assert cause(log).cause == "The model server failed: no spline."


def test_a_log_without_errors_is_no_reason() -> None:
    assert (
        cause("INFO 11-23 00:21:24 [core.py:1] all is well\n").cause
        == "The model server ended without saying why."
    )
