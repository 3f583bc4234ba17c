"""Which tokens may come next is a question of text, however the text is cut into tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.engines.vocabulary import Ban, Vocabulary, piece_of

LETTERS = [bytes([byte]) for byte in range(256)]
WORDS = [
    b" El",
    b" Elena",
    b"ena",
    b"en",
    b" Elenas",
    b" walk",
    b" wal",
    b"king",
    b"\xe2\x80\x9cElena",
    b", said",
]
VOCABULARY = Vocabulary([b"", *LETTERS, *WORDS])


def pieces(tokens):
    return {VOCABULARY.pieces[token] for token in tokens}


def test_a_word_goes_on_with_every_token_that_begins_so():
    assert pieces(VOCABULARY.beginning(b" wal")) == {b" wal", b" walk"}
    assert pieces(VOCABULARY.beginning(b" El")) == {b" El", b" Elena", b" Elenas"}


def test_tokens_that_write_nothing_are_never_chosen():
    assert 0 not in VOCABULARY.written
    assert 0 not in VOCABULARY.beginning(b"")


@pytest.mark.parametrize(
    ("text", "forbidden", "allowed"),
    [
        (b"said", {b" Elena"}, {b" El", b" Elenas", b" wal"}),  # Elenas is somebody else
        (b"said El", {b"ena"}, {b"en", b"e"}),
        (b"said Elen", {b"a"}, {b"ena", b"o"}),
        (b"said ", {b"\xe2\x80\x9cElena"}, {b"E"}),
        (b"Michel", set(), {b"ena"}),  # in the middle of a word
        (b"said EL", set(), {b"ena"}),
        (b"said ELEN", {b"A"}, {b"a"}),
    ],
)
def test_a_banned_name_is_not_completed_as_a_whole_word(text, forbidden, allowed):
    found = pieces(Ban(["Elena"], VOCABULARY).after(text))
    assert forbidden <= found
    assert not allowed & found


@pytest.mark.parametrize(
    ("text", "forbidden", "allowed"),
    [
        (b"said", {b" Elena", b" Elenas"}, {b" El", b" wal"}),
        (b"said El", {b"ena", b"en", b"e"}, {b"o", b"E"}),
        (b"said ", {b"\xe2\x80\x9cElena"}, {b"E"}),
        (b"Michel", set(), {b"ena"}),  # in the middle of a word
        (b"said Elen", set(), {b"o"}),  # as the author has begun it
    ],
)
def test_no_word_begins_with_a_banned_beginning(text, forbidden, allowed):
    found = pieces(Ban(["Ele…"], VOCABULARY).after(text))
    assert forbidden <= found
    assert not allowed & found


def test_nothing_is_forbidden_where_nothing_is_banned():
    assert Ban([], VOCABULARY).after(b"said ") == set()
    assert Ban([""], VOCABULARY).after(b"said ") == set()


@given(
    st.lists(st.text("Aab -é", min_size=1, max_size=4), max_size=5),
    st.lists(st.text("Aab -é’", max_size=5), max_size=12),
    st.text("Aab -é", max_size=8),
)
def test_a_token_is_forbidden_if_and_only_if_a_banned_name_would_end_in_it(names, pieces, text):
    vocabulary = Vocabulary([piece.encode() for piece in pieces])
    spellings = {form for name in names for form in (name, name.title(), name.upper())}
    ends = {
        token
        for token, piece in enumerate(pieces)
        for name in spellings
        for at in range(len(text + piece))
        if (text + piece).startswith(name, at)
        and len(text) < at + len(name) <= len(text + piece)
        and not (text + piece)[at - 1 : at].isalnum()
        and not (text + piece)[at + len(name) : at + len(name) + 1].isalnum()
    }
    assert Ban(names, vocabulary).after(text.encode()) == ends


@given(st.data())
def test_however_tokens_are_chosen_a_banned_name_never_stands_there(data):
    ban = Ban(["Elena"], VOCABULARY)
    text = b"said"
    likely = [
        token
        for token, piece in enumerate(VOCABULARY.pieces)
        if piece in {*WORDS, b" ", b"E", b"l", b"a", b"s", b"."}
    ]
    for _ in range(data.draw(st.integers(1, 12))):
        allowed = [token for token in likely if token not in ban.after(text)]
        text += VOCABULARY.pieces[data.draw(st.sampled_from(allowed))]
    words = text.decode().replace("“", " ").replace(",", " ").replace(".", " ").split()
    assert "Elena" not in words


@pytest.mark.parametrize(
    ("spelling", "byte_level", "piece"),
    [
        ("ĠElena", True, b" Elena"),
        ("Ċ", True, b"\n"),
        ("âĢľ", True, "“".encode()),
        ("▁Elena", False, b" Elena"),
        ("<0xE2>", False, b"\xe2"),
        ("é", False, "é".encode()),
    ],
)
def test_tokenizers_spell_bytes_in_two_ways(spelling, byte_level, piece):
    assert piece_of(spelling, byte_level=byte_level) == piece
