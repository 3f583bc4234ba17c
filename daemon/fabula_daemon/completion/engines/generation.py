"""Writing on from a prompt, token by token, with what was read of the last prompts kept. Imported only by
workers.

Not `generate()` of transformers: between two tokens this loop looks whether it is to stop, and it knows
openings and banned names, which are matters of text and not of tokens.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from fabula_daemon.completion.engines import lora
from fabula_daemon.completion.engines.fence import DAMPING, Fence, healed
from fabula_daemon.completion.engines.readings import Reading, Readings
from fabula_daemon.completion.engines.vocabulary import Ban, Vocabulary

CHUNK = 128  # tokens of a prompt read at once: an abort waits for one chunk at most
LIKELIEST = 512  # tokens that are drawn from: sorting all of a large vocabulary takes longer than a token
MOST_READ, READ_BYTES = 8, 1 << 28  # texts of which it is kept what was read, and for how much memory
REMEMBERED = 32  # lists of banned names, and of tokens that they forbid: they are mostly the same


@dataclass(frozen=True, slots=True)
class Task:
    """A prompt in tokens, and how to continue it. The next token has to begin with `opening`."""

    tokens: Sequence[int]
    opening: bytes
    banned: Sequence[str]
    seed: int
    max_tokens: int
    temperature: float
    top_p: float


class Token(NamedTuple):
    """What the next token adds to the text, and the logarithm of its probability at temperature 1; of the
    first, among those that begin with what is typed. The last adds nothing and says why it is the last.
    """

    piece: bytes
    logprob: float = 0.0
    finish: Literal["stop", "length"] | None = None


class LanguageModel:
    """A causal model and its tokenizer, out of a directory on this machine, and a LoRA adapter."""

    def __init__(self, directory: Path, *, context: int, adapter: Path | None = None) -> None:
        self.context = context
        # split_special_tokens: no text becomes a special token, however it is spelt
        self._tokenizer = AutoTokenizer.from_pretrained(
            directory, local_files_only=True, split_special_tokens=True
        )
        # float32, because one thread on an ordinary processor multiplies it fastest
        self._network = AutoModelForCausalLM.from_pretrained(
            directory, local_files_only=True, dtype=torch.float32
        )
        if adapter:
            lora.merge(self._network, adapter)
        self._network.eval()
        for layer in self._network.modules():
            if isinstance(layer, torch.nn.Linear):  # laid out so that one row times it is a third quicker
                layer.weight.data = layer.weight.data.t().contiguous().t()
        self.vocabulary = Vocabulary.of(self._tokenizer.backend_tokenizer, self._network.config.vocab_size)
        self._ban = lru_cache(REMEMBERED)(lambda names: Ban(names, self.vocabulary))
        self._places = lru_cache(REMEMBERED)(lambda tokens: torch.tensor(list(tokens), dtype=torch.long))
        ends = self._network.generation_config.eos_token_id
        self._ends = set(ends if isinstance(ends, list) else [ends]) - {None}
        self._silent = torch.full((self._network.config.vocab_size,), float("-inf"))
        self._silent[[*self.vocabulary.written, *self._ends]] = 0.0
        self._token_bytes = _cache_bytes(self._network.config)
        self.forget()

    def tokens(self, text: str, opening: str) -> tuple[list[int], bytes]:
        """Return the tokens of a prompt, and what the next token has to begin with."""
        found, last = healed(self._tokenizer(text + opening).input_ids, opening, self.vocabulary)
        return found or [self._network.config.bos_token_id or 0], last

    def fit(self, tokens: list[int], max_tokens: int) -> list[int]:
        """Return the end of `tokens` that leaves room for `max_tokens` more."""
        return tokens[-max(1, self.context - max_tokens) :]

    def reusable(self, tokens: Sequence[int]) -> int:
        """Return how many of `tokens` need not be read again."""
        return self._readings.reusable(tokens)

    def continuation(self, task: Task, wanted: Callable[[], bool]) -> Iterator[Token]:
        """Yield each next token.

        It ends where the model ends the text and where the tokens run out; and, without a last word, as soon
        as `wanted` is false.
        """
        generator = torch.Generator().manual_seed(task.seed)
        fence = Fence(self.vocabulary, self._ban(tuple(task.banned)), task.tokens, task.opening)
        reading = self._readings.of(task.tokens)
        tokens, damping = list(task.tokens), torch.zeros_like(self._silent)
        for _ in range(min(task.max_tokens, self.context - len(tokens))):
            logits = self._logits(reading, tokens, wanted)
            if logits is None:
                return
            possible = logits + self._silent if (only := fence.only) is None else _only(only, logits)
            total = torch.logsumexp(logits if only is None else possible, -1)
            possible -= damping
            possible[self._places(fence.never)] = float("-inf")
            drawn = _draw(possible, task.temperature, task.top_p, generator)
            if drawn is None or drawn in self._ends:
                yield Token(b"", finish="stop")
                return
            fence.add(drawn)
            damping[drawn] += DAMPING
            tokens.append(drawn)
            yield Token(self.vocabulary.pieces[drawn], float(logits[drawn] - total))
        yield Token(b"", finish="length")

    def likeliest(
        self, tokens: Sequence[int], opening: bytes, top: int
    ) -> tuple[list[tuple[str, float]], bool]:
        """Return the `top` likeliest next tokens, as what they add to the text, with the logarithms of their
        probabilities among the tokens that begin with `opening`, and whether these are all.
        """
        logits = self._logits(self._readings.of(tokens), tokens, lambda: True)
        assert logits is not None
        possible = self.vocabulary.beginning(opening) if opening else self.vocabulary.written
        logprobs = torch.log_softmax(logits[possible], -1)
        found, places = logprobs.topk(min(top, len(possible)))
        pieces = (self.vocabulary.pieces[possible[place]][len(opening) :] for place in places.tolist())
        texts = [piece.decode(errors="replace") for piece in pieces]
        return list(zip(texts, found.tolist(), strict=True)), len(texts) == len(possible)

    def forget(self) -> None:
        """Drop what was computed for earlier prompts."""
        self._readings = Readings(max(1, min(MOST_READ, READ_BYTES // (self.context * self._token_bytes))))

    def _logits(
        self, reading: Reading, tokens: Sequence[int], wanted: Callable[[], bool]
    ) -> torch.Tensor | None:
        """Read on in `reading` to the end of `tokens`. Return the scores of all tokens as the next one; None
        if they are no longer `wanted`.
        """
        logits: torch.Tensor | None = None
        for start in range(len(reading.tokens), len(tokens), CHUNK):
            if not wanted():
                return None
            chunk = tokens[start : start + CHUNK]
            with torch.inference_mode():
                output = self._network(
                    torch.tensor([chunk]), past_key_values=reading.cache, use_cache=True, logits_to_keep=1
                )
            reading.tokens.extend(chunk)
            logits = output.logits[0, -1].float()
        return logits


def _cache_bytes(config: Any) -> int:
    """Return how many bytes a token takes in the cache of a model that reckons in float32."""
    heads = config.num_attention_heads
    width = getattr(config, "head_dim", None) or config.hidden_size // heads
    key_heads = getattr(config, "num_key_value_heads", None) or heads
    return int(2 * 4 * config.num_hidden_layers * key_heads * width)


def _only(tokens: Sequence[int], logits: torch.Tensor) -> torch.Tensor:
    """Return the scores of `tokens`, all others being impossible."""
    possible = torch.full_like(logits, float("-inf"))
    possible[tokens] = logits[tokens]
    return possible


def _draw(logits: torch.Tensor, temperature: float, top_p: float, generator: torch.Generator) -> int | None:
    """Return one token, or None if none is possible.

    It is drawn from the likeliest that together have the share `top_p` of the probability (Holtzman et al.
    2019).
    """
    if not torch.isfinite(logits).any():
        return None
    if temperature == 0:
        return int(logits.argmax())
    probabilities = torch.softmax(logits / temperature, -1)
    ordered, tokens = probabilities.topk(min(LIKELIEST, len(probabilities)))
    ordered[1:][ordered.cumsum(-1)[:-1] >= top_p] = 0.0  # the likeliest stays, whatever its share
    return int(tokens[torch.multinomial(ordered, 1, generator=generator)])
