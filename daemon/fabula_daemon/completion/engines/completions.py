"""The one client of /v1/completions: streamed, ended by closing, every way of failing an error of ours.

It follows no redirection, heeds no proxy variable, and gives up on a server that says nothing for a while.
"""

import asyncio
import email.utils
import json
import math
import ssl
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpcore  # noqa: F401 - httpx imports it at the first request, and the loop would stand still meanwhile
import httpx

from fabula_daemon.errors import RemoteFailed

CONNECT_S = 5.0
LARGEST = 1 << 22  # bytes of an answer, or of an event of a stream
LONGEST_QUOTE = 200  # characters of what a server says that are repeated
LONGEST_REST = 3600.0  # seconds for which we leave a server alone that wants to be

_AGAIN = "Fabula asks again by itself."
_NO_COMPLETION = "answered what is no completion"
_ADVICE = {
    401: "It wants another key: set it in the environment variable that [model] key_env names, and start the "
    "daemon again (`fabula daemon stop`).",
    404: "Is [model] url the base URL, with /v1, and [model] name a model that it has?",
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server's base URL, with /v1, or the unix socket through which it is asked, and the key it wants."""

    url: str
    key: str | None = None
    uds: Path | None = None


class Completions:
    """Asks endpoints, one after the other or all at once, and keeps their connections open.

    `patience` is for how many seconds a server may say nothing.
    """

    def __init__(self, *, patience: float) -> None:
        self._patience = patience
        self._clients: dict[tuple[Path | None, bool], httpx.AsyncClient] = {}
        self._certificates: ssl.SSLContext | None = None

    async def events(self, endpoint: Endpoint, body: dict[str, Any]) -> AsyncGenerator[dict[str, Any], None]:
        """Yield the events of a streamed completion, of which each is a JSON object, until it is complete.

        Closing the iterator closes the connection, which is how a server is told to stop. Raises
        RemoteFailed.
        """
        async with self._answer(endpoint, body | {"stream": True}) as answer:
            begun = complete = ended = False
            async with aclosing(_data(self._chunks(endpoint, answer))) as data:
                async for line in data:
                    if complete := line == b"[DONE]":
                        break
                    event = _event(endpoint, line)
                    begun, ended = True, ended or _has_ended(event)
                    yield event
            if not complete and not ended:
                what = "broke off in the middle of a text" if begun else _NO_COMPLETION
                raise RemoteFailed(endpoint.url, what, _AGAIN)

    async def ask(self, endpoint: Endpoint, body: dict[str, Any]) -> dict[str, Any]:
        """Return a completion, whole. Raises RemoteFailed."""
        async with self._answer(endpoint, body) as answer:
            return _event(endpoint, b"".join([chunk async for chunk in self._chunks(endpoint, answer)]))

    async def close(self) -> None:
        """Close all connections."""
        clients, self._clients = self._clients, {}
        for client in clients.values():
            await client.aclose()

    @asynccontextmanager
    async def _answer(self, endpoint: Endpoint, body: dict[str, Any]) -> AsyncIterator[httpx.Response]:
        """Ask, and yield what is answered if it is a success. What httpx raises becomes RemoteFailed."""
        headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
        try:
            client = await self._client(endpoint)
            request = client.build_request("POST", f"{endpoint.url}/completions", json=body, headers=headers)
            answer = await client.send(request, stream=True)
            try:
                if not answer.is_success:
                    said = b"".join([chunk async for chunk in self._chunks(endpoint, answer)])
                    raise _refusal(endpoint, answer, said)
                yield answer
            finally:
                await answer.aclose()
        except httpx.TimeoutException as error:
            raise self._silence(endpoint) from error
        except httpx.ConnectError as error:
            advice = f"Is it running, and is its address right? {_AGAIN}"
            raise RemoteFailed(endpoint.url, "cannot be reached", advice) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as error:
            why = _quoted(str(error)) or type(error).__name__
            raise RemoteFailed(endpoint.url, f"cannot be asked ({why})", _AGAIN) from error

    async def _chunks(self, endpoint: Endpoint, answer: httpx.Response) -> AsyncGenerator[bytes, None]:
        """Yield what comes, as long as something does."""
        chunks, size = answer.aiter_bytes(), 0
        while True:
            try:
                async with asyncio.timeout(self._patience):
                    chunk = await anext(chunks)
            except StopAsyncIteration:
                return
            except TimeoutError:
                raise self._silence(endpoint) from None
            size += len(chunk)
            if size > LARGEST:
                raise RemoteFailed(endpoint.url, "answers without end", _AGAIN)
            yield chunk

    async def _client(self, endpoint: Endpoint) -> httpx.AsyncClient:
        """Return what asks through this socket. Certificates, which take a while, are read in a thread, and
        only where there will be some; elsewhere nobody's would be trusted.
        """
        is_secret = endpoint.url.startswith("https:")
        if is_secret and self._certificates is None:
            self._certificates = await asyncio.to_thread(httpx.create_ssl_context, trust_env=False)
        which = (endpoint.uds, is_secret)
        if which not in self._clients:
            trusted = self._certificates if is_secret else None
            self._clients[which] = httpx.AsyncClient(
                transport=httpx.AsyncHTTPTransport(
                    uds=str(endpoint.uds) if endpoint.uds else None,
                    verify=trusted or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                    trust_env=False,
                ),
                trust_env=False,
                follow_redirects=False,
                timeout=httpx.Timeout(self._patience, connect=min(CONNECT_S, self._patience)),
            )
        return self._clients[which]

    def _silence(self, endpoint: Endpoint) -> RemoteFailed:
        return RemoteFailed(endpoint.url, f"said nothing for {self._patience:g} s", _AGAIN)


def cached(usage: dict[str, Any]) -> int:
    """Return how many of a prompt's tokens a server had still in its cache, by the usage that it tells."""
    details = usage.get("prompt_tokens_details")
    found = details.get("cached_tokens") if isinstance(details, dict) else None
    return found if isinstance(found, int) else 0


async def _data(chunks: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    """Yield what the `data:` lines of a stream of server-sent events say."""
    rest = b""
    async for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if line.startswith(b"data:"):
                yield line[5:].strip()
    if rest.startswith(b"data:"):
        yield rest[5:].strip()


def _event(endpoint: Endpoint, data: bytes) -> dict[str, Any]:
    """Return a JSON object. Raises RemoteFailed for anything else, and for an error that it tells of."""
    try:
        event = json.loads(data)
    except (ValueError, RecursionError):
        event = None
    if not isinstance(event, dict):
        said = f": “{_quoted(data.decode(errors='replace'))}”" if data.strip() else ""
        raise RemoteFailed(endpoint.url, f"{_NO_COMPLETION}{said}", _AGAIN)
    if error := event.get("error"):
        raise RemoteFailed(endpoint.url, f"failed: {_quoted(_message(error))}", _AGAIN)
    return event


def _has_ended(event: dict[str, Any]) -> bool:
    """Whether an event says that it ends the text: not every server says so once more."""
    choices = event.get("choices")
    last = choices[-1] if isinstance(choices, list) and choices else None
    return isinstance(last, dict) and last.get("finish_reason") is not None


def _refusal(endpoint: Endpoint, answer: httpx.Response, said: bytes) -> RemoteFailed:
    """Return what an answer that is no success means."""
    try:
        told = json.loads(said)
        message = _message(told.get("error") or told) if isinstance(told, dict) else ""
    except (ValueError, RecursionError):
        message = ""
    why = f": {_quoted(message)}" if message else ""
    status = answer.status_code
    advice = _ADVICE.get(401 if status == 403 else status, _AGAIN)
    what = f"answered {status} {answer.reason_phrase}".rstrip() + why
    return RemoteFailed(endpoint.url, what, advice, status=status, retry_after=_retry_after(answer))


def _retry_after(answer: httpx.Response) -> float | None:
    """Return the seconds in a Retry-After header, which has them as a number or as a date."""
    said = answer.headers.get("retry-after", "").strip()
    try:
        seconds = float(said)
    except ValueError:
        try:
            seconds = email.utils.parsedate_to_datetime(said).timestamp() - time.time()
        except ValueError:
            return None
    return min(max(0.0, seconds), LONGEST_REST) if math.isfinite(seconds) else None


def _message(error: Any) -> str:
    if isinstance(error, dict):
        return str(error.get("message") or error.get("detail") or error.get("type") or "")
    return str(error)


def _quoted(text: str) -> str:
    """Return what a server says in one line, not all of it, to be followed by a full stop of ours."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * LONGEST_QUOTE]).split())
    return line[:LONGEST_QUOTE].rstrip(". ")
