"""world-rule: what rules.md forbids, spells otherwise or replaces."""

from dataclasses import replace

from fabula_daemon.story.world import rules
from tests.support.stories import canon_of, checked, sheet

LAWS, _ = rules.read(
    "world/rules.md", "---\nforbid: [diesel]\nspell: {grey: [gray]}\nuse: {ration: stint}\n---\n"
)
WORLD = replace(canon_of(sheet("Dorian Gray")), rules=LAWS)


def found(text):
    return checked(text, WORLD, only="world-rule")


def test_a_forbidden_word_is_a_warning_with_both_quotes():
    (finding,) = found("The cab was warm. It smelt of diesel and feet.")
    assert (finding.text, finding.severity) == ("diesel", "warning")
    assert [evidence.quote for evidence in finding.evidence] == [
        "It smelt of diesel and feet.",
        "forbid: [diesel]",
    ]
    assert finding.suggestions == ()


def test_another_spelling_or_term_is_suggested():
    assert [finding.suggestions for finding in found("A gray wall. Rations were cut.")] == [
        ("grey",),
        ("Stints",),
    ]


def test_what_somebody_says_or_thinks_is_information():
    texts = ("“There is no diesel,” she said.", "*There is no more diesel,* she thought.")
    assert [finding.severity for text in texts for finding in found(text)] == ["information"] * 2


def test_names_are_left_alone():
    assert found("Dorian Gray came in. Behind him came Gray Wolf, and the Gray Friars.") == []


def test_a_world_without_rules_forbids_nothing():
    assert checked("It smelt of diesel.", canon_of(sheet("Anna")), only="world-rule") == []
