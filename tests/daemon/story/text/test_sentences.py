import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.text.sentences import dialogue, sentences

TEXTS = st.text(alphabet="aB .!?…“”‘’'\"«»—,\n\u00a0I…Mr.", max_size=60)


def spoken(text):
    return [text[start:end] for start, end in dialogue(text)]


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sarah ran. Jonah stayed.", ["Sarah ran.", "Jonah stayed."]),
        ("Sarah ran… Jonah stayed?! “Yes.”", ["Sarah ran…", "Jonah stayed?!", "“Yes.”"]),
        ("Sarah ran.\nJonah\nstayed.", ["Sarah ran.", "Jonah\nstayed."]),
        ("“Go!” Sarah ran.", ["“Go!”", "Sarah ran."]),
        ("*Sarah ran.* Jonah stayed.", ["*Sarah ran.*", "Jonah stayed."]),
        ("  no stop ", ["no stop"]),
        ("", []),
    ],
)
def test_a_sentence_ends_at_its_mark(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Hall met Dr. Okonjo in St. Ives.",
        "J. R. Hartley fished.",
        "“Go!” she said.",
        "“Where . . . where is she?” he asked.",
        "It weighed 3.5 kilos.",
        "The U.S.S. Wren sailed.",
        "Lt. Chen, Capt. Orr and Prof. Moss came.",
    ],
)
def test_a_stop_that_ends_no_sentence(text):
    assert split(text) == [text]


def test_i_may_end_a_sentence():
    assert split("So did I. Then she ran.") == ["So did I.", "Then she ran."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” she said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," she said. "Now."', ['"Go,"', '"Now."']),
        ("‘It’s James’s,’ she said. ‘Now.’", ["‘It’s James’s,’", "‘Now.’"]),
        ("'It's James's,' she said. 'Now.'", ["'It's James's,'", "'Now.'"]),
        ("«Va», dit-elle.", ["«Va»"]),
        ("— Va, dit-elle.", ["— Va, dit-elle."]),
        ("She ran.", []),
    ],
)
def test_what_is_spoken(text, expected):
    assert spoken(text) == expected


def test_speech_that_goes_on_in_the_next_paragraph_is_not_closed():
    assert spoken("She said, “I will tell you. It was") == ["“I will tell you. It was"]


@given(TEXTS)
def test_spans_lie_in_order_and_inside_the_text(text):
    for spans in (sentences(text), dialogue(text)):
        at = 0
        for start, end in spans:
            assert at <= start < end <= len(text)
            at = end


@given(TEXTS)
def test_sentences_leave_only_white_space_out(text):
    covered = "".join(text[start:end] for start, end in sentences(text))
    assert "".join(covered.split()) == "".join(text.split())
