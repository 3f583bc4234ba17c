"""rules.md is read into rules, and what breaks them is found."""

import pytest

from fabula_daemon.story.world import rules

TEXT = """---
forbid: [diesel, candle]
spell:
  Coldharbour: [Coldharbor, Cold Harbour]
  Wellhand: [wellhand]
  grey: gray
use:
  ration: stint
  No: Nay
---

Why it is so.
"""


@pytest.fixture(scope="module")
def laws():
    read, findings = rules.read("world/rules.md", TEXT)
    assert findings == []
    return read


def broken(laws, text):
    return [(text[b.start : b.end], b.rule.kind, b.right) for b in laws.breaches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It smelt of diesel.", ("diesel", "forbid", None)),
        ("Candles burned.", ("Candles", "forbid", None)),
        ("The diesel’s smell.", ("diesel", "forbid", None)),
        ("In Coldharbor it rained.", ("Coldharbor", "spell", "Coldharbour")),
        ("In Cold Harbour it rained.", ("Cold Harbour", "spell", "Coldharbour")),
        ("The wellhand nodded.", ("wellhand", "spell", "Wellhand")),
        ("The wellhands nodded.", ("wellhands", "spell", "Wellhands")),
        ("Gray it was.", ("Gray", "spell", "grey")),
        ("Two rations each.", ("rations", "use", "stints")),
    ],
)
def test_what_breaks_a_rule(laws, text, expected):
    found = broken(laws, text)
    if expected[0] == "Gray":
        expected = ("Gray", "spell", "Grey")
    assert found == [expected]


@pytest.mark.parametrize(
    "text",
    ["A dieseline.", "The candlestick.", "Coldharbour stood.", "The Wellhand nodded.", "WELLHAND", "grey"],
)
def test_what_breaks_none(laws, text):
    assert broken(laws, text) == []


def test_the_line_of_the_rule_is_the_evidence(laws):
    quotes = {rule.word: laws.evidence(rule).quote for rule in laws.rules}
    assert quotes["candle"] == "forbid: [diesel, candle]"
    assert quotes["gray"] == "grey: gray"
    assert quotes["ration"] == "ration: stint"


def test_a_right_word_is_no_part_of_a_wrong_one():
    read, _ = rules.read("rules.md", "---\nspell: {the long house: [long]}\n---\n")
    assert broken(read, "At the long house.") == []
    assert broken(read, "At the long wall.") == [("long", "spell", "the long house")]


@pytest.mark.parametrize(
    "bad", ["forbid: {a: b}", "spell: [a, b]", "use: [a]", "use: {a: [b]}", "spell: {a: {b: c}}"]
)
def test_what_cannot_be_read_is_a_finding_and_the_rest_counts(bad):
    read, findings = rules.read("rules.md", f"---\n{bad}\nuse_: 1\n---\n")
    assert [finding.code for finding in findings] == ["sheet-front-matter"]
    assert "forbid: [words]" in findings[0].message
    assert read.rules == ()


def test_without_rules_nothing_is_broken():
    assert list(rules.Rules().breaches("diesel")) == []
    assert rules.read("rules.md", "# Only text") == (rules.Rules("rules.md", "# Only text"), [])
