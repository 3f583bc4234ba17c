"""Two distributions side by side: what an author is told about how a model chooses its next word."""

import math
from math import log, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.engines import Alternative, Distribution
from fabula_daemon.completion.explaining import (
    at_temperature,
    compare,
    continued,
    divergence_bits,
    entropy_bits,
)


def distribution(complete: bool = True, **probabilities: float) -> Distribution:
    return Distribution(tuple(Alternative(text, log(p)) for text, p in probabilities.items()), complete)


def logs(*probabilities: float) -> dict[str, float]:
    return {f"token {n}": log(p) for n, p in enumerate(probabilities)}


@st.composite
def probabilities(draw: st.DrawFn, least: int = 2) -> dict[str, float]:
    weights = draw(st.lists(st.floats(0.01, 1.0), min_size=least, max_size=12))
    return logs(*(weight / sum(weights) for weight in weights))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dict[str, float], dict[str, float]]:
    size = draw(st.integers(2, 12))
    weights = [draw(st.lists(st.floats(0.01, 1.0), min_size=size, max_size=size)) for _ in range(2)]
    one, other = (logs(*(weight / sum(each) for weight in each)) for each in weights)
    return one, other


def test_alternatives_stand_side_by_side_with_the_grounded_likeliest_first() -> None:
    seen = compare(
        distribution(Elena=0.6, Lotte=0.1, the=0.3), distribution(Elena=0.1, Lotte=0.7, the=0.2), top=2
    )

    assert [one.text for one in seen.alternatives] == ["Lotte", "Elena"]
    assert seen.alternatives[1].ungrounded == pytest.approx(0.6)
    assert seen.alternatives[1].grounded == pytest.approx(0.1)


def test_tokens_that_add_the_same_text_are_one_alternative() -> None:
    twice = Distribution(
        tuple(Alternative(text, log(p)) for text, p in (("a", 0.2), ("a", 0.3), ("b", 0.5))), True
    )

    assert compare(twice, twice, top=5).alternatives[0].grounded == pytest.approx(0.5)


def test_where_a_word_ends_at_the_cursor_what_follows_it_counts() -> None:
    at_the_cursor = Distribution((Alternative("", log(0.8)), Alternative("ly", log(0.2))), True)
    seen = continued(at_the_cursor, distribution(Sarah=0.5, Elena=0.5))

    assert [(one.text, round(math.exp(one.logprob), 6)) for one in seen.alternatives] == [
        ("ly", 0.2),
        ("Sarah", 0.4),
        ("Elena", 0.4),
    ]


def test_entropy_counts_the_bits_of_a_choice() -> None:
    assert entropy_bits(logs(1.0)) == 0
    assert entropy_bits(logs(0.5, 0.5)) == pytest.approx(1)
    assert entropy_bits(logs(*[1 / 8] * 8)) == pytest.approx(3)


def test_the_shift_is_what_the_canon_tells_in_bits() -> None:
    assert divergence_bits(logs(1.0), logs(0.25, 0.75)) == pytest.approx(2, abs=1e-6)
    assert divergence_bits(logs(0.5, 0.5), logs(0.25, 0.75)) == pytest.approx(
        0.5 * log2(2) + 0.5 * log2(2 / 3)
    )


@given(probabilities())
def test_nothing_is_more_undecided_than_all_alike_and_nothing_shifts_from_itself(
    one: dict[str, float],
) -> None:
    assert 0 <= entropy_bits(one) <= log2(len(one)) + 1e-6
    assert divergence_bits(one, one) == pytest.approx(0, abs=1e-6)


@given(pairs(), st.integers(0, 12))
def test_what_an_engine_tells_only_in_part_gives_lower_bounds(
    pair: tuple[dict[str, float], dict[str, float]], told: int
) -> None:
    one, other = pair
    some, some_other = (dict(sorted(logs.items(), key=lambda item: -item[1])[:told]) for logs in pair)

    assert entropy_bits(some) <= entropy_bits(one) + 1e-6
    assert divergence_bits(some, some_other) <= divergence_bits(one, other) + 1e-6


@given(probabilities(), st.floats(0.2, 1.9))
def test_heat_never_makes_a_choice_more_certain(one: dict[str, float], temperature: float) -> None:
    cooler, hotter = (entropy_bits(at_temperature(one, t)) for t in (temperature, temperature + 0.1))

    assert cooler <= hotter + 1e-6


def test_without_temperature_the_likeliest_always_comes() -> None:
    cold = compare(distribution(a=0.4, b=0.6), distribution(a=0.6, b=0.4), top=2, temperatures=(0.0,))

    assert cold.temperatures[0].ungrounded.probabilities == (0, 1)
    assert cold.temperatures[0].grounded.probabilities == (1, 0)
    assert cold.temperatures[0].grounded.entropy_bits == 0


def test_temperature_one_changes_nothing() -> None:
    one = logs(0.7, 0.2, 0.1)

    assert at_temperature(one, 1.0) == pytest.approx(one)


def test_what_one_side_has_not_told_is_unknown_and_not_nought() -> None:
    seen = compare(distribution(a=0.5, b=0.3), distribution(False, a=0.5), top=5)

    assert not seen.complete
    assert [(one.text, one.grounded) for one in seen.alternatives] == [("a", pytest.approx(0.5)), ("b", None)]


def test_a_model_that_tells_nothing_is_no_trouble() -> None:
    seen = compare(Distribution((), False), Distribution((), False), top=5)

    assert (seen.alternatives, seen.shift_bits) == ((), 0)
