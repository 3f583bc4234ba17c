"""The embedded engine: a small model run by transformers in a process of its own, on one thread, on any
machine.
"""

import asyncio
import contextlib
import logging
import math
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil

from fabula_daemon.completion.engines import (
    Alternative,
    Distribution,
    Piece,
    Prompt,
    Usage,
    adapters,
    tensors,
)
from fabula_daemon.completion.engines.counting import load_tokenizer, tokens_in
from fabula_daemon.completion.engines.directory import ADVICE, STARTER, ModelDirectory, inspect
from fabula_daemon.errors import ExtraMissing, ModelError, ModelMissing, WireError, WorkerDied
from fabula_daemon.processes import BACKOFF, Worker, keep_alive

Answer = dict[str, Any] | ModelError

logger = logging.getLogger(__name__)

WORKER = "fabula_daemon.completion.engines.transformers_worker"
ENVIRONMENT = {
    "HF_HUB_OFFLINE": "1",  # nothing is ever fetched
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "OMP_NUM_THREADS": "1",  # the other cores are the author's
    "TOKENIZERS_PARALLELISM": "false",
}


class TransformersEngine:
    """Continues prose with the model in `directory`, and the LoRA adapter in `adapter` if there is one.

    Its process is started again when it dies, later each time. While it loads or is being restarted, `ready`
    is false; once `problem` is set it will not be tried again.
    """

    name = "transformers"

    def __init__(
        self,
        directory: Path = STARTER,
        *,
        adapter: Path | None = None,
        log: Path | None = None,
        backoff: Sequence[float] = BACKOFF,
    ) -> None:
        self.model = directory.name
        self.problem: str | None = None
        self.note: str | None = None
        self.context = 0
        self.usage = Usage()
        self._directory, self._adapter = directory, adapter
        self._log, self._backoff = log, backoff
        self._tokenizer: Any = None
        self._running: asyncio.Task[None] | None = None
        self._worker: Worker | None = None
        self._ready = asyncio.Event()
        self._streams: dict[int, asyncio.Queue[Answer]] = {}
        self._number = 0
        self.count = lru_cache(maxsize=2048)(self._count)

    @property
    def ready(self) -> bool:
        """Whether the model is loaded."""
        return self._ready.is_set()

    @property
    def pid(self) -> int | None:
        """The number of the model's process."""
        return self._worker.pid if self._worker else None

    async def start(self) -> None:
        """Begin to load the model. Raises ModelMissing if it or the adapter cannot be used, ExtraMissing
        without the packages of the extra `local`.
        """
        try:
            if not all(find_spec(package) for package in ("torch", "transformers", "tokenizers")):
                raise ExtraMissing("The embedded language model")
            found = await asyncio.to_thread(inspect, self._directory)
            model = await asyncio.to_thread(_name, found, self._adapter)
            await asyncio.to_thread(_must_fit, found)
            self._tokenizer = await asyncio.to_thread(load_tokenizer, found.path)
        except ModelError as error:
            self.problem = str(error)
            raise
        self.model, self.context, self.problem = model, found.context, None
        self._running = asyncio.create_task(
            keep_alive(self._run, self._died, backoff=self._backoff), name="language model"
        )

    async def stop(self) -> None:
        """End the model's process."""
        if self._worker:
            await self._worker.stop()
            self._worker = None
        if self._running:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running
            self._running = None

    async def until_ready(self) -> None:
        """Wait until the model is loaded. Raises ModelError if it never will be."""
        if self._running:
            loaded = asyncio.ensure_future(self._ready.wait())
            await asyncio.wait({loaded, self._running}, return_when=asyncio.FIRST_COMPLETED)
            loaded.cancel()
        if not self.ready:
            raise ModelError(self.problem or "The language model has not been started.")

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        """Yield the continuation of `prompt` as it is written; closing the iterator stops the model at once.

        Raises ModelError if the model is not loaded or fails at this prompt, WorkerDied if its process ends.
        """
        async with self._asking() as (worker, number, messages):
            done = False
            try:
                await worker.send(
                    {
                        "generate": number,
                        "text": prompt.text,
                        "opening": prompt.opening,
                        "banned": prompt.banned,
                        "seed": prompt.seed,
                        "max_tokens": prompt.max_tokens,
                        "temperature": prompt.temperature,
                        "top_p": prompt.top_p,
                        "stop": prompt.stop,
                    }
                )
                while not done:
                    message = await messages.get()
                    if isinstance(message, ModelError):
                        raise message
                    done = "done" in message
                    if not done:
                        yield Piece(message["text"], message["logprob"], message["tokens"])
                    elif message["error"]:
                        raise ModelError(f"The language model failed at this place: {message['error']}")
                    else:
                        yield Piece("", 0.0, 0, message["finish"], _usage(message))
            finally:
                if not done:
                    with contextlib.suppress(WorkerDied):
                        await worker.send({"abort": number})

    async def distribution(self, prompt: Prompt, top: int) -> Distribution:
        """Return what the model would write next at `prompt`: the `top` likeliest of its tokens.

        Raises ModelError if the model is not loaded or fails, WorkerDied if its process ends.
        """
        async with self._asking() as (worker, number, messages):
            question = {"weigh": number, "text": prompt.text, "opening": prompt.opening, "top": top}
            await worker.send(question)
            message = await messages.get()
        if isinstance(message, ModelError):
            raise message
        if message["error"]:
            raise ModelError(f"The language model failed at this place: {message['error']}")
        likeliest = tuple(Alternative(text, logprob) for text, logprob in message["likeliest"])
        return Distribution(likeliest, message["complete"])

    @contextlib.asynccontextmanager
    async def _asking(
        self,
    ) -> AsyncIterator[tuple[Worker, int, "asyncio.Queue[Answer]"]]:
        """Yield the worker, the number of a question to it, and where its answers come."""
        worker = self._worker
        if worker is None or not self.ready:
            raise ModelError(self.problem or "The language model is not loaded yet.")
        self._number += 1
        number = self._number
        messages = self._streams[number] = asyncio.Queue[Answer]()
        try:
            yield worker, number, messages
        finally:
            del self._streams[number]

    async def _run(self) -> None:
        """Start the model's process and hand its messages on until it ends."""
        worker = self._worker = await Worker.start(
            "language model",
            [WORKER, *map(str, (self._directory, self.context, *([self._adapter] if self._adapter else [])))],
            env=ENVIRONMENT,
            log=self._log,
        )
        try:
            async for message in worker:
                if "unusable" in message:
                    what = f"{self._directory}{f' with {self._adapter}' if self._adapter else ''}"
                    missing = ModelMissing(f"{what} cannot be used: {message['unusable']}.", ADVICE)
                    self.problem = str(missing)
                    logger.error("%s", missing)
                    return
                self._take(message)
        finally:
            self._ready.clear()
            for messages in self._streams.values():
                messages.put_nowait(WorkerDied("language model", None))
            await worker.stop()
            self._worker = None

    def _take(self, message: dict[str, Any]) -> None:
        if "ready" in message:
            self._ready.set()
            self.note = None
            return
        if "done" in message:
            self.usage.add(_usage(message))
        number = next(message[key] for key in ("piece", "weighed", "done") if key in message)
        messages = self._streams.get(number)
        if messages is not None:
            messages.put_nowait(message)

    def _died(self, error: WorkerDied | WireError) -> None:
        self.note = str(error)
        logger.warning("%s", error)

    def _count(self, text: str) -> int:
        return tokens_in(text, self._tokenizer)


def _usage(message: dict[str, Any]) -> Usage:
    return Usage(message["prompt"], message["reused"], message["generated"], message["cut"])


def _name(found: ModelDirectory, adapter: Path | None) -> str:
    """Return what the author is shown: model and adapter, each with a short hash of its weights. Raises
    ModelMissing if the adapter is not one for this model.
    """
    if adapter is None:
        return found.name
    held = adapters.read(adapter)
    adapters.fits(held, found)
    return f"{found.name} + {adapter.resolve().name} {held.fingerprint[:8]}"


def _must_fit(found: ModelDirectory) -> None:
    """Raise ModelMissing if the model, in float32, takes more than the memory that is free."""
    needed = sum(4 * math.prod(tensor.shape) for tensor in tensors.read_all(found.path).values())
    free = psutil.virtual_memory().available
    if needed > free:
        raise ModelMissing(
            f"{found.path} takes {needed / 1e9:,.1f} GB of memory here, and {free / 1e9:,.1f} GB are free.",
            "A model of this size needs vLLM and a graphics card: `fabula serve setup`, and "
            'engine = "vllm" under [model] in fabula.toml.',
        )
