"""`fabula check` and `fabula mentions`: the story read from disk, without a daemon or an index, and without a
model unless `--deep` asks for one.
"""

import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from fabula_daemon import __version__
from fabula_daemon.cli.options import FormatOption, ListFormat, StoryOption
from fabula_daemon.errors import StoryError
from fabula_daemon.locate import find_story
from fabula_daemon.reading import Reading, read_story
from fabula_daemon.story import report
from fabula_daemon.story.text.lines import LineIndex

_MANY = 20
_WITHOUT_SHEETS = (
    "{:,} names are in no sheet: `fabula init --from-manuscript` proposes sheets for the people among them.\n"
)


class CheckFormat(StrEnum):
    """What `fabula check` can print."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("check")(check)
    app.command("mentions")(mentions)


def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Only findings in these files.", metavar="[FILE]...")
    ] = None,
    story: StoryOption = Path(),
    output: Annotated[
        CheckFormat, typer.Option("--format", help="How to print the findings.")
    ] = CheckFormat.TEXT,
    deep: Annotated[
        bool, typer.Option("--deep", help="Also ask the model of [checks] deep_url, pair by pair of claims.")
    ] = False,
) -> int:
    """Show where the story contradicts its world. Exit status: 0 nothing found, 1 something found, 2 an
    error.
    """
    root = find_story(story)
    reading = read_story(root)
    wanted = {_relative(root, file) for file in files or ()}
    if deep:
        reading = _deepened(reading, wanted or None)
    findings = list(reading.findings)
    if wanted:
        findings = [finding for finding in findings if finding.path in wanted]
    if output is CheckFormat.JSON:
        sys.stdout.write(report.as_json(findings, reading.texts) + "\n")
    elif output is CheckFormat.SARIF:
        sys.stdout.write(report.as_sarif(findings, reading.texts, __version__) + "\n")
    else:
        dim = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        sys.stdout.write(report.as_text(findings, reading.texts, dim=dim))
        sys.stdout.write(_summary(reading, len(findings)))
    return 1 if findings else 0


def mentions(
    story: StoryOption = Path(),
    output: FormatOption = ListFormat.TEXT,
) -> int:
    """List every person named in the chapters, and which character it is."""
    reading = read_story(find_story(story))
    if output is ListFormat.JSON:
        records = [
            {
                "path": path,
                "start": paragraph.start + mention.start,
                "end": paragraph.start + mention.end,
                "text": mention.text,
                "character": mention.entity.name if mention.entity else None,
                "known": mention.known,
            }
            for path, paragraph, mention in reading.mentions()
        ]
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=1) + "\n")
        return 0
    lines = {path: LineIndex(text) for path, text in reading.texts.items()}
    for path, paragraph, mention in reading.mentions():
        line, column = lines[path].position(paragraph.start + mention.start)
        nobody = "several bear the name" if mention.known else "unknown"
        who = mention.entity.name if mention.entity else nobody
        sys.stdout.write(f"{path}:{line + 1}:{column + 1}: {' '.join(mention.text.split())} → {who}\n")
    return 0


def _deepened(reading: Reading, only: set[str] | None) -> Reading:
    """Return the reading with what the model finds; how that went is said on standard error."""
    from fabula_daemon import deep
    from fabula_daemon.deep_model import Model

    with Model(reading.world.settings.checks) as model:
        pairs = deep.pairs_of(reading, only)
        if not model.is_local:
            sys.stderr.write(f"{len(pairs)} pairs of statements from the story go to {model.host}.\n")
        outcome = deep.judge(pairs, model.ask, _show_progress if sys.stderr.isatty() else None)
    sys.stderr.write(f"{outcome.describe()}\n")
    return deep.deepened(reading, outcome.findings)


def _show_progress(asked: int, of: int) -> None:
    sys.stderr.write(f"\r{asked} of {of} pairs\r")
    sys.stderr.flush()


def _relative(root: Path, file: Path) -> str:
    for base in (file.resolve(), (root / file).resolve()):
        if base.is_relative_to(root) and base.exists():
            return base.relative_to(root).as_posix()
    raise StoryError(
        f"{file} is no file of the story at {root}. Give a path inside it, as in manuscript/01.md."
    )


def _summary(reading: Reading, count: int) -> str:
    chapters = len(reading.chapters)
    words = sum(len(chapter.text.split()) for chapter in reading.chapters.values())
    found = "Nothing found" if not count else f"{count} finding{'s' if count > 1 else ''}"
    waived = f"; {reading.waived} waived as intended" if reading.waived else ""
    line = f"{found} in {chapters} chapter{'' if chapters == 1 else 's'} ({words:,} words){waived}.\n"
    strangers = {finding.text for finding in reading.findings if finding.code == "unknown-character"}
    return line + (_WITHOUT_SHEETS.format(len(strangers)) if len(strangers) >= _MANY else "")
