"""Who is typing is shown a new suggestion a moment later, who has paused at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.suggesting.display import Latency, Rhythm


def typed(*gaps):
    rhythm, at = Rhythm(), 100.0
    rhythm.heard(at)
    for gap in gaps:
        at += gap
        rhythm.heard(at)
    return rhythm


@pytest.mark.parametrize("gaps", [(), (2.0,), (0.1, 0.1, 0.1, 2.0)])
def test_who_has_paused_waits_for_nothing(gaps):
    assert typed(*gaps).hold(1.0) == 0.0


@pytest.mark.parametrize(("latency", "hold"), [(0.02, 0.015), (0.1, 0.025), (0.5, 0.055)])
def test_the_slower_the_model_the_longer_a_key_is_waited_for(latency, hold):
    assert typed(0.1, 0.1).hold(latency) == hold


def test_never_longer_than_until_the_next_key_is_to_be_expected():
    assert typed(0.02, 0.02, 3.0, 0.02).hold(1.0) == pytest.approx(0.02)


@given(st.lists(st.floats(0.0, 5.0), max_size=20), st.floats(0.0, 100.0))
def test_it_is_never_long(gaps, latency):
    assert 0.0 <= typed(*gaps).hold(latency) <= 0.055


def test_what_is_usual_is_the_median_of_the_last_few():
    latency = Latency()
    assert latency.usual == 0.0
    for time in (9.0, *[0.1] * 6, 9.0):
        latency.took(time)
    assert latency.usual == pytest.approx(0.1)
