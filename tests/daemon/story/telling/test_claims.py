"""Claims: what the narration says of whom, each with its sentence; nothing where that is not certain."""

import pytest

from fabula_daemon.story.passages import NOBODY, Focus, Passage
from fabula_daemon.story.telling.claims import LOOKS, claims
from fabula_daemon.story.text import prose
from tests.support.stories import canon_of, mentions, sheet

WORLD = canon_of(
    sheet("Anna Voss", pronouns="she/her"),
    sheet("Ruth Lee", pronouns="she/her"),
    sheet("Tom Orr", pronouns="he/him"),
    sheet("Robin Lake", pronouns="they/them"),
)
ANNA, RUTH, TOM, ROBIN = WORLD.characters


def passage(text, focus=NOBODY):
    (paragraph,) = prose.parse(text).paragraphs
    return Passage(paragraph, tuple(mentions(WORLD, text)), focus)


def told(text, focus=NOBODY):
    return [(claim.name, claim.key, claim.text) for claim in claims(passage(text, focus))]


def test_a_claim_has_its_words_and_its_sentence():
    text = "It rained. Anna’s pale grey eyes narrowed."
    (claim,) = claims(passage(text))
    assert (claim.entity, claim.key, claim.value) == (ANNA, "eyes", frozenset({"grey"}))
    assert text[claim.start : claim.end] == claim.text == "grey"
    assert text[slice(*claim.sentence)] == "Anna’s pale grey eyes narrowed."


def test_a_stranger_has_claims_by_name():
    (claim,) = claims(passage("“No,” said Elena Martinez. Elena Martinez had brown eyes."))
    assert (claim.entity, claim.name, claim.text) == (None, "Elena Martinez", "brown")


def test_only_what_is_asked_for_is_read():
    text = "Anna was a lawyer with green eyes."
    assert {claim.key for claim in claims(passage(text))} == {"eyes", "occupation"}
    assert {claim.key for claim in claims(passage(text), frozenset({LOOKS}))} == {"eyes"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Anna was thirty-two.", [("Anna Voss", "age", "thirty-two")]),
        ("Tom’s sister Anna laughed.", [("Tom Orr", "kin", "Tom’s sister")]),
        ("Captain Orr nodded.", [("Tom Orr", "rank", "Captain")]),
        ("Anna lived in Hull.", [("Anna Voss", "home", "Hull")]),
        ("Anna was left-handed.", [("Anna Voss", "handedness", "left-handed")]),
    ],
)
def test_there_are_claims_of_many_kinds(text, what):
    assert told(text) == what


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna sat down. Her green eyes closed.", "Anna Voss"),
        ("Tom looked at Anna, and her green eyes closed.", "Anna Voss"),
        ("With her green eyes on the door Anna waited.", "Anna Voss"),
        ("Robin sat down. Their green eyes closed.", "Robin Lake"),
        ("Ruth sat down. Anna stood. Her green eyes closed.", "Anna Voss"),
    ],
)
def test_a_pronoun_means_the_only_one_it_can(text, who):
    assert [name for name, _, _ in told(text)] == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth saw Anna. Her green eyes closed.",
        "She looked at Anna. Her green eyes closed.",
        "Anna spoke to the woman. Her green eyes closed.",
        "Anna and Ruth sat down. Their green eyes closed.",
        "Her green eyes closed.",
        "Anna’s sister had green eyes.",
    ],
)
def test_where_two_could_be_meant_there_is_no_claim(text):
    assert "eyes" not in [key for _, key, _ in told(text)]


def test_a_pronoun_reaches_back_to_the_paragraph_before():
    text = "Her green eyes closed."
    assert [name for name, _, _ in told(text, Focus((ANNA,), (ANNA,)))] == ["Anna Voss"]
    assert [name for name, _, _ in told(text, Focus((ANNA, TOM), (ANNA, TOM)))] == ["Anna Voss"]
    assert told(text, Focus((ANNA, RUTH), (ANNA, RUTH))) == []
    assert told(text, Focus((ANNA,), (ANNA, None))) == []
    assert told(text, Focus((ANNA,), (ANNA,), gap=2)) == []
    assert told("“No.” Her green eyes closed.", Focus((ANNA, RUTH), (ANNA,))) == []


@pytest.mark.parametrize("text", ["…", "“", "eyes", "Green.", "Her", "’s eyes", "At fifty", "was a captain"])
def test_scraps_claim_nothing(text):
    assert told(text) == []


def test_headings_claim_nothing():
    paragraph = prose.parse("# Anna’s green eyes").paragraphs[0]
    assert list(claims(Passage(paragraph, tuple(mentions(WORLD, paragraph.text))))) == []
