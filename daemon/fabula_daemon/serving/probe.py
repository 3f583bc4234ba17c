"""Whether a model server answers: it counts as ready, and as alive, when it completes a prompt.

/health is not enough: vLLM says 200 there while its engine is stopped, hangs, or will die at the first
prompt.
"""

import asyncio
import re

import httpx

from fabula_daemon.serving.sharing import Record

HEALTH_LIMIT_S = 5.0
QUESTION = "The"
LIKE_AN_ENGINE = {  # what suggestions make a server do: some of it is compiled when it is first done
    "max_tokens": 2,
    "temperature": 0.7,
    "top_p": 0.9,
    "frequency_penalty": 0.4,
    "seed": 1,
    "logprobs": 0,
}
_COUNTERS = re.compile(r"^vllm:(?:prompt|generation)_tokens_total\{.*$", re.MULTILINE)


class Probe:
    """Asks the server of one record whether it is there."""

    def __init__(self, record: Record) -> None:
        self._name = record.name
        self._client = client_of(record, HEALTH_LIMIT_S)
        self._counted: list[str] = []

    async def close(self) -> None:
        """Close its connections."""
        await self._client.aclose()

    async def is_up(self) -> bool:
        """Whether the server listens and says that it is well."""
        try:
            return (await self._client.get("/health")).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    async def answers(self, limit: float) -> bool:
        """Whether it completes a prompt within `limit` seconds, or gets on with what others have asked."""
        if not self._counted:
            await self._gets_on(limit)
        asked = {"model": self._name, "prompt": QUESTION, **LIKE_AN_ENGINE}
        try:
            async with asyncio.timeout(limit):
                reply = await self._client.post("/v1/completions", json=asked, timeout=None)
        except TimeoutError:
            return await self._gets_on(limit)
        except httpx.HTTPError:
            return False
        await self._gets_on(limit)
        return reply.status_code == httpx.codes.OK

    async def _gets_on(self, limit: float) -> bool:
        """Whether the server's own counters of tokens have grown since they were last looked at: then it is
        busy, and does not hang.
        """
        try:
            reply = await self._client.get("/metrics", timeout=min(limit, HEALTH_LIMIT_S))
        except httpx.HTTPError:
            return False
        before, self._counted = self._counted, _COUNTERS.findall(reply.text)
        return bool(before) and self._counted != before


def client_of(record: Record, timeout: float) -> httpx.AsyncClient:
    """Return a client of the server in `record`, to be closed."""
    return httpx.AsyncClient(
        transport=httpx.AsyncHTTPTransport(uds=record.uds),
        base_url=record.url,
        headers={"authorization": f"Bearer {record.key}"} if record.key else {},
        timeout=timeout,
    )
