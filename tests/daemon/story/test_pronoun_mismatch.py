"""pronoun-mismatch: a pronoun that can only mean somebody must be one of hers."""

import pytest

from tests.support.stories import canon_of, checked, sheet

CODE = "pronoun-mismatch"
WORLD = canon_of(
    sheet("Anna Voss", pronouns="she/her"),
    sheet("Tom Orr", pronouns="he/him"),
    sheet("Robin Lake", pronouns="they/them"),
)


def found(text):
    return [finding.text for finding in checked(text, WORLD, 1, only=CODE)]


def test_the_finding_has_both_quotes_and_the_right_pronoun():
    (finding,) = checked("It was late. Robin shut the tap and wiped his hands.", WORLD, 1, only=CODE)
    assert [evidence.quote for evidence in finding.evidence] == [
        "Robin shut the tap and wiped his hands.",
        "pronouns: they/them",
    ]
    assert finding.message == "“his” can only be Robin Lake here, whose pronouns are they/them."
    assert finding.suggestions == ("their",)


@pytest.mark.parametrize(
    "text",
    [
        "Anna wiped his hands and looked round.",
        "Anna had hurt himself on the step.",
        "Anna shook his head.",
        "Anna took off his gloves, one finger at a time.",
        "Then Anna, with his back to the wall, began to laugh.",
        "Anna stopped; he had heard it too.",
        "When Anna came in he was smiling.",
        "Anna hesitated, and then he nodded.",
        "Anna knew what he was doing.",
        "Pulling on his boots, Anna swore softly.",
        "“Perhaps,” Anna said. He smiled.",
        "“No.” Anna pushed back his plate.",
    ],
)
def test_what_can_only_be_hers_is_found(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Anna wiped her hands.",
        "Robin wiped their hands.",
        "Anna wiped their hands.",
        "The man followed Anna and put on his coat.",
        "Anna looked at the man, and he looked away.",
        "Anna gave him the paper and asked him to sign it.",
        "Anna took his hand.",
        "Anna murmured a name in his ear.",
        "Anna waited until he had finished, and then the stranger bowed.",
        "“Anna has forgotten his hat,” the boy said.",
        "Tom looked up. Anna stopped; he had heard it too.",
        "Tom looked up.\n\nAnna stopped; he had heard it too.",
        "He was late.\n\nAnna knew what he was doing.",
        "Tom was hurt.\n\nAnna wiped his hands.",
        "Tom looked at the ship: she was newly painted.",
        "Anna thought of the one whom he had forgotten, and I said nothing.",
    ],
)
def test_what_may_be_anothers_is_left_alone(text):
    assert found(text) == []


def test_what_one_does_to_oneself_needs_no_more_than_its_sentence():
    assert found("Tom was hurt.\n\nAnna shook his head.") == ["his"]
    assert found("He was late.\n\nAnna hurt himself.") == ["himself"]


def test_a_paragraph_between_may_be_without_anybody():
    assert found("Tom was late.\n\n" + "The rain fell.\n\n" * 5 + "Anna wiped his hands.") == ["his"]
