"""Run the bridge as a program, with a socket given on the command line in the place of a daemon's."""

import socket
import sys
from pathlib import Path

from fabula_daemon.errors import NotRunning
from fabula_lsp.bridge import Bridge


def connect(root: Path) -> socket.socket:
    daemon = socket.socket(socket.AF_UNIX)
    try:
        daemon.connect(sys.argv[1])
    except OSError as error:
        daemon.close()
        raise NotRunning(root, str(error)) from None
    return daemon


if __name__ == "__main__":
    sys.exit(Bridge(Path(sys.argv[2]) if len(sys.argv) > 2 else None, connect).run())
