"""The prompt: who is there, and a window of the manuscript that keeps its beginning during typing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.grounding import Presence, ground, present, window
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.world.canon import Canon, Entity

READER = Reader(
    Canon(
        (
            Entity("Sarah Chen", "character", ("Captain Chen",)),
            Entity("Yusuf Demir", "character"),
            Entity("Oksana Bilyk", "character"),
            Entity("Coldharbour", "place"),
        )
    ),
    Names(),
)


def words(text):
    return len(text.split())


def grounded(cursor, *people, budget=400, count=words):
    return ground(cursor, people, budget=budget, count=count)


def test_the_whole_prompt():
    cursor = Cursor("She went down to the wa", "", ("The hall was quiet.",))
    prompt = grounded(cursor, Presence("Yusuf Demir", ("Yusuf",)), Presence("Sarah Chen"))
    assert prompt.text == (
        "[World]\nSarah Chen\nYusuf Demir\nYusuf\n\n[Story]\nThe hall was quiet.\n\nShe went down to the"
    )
    assert prompt.opening == " wa"
    assert prompt.left_out == ()


def test_where_nobody_is_there_is_no_head():
    assert grounded(Cursor("She went ")).text == "She went"


@pytest.mark.parametrize(
    ("cursor", "story", "opening"),
    [
        (Cursor("She went "), "She went", " "),
        (Cursor("She went"), "She", " went"),
        (Cursor("She said, “"), "She said,", " “"),
        (Cursor("", "", ("She went.",)), "She went.", "\n\n"),
        (Cursor("“Wh", "", ("She went.",)), "She went.", "\n\n“Wh"),
        (Cursor("Sh"), "", "Sh"),
        (Cursor(""), "", ""),
    ],
)
def test_the_story_ends_at_a_word_and_the_opening_leads_to_the_cursor(cursor, story, opening):
    prompt = grounded(cursor)
    assert (prompt.story, prompt.opening) == (story, opening)


def test_those_of_the_scene_are_present_the_last_named_first():
    cursor = Cursor(
        "“Well,” said Yusuf, and Sarah Chen’s lamp ",
        earlier=("Oksana Bilyk left.", "Captain Chen came to Coldharbour.", "Nobody spoke."),
        scene=1,
    )
    assert present(cursor, READER.read) == [
        Presence("Sarah Chen", ("Captain Chen",)),
        Presence("Yusuf Demir", ("Yusuf",)),
    ]


def test_an_unknown_person_is_never_in_the_prompt():
    assert present(Cursor("“No,” said Elena Martinez. "), READER.read) == []


def test_the_order_of_names_does_not_change_with_who_spoke_last():
    people = (Presence("Yusuf Demir"), Presence("Sarah Chen"))
    cursor = Cursor("She went ")
    assert grounded(cursor, *people).text == grounded(cursor, *reversed(people)).text


def test_who_does_not_fit_is_reported_the_farthest_first():
    people = [Presence(f"Person Number{n}") for n in range(10)]
    prompt = grounded(Cursor("She went "), *people, budget=40)
    assert prompt.parts[0].lines == tuple(person.name for person in people[:4])
    assert prompt.left_out == tuple(person.name for person in people[4:])


STORIES = st.lists(
    st.integers(1, 60).map(lambda n: " ".join(f"word{i}" for i in range(n)) + "."), min_size=1, max_size=30
)


@given(STORIES, st.integers(20, 300))
def test_the_budget_is_never_exceeded(paragraphs, budget):
    prompt = grounded(
        Cursor(paragraphs[-1], earlier=tuple(paragraphs[:-1])), Presence("Sarah Chen"), budget=budget
    )
    assert words(prompt.text) + words(prompt.opening) <= budget


def test_a_paragraph_longer_than_the_window_is_cut_at_a_word():
    story = " ".join(f"word{i}" for i in range(5000))
    part = window(story, room=100, step=200, count=words)
    assert story.endswith(" " + part)
    assert words(part) >= 50


@settings(max_examples=30)
@given(STORIES)
def test_while_the_author_types_the_window_keeps_its_beginning_and_then_drops_much_at_once(paragraphs):
    text = "\n\n".join(paragraphs)
    beginnings = []
    for end in range(1, len(text), 7):
        part = window(text[:end], room=100, step=350, count=words)
        assert words(part) >= min(words(text[:end]), 20)
        beginnings.append(end - len(part))
    assert beginnings == sorted(beginnings)
    assert len(set(beginnings)) <= 1 + len(text) / 350


def test_a_script_with_many_tokens_for_a_character_has_a_window_too():
    part = window("水" * 1000, room=100, step=200, count=lambda text: 3 * len(text))
    assert 10 < len(part) <= 33
