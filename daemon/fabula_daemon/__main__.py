"""The command `fabula`. What must start at once (`lsp`, `--version`) is answered before anything heavy is
loaded.
"""

import sys


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

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
