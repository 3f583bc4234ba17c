"""Another adapter in place of one that is in use, while the author types on.

vLLM keys its prefix cache by an adapter's name and path, so one that is overwritten in place writes stale
text. Here each is copied into a folder named by its content, loaded under such a name, and warmed; then
requests ask for the new name. The old one is let go when nobody waits for it. Going back is the same.

Merged weights are a server of another model: `ModelServer.change`. (vLLM can load weights in place, but only
with its development routes open, which ask for no key.)
"""

import asyncio
import contextlib
import logging
import re
from dataclasses import dataclass
from pathlib import Path

import httpx

from fabula_daemon.completion.engines import adapters
from fabula_daemon.completion.engines.directory import inspect
from fabula_daemon.errors import ModelError, ServerFailed
from fabula_daemon.serving.copies import preserve
from fabula_daemon.serving.group import Group
from fabula_daemon.serving.probe import LIKE_AN_ENGINE, QUESTION, client_of
from fabula_daemon.serving.sharing import Record, Share

LOAD_LIMIT_S = 120.0  # of a large adapter onto a card that is busy
DRAIN_LIMIT_S = 60.0
_POLL_S = 0.25
_IN_USE = re.compile(
    r'^vllm:lora_requests_info\{.*?running_lora_adapters="([^"]*)",waiting_lora_adapters="([^"]*)"\} (\S+)$',
    re.MULTILINE,
)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Loaded:
    """An adapter that a server has: what to ask for, what the author is shown, and where its copy lies."""

    name: str
    title: str
    path: Path


class Swapper:
    """The adapter of one story on the server that all share.

    `loaded` is what requests ask for, None for the model itself; `refusal` says why the adapter that is
    wanted is not used.
    """

    def __init__(self, share: Share, wanted: Path | None) -> None:
        self.loaded: Loaded | None = None
        self.refusal: str | None = None
        self._share, self._wanted = share, wanted
        self._equipped: Group | None = None
        self._coming = ""  # the name of what is being loaded
        self._letting_go: set[asyncio.Task[None]] = set()

    async def equip(self, record: Record) -> None:
        """Have a server that was not asked before load what is wanted; it is of use without, too."""
        if record.group == self._equipped:
            return
        self.loaded = self.refusal = None
        if self._wanted is not None:
            try:
                self._use(await self._load(record, self._wanted))
            except ModelError as error:
                self.refusal = str(error)
                logger.warning("%s", error)
        self._equipped = record.group

    async def swap(self, record: Record | None, adapter: Path | None) -> Path | None:
        """Use `adapter`, or none, from the next request on; if there is no server, from when there is one.

        Return what was in use before. Raises ModelError if it cannot be; then all is as before, and `refusal`
        says why.
        """
        before = self.loaded
        previous = before.path if before else self._wanted
        try:
            loaded = await self._load(record, adapter) if record is not None and adapter is not None else None
        except ModelError as error:
            self.refusal = str(error)
            raise
        self._wanted = adapter
        if (
            record is not None and record.group != self._equipped
        ):  # it has died meanwhile: the next one loads it
            return previous
        self._use(loaded)
        if record is not None and before is not None and before != loaded:
            task = asyncio.create_task(self._let_go(record, before.name), name="unload an adapter")
            self._letting_go.add(task)
            task.add_done_callback(self._letting_go.discard)
        return previous

    async def stop(self) -> None:
        """Forget the server."""
        self.loaded = self._equipped = None
        for task in self._letting_go:
            task.cancel()
        await asyncio.gather(*self._letting_go, return_exceptions=True)

    def _use(self, loaded: Loaded | None) -> None:
        self.loaded, self.refusal = loaded, None
        self._wanted = loaded.path if loaded else self._wanted
        self._share.join(adapter=loaded.name if loaded else "")

    async def _load(self, record: Record, directory: Path) -> Loaded:
        """Have the server load an adapter and write with it.

        Raises ModelMissing if it does not fit the server's model, ServerFailed if the server does not take
        it.
        """
        path, fingerprint = await asyncio.to_thread(_checked_copy, record, directory, self._share)
        self._coming = name = f"{path.name}-{fingerprint}"
        self._share.join(adapter=name)  # that another story does not unload it now
        async with client_of(record, LOAD_LIMIT_S) as client:
            try:
                reply = await _written(client, name)
                if reply.status_code == httpx.codes.NOT_FOUND:
                    asked = {"lora_name": name, "lora_path": str(path)}
                    reply = await client.post("/v1/load_lora_adapter", json=asked)
                    if reply.status_code == httpx.codes.OK:
                        reply = await _written(client, name)
            except httpx.HTTPError as error:
                raise _refused(directory, f"it does not answer ({type(error).__name__})") from error
            finally:
                self._coming = ""
                self._share.join(adapter=self.loaded.name if self.loaded else "")
        if reply.status_code != httpx.codes.OK:
            raise _refused(directory, reply.text[:300])
        return Loaded(name, f"{path.name} {fingerprint[:8]}", path)

    async def _let_go(self, record: Record, name: str) -> None:
        """Unload an adapter when no request waits for it, or has for too long, unless somebody wants it."""
        async with client_of(record, LOAD_LIMIT_S) as client:
            with contextlib.suppress(httpx.HTTPError):
                with contextlib.suppress(TimeoutError):  # vLLM ends what runs as it began, even then
                    async with asyncio.timeout(DRAIN_LIMIT_S):
                        busy = True
                        while busy:
                            await asyncio.sleep(_POLL_S)  # for what has read the name, and not yet asked
                            busy = name in in_use((await client.get("/metrics")).text)
                mine = self.loaded.name if self.loaded else ""
                if name not in {self._coming, mine, *(user.adapter for user in self._share.others())}:
                    await client.post("/v1/unload_lora_adapter", json={"lora_name": name})


def in_use(metrics: str) -> set[str]:
    """Return the adapters of requests that run or wait: the latest of what the server's metrics tell."""
    running, waiting, _ = max(_IN_USE.findall(metrics), key=lambda row: float(row[2]), default=("", "", ""))
    return {name for name in f"{running},{waiting}".split(",") if name}


def _checked_copy(record: Record, directory: Path, share: Share) -> tuple[Path, str]:
    adapter = adapters.check(directory, inspect(Path(record.directory)), record.lora_rank)
    used = {user.adapter.rpartition("-")[2] for user in share.others()}
    return preserve(adapter, share.folder / "adapters", used), adapter.fingerprint


async def _written(client: httpx.AsyncClient, name: str) -> httpx.Response:
    return await client.post("/v1/completions", json={"model": name, "prompt": QUESTION, **LIKE_AN_ENGINE})


def _refused(directory: Path, reason: str) -> ServerFailed:
    return ServerFailed(
        f"The model server does not take the adapter {directory}: {reason}.",
        "The one before stays in use.",
    )
