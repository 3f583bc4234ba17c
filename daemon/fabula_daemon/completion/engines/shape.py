"""A model's shape, as its config.json states it: what it reads, how wide and deep it is."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fabula_daemon.errors import ModelMissing

_ADVICE = "Is it the directory of a causal language model, as `save_pretrained` writes it? Copy it again."


@dataclass(frozen=True, slots=True)
class Shape:
    """A causal language model's dimensions.

    `kind` is the family that it belongs to, as transformers names it; `context` how many tokens it reads;
    `quantised` how its weights are packed (“gptq”, “bitsandbytes”), empty if they are not. What a config.json
    leaves to its family's defaults is 0 here: not known.
    """

    kind: str
    context: int
    layers: int
    hidden: int
    heads: int
    kv_heads: int
    head_dim: int
    inner: int
    vocabulary: int
    quantised: str = ""

    def expected(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield the weights that a model of this shape has, named as most models name them, with their
        shapes; none if not all of it is known.
        """
        if not all((self.layers, self.hidden, self.heads, self.kv_heads, self.inner, self.vocabulary)):
            return
        queries, keys = self.heads * self.head_dim, self.kv_heads * self.head_dim
        for layer in range(self.layers):
            at = f"model.layers.{layer}"
            yield f"{at}.self_attn.q_proj.weight", (queries, self.hidden)
            yield f"{at}.self_attn.k_proj.weight", (keys, self.hidden)
            yield f"{at}.self_attn.v_proj.weight", (keys, self.hidden)
            yield f"{at}.self_attn.o_proj.weight", (self.hidden, queries)
            yield f"{at}.mlp.gate_proj.weight", (self.inner, self.hidden)
            yield f"{at}.mlp.up_proj.weight", (self.inner, self.hidden)
            yield f"{at}.mlp.down_proj.weight", (self.hidden, self.inner)
        yield "model.embed_tokens.weight", (self.vocabulary, self.hidden)
        yield "lm_head.weight", (self.vocabulary, self.hidden)

    def cache_bytes(self, size: int) -> int:
        """Return how many bytes a token takes in the model's cache, with numbers of `size` bytes; 0: not
        known.
        """
        return 2 * self.layers * self.kv_heads * self.head_dim * size


def read(directory: Path) -> Shape:
    """Return the shape of the model in `directory`. Raises ModelMissing if config.json states nonsense."""
    file = directory / "config.json"
    try:
        return of(json.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise ModelMissing(f"{file} cannot be read: {error.strerror}.", _ADVICE) from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ModelMissing(f"{file} does not describe a language model: {error}.", _ADVICE) from error


def of(config: Mapping[str, Any]) -> Shape:
    """Return the shape that a config.json states. Raises ValueError, TypeError or AttributeError if it states
    none that could be.
    """
    text = config.get("text_config", config)  # of a model that sees too, the part that writes
    hidden, heads = _count(text, "hidden_size"), _count(text, "num_attention_heads")
    quantisation = config.get("quantization_config") or text.get("quantization_config") or {}
    return Shape(
        kind=str(text.get("model_type", "")),
        context=_count(text, "max_position_embeddings"),
        layers=_count(text, "num_hidden_layers"),
        hidden=hidden,
        heads=heads,
        kv_heads=_count(text, "num_key_value_heads") or heads,
        head_dim=_count(text, "head_dim") or (hidden // heads if heads else 0),
        inner=_count(text, "intermediate_size"),
        vocabulary=_count(text, "vocab_size"),
        quantised=str(quantisation.get("quant_method", "packed")) if quantisation else "",
    )


def _count(config: Mapping[str, Any], key: str) -> int:
    value = config.get(key)
    if isinstance(value, list):  # layer by layer
        value = max(value, default=None)
    if value is None:
        return 0
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"{key} is {value!r}")
    return value
