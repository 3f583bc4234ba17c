"""The engine for a model elsewhere: any server that speaks OpenAI's completions, at the one address that the
author has set.

Such a server is handed text, not tokens, and knows nothing of openings and bans: a word half typed goes on
as it stands, and names are for the gate to refuse. What it lacks, as the probabilities of its words, it is
not asked for twice.
"""

import asyncio
import math
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import aclosing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from fabula_daemon.completion.engines import Distribution, Piece, Prompt, Usage
from fabula_daemon.completion.engines.completions import Completions, Endpoint, cached
from fabula_daemon.completion.engines.counting import load_tokenizer, tokens_in
from fabula_daemon.completion.engines.fence import DAMPING
from fabula_daemon.completion.engines.speller import Speller
from fabula_daemon.completion.engines.weights import likeliest
from fabula_daemon.config import ModelSettings
from fabula_daemon.errors import ModelError, ModelMissing, RemoteFailed

PATIENCE_S = 30.0
REFUSED = frozenset({401, 403, 404})  # what only the author can mend
REFUSED_REST_S = 60.0  # she may have done so meanwhile
BYTES_PER_TOKEN = 3.5  # of English prose, rather too few than too many
MOST_STOPS, MOST_LIKELIEST = 4, 5  # that OpenAI's own server takes
_SET = "Set [model] {} in fabula.toml."


