"""The daemon put together: everything is built here, started in order, and stopped in reverse."""

import asyncio
import contextlib
import logging
import os
import time
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from starlette.routing import Route

from fabula_daemon import __version__, collection, extensions, lifecycle, log, platforms
from fabula_daemon.completing import Completing
from fabula_daemon.completion.grounding.grounder import Grounder
from fabula_daemon.completion.suggesting.suggest import Request, Suggestion
from fabula_daemon.completion.weighing import Explanation
from fabula_daemon.config import Settings
from fabula_daemon.desk import Desk
from fabula_daemon.engines import Maker
from fabula_daemon.http import api, server
from fabula_daemon.http.openai.context import Context
from fabula_daemon.http.openai.proxy import Proxy
from fabula_daemon.http.openai.routes import routes
from fabula_daemon.index.index import Changed, Index
from fabula_daemon.index.search import Hit
from fabula_daemon.sessions import Services
from fabula_daemon.story.people.names import Names
from fabula_daemon.watch import Watcher

IDLE_S = 600.0

_log = logging.getLogger(__name__)


class Daemon:
    """The daemon of the story at `root`: what it holds, and what it answers."""

    def __init__(self, root: Path, state: Path, *, idle_s: float = IDLE_S) -> None:
        self.root, self._idle_s = root, idle_s
        self.index = Index(root, state, self._learn, self._learn_all)
        self.desk = Desk(root, self.index.names_of, self._new_settings)
        self.settings: Settings = self.desk.world.settings
        maker = Maker(root, state, self.settings.story.title or root.name)
        self.completing = Completing(self.desk, state, maker, self._recall)
        self.watcher = Watcher(root, self.settings, self._changed_on_disk)
        suggester = self.completing.suggester
        self._grounder = Grounder(self.desk, self._recall, freezes=False)  # for questions
        self._services = Services(
            self.desk, suggester.suggest, lambda: suggester.last, self.completing.learning, __version__
        )
        self._serve_session = extensions.session("lsp")
        self._editors = 0
        self._began = self._used_at = time.monotonic()
        self._stop = asyncio.Event()
        self._http_port = 0
        self._endpoint = platforms.Endpoint()

    async def run(self) -> None:
        """Serve until told to stop, or until nobody has used it for a while."""
        async with contextlib.AsyncExitStack() as stack:
            await self.index.start()
            stack.push_async_callback(self.index.stop)
            await self.completing.start()
            stack.push_async_callback(self.completing.stop)
            stack.callback(self._grounder.close)
            self.watcher.start()
            stack.push_async_callback(self.watcher.stop)
            token = lifecycle.token(self.root)
            serving = server.serving(api.build(self, token, self._proxied()))
            self._http_port = await stack.enter_async_context(serving)
            sessions, self._endpoint = await platforms.listen(self.root, token, self._session)
            stack.callback(platforms.forget, self._endpoint)
            stack.callback(sessions.close)
            lifecycle.announce(self.root, self._endpoint, self._http_port)
            collection.begin()
            _log.info(
                "started", extra={"story": str(self.root), "pid": os.getpid(), "http_port": self._http_port}
            )
            platforms.on_signals_to_stop(asyncio.get_running_loop(), self.stop)
            await self._until_stopped()
            _log.info("stopping")

    # What the HTTP API asks

    def status(self) -> dict[str, Any]:
        """Return what the daemon does at the moment, as plain data."""
        return {
            "version": __version__,
            "story": str(self.root),
            "title": self.settings.story.title or self.root.name,
            "pid": os.getpid(),
            "up_s": round(time.monotonic() - self._began, 1),
            "memory_mb": platforms.resident_mb(),
            "editors": self._editors,
            "listening": asdict(self._endpoint) | {"http": self._http_port},
            "chapters": len(self.desk.world.chapters),
            "entities": len(self.desk.canon.entities),
            "index": asdict(self.index.progress()),
            **self.completing.status(),
        }

    def stop(self) -> None:
        """Begin to stop."""
        self._stop.set()

    def used(self) -> None:
        """Somebody asked something: the daemon is in use."""
        self._used_at = time.monotonic()

    async def search(self, query: str, k: int) -> list[Hit]:
        """Return the passages that answer a query, best first."""
        return await self.index.search(query, k)

    async def suggest(self, request: Request) -> list[Suggestion]:
        """Return what could stand at a place."""
        return await self.completing.suggester.suggest(request)

    async def explain(self, path: str, offset: int, top: int) -> Explanation:
        """Return what the model would write next at a place, with the canon and without it."""
        return await self.completing.explain(path, offset, top)

    def why(self) -> dict[str, Any] | None:
        """Return why the last suggestion was shown or withheld."""
        last = self.completing.suggester.last
        return asdict(last) if last else None

    def _proxied(self) -> list[Route]:
        """Return the endpoints for programs that speak as OpenAI does."""
        completing = self.completing

        def where() -> tuple[str, int] | None:
            last = completing.suggester.last
            return (last.path, last.offset) if last else None

        proxy = Proxy(
            self.desk, completing.grounder, lambda: completing.engines, told=completing.learning.told
        )
        context = Context(self.desk, self._grounder, lambda: completing.engines, where)
        return routes(proxy, context, self.used)

    # What happens

    def _learn(self, changed: Changed) -> None:
        self.desk.learn(changed.path, changed.before, changed.after)

    def _learn_all(self, names: Names) -> None:
        self.desk.learn_all(names)
        collection.set_aside()

    def _changed_on_disk(self, paths: frozenset[str] | None) -> None:
        self.index.touch(paths)
        self.completing.changed(paths)
        if paths is None or any(self.desk.kind(path) in ("sheet", "settings") for path in paths):
            self.desk.disk_changed()

    def _new_settings(self, settings: Settings) -> None:
        """fabula.toml has changed: all is heeded but the embedding model, which waits for the next start."""
        before, self.settings = self.settings, settings
        self.completing.heed(settings)
        if before.story != settings.story:
            self.watcher.follow(settings)
        if before.model.embedding != settings.model.embedding:
            _log.warning("[model] embedding has changed; it counts from the daemon's next start")

    async def _recall(self, query: str, k: int, before_chapter: int | None) -> list[Hit]:
        return await self.index.search(query, k, before_chapter=before_chapter)

    async def _session(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._editors += 1
        try:
            await self._serve_session(reader, writer, self._services)
        except Exception:
            _log.exception("a session ended by an error")
        finally:
            self._editors -= 1
            self.used()
            if not self._editors:
                collection.when_alone()

    async def _until_stopped(self) -> None:
        while not self._stop.is_set():
            idle = 0.0 if self._editors else time.monotonic() - self._used_at
            if idle >= self._idle_s:
                _log.info("nobody has been here for a while", extra={"idle_s": round(idle)})
                return
            collection.when_at_rest(self.desk.is_at_rest)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), max(0.05, min(5.0, self._idle_s - idle)))


@contextlib.asynccontextmanager
async def _logging(file: Path) -> AsyncIterator[None]:
    handler = log.write_to(file)
    try:
        yield
    finally:
        handler.close()


def run(root: Path, *, idle_s: float = IDLE_S) -> None:
    """Be the daemon of the story at `root`. Raises AlreadyRunning if there is one."""

    async def main(state: Path) -> None:
        async with _logging(state / "daemon.log"):
            await Daemon(root, state, idle_s=idle_s).run()

    platforms.heed_children()
    with lifecycle.hold(root) as state:
        asyncio.run(main(state))
