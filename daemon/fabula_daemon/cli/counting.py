"""`fabula stats`: the story in figures, read from disk without a daemon, a model or an index."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from fabula_daemon.cli.options import FormatOption, ListFormat, StoryOption
from fabula_daemon.locate import find_story
from fabula_daemon.reading import Reading, read_story
from fabula_daemon.story.answers import statistics
from fabula_daemon.story.answers.statistics import ChapterFigures

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_NAME_WIDTH, _COUNT_WIDTH = 24, 6


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("stats")(stats)


def stats(story: StoryOption = Path(), output: FormatOption = ListFormat.TEXT) -> int:
    """Show who is named where, how long chapters and scenes are, and how much of them is spoken."""
    root = find_story(story)
    reading = read_story(root)
    chapters = figures_of(reading)
    if output is ListFormat.JSON:
        sys.stdout.write(json.dumps(statistics.as_record(chapters), ensure_ascii=False, indent=1) + "\n")
        return 0
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False)
    whole = statistics.total(chapter.figures for chapter in chapters)
    title = reading.world.settings.story.title or root.name
    console.print(
        f"{title}: {_counted(len(chapters), 'chapter')}, {whole.words:,} words, {whole.dialogue:.0%} spoken",
        markup=False,
        soft_wrap=True,
    )
    for table in (_lengths(chapters), *_appearances(chapters, console)):
        console.print()
        console.print(table)
    return 0


def figures_of(reading: Reading) -> tuple[ChapterFigures, ...]:
    """Return the figures of every chapter of a story, in reading order."""
    numbers = {entry.path: entry.number for entry in reading.world.chapters}
    return tuple(
        statistics.chapter(
            path,
            numbers.get(path),
            prose,
            {passage.paragraph.start: passage.mentions for passage in reading.passages[path]},
        )
        for path, prose in reading.chapters.items()
    )


def _lengths(chapters: Sequence[ChapterFigures]) -> "Table":
    table = _table()
    table.add_column("", justify="right")
    table.add_column("chapter", no_wrap=True, max_width=_NAME_WIDTH + _COUNT_WIDTH)
    table.add_column("words", justify="right", no_wrap=True)
    table.add_column("spoken", justify="right", no_wrap=True)
    table.add_column("words of each scene")
    for chapter in chapters:
        scenes = "  ".join(f"{scene.figures.words:,}" for scene in chapter.scenes)
        name = _plain(chapter.title or Path(chapter.path).stem)
        figures = chapter.figures
        table.add_row(
            str(chapter.number or ""), name, f"{figures.words:,}", f"{figures.dialogue:.0%}", scenes or "–"
        )
    return table


def _appearances(chapters: Sequence[ChapterFigures], console: "Console") -> Iterator["Table"]:
    """Yield who is named how often in each chapter: as many tables as the chapters need beside each other."""
    whole = statistics.total(chapter.figures for chapter in chapters)
    rows = [
        (entity.name, [chapter.figures.named[entity] for chapter in chapters])
        for entity, _ in whole.named.most_common()
    ]
    rows += [
        (f"? {name}", [chapter.figures.strangers[name] for chapter in chapters])
        for name, _ in whole.strangers.most_common()
    ]
    beside = max(4, (console.width - _NAME_WIDTH) // _COUNT_WIDTH)
    for first in range(0, len(chapters) if rows else 0, beside):
        shown = chapters[first : first + beside]
        table = _table()
        table.add_column("named (? is in no sheet)", no_wrap=True, max_width=_NAME_WIDTH)
        for chapter in shown:
            table.add_column(str(chapter.number or "–"), justify="right", no_wrap=True)
        for name, counts in rows:
            if any(here := counts[first : first + beside]):
                table.add_row(_plain(name), *(str(count or "·") for count in here))
        yield table


def _table() -> "Table":
    from rich.table import Table

    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")


def _plain(text: str) -> str:
    """Return a text of the author's in which rich sees no markup."""
    from rich.markup import escape

    return escape(text)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
