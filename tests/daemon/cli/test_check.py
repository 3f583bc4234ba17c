"""`fabula check` and `fabula mentions` as the author runs them: the real command, on files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.stories import sheet, story, write

SARAH = {"characters/sarah.md": sheet("Sarah Chen")}
STRANGER = "“Go,” said Elena Martinez."
HEAVY = {
    "torch",
    "transformers",
    "sentence_transformers",
    "rich",
    "numpy",
    "sqlite3",
    "pygls",
    "httpx",
    "starlette",
}
DAEMON = Path(__file__).parents[3] / "daemon"


def fabula(*arguments, cwd):
    environment = {**os.environ, "PYTHONPATH": str(DAEMON), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "fabula_daemon", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def check(root, *arguments, status):
    answer = fabula("check", *arguments, cwd=root)
    assert (answer.returncode, answer.stderr) == (status, "")
    return answer.stdout


def findings(root, *arguments, status=1):
    return json.loads(check(root, "--format", "json", *arguments, status=status))


def test_nothing_found_is_status_0(tmp_path):
    root = story(tmp_path, {"1.md": "Sarah ran."}, SARAH)
    assert check(root, status=0) == "Nothing found in 1 chapter (2 words).\n"
    assert findings(root, status=0) == []


def test_something_found_is_status_1_and_a_line_each(tmp_path):
    root = story(tmp_path, {"1.md": f"Sarah ran.\n\n{STRANGER} Elena Martinez stayed."}, SARAH)
    assert check(root, status=1).splitlines() == [
        "manuscript/1.md:3:12: warning [unknown-character] “Elena Martinez” is nobody in this world: "
        "no sheet has the name.",
        "manuscript/1.md:3:28: warning [unknown-character] “Elena Martinez” is nobody in this world: "
        "no sheet has the name.",
        "2 findings in 1 chapter (9 words).",
    ]


def test_json_keeps_its_contract(tmp_path):
    root = story(tmp_path, {"1.md": f"😀 Sarah ran.\r\n\r\n{STRANGER}"}, SARAH)
    (record,) = findings(root)
    assert set(record) >= {
        "path",
        "start",
        "end",
        "line",
        "column",
        "end_line",
        "end_column",
        "text",
        "code",
        "severity",
        "message",
        "evidence",
        "suggestions",
    }
    text = (root / "manuscript/1.md").read_bytes().decode()
    assert text[record["start"] : record["end"]] == record["text"] == "Elena Martinez"
    assert (record["line"], record["column"], record["end_line"], record["end_column"]) == (3, 12, 3, 26)
    assert (record["path"], record["severity"]) == ("manuscript/1.md", "warning")


def test_sarif_keeps_its_contract(tmp_path):
    root = story(tmp_path, {"1.md": STRANGER}, SARAH)
    document = json.loads(check(root, "--format", "sarif", status=1))
    (run,) = document["runs"]
    assert document["version"] == "2.1.0"
    assert [result["ruleId"] for result in run["results"]] == ["unknown-character"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "manuscript/1.md"
    assert place["region"]["startLine"] == 1


def test_only_the_files_that_are_asked_for_are_told_of(tmp_path):
    root = story(tmp_path, {"1.md": STRANGER, "2.md": STRANGER}, SARAH)
    assert {record["path"] for record in findings(root, "manuscript/2.md")} == {"manuscript/2.md"}
    answer = fabula("check", "--story", str(root), "2.md", cwd=root / "manuscript")
    assert "manuscript/2.md:1" in answer.stdout
    assert "manuscript/1.md" not in answer.stdout


def test_the_story_is_found_from_any_folder_inside_it(tmp_path):
    root = story(tmp_path, {"1.md": STRANGER}, SARAH)
    assert findings(root / "manuscript") == findings(root)
    assert json.loads(fabula("check", "--story", str(root), "--format", "json", cwd="/").stdout) == findings(
        root
    )


def test_waivers_are_honoured_and_counted(tmp_path):
    root = story(tmp_path, {"1.md": STRANGER}, SARAH)
    entry = (
        f'code = "unknown-character"\npath = "manuscript/1.md"\nquote = "{STRANGER}"\nreason = "a ghost"\n'
    )
    write(root / "waivers.toml", f"[[waiver]]\n{entry}")
    assert check(root, status=0) == "Nothing found in 1 chapter (4 words); 1 waived as intended.\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--story", "nowhere"], "no fabula.toml here or above"),
        (["gone.md"], "gone.md is no file of the story"),
        (["--format", "yaml"], "yaml"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_an_error_is_status_2_and_a_sentence(tmp_path, arguments, expected):
    story(tmp_path / "story", {"1.md": "Sarah ran."}, SARAH)
    if "--story" in arguments:
        arguments = ["--story", str(tmp_path)]
    answer = fabula("check", *arguments, cwd=tmp_path / "story")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert expected in " ".join(answer.stderr.split())
    assert "Traceback" not in answer.stderr


BAD_INPUT = {
    "a sheet with broken YAML": (
        "world/a.md",
        "---\nname: A\naliases: [B\n---\n",
        "sheet-front-matter",
        3,
        "bracket is opened",
    ),
    "front matter that is not closed": (
        "world/a.md",
        "---\nname: A\n",
        "sheet-front-matter",
        1,
        "three dashes",
    ),
    "a second sheet of one name": (
        "world/x.md",
        sheet("Sarah Chen"),
        "sheet-duplicate",
        2,
        "characters/sarah.md",
    ),
    "a missing name": ("world/a.md", "---\nkind: place\n---\n", "sheet-name", 1, "Add a line `name: …`"),
    "a kind that there is not": (
        "world/a.md",
        "---\nname: A\nkind: ship\n---\n",
        "sheet-kind",
        3,
        "character, place",
    ),
    "a chapter that there is not": (
        "world/a.md",
        "---\nname: A\ndied: soon\n---\n",
        "sheet-chapter",
        3,
        "its number",
    ),
    "a sheet that is no text": ("world/a.md", b"\xff\xfe\0", "unreadable-file", 1, "UTF-8"),
    "a chapter that is not UTF-8": ("manuscript/2.md", b"One\nCaf\xe9\n", "unreadable-file", 1, "on line 2"),
    "a binary chapter": ("manuscript/2.md", b"\x89PNG\0\0", "unreadable-file", 1, "not a text file"),
    "5 MB in one line": (
        "manuscript/2.md",
        "Sarah ran.\n\n" + "word " * 1_000_000,
        "overlong-line",
        3,
        "Break it",
    ),
    "a dangling link": ("manuscript/2.md", None, "unreadable-file", 1, "delete the link"),
    "a setting that is wrong": ("fabula.toml", "[story]\ntitle = 3\n", "settings", 2, "a text in quotes"),
    "settings that are no TOML": ("fabula.toml", "[story\n", "settings", 1, "not valid TOML"),
    "settings that are no text": ("fabula.toml", b"\xe9", "unreadable-file", 1, "Save it as UTF-8"),
    "waivers that are no TOML": ("waivers.toml", "[[waiver]\n", "settings", 1, "not valid TOML"),
    "a waiver without a quote": (
        "waivers.toml",
        '[[waiver]]\ncode = "x"\n',
        "settings",
        1,
        "code, path and quote",
    ),
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_a_finding_with_its_place_and_everything_else_goes_on(tmp_path, case):
    path, content, code, line, expected = BAD_INPUT[case]
    root = story(tmp_path, {"1.md": STRANGER}, SARAH)
    if content is None:
        (root / path).symlink_to(root / "gone.md")
    else:
        write(root / path, content)
    records = findings(root)
    assert [r["text"] for r in records if r["code"] == "unknown-character"] == ["Elena Martinez"]
    (bad,) = [record for record in records if record["code"] != "unknown-character"]
    assert (bad["path"], bad["code"], bad["line"]) == (path, code, line)
    assert expected in bad["message"]


def test_an_empty_folder_says_what_is_missing(tmp_path):
    write(tmp_path / "fabula.toml", "")
    assert [record["code"] for record in findings(tmp_path)] == ["settings", "settings"]


def test_an_empty_chapter_is_no_trouble(tmp_path):
    assert findings(story(tmp_path, {"1.md": "", "2.md": "\n"}, SARAH), status=0) == []


def test_mentions_keep_their_contract(tmp_path):
    root = story(tmp_path, {"1.md": f"Sarah\u00a0Chen ran. {STRANGER}"}, SARAH)
    answer = fabula("mentions", "--format", "json", cwd=root)
    assert answer.returncode == 0
    assert json.loads(answer.stdout) == [
        {
            "path": "manuscript/1.md",
            "start": 0,
            "end": 10,
            "text": "Sarah\u00a0Chen",
            "character": "Sarah Chen",
            "known": True,
        },
        {
            "path": "manuscript/1.md",
            "start": 27,
            "end": 41,
            "text": "Elena Martinez",
            "character": None,
            "known": False,
        },
    ]


def test_mentions_stand_at_lines_and_columns_as_findings_do(tmp_path):
    root = story(tmp_path, {"1.md": f"Rain.\n\nSarah Chen ran. {STRANGER}"}, SARAH)
    assert fabula("mentions", cwd=root).stdout.splitlines() == [
        "manuscript/1.md:3:1: Sarah Chen → Sarah Chen",
        "manuscript/1.md:3:28: Elena Martinez → unknown",
    ]


def test_where_hardly_anybody_has_a_sheet_it_says_who_writes_them(tmp_path):
    letters = "bcdfghjklmnpqrstvwxz"
    text = "\n\n".join(f"“Go,” said Elena V{letter}alkun." for letter in letters)
    many = fabula("check", cwd=story(tmp_path / "many", {"1.md": text}, SARAH)).stdout
    assert (
        "20 names are in no sheet: `fabula init --from-manuscript` proposes sheets" in many.splitlines()[-1]
    )
    assert (
        "--from-manuscript"
        not in fabula("check", cwd=story(tmp_path / "one", {"1.md": STRANGER}, SARAH)).stdout
    )


def test_a_name_of_several_is_known_and_nobody_in_particular(tmp_path):
    root = story(
        tmp_path, {"1.md": "It was Okonjo."}, {"a.md": sheet("Kemi Okonjo"), "b.md": sheet("Tunde Okonjo")}
    )
    (record,) = json.loads(fabula("mentions", "--format", "json", cwd=root).stdout)
    assert (record["text"], record["character"], record["known"]) == ("Okonjo", None, True)


@pytest.mark.parametrize("command", ["check", "mentions"])
def test_nothing_heavy_is_imported(tmp_path, command):
    root = story(tmp_path, {"1.md": STRANGER}, SARAH)
    code = (
        "import sys\n"
        "from fabula_daemon.__main__ import main\n"
        f"sys.argv = ['fabula', {command!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(sorted({HEAVY} & set(sys.modules)), file=sys.stderr)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(DAEMON)}
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True, timeout=60
    )
    assert answer.stderr == "[]\n"
