"""What the story has told before: how it is asked for, and which of the passages found are worth a prompt.

Only chapters before the cursor's count, as the author sees them now, and nothing that is half of what stands
at the cursor anyway: models copy that.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from fabula_daemon.completion.grounding.blocks import Block, Entry, shortened
from fabula_daemon.completion.grounding.inert import inert_line
from fabula_daemon.completion.grounding.scene import Scene
from fabula_daemon.index.search import Hit
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.tables.english.stop_words import STOP_WORDS
from fabula_daemon.story.text.sentences import sentences

PASSAGES = "[Passages]"
SHOWN = 3  # passages that a prompt may have

_RUN = 3  # words in a row that show that two texts are the same
_COPIED = 0.5
_PARAGRAPHS = 3
_NAMES = 3
_WORDS = 5
_CHARACTERS = 600
_QUOTED = 60
_WORD = re.compile(r"\w+")


def query(passages: Sequence[Passage], scene: Scene) -> str:
    """Return what to ask the index for at a place: whom and what its last paragraphs are about.

    The index heeds the first few words most: names, then the longest words, which are the rarest.
    """
    last = " ".join(" ".join(p.text.split()) for p in passages[-_PARAGRAPHS:])[-_CHARACTERS:]
    there = {mention.entity for p in passages[-_PARAGRAPHS:] for mention in p.mentions if mention.entity}
    people = [one.entity for one in (*scene.spoken_of, *scene.here) if one.entity in there]
    people += scene.expected
    names = [one.name.split()[-1] for one in (*people[:_NAMES], *scene.things[:_NAMES])]
    words = {word for word in _WORD.findall(last) if word.islower() and word not in STOP_WORDS}
    telling = sorted(words, key=lambda word: (-len(word), word))[:_WORDS]
    return " ".join([*dict.fromkeys(names), *telling, last]).strip()


def choose(
    hits: Iterable[Hit],
    *,
    chapter: int,
    near: str,
    stands: Callable[[Hit], bool],
    kept: Sequence[Hit] = (),
) -> tuple[Hit, ...]:
    """Return the passages to show of those found, in the story's order.

    `near` is the text around the cursor, `stands` tells whether a passage still stands in its chapter, and
    `kept` are those shown until now, which stay while they are found: a prompt that does not change costs a
    model nothing.
    """
    fit = [hit for hit in hits if hit.chapter is not None and hit.chapter < chapter and stands(hit)]
    runs = _runs(near) if fit else frozenset()
    fit = [hit for hit in fit if not _is_copy(hit, runs)]
    spans = [(hit.path, hit.start, hit.end, hit.text) for hit in fit]
    staying = [hit for hit in kept if (hit.path, hit.start, hit.end, hit.text) in spans]
    held = {(hit.path, hit.start) for hit in staying}
    new = [hit for hit in fit if (hit.path, hit.start) not in held]
    chosen = [*staying, *new][:SHOWN]
    return tuple(sorted(chosen, key=lambda hit: (hit.chapter or 0, hit.start)))


def block(hits: Sequence[Hit], asked: str, *, ending: str = "") -> Block:
    """Return the passages as a block: of each as many sentences as fit around the one that answers best.

    Before them come the last sentences of an `ending`, which is that of the chapter before.
    """
    wanted = {word for word in map(str.casefold, _WORD.findall(asked)) if word not in STOP_WORDS}
    best = sorted(hits, key=lambda hit: -hit.score)
    entries: list[Entry] = []
    for number, hit in enumerate(hits):
        texts = [inert_line(hit.text[start:end]) for start, end in sentences(hit.text)]
        shared = [len(wanted & set(map(str.casefold, _WORD.findall(text)))) for text in texts]
        middle = shared.index(max(shared)) if shared else 0
        label = f"chapter {hit.chapter}: “{shortened(' '.join(hit.text.split()), _QUOTED)}”"
        for place, text in enumerate(texts):
            weight = 1000 * best.index(hit) + abs(place - middle)
            entries.append(Entry(text, label, line=f"\n{number}", weight=weight))
    last = [inert_line(ending[start:end]) for start, end in sentences(ending)]
    entries += [
        Entry(text, "the end of the chapter before", line="\nending", weight=-place)
        for place, text in enumerate(last)
    ]
    return Block(PASSAGES, tuple(entries), between=" ")


def _is_copy(hit: Hit, near: frozenset[tuple[str, ...]]) -> bool:
    own = _runs(hit.text)
    return len(own & near) >= _COPIED * len(own)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))
