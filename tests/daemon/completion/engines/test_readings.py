"""What a model has read of several texts: as much as possible is kept, and nothing that is not true."""

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.engines import readings
from fabula_daemon.completion.engines.readings import Readings

TEXTS = st.lists(st.integers(0, 2), min_size=1, max_size=12)


class Cache:
    """In the place of transformers': it holds the tokens that were read."""

    def __init__(self):
        self.read = []

    def crop(self, by):
        assert by < 0
        del self.read[by:]


def read(kept, tokens):
    """Read `tokens` as the model does; return how many were read anew."""
    reading = kept.of(tokens)
    new = tokens[len(reading.tokens) :]
    reading.tokens.extend(new)
    reading.cache.read.extend(new)
    return len(new)


def test_what_goes_on_is_not_read_again(monkeypatch):
    monkeypatch.setattr(readings, "DynamicCache", Cache)
    kept = Readings(2)
    assert read(kept, [1, 2, 3]) == 3
    assert kept.reusable([1, 2, 3, 4]) == 3
    assert read(kept, [1, 2, 3, 4]) == 1


def test_the_last_token_is_always_read_for_it_yields_the_next(monkeypatch):
    monkeypatch.setattr(readings, "DynamicCache", Cache)
    kept = Readings(2)
    read(kept, [1, 2, 3])
    assert read(kept, [1, 2, 3]) == 1


def test_two_texts_in_turn_are_both_kept(monkeypatch):
    monkeypatch.setattr(readings, "DynamicCache", Cache)
    kept = Readings(2)
    first, second = [1, *[2] * 9], [1, *[3] * 9]
    assert read(kept, first) == 10
    assert read(kept, second) == 9  # what both begin with was read once
    assert [read(kept, text) for text in (first, second, first)] == [1, 1, 1]


def test_as_many_are_kept_as_there_is_room_for(monkeypatch):
    monkeypatch.setattr(readings, "DynamicCache", Cache)
    kept = Readings(8)
    texts = [[number] * 10 for number in range(8)]
    for text in texts:
        read(kept, text)
    assert [kept.reusable(text) for text in texts] == [9] * 8


def test_of_more_texts_the_one_longest_unused_is_dropped(monkeypatch):
    monkeypatch.setattr(readings, "DynamicCache", Cache)
    kept = Readings(2)
    texts = [[number] * 10 for number in range(3)]
    for text in texts:
        read(kept, text)
    assert [kept.reusable(text) for text in texts] == [0, 9, 9]


def test_where_only_one_is_kept_it_is_the_last(monkeypatch):
    monkeypatch.setattr(readings, "DynamicCache", Cache)
    kept = Readings(1)
    read(kept, [1] * 10)
    read(kept, [2] * 10)
    assert (kept.reusable([1] * 10), kept.reusable([2] * 10)) == (0, 9)


@given(st.lists(TEXTS, max_size=12), st.integers(1, 3))
def test_whatever_is_read_in_whatever_order_the_model_holds_just_that(texts, most):
    original, readings.DynamicCache = readings.DynamicCache, Cache
    try:
        kept = Readings(most)
        for text in texts:
            read(kept, text)
            reading = kept._kept[-1]
            assert reading.tokens == reading.cache.read == text
            assert len(kept._kept) <= most
            assert all(one.tokens == one.cache.read for one in kept._kept)
    finally:
        readings.DynamicCache = original
