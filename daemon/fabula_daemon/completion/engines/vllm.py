"""The engine for a model that vLLM serves on this machine: prompts go to it as tokens, and tokens come back.

So text is cut into tokens, put together again, and begun in the middle of a word exactly as by the embedded
engine; what must not be written is kept out by the same fence, which a plugin puts up inside vLLM.
"""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from fabula_daemon.completion.engines import Distribution, Piece, Prompt, Usage, plugin
from fabula_daemon.completion.engines.completions import Completions, Endpoint, cached
from fabula_daemon.completion.engines.counting import load_tokenizer, tokens_in
from fabula_daemon.completion.engines.fence import DAMPING, healed
from fabula_daemon.completion.engines.served import Served
from fabula_daemon.completion.engines.speller import Speller
from fabula_daemon.completion.engines.vocabulary import Vocabulary
from fabula_daemon.completion.engines.weights import likeliest
from fabula_daemon.errors import ModelError, RemoteFailed

PATIENCE_S = 30.0  # a prompt of tens of thousands of tokens is read in less
SMALLEST_TOP_P = 1e-6  # vLLM refuses 0
MOST_LIKELIEST, MOST_WEIGHED = 256, 128  # tokens whose probability it tells: of the likeliest, of given ones


@dataclass(frozen=True, slots=True)
class _Asked:
    """A prompt in tokens, how many of them had to be left out, and what the next has to begin with."""

    tokens: list[int]
    cut: int
    opening: bytes


class VllmEngine:
    """Continues prose with the model that `served` serves."""

    name = "vllm"

    def __init__(self, served: Served, *, patience: float = PATIENCE_S) -> None:
        self.usage = Usage()
        self._served = served
        self._client = Completions(patience=patience)
        self._tokenizer: Any = None
        self._vocabulary = Vocabulary(())
        self._ends: list[int] = []
        self._problem: str | None = None
        self.count = lru_cache(maxsize=2048)(self._count)

    @property
    def model(self) -> str:
        """The model's name and a short hash of its weights."""
        return self._served.model

    @property
    def ready(self) -> bool:
        """Whether a prompt would be answered now."""
        return self._tokenizer is not None and self._served.ready

    @property
    def problem(self) -> str | None:
        """What keeps it from ever becoming ready."""
        return self._problem or self._served.problem

    @property
    def note(self) -> str | None:
        """Why the server is not ready yet."""
        return self._served.note

    @property
    def context(self) -> int:
        """How many tokens the model reads at most, what it writes included."""
        return self._served.context

    async def start(self) -> None:
        """Begin to start the server, or to use the one that runs. Raises ModelError if it is in vain."""
        try:
            await self._served.start()
            await asyncio.to_thread(self._read, self._served.directory)
        except ModelError as error:
            self._problem = str(error)
            raise
        self._problem = None

    async def until_ready(self) -> None:
        """Wait until the server answers. Raises ModelError if it never will."""
        if self._problem is not None:
            raise ModelError(self._problem)
        await self._served.until_ready()

    async def stop(self) -> None:
        """Use the server no more."""
        await self._client.close()
        await self._served.stop()

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """Yield the continuation of `prompt` as it is written; closing the iterator stops the model at once.

        What a piece that finishes the word being typed had for a probability is not told: vLLM reckons it
        without the letters that are there. Raises ModelError, RemoteFailed if the server fails.
        """
        endpoint, asked = await self._asked(prompt)
        body = {
            **self._body(asked, min(prompt.max_tokens, self.context - len(asked.tokens))),
            "temperature": prompt.temperature,
            "top_p": max(prompt.top_p, SMALLEST_TOP_P),
            "seed": prompt.seed,
            "frequency_penalty": DAMPING,
            "stream_options": {"include_usage": True},
            "return_token_ids": True,
            "logprobs": 0,
            "vllm_xargs": {plugin.OPENING: asked.opening.hex(), plugin.BANNED: _banned(prompt)},
        }
        speller = Speller(asked.opening, prompt.stop)
        usage = Usage(cut=asked.cut)
        finish, untold = None, bool(asked.opening.strip())
        logprob, tokens = 0.0, 0
        try:
            async with aclosing(self._client.events(endpoint, body)) as events:
                async for event in events:
                    if told := event.get("usage"):
                        usage.prompt, usage.reused = len(asked.tokens), cached(told)
                    for choice in event.get("choices", ()):
                        written, logprobs = _written(endpoint, choice)
                        finish = choice.get("finish_reason") or finish
                        text = "".join(map(speller.add, (self._piece(token) for token in written)))
                        usage.generated += len(written)
                        tokens += len(written)
                        logprob += sum(logprobs)
                        if text:
                            yield Piece(text, None if untold else logprob, tokens)
                            logprob, tokens, untold = 0.0, 0, False
                    if speller.is_over:
                        finish = "stop"
                        break
        finally:
            self.usage.add(usage)
        if finish not in ("stop", "length"):
            raise RemoteFailed(endpoint.url, "ended a text before its end", "Fabula asks again by itself.")
        if rest := speller.rest():
            yield Piece(rest, None if untold else logprob, tokens)
        yield Piece("", 0.0, 0, finish, usage)

    async def distribution(self, prompt: Prompt, top: int) -> Distribution:
        """Return what the model would write next at `prompt`: the `top` likeliest of its tokens, 256 at most.

        Behind a word half typed it weighs all that may finish it, if these are no more than 128. Else it
        takes those among the likeliest that begin as is typed, and of the rest of the probability the same
        share for them.
        """
        endpoint, asked = await self._asked(prompt)
        begun = self._vocabulary.beginning(asked.opening) if asked.opening else []
        every = begun if 0 < len(begun) <= MOST_WEIGHED else None
        wanted = (
            {"logprobs": len(every), "logprob_token_ids": every} if every else {"logprobs": MOST_LIKELIEST}
        )
        body = {
            **self._body(asked, 1),
            **wanted,
            "temperature": 0.0,
            "return_tokens_as_token_ids": True,
        }
        answer = await self._client.ask(endpoint, body)
        told = ((self._piece(token), logprob) for token, logprob in _told(endpoint, answer))
        alternatives = likeliest(told, asked.opening, top, all_of_them=every is not None)
        possible = every or self._vocabulary.written
        return Distribution(alternatives, complete=len(alternatives) == len(possible))

    async def _asked(self, prompt: Prompt) -> tuple[Endpoint, _Asked]:
        """Return where to ask, and the prompt in tokens, its end if it is longer than the model reads."""
        if not self.ready:
            raise ModelError(self.problem or "The model server is not ready yet.")
        served = self._served
        tokens, opening = await asyncio.to_thread(self._tokens, prompt)
        kept = tokens[-max(1, self.context - prompt.max_tokens) :]
        endpoint = Endpoint(f"{served.url}/v1", served.key, served.uds)
        return endpoint, _Asked(kept, len(tokens) - len(kept), opening)

    def _body(self, asked: _Asked, max_tokens: int) -> dict[str, Any]:
        return {
            "model": self._served.request_name,
            "prompt": asked.tokens,
            "max_tokens": max_tokens,
            "stop_token_ids": self._ends,
        }

    def _read(self, directory: Path) -> None:
        """Read what the model's directory says of its tokens. Raises ModelMissing."""
        tokenizer = load_tokenizer(directory)
        self._vocabulary = Vocabulary.of(tokenizer, tokenizer.get_vocab_size())
        self._vocabulary.beginning(b" ")  # what the first prompt would otherwise wait for
        self._ends = _ends(directory)
        self._tokenizer = tokenizer

    def _tokens(self, prompt: Prompt) -> tuple[list[int], bytes]:
        whole = self._tokenizer.encode(prompt.text + prompt.opening).ids
        found, last = healed(whole, prompt.opening, self._vocabulary)
        return found or self._ends[:1] or [0], last

    def _piece(self, token: int) -> bytes:
        pieces = self._vocabulary.pieces
        return pieces[token] if token < len(pieces) else b""  # a model may have more than its tokenizer

    def _count(self, text: str) -> int:
        return tokens_in(text, self._tokenizer)


