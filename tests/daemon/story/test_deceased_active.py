"""deceased-active: after the chapter of their death people neither act nor speak."""

from dataclasses import replace

import pytest

from fabula_daemon.story.world.timeline import read
from tests.support.stories import canon_of, checked, sheet

DEAD = sheet("Piet Rensburg", pronouns="he/him", died="6")
WORLD = canon_of(DEAD, sheet("Sarah Chen", pronouns="she/her"))


def found(text, number=8, world=WORLD):
    return [finding.text for finding in checked(text, world, number, only="deceased-active")]


def test_the_finding_has_both_quotes():
    (finding,) = checked(
        "It was late. Rensburg checked the flange and frowned.", WORLD, 8, only="deceased-active"
    )
    assert [evidence.quote for evidence in finding.evidence] == [
        "Rensburg checked the flange and frowned.",
        "died: 6",
    ]
    assert finding.severity == "warning"
    assert finding.message == "Piet Rensburg dies in chapter 6, and is active here, in chapter 8."


@pytest.mark.parametrize(
    "text",
    [
        "Rensburg laughed and reached for the door.",
        "“Come in,” said Rensburg.",
        "“No,” Rensburg said, and sat down.",
        "“If you like,” said Rensburg.",
        "“I’ll go,” said Rensburg, and she could have wept.",
        "Rensburg was waiting at the foot of the stairs.",
        "Rensburg was standing by the door.",
        "Beside them Rensburg lit the lamp.",
        "They found Rensburg at the table, eating bread.",
        "The door opened, and Rensburg came in.",
        "When the others had gone Rensburg stayed, and poked the fire.",
        "A voice answered: it was Rensburg, out of breath.",
        "Before anybody could speak Rensburg had taken the cup.",
        "With a shrug Rensburg put the letter away.",
        "Rensburg nods.",
        "Rensburg was asleep in the corner.",
        "Rensburg, who had been listening, put down the book.",
        "The others looked at Rensburg, who shrugged and lit the stove.",
        "While they waited Rensburg told them a story.",
        "Rensburg had a cold and sneezed.",
        "Rensburg said nothing.",
        "“Ah!” Rensburg exclaimed, and dropped the cup.",
        "Out of the dark came Rensburg, leading the way.",
        "They could hear Rensburg laughing in the next room.",
        "Rensburg and the boy carried the box.",
        "Rensburg looked up.",
    ],
)
def test_the_dead_do_not_act(text):
    assert found(text) == ["Rensburg"]


@pytest.mark.parametrize(
    "text",
    [
        "Rensburg had laughed at that, once.",
        "She remembered how Rensburg stood there.",
        "She thought of the hatch. He had taught her that. Rensburg stood behind her and laughed.",
        "Sarah remembered the ladder. Rensburg took it two rungs at a time.",
        "Years ago Rensburg stood there and laughed.",
        "That night Rensburg came into the dream and sat down.",
        "In the letter Rensburg said that all was well.",
        "“Look,” said the letter. In the picture Rensburg smiled.",
        "Rensburg lay under the sheet.",
        "They carried Rensburg out to the cart.",
        "They found Rensburg in the cab.",
        "They buried Rensburg on the Saturday, and Rensburg’s hammer with him.",
        "Rensburg’s hammer stood behind the door.",
        "Rensburg would have laughed.",
        "What would Rensburg have said?",
        "It was as if Rensburg stood behind her.",
        "Rensburg did not answer.",
        "“Rensburg stood here,” the boy said.",
        "*Rensburg walked this way,* she thought.",
        "The ghost of Rensburg walked there.",
        "Rensburg was dead.",
        "Rensburg had a cold, and it killed him.",
        "Rensburg said that brass would stretch.",
        "It had been built in nine days. Rensburg had robbed it.",
        "The late Rensburg laughed at such things.",
        "Sarah Chen laughed.",
    ],
)
def test_the_dead_may_be_remembered_dreamt_of_and_buried(text):
    assert found(text) == []


def test_before_and_in_the_chapter_of_the_death_nothing_is_said():
    assert (
        found("Rensburg laughed.", 5)
        == found("Rensburg laughed.", 6)
        == found("Rensburg laughed.", None)
        == []
    )


def test_a_scene_in_another_time_is_left_alone():
    back = "Eleven years earlier the hatch was new.\n\nRensburg laughed.\n\n* * *\n\nRensburg nodded."
    assert len(found(back)) == 1


def test_a_chapter_that_the_timeline_dates_before_the_death_is_left_alone():
    table = "| when | chapter |\n|---|---|\n| 2118-03-15 | 6 |\n| 2107-01-01 | 8 |\n| 2118-03-20 | 9 |\n"
    dated = replace(WORLD, timeline=read("timeline.md", table, {})[0])
    assert found("Rensburg laughed.", 8, dated) == []
    assert found("Rensburg laughed.", 9, dated) == ["Rensburg"]
