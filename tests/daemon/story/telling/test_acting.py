"""Who is the subject of which verb, and who speaks: what is certain is told, the rest left out."""

import pytest

from fabula_daemon.story.passages import Passage
from fabula_daemon.story.telling.acting import acts, is_finite, speaker
from fabula_daemon.story.text.prose import Paragraph
from tests.support.stories import canon_of, mentions, sheet

WORLD = canon_of(sheet("Ines Okonjo", pronouns="she/her"), sheet("Piet Rensburg", pronouns="he/him"))


def passage(text):
    return Passage(Paragraph(0, text), tuple(mentions(WORLD, text, "Okonjo nodded. Rensburg nodded.")))


def verbs(text):
    return [(act.mention.text, f"{act.auxiliary} {act.verb}".strip()) for act in acts(passage(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Okonjo nodded.", "nodded"),
        ("Okonjo slowly put the lamp down.", "put"),
        ("Okonjo, frowning a little, turned the page.", "turned"),
        ("Okonjo and the rest of them crossed the yard.", "crossed"),
        ("With a shrug Okonjo rose.", "rose"),
        ("When the others had gone Okonjo stayed.", "stayed"),
        ("The door opened, and Okonjo came in.", "came"),
        ("Okonjo was standing by the door.", "was standing"),
        ("Okonjo had gone.", "had gone"),
        ("Okonjo would go tomorrow.", "would go"),
        ("Okonjo was in the hall.", "was"),
        ("Okonjo was at Woking.", "was"),
        ("When the bell rang Okonjo was there.", "was"),
        ("In the Works Okonjo rose.", "rose"),
        ("They looked at Okonjo, who shrugged.", "shrugged"),
        ("Okonjo, who had been listening, rose.", "rose"),
        ("It was in Hull that Okonjo heard of it.", "heard"),
        ("Okonjo did look up.", "look"),
        ("They found Okonjo at the table.", "found"),
        ("A voice answered: it was Okonjo, out of breath.", "was"),
    ],
)
def test_the_verb_of_a_subject(text, expected):
    assert verbs(text) == [("Okonjo", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Okonjo’s coat hung behind the door.",
        "They spoke of Okonjo and sighed.",
        "The rope that Okonjo used was gone.",
        "The rope Okonjo used was gone.",
        "“Okonjo nodded,” said the boy.",
        "*Okonjo went that way, surely.*",
        "She asked Okonjo the time.",
        "What would Okonjo say?",
        "It was longer than Okonjo thought.",
    ],
)
def test_what_is_no_subject_or_only_somebody_s_word(text):
    assert verbs(text) == []


def test_a_verb_can_be_negated_and_has_its_place():
    text = "Okonjo did not answer."
    (act,) = acts(passage(text))
    assert (act.negated, text[act.start : act.end]) == (True, "answer")
    assert [act.negated for act in acts(passage("Okonjo wasn’t there."))] == [True]


def test_speech_is_told_from_action():
    assert [act.speaks for act in acts(passage("“No,” said Okonjo. Okonjo said nothing more."))] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” said Okonjo.", "Ines Okonjo"),
        ("“No,” Okonjo said, “never.”", "Ines Okonjo"),
        ("Okonjo looked up. “No.” She shrugged.", "Ines Okonjo"),
        ("Okonjo looked up. “No,” she said.", "Ines Okonjo"),
        ("Okonjo looked up. “No,” he said.", None),
        ("“No,” he said. Okonjo looked up.", None),
        ("Okonjo looked up. Rensburg nodded. “No.”", None),
        ("“Okonjo nodded.”", None),
        ("Okonjo looked up.", None),
    ],
)
def test_who_speaks(text, expected):
    who = speaker(passage(text))
    assert (who.name if who else None) == expected


@pytest.mark.parametrize("word", "said nodded checked stood went nods watches carries".split())
def test_finite_verbs(word):
    assert is_finite(word)


@pytest.mark.parametrize("word", "need hundred table his across".split())
def test_what_is_no_verb(word):
    assert not is_finite(word)
