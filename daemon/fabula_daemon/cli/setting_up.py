"""`fabula init`, `fabula doctor`, `fabula demo` and `fabula lsp`: what one runs first."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from fabula_daemon import extensions
from fabula_daemon.locate import SETTINGS_FILE


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("init")(init)
    app.command("doctor")(doctor)
    app.command("demo")(demo)
    app.command("lsp")(lsp)


def init(
    folder: Annotated[
        Path, typer.Argument(help="The folder of your chapters, or the one above it.")
    ] = Path(),
) -> int:
    """Make a story out of a folder of chapters. Nothing that is there is overwritten."""
    from fabula_daemon.beginning import begin

    beginning = begin(folder)
    plural = "" if beginning.chapters == 1 else "s"
    where = "here" if beginning.manuscript == "." else f"in {beginning.manuscript}/"
    sys.stdout.write(f"{beginning.chapters} chapter{plural} found {where}.\n")
    sys.stdout.write("".join(f"written: {folder / path}\n" for path in beginning.written))
    sys.stdout.write(
        f"Next: look at {SETTINGS_FILE}, write a sheet for each of your characters, then `fabula check`.\n"
    )
    return 0


def doctor(
    folder: Annotated[Path, typer.Argument(help="A story's folder, to be looked at too.")] = Path(),
) -> int:
    """Say what is installed, what is missing, and the command that adds it. Exit status 1 if something is
    missing.
    """
    from fabula_daemon.doctor import examine

    answers = list(examine(folder))
    for answer in answers:
        sys.stdout.write(f"{'ok' if answer.well else '--':>3}  {answer.about:<22} {answer.seen}\n")
    unwell = [answer for answer in answers if not answer.well]
    for advice in dict.fromkeys(answer.advice for answer in unwell if answer.advice):
        sys.stdout.write(f"     → {advice}\n")
    return 1 if unwell else 0


def demo(
    svg: Annotated[Path | None, typer.Option(help="Also write what was shown as a picture.")] = None,
) -> int:
    """Show the main job on the example story: a chapter is opened, a sentence typed, and what an author would
    see.
    """
    return extensions.command("demo")(["--svg", str(svg)] if svg else [])


def lsp(
    story: Annotated[
        Path | None, typer.Option("--story", help="The story, if the editor does not say it.")
    ] = None,
) -> int:
    """Be the language server on standard input and output: what editors start."""
    return extensions.command("lsp")(["--story", str(story)] if story else [])
