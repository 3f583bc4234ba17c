"""A text as an editor changes it."""

from hypothesis import given
from hypothesis import strategies as st

from fabula_lsp.document import Document
from fabula_lsp.positions import Encoding

TEXTS = st.text(st.sampled_from("aé“🚀\u2028\n\r"), max_size=30)
CHANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), TEXTS), max_size=12)


def a_document(text: str, encoding: Encoding = "utf-16") -> Document:
    return Document("file:///story/1.md", 1, text, encoding)


@given(TEXTS, CHANGES, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_changed_piece_by_piece_equals_read_anew(
    text: str, changes: list[tuple[int, int, str]], encoding: Encoding
) -> None:
    document = a_document(text, encoding)
    for start, end, new_text in changes:
        begin, stop = sorted((min(start, len(text)), min(end, len(text))))
        positions = document.position(begin), document.position(stop)
        begin, stop = document.offset(positions[0]), document.offset(positions[1])
        assert document.replace(*positions, new_text) == (begin, text[begin:stop])
        text = text[:begin] + new_text + text[stop:]
        anew = a_document(text, encoding)
        assert document.text == text
        assert [document.position(at) for at in range(len(text) + 1)] == [
            anew.position(at) for at in range(len(text) + 1)
        ]


def test_the_caret_is_behind_what_was_put_in() -> None:
    document = a_document("She said.\n")
    assert document.caret is None
    document.replace((0, 3), (0, 3), " 🚀")
    assert document.caret == 5
    document.replace((0, 0), (0, 3), "")
    assert document.caret == 0
    document.replace_all("Anew.")
    assert document.caret is None


def test_the_halves_of_a_line_end_are_joined_and_cut() -> None:
    document = a_document("one\rtwo")
    document.replace((1, 0), (1, 0), "\n")
    assert (document.text, document.position(5)) == ("one\r\ntwo", (1, 0))
    document.replace((0, 3), (1, 0), "\n\r")
    assert (document.text, document.position(5)) == ("one\n\rtwo", (2, 0))


def test_a_range_given_backwards_is_understood() -> None:
    document = a_document("one two")
    document.replace((0, 7), (0, 4), "three")
    assert document.text == "one three"


def test_what_no_text_can_hold_is_replaced() -> None:
    document = a_document("a\ud83db")
    document.replace((0, 2), (0, 3), "\ude00")
    assert document.text == "a\ufffd\ufffd"


@given(TEXTS, st.integers(0, 40), st.integers(0, 40), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_the_range_of_a_span_is_the_positions_of_its_ends(
    text: str, a: int, b: int, encoding: Encoding
) -> None:
    document = Document("file:///a.md", 1, text, encoding)
    start, end = sorted((min(a, len(document.text)), min(b, len(document.text))))

    assert document.range(start, end) == (document.position(start), document.position(end))
