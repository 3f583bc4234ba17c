"""The command `fabula`. What must start at once (`lsp`, `--version`) is answered before anything heavy is
loaded.
"""

import os
import sys
from pathlib import Path


def main() -> int:
    """Run the command line; return the exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from fabula_daemon import __version__

        sys.stdout.write(f"fabula {__version__}\n")
        return 0
    if arguments[:1] == ["lsp"]:
        from fabula_daemon.extensions import command

        return command("lsp")(arguments[1:])
    from fabula_daemon.cli import run

    _use_other_weights()
    return run(arguments)


def _use_other_weights() -> None:
    """For training: let the name detector judge by the weights in a file that the environment names."""
    file = os.environ.get("FABULA_NAMES_WEIGHTS")
    if file:
        from fabula_daemon.story.people import weights

        weights.use(weights.parse(Path(file).read_text(encoding="utf-8")))


if __name__ == "__main__":
    sys.exit(main())
