"""A chapter under all checks at once: however it was edited, they say what they would of it read afresh, and
look again only at what an edit changed.
"""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.story.chapter import LiveChapter
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names, observe
from fabula_daemon.story.world import rules, timeline
from tests.support.stories import CHAPTER, canon_of, setting_of, sheet

LAWS, _ = rules.read(
    "world/rules.md", "---\nforbid: [diesel]\nspell: {grey: [gray]}\nuse: {ration: stint}\n---\n"
)
DAYS, _ = timeline.read(
    "world/timeline.md",
    "| when | chapter | who | where |\n|---|---|---|---|\n| 2118 | 5 | Sarah Chen | Ferrier |\n",
    {},
)
WORLD = replace(
    canon_of(
        sheet("Sarah Chen", pronouns="she/her", eyes="brown", born="2079", home="Ferrier"),
        sheet("Piet Rensburg", pronouns="he/him", died="3", hair="white"),
        sheet("Yusuf Demir", pronouns="he/him", learns="[{fact: it moved, keywords: [zero], chapter: 9}]"),
        sheet("Robin Teale", pronouns="they/them", introduced="8"),
        sheet("Lotte Brandsma", pronouns="she/her", whereabouts="[{place: Ferrier, from: 4, to: 6}]"),
        sheet("Ferrier", kind="place"),
        sheet("the Plimsoll", kind="place"),
    ),
    rules=LAWS,
    timeline=DAYS,
)
SETTING = setting_of(WORLD, 5, drafted=frozenset({"elena martinez"}))

SENTENCES = [
    "Sarah opened the valve and stepped back.",
    "She wiped her hands and looked at the gauge.",
    "She opens the feed and listens.",
    "The pipe ticks, and she counts four.",
    "I opened the valve.",
    "My hands shook.",
    "Her green eyes narrowed.",
    "At fifty-two Sarah still took the ladder.",
    "Rensburg checked the flange and nodded.",
    "He wiped his hands.",
    "His hair was black.",
    "Teale came in.",
    "Demir knew about the zero.",
    "“Take off the zero,” said Demir.",
    "Lotte sat in the Plimsoll and ate.",
    "It smelt of diesel.",
    "The gray wall was cold, and the rations were cut.",
    "“She opens it,” said Sarah.",
    "“I turned it. I ran.",
    "*He turned, and she looks at me.*",
    "“Go,” said Mrs. Garrity.",
    "“Go,” said Elena Martinez.",
    "Sara Chen laughed.",
    "Chen felt a chill, and Demir wondered why.",
    "Bright came, and it was bright.",
    "The note read as follows:",
]
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
MARKS = st.sampled_from(
    [
        "* * *",
        "# The Dip",
        "<!-- a note -->",
        "<!--",
        "-->",
        "```",
        "> She opens it.",
        "SARAH\nShe opens it.",
        "—",
        "“",
    ]
)
BLOCKS = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, MARKS), max_size=9).map("\n\n".join)
FRONT = st.sampled_from(["", "", "---\npov: Sarah Chen\n---\n\n", "---\npov: [Nobody]\n---\n\n"])
CHAPTERS = st.builds("{}{}".format, FRONT, BLOCKS)
INSERTED = st.one_of(
    PARAGRAPHS,
    st.sampled_from(
        ["", " ", "\n", "\n\n", "\n\n* * *\n\n", "“", "”", "*", "s", "---\n", "\r\n\r\n", "<!--", "😀"]
    ),
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), INSERTED), min_size=1, max_size=4)


def finish(chapter, reader):
    for _ in chapter.catch_up(reader, SETTING):
        pass


def edited(text, edit):
    at = int(edit[0] * len(text))
    return text[:at] + edit[2] + text[at + edit[1] :]


def afresh(text):
    names = Names()
    chapter = LiveChapter(CHAPTER, text, names)
    finish(chapter, Reader(WORLD, names))
    return chapter, names


def views(chapter):
    return {(passage.text, passage.focus) for passage in chapter.passages()}


@settings(max_examples=120, deadline=None)
@given(CHAPTERS, EDITS)
def test_whatever_was_edited_it_is_as_if_read_afresh(text, edits):
    chapter, names = afresh(text)
    reader = Reader(WORLD, names)
    for edit in edits:
        text = edited(text, edit)
        chapter.change(text)
        if chapter.is_small_edit(SETTING):
            chapter.edit(reader, SETTING)
    finish(chapter, reader)
    fresh, fresh_names = afresh(text)
    assert names == fresh_names == observe(passage.text for passage in fresh.passages())
    assert list(chapter.passages()) == list(fresh.passages())
    assert chapter.findings() == fresh.findings()


@settings(max_examples=80, deadline=None)
@given(CHAPTERS)
def test_every_finding_and_every_quotation_stands_where_it_says(text):
    chapter, _ = afresh(text)
    for finding in chapter.findings():
        assert text[finding.start : finding.end] == finding.text or finding.text == ""
        assert finding.start < finding.end
        for evidence in finding.evidence:
            assert evidence.path != CHAPTER or text[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=80, deadline=None)
@given(CHAPTERS, EDITS)
def test_an_edit_looks_only_at_what_is_new_to_a_reader(text, edits):
    chapter, names = afresh(text)
    reader = Reader(WORLD, names)
    for edit in edits[:1]:
        before, checked = views(chapter), chapter.checked
        chapter.change(edited(text, edit))
        if chapter.is_small_edit(SETTING):
            chapter.edit(reader, SETTING)
            assert chapter.checked - checked == len(views(chapter) - before)


@settings(max_examples=60, deadline=None)
@given(CHAPTERS, EDITS)
def test_what_still_stands_while_she_types_is_what_was_said_of_it(text, edits):
    """Until she pauses, findings about the whole chapter move with its words, or go where these change."""
    chapter, _ = afresh(text)
    for edit in edits:
        text = edited(text, edit)
        chapter.change(text)
        for finding in chapter.findings():
            assert text[finding.start : finding.end] == finding.text or finding.text == ""


def test_the_sentences_make_every_check_speak():
    """Or else the properties above would hold of checks that are never asked."""
    found = set()
    for front in ("", "---\npov: Sarah Chen\n---\n\n"):
        narrated = "\n\n".join(
            [SENTENCES[0], SENTENCES[1], *SENTENCES[6:17], *SENTENCES[20:24], SENTENCES[1]]
        )
        slipping = "\n\n".join(SENTENCES[index] for index in (0, 1, 0, 2, 1, 0, 1, 8, 9, 1, 4, 1, 1))
        for text in (narrated, slipping):
            found |= {finding.code for finding in afresh(front + text)[0].findings()}
    assert found >= {
        "age-arithmetic",
        "attribute-contradiction",
        "deceased-active",
        "knowledge",
        "name-variant",
        "pov-drift",
        "tense-drift",
        "unintroduced-mention",
        "unknown-character",
        "whereabouts",
        "world-rule",
    }
