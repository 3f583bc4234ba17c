"""What makes a name a person's, and what makes it nobody's."""

import pytest

from fabula_daemon.story.people import weights
from fabula_daemon.story.people.judge import Verdict, judge
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.world.canon import Canon
from tests.support.stories import mentions, unknown


def verdict(name, *paragraphs):
    return judge(name, observe(paragraphs))


def found(text, *elsewhere):
    return unknown(mentions(Canon(), text, *elsewhere))


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Go,” said Threlkeld.",
        "They waited for Dr. Threlkeld.",
        "He nodded to his friend Threlkeld.",
        "Then Threlkeld nodded. “Now,” Threlkeld said.",
    ],
)
def test_a_person_speaks_acts_and_has_titles(paragraph):
    assert verdict("Threlkeld", paragraph) is Verdict.PERSON


@pytest.mark.parametrize(
    "paragraph",
    ["They lived in Threlkeld, and came from Threlkeld.", "It was on the Threlkeld. The Threlkeld sailed."],
)
def test_a_place_has_people_in_it_and_a_ship_an_article(paragraph):
    assert verdict("Threlkeld", paragraph) is Verdict.OTHER


@pytest.mark.parametrize("word", ["English", "Monday", "Perhaps", "Sir", "Christmas"])
def test_some_words_are_never_names(word):
    assert verdict(word, f"{word} came.", f"“{word}!”") is not Verdict.PERSON


def test_a_given_name_is_a_name():
    assert verdict("Elena", "Then Elena came.") is Verdict.PERSON


def test_a_word_that_the_story_writes_small_is_no_name():
    assert verdict("Dipping", "Dipping was done at noon.", "They were dipping, and dipping.") is Verdict.OTHER


def test_one_use_without_a_cue_proves_nothing():
    assert verdict("Threlkeld", "It was Threlkeld that they feared.") is Verdict.UNSURE


def test_who_has_a_full_name_elsewhere_is_a_person_by_half_of_it():
    full = "“No,” said Ada Threlkeld. Ada Threlkeld left."
    assert verdict("Threlkeld", "It was Threlkeld that they feared.", full) is Verdict.PERSON


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("He asked for MacThrell.", "MacThrell"),
        ("They sent for ‘Silk’ Threlkeld, the fixer.", "Threlkeld"),
        ("“It is done,” replied the Overlord. They feared the Overlord Threlkeld.", "Overlord Threlkeld"),
        ("They had buried Charles the Second.", "Charles the Second"),
        ("MR. THRELKELD TO LADY ANSTEY", "MR. THRELKELD"),
        ("“I know,” said Threla Grace.", "Threla Grace"),  # unlike His Grace
    ],
)
def test_a_name_may_show_what_it_is_by_itself(text, who):
    assert who in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "“By George, it works!”",
        "He sat down in a Morris chair.",
        "It was sent by His Royal Highness.",
        "“It was sent by His Grace, and not by Your Grace.”",
        "They walked Londonwards.",
        "The Heat-Ray came. They feared the Heat-Ray, and fled from the Heat-Ray. The Ray flickered.",
        "“The Last Man Left Alive!”",
        "They camped by Lake Threlkeld, near Fort Threlkeld.",
        "She was humming “The Rose Maiden.”",
        "It was on the fifth of May the First of them came.",
        "INT. KITCHEN - DAY",
        "Thank God. He had read Shakespeare and Mozart’s letters, and of Uncle Sam.",
        "Suddenly. Computers hummed. Sensors failed.",
    ],
)
def test_what_only_looks_like_a_name_is_nobodys(text):
    assert found(text) == []


def test_a_thing_is_a_thing_in_the_plural_too():
    assert found("A Rodwell is a well. “I have seen six, I mean, Rodwells.”") == []


def test_a_speaker_in_capitals_is_not_joined_to_what_she_says():
    assert found("ANNA\nWhere is he?", "“No,” said Anna.") == ["ANNA"]


def test_a_word_shouted_behind_a_name_is_no_part_of_it():
    assert found("“Miss Threlkeld WILL go,” he said.") == ["Miss Threlkeld"]


def test_other_weights_judge_otherwise_until_the_shipped_ones_are_back():
    nothing = weights.Weights("none", 0.0, {}, {}, -9.0, ())
    weights.use(nothing)
    try:
        assert verdict("Elena", "“Go,” said Elena.") is Verdict.OTHER
    finally:
        weights.use(None)
    assert verdict("Elena", "“Go,” said Elena.") is Verdict.PERSON
