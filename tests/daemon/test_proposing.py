"""`fabula init --from-manuscript`: sheets that count for nothing until the author says so."""

import pytest

from fabula_daemon import cli
from fabula_daemon.errors import StoryError
from fabula_daemon.proposing import propose
from fabula_daemon.reading import read_story, read_world
from tests.support.stories import sheet, story, write

ONE = "# One\n\n“Go,” said Captain Elena Voss. Tom Orr went. “So,” said Tom. Sarah waited.\n"
TWO = "“No,” said Orr. Elena had green eyes. “Elena?” said Sarah.\n"
SARAH = {"characters/sarah.md": sheet("Sarah Chen")}


def strangers(root):
    return [finding.text for finding in read_story(root).findings if finding.code == "unknown-character"]


def test_everybody_unknown_has_a_sheet_under_proposed(tmp_path):
    root = story(tmp_path, {"1.md": ONE, "2.md": TWO}, SARAH)
    assert propose(root).written == ("world/proposed/Elena Voss.md", "world/proposed/Tom Orr.md")
    text = (root / "world/proposed/Elena Voss.md").read_text("utf-8")
    assert "eyes: green\n" in text


def test_what_is_proposed_is_never_canon_until_the_author_says_so(tmp_path):
    root = story(tmp_path, {"1.md": ONE, "2.md": TWO}, SARAH)
    before = strangers(root)
    propose(root)
    assert [entity.name for entity in read_world(root).canon.entities] == ["Sarah Chen"]
    assert strangers(root) == before != []
    for proposed in (root / "world/proposed").iterdir():
        text = proposed.read_text("utf-8").replace("proposed: true\n", "")
        write(root / "world/characters" / proposed.name, text)
        proposed.unlink()
    assert strangers(root) == []
    assert read_world(root).findings == ()


def test_nothing_is_overwritten(tmp_path):
    root = story(tmp_path, {"1.md": ONE}, {"proposed/Elena Voss.md": "mine"})
    proposal = propose(root)
    assert proposal.left == ("world/proposed/Elena Voss.md",)
    assert (root / "world/proposed/Elena Voss.md").read_text("utf-8") == "mine"
    again = propose(root)
    assert (again.written, len(again.left)) == ((), len(proposal.written) + 1)


def test_a_name_that_is_too_long_for_a_file_is_cut(tmp_path):
    name = " ".join(f"Élodie{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    root = story(tmp_path, {"1.md": f"“Go,” said Dr. {name}."}, SARAH)
    [path] = propose(root).written
    assert path.startswith("world/proposed/Élodiea Élodieb ")


def test_where_nothing_can_be_written_it_says_so(tmp_path):
    root = story(tmp_path, {"1.md": ONE}, SARAH)
    write(root / "world/proposed", "a file in the folder's place")
    with pytest.raises(StoryError, match=r"\.md cannot be written"):
        propose(root)


def test_a_chapter_that_cannot_be_read_is_left_out_and_keeps_its_number(tmp_path):
    root = story(tmp_path, {"1.md": b"\xff\xfe\0", "2.md": ONE}, SARAH)
    propose(root)
    assert "introduced: 2\n" in (root / "world/proposed/Elena Voss.md").read_text("utf-8")


def test_the_command_begins_a_story_and_proposes_its_people(tmp_path, capsys):
    write(tmp_path / "chapters/1.md", ONE)
    assert cli.run(["init", "--from-manuscript", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    proposed = tmp_path / "world/proposed"
    assert lines[0] == "1 chapter found in chapters/."
    assert f"written: {proposed / 'Elena Voss.md'}" in lines
    assert f"2 sheets proposed in {proposed}; none of them counts yet." in lines
    assert "proposed: true" in lines[-2]
    assert cli.run(["init", "--from-manuscript", str(tmp_path)]) == 0
    again = capsys.readouterr().out.splitlines()
    assert again[:2] == ["2 sheets left alone: proposed before.", "Nobody is new."]


def test_in_a_story_it_only_proposes(tmp_path, capsys):
    root = story(tmp_path, {"1.md": ONE}, SARAH, '[story]\ntitle = "Mine"\n')
    settings = (root / "fabula.toml").read_bytes()
    assert cli.run(["init", "--from-manuscript", str(root)]) == 0
    assert (root / "fabula.toml").read_bytes() == settings
    assert cli.run(["init", str(root)]) == 2
    assert "is a story already" in capsys.readouterr().err


def test_when_everybody_is_known_it_says_so(tmp_path, capsys):
    root = story(tmp_path, {"1.md": "Sarah waited."}, SARAH)
    assert cli.run(["init", "--from-manuscript", str(root)]) == 0
    assert "nothing was proposed" in capsys.readouterr().out
    assert not (root / "world/proposed").exists()
