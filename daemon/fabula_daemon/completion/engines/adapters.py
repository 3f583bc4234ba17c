"""A LoRA adapter, looked at before a model meets it: whether it is whole, fits its base, and can be served.

Both vLLM and peft load an adapter of another base without a word if its dimensions happen to fit, and write
garbage with it.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fabula_daemon.completion.engines import shape, tensors
from fabula_daemon.completion.engines.directory import ModelDirectory
from fabula_daemon.completion.engines.tensors import Tensor
from fabula_daemon.errors import ModelMissing

CONFIG, WEIGHTS = "adapter_config.json", "adapter_model.safetensors"
RECORD = "fabula.json"  # {"base": fingerprint}: what it was trained on, where that was written down

_NAME = re.compile(r"base_model\.model\.(?P<module>.+)\.(?P<part>lora_(?:embedding_)?[AB])(?:\.weight)?")
# Of a part, the axis that is not the rank, and the one of the base that it must match: the weights of a
# layer are out × in, those of an embedding words × width.
_AXES = {"lora_A": (1, 1), "lora_B": (0, 0), "lora_embedding_A": (1, 0), "lora_embedding_B": (0, 1)}
# Ways of beginning to train that leave the base's weights as they are.
_HARMLESS_BEGINNINGS = frozenset({"gaussian", "eva", "orthogonal", "mica", "lora_ga"})
_CHOOSE = "Give another one as `adapter` under [model] in fabula.toml, or remove that line."
_MERGE = "Merge it into its base, and give the result as `path` under [model] in fabula.toml."


@dataclass(frozen=True, slots=True)
class Adapter:
    """A whole LoRA adapter: `rank` is its largest; `base` the fingerprint of the model it was trained on,
    empty if nobody wrote that down; `fingerprint` sixteen hexadecimal digits of all that it is.
    """

    path: Path
    rank: int
    base: str
    fingerprint: str
    config: Mapping[str, Any]
    tensors: Mapping[str, Tensor]


def check(directory: Path, base: ModelDirectory, largest_rank: int) -> Adapter:
    """Return the adapter in `directory` if vLLM can serve it on `base`. Raises ModelMissing with the reason.

    It reads all of it, up to some hundred megabytes: call it in a thread.
    """
    adapter = read(directory)
    fits(adapter, base)
    can_be_served(adapter, largest_rank)
    return adapter


def read(directory: Path) -> Adapter:
    """Return the adapter in `directory`. Raises ModelMissing if there is none, or not all of one."""
    for name in (CONFIG, WEIGHTS):
        if not (directory / name).is_file():
            raise ModelMissing(f"{directory} holds no LoRA adapter: it has no {name}.", _CHOOSE)
    config = _json(directory / CONFIG)
    if config.get("peft_type") != "LORA":
        raise ModelMissing(
            f"{directory} holds no LoRA adapter, but one of type {config.get('peft_type')}.", _CHOOSE
        )
    patterns = config.get("rank_pattern") or {}
    ranks = [config.get("r"), *(patterns.values() if isinstance(patterns, dict) else [None])]
    if not all(isinstance(rank, int) and rank > 0 for rank in ranks):
        raise ModelMissing(f"{directory / CONFIG} does not state the adapter's rank.", _CHOOSE)
    found = tensors.read(directory / WEIGHTS)
    if not any(map(_NAME.fullmatch, found)):
        raise ModelMissing(f"{directory / WEIGHTS} holds no LoRA weights.", _CHOOSE)
    record = _json(directory / RECORD) if (directory / RECORD).is_file() else {}
    digest = hashlib.sha256((directory / CONFIG).read_bytes())
    with (directory / WEIGHTS).open("rb") as stream:
        digest.update(hashlib.file_digest(stream, "sha256").digest())
    return Adapter(directory, max(ranks), str(record.get("base", "")), digest.hexdigest()[:16], config, found)


def fits(adapter: Adapter, base: ModelDirectory) -> None:
    """See that `adapter` was made for `base`: by what was written down, and by every dimension. Raises
    ModelMissing.
    """
    if adapter.base and adapter.base != base.name.rpartition(" ")[2]:
        raise _another(adapter, base, f"it was trained on a model with the fingerprint {adapter.base}")
    dimensions = shape.read(base.path)
    held = dict(dimensions.expected())
    if not dimensions.quantised:  # else they are packed, and only config.json tells
        held |= {name: tensor.shape for name, tensor in tensors.read_all(base.path).items()}
    known: dict[str, set[tuple[int, ...]]] = {}
    for name, size in held.items():
        known.setdefault(_place(name.removesuffix(".weight")), set()).add(size)
    for name, tensor in adapter.tensors.items():
        if not (match := _NAME.fullmatch(name)):
            continue  # whole weights: peft puts them into their places, vLLM does not
        module, (own, its) = match["module"], _AXES[match["part"]]
        shapes = known.get(_place(module))
        if shapes is None and not dimensions.quantised:
            raise _another(adapter, base, f"it changes {module}, which is not there")
        if shapes and not any(tensor.shape[own : own + 1] == size[its : its + 1] for size in shapes):
            raise _another(adapter, base, f"its weights for {module} are of another size")


def can_be_served(adapter: Adapter, largest_rank: int) -> None:
    """See that vLLM can serve `adapter` beside its base. Raises ModelMissing with what to do instead."""
    config, path = adapter.config, adapter.path
    if adapter.rank > largest_rank:
        raise ModelMissing(
            f"The adapter {path} has rank {adapter.rank}, and the server takes {largest_rank} at most.",
            _MERGE,
        )
    begun = config.get("init_lora_weights", True)
    reasons = {
        "DoRA": config.get("use_dora"),
        "weights besides LoRA’s": config.get("modules_to_save")
        or not all(map(_NAME.fullmatch, adapter.tensors)),
        "a bias": config.get("lora_bias") or config.get("bias", "none") != "none",
        "repeated layers": config.get("layer_replication"),
        "activated LoRA": config.get("alora_invocation_tokens"),
        "block-diagonal LoRA": config.get("use_bdlora"),
        "QALoRA": config.get("use_qalora"),
        f"a base that it has changed ({begun})": isinstance(begun, str)
        and begun.lower() not in _HARMLESS_BEGINNINGS,
        "a new lm_head": any("lm_head" in name for name in adapter.tensors),
    }
    for what, present in reasons.items():
        if present:
            raise ModelMissing(f"The adapter {path} has {what}, which vLLM cannot serve unmerged.", _MERGE)


def _place(module: str) -> str:
    """Return where a module stands, whatever a model that also sees has around its layers; two modules of one
    place (a text's and a picture's) may both be meant.
    """
    _, found, after = module.partition("layers.")
    return found + after if found else module.rpartition(".")[2]


def _another(adapter: Adapter, base: ModelDirectory, because: str) -> ModelMissing:
    return ModelMissing(
        f"The adapter {adapter.path} was made for another model than {base.name}: {because}.", _CHOOSE
    )


def _json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelMissing(f"{file} cannot be read: {error.strerror}.", _CHOOSE) from error
    except (ValueError, RecursionError) as error:
        raise ModelMissing(f"{file} is damaged: {error}.", _CHOOSE) from error
    if not isinstance(content, dict):
        raise ModelMissing(f"{file} is damaged: it holds no table.", _CHOOSE)
    return content
