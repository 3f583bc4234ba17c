"""The bytes of tokens become text: whole characters, without what was typed, up to where it is to stop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.engines.speller import Speller

TEXTS = st.text(alphabet="ab .“é\n", max_size=30)


def spelt(pieces, opening=b"", stop=()):
    speller = Speller(opening, stop)
    return "".join([*map(speller.add, pieces), speller.rest()])


def test_what_was_typed_is_not_repeated():
    assert spelt([b" interest", b"ing"], opening=b" inter") == "esting"


def test_a_character_of_several_tokens_comes_whole():
    speller = Speller(b"")
    assert [speller.add(piece) for piece in (b"\xe2", b"\x80", b"\x9cI")] == ["", "", "“I"]


def test_the_bytes_typed_of_a_character_are_not_repeated_either():
    assert spelt([b"\x80\x9cI"], opening=b"\x80") == "\ufffdI"


def test_what_does_not_begin_as_typed_is_nothing():
    speller = Speller(b" inter")
    assert speller.add(b" dull") == ""
    assert speller.is_over


@pytest.mark.parametrize("pieces", [[b"one. Two"], [b"one", b".", b" Two"], [b"one.", b" ", b"Two"]])
def test_it_ends_before_a_stop_text_however_that_is_cut(pieces):
    assert spelt(pieces, stop=[". ", "\n"]) == "one"


def test_the_beginning_of_a_stop_text_is_held_back_until_it_is_known_to_be_none():
    speller = Speller(b"", ["\n\nChapter"])
    assert speller.add(b"end.\n\nCh") == "end."
    assert not speller.is_over
    assert speller.add(b"arles came") == "\n\nCharles came"


def test_what_is_held_back_at_the_end_is_told():
    assert spelt([b"one\n"], stop=["\n\n"]) == "one\n"


def test_half_a_character_at_the_end_is_marked():
    assert spelt([b"one \xe2\x80"]) == "one \ufffd"


@given(TEXTS, st.lists(TEXTS.filter(bool), max_size=3), st.data())
def test_however_the_text_is_cut_it_ends_before_the_stop_text_that_is_first_complete(text, stop, data):
    whole = text.encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    found = [(text.find(one) + len(one), text.find(one)) for one in stop if one in text]
    assert spelt(pieces, stop=stop) == text[: min(found)[1] if found else len(text)]
