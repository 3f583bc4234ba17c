"""`fabula init`, `fabula doctor`, `fabula demo` and `fabula lsp`: what one runs first."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from fabula_daemon import extensions
from fabula_daemon.locate import SETTINGS_FILE

_WHAT_NEXT = f"""\
Next: look at {SETTINGS_FILE}, write a sheet for each of your characters, then `fabula check`.
`fabula init --from-manuscript` proposes the sheets.
"""
_WITH_PROPOSALS = """\
Next: look through them. Whom you want to keep: take out the line `proposed: true`, and move the file to your
other sheets. Delete the rest. Then `fabula check`.
"""


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
    from_manuscript: Annotated[
        bool,
        typer.Option(
            "--from-manuscript", help="Also propose a sheet for everybody named there; in a story too."
        ),
    ] = False,
) -> int:
    """Make a story out of a folder of chapters. Nothing that is there is overwritten."""
    from fabula_daemon.beginning import begin

    if not (from_manuscript and (folder / SETTINGS_FILE).is_file()):
        beginning = begin(folder)
        where = "here" if beginning.manuscript == "." else f"in {beginning.manuscript}/"
        sys.stdout.write(f"{_counted(beginning.chapters, 'chapter')} found {where}.\n")
        sys.stdout.write("".join(f"written: {folder / path}\n" for path in beginning.written))
    if from_manuscript:
        _propose(folder)
    else:
        sys.stdout.write(_WHAT_NEXT)
    return 0


def _propose(folder: Path) -> None:
    from fabula_daemon.proposing import propose

    proposal = propose(folder)
    sys.stdout.write("".join(f"written: {folder / path}\n" for path in proposal.written))
    if proposal.left:
        sys.stdout.write(f"{_counted(len(proposal.left), 'sheet')} left alone: proposed before.\n")
    if not proposal.written and not proposal.left:
        sys.stdout.write("Nobody is named whom your world does not know: nothing was proposed.\n")
        return
    count, folder = _counted(len(proposal.written), "sheet"), folder / proposal.folder
    said = f"{count} proposed in {folder}; none of them counts yet" if proposal.written else "Nobody is new"
    sys.stdout.write(f"{said}.\n{_WITH_PROPOSALS}")


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


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
