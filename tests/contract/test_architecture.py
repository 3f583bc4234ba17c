"""What must never be, held by the shortest test that can hold it. Imports are held by import-linter (`make
lint`).
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [ROOT / "daemon/fabula_daemon", ROOT / "lsp/fabula_lsp", ROOT / "pipeline/fabula_pipeline"]


def modules() -> Iterator[tuple[str, str]]:
    for source in SOURCES:
        for file in sorted(source.rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")


def where(pattern: str) -> set[str]:
    return {path for path, text in modules() if re.search(pattern, text)}


def test_only_positions_knows_how_editors_count_columns() -> None:
    assert where(r"utf-16-le|utf_16") <= {"lsp/fabula_lsp/positions.py", "lsp/fabula_lsp/demo.py"}


def test_only_one_module_knows_platforms() -> None:
    assert where(r"sys\.platform [=!]=|os\.name [=!]=") <= {"daemon/fabula_daemon/platforms.py"}


def test_nothing_listens_or_calls_beyond_the_loopback_interface() -> None:
    assert where(r"0\.0\.0\.0|['\"]::['\"]|https?://(?!127\.0\.0\.1|json\.schemastore|\{|\\|\()") <= {
        "daemon/fabula_daemon/serving/setup.py",  # where `fabula serve setup` may have to install torch from
    }


def test_the_daemon_writes_in_its_state_folder_only() -> None:
    """Whoever writes a file at all is named here, with what it writes."""
    writers = {
        "daemon/fabula_daemon/beginning.py",  # `fabula init`: a new story's files, none that exist
        "daemon/fabula_daemon/proposing.py",  # `fabula init --from-manuscript`: sheets, none that exist
        "daemon/fabula_daemon/example.py",  # a copy of the example
        "daemon/fabula_daemon/lifecycle.py",  # .fabula/: presence, token
        "daemon/fabula_daemon/platforms.py",  # the runtime folder, the log of a daemon being started
        "daemon/fabula_daemon/processes.py",  # .fabula/: logs of workers
        "daemon/fabula_daemon/index/store.py",  # .fabula/: index.db
        "daemon/fabula_daemon/serving/copies.py",  # the user's state folder: adapters that are served
        "daemon/fabula_daemon/serving/group.py",  # the same: the model server's log
        "daemon/fabula_daemon/serving/server_log.py",  # the same, when it has grown too long
        "daemon/fabula_daemon/serving/sharing.py",  # the same: who keeps the server, and who uses it
        "daemon/fabula_daemon/serving/setup.py",  # the user's data folder: vLLM's environment
        "pipeline/fabula_pipeline/lexicon.py",  # a table of the project
        "pipeline/fabula_pipeline/names/__main__.py",  # weights of the project
        "pipeline/fabula_pipeline/names/crossing.py",  # weights of folds, where it is told to
        "lsp/fabula_lsp/demo.py",  # the picture that `fabula demo --svg` is asked for
    }
    assert (
        where(
            r"\.write_text|\.write_bytes|open\([^)]*['\"][wax]b?\+?['\"]|copytree|(?<!documents)\.rename\(|\.replace\(file"
        )
        <= writers
    )


@pytest.mark.parametrize(
    "heavy", ["torch", "transformers", "sentence_transformers", "pygls", "sqlite_utils", "numpy"]
)
def test_a_check_loads_nothing_heavy(heavy: str) -> None:
    program = f"import sys, fabula_daemon.cli, fabula_daemon.reading; sys.exit({heavy!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_modules_stay_small() -> None:
    tables = "daemon/fabula_daemon/story/tables/"
    long = {
        path: text.count("\n")
        for path, text in modules()
        if text.count("\n") > 400 and not path.startswith(tables)
    }

    assert long == {}
