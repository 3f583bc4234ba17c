"""Who and what is named in a file of the story: persons by the one reader of names, places and things where
no person is meant, and in the world also what its keys and [[links]] say.

A chapter of which one name is wanted is read only where that can stand. Offsets count from the file's start.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import PurePosixPath

from fabula_daemon.story.passages import NOBODY, Focus, Passage
from fabula_daemon.story.people.candidates import calm, candidates
from fabula_daemon.story.people.linking import link
from fabula_daemon.story.people.mentions import Mention, Reader
from fabula_daemon.story.text import front_matter, prose
from fabula_daemon.story.text.folding import fold, fold_name
from fabula_daemon.story.text.links import links
from fabula_daemon.story.text.prose import Paragraph, Prose
from fabula_daemon.story.world.canon import Entity

_SPELT = {" ": r"\s+", "'": "['’ʼ]", "-": "[-‐‑]"}
_NAMELESS_KEYS = frozenset({"not", "kind", "pronouns", "keywords"})
_MAY_SHOUT = re.compile(r"[^\W\d_a-z]{2}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MOST_REMEMBERED = 60_000  # paragraphs


@dataclass(frozen=True, slots=True)
class Naming:
    """A name of the canon at [start, end) of a file. `entity` is whose it is; None if it may be any of the
    `owners`, or all of them. `is_link` tells that it stands between the brackets of a [[link]].
    """

    start: int
    end: int
    text: str
    entity: Entity | None
    owners: tuple[Entity, ...] = ()
    is_link: bool = False

    @property
    def bearers(self) -> tuple[Entity, ...]:
        """Whom or what it may mean."""
        return (self.entity,) if self.entity else self.owners

    def means(self, entity: Entity) -> bool:
        """Whether it is certainly the name of `entity`."""
        return self.entity is not None and is_same(self.entity, entity)


def is_same(one: Entity, other: Entity) -> bool:
    """Whether two entities are one, as of two readings of the canon perhaps."""
    return one.name == other.name and one.kind == other.kind


class Namer:
    """Finds the names in files, by one reader, and remembers who is named in which paragraph.

    `find_target` gives the path of the file to which the target of a [[link]] leads.
    """

    def __init__(self, reader: Reader, find_target: Callable[[str], str | None]) -> None:
        self.reader = reader
        self._find_target = find_target
        self._sheets = {e.path: e for e in reader.canon.entities if e.sheet and e.sheet.kind != "roster"}
        self._read: dict[str, tuple[Mention, ...]] = {}
        self._read_for_known: dict[str, tuple[Mention, ...]] = {}

    def passages(self, chapter: Prose) -> Iterator[Passage]:
        """Yield a chapter's paragraphs with who is named in them."""
        for is_prose, blocks in groupby(chapter.blocks, key=lambda block: block.kind == "prose"):
            if is_prose:
                yield from self._linked(blocks, self._mentions)

    def passages_with(self, chapter: Prose, entity: Entity) -> Iterator[Passage]:
        """Yield the paragraphs in which `entity` can be named, with who is named in them.

        Where all its names are its own they alone are read; else what stands before them in the scene is read
        too. Of who else is there only those are found whom the canon knows.
        """
        wanted, owners = pattern(entity), self.reader.canon.owners
        shared = any(len(owners.get(form, ())) > 1 for form in entity.forms)
        for is_prose, group in groupby(chapter.blocks, key=lambda block: block.kind == "prose"):
            blocks = list(group)
            hits = [at for at, block in enumerate(blocks) if is_prose and wanted.search(block.text)]
            if hits and shared:
                starts = {blocks[at].start for at in hits}
                passages = self._linked(blocks[: hits[-1] + 1], self._known)
                yield from (one for one in passages if one.paragraph.start in starts)
            else:
                for at in hits:
                    yield from self._linked((blocks[at],), self._known)

    def of_chapter(self, chapter: Prose, passages: Iterable[Passage]) -> Iterator[Naming]:
        """Yield what a chapter names, in no order: in links and headings, and in these passages of it."""
        linked = list(self._of_links(chapter.text))
        yield from linked
        for block in chapter.blocks:
            if block.kind == "heading":  # some are named after persons
                yield from _beside(linked, self.of_passage(Passage(block, self._mentions(block.text))))
        for passage in passages:
            yield from _beside(linked, self.of_passage(passage))

    def of_passage(self, passage: Passage) -> list[Naming]:
        """Return what a passage names: its persons, and places and things where nobody is meant."""
        start = passage.paragraph.start
        found = [
            Naming(start + m.start, start + m.end, m.text, *_only(m.entity, m.owners))
            for m in passage.mentions
            if m.known
        ]
        taken = [(m.start, m.end) for m in passage.mentions if m.known or m.certain]
        for match in self.reader.matches(_calmed(passage.text)):
            things = tuple(owner for owner in match.owners if not owner.is_person)
            if not things or any(a < match.end and match.start < b for a, b in taken):
                continue
            entity, owners = _told_apart(things, match.form)
            text = passage.text[match.start : match.end]
            found.append(Naming(start + match.start, start + match.end, text, entity, owners))
        return sorted(found, key=lambda naming: naming.start)

    def of_sheet(self, path: str, text: str) -> list[Naming]:
        """Return what a file of the world names: in the values of its keys, in its links and in its text."""
        own = self._sheets.get(path)
        found = list(self._of_links(text))
        if PurePosixPath(path).name.casefold() != "rules.md":  # there the keys hold words, not names
            found += _beside(found, self._of_keys(text, own))
        about = Focus((own,)) if own and own.is_person else NOBODY
        for block in prose.parse(text).paragraphs:
            mentions = link(self._mentions(block.text), about)
            found += _beside(found, self.of_passage(Passage(block, mentions, about)))
        return sorted(found, key=lambda naming: naming.start)

    def _linked(
        self, blocks: Iterable[Paragraph], read: Callable[[str], tuple[Mention, ...]]
    ) -> Iterator[Passage]:
        focus = NOBODY
        for block in blocks:
            mentions = link(read(block.text), focus)
            yield Passage(block, mentions, focus)
            focus = focus.after(mentions)

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        mentions = self._read.get(text)
        if mentions is None:
            if len(self._read) > _MOST_REMEMBERED:
                self._read.clear()
            mentions = self._read[text] = tuple(self.reader.read(text))
        return mentions

    def _known(self, text: str) -> tuple[Mention, ...]:
        """Return who of the canon is named in a paragraph, without looking for anybody else."""
        mentions = self._read.get(text, self._read_for_known.get(text))
        if mentions is None:
            if len(self._read_for_known) > _MOST_REMEMBERED:
                self._read_for_known.clear()
            spans = [(match.start, match.end) for match in self.reader.matches(text)]
            found = candidates(text, spans) if spans or _MAY_SHOUT.search(text) else []
            mentions = tuple(self.reader.resolve(text, found)) if found or spans else ()
            self._read_for_known[text] = mentions
        return mentions

    def _of_links(self, text: str) -> Iterator[Naming]:
        """Yield what links name: the last part of their target, where that is a path."""
        for found in links(text) if "[[" in text else ():
            entity = self._sheets.get(self._find_target(found.target))
            name = found.target.rpartition("/")[2].removesuffix(".md")
            start = text.find(name, found.start, found.end)
            if entity and start >= 0:
                yield Naming(start, start + len(name), name, entity, is_link=True)

    def _of_keys(self, text: str, own: Entity | None) -> Iterator[Naming]:
        for key, (start, end) in front_matter.read(text).places.items():
            if key in _NAMELESS_KEYS:
                continue
            named = False
            for match in self.reader.matches(text[start:end]):
                first, last = start + match.start, start + match.end
                entity, owners = _told_apart(match.owners, match.form)
                if own is not None and key in ("name", "aliases"):
                    if not any(is_same(owner, own) for owner in match.owners):
                        continue
                    named, entity, owners = True, own, ()
                if entity or owners:
                    yield Naming(first, last, text[first:last], entity, owners)
            if key == "name" and own is not None and not named:
                at = text.find(own.name, start + len(key) + 1, end)
                if at >= 0:
                    yield Naming(at, at + len(own.name), own.name, own)


