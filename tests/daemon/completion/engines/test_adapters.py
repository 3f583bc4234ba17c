"""An adapter that is not whole, not for this base, or cannot be served is refused before a model meets it."""

import json
from pathlib import Path
from typing import Any

import pytest

from fabula_daemon.completion.engines import adapters
from fabula_daemon.completion.engines.directory import STARTER, inspect
from fabula_daemon.errors import ModelMissing
from tests.support.weights import adapter_directory, model_directory, safetensors

BASE = inspect(STARTER)
QUERY, DOWN = "model.layers.0.self_attn.q_proj", "model.layers.5.mlp.down_proj"
FITTING = {QUERY: (256, 256), DOWN: (256, 768)}


def test_an_adapter_that_fits_is_known_by_all_that_it_is(tmp_path: Path) -> None:
    found = adapters.check(adapter_directory(tmp_path / "a", FITTING), BASE, 64)
    same = adapters.check(adapter_directory(tmp_path / "b", FITTING), BASE, 64)
    other = adapters.check(adapter_directory(tmp_path / "c", FITTING, lora_alpha=16), BASE, 64)

    assert found.rank == 4
    assert found.fingerprint == same.fingerprint != other.fingerprint


@pytest.mark.parametrize(
    ("modules", "told"),
    [
        ({QUERY: (512, 512)}, "its weights for model.layers.0.self_attn.q_proj are of another size"),
        ({QUERY: (256, 512)}, "of another size"),
        ({QUERY: (512, 256)}, "of another size"),
        ({"model.layers.6.self_attn.q_proj": (256, 256)}, "it changes model.layers.6.self_attn.q_proj"),
        ({"model.layers.0.attention.wq": (256, 256)}, "which is not there"),
    ],
)
def test_an_adapter_for_another_base_is_refused(
    tmp_path: Path, modules: dict[str, tuple[int, int]], told: str
) -> None:
    adapter_directory(tmp_path, modules)
    with pytest.raises(
        ModelMissing, match=rf"made for another model than {BASE.name}: .*{told}.*adapter.* under \[model\]"
    ):
        adapters.check(tmp_path, BASE, 64)


def test_where_the_base_was_written_down_another_of_the_same_size_is_refused_too(tmp_path: Path) -> None:
    adapter_directory(tmp_path, FITTING)
    (tmp_path / adapters.RECORD).write_text(json.dumps({"base": BASE.name.split()[-1]}))
    assert adapters.check(tmp_path, BASE, 64).base == BASE.name.split()[-1]

    (tmp_path / adapters.RECORD).write_text(json.dumps({"base": "0000cafe"}))
    with pytest.raises(ModelMissing, match="trained on a model with the fingerprint 0000cafe"):
        adapters.check(tmp_path, BASE, 64)


def test_of_a_base_whose_weights_are_packed_the_config_counts(tmp_path: Path) -> None:
    packed = {"model.layers.0.self_attn.q_proj.weight": (2048, 1)}
    base = inspect(
        model_directory(tmp_path / "base", packed, quantization_config={"quant_method": "bitsandbytes"})
    )

    adapters.check(adapter_directory(tmp_path / "good", {QUERY: (64, 64)}), base, 64)
    with pytest.raises(ModelMissing, match="of another size"):
        adapters.check(adapter_directory(tmp_path / "bad", {QUERY: (256, 256)}), base, 64)


def test_an_embedding_may_be_adapted_too(tmp_path: Path) -> None:
    adapter_directory(tmp_path, FITTING)
    name = "base_model.model.model.embed_tokens.lora_embedding"
    shapes = {f"{name}_A": (4, 4096), f"{name}_B": (256, 4)}
    (tmp_path / adapters.WEIGHTS).write_bytes(safetensors(shapes))
    adapters.check(tmp_path, BASE, 64)

    (tmp_path / adapters.WEIGHTS).write_bytes(safetensors({**shapes, f"{name}_A": (4, 4097)}))
    with pytest.raises(ModelMissing, match="of another size"):
        adapters.check(tmp_path, BASE, 64)


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ({"r": 65}, "has rank 65, and the server takes 64 at most"),
        ({"rank_pattern": {"q_proj": 128}}, "has rank 128"),
        ({"use_dora": True}, "has DoRA"),
        ({"modules_to_save": ["lm_head"]}, "has weights besides LoRA’s"),
        ({"bias": "all"}, "has a bias"),
        ({"init_lora_weights": "pissa"}, r"a base that it has changed \(pissa\)"),
        ({"layer_replication": [[0, 2], [1, 3]]}, "has repeated layers"),
    ],
)
def test_what_vllm_cannot_serve_is_to_be_merged(tmp_path: Path, config: dict[str, Any], told: str) -> None:
    adapter_directory(tmp_path, FITTING, **config)
    with pytest.raises(ModelMissing, match=rf"{told}.*Merge it into its base"):
        adapters.check(tmp_path, BASE, 64)


def test_whole_weights_in_an_adapter_are_not_served_but_can_be_merged(tmp_path: Path) -> None:
    adapter_directory(tmp_path, FITTING)
    shapes = {name: tensor.shape for name, tensor in adapters.read(tmp_path).tensors.items()}
    (tmp_path / adapters.WEIGHTS).write_bytes(
        safetensors({**shapes, "base_model.model.model.embed_tokens.weight": (4096, 256)})
    )
    adapters.fits(adapters.read(tmp_path), BASE)
    with pytest.raises(ModelMissing, match="weights besides LoRA’s"):
        adapters.check(tmp_path, BASE, 64)


def test_an_adapter_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"no LoRA adapter: it has no adapter_config\.json"):
        adapters.read(tmp_path)
    adapter_directory(tmp_path, FITTING)
    weights = (tmp_path / adapters.WEIGHTS).read_bytes()

    (tmp_path / adapters.WEIGHTS).write_bytes(weights[:-1])
    with pytest.raises(ModelMissing, match="bytes where its header promises"):
        adapters.read(tmp_path)
    (tmp_path / adapters.WEIGHTS).write_bytes(safetensors({"base_model.model.lm_head.weight": (4096, 256)}))
    with pytest.raises(ModelMissing, match="holds no LoRA weights"):
        adapters.read(tmp_path)


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("{", "is damaged"),
        ("[]", "holds no table"),
        ("{}", "one of type None"),
        ('{"peft_type": "IA3"}', "one of type IA3"),
        ('{"peft_type": "LORA"}', "does not state the adapter's rank"),
        ('{"peft_type": "LORA", "r": 0}', "does not state the adapter's rank"),
        ('{"peft_type": "LORA", "r": 4, "rank_pattern": [1]}', "does not state the adapter's rank"),
    ],
)
def test_a_config_that_states_no_lora_is_refused(tmp_path: Path, config: str, told: str) -> None:
    adapter_directory(tmp_path, FITTING)
    (tmp_path / adapters.CONFIG).write_text(config)
    with pytest.raises(ModelMissing, match=told):
        adapters.read(tmp_path)
