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
    """A prompt in tokens, and how to continue it. The next token has to begin with `opening`."""

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
            if isinstance(layer, torch.nn.Linear):  # laid out so that one row times it is a third quicker
                layer.weight.data = layer.weight.data.t().contiguous().t()
        self.vocabulary = _vocabulary(self._tokenizer, self._network.config.vocab_size)
        ends = self._network.generation_config.eos_token_id
        self._ends = set(ends if isinstance(ends, list) else [ends]) - {None}
        self._silent = torch.full((self._network.config.vocab_size,), float("-inf"))
        self._silent[[*self.vocabulary.written, *self._ends]] = 0.0
        self.forget()

    def tokens(self, text: str, opening: str) -> tuple[list[int], bytes]:
        """Return the tokens of a prompt, and what the next token has to begin with.

        That is the last token of `opening`, taken back: whether the word goes on with it or with a longer one
        is for the model to say (token healing).
        """
        found: list[int] = self._tokenizer(text + opening).input_ids
        last = self.vocabulary.pieces[found.pop()] if opening and found else b""
        return found or [self._network.config.bos_token_id or 0], last

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
        tokens, opening = list(task.tokens), task.opening
        text = b"".join(self.vocabulary.pieces[token] for token in tokens[-16:])
        for _ in range(min(task.max_tokens, self.context - len(tokens))):
            logits = self._logits(tokens, wanted)
            if logits is None:
                return
            mask = self._mask(tokens, len(task.tokens), opening)
            mask[list(ban.after(text))] = float("-inf")
            token = _draw(logits + mask, task.temperature, generator)
            if token is None or token in self._ends:
                return
            piece = self.vocabulary.pieces[token]
            tokens.append(token)
            text += piece
            if len(piece) > len(opening):
                yield piece[len(opening) :]
            opening = b""

    def likeliest(
        self, tokens: Sequence[int], opening: bytes, top: int
    ) -> tuple[list[tuple[str, float]], bool]:
        """Return the `top` likeliest next tokens, as what they add to the text, with the logarithms of their
        probabilities among the tokens that begin with `opening`, and whether these are all.
        """
        logits = self._logits(tokens, lambda: True)
        assert logits is not None
        possible = self.vocabulary.beginning(opening) if opening else self.vocabulary.written
        logprobs = torch.log_softmax(logits[possible], -1)
        found, places = logprobs.topk(min(top, len(possible)))
        pieces = (self.vocabulary.pieces[possible[place]][len(opening) :] for place in places.tolist())
        texts = [piece.decode(errors="replace") for piece in pieces]
        return list(zip(texts, found.tolist(), strict=True)), len(texts) == len(possible)

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

    def _mask(self, tokens: Sequence[int], written_from: int, opening: bytes) -> torch.Tensor:
        """Return what is added to the logits: -inf for what cannot come, less for what was just written."""
        if opening:
            mask = torch.full_like(self._silent, float("-inf"))
            mask[self.vocabulary.beginning(opening)] = 0.0
            return mask
        mask = self._silent.clone()
        for token, times in Counter(tokens[written_from:]).items():
            mask[token] -= DAMPING * times
        mask[list(_copying(tokens))] = float("-inf")
        return mask


def _draw(logits: torch.Tensor, temperature: float, generator: torch.Generator) -> int | None:
    """Return one token, or None if none is possible.

    It is drawn from the likeliest that together have the share TOP_P of the probability (Holtzman et al.
    2019).
    """
    if not torch.isfinite(logits).any():
        return None
    if temperature == 0:
        return int(logits.argmax())
    probabilities = torch.softmax(logits / temperature, -1)
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
