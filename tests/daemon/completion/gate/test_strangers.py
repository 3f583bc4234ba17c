"""Who may not be named at the cursor, and that no more of the paragraph need be read than is."""

import random
from pathlib import Path

import pytest

from fabula_daemon.completion.gate.strangers import CONTEXT, Strangers
from fabula_daemon.completion.why import Rejected, Stranger
from fabula_daemon.desk import Desk
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.world import sheets
from fabula_daemon.story.world.canon import build

EXAMPLE = Path(__file__).parents[4] / "world"
SHEETS = {
    "sarah.md": "name: Sarah Chen",
    "piet.md": "name: Piet Rensburg\ndied: 2",
    "lotte.md": "name: Lotte Brandsma\nintroduced: 5",
}
CANON = build(
    [
        sheets.read(f"world/{path}", f"---\nkind: character\n{keys}\n---\n")[0]
        for path, keys in SHEETS.items()
    ],
    [f"{number:02}.md" for number in range(1, 8)],
)
READER = Reader(CANON, Names())


def stranger(text, *, before="", chapter=4, off=(), opening="", ended=True):
    setting = Setting(f"{chapter:02}.md", chapter, CANON, off=off)
    found = Strangers(before, READER.read, setting, opening=opening).first(text, ended=ended)
    return found and found.rejected


ABSENT_PIET, ABSENT_LOTTE = Rejected("Piet", Stranger.ABSENT), Rejected("Lotte", Stranger.ABSENT)


@pytest.mark.parametrize(
    "text", ["Piet opened the door.", "“Go,” said Piet.", "The door opened, and Piet walked in."]
)
def test_the_dead_do_nothing(text):
    assert stranger(text) == ABSENT_PIET


@pytest.mark.parametrize(
    "text",
    [
        "She thought of Piet.",
        "“Piet opened the door,” she said.",
        "She remembered how Piet opened the door.",
        "Piet was dead.",
    ],
)
def test_but_they_are_remembered(text):
    assert stranger(text) is None


def test_before_her_death_she_lives():
    assert stranger("Piet opened the door.", chapter=2) is None


def test_in_another_time_the_dead_live():
    assert stranger("Piet opened the door.", opening="Eleven years earlier it had rained all day.") is None


def test_what_the_dead_do_is_known_when_the_sentence_has_ended():
    assert stranger("Piet opened", ended=False) is None


def test_who_is_introduced_later_is_not_named_yet():
    assert stranger("She saw Lotte.", ended=False) == ABSENT_LOTTE
    assert stranger("She saw Lotte.", chapter=5) is None


def test_but_spoken_of():
    assert stranger("“I know Lotte,” she said.") is None
    assert stranger("Lotte,” she said.", before="“I know ") is None


def test_checks_that_are_switched_off_judge_nobody():
    assert stranger("She saw Lotte.", off=("unintroduced-mention",)) is None
    assert stranger("Piet opened the door.", off=("deceased-active",)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" “Go,” said the Ashby.", "Ashby"),
        (" “Go,” cried the Vera-Callum, and went.", "Vera-Callum"),
        (" “Go,” said the Captain.", None),
        (" “Go,” said the Martian quietly.", "Martian"),
        (" She went down to the Shoulder.", None),
    ],
)
def test_whatever_speaks_is_somebody(text, name):
    found = stranger(text)
    assert (found and found.name) == name


def test_without_a_setting_who_is_known_is_welcome():
    strangers = Strangers("", READER.read)
    assert strangers.first("Piet opened the door.", ended=True) is None
    assert strangers.first("Elena did.", ended=True).rejected == Rejected("Elena", Stranger.FRESH)


def test_a_name_that_the_author_has_begun_counts_from_where_she_did():
    found = Strangers("“Well,” said El", READER.read).first("ena, and sat down.", ended=False)
    assert (found.start, found.end, found.rejected.name) == (-2, 3, "Elena")


def test_a_name_is_not_halved():
    strangers = Strangers("She saw ", READER.read)
    text = "then Sarah Chen there"
    assert strangers.border(text, len("then Sarah")) == len("then ")
    assert strangers.border(text, len("then Sarah Chen")) == len("then Sarah Chen")


def test_reading_the_end_of_a_paragraph_tells_the_same_as_reading_all_of_it():
    """Behind random places of the example story, with strangers put in."""
    desk, chance = Desk(EXAMPLE), random.Random(2118)
    paragraphs = [
        p.text
        for entry in desk.world.chapters
        for p in desk.prose(entry.path).paragraphs
        if len(p.text) > 4 * CONTEXT
    ]
    shorter = 0
    for _ in range(400):
        text = chance.choice(paragraphs)
        at = text.index(" ", chance.randrange(2 * CONTEXT, len(text) - CONTEXT)) + 1
        words = text[at : at + 2 * CONTEXT].split(" ")
        words.insert(
            chance.randrange(len(words)), chance.choice(["Elena Martinez", "Zorblax", "Dr. Petrova"])
        )
        following, end = " ".join(words), Strangers(text[:at], desk.reader.read)
        found = end.first(following, ended=True)
        mentions = [m for m in desk.reader.read(text[:at] + following) if not m.known and m.end > at]
        wanted = [(m.start - at, m.end - at, Rejected(m.text, Stranger.FRESH)) for m in mentions[:1]]
        assert [found] * bool(found) == wanted
        shorter += bool(found) and len(end._lead) < at
    assert shorter > 100
