from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.story.chapter import LiveChapter
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names, observe
from tests.support.stories import canon_of, setting_of, sheet

PATH = "manuscript/01.md"
WORLD = canon_of(sheet("Sarah Chen"), sheet("Kemi Okonjo"))
OTHER = canon_of(sheet("Elena Martinez"))
PIECES = [
    "Sarah ran.",
    "“Go,” said Threlkeld.",
    "It was Threlkeld that they feared.",
    "They lived in Threlkeld.",
    "Bright came.",
    "“Yes,” said Bright.",
    "How bright, bright!",
    "Elena Martinez",
    " ",
    "\n\n",
    "\n",
    "\r\n\r\n",
    "# Elena\n\n",
    "<!--",
    "-->",
    "* * *\n\n",
    "---\n",
    "Ada Threlkeld nodded.",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), TEXTS), max_size=4)


def finish(chapter, reader):
    for _ in chapter.catch_up(reader, setting_of(reader.canon)):
        pass


def edited(text, edit):
    at, length, new = int(edit[0] * len(text)), edit[1], edit[2]
    return text[:at] + new + text[at + length :]


def afresh(text, world=WORLD, elsewhere=()):
    names = observe(elsewhere)
    chapter = LiveChapter(PATH, text, names)
    finish(chapter, Reader(world, names))
    return chapter, names


def state(chapter):
    return list(chapter.passages()), chapter.findings()


def test_findings_stand_where_the_words_do():
    text = "# One\n\nSarah ran.\n\n“Go,” said Elena Martinez.\n"
    chapter, _ = afresh(text)
    assert [text[f.start : f.end] for f in chapter.findings()] == ["Elena Martinez"]


def test_headings_and_comments_are_not_read():
    chapter, names = afresh("# Elena Martinez\n\n<!-- said Elena Martinez -->\n")
    assert chapter.findings() == []
    assert names == Names()


def test_nothing_is_read_before_it_is_asked_for():
    chapter = LiveChapter(PATH, "“Go,” said Elena Martinez.", Names())
    assert (chapter.caught_up, chapter.findings()) == (False, [])


def test_another_canon_is_read_by_at_once():
    chapter, names = afresh("“Go,” said Elena Martinez.")
    chapter.reread()
    finish(chapter, Reader(OTHER, names))
    assert chapter.findings() == []


def test_evidence_from_elsewhere_changes_what_is_said_here():
    chapter, names = afresh("It was Threlkeld that they feared.")
    reader = Reader(WORLD, names)
    assert chapter.findings() == []
    chapter.touch(names.observe("“Go,” said Threlkeld."))
    finish(chapter, reader)
    assert [f.text for f in chapter.findings()] == ["Threlkeld"]


def test_what_was_begun_and_left_is_still_to_do():
    chapter, names = afresh("It was Threlkeld that they feared.\n\nSarah ran.\n\nThey called it Threlkeld.")
    chapter.touch(names.observe("“Go,” said Threlkeld."))
    next(chapter.catch_up(Reader(WORLD, names), setting_of(WORLD)))
    finish(chapter, Reader(WORLD, names))
    assert [f.text for f in chapter.findings()] == ["Threlkeld", "Threlkeld"]


def test_a_paragraph_put_back_is_read_by_what_is_known_now():
    text = "It was Threlkeld that they feared.\n\nSarah ran."
    chapter, names = afresh(text)
    reader = Reader(WORLD, names)
    chapter.change("Sarah ran.")
    finish(chapter, reader)
    chapter.touch(names.observe("“Go,” said Threlkeld."))
    finish(chapter, reader)
    chapter.change(text)
    finish(chapter, reader)
    assert [f.text for f in chapter.findings()] == ["Threlkeld"]


def test_a_line_too_long_is_told_of():
    (finding,) = afresh("Sarah ran.\n\n" + "x " * 60_000)[0].findings()
    assert (finding.code, finding.start) == ("overlong-line", 12)
    assert "100,000" in finding.message


