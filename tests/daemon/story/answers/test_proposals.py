"""Which spellings are one person."""

import pytest

from fabula_daemon.story.answers import proposals
from fabula_daemon.story.answers.namings import Namer
from fabula_daemon.story.answers.proposals import Chapter
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.text import prose
from fabula_daemon.story.world.canon import Canon
from tests.support.stories import canon_of, sheet


def chapters(*texts, world=None):
    read = [prose.parse(text) for text in texts]
    names = observe(block.text for one in read for block in one.paragraphs if block.kind == "prose")
    namer = Namer(Reader(world or Canon(), names), lambda target: None)
    return [
        Chapter(f"manuscript/{number}.md", number, tuple(namer.passages(one)))
        for number, one in enumerate(read, start=1)
    ]


def proposed(*texts, world=None, least=1):
    return proposals.persons(chapters(*texts, world=world), least=least)


def names(*texts, **options):
    return {person.name: set(person.aliases) for person in proposed(*texts, **options)}


def test_first_name_surname_and_title_with_surname_are_one_person():
    text = (
        "Captain Elena Martinez came in. “Sit down,” said Elena. Martinez nodded.\n\n"
        "“Well, Captain Martinez?” said Tom Orr.\n\nElena sat. “No,” said Martinez."
    )
    assert names(text)["Elena Martinez"] == {
        "Elena",
        "Martinez",
        "Captain Martinez",
        "Captain Elena Martinez",
    }


def test_a_husband_and_his_wife_are_two():
    text = "“Go,” said Mr. Hall. “No,” said Mrs. Hall.\n\nMr. Hall went. Mrs. Hall stayed."
    assert set(names(text)) == {"Mr. Hall", "Mrs. Hall"}


def test_a_mother_and_her_daughter_are_two():
    text = "“Go,” said Miss Dora Vane. “No,” said Mrs. Vane. Miss Vane went. Dora Vane waited for Mrs. Vane."
    assert names(text) == {"Dora Vane": {"Miss Dora Vane", "Miss Vane"}, "Mrs. Vane": set()}


def test_a_surname_of_two_is_neither_ones():
    text = "“Go,” said Kemi Okonjo. “No,” said Tunde Okonjo. Okonjo left. “So,” said Kemi Okonjo."
    assert all("Okonjo" not in aliases for aliases in names(text).values())


def test_one_of_two_with_a_title_of_her_own_is_proposed_by_it():
    text = "“Go,” said Kemi Okonjo. “No,” said Tunde Okonjo. “Oh,” said Dr. Okonjo. Dr. Okonjo left."
    assert set(names(text)) == {"Kemi Okonjo", "Tunde Okonjo", "Dr. Okonjo"}


def test_a_surname_is_his_of_whom_the_story_speaks_by_far_the_most():
    text = "“Go,” said Martin Crane.\n\n" * 9 + "“No,” said Reynolds Crane.\n\nCrane nodded."
    assert "Crane" in names(text)["Martin Crane"]


def test_initials_and_middle_names_are_the_same_person():
    text = (
        "“Go,” said Dr. Marc C. DuQuesne. “No,” said Marc DuQuesne. “Oh,” said M. C. DuQuesne. DuQuesne ran."
    )
    assert list(names(text)) == ["Marc C. DuQuesne"]


def test_what_is_said_of_somebody_is_no_title():
    text = "“Poor Clerval,” said Henry Clerval. Old Clerval sat down. Clerval rose."
    assert names(text) == {"Henry Clerval": {"Clerval"}}


def test_capitals_are_no_other_name():
    text = "“Go,” said Elena Martinez. Elena Martinez ran.\n\n“ELENA MARTINEZ!” cried Elena Martinez."
    assert set(names(text)) == {"Elena Martinez"}


def test_who_is_in_a_sheet_is_not_proposed():
    text = "“Go,” said Sarah Chen. “No,” said Elena Martinez. Chen went."
    assert list(names(text, world=canon_of(sheet("Sarah Chen")))) == ["Elena Martinez"]


def test_the_most_mentioned_comes_first_and_where_they_come_in_is_known():
    one, two = "“Go,” said Tom Orr.", "“No,” said Elena Voss.\n\n“Go,” said Elena Voss. “So,” said Tom."
    first, second = proposed(one, two, two)
    assert (first.name, first.introduced, dict(first.mentions)) == ("Elena Voss", 2, {2: 2, 3: 2})
    assert (second.name, second.introduced) == ("Tom Orr", 1)
    assert (second.first.path, second.first.text) == ("manuscript/1.md", "“Go,” said Tom Orr.")


@pytest.mark.parametrize(
    ("text", "is_proposed"),
    [
        ("They spoke of Elena Voss.", False),
        ("They spoke of Dr. Elena Voss.", True),
        ("“Go,” said Elena Voss.", True),
        ("They spoke of Elena Voss, and saw Elena Voss, and knew Elena Voss.", True),
    ],
)
def test_whoever_is_named_in_passing_is_not_proposed(text, is_proposed):
    assert ("Elena Voss" in names(text, least=3)) is is_proposed


def test_nobody_is_proposed_of_nothing():
    assert proposed() == proposed("") == []
