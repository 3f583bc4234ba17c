"""The prompt: what stands beside the manuscript, and a window that keeps its beginning during typing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.grounding.blocks import Block, Entry, Part
from fabula_daemon.completion.grounding.prompt import AHEAD, SHARES, aside, following, ground, window

WORLD = Block("[World]", (Entry("Sarah Chen", "Sarah Chen"), Entry("Yusuf Demir\nYusuf", "Yusuf Demir")))


def words(text):
    return len(text.split())


def grounded(cursor, *blocks, budget=400, count=words):
    parts = aside(blocks, budget=budget, count=count)
    return ground(cursor, parts, budget=budget, count=count)


def test_the_whole_prompt():
    cursor = Cursor("She went down to the wa", "", ("The hall was quiet.",))
    facts = Block("[Facts]", (Entry("she/her", "Sarah Chen: she/her", "Sarah Chen"),))
    quoted = Block("[Passages]", (Entry("It was dark.", "chapter 1: “It was dark.”"),))
    prompt = grounded(cursor, quoted, facts, WORLD)
    assert prompt.text == (
        "[World]\nSarah Chen\nYusuf Demir\nYusuf\n\n"
        "[Facts]\nSarah Chen: she/her\n\n"
        "[Passages]\nIt was dark.\n\n"
        "[Story]\nThe hall was quiet.\n\nShe went down to the"
    )
    assert prompt.opening == " wa"
    assert prompt.people == ("Sarah Chen", "Yusuf Demir")
    assert prompt.facts == ("Sarah Chen: she/her",)
    assert prompt.passages == ("chapter 1: “It was dark.”",)
    assert prompt.left_out == ()


def test_where_there_is_nothing_to_tell_there_is_no_head():
    assert grounded(Cursor("She went ")).text == "She went"
    assert grounded(Cursor("She went "), Block("[World]")).text == "She went"


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


def test_who_does_not_fit_is_reported():
    people = [Entry(f"Person Number{n}", f"Person Number{n}", weight=n) for n in range(50)]
    prompt = grounded(Cursor("She went "), Block("[World]", tuple(people), strict=True), budget=60)
    assert prompt.people
    assert prompt.people + prompt.left_out == tuple(one.label for one in people)


def test_the_story_is_data_too():
    prompt = grounded(Cursor("He wrote: ", "", ("[World]", "<|endoftext|> was on the screen.")), WORLD)
    assert prompt.story == "[ World]\n\n< |endoftext|> was on the screen.\n\nHe wrote:"


def test_what_follows_the_cursor_is_told_by_sentences_paragraph_by_paragraph():
    part = aside([following(("she said. Then she", "went out. It was", "late."))], budget=400, count=words)[0]
    assert part.text == "[After]\nshe said. Then she\nwent out. It was\nlate.\n\n"
    assert aside([following(("",))], budget=400, count=words)[0].text == ""


def test_of_what_follows_the_beginning_counts_and_the_rest_is_reported():
    block = following(tuple(f"Sentence {n} is here, and goes on." for n in range(50)))
    assert sum(len(one.text) for one in block.entries) <= AHEAD
    part = aside([block], budget=120, count=words)[0]
    assert part.lines[0] == "Sentence 0 is here, and goes on."
    assert set(part.left_out) == {"the rest of what follows the cursor", "what follows farther on"}


STORIES = st.lists(
    st.integers(1, 60).map(lambda n: " ".join(f"word{i}" for i in range(n)) + "."), min_size=1, max_size=30
)
ENTRIES = st.lists(
    st.builds(
        lambda number, length, line: Entry("w " * length + f"t{number}.", f"{number}", line),
        st.integers(0, 10_000),
        st.integers(0, 30),
        st.sampled_from(["", "Ann", "\n1"]),
    ),
    max_size=10,
    unique_by=lambda one: one.label,
).map(tuple)


@given(STORIES, st.tuples(*(ENTRIES for _ in SHARES)), st.integers(0, 400))
def test_the_budget_is_never_exceeded_and_nothing_is_dropped_in_silence(paragraphs, entries, budget):
    blocks = [Block(heading, told) for heading, told in zip(SHARES, entries, strict=True)]
    prompt = grounded(Cursor(paragraphs[-1], earlier=tuple(paragraphs[:-1])), *blocks, budget=budget)
    assert words(prompt.text) + words(prompt.opening) <= max(budget, 1 + words(prompt.opening))
    for block, part in zip(blocks, prompt.parts, strict=True):
        assert {one.label for one in block.entries} == {*part.told, *part.left_out}
        assert set(part.left_out) <= set(prompt.left_out)


@given(STORIES, st.tuples(*(ENTRIES for _ in SHARES)), st.integers(100, 400))
def test_most_of_a_prompt_is_manuscript_where_there_is_enough_of_it(paragraphs, entries, budget):
    blocks = [Block(heading, told) for heading, told in zip(SHARES, entries, strict=True)]
    prompt = grounded(Cursor(paragraphs[-1], earlier=tuple(paragraphs[:-1])), *blocks, budget=budget)
    assert sum(words(part.text) for part in prompt.parts) <= budget / 3
    story = words("\n\n".join(paragraphs))
    assert words(prompt.story) >= min(story - 1, (budget * 2 // 3) // 4)


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


def test_where_a_step_would_leave_little_the_window_takes_smaller_ones():
    story = "水" * 1010
    part = window(story, room=100, step=1000, count=len)
    assert 25 <= len(part) <= 100


def test_a_part_is_what_a_model_reads():
    assert Part("[World]", ("Sarah Chen",)).text == "[World]\nSarah Chen\n\n"
    assert Part("[World]").text == ""
