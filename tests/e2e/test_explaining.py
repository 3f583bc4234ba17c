"""`fabula explain`: the real command, daemon and model."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fabula_daemon import lifecycle
from tests.support.stories import sheet, story

CHAPTER = "# Ash\n\nSarah Chen went down the ladder with Lotte.\n\n“How deep is it?” said \n"
PLACE = "manuscript/1.md:5:24"


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    sheets = {"sarah.md": sheet("Sarah Chen"), "lotte.md": sheet("Lotte Brandsma", aliases="[Lotte]")}
    root = story(tmp_path.resolve(), {"1.md": CHAPTER}, sheets)
    yield root
    lifecycle.stop(root)


def explain(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "fabula_daemon", "explain", "--story", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_place_is_explained_and_a_heading_is_not(root: Path) -> None:
    told = json.loads(explain(root, PLACE, "--format", "json", "--top", "3").stdout)
    nowhere = explain(root, "manuscript/1.md:1:4", "--format", "html")

    assert {"Sarah Chen", "Lotte Brandsma"} <= set(told["people"])
    assert len(told["comparison"]["alternatives"]) == len(told["words"]) == 3
    assert told["comparison"]["complete"]
    assert told["comparison"]["shift_bits"] > 0
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "heading" in nowhere.stderr
