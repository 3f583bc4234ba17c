"""An excerpt is the part of a passage that answers the query."""

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.text.excerpt import excerpt

PASSAGE = (
    "The lamps were low. Nobody spoke of the storm. They had quarrelled about tomatoes, and water. It rained."
)


def test_it_begins_with_the_sentence_in_which_most_of_the_query_stands() -> None:
    assert (
        excerpt(PASSAGE, "a quarrel about the tomato")
        == "… They had quarrelled about tomatoes, and water. It rained."
    )


def test_without_a_word_in_common_it_is_the_beginning() -> None:
    assert excerpt(PASSAGE, "horses").startswith("The lamps were low.")


def test_a_long_sentence_is_cut_at_a_word() -> None:
    assert excerpt("word " * 200, "word", most=50) == "word " * 9 + "word …"


@given(st.text(max_size=200), st.text(max_size=40), st.integers(20, 300))
def test_it_is_one_line_and_hardly_longer_than_asked_for(passage: str, query: str, most: int) -> None:
    quoted = excerpt(passage, query, most)

    assert len(quoted) <= max(most, len(passage)) + 4
    assert "\n" not in quoted
