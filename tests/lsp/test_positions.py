"""Columns as editors count them ⇄ offsets in code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_lsp.positions import Encoding, encoding_of, line_starts, offset_at, position_at, whole

ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])
TEXTS = st.text(st.sampled_from("aé—“”🚀𝄞\u2028\u0085\f\v\n\r "), max_size=60)


def starts_of(text: str) -> list[int]:
    return [0, *line_starts(text)]


@pytest.mark.parametrize(
    ("encoding", "character"),
    [("utf-8", 3 + 4 + 1), ("utf-16", 1 + 2 + 1), ("utf-32", 3)],
)
def test_a_character_is_a_unit_of_the_encoding(encoding: Encoding, character: int) -> None:
    text = "“🚀x!"
    assert position_at(text, [0], 3, encoding) == (0, character)
    assert offset_at(text, [0], (0, character), encoding) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_only_the_protocols_line_ends_end_a_line(encoding: Encoding) -> None:
    text = "a\u2028b\u0085c\fd\ne\r\nf\rg"
    starts = starts_of(text)
    assert [position_at(text, starts, text.index(letter), encoding)[0] for letter in "abcdefg"] == [
        0, 0, 0, 0, 1, 2, 3,
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_beyond_the_end_of_a_line_is_its_end(encoding: Encoding, line_end: str) -> None:
    text = f"one{line_end}two"
    assert offset_at(text, starts_of(text), (0, 99), encoding) == 3
    assert offset_at(text, starts_of(text), (1, 99), encoding) == len(text)
    assert offset_at(text, starts_of(text), (9, 0), encoding) == len(text)
    assert offset_at(text, starts_of(text), (-1, 4), encoding) == 0
    assert offset_at(text, starts_of(text), (1, -1), encoding) == len(text) - 3


@pytest.mark.parametrize(("encoding", "inside"), [("utf-16", [2]), ("utf-8", [2, 3, 4])])
def test_inside_a_character_is_its_start(encoding: Encoding, inside: list[int]) -> None:
    assert {offset_at("a🚀b", [0], (0, character), encoding) for character in inside} == {1}


@given(TEXTS, ENCODINGS, st.data())
def test_every_offset_comes_back(text: str, encoding: Encoding, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    starts = starts_of(text)
    back = offset_at(text, starts, position_at(text, starts, offset, encoding), encoding)
    if text[offset - 1 : offset + 1] == "\r\n":  # between the two, where no editor can stand
        assert back == offset - 1
    else:
        assert back == offset


@given(TEXTS, ENCODINGS, st.integers(0, 8), st.integers(0, 40))
def test_every_position_leads_to_one_that_stays(
    text: str, encoding: Encoding, line: int, character: int
) -> None:
    starts = starts_of(text)
    offset = offset_at(text, starts, (line, character), encoding)
    assert 0 <= offset <= len(text)
    settled = position_at(text, starts, offset, encoding)
    assert offset_at(text, starts, settled, encoding) == offset
    assert settled <= (line, character)


def test_lone_surrogates_are_replaced_by_a_character_of_the_same_length() -> None:
    assert whole("a\ud83db\ude00") == "a\ufffdb\ufffd"
    assert whole("“🚀”") == "“🚀”"


def test_a_client_that_names_no_encoding_counts_utf_16() -> None:
    assert encoding_of(None) == "utf-16"
    assert encoding_of("utf-7") == "utf-16"
    assert encoding_of("utf-8") == "utf-8"
