"""The parts of a file by name, and what of it can be folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.answers import outline
from fabula_daemon.story.text import prose

PIECES = [
    "# One\n",
    "## Two\n",
    "###### Six\n",
    "\n",
    "\n\n",
    "Sarah ran. ",
    "***\n",
    "---\n",
    "x: 1\n",
    "<!--",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def chapter(text, path="manuscript/01-the-dip.md"):
    return outline.of_chapter(path, prose.parse(text))


def tree(part):
    return [part.name, *map(tree, part.children)]


def folded(text, whole):
    return [text[start:end] for start, end in outline.folds(text, whole)]


def test_a_chapter_is_called_by_its_heading_and_holds_its_scenes():
    text = "# The Dip\n\nSarah ran.\n\n* * *\n\nSarah sat. She waited.\n"
    whole = chapter(text)
    assert tree(whole) == ["The Dip", ["1 · Sarah ran."], ["2 · Sarah sat. She waited."]]
    assert [part.words for part in whole.walk()] == [6, 2, 4]
    assert text[whole.head : whole.head_end] == "# The Dip"


def test_without_a_heading_it_is_called_by_its_file():
    assert tree(chapter("Sarah ran.")) == ["01-the-dip", ["1 · Sarah ran."]]
    assert tree(chapter("")) == ["01-the-dip"]


def test_several_chapters_in_one_file_stand_beside_each_other():
    whole = chapter("# One\n\nA.\n\n## Later\n\nB.\n\n# Two\n\nC.\n")
    assert tree(whole) == ["01-the-dip", ["One", ["1 · A."], ["Later", ["2 · B."]]], ["Two", ["3 · C."]]]


def test_a_part_holds_its_chapters():
    assert tree(chapter("# Part\n\n## One\n\nA.\n\n## Two\n\nB.\n")) == [
        "Part",
        ["One", ["1 · A."]],
        ["Two", ["2 · B."]],
    ]


def test_a_scene_opens_with_whole_words_and_without_marks():
    [scene] = chapter("*Nobody* had come down to the waters since the **spring**, and nobody would.").children
    assert scene.name == "1 · Nobody had come down to the waters…"


def test_a_sheet_is_called_by_its_name_and_holds_its_keys():
    keys = "name: Sarah Chen\nkind: character\nrank:\n  - {value: Second, since: 1}\n"
    text = f"---\n{keys}---\n# Her life\n\n[[Hull]]\n"
    whole = outline.of_sheet("world/sarah.md", text)
    assert (whole.name, whole.detail) == ("Sarah Chen", "character")
    assert [(part.name, part.detail) for part in whole.children] == [
        ("name", "Sarah Chen"),
        ("kind", "character"),
        ("rank", "Second (since 1)"),
        ("Her life", ""),
    ]
    assert text[whole.children[2].head : whole.children[2].head_end] == "rank"


@pytest.mark.parametrize("text", ["", "A note.", "---\nname: [\n---\n", "---\nname: A\n", "---\n- a\n---\n"])
def test_a_sheet_that_is_none_is_called_by_its_file(text):
    assert outline.of_sheet("world/a note.md", text).name == "a note"


def test_headings_scenes_and_front_matter_can_be_folded():
    text = "---\ntitle: One\n---\n\n# The Dip\n\nA\nb.\n\n***\n\nC.\n\n\n"
    assert folded(text, chapter(text)) == [
        "---\ntitle: One\n---",
        "# The Dip\n\nA\nb.\n\n***\n\nC.",
        "A\nb.",
        "C.",
    ]


@given(TEXTS)
def test_parts_lie_inside_each_other_and_hold_their_names(text):
    for whole in (chapter(text), outline.of_sheet("world/a.md", text)):
        for part in whole.walk():
            assert 0 <= part.start <= part.head <= part.head_end <= part.end <= len(text)
            assert all(part.start <= child.start <= child.end <= part.end for child in part.children)
        assert all(0 <= start <= end <= len(text) for start, end in outline.folds(text, whole))
