"""The probabilities that a server tells, behind what is typed already."""

import math

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.engines.weights import likeliest


def shares(told, opening, top=9, *, all_of_them=True):
    pairs = [(piece.encode(), math.log(share)) for piece, share in told.items()]
    found = likeliest(pairs, opening.encode(), top, all_of_them=all_of_them)
    return {one.text: round(math.exp(one.logprob), 6) for one in found}


def test_without_anything_typed_they_are_what_they_are():
    assert shares({" a": 0.5, " b": 0.3}, "", all_of_them=False) == {" a": 0.5, " b": 0.3}


def test_only_what_begins_so_is_possible():
    told = {" interest": 0.03, " interesting": 0.01, " dull": 0.5}
    assert shares(told, " inter") == {"est": 0.75, "esting": 0.25}


def test_of_what_is_not_told_the_same_share_is_taken_to_begin_so():
    assert shares({" a": 0.3, "b": 0.1}, " ", all_of_them=False) == {"a": 0.4}


def test_the_likeliest_come_first_and_no_more_than_wanted():
    assert list(shares({"a": 0.1, "b": 0.6, "c": 0.3}, "", 2)) == ["b", "c"]


def test_nothing_that_begins_so_is_nothing():
    assert shares({"a": 0.1}, "b") == {}


def test_tokens_that_write_nothing_do_not_count():
    assert shares({"": 0.5, "a": 0.5}, "", all_of_them=False) == {"a": 0.5}


@given(st.dictionaries(st.text("ab ", min_size=1, max_size=4), st.floats(0.001, 1.0), min_size=1))
def test_all_that_begin_so_have_the_whole_probability(told):
    opening = next(iter(told))[:1]
    assert math.isclose(sum(shares(told, opening, len(told)).values()), 1.0, abs_tol=1e-4)
