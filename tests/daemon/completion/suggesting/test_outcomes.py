"""What becomes of a suggestion is seen in the text, whether the editor says so or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.suggesting.outcomes import Became, Kept, News, Outcome, Outcomes
from fabula_daemon.completion.suggesting.spans import Edit

HERE = ("an editor", "manuscript/01.md")
THERE = ("another", "manuscript/01.md")
BEFORE = "She stood at the gate"
TEXT = " and waited for the bell."


class Author:
    """Writes behind `BEFORE`, where `TEXT` is offered to her; keeps what is found out."""

    def __init__(self, *texts: str) -> None:
        self.outcomes = Outcomes((30.0, 300.0))
        self.text = BEFORE
        self.now = 0.0
        self.news: list[News] = []
        self.offer("1", *(texts or (TEXT,)))

    def offer(self, suggestion: str, *texts: str) -> None:
        self.news += self.outcomes.offered(HERE, suggestion, len(self.text), texts)

    def edit(self, start: int, stop: int, text: str) -> None:
        edit = Edit(start, self.text[start:stop], text)
        self.text = self.text[:start] + text + self.text[stop:]
        self.news += self.outcomes.edited(HERE, edit, self.now)

    def put(self, text: str) -> None:
        self.edit(len(self.text), len(self.text), text)

    def type(self, text: str) -> None:
        for letter in text:
            self.put(letter)

    def delete(self, count: int) -> None:
        for _ in range(count):
            self.edit(len(self.text) - 1, len(self.text), "")

    def wait_until(self, now: float) -> None:
        self.now = now
        self.news += self.outcomes.due(now)


def test_all_of_it_in_one_edit_was_accepted() -> None:
    author = Author()
    author.put(TEXT)
    assert author.news == [Became("1", Outcome.ACCEPTED, len(TEXT))]


def test_the_rest_of_it_in_one_edit_was_accepted_and_only_that_was_taken_over() -> None:
    author = Author()
    author.type(" and wai")
    author.put("ted for the bell.")
    assert author.news == [Became("1", Outcome.ACCEPTED, len("ted for the bell."))]


def test_an_editor_may_replace_the_line_or_the_whole_text() -> None:
    author = Author()
    author.edit(0, len(author.text), author.text + TEXT)
    assert author.news == [Became("1", Outcome.ACCEPTED, len(TEXT))]


def test_word_by_word_to_its_end_was_accepted() -> None:
    author = Author()
    for piece in (" and", " waited", " for the", " bell."):
        author.put(piece)
    assert author.news == [Became("1", Outcome.ACCEPTED, len(TEXT))]


def test_a_word_of_it_and_then_something_else_is_a_part() -> None:
    author = Author()
    author.put(" and waited")
    author.type(" until")
    assert author.news == [Became("1", Outcome.PARTIAL, len(" and waited"))]


def test_letter_by_letter_it_was_typed_even_if_they_come_a_few_at_a_time() -> None:
    author = Author()
    for piece in (" a", "nd", " wai", "te", "d fo", "r", " the b", "el", "l", "."):
        author.put(piece)
    assert author.news == [Became("1", Outcome.TYPED, 0)]


@pytest.mark.parametrize("text", [" but", " and sat", "."])
def test_something_else_dismisses_it(text: str) -> None:
    author = Author()
    author.type(text)
    assert author.news == [Became("1", Outcome.DISMISSED, 0)]


def test_who_types_other_marks_of_quotation_types_the_same() -> None:
    author = Author(", but it wasn’t “hers”.")
    author.type(", but it wasn't \"")
    author.put("hers”.")
    assert author.news == [Became("1", Outcome.ACCEPTED, 6)]


def test_who_writes_elsewhere_does_not_want_it() -> None:
    author = Author()
    author.edit(0, 3, "He")
    assert author.news == [Became("1", Outcome.DISMISSED, 0)]


def test_deleting_what_was_typed_through_decides_nothing() -> None:
    author = Author()
    author.type(" and")
    author.delete(4)
    assert author.news == []
    author.put(TEXT)
    assert author.news == [Became("1", Outcome.ACCEPTED, len(TEXT))]


def test_another_suggestion_takes_the_place_of_the_one_before() -> None:
    author = Author()
    author.offer("2", " then.")
    author.put(" then.")
    assert author.news == [Became("1", Outcome.DISMISSED, 0), Became("2", Outcome.ACCEPTED, 6)]


def test_the_rest_of_it_shown_again_or_more_of_it_is_the_same_suggestion() -> None:
    author = Author()
    author.type(" and")
    author.offer("1", " waited for the bell. Nobody came.")
    author.put(" waited for the bell. Nobody came.")
    assert author.news == [Became("1", Outcome.ACCEPTED, len(" waited for the bell. Nobody came."))]


def test_any_of_several_candidates_may_be_taken() -> None:
    author = Author(TEXT, " and left.")
    author.type(" and ")
    author.put("left.")
    assert author.news == [Became("1", Outcome.ACCEPTED, len("left."))]


def test_what_follows_in_the_same_edit_is_not_taken_over() -> None:
    author = Author()
    author.put(TEXT + " It")
    assert author.news == [Became("1", Outcome.ACCEPTED, len(TEXT))]


@pytest.mark.parametrize("first", ["command", "edit"])
def test_an_editor_that_says_so_is_believed(first: str) -> None:
    author = Author("waiting")
    author.type("wa")
    if first == "edit":
        author.put("iting")
    author.news += author.outcomes.accepted("1")
    if first == "command":
        author.put("iting")
        assert author.news == [Became("1", Outcome.ACCEPTED, 5)]
    else:
        assert author.news == [Became("1", Outcome.TYPED, 0), Became("1", Outcome.ACCEPTED, None)]


def test_an_accepted_one_that_is_seen_nowhere_was_accepted() -> None:
    author = Author()
    author.news += author.outcomes.accepted("1")
    author.put("\n")
    assert author.news == [Became("1", Outcome.ACCEPTED, 0)]


def test_what_is_left_of_it_is_told_after_half_a_minute_and_after_five() -> None:
    author = Author()
    author.now = 10.0
    author.put(TEXT)
    author.news.clear()
    assert author.outcomes.next_due() == 40.0
    author.type(" Nobody came.")
    author.edit(0, 3, "Kemi")
    author.wait_until(39.9)
    assert author.news == []
    author.wait_until(40.0)
    assert author.news == [Kept("1", 30.0, len(TEXT))]
    at = author.text.index("waited for")
    author.edit(at, at + len("waited"), "sat waiting")
    author.wait_until(310.0)
    assert author.news[1:] == [Kept("1", 300.0, len(TEXT) - len("waited"))]
    assert author.outcomes.next_due() is None


def test_undone_nothing_of_it_is_left() -> None:
    author = Author()
    author.put(TEXT)
    author.edit(len(BEFORE), len(BEFORE + TEXT), "")
    author.wait_until(1000.0)
    assert author.news[1:] == [Kept("1", 30.0, 0), Kept("1", 300.0, 0)]


def test_another_window_changes_nothing_here() -> None:
    author = Author()
    author.news += author.outcomes.edited(THERE, Edit(0, "She", "He"), 0.0)
    author.put(TEXT)
    author.news += author.outcomes.edited(THERE, Edit(0, BEFORE, ""), 0.0)
    author.wait_until(30.0)
    assert author.news == [Became("1", Outcome.ACCEPTED, len(TEXT)), Kept("1", 30.0, len(TEXT))]


def test_what_was_taken_over_counts_as_it_was_when_the_text_was_closed() -> None:
    author = Author()
    author.put(TEXT)
    author.offer("2", " Then")
    author.news += author.outcomes.left(HERE)
    author.news += author.outcomes.edited(HERE, Edit(0, author.text, ""), 0.0)
    author.wait_until(30.0)
    assert author.news[1:] == [Became("2", Outcome.DISMISSED, 0), Kept("1", 30.0, len(TEXT))]


EDITS = st.tuples(
    st.integers(0, 8), st.integers(0, 8), st.sampled_from(["", "a", " a", " a b", " a b a", "b"])
)


@given(st.lists(st.sampled_from(["offer", "again", "leave"]) | EDITS, max_size=20))
def test_whatever_is_done_every_suggestion_has_one_fate_and_no_more_is_left_than_was_taken(
    steps: list[str | tuple[int, int, str]],
) -> None:
    outcomes, text, number, news = Outcomes((30.0, 300.0)), "", 0, list[News]()
    for step in steps:
        if isinstance(step, tuple):
            start, stop = (min(at, len(text)) for at in sorted(step[:2]))
            news += outcomes.edited(HERE, Edit(start, text[start:stop], step[2]), 0.0)
            text = text[:start] + step[2] + text[stop:]
        elif step == "leave":
            news += outcomes.left(HERE)
        else:
            number += step == "offer" or not number
            news += outcomes.offered(HERE, str(number), len(text), (" a b a", " a"))
    news += outcomes.left(HERE)
    fates = {one.id: one for one in news if isinstance(one, Became)}
    assert fates.keys() == {str(n + 1) for n in range(number)}
    kept = [one for one in outcomes.due(1000.0) if isinstance(one, Kept)]
    assert all(0 <= one.characters <= len(text) for one in kept)
    assert all(one.outcome is not Outcome.ACCEPTED or one.characters for one in fates.values())
