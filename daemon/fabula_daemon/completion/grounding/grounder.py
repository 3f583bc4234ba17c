"""From a place in the story to the prompt there: for a suggestion, the proxy and training alike.

What stands beside the manuscript is frozen while the author stays in a paragraph, so that a keystroke leaves
a model nearly everything it has read. What was told before is looked for meanwhile: a prompt waits a moment
for it, and otherwise a later one has it. A question, or a text that is on no page, shares nothing with the
next one.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol, TypeVar

from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.engines import Engine
from fabula_daemon.completion.grounding import facts, prompt, recall
from fabula_daemon.completion.grounding.blocks import Block, Part
from fabula_daemon.completion.grounding.prompt import Grounding
from fabula_daemon.completion.grounding.recollection import Recollection, Retrieve
from fabula_daemon.completion.grounding.scene import look
from fabula_daemon.completion.grounding.signs import Signs
from fabula_daemon.index.search import Hit
from fabula_daemon.reading import World
from fabula_daemon.story.chapter import points_of_view
from fabula_daemon.story.passages import NOBODY, Passage
from fabula_daemon.story.people.linking import link
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.text.prose import Paragraph, Prose
from fabula_daemon.story.world.canon import Canon

Key = TypeVar("Key")
Value = TypeVar("Value")

MARGIN = 16  # tokens of the context that stay free, for the opening is counted apart from what precedes it
LARGEST = 8_192  # tokens of a prompt: to read more takes a second, and that whenever a scene begins
WAIT_S = 0.010  # for what was told before, where nothing of it is known yet
ALONE_S = 0.250  # for the same, where no later prompt would have it
_PARAGRAPHS = 60  # of a scene that are looked at
_EARLIER = 20  # paragraphs before it
_LATER = 4  # paragraphs behind the cursor's
_NEAR = 6_000  # characters around the cursor that no passage is to repeat
_SHORT = 1_500  # characters of a chapter that let the one before it be quoted
_HELD = 8  # paragraphs, and chapters, of which is kept what stands beside them


class Story(Protocol):
    """What is needed of the desk: the story as the author sees it now."""

    @property
    def canon(self) -> Canon:
        """What the author has laid down."""

    @property
    def world(self) -> World:
        """The same, with the settings and files that it comes from."""

    @property
    def reader(self) -> Reader:
        """The reader of names for this canon."""

    def kind(self, path: str) -> str:
        """Return what the file at `path` is: "chapter", "sheet", …."""

    def text(self, path: str) -> str | None:
        """Return a file's text, None if there is none."""

    def prose(self, path: str) -> Prose | None:
        """Return a chapter read, None if there is none."""

    def passages(self, path: str) -> tuple[Passage, ...]:
        """Return the paragraphs of an open chapter as far as they are read, with who is named in them."""

    def open_paths(self) -> tuple[str, ...]:
        """Return the paths of everything that is open in some editor."""


@dataclass(frozen=True)
class Place:
    """The cursor at `offset` of the chapter at `path`, as the author sees it now: its prose, and what of it
    stands around the cursor.
    """

    path: str
    offset: int
    prose: Prose
    cursor: Cursor


@dataclass(slots=True)
class _Beside:
    """What stands beside the manuscript while the author stays in a paragraph, and what of it fits a model.

    `waits` tells that what was told before was not known in time.
    """

    blocks: tuple[Block, ...]
    waits: bool
    fitted: dict[tuple[str, str, int], tuple[Part, ...]] = field(default_factory=dict)


