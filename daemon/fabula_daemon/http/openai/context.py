"""/api/context: what the canon and earlier chapters have to say at the cursor, for a program that asks.

Continue's `http` context provider sends {query, fullInput} and takes items of {name, description, content}.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from fabula_daemon.completion.cursor import Cursor, Outside, locate
from fabula_daemon.completion.grounding.facts import BEFORE, FACTS, PLACES, RULES, WORLD
from fabula_daemon.completion.grounding.grounder import Grounder, Place, Story
from fabula_daemon.completion.grounding.prompt import AFTER
from fabula_daemon.completion.grounding.recall import PASSAGES
from fabula_daemon.errors import Unserved
from fabula_daemon.http.openai.aiming import read
from fabula_daemon.http.openai.asked import sound
from fabula_daemon.http.openai.locating import find
from fabula_daemon.http.openai.proxy import Engines

_LONGEST_DESCRIPTION = 200
_NAMES = {
    WORLD: "Who is here",
    FACTS: "What is known of them",
    PLACES: "Places and things",
    RULES: "Rules of the world",
    BEFORE: "The story so far",
    AFTER: "What follows",
    PASSAGES: "Passages of earlier chapters",
}


class Context:
    """Answers for one story. `where` says which chapter, and where in it, the author wrote last.

    The `grounder` is to be one of its own: a question that somebody asks is not to change what suggestions
    are made of.
    """

    def __init__(
        self,
        desk: Story,
        grounder: Grounder,
        engines: Callable[[], Engines],
        where: Callable[[], tuple[str, int] | None],
    ) -> None:
        self._desk, self._grounder, self._engines, self._where = desk, grounder, engines, where

    async def items(self, body: Any) -> list[dict[str, str]]:
        """Return what bears on a question at the cursor. Raises Unserved, ModelError."""
        if not isinstance(body, dict):
            raise Unserved("The body must be a JSON object.")
        query, whole = body.get("query"), body.get("fullInput")
        for name, value in (("query", query), ("fullInput", whole)):
            if not isinstance(value, str | None):
                raise Unserved(f"`{name}` must be a text.", param=name)
        engines = self._engines()
        engine = engines.current()
        if not engine.ready:
            await engines.until_ready()
            engine = engines.current()
        place = await self._place(sound(query or ""), sound(whole or ""))
        ground = await self._grounder.ground(place, engine, max_tokens=engine.context // 4)
        return [
            {
                "name": _NAMES.get(part.heading, part.heading.strip("[]")),
                "description": ", ".join(part.told)[:_LONGEST_DESCRIPTION],
                "content": "\n".join(part.lines).strip(),
            }
            for part in ground.parts
            if part.lines
        ]

    async def _place(self, query: str, whole: str) -> Place:
        """Return the author's place, with the question as what comes next there: whom it names is present."""
        path, before = await self._before(whole)
        question = " ".join((whole if query in whole else f"{query}\n{whole}").split())
        prose = await read(f"{before}\n\n{question}".strip())
        cursor = locate(prose, len(prose.text))
        if isinstance(cursor, Outside):  # code, say, which is no prose
            cursor = Cursor(question)
        return Place(path, len(prose.text), prose, cursor)

    async def _before(self, whole: str) -> tuple[str, str]:
        """Return the chapter in which the author is, and its text up to there."""
        opened = [path for path in self._desk.open_paths() if self._desk.kind(path) == "chapter"]
        texts = {path: text for path in opened if (text := self._desk.text(path)) is not None}
        if found := find(whole, "", texts.items()):
            return found.path, found.text[: found.offset]
        path, offset = self._where() or ("", 0)
        text = await asyncio.to_thread(self._desk.text, path) if path else None
        return path, (text or "")[:offset]
