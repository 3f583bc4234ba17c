"""whereabouts: nobody is where the sheets say that she is not."""

from dataclasses import replace

import pytest

from fabula_daemon.story.world.timeline import read
from tests.support.stories import canon_of, checked, sheet


def place(name, body="", **keys):
    return sheet(name, kind="place", **keys) + body


WORLD = canon_of(
    sheet("Lotte Brandsma", pronouns="she/her", whereabouts="[{place: Ferrier, from: 4, to: 6}]"),
    sheet("Sarah Chen", pronouns="she/her"),
    sheet("Judith Orr", pronouns="she/her", whereabouts="[{place: Coldharbour, from: 5, to: 5}]"),
    sheet("Yusuf Demir", pronouns="he/him"),
    place("Ferrier"),
    place("Coldharbour"),
    place("the Plimsoll", "The canteen."),
    place("the Dock", "The only dock of [[Ferrier]]."),
    place("the Pit", in_="Ferrier"),
    place("the Hole", in_="the Pit"),
    place("Marsland", "A country in the north."),
)
TABLE = (
    "| when | chapter | who | where |\n|---|---|---|---|\n| 1 | 5 | Sarah Chen, Yusuf Demir | Coldharbour |\n"
)
DATED = replace(WORLD, timeline=read("timeline.md", TABLE, {})[0])


def found(text, number=5, world=WORLD):
    return [finding.text for finding in checked(text, world, number, only="whereabouts")]


def test_the_finding_has_both_quotes():
    (finding,) = checked("It was late. Lotte was in Coldharbour.", WORLD, 5, only="whereabouts")
    assert [evidence.quote for evidence in finding.evidence] == [
        "Lotte was in Coldharbour.",
        "whereabouts: [{place: Ferrier, from: 4, to: 6}]",
    ]
    assert finding.message == (
        "By the sheet Lotte Brandsma is at “Ferrier” in chapter 5; here the place is “Coldharbour”."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lotte was in Coldharbour that day, and busy.",
        "Lotte was back in Coldharbour.",
        "Lotte ambled into Coldharbour as if nothing had happened.",
        "Lotte hastened through Coldharbour with a lamp.",
        "At six Lotte was crossing Coldharbour on a bicycle.",
        "There, at the Plimsoll, stood Lotte.",
        "That evening Lotte was at the Plimsoll, as everybody could see.",
        "Lotte was on a stool in the Plimsoll.",
        "Lotte sat waiting in Coldharbour with a coat across her knees.",
        "Lotte stood in the middle of Coldharbour and looked about.",
        "Lotte walked through Coldharbour without meeting anybody.",
        "Lotte had arrived in Coldharbour an hour before.",
        "Lotte had come to Coldharbour with the others.",
        "Lotte opened a window in the Plimsoll.",
        "In Coldharbour Lotte opened the window.",
        "At the Plimsoll Lotte got down and paid.",
        "Here in Coldharbour Lotte knew every stone.",
        "In the heart of Coldharbour, Lotte stopped and listened.",
        "It was raining in Coldharbour when Lotte came out of the door.",
        "They found Lotte in Coldharbour, asleep on a bench.",
        "When the bell rang Lotte was still in Coldharbour.",
        "Everybody in Coldharbour saw Lotte go by.",
        "From Coldharbour, where Lotte was staying, one could see the smoke.",
        "It was in Coldharbour that Lotte heard of it.",
        "On the stairs at the Plimsoll, Lotte stumbled.",
        "The door of the inn at Coldharbour opened, and Lotte looked out.",
        "Lotte and two others were dining at Coldharbour.",
        "Lotte reached Coldharbour before it was dark.",
        "Lotte was waiting for the others at the Plimsoll.",
        "Lotte, in Coldharbour, was winding a clock.",
        "Lotte opened the door and walked out into Coldharbour.",
        "All that day Lotte walked about Coldharbour.",
        "Far off in Coldharbour Lotte was asleep.",
        "It was in Coldharbour that they saw Lotte, buying bread.",
        "Meanwhile, at the Plimsoll, Lotte had lit the fire.",
        "Lotte came down the main street of Coldharbour.",
        "Lotte found Coldharbour empty.",
        "Lotte was kept in Coldharbour by the rain.",
        "Lotte was to be seen every evening in Coldharbour.",
        "“It is quiet,” said Lotte, looking down on Coldharbour from the window.",
    ],
)
def test_a_sentence_that_has_her_elsewhere(text):
    assert found(text) == ["Lotte"]