class Grounder:
    """Makes the prompts of one story. `retrieve` finds passages; without it none are quoted.

    One that never `freezes` is for questions: each is answered for itself.
    """

    def __init__(self, desk: Story, retrieve: Retrieve | None = None, *, freezes: bool = True) -> None:
        self._desk, self._retrieve, self._freezes = desk, retrieve, freezes
        self._canon = desk.canon
        self._signs = Signs(desk.reader)
        self._read = lru_cache(maxsize=4096)(desk.reader.read)
        self._beside: OrderedDict[Hashable, _Beside] = OrderedDict()
        self._memories: OrderedDict[str, Recollection] = OrderedDict()

    async def ground(self, place: Place, engine: Engine, *, max_tokens: int, canon: bool = True) -> Grounding:
        """Return the prompt at `place` for `engine`, which is to write at most `max_tokens`.

        Without `canon` it is the manuscript alone.
        """
        budget = max(0, min(engine.context - max_tokens - MARGIN, LARGEST))
        parts: tuple[Part, ...] = ()
        if canon:
            self._keep_up()
            frozen = self._freezes and place.path
            beside = await (self._frozen(place) if frozen else self._alone(place))
            key = (engine.name, engine.model, budget)
            if key not in beside.fitted:
                beside.fitted[key] = prompt.aside(beside.blocks, budget=budget, count=engine.count)
            parts = beside.fitted[key]
        return prompt.ground(place.cursor, parts, budget=budget, count=engine.count)

    def close(self) -> None:
        """Look for nothing any more."""
        for memory in self._memories.values():
            memory.close()

    async def _frozen(self, place: Place) -> _Beside:
        """Return what stands beside the manuscript in the paragraph of a place."""
        cursor, chapter = place.cursor, self._chapter(place.path)
        later = tuple(_later(place))
        scene = (chapter, cursor.scene)
        paragraph = (place.path, scene, len(cursor.earlier), cursor.earlier[-1:], later)
        memory = self._memories.get(place.path) or Recollection(self._desk, self._retrieve)
        _keep(self._memories, place.path, memory)
        beside = self._beside.get(paragraph)
        if beside is None or (beside.waits and memory.knows(scene)):
            beside = await self._made(place, later, chapter, memory, wait_s=WAIT_S)
        _keep(self._beside, paragraph, beside)
        return beside

    async def _alone(self, place: Place) -> _Beside:
        """Return what stands beside a text which the next one has nothing to do with."""
        memory = Recollection(self._desk, self._retrieve)
        later, chapter = tuple(_later(place)), self._chapter(place.path)
        try:
            return await self._made(place, later, chapter, memory, wait_s=ALONE_S)
        finally:
            memory.close()

    async def _made(
        self, place: Place, later: Sequence[str], chapter: int, memory: Recollection, *, wait_s: float
    ) -> _Beside:
        """Return what is to stand beside the manuscript from now on; `later` is what follows the cursor."""
        passages = self._passages(place)
        seen = look(
            passages,
            self._signs,
            chapter=chapter,
            pov=points_of_view(place.prose.text),
            earlier=lambda: self._earlier(place),
        )
        query = recall.query(passages or self._earlier(place), seen)
        scene = (chapter, place.cursor.scene)
        memory.ask(scene, query, chapter)
        if not memory.knows(scene):
            await memory.wait(wait_s)
        near = "\n\n".join((place.cursor.story[-_NEAR:], *later))
        memory.shown = recall.choose(
            memory.hits, chapter=chapter, near=near, stands=self._stands(), kept=memory.shown
        )
        ending = memory.past.ending if len(place.cursor.story) < _SHORT else ""
        canon = self._desk.canon
        blocks = (
            facts.of_names(seen),
            facts.of_people(seen, canon, chapter),
            facts.of_things(seen, canon, chapter),
            facts.of_rules(canon.rules),
            facts.before(canon, chapter, memory.past.summaries),
            prompt.following(later),
            recall.block(memory.shown, query, ending=ending),
        )
        return _Beside(blocks, waits=not memory.knows(scene))

    def _keep_up(self) -> None:
        """Forget what was made of another canon, or read by another reader."""
        if self._canon is not self._desk.canon:
            self._canon = self._desk.canon
            self._beside.clear()
        if self._signs.reader is not self._desk.reader:
            # whom a paragraph names depends on it and on the canon alone
            self._signs = Signs(self._desk.reader)
            self._read = lru_cache(maxsize=4096)(self._desk.reader.read)

    def _chapter(self, path: str) -> int:
        """Return a chapter's number; one that the story does not know yet is its last."""
        return self._desk.world.numbers.get(path) or len(self._desk.canon.chapters) + 1

    def _passages(self, place: Place) -> list[Passage]:
        """Return the paragraphs of the scene up to the cursor, read."""
        blocks, begin = _written(place), place.cursor.scene
        before = place.cursor.before
        last = [Paragraph(0, before)] if before.strip() else []
        return self._as_read(place.path, [*blocks[max(begin, len(blocks) - _PARAGRAPHS) :], *last])

    def _earlier(self, place: Place) -> list[Passage]:
        """Return the last paragraphs of the chapter before the scene, read."""
        end = place.cursor.scene
        return self._as_read(place.path, _written(place)[max(0, end - _EARLIER) : end])

    def _as_read(self, path: str, paragraphs: Sequence[Paragraph]) -> list[Passage]:
        known = {passage.text: passage for passage in self._desk.passages(path)}
        focus, read = NOBODY, list[Passage]()
        for paragraph in paragraphs:
            passage = known.get(paragraph.text)
            if passage is None:
                passage = Passage(paragraph, link(self._read(paragraph.text), focus), focus)
            focus = focus.after(passage.mentions)
            read.append(passage)
        return read

    def _stands(self) -> Callable[[Hit], bool]:
        """Return what tells whether a passage still stands in its chapter as the author sees it."""
        texts = dict.fromkeys(self._desk.open_paths(), "")

        def stands(hit: Hit) -> bool:
            if hit.path not in texts:
                return True
            texts[hit.path] = texts[hit.path] or " ".join((self._desk.text(hit.path) or "").split())
            return " ".join(hit.text.split()) in texts[hit.path]

        return stands


def _written(place: Place) -> list[Paragraph]:
    """Return the chapter's paragraphs before the cursor's."""
    return [block for block in place.prose.blocks if block.kind == "prose"][: len(place.cursor.earlier)]


def _later(place: Place) -> Iterator[str]:
    """Yield what follows the cursor in its scene: the rest of its paragraph, unless that is a mark that the
    editor has set, and the next ones.
    """
    after, blocks = place.cursor.after, place.prose.blocks
    yield after if any(map(str.isalnum, after)) else ""
    last = place.offset + len(after)
    first = next((at for at, block in enumerate(blocks) if block.start > last), len(blocks))
    for block in blocks[first : first + _LATER]:
        if block.kind != "prose":
            return
        yield " ".join(block.text.split())


def _keep(held: OrderedDict[Key, Value], key: Key, value: Value) -> None:
    """Hold a value as the newest of a few."""
    held[key] = value
    held.move_to_end(key)
    while len(held) > _HELD:
        held.popitem(last=False)