@settings(max_examples=200)
@given(TEXTS, EDITS, st.lists(st.sampled_from(PIECES), max_size=3))
def test_after_any_edits_it_is_as_if_read_afresh(text, edits, elsewhere):
    chapter, names = afresh(text, elsewhere=elsewhere)
    reader = Reader(WORLD, names)
    for edit in edits:
        text = edited(text, edit)
        chapter.change(text)
        finish(chapter, reader)
    fresh, fresh_names = afresh(text, elsewhere=elsewhere)
    assert names == fresh_names
    assert state(chapter) == state(fresh)
    chapter.withdraw()
    assert names == observe(elsewhere)


@given(TEXTS, EDITS)
def test_edits_that_come_while_it_is_being_read_are_not_lost(text, edits):
    names = Names()
    chapter = LiveChapter(PATH, text, names)
    reader = Reader(WORLD, names)
    for edit in edits:
        next(chapter.catch_up(reader, setting_of(reader.canon)), None)
        text = edited(text, edit)
        chapter.change(text)
    finish(chapter, reader)
    fresh, fresh_names = afresh(text)
    assert names == fresh_names
    assert state(chapter) == state(fresh)


@given(TEXTS, EDITS)
def test_small_edits_read_at_once_leave_it_as_if_read_afresh(text, edits):
    chapter, names = afresh(text)
    reader = Reader(WORLD, names)
    for edit in edits:
        text = edited(text, edit)
        chapter.change(text)
        if chapter.is_small_edit(setting_of(reader.canon)):
            chapter.edit(reader, setting_of(reader.canon))
        else:
            finish(chapter, reader)
    finish(chapter, reader)
    fresh, fresh_names = afresh(text)
    assert names == fresh_names
    assert state(chapter) == state(fresh)


def test_an_edit_waits_for_nothing_that_happened_elsewhere():
    text = "It was Threlkeld that they feared.\n\nIt was cold.\n"
    chapter, names = afresh(text)
    reader = Reader(WORLD, names)
    chapter.touch(names.observe("“Go,” said Threlkeld. “Go,” said Threlkeld again."))
    chapter.change(text.replace("cold", "colder"))

    assert chapter.edit(reader, setting_of(reader.canon)) == {"cold", "colder"}
    assert chapter.findings() == []
    finish(chapter, reader)
    assert [finding.text for finding in chapter.findings()] == ["Threlkeld"]


def test_a_chapter_that_is_new_is_no_small_edit():
    chapter = LiveChapter(PATH, "Sarah ran.\n", Names())
    assert not chapter.is_small_edit(setting_of(WORLD))


def test_an_edit_checks_its_paragraph_alone():
    text = "Sarah ran.\n\nIt was cold.\n\nKemi Okonjo slept.\n\nIt was dark.\n"
    chapter, names = afresh(text)
    reader = Reader(WORLD, names)
    before = chapter.checked
    chapter.change(text.replace("cold", "colder"))
    chapter.edit(reader, setting_of(WORLD))
    finish(chapter, reader)
    assert chapter.checked == before + 1


def test_who_was_just_named_is_had_in_mind_until_the_scene_ends():
    first = "Sarah ran.\n\nIt was cold.\n\nKemi Okonjo slept, and Sarah too.\n\nIt was dark."
    chapter, _ = afresh(f"{first}\n\n* * *\n\nIt was day.\n")
    sarah, kemi = WORLD.characters
    after_sarah, after_both, later = [[*chapter.passages()][at].focus for at in (1, 3, 4)]
    assert (after_sarah.recent, after_sarah.last, after_sarah.gap) == ((sarah,), (sarah,), 0)
    assert (after_both.recent, after_both.last) == ((sarah, kemi), (kemi, sarah))
    assert (later.recent, later.last) == ((), ())


def test_another_person_named_lets_the_paragraphs_behind_be_checked_again_at_a_pause():
    text = "Sarah ran.\n\nIt was cold.\n\nSarah slept.\n\nIt was dark.\n"
    chapter, names = afresh(text)
    reader = Reader(WORLD, names)
    before = chapter.checked
    chapter.change(text.replace("Sarah ran", "Kemi ran"))
    chapter.edit(reader, setting_of(WORLD))
    assert chapter.checked == before + 1
    finish(chapter, reader)
    focuses = [passage.focus for passage in chapter.passages()]
    assert focuses[1].last == (WORLD.characters[1],)
    assert chapter.checked == before + 4
