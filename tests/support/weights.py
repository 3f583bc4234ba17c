"""Safetensors files, models' directories and LoRA adapters, made of nothing but zeros."""

import json
from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Any

LLAMA: Mapping[str, Any] = {
    "architectures": ["LlamaForCausalLM"],
    "model_type": "llama",
    "hidden_size": 64,
    "intermediate_size": 96,
    "max_position_embeddings": 512,
    "num_attention_heads": 2,
    "num_hidden_layers": 2,
    "num_key_value_heads": 1,
    "tie_word_embeddings": True,
    "vocab_size": 128,
}


def safetensors(shapes: Mapping[str, tuple[int, ...]]) -> bytes:
    """Return a safetensors file that holds tensors of these shapes, in bfloat16."""
    header, at = {"__metadata__": {"format": "pt"}}, 0
    for name, shape in shapes.items():
        end = at + 2 * prod(shape)
        header[name] = {"dtype": "BF16", "shape": list(shape), "data_offsets": [at, end]}
        at = end
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + bytes(at)


def model_directory(folder: Path, shapes: Mapping[str, tuple[int, ...]], **config: Any) -> Path:
    """Make a directory that looks like a model's, with `config` besides a small Llama's."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps({**LLAMA, **config}))
    (folder / "tokenizer.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(safetensors(shapes))
    return folder


def adapter_directory(
    folder: Path, modules: Mapping[str, tuple[int, int]], rank: int = 4, **config: Any
) -> Path:
    """Make a LoRA adapter for linear `modules`, each with its weights' shape, out × in."""
    folder.mkdir(parents=True, exist_ok=True)
    shapes = {}
    for module, (out, into) in modules.items():
        shapes[f"base_model.model.{module}.lora_A.weight"] = (rank, into)
        shapes[f"base_model.model.{module}.lora_B.weight"] = (out, rank)
    (folder / "adapter_model.safetensors").write_bytes(safetensors(shapes))
    stated = {"peft_type": "LORA", "r": rank, "lora_alpha": 8, "target_modules": ["q_proj"], **config}
    (folder / "adapter_config.json").write_text(json.dumps(stated))
    return folder
