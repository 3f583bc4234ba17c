"""pov-drift, on chapters as authors write them, with slips as authors make them."""

import pytest

from fabula_daemon.story.findings import Severity
from tests.support.stories import canon_of, checked, sheet

WORLD = canon_of(
    sheet("Sarah Chen", pronouns="she/her"), sheet("Oksana Bilyk", pronouns="she/her"), sheet("Yusuf Demir")
)

BEGINNING = (
    "Sarah Chen went down to the hall at six. The pumps ran, and the floor shook a little under "
    "her boots. She "
    "took the lamp from its hook and walked along the wall.\n\n“Is it worse?” said Yusuf. “I "
    "thought I heard it.”\n\n"
)
END = (
    "\n\nShe did not answer. She knelt at the valve and put her ear to it, and for a while she "
    "heard nothing but the "
    "water. Oksana came in behind her and stopped.\n\nNobody had been here since the spring. "
    "Yusuf wiped the glass "
    "with his sleeve and looked at the needle. He said that it had moved, and she nodded, and "
    "her hands were cold.\n"
)


def found(text):
    return checked(text, WORLD, only="pov-drift")


def told(passage):
    return f"{BEGINNING}{passage}{END}"


def texts(text):
    return [finding.text for finding in found(text)]


def test_a_chapter_in_the_third_person_has_nothing_to_say():
    assert found(told("She opened the valve.")) == []


SLIPS = [
    "I opened the valve.",
    "I turned the wheel and counted to ten.",
    "Slowly I drew the bolt.",
    "At the foot of the stairs I stopped and looked back.",
    "I was cold.",
    "I had no feeling in the hand.",
    "I nodded.",
    "My hands shook.",
    "The water ran over my boots.",
    "He handed me the wrench.",
    "Yusuf looked up, and I shook the lamp.",
    "Then I ran for the stairs.",
    "I knew the sound.",
    "I could not see the end of the pipe, and I felt along it with one hand.",
    "With a sigh I sat down on the crate.",
    "Yusuf grabbed me by the arm.",
    "I did nothing; I waited.",
    "I reached for the rail and missed it.",
]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_into_the_first_person_is_told_of(slip):
    assert texts(told(slip)) == [slip]


@pytest.mark.parametrize("slip", SLIPS)
def test_also_in_the_middle_of_a_paragraph(slip):
    assert texts(
        told(f"The light went out and came on again. {slip} She had the lamp in her left hand.")
    ) == [slip]


LEFT_ALONE = {
    "speech": "“I opened the valve,” said Oksana. “I turned it, and he handed me the wrench.”",
    "speech in single marks": "‘I opened the valve,’ said Oksana. ‘He handed me the wrench.’",
    "speech behind a dash": "— I opened the valve. I turned it.",
    "speech that runs on": "“I opened the valve.\n\n“I turned it, and I ran.”",
    "a mark forgotten": "I opened the valve,” said Oksana.",
    "thought in italics": "*I opened the valve myself,* she thought.",
    "thought without marks": "I left the lamp on, she thought.",
    "speech without marks": "I opened the valve, said Oksana.",
    "a letter": "Dear Sarah, I opened the valve. I turned it and ran.",
    "a quoted document": "> I opened the valve. I turned it and ran.",
    "verse": (
        "I opened the gate of the morning\nI walked to the edge of the sea\nI gathered the stones "
        "that it left me"
    ),
    "an author who comments": "I do not know what she heard, and I have said that the hall was old.",
    "my hero": "So my heroine came to the valve.",
    "the diary": "The diary said that I opened the valve.",
    "several people": "They opened the valve. We all know how that ends.",
    "a screenplay": "SARAH\nI opened the valve.",
    "kings": "A portrait of Charles I hung over the door.",
}


