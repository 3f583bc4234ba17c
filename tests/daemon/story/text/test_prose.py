import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.story.text import prose

LINE_ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"]
PIECES = [
    "Sarah ran. ",
    "“Go!” ",
    "x",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\u2028",
    "\u2029\u2029",
    "\t",
    "---\n",
    "---",
    "title: One\n",
    "# Heading\n",
    "## ",
    "* * *\n",
    "***",
    "#\n",
    "<!--",
    "-->",
    "%%",
    "```\n",
    "`code`",
    "~~~\n",
    "[a](b)",
    "[[Sarah|her]]",
    "![p](q)",
    "<b>",
    "https://a.b/c ",
    "\\",
    "é",
    "😀",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def paragraphs(text):
    return [paragraph.text for paragraph in prose.parse(text).paragraphs if paragraph.kind == "prose"]


@pytest.mark.parametrize("end", LINE_ENDS)
def test_a_blank_line_parts_paragraphs_whatever_ends_a_line(end):
    assert paragraphs(f"One.{end}{end}Two{end}goes on.{end}") == ["One.", f"Two{end}goes on."]


def test_blank_lines_may_hold_spaces():
    assert paragraphs("One.\n \t \nTwo.\n   ") == ["One.", "Two."]


def test_a_heading_is_a_block_of_its_own_and_the_first_names_the_chapter():
    chapter = prose.parse("# The Dip #\nSarah ran.\n\n## Later\n\nSo did Jonah.\n")
    assert chapter.title == "The Dip"
    assert [(p.kind, p.text) for p in chapter.paragraphs] == [
        ("heading", "# The Dip #"),
        ("prose", "Sarah ran."),
        ("heading", "## Later"),
        ("prose", "So did Jonah."),
    ]


def test_a_chapter_without_a_heading_has_no_title():
    assert prose.parse("Sarah ran. #1 she was.").title is None


@pytest.mark.parametrize("mark", ["* * *", "***", "---", "#", "⁂", "~~~", "— — —", "• • •", "  * * *  "])
def test_a_scene_ends_at_a_break(mark):
    chapter = prose.parse(f"One.\n\n{mark}\n\nTwo.\n\nThree.\n")
    assert [(s.number, [p.text for p in s.paragraphs]) for s in chapter.scenes] == [
        (1, ["One."]),
        (2, ["Two.", "Three."]),
    ]


def test_a_scene_ends_at_a_heading_too():
    assert [scene.number for scene in prose.parse("# 1\n\nOne.\n\n# 2\n\nTwo.\n").scenes] == [1, 2]


@pytest.mark.parametrize("text", ["", "\n\n", "* * *\n\n* * *", "# Only a heading\n"])
def test_without_paragraphs_there_is_no_scene(text):
    assert prose.parse(text).scenes == ()


def test_the_scene_and_the_paragraph_at_an_offset():
    text = "One.\n\n***\n\nTwo."
    chapter = prose.parse(text)
    assert chapter.scene_at(text.index("Two")).number == 2
    assert chapter.paragraph_at(4).text == "One."
    assert chapter.paragraph_at(6).kind != "break" if chapter.paragraph_at(6) else True
    assert prose.parse("").scene_at(0) is None


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- Elena\n\nwas here -->",
        "%% Elena %%",
        "```\nElena\n```",
        "`Elena`",
        "![Elena](elena.png)",
        '<span class="Elena">',
        "https://example.org/Elena",
    ],
)
def test_what_is_no_prose_is_blanked_out(hidden):
    assert "Elena" not in "".join(paragraphs(f"Sarah ran.\n\n{hidden}\n\nSo did Jonah."))
    assert "Jonah" in "".join(paragraphs(f"Sarah ran.\n\n{hidden}\n\nSo did Jonah."))


def test_links_keep_what_a_reader_sees():
    assert paragraphs("[Sarah](elena.md) and [[Elena|Jonah]]")[0].split() == [
        "[Sarah]",
        "and",
        "[[",
        "Jonah]]",
    ]


def test_an_unclosed_comment_runs_to_the_end():
    assert paragraphs("Sarah.\n\n<!-- Elena\n\nMore of Elena") == ["Sarah."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028"])
def test_front_matter_is_not_read(end):
    assert paragraphs(end.join(["---", "pov: Elena", "", "date: x", "---", "Sarah ran."])) == ["Sarah ran."]


def test_a_chapter_may_begin_with_a_rule():
    assert paragraphs("---\n\nSarah ran.\n\n---\n\nJonah stayed.\n") == ["Sarah ran.", "Jonah stayed."]


def test_tildes_are_a_scene_break_and_hide_nothing():
    assert paragraphs("One.\n\n~~~\n\nTwo.\n\n~~~\n\nThree.\n") == ["One.", "Two.", "Three."]


def test_a_line_too_long_is_left_out_and_told_of():
    dump = "word " * 1_000_000
    text = f"Sarah ran.\n\n{dump}\n\nJonah stayed.\n"
    chapter = prose.parse(text)
    assert chapter.overlong == ((12, 12 + len(dump)),)
    assert [p.text for p in chapter.paragraphs] == ["Sarah ran.", "Jonah stayed."]


@pytest.mark.parametrize("mark", ["[", "![", "[[", "`", "<", "* ", "# ", " ", "%"])
def test_a_line_of_marks_is_read_in_linear_time(mark):
    prose.parse("Sarah.\n" + mark * (99_000 // len(mark)) + "x")


@given(TEXTS)
def test_an_offset_in_a_paragraph_is_an_offset_of_the_file(text):
    chapter = prose.parse(text)
    end = 0
    for paragraph in chapter.blocks:
        assert paragraph.start >= end
        end = paragraph.end
        original = text[paragraph.start : end]
        assert len(original) == len(paragraph.text)
        assert all(a == b or b == " " for a, b in zip(original, paragraph.text, strict=True))


@settings(max_examples=500)
@given(TEXTS, st.data())
def test_reading_again_after_an_edit_is_reading_afresh(text, data):
    chapter = prose.parse(text)
    for _ in range(3):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        text = text[:start] + data.draw(TEXTS) + text[end:]
        chapter = prose.reparse(chapter, text)
        assert chapter == prose.parse(text)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_the_region_that_changed(before, old, new, after):
    a, b = before + old + after, before + new + after
    start, old_end, new_end = prose.changed_region(a, b)
    assert a[:start] + b[start:new_end] + a[old_end:] == b
    assert new_end - start <= len(new)
