"""A run of eight words that stands somewhere is found, whatever its marks; seven words are nobody's."""

import re

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.gate.runs import RUN, TOUCHED_APART, Runs

CHAPTER = """The pump had stopped before she reached the gate, and nobody said so.

“It’s Kemi’s turn at the valve,” said Piet, “and she will want the light.”
"""


def runs(**files: str) -> Runs:
    known = Runs()
    known.learn_all(files.items())
    return known


def test_a_run_is_quoted_as_the_suggestion_has_it() -> None:
    known = runs(one=CHAPTER)
    text = " and he knew the Pump had stopped — before she reached the gate! Then rain."
    assert known.run_in(text) == "the Pump had stopped — before she reached the gate"


def test_seven_words_are_not_a_copy() -> None:
    known = runs(one=CHAPTER)
    assert known.run_in("the pump had stopped before she reached Hull") is None
    assert known.run_in("the pump had stopped before she reached the") is not None


def test_marks_letters_and_apostrophes_of_another_kind_change_nothing() -> None:
    assert runs(one=CHAPTER).run_in("IT'S KEMI'S turn, at the valve said Piet") is not None


def test_a_run_may_begin_with_the_authors_own_words_but_half_of_it_is_the_suggestions() -> None:
    known = runs(one=CHAPTER)
    assert known.run_in(" before she reached the", "So the pump had stopped") is not None
    assert known.run_in(" she reached the", "So the pump had stopped before") is None
    assert known.run_in("pped before she reached the", "So the pump had sto") is not None


def test_a_run_does_not_cross_paragraphs_but_crosses_lines() -> None:
    known = runs(one="one two three four\nfive six seven eight\n \nnine ten eleven twelve")
    assert known.run_in("one two three four five six seven eight") is not None
    assert known.run_in("five six seven eight nine ten eleven twelve") is None


def test_a_file_that_changed_or_went_is_found_as_it_is_now() -> None:
    known = runs(one=CHAPTER, two="")
    said, changed = "the pump had stopped before she reached the", "the pump had burst before she reached the"
    known.learn("one", CHAPTER.replace("stopped", "burst"))
    assert known.run_in(said) is None
    assert known.run_in(changed) is not None
    known.learn("one", None)
    assert known.run_in(changed) is None
    assert known.paths() == {"two"}
    known.learn("one", CHAPTER)
    assert known.run_in(said) is not None


def test_a_composed_letter_is_the_letter_and_its_accent() -> None:
    known = runs(one="cafe\u0301 one two three four five six seven")
    assert known.run_in("caf\xe9 one two three four five six seven") is not None


WORDS = st.lists(st.sampled_from("a b".split()), max_size=20)
TEXTS = st.none() | WORDS.map(" ".join)
CHANGES = st.lists(st.tuples(st.integers(0, TOUCHED_APART + 2).map(str), TEXTS), max_size=2 * TOUCHED_APART)


@given(CHANGES, WORDS, WORDS)
def test_what_is_found_is_what_stands_in_some_file(
    changes: list[tuple[str, str | None]], text: list[str], before: list[str]
) -> None:
    known = Runs()
    for path, content in changes:
        known.learn(path, content)
    files = {path: content or "" for path, content in changes}
    words = before[-(RUN // 2) :] + text
    windows = [" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]
    copied = any(
        re.search(rf"\b{window}\b", content) for window in windows for content in files.values() if content
    )
    assert (known.run_in(" ".join(text), "".join(f"{word} " for word in before)) is not None) == copied
    together = Runs()
    together.learn_all(changes)
    assert together.run_in(" ".join(words)) == known.run_in(" ".join(words))
