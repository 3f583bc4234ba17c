"""The fence around what may come next, as a logits processor of vLLM: openings, banned names, no copying.

vLLM imports it by this module's bare name, in an environment without Fabula. What it stands on it loads from
the files beside its folder, which need nothing else. It never raises where vLLM could not bear it: an error
in a processor would end the server. A request without `fabula_opening` is none of its business.
"""

import importlib.util
import logging
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from tokenizers import Tokenizer
from vllm import SamplingParams
from vllm.config import VllmConfig
from vllm.v1.sample.logits_processor import AdapterLogitsProcessor

if TYPE_CHECKING:
    from fabula_daemon.completion.engines.fence import Fence

REMEMBERED = 32  # lists of banned names, and of tokens that they forbid: they are mostly the same
LONGEST_OPENING = 400

logger = logging.getLogger("vllm.fabula")


def _load(name: str) -> Any:
    file = Path(__file__).parents[1] / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"fabula_engines_{name}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fence, plugin, vocabulary = _load("fence"), _load("plugin/__init__"), _load("vocabulary")


class Fences(AdapterLogitsProcessor):  # type: ignore[misc]
    """A fence for each request that asks for one."""

    @classmethod
    def validate_params(cls, sampling_params: SamplingParams) -> None:
        """Raise ValueError, which the client gets as 400, for what is not meant so."""
        _wishes(sampling_params.extra_args or {})

    def __init__(self, vllm_config: VllmConfig, device: torch.device, is_pin_memory: bool) -> None:
        super().__init__(vllm_config, device, is_pin_memory)
        self._device = device
        self._vocabulary: Any = None
        try:
            model = vllm_config.model_config
            tokenizer = Tokenizer.from_file(str(Path(model.tokenizer) / "tokenizer.json"))
            self._vocabulary = vocabulary.Vocabulary.of(tokenizer, model.get_vocab_size())
            self._ends = _ends(model.hf_config) or [0]
            self._silent = torch.full((model.get_vocab_size(),), float("-inf"), device=device)
            self._silent[[*self._vocabulary.written, *self._ends]] = 0.0
            self._vocabulary.beginning(b" ")  # what the first request would otherwise wait for
            self._ban(("Nobody",))
        except Exception:
            logger.exception("This model's tokens cannot be read: nothing is banned, nothing begun.")
            self._vocabulary = None

    def is_argmax_invariant(self) -> bool:
        """Return False: even the likeliest token may be forbidden."""
        return False

    def new_req_logits_processor(self, params: SamplingParams) -> "Row | None":
        """Return the fence of a new request, None for one that asks for none."""
        try:
            wishes = _wishes(params.extra_args or {})
            return Row(self, *wishes) if wishes and self._vocabulary else None
        except Exception:
            logger.exception("A request goes without its fence.")
            return None

    def _new_state(self, params: SamplingParams, prompt_ids: Any, output_ids: list[int]) -> Any:
        if prompt_ids is None:  # a prompt of embeddings has no tokens, and vLLM would raise
            return None
        return super()._new_state(params, prompt_ids, output_ids)

    def fence(self, names: tuple[str, ...], prompt: list[int], opening: bytes) -> "Fence":
        """Return a fence behind `prompt`."""
        made: Fence = fence.Fence(self._vocabulary, self._ban(names), prompt, opening)
        return made

    def apply_to(self, around: "Fence", logits: torch.Tensor) -> torch.Tensor:
        """Return the scores of one request's next token, those that cannot come made impossible."""
        never = around.never
        if (only := around.only) is None:
            logits += self._silent
            logits[self._places(never)] = float("-inf")
            return logits
        # If nothing is left the text ends: a row without any possible token would end vLLM.
        allowed = torch.tensor([t for t in only if t not in never] or self._ends, device=self._device)
        possible = torch.full_like(logits, float("-inf"))
        possible[allowed] = logits[allowed].clamp_min(torch.finfo(logits.dtype).min)
        return possible

    @lru_cache(REMEMBERED)  # noqa: B019 - it lives as long as the process
    def _ban(self, names: tuple[str, ...]) -> Any:
        return vocabulary.Ban(names, self._vocabulary)

    @lru_cache(REMEMBERED)  # noqa: B019
    def _places(self, tokens: frozenset[int]) -> torch.Tensor:
        return torch.tensor(list(tokens), dtype=torch.long, device=self._device)


class Row:
    """The fence of one request, which vLLM asks for each of its tokens."""

    def __init__(self, fences: Fences, opening: bytes, names: tuple[str, ...]) -> None:
        self._fences, self._opening, self._names = fences, opening, names
        self._fence: Fence | None = None
        self._seen = 0

    def __call__(self, prompt: list[int], written: list[int], logits: torch.Tensor) -> torch.Tensor:
        """Return the scores of the next token behind `prompt` and what was `written`."""
        try:
            if self._fence is None:
                self._fence = self._fences.fence(self._names, prompt, self._opening)
            while self._seen < len(written) and written[self._seen] >= 0:  # less is one not drawn yet
                self._fence.add(written[self._seen])
                self._seen += 1
            return self._fences.apply_to(self._fence, logits)
        except Exception:
            logger.exception("A token goes without its fence.")
            return logits


def _wishes(extra: dict[str, Any]) -> tuple[bytes, tuple[str, ...]] | None:
    """Return what a request asks for. Raises ValueError if that cannot be meant."""
    opening, names = extra.get(plugin.OPENING), extra.get(plugin.BANNED, [])
    if opening is None:
        return None
    if not isinstance(opening, str) or len(opening) > LONGEST_OPENING:
        raise ValueError(f"{plugin.OPENING} must be {LONGEST_OPENING} hexadecimal digits at most")
    if not isinstance(names, list) or len(names) > plugin.MOST_BANNED:
        raise ValueError(f"{plugin.BANNED} must be a list of {plugin.MOST_BANNED} names at most")
    if not all(isinstance(name, str) and len(name) <= plugin.LONGEST_NAME for name in names):
        raise ValueError(f"{plugin.BANNED} must hold names of {plugin.LONGEST_NAME} characters at most")
    return bytes.fromhex(opening), tuple(names)


def _ends(config: Any) -> list[int]:
    ends = getattr(config, "eos_token_id", None)
    return [ends] if isinstance(ends, int) else list(ends or [])
