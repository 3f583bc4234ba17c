"""What a config.json states of a model, and that one which states nothing useful is refused in a sentence."""

import json
from pathlib import Path

import pytest

from fabula_daemon.completion.engines import shape, tensors
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.errors import ModelMissing
from tests.support.weights import LLAMA


def test_the_starter_model_has_the_shape_that_it_states() -> None:
    stated, held = shape.read(STARTER), tensors.read_all(STARTER)
    expected = dict(stated.expected())
    assert {name: tensor.shape for name, tensor in held.items() if name in expected} == {
        name: size for name, size in expected.items() if name != "lm_head.weight"
    }
    assert (stated.context, stated.head_dim, stated.quantised) == (1024, 32, "")


def test_a_token_costs_a_key_and_a_value_in_every_layer() -> None:
    assert shape.of(LLAMA).cache_bytes(2) == 2 * 2 * 1 * 32 * 2


def test_of_a_model_that_also_sees_the_part_that_writes_counts() -> None:
    assert shape.of({"text_config": LLAMA, "quantization_config": {"quant_method": "gptq"}}) == shape.of(
        {**LLAMA, "quantization_config": {"quant_method": "gptq"}}
    )


def test_what_a_config_leaves_to_its_family_s_defaults_is_not_known() -> None:
    # As Gemma 3's does.
    stated = shape.of(
        {"text_config": {"model_type": "gemma3_text", "hidden_size": 2560, "num_hidden_layers": 34}}
    )
    assert (stated.heads, stated.head_dim, stated.context, stated.cache_bytes(2)) == (0, 0, 0, 0)
    assert dict(stated.expected()) == {}


def test_of_layers_that_differ_the_largest_counts() -> None:
    assert shape.of({**LLAMA, "intermediate_size": [96, 192]}).inner == 192


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("{", "does not describe a language model"),
        ("[]", "does not describe a language model"),
        (json.dumps({**LLAMA, "hidden_size": 0}), "hidden_size is 0"),
        (json.dumps({**LLAMA, "hidden_size": "wide"}), "hidden_size is 'wide'"),
        (json.dumps({**LLAMA, "num_hidden_layers": True}), "num_hidden_layers is True"),
    ],
)
def test_a_config_that_states_no_shape_is_refused(tmp_path: Path, config: str, told: str) -> None:
    (tmp_path / "config.json").write_text(config)
    with pytest.raises(ModelMissing, match=told):
        shape.read(tmp_path)


def test_without_a_config_there_is_no_shape(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="cannot be read"):
        shape.read(tmp_path)
