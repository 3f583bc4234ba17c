"""The commands, one file a family. Nothing heavy is imported before a command needs it."""

import sys
from collections.abc import Sequence

import typer

from fabula_daemon.cli import asking, counting, daemon, explaining, models, reading, serving, setting_up
from fabula_daemon.errors import FabulaError

app = typer.Typer(
    name="fabula",
    help="Fabula keeps a story true while its author tells it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for family in (setting_up, reading, counting, asking, models, explaining, daemon, serving):
    family.register(app)


def run(arguments: Sequence[str]) -> int:
    """Run one command; return its exit status. An error that we raise on purpose is a sentence, not a
    traceback.
    """
    try:
        status = app(args=list(arguments), prog_name="fabula", standalone_mode=False)
    except FabulaError as error:
        sys.stderr.write(f"fabula: {error}\n")
        return 2
    except typer.Exit as leave:
        return leave.exit_code
    except Exception as error:
        shown = getattr(error, "show", None)
        if shown is None:
            raise
        shown()
        return 2
    return status if isinstance(status, int) else 0
