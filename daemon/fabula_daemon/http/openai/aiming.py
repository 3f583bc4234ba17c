"""From what a client sends to the prompt: its words are found in the manuscript, and the real context is
built around them by the one maker of prompts. What is found nowhere is grounded as a page of no file yet.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from fabula_daemon.completion.cursor import Cursor, Outside, locate
from fabula_daemon.completion.engines import Engine, Prompt
from fabula_daemon.completion.gate.bans import bans
from fabula_daemon.completion.grounding.grounder import Grounder, Place, Story
from fabula_daemon.completion.grounding.prompt import Grounding, opening_of
from fabula_daemon.errors import Unserved
from fabula_daemon.http.openai import transcript
from fabula_daemon.http.openai.asked import Asked
from fabula_daemon.http.openai.locating import Found, find
from fabula_daemon.http.openai.markers import Around, around
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.text.prose import Prose, parse

_LARGE = 20_000  # characters, of which to read more takes milliseconds
_MOST_NAMES = 20
_PER_TOKEN = 64  # characters: no token has more


@dataclass(frozen=True)
class Spot:
    """Where a client is: `sent` is what it sent, `place` where that stands, if it is in the manuscript or
    could be; `how` is “manuscript”, “prompt” or “none”, and `reason` why none.
    """

    sent: str
    cursor: Cursor
    how: str
    place: Place | None = None
    reason: str = ""


@dataclass(frozen=True)
class Aim:
    """A prompt, and what the gate is to judge its continuation by."""

    spot: Spot
    prompt: Prompt
    setting: Setting
    grounding: Grounding | None = None

    def numbered(self, number: int) -> Prompt:
        """Return the prompt for one of several choices."""
        return replace(self.prompt, seed=self.prompt.seed + number)

    def told(self) -> dict[str, str]:
        """Return what was added to what the client sent, as headers; names and paths percent-encoded."""
        told = {"x-fabula-grounding": self.spot.how if self.grounding or self.spot.reason else "off"}
        if self.spot.reason:
            told["x-fabula-reason"] = self.spot.reason
        if self.grounding is None:
            return told
        if self.spot.place and self.spot.place.path:
            told["x-fabula-path"] = quote(self.spot.place.path)
            told["x-fabula-offset"] = str(self.spot.place.offset)
        told["x-fabula-people"] = ", ".join(map(quote, self.grounding.people[:_MOST_NAMES]))
        for name in ("facts", "passages", "left_out"):
            told[f"x-fabula-{name.replace('_', '-')}"] = str(len(getattr(self.grounding, name)))
        return told


class Aimer:
    """Finds where clients of one story are, and makes their prompts."""

    def __init__(self, desk: Story, grounder: Grounder) -> None:
        self._desk, self._grounder = desk, grounder

    async def spots(self, asked: Asked) -> list[Spot]:
        """Return where a client is, for each of its prompts."""
        if asked.is_chat:
            return [await self._in_chat(asked)]
        return [
            await self._spot(prompt, around(prompt) or Around(prompt, asked.suffix), asked.grounding)
            for prompt in asked.prompts
        ]

    async def aim(self, spot: Spot, asked: Asked, engine: Engine, *, seed: int) -> Aim:
        """Return the prompt for `engine` at a spot. Raises Unserved where it is longer than a model reads."""
        setting = self._desk.world.setting(spot.place.path if spot.place else "")
        asking = Prompt(
            "",
            banned=bans(setting) if asked.gate else (),
            seed=seed,
            max_tokens=most_tokens(asked, engine),
            temperature=asked.temperature,
            top_p=asked.top_p,
            stop=(*asked.stop, *(transcript.STOPS if asked.is_chat and spot.how != "manuscript" else ())),
        )
        if asked.grounding and spot.place:
            ground = await self._grounder.ground(spot.place, engine, max_tokens=asking.max_tokens)
            return Aim(spot, replace(asking, text=ground.text, opening=ground.opening), setting, ground)
        room = engine.context - asking.max_tokens
        if len(spot.sent) > _PER_TOKEN * room or engine.count(spot.sent) > room:
            raise Unserved(
                f"The prompt and {asking.max_tokens} tokens more are longer than the {engine.context} tokens "
                f"that {engine.model} reads.",
                param="messages" if asked.is_chat else "prompt",
                code="context_length_exceeded",
            )
        start = len(spot.sent) - len(opening_of(spot.sent))
        return Aim(spot, replace(asking, text=spot.sent[:start], opening=spot.sent[start:]), setting)

    async def _in_chat(self, asked: Asked) -> Spot:
        """Return where a chat is: at a page, if its last message ends as one does, or by itself."""
        last = asked.messages[-1].text
        marked = around(last)
        if asked.grounding and (found := await self._found(*(marked or Around(last)))):
            return await self._spot_of(last, found)
        said = marked.before if marked else transcript.transcript(asked.messages)
        return await self._spot(said, Around(said), asked.grounding, look=False)

    async def _spot(self, sent: str, there: Around, grounding: bool, *, look: bool = True) -> Spot:
        if grounding and look and (found := await self._found(there.before, there.after)):
            return await self._spot_of(sent, found)
        prose = await read(there.before + there.after)
        return _at(sent, "prompt", Place("", len(there.before), prose, Cursor("")))

    async def _spot_of(self, sent: str, found: Found) -> Spot:
        prose = self._desk.prose(found.path) if found.path in self._desk.open_paths() else None
        if prose is None or prose.text != found.text:
            prose = await read(found.text)
        return _at(sent, "manuscript", Place(found.path, found.offset, prose, Cursor("")))

    async def _found(self, before: str, after: str) -> Found | None:
        """Return where the client is: in a chapter that is open, or in any other."""
        desk = self._desk
        opened = [path for path in desk.open_paths() if desk.kind(path) == "chapter"]
        found = find(before, after, self._texts(opened).items())
        if found:
            return found
        others = [entry.path for entry in desk.world.chapters if entry.path not in opened]
        return await asyncio.to_thread(lambda: find(before, after, self._texts(others).items()))

    def _texts(self, paths: list[str]) -> Mapping[str, str]:
        return {path: text for path in paths if (text := self._desk.text(path)) is not None}


def most_tokens(asked: Asked, engine: Engine) -> int:
    """Return how many tokens are written at most: half of what the model reads is the prompt's."""
    return max(1, min(asked.max_tokens, engine.context // 2))


async def read(text: str) -> Prose:
    """Return a text read as a chapter; a long one is, in a thread."""
    return parse(text) if len(text) < _LARGE else await asyncio.to_thread(parse, text)


def _at(sent: str, how: str, place: Place) -> Spot:
    cursor = locate(place.prose, place.offset)
    if isinstance(cursor, Outside):
        return Spot(sent, Cursor(sent.rpartition("\n")[2]), "none", reason=cursor)
    return Spot(sent, cursor, how, replace(place, cursor=cursor))
