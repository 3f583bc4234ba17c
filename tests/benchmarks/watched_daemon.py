"""A daemon that knows how long its event loop was held at most: `python watched_daemon.py STORY FILE`.

At each SIGUSR1 it writes that to FILE, as JSON, and begins to watch anew.
"""

import asyncio
import json
import signal
import sys
import time
from pathlib import Path

from fabula_daemon import app


def main(story: Path, report: Path) -> None:
    """Be the daemon of `story`."""
    worst = {"ms": 0.0, "what": ""}
    run_handle = asyncio.Handle._run

    def timed(handle: asyncio.Handle) -> None:
        began = time.perf_counter()
        run_handle(handle)
        took = (time.perf_counter() - began) * 1000
        if took > worst["ms"]:  # type: ignore[operator]
            task = getattr(handle._callback, "__self__", None)
            worst.update(ms=took, what=repr(task if isinstance(task, asyncio.Task) else handle))

    def write(*_: object) -> None:
        partial = report.with_suffix(".part")
        partial.write_text(json.dumps(worst))
        partial.replace(report)
        worst.update(ms=0.0, what="")

    asyncio.Handle._run = timed  # type: ignore[method-assign]
    signal.signal(signal.SIGUSR1, write)
    app.run(story)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
