"""A chapter under the author's hands: read once, and from then on only where it changes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from fabula_daemon.story import checks
from fabula_daemon.story.checks import Setting, Sighting
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import NOBODY, Focus, Passage
from fabula_daemon.story.people.candidates import Candidate, candidates
from fabula_daemon.story.people.linking import link
from fabula_daemon.story.people.mentions import Mention, Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.text import front_matter, prose
from fabula_daemon.story.text.prose import Paragraph, Prose

_ROOM = 2_000
_SMALL = 8
_MOST_VIEWS = 8


@dataclass(slots=True)
class _View:
    """What a paragraph says to a reader with `focus` in mind, and whom she has in mind behind it."""

    focus: Focus
    after: Focus
    mentions: tuple[Mention, ...] = ()
    findings: tuple[Finding, ...] = ()
    seen: dict[str, Any] = field(default_factory=dict)


_GAP = _View(NOBODY, NOBODY)  # between scenes


@dataclass(slots=True)
class _Read:
    """What is known of a paragraph by its text alone; `mentions` is None until they are read by the present
    canon.
    """

    candidates: list[Candidate]
    words: frozenset[str]
    mentions: tuple[Mention, ...] | None = None
    is_old: bool = False
    views: dict[Focus, _View] = field(default_factory=dict)


class LiveChapter:
    """The chapter at `path`, as in the author's editor, adding its evidence to the story's `names`.

    `change`, `touch` and `reread` only note what is to be done. `edit` does at once what a keystroke asks
    for; `catch_up` does everything, a paragraph a step, so that who drives it can let others have their turn.
    What stands after its last step is the same as if the chapter had been read afresh. `caught_up` tells
    whether that has happened once; `checked` counts the paragraphs that the checks have looked at.
    """

    def __init__(self, path: str, text: str, names: Names) -> None:
        self.path, self.names = path, names
        self.caught_up = False
        self.checked = 0
        self._setting: Setting | None = None
        self._reads: dict[str, _Read] = {}
        self._wanted: Counter[str] = Counter()
        self._observed: Counter[str] = Counter()
        self._changed_words: set[str] = set()
        self._page_findings: list[Finding] = []
        self._views: list[_View | None] = []
        self.prose = Prose("", ())
        self._take(prose.parse(text))

    def change(self, text: str) -> None:
        """The chapter's text is now `text`."""
        region = prose.changed_region(self.prose.text, text)
        self._page_findings = [f for finding in self._page_findings if (f := _carried(finding, *region))]
        self._take(prose.reparse(self.prose, text))

    def reread(self) -> None:
        """Forget who is named where: the canon is another."""
        for read in self._reads.values():
            read.mentions = None
            read.views.clear()
        self._views = [None] * len(self._views)

    def touch(self, words: frozenset[str] | set[str]) -> None:
        """The story's evidence about some words (case folded) has changed elsewhere."""
        self._changed_words |= words

    def withdraw(self) -> set[str]:
        """Take the chapter's evidence out of the story's; return the words about which it was."""
        words = set[str]()
        for text, count in self._observed.items():
            for _ in range(count):
                words |= self.names.observe(text, self._read(text).candidates, -1)
        self._observed.clear()
        return words

    def join_again(self) -> None:
        """The story's evidence has been replaced by one without this chapter's: add it, and decide everything
        anew.
        """
        self._observed.clear()
        self.reread()

    def is_small_edit(self, setting: Setting) -> bool:
        """Whether what has changed since the last reading is so little that it can be read at once."""
        little = self._views.count(None) <= _SMALL and len(self._unobserved()) <= _SMALL
        return self.caught_up and self._setting == setting and little

    def edit(self, reader: Reader, setting: Setting) -> set[str]:
        """Read the paragraphs whose text is new; return the words (case folded) whose evidence that changed.

        What that means for other paragraphs, and what the chapter as a whole shows, waits for `catch_up`.
        """
        self._settle_in(setting)
        change = Names()
        for text in self._unobserved():
            self._observe(text, change)
        self.names.add(change)
        words = change.words()
        self._changed_words |= words
        focus = NOBODY
        for at, view in enumerate(self._views):
            if view is None:
                view = self._views[at] = self._viewed(self.prose.blocks[at], focus, reader, setting)
            focus = view.after
        return words

    def observe(self) -> Iterator[set[str]]:
        """Let what the chapter shows count in the story's evidence, step by step; yield the words whose
        evidence each step changed.
        """
        for text in self._unobserved():
            words = self._observe(text, self.names)
            self._changed_words |= words
            yield words

    def catch_up(self, reader: Reader, setting: Setting) -> Iterator[set[str]]:
        """Do what is to be done, step by step; yield the words whose evidence each step changed."""
        self._settle_in(setting)
        yield from self.observe()
        changed, self._changed_words = self._changed_words, set()
        self._age(changed)
        focus = NOBODY
        for at, block in enumerate(self.prose.blocks):
            before = self.checked
            view = self._views[at] = self._viewed(block, focus, reader, setting)
            focus = view.after
            if self.checked != before:
                yield set()
        page = replace(setting, pov=points_of_view(self.prose.text))
        self._page_findings = list(checks.run_page(page, self._sightings()))
        if len(self._reads) > 2 * len(self._wanted) + _ROOM:
            self._reads = {text: read for text, read in self._reads.items() if text in self._wanted}
        self.caught_up = True

    def passages(self) -> Iterator[Passage]:
        """Yield the paragraphs that have been read, with who is named in them."""
        for block, view in zip(self.prose.blocks, self._views, strict=True):
            if block.kind == "prose" and view is not None:
                yield Passage(block, view.mentions, view.focus)

    def findings(self) -> list[Finding]:
        """Return what the checks found in the paragraphs read so far, at their present places."""
        found = overlong_lines(self.path, self.prose)
        for block, view in zip(self.prose.blocks, self._views, strict=True):
            if view is not None and view.findings:
                found += [finding.moved(block.start) for finding in view.findings]
        return found + self._page_findings

    def _settle_in(self, setting: Setting) -> None:
        """What is laid down may have changed: then every paragraph is checked again."""
        if self._setting is not None and setting != self._setting:
            self.reread()
        self._setting = setting

    def _paragraphs(self) -> Iterator[Paragraph]:
        return (paragraph for paragraph in self.prose.blocks if paragraph.kind == "prose")

    def _read(self, text: str) -> _Read:
        read = self._reads.get(text)
        if read is None:
            found = candidates(text)
            words = frozenset(word for candidate in found for word in candidate.name.casefold().split())
            read = self._reads[text] = _Read(found, words)
        return read

    def _take(self, read: Prose) -> None:
        """Hold another reading of the chapter; the views of what is before and behind the change remain."""
        old, new = self.prose.blocks, read.blocks
        shortest = min(len(old), len(new))
        head = next((at for at in range(shortest) if not _is_same(old[at], new[at])), shortest)
        room = shortest - head
        tail = next((at for at in range(room) if not _is_same(old[-1 - at], new[-1 - at])), room)
        changed: list[_View | None] = [None] * (len(new) - head - tail)
        self._views = [*self._views[:head], *changed, *self._views[len(old) - tail :]]
        self.prose = read
        self._wanted = Counter(paragraph.text for paragraph in self._paragraphs())

    def _unobserved(self) -> list[str]:
        """Return the texts that count more often, or less, than they stand in the chapter."""
        return [*(self._wanted - self._observed), *(self._observed - self._wanted)]

    def _observe(self, text: str, evidence: Names) -> set[str]:
        """Let a paragraph's text count in `evidence` as often as it stands in the chapter."""
        read = self._read(text)
        missing = self._wanted[text] - self._observed[text]
        words = set[str]()
        for _ in range(abs(missing)):
            words |= evidence.observe(text, read.candidates, 1 if missing > 0 else -1)
        self._observed[text] += missing
        if not self._observed[text]:
            del self._observed[text]
        return words

    def _age(self, changed: set[str]) -> None:
        """Mark what was read by evidence that has changed since, in paragraphs taken out and put back too."""
        for read in self._reads.values() if changed else ():
            read.is_old = read.is_old or not changed.isdisjoint(read.words)

    def _viewed(self, block: Paragraph, focus: Focus, reader: Reader, setting: Setting) -> _View:
        """Return what a block says to a reader with `focus` in mind, read again only where it must be."""
        if block.kind != "prose":
            return _GAP
        read = self._read(block.text)
        if read.mentions is None or read.is_old:
            mentions = tuple(reader.resolve(block.text, read.candidates))
            if mentions != read.mentions:
                read.views.clear()
            read.mentions, read.is_old = mentions, False
        view = read.views.get(focus)
        if view is None:
            if len(read.views) >= _MOST_VIEWS:
                read.views.clear()
            linked = link(read.mentions, focus)
            passage = Passage(Paragraph(0, block.text), linked, focus)
            found, seen = checks.run(passage, setting), checks.observe(passage, setting)
            view = read.views[focus] = _View(focus, focus.after(linked), linked, found, seen)
            self.checked += 1
        return view

    def _sightings(self) -> dict[str, list[Sighting[Any]]]:
        """Return what the checks of chapters remember, by code and in order."""
        sightings: dict[str, list[Sighting[Any]]] = {}
        scene, in_gap = 0, True
        for block, view in zip(self.prose.blocks, self._views, strict=True):
            if block.kind != "prose":
                in_gap = True
                continue
            scene, in_gap = scene + in_gap, False
            for code, what in view.seen.items() if view is not None else ():
                sightings.setdefault(code, []).append(Sighting(block.start, block.text, scene, what))
        return sightings


