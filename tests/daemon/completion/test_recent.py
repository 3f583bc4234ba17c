"""Typing through a suggestion and deleting back are answered from memory."""

import pytest

from fabula_daemon.completion.recent import REMEMBERED, Recent

BEFORE, AFTER = "She went ", "\n\nHe stayed."
SHOWN = "down to the water."


@pytest.fixture
def recent():
    recent = Recent()
    recent.remember("one.md", BEFORE + AFTER, len(BEFORE), "v1", (SHOWN,))
    return recent


def rest(recent, typed, *, path="one.md", before=BEFORE, after=AFTER, canon="v1"):
    return recent.rest(path, before + typed + after, len(before + typed), canon)


def test_what_is_typed_as_shown_leaves_the_rest(recent):
    assert rest(recent, "") == (SHOWN,)
    assert rest(recent, "down to ") == ("the water.",)
    assert rest(recent, "down") == (" to the water.",)  # and back again


@pytest.mark.parametrize("typed", ["up", SHOWN, SHOWN + " "])
def test_what_is_typed_otherwise_or_to_the_end_leaves_nothing(recent, typed):
    assert rest(recent, typed) == ()


@pytest.mark.parametrize(
    "changed",
    [{"path": "two.md"}, {"before": "She came "}, {"after": "\n\nHe left."}, {"canon": "v2"}],
)
def test_another_place_or_another_canon_is_another_matter(recent, changed):
    assert rest(recent, "down", **changed) == ()


def test_of_several_those_remain_that_begin_so(recent):
    recent.remember("one.md", BEFORE + AFTER, len(BEFORE), "v1", ("down the stairs.", "home."))
    assert rest(recent, "down ") == ("the stairs.",)


def test_only_the_latest_are_remembered(recent):
    for number in range(REMEMBERED):
        recent.remember("two.md", f"{number}", 1, "v1", ("x",))
    assert rest(recent, "") == ()
