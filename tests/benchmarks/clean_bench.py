"""check_clean_false_per_10k: what all checks together say of two novels in which nothing is wrong, each with
its whole world. `python -m tests.benchmarks.clean_bench` lists it.
"""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.contradictions import bench, scoring, stories


def figures() -> dict[str, float]:
    """Return the findings in chapters for every 10,000 words."""
    found, words = findings()
    return {"check_clean_false_per_10k": len(found) / words * 10_000}


def findings() -> tuple[list[tuple[str, scoring.Record]], int]:
    """Return every finding in a chapter, with its novel's name, and the number of words."""
    found, words = [], 0
    for novel in bench.novels():
        with tempfile.TemporaryDirectory() as folder:
            story = stories.read(stories.copy(novel, Path(folder) / novel.name))
            chapters = {chapter.path for chapter in story.chapters}
            words += sum(len(chapter.text.split()) for chapter in story.chapters)
            found += [
                (novel.name, record) for record in scoring.check(story.root) if record["path"] in chapters
            ]
    return found, words


if __name__ == "__main__":
    listed, total = findings()
    for name, record in listed:
        place = f"{name}/{record['path']}:{record['line']}"
        sys.stdout.write(f"{place}: {record['code']}: {record['text']!r}: {record['message']}\n")
    sys.stdout.write(f"{len(listed)} findings in {total:,} words\n")
