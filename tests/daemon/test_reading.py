import pytest

from fabula_daemon.reading import read_story, read_world
from tests.support.stories import sheet, story, write

SARAH = {"characters/sarah.md": sheet("Sarah Chen")}
STRANGER = "“Go,” said Elena Martinez."


def found(root):
    return [(finding.path, finding.code) for finding in read_story(root).findings]


def test_a_story_is_read_whole(tmp_path):
    root = story(tmp_path, {"1.md": f"Sarah ran.\n\n{STRANGER}", "2.md": "Sarah Chen slept."}, SARAH)
    reading = read_story(root)
    assert found(root) == [("manuscript/1.md", "unknown-character")]
    assert [(path, m.text, m.known) for path, _, m in reading.mentions()] == [
        ("manuscript/1.md", "Sarah", True),
        ("manuscript/1.md", "Elena Martinez", False),
        ("manuscript/2.md", "Sarah Chen", True),
    ]


def test_what_one_chapter_shows_counts_in_another(tmp_path):
    chapters = {"1.md": "It was Threlkeld.", "2.md": "“Go,” said Threlkeld."}
    assert len(found(story(tmp_path, chapters, SARAH))) == 2


def test_findings_are_in_reading_order(tmp_path):
    root = story(tmp_path, {"10.md": STRANGER, "2.md": STRANGER}, {"a.md": "---\nkind: place\n---\n"})
    assert [path for path, _ in found(root)] == ["manuscript/2.md", "manuscript/10.md", "world/a.md"]


def test_checks_can_be_switched_off(tmp_path):
    root = story(tmp_path, {"1.md": STRANGER}, SARAH, '[checks]\noff = ["unknown-character"]\n')
    assert found(root) == []


def test_waivers_are_counted(tmp_path):
    root = story(tmp_path, {"1.md": f"{STRANGER}\n\nElena Martinez stayed."}, SARAH)
    entry = f'code = "unknown-character"\npath = "manuscript/1.md"\nquote = "{STRANGER}"\n'
    write(root / "waivers.toml", f"[[waiver]]\n{entry}")
    reading = read_story(root)
    assert (reading.waived, len(reading.findings)) == (1, 1)


def test_a_character_whom_no_chapter_names_is_a_finding(tmp_path):
    root = story(tmp_path, {"1.md": "Sarah came."}, {**SARAH, "characters/lin.md": sheet("Lin Orr")})
    assert found(root) == [("world/characters/lin.md", "sheet-unmentioned")]


@pytest.mark.parametrize("settings", ['[story]\nmanuscript = "nowhere"\nworld = "nowhere else"\n'])
def test_folders_that_are_not_there_are_a_word_each(tmp_path, settings):
    first, second = read_story(story(tmp_path, settings=settings)).findings
    assert "nowhere/ does not exist" in first.message
    assert "[story] manuscript" in first.message
    assert "nowhere else/ does not exist" in second.message


def test_an_empty_manuscript_is_a_word(tmp_path):
    (finding,) = read_story(story(tmp_path)).findings
    assert "holds no chapter" in finding.message


def test_unsaved_buffers_count_instead_of_files(tmp_path):
    root = story(tmp_path, {"1.md": "x"}, SARAH)
    unsaved = {"world/elena.md": sheet("Elena Martinez"), "world/characters/sarah.md": sheet("Sarah Voss")}
    world = read_world(root, unsaved)
    assert {entity.name for entity in world.canon.entities} == {"Elena Martinez", "Sarah Voss"}
    settings = read_world(root, {"fabula.toml": '[story]\ntitle = "Dust"\n'}).settings
    assert settings.story.title == "Dust"


def test_chapters_that_are_only_in_a_buffer_have_their_place(tmp_path):
    root = story(tmp_path, {"1.md": "x", "3.md": "x"})
    assert [(e.path, e.number) for e in read_world(root, {"manuscript/2.md": "y"}).chapters] == [
        ("manuscript/1.md", 1),
        ("manuscript/2.md", 2),
        ("manuscript/3.md", 3),
    ]


def test_the_people_of_the_drafts_are_known_as_such(tmp_path):
    root = story(tmp_path, {"01.md": "Nothing."})
    write(root / "drafts" / "old.md", "“Go,” said Elena Martinez. “Go,” said Elena Martinez again.\n")
    world = read_world(root)
    assert {"Elena Martinez", "Elena", "Martinez"} <= world.drafted
    (root / "drafts" / "old.md").unlink()
    assert read_world(root, before=world).drafted == frozenset()
