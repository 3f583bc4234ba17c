"""What the narration shows of somebody, as a sheet."""

import yaml

from fabula_daemon.story.answers import portraits, proposals
from fabula_daemon.story.world import sheets
from fabula_daemon.story.world.canon import Canon
from tests.daemon.story.answers.test_proposals import chapters

HE, SHE = "Voss took his hat. ", "Voss took her hat. "


def portrait(*texts, name="Elena Voss"):
    persons = proposals.persons(chapters(*texts), least=1)
    known = Canon(tuple(person.as_entity() for person in persons))
    found = portraits.portraits(persons, chapters(*texts, world=known))
    return next(one for one in found if one.person.name == name)


def keys(*texts, **options):
    text = portraits.sheet(portrait(*texts, **options))
    front, _, _ = text.removeprefix("---\n").partition("---\n")
    return yaml.safe_load(front)


SAID = "“Go,” said Alix Voss.\n\n"


def test_pronouns_are_what_the_narration_says_again_and_again():
    assert keys(SAID + SHE * 3, name="Alix Voss")["pronouns"] == "she/her"
    assert keys(SAID + HE * 3, name="Alix Voss")["pronouns"] == "he/him"


def test_pronouns_are_left_open_where_they_are_seldom_or_differ():
    assert "pronouns" not in keys(SAID + HE * 2, name="Alix Voss")
    assert "pronouns" not in keys(SAID + HE * 3 + SHE * 3, name="Alix Voss")


def test_what_is_said_aloud_is_no_evidence():
    assert "pronouns" not in keys(SAID + f"“{HE * 5}”", name="Alix Voss")


def test_an_attribute_stands_with_its_sentence():
    sentence = "Elena Voss had green eyes."
    text = f"“Go,” said Elena Voss.\n\n{sentence}"
    assert keys("Nobody came.", text)["eyes"] == "green"
    body = portraits.sheet(portrait("Nobody came.", text)).rpartition("---\n")[2]
    assert f"`eyes`:\n\n> {sentence} ([[2]])" in body


def test_a_sentence_that_is_cut_out_of_speech_keeps_its_marks():
    text = "“Go home,” said Kit. “It is late. You are tired, Mrs. Voss. Nobody minds.”"
    body = portraits.sheet(portrait(text, name="Mrs. Voss")).rpartition("---\n")[2]
    assert "> “You are tired, Mrs. Voss.”\n" in body


def test_an_age_counts_as_of_its_chapter():
    text = "“Go,” said Elena Voss.\n\nElena Voss was thirty-four."
    assert keys("Nobody came.", text)["age"] == {"value": 34, "as_of": 2}


def test_sentences_that_contradict_each_other_are_shown_and_not_believed():
    text = "“Go,” said Elena Voss.\n\nElena Voss had green eyes.\n\nElena Voss had brown eyes."
    assert "eyes" not in keys(text)
    assert "which is not always the same" in portraits.sheet(portrait(text))


def test_what_is_proposed_is_a_sheet_without_a_fault_that_is_never_canon():
    text = "“Go,” said Captain Elena Voss.\n\nElena Voss had green eyes. Voss ran."
    read, findings = sheets.read("world/proposed/Elena Voss.md", portraits.sheet(portrait(text)))
    assert findings == []
    assert read
    assert (read.proposed, read.name, read.kind, read.introduced) == (True, "Elena Voss", "character", 1)
    assert "Captain Elena Voss" in read.aliases


def test_a_name_that_yaml_would_take_for_something_else_is_quoted():
    text = "“Go,” said Yes. Yes nodded. “Well, Yes,” said Yes." * 3
    persons = proposals.persons(chapters(text), least=1)
    for person in persons:
        read, _ = sheets.read("a.md", portraits.sheet(portraits.Portrait(person, None, ())))
        assert read
        assert read.name == person.name
