"""A person, a place or a thing gets another name: what becomes of each place where the old one stands.

First names and surnames change with the full name, titles and possessives stay, and what is shouted is
shouted again. Whether a name is hers is not decided here: the namings say so.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from fabula_daemon.story.answers import name_parts
from fabula_daemon.story.answers.name_parts import Words
from fabula_daemon.story.answers.namings import Naming, is_same
from fabula_daemon.story.fixes import Edit, file_name
from fabula_daemon.story.people.candidates import calm
from fabula_daemon.story.tables.english import TITLES
from fabula_daemon.story.text import front_matter
from fabula_daemon.story.text.folding import fold_name
from fabula_daemon.story.world.canon import Canon, Entity

_WORD = re.compile(r"\S+")
_IMPOSSIBLE = re.compile(r"""[\x00-\x1f\x7f\u2028\u2029\[\]{}|#:<>"\\,;/*?`]|^['&!%@-]""")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…][”’\"')]*\s+|\n\s*)[“‘\"'(—]*\Z")
_BARE_POSSESSIVE = re.compile(r"['’](?=\s+[a-z])")


@dataclass(frozen=True)
class Change:
    """`old`, the name of `entity` or one of its aliases, becomes `new`."""

    entity: Entity
    old: str
    new: str

    @property
    def of_name(self) -> bool:
        """Whether it is the name itself, rather than an alias."""
        return self.old == self.entity.name

    @cached_property
    def after(self) -> Entity:
        """The entity with its new name, and aliases that follow it."""
        if self.of_name:
            aliases = tuple(self.applied(alias) for alias in self.entity.aliases)
            return replace(self.entity, name=self.new, aliases=aliases)
        return replace(
            self.entity, aliases=tuple(self.new if a == self.old else a for a in self.entity.aliases)
        )

    @cached_property
    def rules(self) -> tuple[tuple[Words, Words], ...]:
        """The runs of words that become others, the longest first; the old ones case folded."""
        found = dict(name_parts.rules(self.old, self.new, person=self.entity.kind == "character"))
        whole = {self._alias, self._alias[1:]} if self._alias[:1] == ("the",) else {self._alias}
        if not self.of_name:
            own = {old: new for old, new in found.items() if self._kept_words.isdisjoint(old)}
            found = own | {old: new for old, new in found.items() if old in whole}
        return tuple(sorted(found.items(), key=lambda rule: -len(rule[0])))

    @cached_property
    def _alias(self) -> Words:
        return name_parts.keys(self.old)

    @cached_property
    def _kept(self) -> frozenset[Words]:
        """The name and the aliases that stay as they are when another alias changes."""
        names = (self.entity.name, *self.entity.aliases)
        return frozenset() if self.of_name else frozenset(map(name_parts.keys, names)) - {self._alias}

    @cached_property
    def _kept_words(self) -> frozenset[str]:
        """The words of what stays, less titles and articles: as parts, they stand for what stays."""
        return frozenset(word for name in self._kept for word in name) - TITLES - {"the"}

    def applied(self, text: str) -> str:
        """Return what a text that names the entity becomes."""
        for start, end, new in reversed(list(self.replacements(text))):
            text = text[:start] + new + text[end:]
        return " ".join(text.split())

    def replacements(self, text: str, *, opens: bool = False) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, new text) for the words that change in a text that names the entity.

        `opens` tells that it begins a sentence.
        """
        words = list(_WORD.finditer(text))
        keys = [name_parts.key(word[0]) for word in words]
        if self._keeps(tuple(keys)):
            return
        at = 0
        while at < len(words):
            rule = next((rule for rule in self.rules if tuple(keys[at : at + len(rule[0])]) == rule[0]), None)
            if rule is None:
                yield from self._plural_or_initial(words[at], keys[at], is_last=at + 1 == len(words))
                at += 1
                continue
            run, new = words[at : at + len(rule[0])], rule[1]
            if at and keys[at - 1] == "the" and new[:1] == ("the",):
                new = new[1:]
            if opens and at == 0 and new[:1] == ("the",):
                new = ("The", *new[1:])
            yield from _put(text, run, new)
            at += len(run)

    def _keeps(self, words: Words) -> bool:
        """Whether some words are, or hold, a name that stays when an alias changes, and not the alias."""
        if name_parts.place_of(words, self._alias) is not None and words not in self._kept:
            return False
        return not self._kept_words.isdisjoint(words) or words in self._kept

    def _plural_or_initial(
        self, word: re.Match[str], key: str, *, is_last: bool
    ) -> Iterator[tuple[int, int, str]]:
        for old, new in self.rules:
            if len(old) != 1 or not new or self.entity.kind != "character":
                continue
            if is_last and key == name_parts.plural(old[0]):
                yield word.start(), word.end(), _as_loud(name_parts.plural(" ".join(new)), word[0])
                return
            if not is_last and word[0] == f"{old[0][0].upper()}.":
                yield word.start(), word.end(), f"{new[0][0].upper()}."
                return


def understood(entity: Entity, text: str, new: str) -> Change:
    """Return what is meant by giving the new name in the place of `text`, which names `entity`.

    A part of the full name stands for that part, if as many words come in its place, and else for all of it;
    an alias that is no part of the full name stands for itself.
    """
    new = " ".join(new.split())
    form = name_parts.keys(calm(text) if text.isupper() else text)
    names = [entity.name, *entity.aliases]
    for name in names:
        if form == name_parts.keys(name) and not (name != entity.name and _holds(entity.name, form)):
            return Change(entity, name, new)
    bare, words = form, new.split()
    while len(bare) > 1 and bare[0] in TITLES:
        bare = bare[1:]
        if len(words) > 1 and name_parts.key(words[0]) in TITLES:
            words = words[1:]
    if bare[:1] == ("the",) and len(bare) > 1 and bare[1:] in (name_parts.keys(name) for name in names):
        bare, words = bare[1:], words[1:] if name_parts.keys(new)[:1] == ("the",) else words
    for name in names:
        at = name_parts.place_of(name_parts.keys(name), bare)
        if at is not None:
            old = name.split()
            if len(words) != len(bare) or len(bare) == len(old) or not any(map(str.isalpha, "".join(words))):
                return Change(entity, name, " ".join(words))
            return Change(entity, name, " ".join([*old[:at], *words, *old[at + len(bare) :]]))
    return Change(entity, entity.name, new)


def asked(entity: Entity, text: str) -> tuple[int, int]:
    """Return which part of a text that names `entity` is asked for when it is to be renamed: not its title,
    unless that belongs to the name.
    """
    words = list(_WORD.finditer(text))
    while (
        len(words) > 1
        and name_parts.key(words[0][0]) in TITLES
        and not _is_written(entity, text[words[0].start() :])
    ):
        words = words[1:]
    return words[0].start() if words else 0, len(text)


def refusal(change: Change, canon: Canon, used: Iterable[str] = ()) -> str | None:
    """Return why a change cannot be made, None if it can.

    It cannot where the new name is none, or is what somebody else is called in a sheet; nor where a part of
    it, as it would come to stand in the text (`used`), would mean others too.
    """
    new = change.new
    if not new:
        return "The new name is empty."
    if _IMPOSSIBLE.search(new) or not any(letter.isalpha() for letter in new):
        return (
            f'“{new}” cannot be a name: it needs a letter, and none of [ ] {{ }} | # : ; , / < > " * ? in it.'
        )
    before, after = change.entity.forms, change.after.forms
    used_forms = {fold_name(calm(text) if text.isupper() else text) for text in used}
    for entity in canon.entities:
        if is_same(entity, change.entity):
            continue
        written = {fold_name(name).casefold() for name in (entity.name, *entity.aliases)}
        for form in sorted(after - before, key=lambda form: (form != fold_name(new), form)):
            clash = form.casefold() in written or (form in entity.forms and form in used_forms)
            if clash:
                where = f" ({entity.path})" if entity.path else ""
                return f"“{form}” is {entity.name} already{where}. Choose a name that nobody else bears."
    return None


def edits(
    change: Change, path: str, text: str, namings: Iterable[Naming], *, is_chapter: bool
) -> Iterator[tuple[Naming, tuple[Edit, ...]]]:
    """Yield for each of these places of a file what is to be edited there; nothing where nothing changes."""
    keys_end = 0 if is_chapter else front_matter.read(text).body_start
    names_file = change.of_name and is_named_after(change.entity)
    for naming in namings:
        in_keys = naming.start < keys_end
        if (in_keys or naming.is_link) and fold_name(naming.text) == fold_name(change.old):
            new = _quoted(change.new, text[naming.start - 1 : naming.start]) if in_keys else change.new
            found = [(naming.start, naming.end, new)] if naming.text != change.new else []
        elif naming.is_link and not names_file and not _is_alias(naming):
            found = []  # it leads to a file that keeps its name
        else:
            opens = _SENTENCE_START.search(text[max(0, naming.start - 8) : naming.start]) is not None
            pieces = change.replacements(text[naming.start : naming.end], opens=opens)
            found = [(naming.start + start, naming.start + end, new) for start, end, new in pieces]
            found += _possessive(text, naming, found)
        if found:
            yield naming, tuple(Edit(path, *one) for one in found)


def is_named_after(entity: Entity) -> bool:
    """Whether the sheet's file bears the entity's name."""
    sheet = entity.sheet
    if sheet is None or sheet.kind == "roster":
        return False
    return PurePosixPath(sheet.path).stem.casefold() == file_name(entity.name).casefold()


def new_path(change: Change) -> str | None:
    """Return where the sheet moves that is named after the entity; None if it stays."""
    path = change.entity.path
    if path is None or not change.of_name or not is_named_after(change.entity):
        return None
    pure = PurePosixPath(path)
    moved = pure.with_name(f"{file_name(change.new)}{pure.suffix}").as_posix()
    return moved if moved != path else None


def _put(text: str, run: list[re.Match[str]], new: Words) -> Iterator[tuple[int, int, str]]:
    """Yield the edits that put new words in the place of a run: word for word where they are as many."""
    if len(run) == len(new):
        others = [_as_loud(other, word[0]) for word, other in zip(run, new, strict=True)]
        changed = [at for at, word in enumerate(run) if others[at] != word[0]]
        if changed:  # from the first to the last, what is between them as it is
            first, last = changed[0], changed[-1]
            ends = [word.end() for word in run[first:last]]
            gaps = [text[end : word.start()] for end, word in zip(ends, run[first + 1 :], strict=False)]
            whole = "".join(f"{other}{gap}" for other, gap in zip(others[first:], [*gaps, ""], strict=False))
            yield run[first].start(), run[last].end(), whole
    elif new:
        loud = " ".join(word[0] for word in run)
        yield run[0].start(), run[-1].end(), _as_loud(" ".join(new), loud)
    else:
        end = re.compile(r"\s*").match(text, run[-1].end())
        yield run[0].start(), end.end() if end else run[-1].end(), ""


def _as_loud(new: str, old: str) -> str:
    letters = [letter for letter in old if letter.isalpha()]
    return new.upper() if len(letters) > 1 and all(letter.isupper() for letter in letters) else new


def _possessive(text: str, naming: Naming, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """James’ hat becomes John’s hat: an apostrophe that stood alone behind an s gets one."""
    ends = next((new for _, end, new in found if end == naming.end), "")
    alone = naming.text[-1:].casefold() == "s" and _BARE_POSSESSIVE.match(text, naming.end)
    if not ends or ends[-1].casefold() == "s" or not alone:
        return []
    return [(naming.end + 1, naming.end + 1, "s")]


def _quoted(new: str, before: str) -> str:
    """Return a name as it stands in YAML behind the character `before`."""
    return new.replace("'", "''") if before == "'" else new


def _is_alias(naming: Naming) -> bool:
    return naming.entity is not None and _is_written(naming.entity, naming.text)


def _is_written(entity: Entity, text: str) -> bool:
    return name_parts.keys(text) in (name_parts.keys(name) for name in (entity.name, *entity.aliases))


def _holds(name: str, words: Words) -> bool:
    return name_parts.place_of(name_parts.keys(name), words) is not None