@pytest.mark.parametrize("passage", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(passage):
    assert found(told(passage)) == []


def test_a_story_told_in_the_first_person_is_no_slip():
    text = (
        "I met her at six. She took the lamp from its hook and walked along the wall, and I walked "
        "behind her. She "
        "knelt at the valve.\n\nShe put her ear to it, and she heard nothing, she said. He wiped the "
        "glass. She rose, "
        "and he looked at her. She had a smear on her chin. He laughed at her, and she laughed, and "
        "wiped it off. "
        "She gave me the lamp.\n\nHe went home, and she went with him, and her boots rang on the stairs.\n"
    )
    assert found(text) == []


def test_nor_is_a_scene_that_another_tells():
    first = "I opened the valve. I turned it. I waited, and my hands shook. " * 3
    assert found(told("She waited.") + "\n* * *\n\n" + first) == []


def test_a_witness_who_is_named_once_and_says_i_again_is_the_narrator():
    assert (
        found(told("I opened the valve.") + "\n* * *\n\nI think of it often. She never spoke of it to him.\n")
        == []
    )


def test_where_speech_has_no_marks_nobody_knows():
    text = told("I opened the valve.").replace("“", "").replace("”", "")
    assert found(text) == []


def test_too_little_text_shows_nothing():
    assert found("She waited. I opened the valve. She ran.") == []


def test_the_finding_quotes_the_slip_and_what_stands_beside_it():
    text = told("I opened the valve.")
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.message == "The chapter is told in the third person, and this sentence in the first."
    assert [evidence.quote for evidence in finding.evidence] == [
        "I opened the valve.",
        "She did not answer.",
    ]
    assert all(text[evidence.start : evidence.end] == evidence.quote for evidence in finding.evidence)


OTHER_HEADS = {
    "Oksana thought that it was over.": "Oksana thought",
    "Oksana wondered whether they had seen it.": "Oksana wondered",
    "Yusuf remembered the smell of the beds.": "Yusuf remembered",
    "Yusuf knew that he was lying.": "Yusuf knew",
    "Oksana felt a chill.": "Oksana felt",
    "For a moment Oksana regretted it.": "Oksana regretted",
    "Behind her Oksana suddenly understood.": "Oksana suddenly understood",
}


def seen_by(name, passage):
    return f"---\npov: {name}\n---\n\n{told(passage)}"


@pytest.mark.parametrize(("passage", "quote"), OTHER_HEADS.items())
def test_another_head_than_the_declared_one_is_looked_into(passage, quote):
    (finding,) = found(seen_by("Sarah Chen", passage))
    assert (finding.text, finding.severity) == (quote, Severity.INFORMATION)
    assert [evidence.quote for evidence in finding.evidence] == [passage]
    assert "Sarah Chen" in finding.message


@pytest.mark.parametrize("passage", OTHER_HEADS)
def test_nothing_is_said_of_heads_where_none_is_declared(passage):
    assert found(told(passage)) == []


SEEN_FROM_OUTSIDE = [
    "Sarah thought that it was over.",
    "She thought that it was over.",
    "Oksana thought about it, and put down the wrench.",
    "Oksana felt for the lamp.",
    "Oksana felt along the wall.",
    "It seemed that Oksana knew.",
    "Perhaps Oksana knew.",
    "Oksana looked as if she wondered at it.",
    "She saw that Oksana understood.",
    "“Oksana thought that it was over,” said Yusuf.",
    "Oksana must have known.",
    "Oksana laughed, and closed the valve.",
]


@pytest.mark.parametrize("passage", SEEN_FROM_OUTSIDE)
def test_what_can_be_seen_from_outside_is_left_alone(passage):
    assert found(seen_by("Sarah Chen", passage)) == []


@pytest.mark.parametrize(
    "name", ["omniscient", "first", "Nobody At All", "[]", "3", "{a: b}", "[Sarah Chen, Oksana Bilyk]"]
)
def test_who_is_nobody_or_several_declares_nothing_else(name):
    assert found(seen_by(name, "Oksana thought that it was over.")) == []


def test_front_matter_that_changes_is_heeded_at_once():
    text = seen_by("Sarah Chen", "Oksana thought that it was over.")
    assert len(found(text)) == 1
    assert found(text.replace("pov: Sarah Chen", "pov: Oksana Bilyk")) == []
