"""`fabula models`: the records as the author reads them."""

import json
import sqlite3

from fabula_daemon.cli.models import NOTHING, as_text
from fabula_daemon.records.store import FILE_NAME, Store
from fabula_daemon.records.suggestions import ModelFigures, Row, add, became, kept, offered
from tests.daemon.cli.test_check import fabula
from tests.support.stories import story

ROW = Row(
    "1", 1000.0, "manuscript/01.md", 12, "transformers", "starter 1a2b3c4d", "shown", " and waited.",
    words=200, candidates=2, cached=False, confidence=0.4, prompt_tokens=800, reused_tokens=768,
    grounding_ms=3.0, first_ms=20.0, engine_ms=80.0, gate_ms=2.0, held_ms=0.0, total_ms=90.0,
    strangers=(("Elena Martinez", "default"),),
)  # fmt: skip


def rows(text):
    return [" ".join(line.split()) for line in text.splitlines()]


def test_each_version_has_a_block():
    seen = ModelFigures(
        "mine 00000000", shown=200, withheld=12, accepted=50, partial=10, typed=4, dismissed=130,
        characters=2400, kept_30s=0.954, kept_5min=None, words=3000, strangers={"fresh": 2, "draft": 4},
    )  # fmt: skip
    assert rows(as_text([seen, ModelFigures("starter 1a2b3c4d")])) == [
        "mine 00000000",
        "shown 200",
        "accepted 50 (25%)",
        "accepted in part 10 (5%)",
        "typed out 4 (2%)",
        "dismissed 130 (65%)",
        "kept after 30 s 95% of the characters accepted",
        "kept after 5 min not measured yet",
        "withheld 12",
        "strangers per 1,000 words 2.0 (fresh 2, draft 4)",
        "",
        "starter 1a2b3c4d",
        "shown 0",
        "accepted 0",
        "accepted in part 0",
        "typed out 0",
        "dismissed 0",
        "kept after 30 s not measured yet",
        "kept after 5 min not measured yet",
        "withheld 0",
    ]


def test_they_are_read_without_a_daemon(tmp_path):
    root = story(tmp_path, {"1.md": "She waited."})
    store = Store(root / ".fabula")
    with store.transaction() as database:
        add(database, ROW)
        offered(database, "1")
        became(database, "1", "accepted", 12)
        kept(database, "1", 30.0, 9)
    store.close()
    answer = fabula("models", "--format", "json", cwd=root)
    assert answer.returncode == 0
    (figures,) = json.loads(answer.stdout)
    assert (figures["model"], figures["accepted"], figures["kept_30s"]) == ("starter 1a2b3c4d", 1, 0.75)
    assert figures["strangers_per_1k_words"] == 5.0
    assert rows(fabula("models", cwd=root).stdout)[0] == "starter 1a2b3c4d"


def test_before_anything_was_suggested_nothing_is_made(tmp_path):
    root = story(tmp_path, {"1.md": "She waited."})
    answer = fabula("models", cwd=root)
    assert (answer.returncode, answer.stdout) == (0, f"{NOTHING}\n")
    assert not (root / ".fabula").exists()


def test_records_of_a_newer_fabula_are_said_to_be_that(tmp_path):
    root = story(tmp_path, {"1.md": "She waited."})
    Store(root / ".fabula").close()
    with sqlite3.connect(root / ".fabula" / FILE_NAME) as plain:
        plain.execute("INSERT INTO _sqlite_migrations VALUES (99, 'records', 'r999_future', '')")
    plain.close()
    answer = fabula("models", cwd=root)
    assert answer.returncode == 2
    assert "newer Fabula" in answer.stderr
