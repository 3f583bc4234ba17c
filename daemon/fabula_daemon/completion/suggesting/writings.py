"""All that is being written and was written lately: found again where an author has typed on, begun where
nothing is, and begun ahead of her, where she will be if she accepts what she was shown.
"""

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from fabula_daemon.completion.cursor import Outside, locate
from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.grounding.grounder import Place
from fabula_daemon.completion.suggesting.recent import Recent, Spot
from fabula_daemon.completion.suggesting.typist import Key, Typist, Typists
from fabula_daemon.completion.suggesting.writer import Writer
from fabula_daemon.completion.suggesting.writing import Writing
from fabula_daemon.config import CompletionSettings
from fabula_daemon.story.text.prose import Prose


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks where: at `offset` of the chapter at `path`, which reads as `prose`.

    `version` is what has to be the same for anything that was written to count still.
    """

    typist: Typist
    path: str
    offset: int
    prose: Prose
    version: Hashable
    settings: CompletionSettings
    at: float


class Writings:
    """What `writer` writes, for everybody. `unused` hears of what is forgotten and nobody was told of."""

    def __init__(self, writer: Writer, unused: Callable[[Writing], None]) -> None:
        self._writer = writer
        self._recent = Recent[Writing](lambda writing: None if writing.told else unused(writing))
        self._typists = Typists()

    def typist(self, client: object, path: str) -> Typist:
        """Return a client in a document."""
        return self._typists.at(client, path)

    def find(self, asked: Asked) -> tuple[Writing, str] | None:
        """Return what was written, or is being written for her, where she has typed nothing else since, and
        what she has typed.
        """

        def stands(writing: Writing, typed: str) -> bool:
            return bool(writing.rests(typed)) or (writing.silent and not typed)

        def comes(writing: Writing, typed: str) -> bool:
            return writing.owner == asked.typist.key and writing.may_lead_on_from(typed)

        return self._find(asked, stands) or self._find(asked, comes)

    def begin(self, asked: Asked, place: Place, engine: Engine) -> Writing:
        """Begin to write at the cursor, before everything that is written ahead for anybody."""
        asked.typist.stop_writing()
        for typist in self._typists:
            typist.stop_ahead()
        spot = Spot.at(place.path, place.prose.text, place.offset, asked.version)
        return self._begin(asked, place, spot, engine, wanted=asked.settings.candidates)

    def look_ahead(self, asked: Asked, shown: str, *, after: float, engine: Callable[[], Engine]) -> None:
        """Begin to write what would follow `shown`, when she has not asked again for so many seconds, and as
        soon as nothing else is being written.
        """

        def write() -> None:
            if all(writing.complete for writing in self._recent):
                self._write_ahead(asked, shown, engine())
            else:
                asked.typist.call_later(after, write)

        asked.typist.call_later(after, write)

    def drop(self, writing: Writing) -> None:
        """Forget what has failed."""
        self._recent.drop(writing)

    async def close(self) -> None:
        """Let nothing be written any more, wait until the engines have been told, and forget everything."""
        for typist in self._typists:
            typist.call_off()
        await asyncio.gather(*(writing.closed() for writing in self._recent))
        self._recent.clear()

    def _find(self, asked: Asked, fits: Callable[[Writing, str], bool]) -> tuple[Writing, str] | None:
        return self._recent.find(asked.path, asked.prose.text, asked.offset, asked.version, fits)

    def _begin(self, asked: Asked, place: Place, spot: Spot, engine: Engine, *, wanted: int) -> Writing:
        owner: Key = asked.typist.key
        writing = self._writer.begin(place, spot, engine, asked.settings, owner=owner, wanted=wanted)
        self._recent.keep(writing)
        return writing

    def _write_ahead(self, asked: Asked, shown: str, engine: Engine) -> None:
        """Write what would follow, if that is prose behind a whole line and has not been written yet."""
        cursor, whole, offset = locate(asked.prose, asked.offset), asked.prose.text, asked.offset
        if not engine.ready or isinstance(cursor, Outside) or cursor.after.strip():
            return
        spot = Spot.at(
            asked.path, f"{whole[:offset]}{shown}{whole[offset:]}", offset + len(shown), asked.version
        )
        if not any(writing.spot == spot for writing in self._recent):
            behind = replace(cursor, before=cursor.before + shown)
            place = Place(asked.path, offset, asked.prose, behind)
            asked.typist.ahead = self._begin(asked, place, spot, engine, wanted=1)
