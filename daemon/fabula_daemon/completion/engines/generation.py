"""Writing on from a prompt, token by token, with what was computed for the last prompt kept. Imported only by
workers.

Not `generate()` of transformers: between two tokens this loop looks whether it is to stop, and it knows
openings and banned names, which are matters of text and not of tokens.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, DynamicCache

from fabula_daemon.completion.engines.vocabulary import Ban, Vocabulary, piece_of

CHUNK = 128  # tokens of a prompt read at once: an abort waits for one chunk at most
TOP_P = 0.92
LIKELIEST = (
    512  # tokens that are looked at for it: sorting all of a large vocabulary takes longer than a token
)
DAMPING = 0.4  # what a token's logit loses for each time it has been written in this continuation
COPIED = 8  # tokens in a row that the context already has: the last of them is not written


@dataclass(frozen=True, slots=True)
class Task:
    """A prompt in tokens, and how to continue it. `opening` is what the continuation has to begin with."""

    tokens: Sequence[int]
    opening: bytes
    banned: Sequence[str]
    seed: int
    max_tokens: int
    temperature: float


class LanguageModel:
    """A causal model and its tokenizer, out of a directory on this machine."""

    def __init__(self, directory: Path, *, context: int) -> None:
        self.context = context
        self._tokenizer = AutoTokenizer.from_pretrained(directory, local_files_only=True)
        # float32, because one thread on an ordinary processor multiplies it fastest
        self._network = AutoModelForCausalLM.from_pretrained(
            directory, local_files_only=True, dtype=torch.float32
        )
        self._network.eval()
        for layer in self._network.modules():
            if isinstance(
                layer, torch.nn.Linear
            ):  # stored the other way round, one row times it is a third quicker
                layer.weight.data = layer.weight.data.t().contiguous().t()
        self.vocabulary = _vocabulary(self._tokenizer, self._network.config.vocab_size)
        ends = self._network.generation_config.eos_token_id
        self._ends = set(ends if isinstance(ends, list) else [ends]) - {None}
        self._silent = torch.full((self._network.config.vocab_size,), float("-inf"))
        self._silent[[*self.vocabulary.written, *self._ends]] = 0.0
        self.forget()

    def tokens(self, text: str) -> list[int]:
        """Return the tokens of `text`; a model that begins its texts with a token of its own gets it."""
        found: list[int] = self._tokenizer(text).input_ids
        return found or [self._network.config.bos_token_id or 0]

    def fit(self, tokens: list[int], max_tokens: int) -> list[int]:
        """Return the end of `tokens` that leaves room for `max_tokens` more."""
        return tokens[-max(1, self.context - max_tokens) :]

    def reusable(self, tokens: Sequence[int]) -> int:
        """Return how many of `tokens` need not be read again. The last always is: it yields the next one."""
        same = 0
        for held, wanted in zip(self._held, tokens[:-1], strict=False):
            if held != wanted:
                break
            same += 1
        return same

    def continuation(self, task: Task, wanted: Callable[[], bool]) -> Iterator[bytes]:
        """Yield what each next token adds, the opening left out.

        It ends where the model ends the text, where the tokens run out, and as soon as `wanted` is false.
        """
        generator = torch.Generator().manual_seed(task.seed)
        ban = Ban(task.banned, self.vocabulary)
        tokens, drawn = list(task.tokens), list[int]()
        text = self._text(tokens[-16:])
        required = task.opening
        while len(drawn) < task.max_tokens and len(tokens) < self.context:
            logits = self._logits(tokens, wanted)
            if logits is None:
                return
            token = self._draw(logits, task, generator, required, ban.after(text), tokens, drawn)
            if token is None or token in self._ends:
                return
            piece = self.vocabulary.pieces[token]
            tokens.append(token)
            text += piece
            if required:
                required, piece = required[len(piece) :], piece[len(required) :]
            else:
                drawn.append(token)
            if piece:
                yield piece

    def forget(self) -> None:
        """Drop what was computed for the last prompt."""
        self._held: list[int] = []
        self._cache = DynamicCache()

    def _logits(self, tokens: Sequence[int], wanted: Callable[[], bool]) -> torch.Tensor | None:
        """Return the scores of all tokens as the one behind `tokens`; None if they are no longer `wanted`."""
        kept = self.reusable(tokens)
        if surplus := len(self._held) - kept:
            self._cache.crop(-surplus)
            del self._held[kept:]
        logits: torch.Tensor | None = None
        for start in range(kept, len(tokens), CHUNK):
            if not wanted():
                return None
            chunk = tokens[start : start + CHUNK]
            with torch.inference_mode():
                output = self._network(
                    torch.tensor([chunk]), past_key_values=self._cache, use_cache=True, logits_to_keep=1
                )
            self._held.extend(chunk)
            logits = output.logits[0, -1].float()
        return logits

    def _draw(
        self,
        logits: torch.Tensor,
        task: Task,
        generator: torch.Generator,
        required: bytes,
        forbidden: set[int],
        tokens: Sequence[int],
        drawn: Sequence[int],
    ) -> int | None:
        """Return one token, or None if none is possible."""
        if required:
            mask = torch.full_like(logits, float("-inf"))
            mask[self.vocabulary.spelling(required)] = 0.0
        else:
            mask = self._silent.clone()
            for token, times in Counter(drawn).items():
                mask[token] -= DAMPING * times
            forbidden = forbidden | _copying(tokens)
        mask[list(forbidden)] = float("-inf")
        logits = logits + mask
        if not torch.isfinite(logits).any():
            return None
        if task.temperature == 0:
            return int(logits.argmax())
        return _sample(torch.softmax(logits / task.temperature, -1), generator)

    def _text(self, tokens: Sequence[int]) -> bytes:
        return b"".join(self.vocabulary.pieces[token] for token in tokens)


def _sample(probabilities: torch.Tensor, generator: torch.Generator) -> int:
    """Draw from the likeliest tokens that together have the share TOP_P of the probability (Holtzman et al.
    2019).
    """
    ordered, tokens = probabilities.topk(min(LIKELIEST, len(probabilities)))
    ordered[ordered.cumsum(-1) - ordered >= TOP_P] = 0.0
    return int(tokens[torch.multinomial(ordered, 1, generator=generator)])


def _copying(tokens: Sequence[int]) -> set[int]:
    """Return the tokens that would make a run of COPIED tokens which `tokens` has already."""
    run = list(tokens[-(COPIED - 1) :])
    return {
        tokens[end]
        for end in range(COPIED - 1, len(tokens))
        if tokens[end - 1] == run[-1] and list(tokens[end - COPIED + 1 : end]) == run
    }


def _vocabulary(tokenizer: Any, size: int) -> Vocabulary:
    """Return the tokens of `tokenizer`; special ones, and rows of the model without a token, are silent."""
    spellings = tokenizer.convert_ids_to_tokens(list(range(min(size, len(tokenizer)))))
    special = set(tokenizer.all_special_ids)
    byte_level = sum("Ġ" in spelling for spelling in spellings) > sum(
        "▁" in spelling for spelling in spellings
    )
    pieces = [
        b"" if token in special else piece_of(spelling, byte_level=byte_level)
        for token, spelling in enumerate(spellings)
    ]
    return Vocabulary([*pieces, *[b""] * (size - len(pieces))])
