"""Who and what is named in a file of the story: persons by the one reader of names, places and things where
no person is meant, and in the world also what its keys and [[links]] say.

A chapter of which one name is wanted is read only where that can stand. Offsets count from the file's start.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from fabula_daemon.story import front_matter, prose
from fabula_daemon.story.canon import Canon, Entity
from fabula_daemon.story.folding import fold, fold_name
from fabula_daemon.story.linking import link
from fabula_daemon.story.mentions import Mention, Reader
from fabula_daemon.story.passages import NOBODY, Focus, Passage
from fabula_daemon.story.prose import Paragraph, Prose

Read = Callable[[str], tuple[Mention, ...]]
"""Reads the text of one paragraph: `Reader.read`, or something that remembers what it has read."""

LINK = re.compile(r"\[\[[ \t]*(?P<target>[^\[\]|#^\r\n]*[^\[\]|#^\r\n\s])")
_SPELT = {" ": r"\s+", "'": "['’ʼ]", "-": "[-‐‑]"}
_UNNAMED = frozenset({"not", "kind", "pronouns", "keywords"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A name of the canon at [start, end) of a file. `entity` is whose it is; None if it may be any of the
    `owners`, or all of them.
    """

    start: int
    end: int
    text: str
    entity: Entity | None
    owners: tuple[Entity, ...] = ()

    @property
    def bearers(self) -> tuple[Entity, ...]:
        """Whom or what it may mean."""
        return (self.entity,) if self.entity else self.owners


def is_same(one: Entity | None, other: Entity) -> bool:
    """Whether two entities are one, of two readings of the canon perhaps."""
    return one is not None and one.name == other.name and one.kind == other.kind


def passages(chapter: Prose, read: Read) -> Iterator[Passage]:
    """Yield a chapter's paragraphs with who is named in them."""
    for is_prose, blocks in groupby(chapter.blocks, key=lambda block: block.kind == "prose"):
        if is_prose:
            yield from _linked(blocks, read)


def passages_with(chapter: Prose, entity: Entity, reader: Reader, read: Read) -> Iterator[Passage]:
    """Yield the paragraphs in which `entity` can be named, with who is named in them.

    Where all its names are its own they alone are read; else what stands before them in the scene is read
    too, as far as it names anybody.
    """
    wanted = pattern(entity)
    shared = any(len(reader.canon.owners.get(form, ())) > 1 for form in entity.forms)
    for is_prose, group in groupby(chapter.blocks, key=lambda block: block.kind == "prose"):
        blocks = list(group)
        hits = [at for at, block in enumerate(blocks) if is_prose and wanted.search(block.text)]
        if not hits:
            continue
        if shared:
            before = (block for block in blocks[: hits[-1] + 1] if reader.matches(block.text))
            starts = {blocks[at].start for at in hits}
            yield from (one for one in _linked(before, read) if one.paragraph.start in starts)
        else:
            for at in hits:
                yield from _linked((blocks[at],), read)


def of_chapter(chapter: Prose, passages: Iterable[Passage], reader: Reader, read: Read) -> Iterator[Naming]:
    """Yield what a chapter names, in no order: its links and headings, and what these passages of it name."""
    linked = list(_links(chapter.text, reader.canon))
    yield from linked
    for block in chapter.blocks:
        if block.kind == "heading":  # some are named after persons
            yield from _beside(linked, of_passage(Passage(block, read(block.text)), reader))
    for passage in passages:
        yield from _beside(linked, of_passage(passage, reader))


def of_passage(passage: Passage, reader: Reader) -> list[Naming]:
    """Return what a passage names: its persons, and places and things where nobody is meant."""
    start = passage.paragraph.start
    found = [
        Naming(start + m.start, start + m.end, m.text, m.entity, () if m.entity else m.owners)
        for m in passage.mentions
        if m.known
    ]
    taken = [(m.start, m.end) for m in passage.mentions if m.known or m.certain]
    for match in reader.matches(passage.text):
        things = tuple(owner for owner in match.owners if not owner.is_person)
        if not things or any(a < match.end and match.start < b for a, b in taken):
            continue
        entity, owners = _told_apart(things, match.form)
        text = passage.text[match.start : match.end]
        found.append(Naming(start + match.start, start + match.end, text, entity, owners))
    return sorted(found, key=lambda naming: naming.start)


