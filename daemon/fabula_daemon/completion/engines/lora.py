"""A LoRA adapter added to the weights of the model that it was trained for. Imported only by workers.

Hu et al. 2021: beside each matrix W that was trained stand two thin ones, and the model reckons with
W + (alpha / r) B A. Added up once, at load, it costs no time when writing. What is read is what `peft`
writes; of its kinds only the plain one, which is also the one that vLLM serves.
"""

import json
import math
import re
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

CONFIG, WEIGHTS = "adapter_config.json", "adapter_model.safetensors"

_HALF = re.compile(r"(?:base_model\.model\.)?(?P<module>.+)\.lora_(?P<half>A|B)(?:\.\w+)?\.weight")


def merge(network: torch.nn.Module, adapter: Path) -> None:
    """Add the adapter in the directory `adapter` to the weights of `network`.

    Raises ValueError if it is of a kind, or for a model, of which the sum would be something else.
    """
    config = json.loads((adapter / CONFIG).read_text(encoding="utf-8"))
    if config.get("peft_type", "LORA") != "LORA" or config.get("use_dora"):
        raise ValueError("the adapter is not a plain LoRA adapter")
    halves: dict[str, dict[str, torch.Tensor]] = {}
    for name, tensor in load_file(adapter / WEIGHTS).items():
        match = _HALF.fullmatch(name)
        if match is None:
            raise ValueError(f"the adapter has weights that cannot be added: {name}")
        halves.setdefault(match["module"], {})[match["half"]] = tensor.float()
    modules = dict(network.named_modules())
    for name, pair in halves.items():
        module = modules.get(name)
        if pair.keys() != {"A", "B"} or not isinstance(module, torch.nn.Linear):
            raise ValueError(f"the adapter has weights for {name}, where this model has none")
        change = pair["B"] @ pair["A"]
        if change.shape != module.weight.shape:
            shapes = " and not ".join("×".join(map(str, m.shape)) for m in (module.weight, change))
            raise ValueError(f"the adapter is for another model: {name} is {shapes}")
        module.weight.data += _scale(config, name, len(pair["A"])) * change


def _scale(config: dict[str, Any], module: str, rank: int) -> float:
    """Return what a module's change is multiplied by."""
    alpha = _for_module(config.get("alpha_pattern") or {}, module, config.get("lora_alpha", rank))
    return float(alpha) / (math.sqrt(rank) if config.get("use_rslora") else rank)


def _for_module(pattern: dict[str, float], module: str, default: float) -> float:
    """Return the value of the first key that ends the module's name, as peft matches them."""
    found = (value for key, value in pattern.items() if re.fullmatch(rf"(?:.*\.)?(?:{key})", module))
    return next(found, default)
