"""A chapter under the author's hands: read once, and from then on only where it changes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fabula_daemon.story import checks, prose
from fabula_daemon.story.candidates import Candidate, candidates
from fabula_daemon.story.checks import Page, Passage
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.mentions import Mention, Reader
from fabula_daemon.story.names import Names
from fabula_daemon.story.prose import Paragraph, Prose

_ROOM = 2_000
_SMALL = 8


@dataclass(slots=True)
class _Read:
    """What is known of a paragraph by its text alone. `mentions` is None until they are read by the present
    canon.
    """

    candidates: list[Candidate]
    words: frozenset[str]
    mentions: tuple[Mention, ...] | None = None
    is_old: bool = False
    findings: tuple[Finding, ...] = ()


class LiveChapter:
    """The chapter at `path`, as in the author's editor, adding its evidence to the story's `names`.

    `change`, `touch` and `reread` only note what is to be done. `edit` does at once what a keystroke asks
    for; `catch_up` does everything, a paragraph a step, so that who drives it can let others have their turn.
    What stands after its last step is the same as if the chapter had been read afresh. `caught_up` tells
    whether that has happened once.
    """

    def __init__(self, path: str, text: str, names: Names) -> None:
        self.path, self.names = path, names
        self.number: int | None = None
        self.caught_up = False
        self._reads: dict[str, _Read] = {}
        self._wanted: Counter[str] = Counter()
        self._observed: Counter[str] = Counter()
        self._changed_words: set[str] = set()
        self._take(prose.parse(text))

    def change(self, text: str) -> None:
        """The chapter's text is now `text`."""
        self._take(prose.reparse(self.prose, text))

    def reread(self) -> None:
        """Forget who is named where: the canon is another."""
        for read in self._reads.values():
            read.mentions = None

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

    def is_small_edit(self) -> bool:
        """Whether what has changed since the last reading is so little that it can be read at once."""
        return self.caught_up and len(self._unobserved()) <= _SMALL

    def edit(self, reader: Reader, off: tuple[str, ...] = ()) -> set[str]:
        """Read the paragraphs whose text is new; return the words (case folded) whose evidence that changed.

        What the evidence means for other paragraphs waits for `catch_up`.
        """
        change = Names()
        for text in self._unobserved():
            self._observe(text, change)
        self.names.add(change)
        words = change.words()
        self._changed_words |= words
        for paragraph in self._paragraphs():
            read = self._read(paragraph.text)
            if read.mentions is None:
                self._resolve(paragraph.text, read, reader, off)
        return words

    def catch_up(self, reader: Reader, off: tuple[str, ...] = ()) -> Iterator[set[str]]:
        """Do what is to be done, step by step; yield the words whose evidence each step changed."""
        for text in self._unobserved():
            words = self._observe(text, self.names)
            self._changed_words |= words
            yield words
        changed, self._changed_words = self._changed_words, set()
        self._age(changed)
        for paragraph in self._paragraphs():
            read = self._read(paragraph.text)
            if read.mentions is None or read.is_old:
                self._resolve(paragraph.text, read, reader, off)
                yield set()
        if len(self._reads) > 2 * len(self._wanted) + _ROOM:
            self._reads = {text: read for text, read in self._reads.items() if text in self._wanted}
        self.caught_up = True

    def passages(self) -> Iterator[Passage]:
        """Yield the paragraphs that have been read, with who is named in them."""
        for paragraph in self._paragraphs():
            read = self._reads.get(paragraph.text)
            if read is not None and read.mentions is not None:
                yield Passage(paragraph, read.mentions)

    def findings(self) -> list[Finding]:
        """Return what the checks found in the paragraphs read so far, at their present places."""
        found = overlong_lines(self.path, self.prose)
        for paragraph in self._paragraphs():
            read = self._reads.get(paragraph.text)
            if read is not None and read.findings:
                found += [finding.moved(paragraph.start) for finding in read.findings]
        return found

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

    def _resolve(self, text: str, read: _Read, reader: Reader, off: tuple[str, ...]) -> None:
        read.mentions, read.is_old = tuple(reader.resolve(text, read.candidates)), False
        passage = Passage(Paragraph(0, text), read.mentions)
        read.findings = tuple(checks.run(Page(self.path, self.number, reader.canon, (passage,)), off))


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
