"""Which statements are put to a model beside each other."""

from fabula_daemon.story import questions
from tests.daemon.story.answers.test_proposals import chapters
from tests.support.stories import canon_of, sheet

NOTES = "Grew up in the wells below [[Hull]]. Hums when she counts."
WORLD = canon_of(
    sheet("Sarah Chen", eyes="brown", rank="[{value: Second, since: 2}, {value: Chief, since: 3}]") + NOTES,
    sheet("Kemi Okonjo", eyes="green"),
)


def pairs(*texts, most=100):
    found = questions.pairs(chapters(*texts, world=WORLD), WORLD, most=most)
    return [(pair.subject, pair.story.text, pair.other.text) for pair in found]


def test_a_sentence_stands_beside_the_lines_about_the_same_thing():
    text = "Sarah had the green eyes of her mother. Nobody came down that way any more."
    assert pairs(text) == [("Sarah Chen", "Sarah had the green eyes of her mother.", "eyes: brown")]


def test_what_is_written_below_the_keys_counts_too():
    text = "Sarah Chen had grown up on a farm, far from all wells."
    assert pairs(text) == [("Sarah Chen", text, "Grew up in the wells below [[Hull]].")]


def test_a_sheet_is_asked_about_its_own_character():
    assert [subject for subject, _, _ in pairs("Kemi had her brown eyes on the door.")] == ["Kemi Okonjo"]


def test_what_somebody_says_is_no_statement_of_the_story():
    assert pairs("“Sarah Chen has green eyes, I tell you,” said Kemi. “Sarah Chen has blue eyes.”") == []


def test_what_does_not_hold_yet_is_not_asked_and_what_does_is_told():
    text = "Sarah had the rank of a Chief in these halls."
    found = questions.pairs(chapters(text, text, text, world=WORLD), WORLD, most=100)
    assert [(pair.story.where, pair.other.where) for pair in found] == [
        ("chapter 2", "the notes on Sarah Chen, where chapter 2 has: Second"),
        ("chapter 3", "the notes on Sarah Chen, where chapter 3 has: Chief"),
    ]


def test_two_claims_of_one_kind_stand_beside_each_other():
    one, two = "Kemi Okonjo was twenty-four that spring.", "Kemi Okonjo was thirty years old by now."
    found = [(story, other) for _, story, other in pairs(one, two) if other != "eyes: green"]
    assert found == [(two, one)]


def test_claims_that_agree_are_not_asked_about():
    one = "Kemi Okonjo was twenty-four that spring."
    assert pairs(one, one) == []


def test_the_pairs_with_most_in_common_come_in_the_order_of_the_story():
    first, second = "Sarah looked with her eyes.", "Sarah had grown up on a farm, below the old wells."
    assert [story for _, story, _ in pairs(first, second)] == [first, second]
    assert [story for _, story, _ in pairs(first, second, most=1)] == [second]


def test_statements_stand_where_they_say():
    text = "# One\n\nNobody came at all.\n\nSarah had the green eyes of her mother.\n"
    [pair] = questions.pairs(chapters(text, world=WORLD), WORLD, most=9)
    assert text[pair.story.start : pair.story.end] == pair.story.text
    assert pair.other.path == "world/0.md"
