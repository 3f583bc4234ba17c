"""What may be shown: one sentence, of so many words, that joins its surroundings and names nobody unknown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.completion.cursor import Cursor
from fabula_daemon.completion.gate.candidate import Candidate
from fabula_daemon.completion.join import Marks
from fabula_daemon.completion.why import Stranger
from fabula_daemon.story.checks import Setting
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import Names
from fabula_daemon.story.text.sentences import sentences
from fabula_daemon.story.world.canon import Canon, Entity

READER = Reader(
    Canon((Entity("Sarah Chen", "character"), Entity("Yusuf Demir", "character"), Entity("Mars", "place"))),
    Names(),
)


def ruled(text, before="", after="", *, max_words=20, marks=Marks.UNKNOWN, unit="sentence", size=3):
    """Return the ruling on a candidate that comes in pieces, and how much of it was needed."""
    candidate = Candidate(Cursor(before, after), READER.read, max_words=max_words, marks=marks, unit=unit)
    for end in range(size, len(text) + size, size):
        if ruling := candidate.add(text[end - size : end]):
            return ruling, min(end, len(text))
    return candidate.finish(), len(text)


def shown(*args, **options):
    return ruled(*args, **options)[0].text


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("She went ", "down to the water. Then she came back.", "down to the water."),
        ("She went", " down to the water. Then", " down to the water."),
        ("She ", "saw Mr. Demir. He was there.", "saw Mr. Demir."),
        ("", "“Go!” she said. He went.", "“Go!” she said."),
        ("“You ", "must go.” He went.", "must go.”"),
        ("“You must go.", "” She turned away. He", "” She turned away."),
        ("She went ", "down… and up again. Then", "down… and up again."),
        ("She went ", "down\n\nThen she came.", "down"),
        ("She went ", "*down* to  the *water*. And", "down to the water."),
        ("She walked along the sea", "wall. Then", "wall."),
    ],
)
def test_it_ends_with_the_sentence(before, text, expected):
    assert shown(text, before) == expected


def test_it_ends_after_so_many_words():
    assert shown("one two three four five six seven", "She counted ", max_words=4) == "one two three four"


def test_it_does_not_end_with_what_only_more_words_would_justify():
    assert shown("and she said, “ yes yes", "He went, ", max_words=3) == "and she said,"
    assert shown("and then — well then", "He went, ", max_words=2) == "and then"


def test_a_word_that_may_be_unfinished_is_not_shown():
    assert shown("down to the wat", "She went ") == "down to the"
    assert shown("down to the water.", "She went ") == "down to the water."


def test_a_name_is_never_halved():
    assert shown("asked Yusuf Demir about it", "She ", max_words=2) == "asked"
    assert shown("asked Yusuf about it again", "She ", max_words=2) == "asked Yusuf"


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("She ", "looked at Elena Martinez, who smiled. Then", "Elena Martinez"),
        ("", "Dr. Petrova came in. Then", "Dr. Petrova"),
        ("“Well,” said Sarah ", "Martinez, and sat down. Then", "Sarah Martinez"),
        ("“Well,” said El", "ena, and sat down. Then", "Elena"),
        ("She ", "saw Zorblax in the hall. Then", "Zorblax"),
    ],
)
def test_a_sentence_with_an_unknown_name_is_refused_with_the_name(before, text, name):
    ruling, _ = ruled(text, before)
    assert (ruling.text, ruling.reason, ruling.name) == ("", "unknown name", name)


def test_it_is_refused_while_it_is_written():
    text = "looked at Elena Martinez, who smiled and went on smiling for a very long time indeed."
    _, read = ruled(text, "She ")
    assert read < len("looked at Elena Martinez, who smiled")


def test_a_name_after_the_sentence_is_no_matter():
    assert shown("sat down. Elena Martinez came in.", "She ") == "sat down."


def test_who_is_known_may_come():
    assert (
        shown("looked at Sarah Chen’s hands, and at Yusuf. Then", "He ")
        == "looked at Sarah Chen’s hands, and at Yusuf."
    )


def test_what_the_author_wrote_before_the_cursor_is_hers():
    assert shown("went out. Then", "“No,” said Elena Martinez, and ") == "went out."


@pytest.mark.parametrize(
    "text", ["see [World] now", "<b>now</b>", "# Two", "`x`", "now | then", "https://x", "\ufffd now"]
)
def test_markup_is_never_shown(text):
    assert ruled(text, "She went ")[0].reason == "markup"


@pytest.mark.parametrize(
    ("text", "before", "reason"),
    [
        ("", "She went ", "nothing came"),
        ("\n\nThen", "She went.", "the paragraph ends here"),
        ("…", "She went", "nothing but punctuation"),
        ("do", "She went ", "too little came"),
        (".", "She went", "nothing but punctuation"),
        (", and", "She went,", "doubled punctuation"),
    ],
)
def test_silence_has_a_reason(text, before, reason):
    ruling, _ = ruled(text, before)
    assert (ruling.text, ruling.reason) == ("", reason)


@pytest.mark.parametrize(
    ("text", "before", "after", "max_words", "expected"),
    [
        ("one. Two three four five", "She counted ", "", 3, "one. Two three"),
        ("one. Two", "She counted ", "", 6, "one."),  # the last word may be unfinished
        ("one. Two\n\nThree", "She counted ", "", 6, "one. Two"),
        ("the oil. Then she left", "She took ", " The lamp went out.", 5, "the oil."),
    ],
)
def test_just_so_many_words(text, before, after, max_words, expected):
    assert shown(text, before, after, max_words=max_words, unit="words") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("down. The lamp was out. She sat.\n\nThen", "down. The lamp was out. She sat."),
        ("down. The lamp was out. She sat\n\nThen", "down. The lamp was out. She sat"),
        ("down. The lamp was out. She sa", "down. The lamp was out."),
        (
            "down. " + "The lamp was out and she sat. " * 3 + "Dark",
            "down. The lamp was out and she sat. The lamp was out and she sat.",
        ),
        (
            "down and " * 9,
            " ".join(["down and"] * 7) + " down",
        ),
    ],
)
def test_what_is_left_of_a_paragraph(text, expected):
    assert shown(text, "She went ", max_words=3, unit="paragraph") == expected


def test_of_a_paragraph_what_comes_before_a_stranger_is_shown():
    text = "down. The lamp was out. “Well,” said Elena Martinez, who smiled. She sat.\n\nThen"
    ruling, read = ruled(text, "She went ", unit="paragraph")
    assert (ruling.text, ruling.name) == ("down. The lamp was out.", "Elena Martinez")
    assert read < text.index("smiled")


def test_of_a_paragraph_that_begins_with_a_stranger_nothing_is():
    ruling, _ = ruled("asked Elena. She sat. He", "She ", unit="paragraph")
    assert (ruling.text, ruling.reason, ruling.name) == ("", "unknown name", "Elena")


def test_a_refused_name_is_classified():
    setting = Setting("01.md", 1, READER.canon, drafted=frozenset({"Zorblax"}))
    kinds = {}
    for name in ("Zorblax", "Elara", "Wendover"):
        candidate = Candidate(Cursor("“Well,” said "), READER.read, max_words=9, setting=setting)
        kinds[name] = candidate.add(f"{name}, and sat down. Then").rejected.stranger
    assert kinds == {"Zorblax": Stranger.DRAFT, "Elara": Stranger.DEFAULT, "Wendover": Stranger.FRESH}


def test_all_that_was_written_can_be_kept():
    candidate = Candidate(Cursor("She went "), READER.read, max_words=9, marks=Marks.CURLY)
    assert candidate.add(' *down*. "No," he  said. But').text == "down."
    assert candidate.text == "down. “No,” he said. But"


def test_the_marks_are_the_manuscripts():
    assert shown("“I don’t,” he said. Then", "", marks=Marks.STRAIGHT) == '"I don\'t," he said.'
    assert shown('"I don\'t," he said. Then', "", marks=Marks.CURLY) == "“I don’t,” he said."


@pytest.mark.parametrize(
    ("before", "text", "after", "expected"),
    [
        ("She took the ", "lamp from the shelf. Then", "from the table.", "lamp "),
        ("She took the ", "lamp from the shelf. Then", " from the table.", "lamp"),
        ("She took", " the lamp. Then", ".", " the lamp"),
        ("“I will ", "go home,” he said. Then", "”", "go home,"),
        ("“I will ", "go home. And then", "”", "go home."),
        ("He stood up. ", "The lamp went out. Then", "The door opened.", "The lamp went out. "),
        ("He went to ", "the door. Then", " The lamp went out.", "the door."),
    ],
)
def test_in_the_middle_of_a_line_it_leads_to_what_follows(before, text, after, expected):
    assert shown(text, before, after) == expected


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("lamp off the shelf. Then", " from the table."),
        ("lamp. Then", " Sarah had left."),  # a name may go on with this sentence
        ("lamp and the light and the oil", " from the table."),
    ],
)
def test_or_there_is_silence(text, after):
    assert ruled(text, "She took the ", after, max_words=5)[0].reason == "it does not join what follows"


WORDS = "the lamp water from She said Sarah Yusuf Elena Zorblax Mr. Dr. é 17 ’s [World]".split()
PIECES = st.sampled_from([" ", " ", " ", " Sarah Chen", " Martinez", "\n", *WORDS, *"..,?!…“”—-*_"])
TEXTS = st.lists(PIECES, max_size=40)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(
        ["", "She went ", "She went", "“Well,” said ", "“Well, ", "He sat. ", "Sarah", "Sarah ", "Mr. "]
    ),
    TEXTS,
    st.sampled_from(["", "", " from the table.", "from it", "”", ".", " The lamp.", "“Yes,” he said."]),
    st.integers(1, 20),
)
def test_whatever_is_written_what_is_shown_is_clean(before, pieces, after, max_words):
    candidate = Candidate(Cursor(before, after), READER.read, max_words=max_words)
    ruling = next((r for piece in pieces if (r := candidate.add(piece))), None) or candidate.finish()
    text = ruling.text
    if not text:
        assert ruling.reason != "shown"
        return
    whole, begin, end = before + text + after, len(before), len(before + text)
    assert "  " not in whole
    assert len(text.split()) <= max_words
    assert not set(text) & set("\n[]*_")
    assert any(character.isalnum() for character in text)
    assert (
        sum(
            begin < stop < len(before + text.rstrip())
            for _, stop in sentences(whole)
            if whole[begin:stop].strip("”’\"' ")
        )
        <= 1
    )
    assert not [m for m in READER.read(whole) if not m.known and begin < m.end and m.start < end]
