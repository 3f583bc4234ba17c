"""An answer while it is being written: its choices side by side, and in the end what it took."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from fabula_daemon.completion.engines import Engine, Piece, Prompt, Usage
from fabula_daemon.completion.why import PROXIED, Rejected
from fabula_daemon.errors import ModelError

GONE, FAILED = "the program has gone", "the model failed"  # what else than PROXIED an answer may end with

Written = AsyncGenerator[tuple[int, Piece], None]
_Queue = asyncio.Queue[tuple[int, Piece] | Exception | None]


@dataclass
class Reply:
    """What `engine` writes: iterate over the pieces, each with the number of its choice, and close it in the
    end.

    `headers` tell what was added to what the client sent. `usage`, `texts`, and the names that were
    `rejected` are complete when nothing more comes; then `over` is called, with what ended it.
    """

    identity: str
    engine: Engine
    headers: dict[str, str]
    rejected: list[Rejected]
    texts: list[str]
    over: Callable[["Reply", str], None]
    usage: Usage = field(default_factory=Usage)
    _first: tuple[int, Piece] | None = None
    _rest: Written | None = None
    _ended: bool = False

    async def begin(self, written: Written) -> None:
        """Wait for the first piece. Raises what `written` does."""
        self._rest = written
        try:
            self._first = await anext(written)
        except ModelError:
            raise  # another engine may answer
        except BaseException:
            await self.aclose()
            raise

    async def __aiter__(self) -> AsyncIterator[tuple[int, Piece]]:
        """Yield all pieces. Raises ModelError if the engine fails."""
        assert self._first is not None
        assert self._rest is not None
        yield self._took(*self._first)
        try:
            async for number, piece in self._rest:
                yield self._took(number, piece)
        except ModelError:
            self._end(FAILED)
            raise
        self._end(PROXIED)

    async def aclose(self) -> None:
        """Stop what is still being written."""
        if self._rest is not None:
            await self._rest.aclose()
        self._end(GONE)

    def _end(self, how: str) -> None:
        if not self._ended:
            self._ended = True
            self.over(self, how)

    def _took(self, number: int, piece: Piece) -> tuple[int, Piece]:
        self.texts[number] += piece.text
        if piece.usage:
            self.usage.add(piece.usage)
        return number, piece


async def plain(engine: Engine, prompt: Prompt) -> AsyncGenerator[Piece, None]:
    """Yield what an engine writes as it writes it; the last piece, without text, tells how it ended, and what
    it took. Raises ModelError as the engine does.
    """
    usage, finish = Usage(), "stop"
    async with aclosing(engine.stream(prompt)) as pieces:
        async for piece in pieces:
            usage.generated += piece.tokens
            if piece.usage:
                usage.prompt, usage.reused = piece.usage.prompt, piece.usage.reused
            finish = piece.finish or finish
            if piece.text:
                yield Piece(piece.text, piece.logprob, piece.tokens)
    yield Piece("", finish=finish, usage=usage)


async def side_by_side(streams: Sequence[AsyncGenerator[Piece, None]]) -> Written:
    """Yield what several streams do as it comes, with their numbers. The first that fails ends them all."""
    if len(streams) == 1:
        async with aclosing(streams[0]) as pieces:
            async for piece in pieces:
                yield 0, piece
        return
    come: _Queue = asyncio.Queue()
    tasks = [
        asyncio.create_task(_follow(number, pieces, come), name="choice")
        for number, pieces in enumerate(streams)
    ]
    try:
        running = len(tasks)
        while running:
            told = await come.get()
            if isinstance(told, Exception):
                raise told
            if told is None:
                running -= 1
            else:
                yield told
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _follow(number: int, stream: AsyncGenerator[Piece, None], come: _Queue) -> None:
    """Put what a stream yields into the queue, and None or its error at the end."""
    try:
        async with aclosing(stream) as pieces:
            async for piece in pieces:
                come.put_nowait((number, piece))
    except Exception as error:
        come.put_nowait(error)
    else:
        come.put_nowait(None)
