"""The story read whole, from disk: what `fabula check` and `fabula mentions` do, without a daemon, a model or
an index.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from fabula_daemon import config, files
from fabula_daemon.config import Settings
from fabula_daemon.errors import Unreadable
from fabula_daemon.locate import SETTINGS_FILE
from fabula_daemon.story import waivers
from fabula_daemon.story.chapter import LiveChapter
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.judge import Judge, Verdict
from fabula_daemon.story.people.mentions import Mention, Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.text import prose
from fabula_daemon.story.text.links import Targets
from fabula_daemon.story.text.prose import Paragraph, Prose
from fabula_daemon.story.waivers import WAIVERS_FILE, Waiver
from fabula_daemon.story.world import audit, canon, rules, sheets, timeline
from fabula_daemon.story.world.audit import unmentioned
from fabula_daemon.story.world.canon import Canon
from fabula_daemon.story.world.rules import Rules
from fabula_daemon.story.world.timeline import Timeline


@dataclass(frozen=True)
class World:
    """What the author has laid down: settings, canon and waivers, the texts they come from, and what is wrong
    there. `drafted` are the folded names of people in the drafts, in full and word by word.
    """

    settings: Settings
    entries: tuple[files.Entry, ...]
    canon: Canon
    targets: Targets
    waivers: tuple[Waiver, ...]
    drafted: frozenset[str]
    findings: tuple[Finding, ...]
    texts: Mapping[str, str] = field(repr=False)

    @property
    def chapters(self) -> tuple[files.Entry, ...]:
        """The chapters in reading order."""
        return tuple(entry for entry in self.entries if entry.kind == "chapter")

    @cached_property
    def numbers(self) -> Mapping[str, int | None]:
        """The chapters' 1-based places in reading order, by path."""
        return {entry.path: entry.number for entry in self.chapters}

    def setting(self, path: str) -> Setting:
        """Return what the checks need to know of the chapter at `path`."""
        wanted = self.settings.checks
        return Setting(path, self.numbers.get(path), self.canon, wanted.attributes, self.drafted, wanted.off)

    def unsilenced(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings less those that the author has switched off."""
        return [finding for finding in findings if finding.code not in self.settings.checks.off]


@dataclass(frozen=True)
class Reading:
    """A whole story: its world, its chapters read, and who is named in each paragraph of them."""

    world: World
    chapters: Mapping[str, Prose]
    passages: Mapping[str, tuple[Passage, ...]]
    findings: tuple[Finding, ...]
    waived: int

    @property
    def texts(self) -> dict[str, str]:
        """The text of every file that a finding may be in."""
        return {**self.world.texts, **{path: chapter.text for path, chapter in self.chapters.items()}}

    def mentions(self) -> Iterable[tuple[str, Paragraph, Mention]]:
        """Yield every mention of somebody known or certainly unknown, with its chapter's path and its
        paragraph.
        """
        for path, passages in self.passages.items():
            for passage in passages:
                for mention in passage.mentions:
                    if mention.known or mention.certain:
                        yield path, passage.paragraph, mention


class _Source:
    """The files of a story, unsaved buffers before the disk; what cannot be read becomes a finding."""

    def __init__(self, root: Path, unsaved: Mapping[str, str]) -> None:
        self.root, self.unsaved = root, unsaved
        self.texts: dict[str, str] = {}
        self.findings: list[Finding] = []

    def read(self, path: str) -> str | None:
        text = self.unsaved.get(path)
        if text is None:
            text, problem = _read(self.root, path)
            self.findings += problem
        if text is not None:
            self.texts[path] = text
        return text

    def exists(self, path: str) -> bool:
        return path in self.unsaved or (self.root / path).is_file()


def read_world(root: Path, unsaved: Mapping[str, str] | None = None, *, before: World | None = None) -> World:
    """Read everything but the chapters; `unsaved` buffers count instead of the files they are of.

    Drafts are read only where they differ from those of the world `before`.
    """
    source = _Source(root, unsaved or {})
    text = source.read(SETTINGS_FILE)
    settings, findings = (Settings(), []) if text is None else config.parse(text)
    if SETTINGS_FILE in source.unsaved and not config.is_toml(text or ""):
        settings, _ = config.load(root)  # a line that is still being typed must not unsettle everything
    entries = _entries(root, settings, source.unsaved)
    found: list[sheets.Sheet] = []
    chapter_paths = [entry.path for entry in entries if entry.kind == "chapter"]
    dated, ruled = Timeline(), Rules()
    for entry in entries:
        if entry.kind not in ("sheet", "timeline", "rules") or (text := source.read(entry.path)) is None:
            continue
        if entry.kind == "timeline":
            dated, problems = timeline.read(entry.path, text, canon.numbered(chapter_paths))
        elif entry.kind == "rules":
            ruled, problems = rules.read(entry.path, text)
        else:
            sheet, problems = sheets.read(entry.path, text)
            found += [sheet] if sheet else []
        findings += problems
    laid_down = canon.build(found, chapter_paths, dated, ruled)
    targets = Targets((entry.path for entry in entries), laid_down)
    findings += audit.audit(found, laid_down, targets)
    text = source.read(WAIVERS_FILE) if source.exists(WAIVERS_FILE) else None
    waived, complaints = waivers.parse(text or "")
    findings += [*complaints, *source.findings, *_missing(root, settings, entries)]
    drafts = _drafts(entries)
    drafted = before.drafted if before and _drafts(before.entries) == drafts else _people(root, drafts)
    return World(settings, entries, laid_down, targets, waived, drafted, tuple(findings), source.texts)


def _drafts(entries: Iterable[files.Entry]) -> tuple[files.Entry, ...]:
    return tuple(entry for entry in entries if entry.kind == "draft")


def _people(root: Path, drafts: Iterable[files.Entry]) -> frozenset[str]:
    """Return the folded names of the people in some drafts, in full and word by word."""
    names = Names()
    for entry in drafts:
        text, _ = _read(root, entry.path)
        for paragraph in prose.parse(text or "").paragraphs:
            names.observe(paragraph.text)
    judge = Judge(names)
    people = [name for name in names.cues if judge.verdict_on(name) is Verdict.PERSON]
    return frozenset(word for name in people for word in (name, *name.split()))


def _entries(root: Path, settings: Settings, unsaved: Mapping[str, str]) -> tuple[files.Entry, ...]:
    """Return the files of the story, those that are only in a buffer too, the chapters first and in order."""
    entries = {entry.path: entry for entry in files.scan(root, settings)}
    for path in unsaved:
        kind = files.kind_of(path, settings)
        if kind is not None:
            entries.setdefault(path, files.Entry(path, kind, None, 0, 0))
    chapters = files.order_chapters([path for path, e in entries.items() if e.kind == "chapter"], settings)
    numbered = [replace(entries.pop(path), number=number) for number, path in enumerate(chapters, start=1)]
    return (*numbered, *entries.values())


def read_story(root: Path) -> Reading:
    """Read the whole story at `root` and check it."""
    world = read_world(root)
    findings = list(world.findings)
    texts: dict[str, str] = {}
    for entry in world.chapters:
        text, problem = _read(root, entry.path)
        findings += problem
        if text is not None:
            texts[entry.path] = text
    names = Names()
    chapters = {path: LiveChapter(path, text, names) for path, text in texts.items()}
    for chapter in chapters.values():
        exhaust(chapter.observe())
    reader = Reader(world.canon, names)
    for path, chapter in chapters.items():
        exhaust(chapter.catch_up(reader, world.setting(path)))
        findings += chapter.findings()
    findings += unmentioned.findings(world.canon, names.words())
    standing, waived = waivers.apply(world.unsilenced(findings), world.waivers, {**world.texts, **texts})
    order = {entry.path: place for place, entry in enumerate(world.entries)}
    standing.sort(key=lambda finding: (order.get(finding.path, -1), finding.order))
    return Reading(
        world,
        {path: chapter.prose for path, chapter in chapters.items()},
        {path: tuple(chapter.passages()) for path, chapter in chapters.items()},
        tuple(standing),
        len(waived),
    )


def exhaust(steps: Iterable[object]) -> None:
    """Do all steps of some work at once."""
    deque(steps, maxlen=0)


def _read(root: Path, path: str) -> tuple[str | None, list[Finding]]:
    try:
        return files.read(root, path), []
    except Unreadable as error:
        message = f"{PurePosixPath(path).name} {error.reason}"
        return None, [Finding(path, 0, 0, "", "unreadable-file", Severity.WARNING, message)]


def _missing(root: Path, settings: Settings, entries: Iterable[files.Entry]) -> list[Finding]:
    """A manuscript that is not there, or has no chapter, is worth a word; so is a world that is not there."""
    story = settings.story
    findings = []
    if not any(entry.kind == "chapter" for entry in entries):
        what = (
            "holds no chapter (.md, .txt or .fountain)"
            if (root / story.manuscript).is_dir()
            else "does not exist"
        )
        message = (
            f"The manuscript folder {story.manuscript}/ {what}. "
            "[story] manuscript in fabula.toml says where the chapters are."
        )
        findings.append(Finding(SETTINGS_FILE, 0, 0, "", "settings", Severity.WARNING, message))
    if not (root / story.world).is_dir():
        message = (
            f"The world folder {story.world}/ does not exist, so nobody is known. "
            "[story] world in fabula.toml says where the sheets are."
        )
        findings.append(Finding(SETTINGS_FILE, 0, 0, "", "settings", Severity.WARNING, message))
    return findings