def points_of_view(text: str) -> tuple[str, ...]:
    """Return whom a chapter's front matter names under `pov`."""
    named = front_matter.read(text).raw.get("pov") if text.startswith("---") else None
    return tuple(name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str))


def _is_same(one: Paragraph, other: Paragraph) -> bool:
    return one is other or (one.text == other.text and one.kind == other.kind)


def _carried(finding: Finding, start: int, old_end: int, new_end: int) -> Finding | None:
    """Return a finding over a change of text[start:old_end] to text[start:new_end].

    None if the change touches it, or what it quotes.
    """
    quoted = [evidence for evidence in finding.evidence if evidence.path == finding.path]
    spans = [(finding.start, finding.end), *((evidence.start, evidence.end) for evidence in quoted)]
    if any(first <= old_end and start <= last for first, last in spans):
        return None
    by = new_end - old_end
    evidence = tuple(e.moved(by) if e in quoted and e.start > old_end else e for e in finding.evidence)
    moved = by if finding.start > old_end else 0
    return replace(finding, start=finding.start + moved, end=finding.end + moved, evidence=evidence)


def overlong_lines(path: str, chapter: Prose) -> list[Finding]:
    """Return a finding for each line of a chapter that is too long to be prose."""
    return [
        Finding(
            path,
            start,
            start + 80,
            chapter.text[start : start + 80],
            "overlong-line",
            Severity.WARNING,
            f"This line has {end - start:,} characters, more than {prose.LONGEST_LINE:,}, and is not read. "
            "Break it into paragraphs, with a blank line between them.",
        )
        for start, end in chapter.overlong
    ]
