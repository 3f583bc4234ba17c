"""What would make a model server fail is said before half a minute is spent on it."""

import json
import os
import shutil
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from fabula_daemon.completion.engines.directory import STARTER, inspect
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import ModelMissing, ServerFailed
from fabula_daemon.serving import preflight
from fabula_daemon.serving.gpu import Gpu
from fabula_daemon.serving.options import ServerOptions, options

CARD = Gpu(0, "GPU-1", "RTX 4090", 24564, 24000)


@pytest.fixture
def given(tmp_path: Path, port: int) -> ServerOptions:
    shutil.copytree(STARTER, tmp_path / "model")
    return options(ModelSettings(port=port), inspect(tmp_path / "model"), device="cpu")


def change_config(given: ServerOptions, **changes: Any) -> None:
    config = json.loads((given.path / "config.json").read_text())
    (given.path / "config.json").write_text(json.dumps({**config, **changes}))


def test_a_model_that_can_be_served_passes(given: ServerOptions) -> None:
    preflight.check(given)


def test_a_path_without_a_model_is_named(given: ServerOptions, tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"There is no directory .*nowhere"):
        preflight.check(replace(given, path=tmp_path / "nowhere"))


def test_weights_that_are_not_whole_are_named(given: ServerOptions) -> None:
    weights = given.path / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:5_000_000])
    with pytest.raises(
        ModelMissing, match=r"model\.safetensors has 5,000,000 bytes where its header promises"
    ):
        preflight.check(given)


def test_a_tokenizer_that_cannot_be_read_is_named(given: ServerOptions) -> None:
    (given.path / "tokenizer.json").write_text('{"model": ')
    with pytest.raises(ModelMissing, match=r"tokenizer\.json is damaged"):
        preflight.check(given)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"intermediate_size": 1024}, r"mlp\.\w+_proj\.weight is .*768.*, but its config\.json says .*1024"),
        ({"hidden_size": 320, "num_attention_heads": 10}, "is of a wrong shape"),
        ({"vocab_size": 5000}, r"embed_tokens\.weight is 4096 × 256, but its config\.json says 5000 × 256"),
        ({"num_hidden_layers": 8}, "it holds 6 layers, and its config.json states 8"),
    ],
)
def test_weights_of_another_shape_than_stated_are_refused(
    given: ServerOptions, changes: dict[str, int], told: str
) -> None:
    change_config(given, **changes)
    with pytest.raises(ModelMissing, match=told):
        preflight.check(given)


@pytest.mark.parametrize(
    "family", [{"model_type": "unheard-of"}, {"quantization_config": {"quant_method": "awq"}}]
)
def test_of_weights_that_it_cannot_judge_nothing_is_said(
    given: ServerOptions, family: dict[str, Any]
) -> None:
    change_config(given, intermediate_size=1024, **family)
    preflight.check(given)


def test_heads_that_a_processor_cannot_reckon_with_are_refused_there_alone(given: ServerOptions) -> None:
    change_config(given, num_attention_heads=16, num_key_value_heads=8, head_dim=16)
    with pytest.raises(ServerFailed, match=r'attention heads of size 16.*Set engine = "transformers"'):
        preflight.check(given)
    preflight.check(replace(given, device="cuda"), [CARD])


def test_a_port_that_is_taken_is_named_with_who_has_it(given: ServerOptions) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = replace(given, port=other.getsockname()[1])
        with pytest.raises(
            ServerFailed, match=rf"Port {taken.port}, .* taken by .*\(process {os.getpid()}\)"
        ):
            preflight.check(taken)


def test_on_a_unix_socket_no_port_is_looked_at(given: ServerOptions, tmp_path: Path) -> None:
    preflight.address_free(replace(given, uds=Path("/run/s.sock")))
    with pytest.raises(ServerFailed, match="socket is too long"):
        preflight.address_free(replace(given, uds=tmp_path / ("long" * 30)))


@pytest.mark.parametrize(
    "argument", ["--host", "--host=0.0.0.0", "--served_model_name", "--uds", "--api-key"]
)
def test_what_fabula_decides_is_not_to_be_overridden(given: ServerOptions, argument: str) -> None:
    with pytest.raises(ServerFailed, match=rf"vllm_args has {argument}, which Fabula sets"):
        preflight.check(replace(given, further=(argument,)))


def test_too_little_memory_is_told_in_figures(given: ServerOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    free = psutil.virtual_memory()._replace(available=2 << 30)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: free)
    with pytest.raises(ServerFailed, match=r"needs about 4\.0 GB of memory; 2\.0 are free"):
        preflight.check(given)


@pytest.mark.parametrize(
    ("cards", "changes", "told"),
    [
        ([], {}, "ask for 1 cards, and none are there"),
        ([CARD], {"tensor_parallel": 2}, "ask for 2 cards, and 1 is there"),
        ([CARD], {"tensor_parallel": 3}, "has 8 attention heads, which cannot be spread over 3"),
        (
            [replace(CARD, free=8000)],
            {},
            r"RTX 4090 has 7\.8 of 24\.0 GB free, and the model server claims 21\.6",
        ),
        (
            [replace(CARD, memory=8)],
            {"gpu_memory_utilization": 0.5},
            "GB of weights: more than RTX 4090 holds",
        ),
    ],
)
def test_what_the_cards_cannot_hold_is_refused(
    given: ServerOptions, cards: list[Gpu], changes: dict[str, Any], told: str
) -> None:
    with pytest.raises(ServerFailed, match=told):
        preflight.check(replace(given, device="cuda", **changes), cards)


def test_a_card_that_shares_the_machine_s_memory_is_not_reckoned_with(given: ServerOptions) -> None:
    preflight.check(replace(given, device="cuda"), [replace(CARD, memory=0, free=0)])


def test_the_cards_of_other_machines_are_not_counted(given: ServerOptions) -> None:
    preflight.check(replace(given, device="cuda", tensor_parallel=8, ray=True), [])
