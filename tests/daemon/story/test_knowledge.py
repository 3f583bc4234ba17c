"""knowledge: nobody knows what she learns later."""

import pytest

from tests.support.stories import canon_of, checked, sheet

WORLD = canon_of(
    sheet(
        "Yusuf Demir",
        pronouns="he/him",
        learns="[{fact: the zero was moved, keywords: [zero, Key Nine], chapter: 5}]",
    ),
    sheet("Sarah Chen", pronouns="she/her"),
)


def found(text, number=3):
    return [(f.text, str(f.severity)) for f in checked(text, WORLD, number, only="knowledge")]


def test_the_finding_has_both_quotes():
    (finding,) = checked("Yusuf looked up. “Well. Take off the zero.”", WORLD, 3, only="knowledge")
    assert [evidence.quote for evidence in finding.evidence] == [
        "Take off the zero.”",
        "learns: [{fact: the zero was moved, keywords: [zero, Key Nine], chapter: 5}]",
    ]
    assert finding.message == (
        "Yusuf Demir speaks of this in chapter 3, and learns only in chapter 5: the zero was moved."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is the zero,” said Yusuf.", ("zero", "information")),
        ("Yusuf looked up. “Zero,” he said.", ("Zero", "information")),
        ("“And Key Nine?” Yusuf asked.", ("Key Nine", "information")),
        ("Yusuf knew about the zero.", ("zero", "warning")),
        ("Yusuf thought of the zeros again.", ("zeros", "warning")),
        ("Yusuf turned Key Nine in the lock.", ("Key Nine", "information")),
    ],
)
def test_what_is_said_known_or_used_too_early(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "“It is the zero,” said Sarah.",
        "Yusuf did not know about the zero.",
        "Yusuf wondered about the zero.",
        "Yusuf would have known about the zero.",
        "Sarah told Yusuf about the zero.",
        "The zero had been moved. Yusuf nodded.",
        "Yusuf turned key nine in the lock.",
        "Yusuf knew of the zeroing.",
        "“The zero,” said Sarah, and Yusuf nodded.",
    ],
)
def test_what_others_know_or_he_does_not(text):
    assert found(text) == []


def test_from_the_chapter_of_the_lesson_on_nothing_is_said():
    assert found("“It is the zero,” said Yusuf.", 5) == found("“It is the zero,” said Yusuf.", None) == []


@pytest.mark.parametrize(
    "learns", ["[{fact: f, chapter: 5}]", "[{keywords: [a], chapter: x}]", "[{keywords: {a: b}, chapter: 5}]"]
)
def test_what_is_not_wholly_declared_is_left_alone(learns):
    assert checked("“A zero,” said Anna.", canon_of(sheet("Anna", learns=learns)), 1, only="knowledge") == []
