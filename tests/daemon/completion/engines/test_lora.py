"""A LoRA adapter's weights are added to a model's by the formula of its paper, or refused."""

import math

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file, save_file

from fabula_daemon.completion.engines import lora
from tests.support.adapters import adapter

WEIGHTS = "adapter_model.safetensors"


class Attention(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.q_proj = torch.nn.Linear(256, 256, bias=False)
        self.v_proj = torch.nn.Linear(256, 128, bias=False)


def network():
    """Return the modules that an adapter of the starter model names, without the rest of it."""
    layers = [torch.nn.ModuleDict({"self_attn": Attention()}) for _ in range(6)]
    return torch.nn.ModuleDict({"model": torch.nn.ModuleDict({"layers": torch.nn.ModuleList(layers)})})


def change(folder, module="q_proj"):
    """Return by what merging the adapter in `folder` changes the third layer, and its B times its A."""
    model = network()
    weights = model["model"]["layers"][2]["self_attn"].get_parameter(f"{module}.weight")
    before = weights.detach().clone()
    lora.merge(model, folder)
    tensors = load_file(folder / WEIGHTS)
    a, b = (
        tensors[f"base_model.model.model.layers.2.self_attn.{module}.lora_{half}.weight"] for half in "AB"
    )
    return (weights.detach() - before).numpy(), b @ a


@pytest.mark.parametrize(
    ("config", "scale"),
    [
        ({}, 8 / 4),
        ({"use_rslora": True}, 8 / math.sqrt(4)),
        ({"alpha_pattern": {"q_proj": 2.0}}, 2 / 4),
        ({"alpha_pattern": {"v_proj": 2.0, "other.q_proj": 1.0}}, 8 / 4),
        ({"alpha_pattern": {"layers.2.self_attn.q_proj": 1.0}}, 1 / 4),
    ],
)
def test_what_is_added_is_b_times_a_by_alpha_over_rank(tmp_path, config, scale):
    changed, product = change(adapter(tmp_path / "mine", rank=4, alpha=8.0, **config))
    np.testing.assert_allclose(changed, scale * product, atol=1e-5)


def test_the_rank_is_that_of_the_weights_themselves(tmp_path):
    changed, product = change(adapter(tmp_path / "mine", rank=2, alpha=8.0, r=16), "v_proj")
    np.testing.assert_allclose(changed, 4 * product, atol=1e-5)


@pytest.mark.parametrize("config", [{"use_dora": True}, {"peft_type": "IA3"}])
def test_another_kind_of_adapter_is_refused(tmp_path, config):
    with pytest.raises(ValueError, match="plain LoRA"):
        lora.merge(network(), adapter(tmp_path / "mine", **config))


def test_weights_that_are_no_lora_are_refused(tmp_path):
    folder = adapter(tmp_path / "mine")
    save_file({"base_model.model.lm_head.weight": np.zeros((2, 2), np.float32)}, folder / WEIGHTS)
    with pytest.raises(ValueError, match=r"cannot be added: .*lm_head"):
        lora.merge(network(), folder)


def test_weights_for_what_the_model_does_not_have_are_refused(tmp_path):
    with pytest.raises(ValueError, match="where this model has none"):
        lora.merge(network(), adapter(tmp_path / "mine", modules=["k_proj"]))


def test_weights_of_another_size_are_refused(tmp_path):
    with pytest.raises(ValueError, match="256×256 and not 256×512"):
        lora.merge(network(), adapter(tmp_path / "mine", width=512))