@pytest.mark.parametrize(
    "text",
    [
        "Lotte was in Ferrier, and busy.",
        "Lotte sat on the bench at the Dock.",
        "Lotte walked through the Pit, and Lotte stood in the Hole.",
        "Lotte was in Marsland.",
        "“Lotte is in Coldharbour,” the boy said.",
        "*Lotte must be in Coldharbour by now,* he thought.",
        "Lotte had lived in Coldharbour once, as a child.",
        "Years before, Lotte had walked through Coldharbour.",
        "Lotte would be in Coldharbour before the winter.",
        "If Lotte was in Coldharbour, nobody knew.",
        "Lotte was not in Coldharbour.",
        "Nobody in Coldharbour had seen Lotte.",
        "In Coldharbour they still spoke of Lotte.",
        "There was a letter from Lotte in Coldharbour.",
        "Lotte thought of Coldharbour and sighed.",
        "The road to Coldharbour was longer than Lotte had told them.",
        "A wire from Coldharbour asked Lotte for an answer.",
        "Lotte was the best driver in Coldharbour.",
        "Lotte read a book about life in Coldharbour.",
        "Lotte wrote to a man in Coldharbour.",
        "Lotte was on the way to nowhere, least of all to Coldharbour.",
        "In Coldharbour Lotte was famous.",
        "Lotte wanted to be in Coldharbour.",
        "Lotte laughed at the inn-keeper of Coldharbour.",
        "There was news from Coldharbour, and Lotte looked out.",
        "Sarah was in Coldharbour.",
    ],
)
def test_what_says_no_such_thing(text):
    assert found(text) == []


def test_outside_the_chapters_of_the_stay_nothing_is_said():
    text = "Lotte was in Coldharbour."
    assert found(text, 3) == found(text, 7) == found(text, None) == []


def test_a_scene_that_is_elsewhere_by_two_signs():
    text = "There was no seat in the Plimsoll.\n\nLotte sat on a stool, eating.\n\n“Well,” said Sarah."
    assert found(text, 5, DATED) == ["Lotte"]
    (finding,) = checked(text, DATED, 5, only="whereabouts")
    assert [evidence.quote for evidence in finding.evidence[2:]] == [
        "There was no seat in the Plimsoll.",
        "| 1 | 5 | Sarah Chen, Yusuf Demir | Coldharbour |",
    ]
    assert found(text.replace("\n\n“Well", "\n\n* * *\n\n“Well"), 5, DATED) == []


def test_a_scene_with_somebody_whose_sheet_has_her_elsewhere():
    assert found("“Well,” said Judith.\n\nLotte nodded.") == ["Judith", "Lotte"]


def test_one_sign_or_a_sign_of_her_own_place_is_not_enough():
    assert found("There was no seat in the Plimsoll.\n\nLotte sat on a stool.", 5, DATED) == []
    text = "There was no seat in the Plimsoll.\n\nLotte sat on a stool at the Dock.\n\n“Well,” said Sarah."
    assert found(text, 5, DATED) == []


def test_a_voice_on_the_telephone_is_no_presence():
    text = "“Well,” said Sarah at the Plimsoll.\n\nIt was Lotte, on the telephone. “No,” said Lotte."
    assert found(text, 5, DATED) == []


def test_the_timeline_alone_is_information():
    (finding,) = checked("Yusuf sat in Ferrier.", DATED, 5, only="whereabouts")
    assert (finding.text, finding.severity) == ("Yusuf", "information")
