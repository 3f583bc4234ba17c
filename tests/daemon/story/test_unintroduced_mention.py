"""unintroduced-mention: nobody walks on before the chapter in which her sheet introduces her."""

from tests.support.stories import canon_of, checked, sheet

WORLD = canon_of(
    sheet("Robin Threlkeld", introduced="5"),
    sheet("Sarah Chen", introduced="1"),
    sheet("Yusuf Demir", introduced="03"),
    sheet("Anna Orr"),
)


def found(text, number=2):
    return [(f.text, str(f.severity)) for f in checked(text, WORLD, number, only="unintroduced-mention")]


def test_who_acts_too_early_is_a_warning_with_both_quotes():
    (finding,) = checked("The door opened. Threlkeld nodded.", WORLD, 2, only="unintroduced-mention")
    assert finding.severity == "warning"
    assert [evidence.quote for evidence in finding.evidence] == ["Threlkeld nodded.", "introduced: 5"]


def test_who_is_only_named_is_information():
    assert found("It was the bench of Robin Threlkeld.") == [("Robin Threlkeld", "information")]


def test_one_finding_a_chapter_where_she_first_acts():
    text = "The bench of Threlkeld stood there.\n\nThrelkeld nodded.\n\nThrelkeld sat down."
    assert found(text) == [("Threlkeld", "warning")]


def test_a_chapter_may_be_named_by_its_file():
    assert found("Yusuf nodded.") == [("Yusuf", "warning")]
    assert found("Yusuf nodded.", 3) == []


def test_what_is_said_or_thought_or_later_is_left_alone():
    assert found("“Threlkeld knows,” said Sarah Chen.") == []
    assert found("*Threlkeld would know that,* she thought.") == []
    assert (
        found("Threlkeld nodded.", 5)
        == found("Threlkeld nodded.", 6)
        == found("Threlkeld nodded.", None)
        == []
    )
    assert found("Sarah Chen nodded. Anna Orr nodded.", 1) == []
