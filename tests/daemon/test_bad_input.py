"""What authors really type: `fabula check` neither crashes nor floods, and blames the sheet where that is to
blame.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.reading import read_story
from fabula_daemon.story import report
from tests.support.stories import canon_of, checked, sheet, story

SARAH = {"characters/sarah.md": sheet("Sarah Chen", pronouns="she/her")}
CYRILLIC_A = "а"

NAMES = {
    "a virtue": "Hope",
    "a verb": "Will",
    "an order": "Mark",
    "a word and a month": "Grace May",
    "one letter": "J",
    "an initial": "V.",
    "an apostrophe": "O'Brien",
    "a printer's apostrophe": "O’Brien",
    "a small letter and an apostrophe": "d'Artagnan",
    "a hyphen": "Jean-Luc",
    "a Dutch particle": "Dr. van der Meer",
    "a first name and particles": "Anna van der Meer",
    "an Arabic article": "al-Rashid",
    "an article amid the name": "Yusuf al-Rashid",
    "a Vulcan": "T'Pol",
    "a princess of Mars": "Dejah Thoris",
    "a number": "Kzin-7",
    "numbers and letters": "R2-D2",
    "capitals inside": "MacDonald",
    "an accent": "Élodie Ça",
    "another alphabet": "Николай",
    "no letters that have cases": "李明",
    "signs": "Bob 🙂",
    "an article": "The Doctor",
    "a title alone": "Captain",
}


def text_of(name):
    return (
        f"“Go,” said {name}, and {name} nodded and took the lamp. Nobody saw {name} leave.\n\n"
        f"{name}’s hand shook. She looked at {name}, and then at the door.\n"
    )


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_known_name_of_any_shape_is_known(tmp_path, name):
    reading = read_story(
        story(tmp_path, {"1.md": text_of(name)}, {"characters/x.md": sheet(f'"{name}"'), **SARAH})
    )
    assert [finding.message for finding in reading.findings if finding.path == "manuscript/1.md"] == []


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_an_unknown_name_of_any_shape_is_no_trouble(tmp_path, name):
    text = text_of(name)
    reading = read_story(story(tmp_path, {"1.md": text}, SARAH))
    assert all(text[f.start : f.end] == f.text for f in reading.findings if f.path == "manuscript/1.md")
    assert all(
        f.text.strip("’s") in name or name in f.text
        for f in reading.findings
        if f.code == "unknown-character"
    )


WORDS = (
    "There was no hope, and hope is a poor breakfast. She would mark the page. Will you? Will it "
    "hold? May it be so. "
    "Hope rose in her like water. Grace under fire, he called it. Sarah ran, and the bill came to nothing.\n"
)


def test_names_that_are_words_are_words_where_they_are_used_as_words(tmp_path):
    people = {
        f"characters/{name}.md": sheet(name, pronouns="he/him", died="1", eyes="green")
        for name in ("Will Teale", "Bill Orr", "Grace Hall", "Mark Orr")
    }
    reading = read_story(story(tmp_path, {"1.md": "Sarah ran.", "2.md": WORDS}, {**SARAH, **people}))
    assert [finding.message for finding in reading.findings if finding.path == "manuscript/2.md"] == []


LAYOUTS = {
    "shouting": (
        "# THE DIP OF SARAH CHEN\n\n“GET OUT! GET OUT OF THERE, SARAH! FOR THE LOVE OF GOD!” he "
        "shouted. “NO!” THE DOOR "
        "SLAMMED. STOP. EMERGENCY EXIT. DO NOT OPEN. PROPERTY OF THE COMPACT.\n\nCHAPTER TWO\n\nTHE END\n"
    ),
    "a screenplay": (
        "INT. PUMP HALL – NIGHT\n\nSARAH CHEN (38) opens the valve. She listens and turns "
        "away.\n\nSARAH\n(to OKSANA)\n"
        "Is it worse?\n\nOKSANA (CONT’D)\nIt is.\n\nCUT TO:\n\nEXT. THE SHOULDER – DAY\n\nYUSUF "
        "(O.S.)\nRun!\n"
    ),
    "emoji": "Sarah 😀 ran 🏃‍♀️🏃‍♀️. “Go 🎉🎉,” she said. Sarah👍. “🇫🇷!” said Sarah Chen❤️.\n",
    "verse": (
        "She opens the gate of the morning\nAnd walks to the edge of the sea\nShe gathers the stones "
        "that it leaves her\n"
        "And throws them, for nobody, free\n"
    ),
    "a table": "| level | day |\n|---|---|\n| 61.2 | Thursday |\n| 44 | Friday |\n",
    "a list": "- lamp\n- paste\n- tape\n1. Sarah\n2. the reel\n",
    "code": "```\nSARAH = Person()\nMARTINEZ = None\n```\n",
    "marks of quotation in a heap": '“‘"' * 200 + " Sarah ran. " + '”’"' * 200,
    "brackets in a heap": "(" * 2000 + "She opens " + ")" * 2000,
    "one word again and again": "she, " * 3000 + "and then " * 3000 + "She " + "slowly " * 3000 + "opens",
    "signs that order letters": "Sarah\u202e ran. \ufeffSarah\u200b ran.\u2028Sarah ran.\x85Sarah ran.\n",
    "nothing": "",
    "blank lines": "\n \n\t\n\r\n",
    "front matter alone": "---\npov: Sarah Chen\n---\n",
    "broken front matter": "---\npov: [\n---\n\nSarah ran.\n",
    "a rule": "---\n\nSarah ran.\n\n---\n",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_text_of_any_layout_has_nothing_wrong_with_it(tmp_path, text):
    assert read_story(story(tmp_path, {"1.md": f"Sarah ran.\n\n{text}"}, SARAH)).findings == ()


def test_letters_that_only_look_like_a_name_are_told_of_at_each_name(tmp_path):
    text = f"“Go,” said S{CYRILLIC_A}rah Chen. S{CYRILLIC_A}rah nodded.\n"
    reading = read_story(story(tmp_path, {"1.md": text}, SARAH))
    assert [(f.code, f.suggestions) for f in reading.findings] == [
        ("name-variant", ("Sarah Chen",)),
        ("name-variant", ("Sarah",)),
    ]


@pytest.mark.parametrize(
    "aliases",
    [
        "The",
        "[The, a, I, He, And, She]",
        '["", " "]',
        '["*", "[", "(("]',
        "[1, 2.5, true, null]",
        "{a: b}",
        "[[[x]]]",
        "[S]",
    ],
)
def test_an_alias_that_names_nobody_is_found_nowhere(tmp_path, aliases):
    text = "The lamp went out, and she took it. I ran, and he sat. A man came. And the end came too.\n" * 5
    reading = read_story(
        story(tmp_path, {"1.md": text}, {"characters/x.md": sheet("Sarah Chen", aliases=aliases)})
    )
    assert [mention.text for _, _, mention in reading.mentions()] == []
    assert {finding.path for finding in reading.findings} <= {"world/characters/x.md"}


@pytest.mark.parametrize(
    ("front", "code"),
    [
        (sheet("Sarah Chen", aliases="[The]"), "sheet-alias"),
        (sheet("Sarah Chen", aliases="{a: b}"), "sheet-front-matter"),
        (sheet(f"S{CYRILLIC_A}rah Chen", aliases="[Sarah]"), "sheet-letters"),
        (sheet("Sarah Chen", died="[[[]]]"), "sheet-chapter"),
        ("---\nkind: character\n---\n", "sheet-name"),
    ],
)
def test_the_sheet_is_told_of_where_the_sheet_is_to_blame(tmp_path, front, code):
    text = "“Go,” said Sarah. The lamp went out, and Sarah ran.\n"
    reading = read_story(story(tmp_path, {"1.md": text}, {"characters/x.md": front}))
    blamed = [finding for finding in reading.findings if finding.path == "world/characters/x.md"]
    assert code in [finding.code for finding in blamed]


def test_ten_thousand_sheets_are_read():
    firsts = [
        a + b for a in ("Al", "Be", "Ca", "Do", "El", "Fa", "Ga", "Ha", "Il", "Jo") for b in "bdfgklmnpr"
    ]
    names = [f"{first}as {last}en" for first in firsts for last in firsts]
    world = canon_of(*(sheet(name, pronouns="she/her", eyes="green") for name in names))
    assert len(world.characters) == 10_000
    text = (
        f"“Go,” said {names[3]}. {names[777]} nodded, and her eyes were brown. “Go,” said Elena Martinez.\n"
    )
    assert [finding.text for finding in checked(text, world)] == ["brown", "Elena Martinez"]


SOUP = st.text(
    st.sampled_from(
        [
            *"abcSTé’'\"“”‘—-.,;:!?*_#>()[]{}|`~<%\\/&0 \n\n\r\t",
            "\u0301",
            CYRILLIC_A,
            "李",
            "😀",
            "\u202e",
            "İ",
            "ſ",
        ]
    )
)
PIECES = st.lists(
    st.one_of(
        SOUP,
        st.sampled_from(
            [
                "Sarah Chen",
                "“Go,” said ",
                "She opens the feed and listens. ",
                "I opened it. ",
                "---\n",
                "name: ",
                "aliases: [",
                "died: ",
                "\n\n* * *\n\n",
                "* * *",
                "O’Brien",
                "Mrs. ",
                "her green eyes",
                "at fifty-two ",
            ]
        ),
    ),
    max_size=12,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_no_text_whatever_is_too_much_for_a_chapter(text):
    world = canon_of(
        sheet("Sarah Chen", pronouns="she/her", eyes="brown", died="1", born="2079"), sheet("O’Brien")
    )
    for finding in checked(text, world, 3):
        assert text[finding.start : finding.end] == finding.text


@settings(max_examples=60, deadline=None)
@given(PIECES, PIECES)
def test_no_text_whatever_is_too_much_for_a_sheet(front, body):
    world = canon_of(f"---\n{front}\n---\n{body}", sheet("Sarah Chen"))
    checked("Sarah Chen ran. She opens it. “Go,” said Elena.", world)


FLOODS = {
    "a stranger": "“Go,” said Elena Martinez. Elena Martinez nodded.\n\n",
    "a misspelt name": "“Go,” said Sara Chen.\n\n",
    "a forbidden word": "It smelt of diesel.\n\n",
    "another tense": (
        "She went down and took the lamp. He sat.\n\nShe opens the feed and listens.\n\nShe ran, and "
        "he looked.\n\n"
    ),
}


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_what_is_said_again_and_again_is_cut_short_in_text_and_complete_in_json(tmp_path, text):
    rules = {"rules.md": "---\nforbid: [diesel]\n---\n"}
    reading = read_story(story(tmp_path, {"1.md": text * 40}, {**SARAH, **rules}))
    assert len(reading.findings) >= 40
    assert report.as_json(reading.findings, reading.texts).count('"code"') == len(reading.findings)
    lines = report.as_text(reading.findings, reading.texts).splitlines()
    assert len([line for line in lines if line.startswith("manuscript/")]) <= 6
