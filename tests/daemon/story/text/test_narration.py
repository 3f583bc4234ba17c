import pytest

from fabula_daemon.story.passages import Passage
from fabula_daemon.story.text.narration import is_layout, narration, speaks_without_marks
from fabula_daemon.story.text.prose import Paragraph


def told(text):
    return narration(Passage(Paragraph(0, text), ()))


def test_what_is_told_keeps_its_place():
    text = "“Go,” said Yusuf. *I will not go,* she thought. “Go.”"
    assert told(text) == "      said Yusuf.                  she thought.      "
    assert len(told(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "> She opened it.",
        "  > She opened it.",
        "| a | b |",
        "(She opens it.)",
        "[Exit Hamlet.]",
        "INT. PUMP HALL – NIGHT",
        "SARAH\nI opened it.",
        "SARAH (O.S.)\nI opened it.",
        "HAMLET. (Aside.) A little more than kin.",
        "**SARAH:** I opened it.",
        "- a lamp",
        "1. a lamp",
        "Dear Sarah,\nI opened it.",
        "My dear Mrs. Teale, I opened it.",
        "Yours ever, Oksana",
        "P. S. I closed it.",
    ],
)
def test_layout_is_not_told(text):
    assert is_layout(text)
    assert told(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "She opened it.",
        "Sarah opened it.",
        "(She opened it.) She closed it.",
        "I opened it.",
        "A man came. HE SHOUTED.",
        "Dear me, she had opened it.",
        "She read: INT. PUMP HALL.",
    ],
)
def test_prose_is_told(text):
    assert not is_layout(text)
    assert told(text) == text


def test_verse_is_not_told_and_wrapped_prose_is():
    assert told("She opened the gate of the morning,\nAnd walked to the edge of the sea") == ""
    wrapped = "She opened the gate and walked along the wall, for that was the way,\nand then she knelt.\n"
    assert told(wrapped) == wrapped


@pytest.mark.parametrize("text", ["I opened it,” she said. He ran.", 'I opened it," she said. He ran.'])
def test_where_a_mark_is_missing_nothing_is_told(text):
    assert told(text) == ""


def test_speech_that_runs_on_in_the_next_paragraph_is_spoken():
    assert told("“I opened it. I closed it.").strip() == ""
    assert told('He came in. "I opened it. I closed it.').strip() == "He came in."


@pytest.mark.parametrize("text", ["You’re late, said Yusuf.", "Why? she asked.", "Go on, he says."])
def test_speech_without_marks(text):
    assert speaks_without_marks(text)


@pytest.mark.parametrize(
    "text", ["At last, she said nothing.", "She said that he was late.", "He asked why."]
)
def test_reported_speech_has_marks_nowhere(text):
    assert not speaks_without_marks(text)
