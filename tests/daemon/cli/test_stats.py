"""`fabula stats` as the author runs it: the real command, on files."""

import json

from tests.daemon.cli.test_check import fabula
from tests.support.stories import sheet, story

SARAH = {"characters/sarah.md": sheet("Sarah Chen")}
ONE = "# The [Dip]\n\n“Go now,” said Elena Martinez. Sarah ran.\n\n***\n\nSarah sat.\n"


def stats(root, *arguments):
    answer = fabula("stats", *arguments, cwd=root)
    assert (answer.returncode, answer.stderr) == (0, "")
    return answer.stdout


def rows(text):
    return [" ".join(line.split()) for line in text.splitlines()]


def test_lengths_dialogue_and_who_is_named_where(tmp_path):
    root = story(tmp_path, {"1.md": ONE, "2.md": "Sarah waited here."}, SARAH, '[story]\ntitle = "Ull [x]"\n')
    assert rows(stats(root)) == [
        "Ull [x]: 2 chapters, 12 words, 17% spoken",
        "",
        "chapter words spoken words of each scene",
        "1 The [Dip] 9 22% 7 2",
        "2 2 3 0% 3",
        "",
        "named (? is in no sheet) 1 2",
        "Sarah Chen 2 1",
        "? Elena Martinez 1 ·",
    ]


def test_a_long_story_has_its_chapters_in_several_tables(tmp_path):
    root = story(tmp_path, {f"{number}.md": "Sarah ran." for number in range(1, 31)}, SARAH)
    headings = [row for row in rows(stats(root)) if row.startswith("named")]
    assert [heading.split()[-1] for heading in headings] == ["9", "18", "27", "30"]


def test_json_is_complete(tmp_path):
    root = story(tmp_path, {"1.md": ONE}, SARAH)
    record = json.loads(stats(root, "--format", "json"))
    assert (record["words"], record["dialogue"]) == (9, 0.2222)
    assert [scene["words"] for scene in record["chapters"][0]["scenes"]] == [7, 2]
    assert [who["name"] for who in record["characters"]] == ["Sarah Chen"]
    assert [who["name"] for who in record["strangers"]] == ["Elena Martinez"]


def test_an_empty_story_is_no_trouble(tmp_path):
    root = story(tmp_path, {}, {})
    assert rows(stats(root))[0].endswith("0 chapters, 0 words, 0% spoken")
    assert json.loads(stats(root, "--format", "json"))["chapters"] == []