def _calmed(text: str) -> str:
    """Return a text with what is shouted in it as one would say it; its length stays."""
    if not _MAY_SHOUT.search(text):
        return text
    calmed = _LETTERS.sub(lambda word: calm(word[0]) if word[0].isupper() else word[0], text)
    return calmed if len(calmed) == len(text) else text


@lru_cache(maxsize=64)
def pattern(entity: Entity) -> re.Pattern[str]:
    """Return what finds every place where `entity` can be named, and some where it is not: a first look."""
    names = {*entity.forms, fold_name(entity.name)}
    if entity.path:
        names.add(fold(PurePosixPath(entity.path).stem))  # links
    spelt = sorted({spelling for name in names for spelling in (name, name.upper())}, key=len, reverse=True)
    return re.compile("|".join("".join(map(_spelt, name)) for name in spelt if name))


def _told_apart(owners: tuple[Entity, ...], form: str) -> tuple[Entity | None, tuple[Entity, ...]]:
    """Return whose a form is, or who may be meant: those who bear it as written come first."""
    by_name = tuple(owner for owner in owners if form == fold_name(owner.name))
    by_alias = tuple(owner for owner in owners if form in map(fold_name, owner.aliases))
    return _only(None, by_name or by_alias or owners)


def _only(entity: Entity | None, owners: tuple[Entity, ...]) -> tuple[Entity | None, tuple[Entity, ...]]:
    """Return who is meant, or who may be; a sheet and a roster that have the same name mean one."""
    if entity is None and owners and all(is_same(owner, owners[0]) for owner in owners):
        by_sheet = (owner for owner in owners if owner.sheet and owner.sheet.kind != "roster")
        entity = next(by_sheet, owners[0])
    return entity, () if entity else owners


def _beside(taken: list[Naming], more: Iterable[Naming]) -> list[Naming]:
    """Return those of `more` that stand beside what is taken."""
    return [
        naming
        for naming in more
        if not any(naming.start < other.end and other.start < naming.end for other in taken)
    ]


def _spelt(letter: str) -> str:
    return _SPELT.get(letter) or re.escape(letter)