class OpenaiEngine:
    """Continues prose with the model `name` at `url`; `environ` holds the key, `tokenizer` what to count
    with.

    A server that wants to be left alone, or refuses the key, is not asked until some time has passed.
    """

    name = "openai"

    def __init__(
        self,
        settings: ModelSettings,
        *,
        environ: Mapping[str, str],
        tokenizer: Path | None = None,
        patience: float = PATIENCE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.model = f"{settings.name or 'a model'} at {_where(settings.url).rpartition('@')[2]}"
        self.context = settings.context
        self.usage = Usage()
        self.problem: str | None = None
        self.note: str | None = None
        self._settings, self._environ, self._clock = settings, environ, clock
        self._directory = tokenizer
        self._tokenizer: Any = None
        self._endpoint: Endpoint | None = None
        self._client = Completions(patience=patience)
        self._is_plain = False
        self._rests_until = -math.inf
        self.count = lru_cache(maxsize=2048)(self._count)

    @property
    def ready(self) -> bool:
        """Whether the server may be asked now."""
        return self._endpoint is not None and self._clock() >= self._rests_until

    async def start(self) -> None:
        """See that it can be asked, without asking it. Raises ModelMissing if a setting is missing."""
        try:
            endpoint = _endpoint(self._settings, self._environ)
            if self._directory is not None:
                self._tokenizer = await asyncio.to_thread(load_tokenizer, self._directory)
        except ModelError as error:
            self.problem = str(error)
            raise
        self._endpoint, self.problem = endpoint, None

    async def until_ready(self) -> None:
        """Wait until the server may be asked. Raises ModelError if it may never be."""
        if self._endpoint is None:
            raise ModelError(self.problem or "The model elsewhere has not been started.")
        await asyncio.sleep(max(0.0, self._rests_until - self._clock()))

    async def stop(self) -> None:
        """Close the connections."""
        self._endpoint = None
        await self._client.close()

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """Yield the continuation of `prompt` as it is written; closing the iterator closes the connection.

        Raises RemoteFailed if the server refuses, garbles or does not answer.
        """
        endpoint, text, blank, cut = self._sent(prompt)
        body = {
            **self._body(text, prompt.max_tokens),
            "temperature": prompt.temperature,
            "top_p": prompt.top_p,
            **({"stop": list(prompt.stop[:MOST_STOPS])} if prompt.stop else {}),
        }
        further = {
            "seed": prompt.seed,
            "frequency_penalty": DAMPING,
            "logprobs": 1,
            "stream_options": {"include_usage": True},
        }
        speller, usage = Speller(blank, prompt.stop), Usage(cut=cut)
        finish, logprob, tokens = "stop", 0.0, 0
        try:
            async with aclosing(self._events(endpoint, body, further)) as events:
                async for event in events:
                    _take_usage(usage, event.get("usage"))
                    for choice in _choices(endpoint, event):
                        finish = "length" if choice.get("finish_reason") == "length" else "stop"
                        logprobs, added = _logprobs(choice), choice.get("text") or ""
                        tokens += len(logprobs) or bool(added)
                        logprob += sum(logprobs) if logprobs or not added else -math.inf  # it is not told
                        if added and (written := speller.add(added.encode(errors="replace"))):
                            yield Piece(written, None if logprob == -math.inf else logprob, tokens)
                            logprob, tokens = 0.0, 0
                    if speller.is_over:
                        break
        finally:
            self.usage.add(usage)
        finish = "stop" if speller.is_over else finish
        if rest := speller.rest():
            yield Piece(rest, None if logprob == -math.inf else logprob, tokens)
        yield Piece("", 0.0, 0, finish, usage)

    async def distribution(self, prompt: Prompt, top: int) -> Distribution:
        """Return the likeliest of what the model would write next at `prompt`, five at most.

        Raises RemoteFailed as `stream` does, and if the server tells no probabilities.
        """
        endpoint, text, blank, _ = self._sent(prompt)
        body = {**self._body(text, 1), "temperature": 0.0, "logprobs": MOST_LIKELIEST}
        with self._heeding():
            answer = await self._client.ask(endpoint, body)
        for choice in _choices(endpoint, answer):
            told = (choice.get("logprobs") or {}).get("top_logprobs") or [None]
            if isinstance(told[0], dict) and all(
                isinstance(value, (int, float)) for value in told[0].values()
            ):
                pairs = [(piece.encode(errors="replace"), float(value)) for piece, value in told[0].items()]
                return Distribution(likeliest(pairs, blank, top, all_of_them=False), complete=False)
        raise RemoteFailed(endpoint.url, "tells no probabilities", "Ask a model on this machine.")

    async def _events(
        self, endpoint: Endpoint, body: dict[str, Any], further: dict[str, Any]
    ) -> AsyncGenerator[dict[str, Any], None]:
        """Yield the events of an answer to `body` with `further` wishes, or without if the server knows them
        not.
        """
        for wishes in ({},) if self._is_plain else (further, {}):
            try:
                with self._heeding():
                    async with aclosing(self._client.events(endpoint, body | wishes)) as events:
                        async for event in events:
                            _choices(endpoint, event)
                            self.note = self.problem = None
                            self._is_plain = not wishes
                            yield event
                return
            except RemoteFailed as error:
                if not wishes or error.status not in (400, 422):
                    raise

    @contextmanager
    def _heeding(self) -> Iterator[None]:
        """Remember what went wrong, and for how long the server is to be left alone."""
        try:
            yield
        except RemoteFailed as error:
            refused = error.status in REFUSED
            self.note, self.problem = str(error), str(error) if refused else None
            rest = REFUSED_REST_S if refused else 0.0
            self._rests_until = self._clock() + (error.retry_after if error.retry_after is not None else rest)
            raise

    def _sent(self, prompt: Prompt) -> tuple[Endpoint, str, bytes, int]:
        """Return where to ask, the text to send, what the answer has to begin with, and how many tokens of
        the prompt were left out.

        A space at the end is not sent but expected back: models write words together with the space before.
        """
        if self._endpoint is None:
            raise ModelError(self.problem or "The model elsewhere has not been started.")
        whole = prompt.text + prompt.opening
        text = whole.rstrip(" ")
        blank = b" " if len(text) < len(whole) else b""
        room = max(1, self.context - prompt.max_tokens)
        tokens = count = self.count(text)
        while count > room:  # by an estimate, and once more if it was wrong
            text = text[-max(1, len(text) * room // count) :] if len(text) > 1 else ""
            count = self.count(text)
        return self._endpoint, text, blank, tokens - count

    def _body(self, text: str, max_tokens: int) -> dict[str, Any]:
        named = {"model": self._settings.name} if self._settings.name else {}
        return {**named, "prompt": text, "max_tokens": max_tokens}

    def _count(self, text: str) -> int:
        if self._tokenizer is not None:
            return tokens_in(text, self._tokenizer)
        return math.ceil(len(text.encode(errors="replace")) / BYTES_PER_TOKEN)


def _endpoint(settings: ModelSettings, environ: Mapping[str, str]) -> Endpoint:
    """Return where the settings say to ask. Raises ModelMissing if they do not say it."""
    if not settings.url:
        raise ModelMissing("There is no address of a model elsewhere.", _SET.format("url"))
    if "@" in _where(settings.url):
        raise ModelMissing(
            "[model] url holds a name or a password, which would be shown wherever the address is.",
            "Leave them out, and put the key into the environment variable that [model] key_env names.",
        )
    address = _address(settings.url)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise ModelMissing(f"{settings.url} is no address of a server.", _SET.format("url"))
    key = environ.get(settings.key_env, "").strip() if settings.key_env else None
    if key == "" or (key and not key.isascii()):
        raise ModelMissing(
            f"The environment variable {settings.key_env} holds no key.",
            "Correct [model] key_env in fabula.toml, or set the variable and start the daemon again "
            "(`fabula daemon stop`).",
        )
    return Endpoint(settings.url.rstrip("/"), key)


def _address(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:  # half an address of IPv6
        return urlsplit("")


def _where(url: str) -> str:
    """Return the host and the port of an address, and the name and the password before them."""
    return _address(url).netloc or url


def _choices(endpoint: Endpoint, event: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the choices of an event. Raises RemoteFailed if it is not one of a completion."""
    choices = event.get("choices")
    if not isinstance(choices, list) or not all(
        isinstance(choice, dict) and isinstance(choice.get("text") or "", str) for choice in choices
    ):
        raise RemoteFailed(
            endpoint.url, "answered what is no completion", "Is [model] url right, with /v1 at its end?"
        )
    return choices


def _logprobs(choice: dict[str, Any]) -> list[float]:
    told = choice.get("logprobs")
    found = told.get("token_logprobs") if isinstance(told, dict) else None
    return [value for value in found if isinstance(value, (int, float))] if isinstance(found, list) else []


def _take_usage(usage: Usage, told: Any) -> None:
    if isinstance(told, dict):
        usage.prompt, usage.reused = _count_of(told, "prompt_tokens"), cached(told)
        usage.generated = _count_of(told, "completion_tokens")


def _count_of(told: dict[str, Any], key: str) -> int:
    value = told.get(key)
    return value if isinstance(value, int) else 0
