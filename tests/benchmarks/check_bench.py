"""check_100k_words_s: the whole command `fabula check`, start-up included, on 100,000 words of a big
story.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.big_story import build

RUNS = 3


def figures() -> dict[str, float]:
    """Return the median of a few runs, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        build(root, words=100_000)
        seconds = []
        for _ in range(RUNS):
            began = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-P", "-m", "fabula_daemon", "check", "--story", str(root)],
                capture_output=True,
                check=False,
            )
            seconds.append(time.perf_counter() - began)
            if done.returncode not in (0, 1):
                raise RuntimeError(done.stderr.decode())
    return {"check_100k_words_s": statistics.median(seconds)}
