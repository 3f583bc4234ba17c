"""What was told before a place, looked for in the background: the newest question counts."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass

from fabula_daemon.completion.grounding.looking_back import Past, Story, look_back
from fabula_daemon.index.search import Hit

Retrieve = Callable[[str, int, int | None], Awaitable[list[Hit]]]
"""Returns the best passages for a query, at most so many, of chapters before the one of that number."""

WANTED = 24  # passages that are asked for: many are sheets, which are no passages of the story

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Question:
    scene: Hashable
    query: str
    chapter: int


class Recollection:
    """What is known of the time before one chapter: the `past`, the passages found last (`hits`), and those
    that a prompt has `shown` last.
    """

    def __init__(self, story: Story, retrieve: Retrieve | None) -> None:
        self.past = Past()
        self.hits: Sequence[Hit] = ()
        self.shown: tuple[Hit, ...] = ()
        self._story, self._retrieve = story, retrieve
        self._answered: _Question | None = None
        self._asked: _Question | None = None
        self._task: asyncio.Task[None] | None = None

    def knows(self, scene: Hashable) -> bool:
        """Whether the last answer is about a scene."""
        return self._answered is not None and self._answered.scene == scene

    def ask(self, scene: Hashable, query: str, chapter: int) -> None:
        """Begin to look for what was told before a place in a scene of a chapter."""
        question = _Question(scene, query, chapter)
        if question != self._answered:
            self._asked = question
            if self._task is None:
                self._task = asyncio.get_running_loop().create_task(self._answer(), name="recollection")

    async def wait(self, limit_s: float) -> None:
        """Wait until what was asked is known, but no longer."""
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=limit_s)

    def close(self) -> None:
        """Look for nothing any more."""
        if self._task is not None:
            self._task.cancel()

    async def _answer(self) -> None:
        try:
            while (question := self._asked) is not None and question != self._answered:
                if self._retrieve is not None:
                    self.hits = await self._found(self._retrieve, question)
                self.past = await asyncio.to_thread(look_back, self._story, question.chapter)
                self._answered = question
        finally:
            self._task = None

    async def _found(self, retrieve: Retrieve, question: _Question) -> Sequence[Hit]:
        """Return the passages found; without an index there are none, and a prompt does without."""
        try:
            return await retrieve(question.query, WANTED, question.chapter)
        except Exception:
            _log.exception("no passages of earlier chapters")
            return ()
