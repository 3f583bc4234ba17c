"""LoRA adapters of the starter model, as peft writes them, with weights drawn from a seed."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file

WIDTH, OUT, LAYERS = 256, {"q_proj": 256, "k_proj": 128, "v_proj": 128, "o_proj": 256}, 6


def adapter(
    folder: Path,
    *,
    rank: int = 4,
    alpha: float = 8.0,
    seed: int = 0,
    modules: Sequence[str] = ("q_proj", "v_proj"),
    width: int = WIDTH,
    size: float = 0.2,
    **config: Any,
) -> Path:
    """Write an adapter into `folder` and return it. `size` is how large its weights are, 0 for none."""
    chance = np.random.default_rng(seed)
    tensors = {}
    for layer in range(LAYERS):
        for module in modules:
            name = f"base_model.model.model.layers.{layer}.self_attn.{module}"
            for half, shape in (("lora_A", (rank, width)), ("lora_B", (OUT[module], rank))):
                drawn = chance.normal(scale=size, size=shape).astype(np.float32)
                tensors[f"{name}.{half}.weight"] = drawn
    folder.mkdir(parents=True)
    save_file(tensors, folder / "adapter_model.safetensors")
    described = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": "starter",
        "r": rank,
        "lora_alpha": alpha,
        "lora_dropout": 0.0,
        "target_modules": list(modules),
        "bias": "none",
        "inference_mode": True,
        **config,
    }
    (folder / "adapter_config.json").write_text(json.dumps(described))
    return folder
