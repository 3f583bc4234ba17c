"""A continuation stands between what is before and behind the cursor as if it had been written there."""

import pytest

from fabula_daemon.completion.join import (
    Marks,
    doubles_punctuation,
    fitted,
    marks_of,
    meeting,
    styled,
    tidy,
    trimmed,
)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("“It’s late,” she said.", Marks.CURLY),
        ('"It\'s late," she said.', Marks.STRAIGHT),
        ("It was late.", Marks.UNKNOWN),
    ],
)
def test_the_manuscript_has_one_kind_of_marks(text, marks):
    assert marks_of(text) is marks


@pytest.mark.parametrize(
    ("text", "before", "marks", "expected"),
    [
        ("“It’s late,”", "", Marks.STRAIGHT, '"It\'s late,"'),
        ('"It\'s late," he', "He said, ", Marks.CURLY, "“It’s late,” he"),
        ('" he said.', "“It is late,", Marks.CURLY, "” he said."),
        ("\"It's", "", Marks.UNKNOWN, "\"It's"),
    ],
)
def test_the_marks_of_the_manuscript_are_kept(text, before, marks, expected):
    assert styled(text, before, marks) == expected


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        (" to  the *Ares* \t", "She went", " to the Ares "),
        (" to the", "She went ", "to the"),
        (" Then", "", "Then"),
        (" then", "“", "then"),
        ("Then", "She went.", " Then"),
        ("then", "She went,", " then"),
        ("He", "“It’s late,” he said. “Go!”", " He"),
        ("Chen", "He saw Mr.", " Chen"),
        ("000", "It cost 10,", "000"),
        ("A.", "In the U.S.", "A."),
        ("s", "It was Sarah’", "s"),
        ("and", "She went…", "and"),
        ("ll", "sha", "ll"),
    ],
)
def test_spaces_are_single_and_there_where_they_are_wanted_and_emphasis_is_left_to_the_author(
    text, before, expected
):
    assert tidy(text, before) == expected


def test_what_makes_sense_only_with_more_is_trimmed():
    assert trimmed(" and she said, “") == " and she said,"
    assert trimmed(" she went —") == " she went"


@pytest.mark.parametrize(
    ("text", "before", "doubled"),
    [
        (", and", "He said,", True),
        (" , and", "He said", True),
        (". Then", "", True),
        (", she", "“", True),
        ("” he said", "“Go, ", True),
        ("” he said", "“Go,", False),
        (", and", "He said", False),
        (" and", "He said,", False),
        ("—and", "He said", False),
    ],
)
def test_marks_are_never_doubled(text, before, doubled):
    assert doubles_punctuation(text, before) is doubled


@pytest.mark.parametrize(
    ("text", "after", "shown"),
    [
        (" the lamp from the shelf", " from the table.", " the lamp "),
        ("the lamp. She", ".", "the lamp"),
        ("home,” he said", "”", "home,"),
        ("the lamp of her", "of the table", None),  # a short word by itself proves nothing
        ("the lamp", " from the table.", None),
        ("the fromage", " from the table.", None),
        ("the lamp", "", None),
    ],
)
def test_a_phrase_ends_where_it_meets_what_follows(text, after, shown):
    at = meeting(text, after)
    assert (text[:at] if at is not None else None) == shown


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("the lamp", " from the table", "the lamp"),
        ("the lamp", "from the table", "the lamp "),
        ("She sat.", "“Well,” he said.", "She sat. "),
        ("to the door.", ", he thought.", "to the door"),
        ("to the door", ".", "to the door"),
        ("go home.", "”", "go home."),
        ("go home.”", "”", None),
        (".", ".", None),
    ],
)
def test_what_follows_is_neither_touched_nor_doubled(text, after, expected):
    assert fitted(text, after) == expected