def _ends(directory: Path) -> list[int]:
    """Return the tokens with which the model ends a text, as its directory names them."""
    for name in ("generation_config.json", "config.json"):
        try:
            ends = json.loads((directory / name).read_text(encoding="utf-8")).get("eos_token_id")
        except (OSError, ValueError, AttributeError):
            continue
        if ends is not None:
            return [token for token in (ends if isinstance(ends, list) else [ends]) if isinstance(token, int)]
    return []


def _banned(prompt: Prompt) -> list[str]:
    """Return the names that the plugin is told of. Of too many these are the last, which were refused at this
    very place.
    """
    return [name for name in prompt.banned if len(name) <= plugin.LONGEST_NAME][-plugin.MOST_BANNED :]


def _written(endpoint: Endpoint, choice: dict[str, Any]) -> tuple[list[int], list[float]]:
    """Return the tokens of an event, and the logarithms of their probabilities."""
    tokens = choice.get("token_ids")
    logprobs = (choice.get("logprobs") or {}).get("token_logprobs", [])
    if not isinstance(tokens, list) or len(logprobs) != len(tokens):
        raise RemoteFailed(endpoint.url, "does not tell its tokens", "Is it the vLLM that Fabula started?")
    return tokens, [value or 0.0 for value in logprobs]


def _told(endpoint: Endpoint, answer: dict[str, Any]) -> list[tuple[int, float]]:
    """Return the tokens of which an answer tells the logarithm of the probability."""
    try:
        told = answer["choices"][0]["logprobs"]["top_logprobs"][0]
        return [(int(name.removeprefix("token_id:")), float(value)) for name, value in told.items()]
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        advice = "Is it the vLLM that Fabula started?"
        raise RemoteFailed(endpoint.url, "does not tell what it weighs", advice) from error