def of_sheet(path: str, text: str, reader: Reader, read: Read) -> list[Naming]:
    """Return what a file of the world names: in the values of its keys, in its links and in its text."""
    canon = reader.canon
    own = next((e for e in canon.entities if e.path == path and e.sheet and e.sheet.kind != "roster"), None)
    found = list(_links(text, canon))
    if PurePosixPath(path).name.casefold() != "rules.md":  # there the keys are words, not names
        found += _beside(found, _of_keys(text, own, reader))
    body = prose.parse(text)
    about = Focus((own,)) if own and own.is_person else NOBODY
    for block in body.paragraphs:
        mentions = link(read(block.text), about)
        found += _beside(found, of_passage(Passage(block, mentions, about), reader))
    return sorted(found, key=lambda naming: naming.start)


def pattern(entity: Entity) -> re.Pattern[str]:
    """Return what finds every place where `entity` can be named, and some where it is not: a first look."""
    names = {*entity.forms, entity.name}
    if entity.path:
        names.add(PurePosixPath(entity.path).stem)  # links
    spelt = sorted({spelling for name in names for spelling in (name, name.upper())}, key=len, reverse=True)
    return re.compile("|".join("".join(map(_spelt, fold(name))) for name in spelt if name))


def linked_to(target: str, canon: Canon) -> Entity | None:
    """Return the entity to whose sheet a [[link]] leads: by its name, its file's name or an alias."""
    name = fold_name(target.rpartition("/")[2].removesuffix(".md")).casefold()
    by_name = (e for e in canon.entities if fold_name(e.name).casefold() == name)
    by_file = (e for e in canon.entities if e.path and PurePosixPath(e.path).stem.casefold() == name)
    by_alias = (e for e in canon.entities if name in {fold_name(alias).casefold() for alias in e.aliases})
    return next((e for group in (by_name, by_file, by_alias) for e in group if not _is_listed(e)), None)


def _is_listed(entity: Entity) -> bool:
    return entity.sheet is not None and entity.sheet.kind == "roster"


def _linked(blocks: Iterable[Paragraph], read: Read) -> Iterator[Passage]:
    focus = NOBODY
    for block in blocks:
        mentions = link(read(block.text), focus)
        yield Passage(block, mentions, focus)
        focus = focus.after(mentions)


def _links(text: str, canon: Canon) -> Iterator[Naming]:
    for found in LINK.finditer(text):
        entity = linked_to(found["target"], canon)
        if entity:
            yield Naming(found.start("target"), found.end("target"), found["target"], entity)


def _of_keys(text: str, own: Entity | None, reader: Reader) -> Iterator[Naming]:
    for key, (start, end) in front_matter.read(text).places.items():
        if key in _UNNAMED:
            continue
        named = False
        for match in reader.matches(text[start:end]):
            span = (start + match.start, start + match.end)
            if own is not None and key in ("name", "aliases"):
                if any(is_same(owner, own) for owner in match.owners):
                    named = True
                    yield Naming(*span, text[slice(*span)], own)
                continue
            entity, owners = _told_apart(match.owners, match.form)
            if entity or owners:
                yield Naming(*span, text[slice(*span)], entity, owners)
        if key == "name" and own is not None and not named:
            at = text.find(own.name, start + len(key) + 1, end)
            if at >= 0:
                yield Naming(at, at + len(own.name), own.name, own)


def _told_apart(owners: tuple[Entity, ...], form: str) -> tuple[Entity | None, tuple[Entity, ...]]:
    """Return whose a form is, or who may be meant: those who bear it as written come first."""
    by_name = tuple(owner for owner in owners if form == fold_name(owner.name))
    by_alias = tuple(owner for owner in owners if form in map(fold_name, owner.aliases))
    nearest = by_name or by_alias or owners
    return (nearest[0], ()) if len(nearest) == 1 else (None, nearest)


def _beside(taken: list[Naming], more: Iterable[Naming]) -> list[Naming]:
    """Return those of `more` that stand beside what is taken."""
    return [
        naming
        for naming in more
        if not any(naming.start < other.end and other.start < naming.end for other in taken)
    ]


def _spelt(letter: str) -> str:
    return _SPELT.get(letter) or re.escape(letter)
