import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon import config, files
from fabula_daemon.config import Settings
from fabula_daemon.errors import Unreadable
from fabula_daemon.files import kind_of, natural_key
from tests.support.stories import story, write

EVERYWHERE = config.parse('[story]\nworld = "."\n')[0]


def paths(root, settings=None):
    return [entry.path for entry in files.scan(root, settings or Settings())]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("manuscript/01.md", "chapter"),
        ("manuscript/one/02.txt", "chapter"),
        ("manuscript/03.FOUNTAIN", "chapter"),
        ("manuscript/map.png", None),
        ("drafts/old.md", "draft"),
        ("world/characters/sarah.md", "sheet"),
        ("world/timeline.md", "timeline"),
        ("world/Rules.md", "rules"),
        ("world/README.md", None),
        ("world/Templates/character.md", None),
        ("world/drafts/sarah.md", None),
        ("world/notes.txt", None),
        ("world/.obsidian/x.md", None),
        (".fabula/x.md", None),
        ("notes.md", None),
    ],
)
def test_the_folder_and_the_ending_tell_what_a_file_is(path, kind):
    assert kind_of(path, Settings()) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("sarah.md", "sheet"),
        ("manuscript/01.md", "chapter"),
        ("drafts/old.md", "draft"),
        ("README.md", None),
        (".fabula/index/x.md", None),
    ],
)
def test_the_world_may_be_the_whole_folder(path, kind):
    assert kind_of(path, EVERYWHERE) == kind


@pytest.mark.parametrize(
    "name",
    [".01.md.swp", "01.md~", "#01.md#", ".#01.md", "4913", "01.md.tmp", "01.bak", "01.md.swx", ".01.md.part"],
)
def test_what_editors_leave_beside_a_file_is_no_part_of_the_story(name):
    assert kind_of(f"manuscript/{name}", Settings()) is None


def test_chapters_are_in_natural_order(tmp_path):
    story(tmp_path, {"10 End.md": "", "2 Wire.md": "", "1 Dip.md": "", "part 2/1.md": ""})
    assert paths(tmp_path) == [f"manuscript/{name}.md" for name in ("1 Dip", "2 Wire", "10 End", "part 2/1")]


def test_the_settings_may_say_otherwise(tmp_path):
    story(tmp_path, {"1.md": "", "2.md": "", "3.md": ""})
    settings, _ = config.parse('[story]\norder = ["3", "manuscript/2.md"]\n')
    entries = files.scan(tmp_path, settings)
    assert [(e.path, e.number) for e in entries] == [
        ("manuscript/3.md", 1),
        ("manuscript/2.md", 2),
        ("manuscript/1.md", 3),
    ]


def test_chapters_come_first_and_only_they_have_numbers(tmp_path):
    story(tmp_path, {"1.md": "x"}, {"a.md": "y", "timeline.md": ""})
    assert [(e.kind, e.number) for e in files.scan(tmp_path, Settings())] == [
        ("chapter", 1),
        ("sheet", None),
        ("timeline", None),
    ]


def test_a_loop_of_links_ends_and_a_link_to_nowhere_is_there(tmp_path):
    story(tmp_path, {"1.md": "x"})
    (tmp_path / "manuscript" / "again").symlink_to(tmp_path / "manuscript")
    (tmp_path / "manuscript" / "2.md").symlink_to(tmp_path / "gone.md")
    assert paths(tmp_path) == ["manuscript/1.md", "manuscript/2.md"]


def test_a_linked_chapter_is_a_chapter(tmp_path):
    story(tmp_path / "story")
    write(tmp_path / "elsewhere.md", "Sarah ran.")
    (tmp_path / "story" / "manuscript" / "1.md").symlink_to(tmp_path / "elsewhere.md")
    assert files.read(tmp_path / "story", "manuscript/1.md") == "Sarah ran."
    assert paths(tmp_path / "story") == ["manuscript/1.md"]


def test_without_folders_there_is_nothing(tmp_path):
    assert files.scan(tmp_path, Settings()) == []


def test_text_is_read_as_it_stands_without_a_byte_order_mark(tmp_path):
    write(tmp_path / "a.md", b"\xef\xbb\xbfIn\xc3\xaas\r\nran.\r\n")
    assert files.read(tmp_path, "a.md") == "Inês\r\nran.\r\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"One\nTwo \xe9\n", "byte 8, on line 2, is 0xe9. Save it as UTF-8"),
        (b"PK\x03\x04\0\0", "not a text file"),
        ("Sarah".encode("utf-16"), "UTF-16 text, and must be UTF-8"),
    ],
)
def test_what_is_no_text_is_said_to_be_none_and_what_to_do(tmp_path, content, expected):
    write(tmp_path / "a.md", content)
    with pytest.raises(Unreadable, match=r"a\.md") as caught:
        files.read(tmp_path, "a.md")
    assert expected in str(caught.value)


def test_what_is_not_there_and_what_leads_nowhere(tmp_path):
    (tmp_path / "a.md").symlink_to(tmp_path / "gone.md")
    with pytest.raises(Unreadable, match="a link to a file that is not there"):
        files.read(tmp_path, "a.md")
    with pytest.raises(Unreadable, match="cannot be read"):
        files.read(tmp_path, "b.md")


@given(st.lists(st.text(alphabet="aB1２²x0 .-"), min_size=2, max_size=6))
def test_natural_order_is_an_order_of_any_names(names):
    assert sorted(names, key=natural_key) == sorted(sorted(names, reverse=True), key=natural_key) or len(
        {natural_key(name) for name in names}
    ) < len(names)
