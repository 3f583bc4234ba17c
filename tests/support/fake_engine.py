"""An engine that writes what it is told to, a word at a time, and remembers what it was asked."""

import asyncio
from collections.abc import AsyncGenerator, Callable

from fabula_daemon.completion.engines import Alternative, Distribution, Piece, Prompt, Usage
from fabula_daemon.errors import ModelError

Answer = str | ModelError


class FakeEngine:
    """Answers each prompt with the next of `answers`, or with what `answer` makes of it.

    While `hold` is set, it waits before each piece until `released` is; with a `pace`, until it can acquire
    that (`waiting` counts the pieces before). After `fails_after` pieces of an answer it fails.
    """

    name = "fake"
    model = "fake 00000000"

    def __init__(
        self, *answers: Answer, answer: Callable[[Prompt], Answer] | None = None, context: int = 1024
    ) -> None:
        self.ready = True
        self.problem: str | None = None
        self.note: str | None = None
        self.context = context
        self.usage = Usage()
        self.logprob: float | None = None
        self.sureness: Callable[[Prompt], float | None] = lambda _: self.logprob
        self.weights: tuple[Alternative, ...] = ()
        self.prompts: list[Prompt] = []
        self.stopped_early: list[Prompt] = []
        self.hold = False
        self.pace: asyncio.Semaphore | None = None
        self.waiting = 0
        self.running = 0
        self.fails_after: int | None = None
        self.awaited = False
        self.loaded = asyncio.Event()
        self.released = asyncio.Event()
        self._answers = iter(answers)
        self._answer = answer or (lambda _: next(self._answers, ""))

    def count(self, text: str) -> int:
        return len(text.split())

    async def start(self) -> None:
        self.ready = True
        self.loaded.set()

    async def until_ready(self) -> None:
        if self.problem:
            raise ModelError(self.problem)
        self.awaited = True
        await self.loaded.wait()

    async def stop(self) -> None:
        self.ready = False

    async def distribution(self, prompt: Prompt, top: int) -> Distribution:
        return Distribution(self.weights[:top], complete=len(self.weights) <= top)

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        self.prompts.append(prompt)
        self.running += 1
        finished = False
        try:
            answer = self._answer(prompt)
            if isinstance(answer, ModelError):
                raise answer
            for number, piece in enumerate(answer.replace(" ", "\0 ").split("\0")):
                if self.hold:
                    await self.released.wait()
                if self.pace:
                    self.waiting = number
                    await self.pace.acquire()
                if number == self.fails_after:
                    raise ModelError("The process ended.")
                yield Piece(piece, self.sureness(prompt))
            finished = True
        finally:
            self.running -= 1
            if not finished:
                self.stopped_early.append(prompt)
