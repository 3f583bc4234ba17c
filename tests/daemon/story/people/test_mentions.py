import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.world.canon import Canon
from tests.support.stories import canon_of, known, mentions, sheet, unknown

WORLD = canon_of(
    sheet("Sarah Chen", aliases="[Captain Chen]", pronouns="she/her"),
    sheet("Kemi Okonjo", pronouns="she/her"),
    sheet("Tunde Okonjo", pronouns="he/him"),
    sheet("James Hall", pronouns="he/him"),
    sheet("J. R. Hartley"),
    sheet("Seán O’Brien", aliases="[Big Seán]"),
    sheet("D'Artagnan"),
    sheet("Mary-Jane Voss"),
    sheet("Inês Falcão", aliases="[Łukasz, Ömer, Søren]"),
    sheet("Rose", not_="[Rose Garden, Rose Street]"),
    sheet("the artilleryman", named="false"),
    sheet("New Tharsis", kind="place"),
    sheet("the Dunnock", kind="item"),
    sheet("the Wellhands", kind="people"),
    "---\nname: In passing\nkind: roster\nnames: [Anders Lund, Mrs. Teale]\n---\n",
)
SPACES = "\u00a0\u2009\u202f\u3000\u2003\n\t"
TEXT = (
    "“Well, Sarah Chen,” said Dr. Kemi Okonjo to Mrs. Hall: Elena Martinez had gone to New Tharsis with J. "
    "R. Hartley. The Okonjos stayed. Anders Lund’s friend Mary-Jane Voss nodded. thank you, Sarah!"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was Sarah Chen.", [("Sarah Chen", "Sarah Chen")]),
        ("It was Sarah.", [("Sarah", "Sarah Chen")]),
        ("It was Chen.", [("Chen", "Sarah Chen")]),
        ("It was Captain Chen.", [("Captain Chen", "Sarah Chen")]),
        ("It was Dr. Chen.", [("Dr. Chen", "Sarah Chen")]),
        ("It was S. Chen.", [("S. Chen", "Sarah Chen")]),
        ("Sarah ran.", [("Sarah", "Sarah Chen")]),
        ("Then Sarah ran.", [("Sarah", "Sarah Chen")]),
        ("“Sarah!”", [("Sarah", "Sarah Chen")]),
        ("'Sarah!' he said.", [("Sarah", "Sarah Chen")]),
        ("*Sarah* and _Sarah_", [("Sarah", "Sarah Chen")] * 2),
        ("“Sarah’ll go.”", [("Sarah", "Sarah Chen")]),
        ("“SARAH!”", [("SARAH", "Sarah Chen")]),
        ("SARAH CHEN IS DEAD", [("SARAH CHEN", "Sarah Chen")]),
        ("Sarah\nChen", [("Sarah\nChen", "Sarah Chen")]),
        ("Sarah\r\nChen", [("Sarah\r\nChen", "Sarah Chen")]),
        ("Sarah\u00a0Chen", [("Sarah\u00a0Chen", "Sarah Chen")]),
        ("Sarah—Chen’s", [("Sarah", "Sarah Chen"), ("Chen", "Sarah Chen")]),
        (
            "Hall’s hat, James’s hat, James’ hat",
            [("Hall", "James Hall"), ("James", "James Hall"), ("James", "James Hall")],
        ),
        ("Mr. Hall", [("Mr. Hall", "James Hall")]),
        (
            "It was J. R. Hartley, J. Hartley, Hartley.",
            [
                ("J. R. Hartley", "J. R. Hartley"),
                ("J. Hartley", "J. R. Hartley"),
                ("Hartley", "J. R. Hartley"),
            ],
        ),
        (
            "Seán O’Brien, Seán O'Brien, O’Brien",
            [("Seán O’Brien", "Seán O’Brien"), ("Seán O'Brien", "Seán O’Brien"), ("O’Brien", "Seán O’Brien")],
        ),
        ("D’Artagnan’s and D'Artagnan", [("D’Artagnan", "D'Artagnan"), ("D'Artagnan", "D'Artagnan")]),
        ("Mary-Jane’s", [("Mary-Jane", "Mary-Jane Voss")]),
        ("Inês, Łukasz, Ömer, Søren", [(n, "Inês Falcão") for n in ("Inês", "Łukasz", "Ömer", "Søren")]),
        (
            "It was Anders Lund, and Mrs. Teale.",
            [("Anders Lund", "Anders Lund"), ("Mrs. Teale", "Mrs. Teale")],
        ),
        ("The Wellhands came.", [("The Wellhands", "the Wellhands")]),
    ],
)
def test_who_is_known_is_known_by_every_form_of_the_name(text, expected):
    found = mentions(WORLD, text)
    assert known(found) == expected
    assert unknown(found) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Okonjos came.", [("Okonjos", None)]),
        ("It was Okonjo.", [("Okonjo", None)]),
        ("It was the Chens’ house.", [("Chens", "Sarah Chen")]),
    ],
)
def test_a_family_is_known_and_nobody_in_particular(text, expected):
    assert known(mentions(WORLD, text)) == expected


@pytest.mark.parametrize(("text", "who"), [("Mrs. Okonjo", "Kemi Okonjo"), ("Mr. Okonjo", "Tunde Okonjo")])
def test_a_title_tells_two_of_one_name_apart(text, who):
    assert known(mentions(WORLD, f"He saw {text}.")) == [(text, who)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Go,” said Mrs. Hall.", "Mrs. Hall"),
        ("“Go,” said Elena.", "Elena"),
        ("“Go,” said Elena Martinez.", "Elena Martinez"),
        ("“Go,” said Elena Chen.", "Elena Chen"),
        ("“Go,” said Sarah Martinez.", "Sarah Martinez"),
        ("“Go,” said Sarah Okonjo.", "Sarah Okonjo"),
        ("“Go,” said Elena\nMartinez.", "Elena\nMartinez"),
        ("“Elena’ll go, and Elena’s brother,” said Elena.", "Elena"),
        ("“Go,” said *Elena*.", "Elena"),
        ("“Go,” said _Elena_.", "Elena"),
        ("“Go,” said Sarah-Jane.", "Sarah-Jane"),
    ],
)
def test_who_is_in_no_sheet_is_unknown(text, who):
    assert set(unknown(mentions(WORLD, text))) == {who}


def test_who_is_shouted_is_unknown_only_if_the_story_has_the_name_in_ordinary_letters():
    assert unknown(mentions(WORLD, "“ELENA! THE HMS BEAGLE!”")) == []
    assert unknown(mentions(WORLD, "“ELENA!”", "“No,” said Elena.")) == ["ELENA"]
    assert [m.certain for m in mentions(WORLD, "“ELENA!”")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "They met in the Rose Garden, off Rose Street.",
        "They lived in New Tharsis.",
        "The Dunnock was late. The Dunnock’s crew slept.",
        "It was Monday, and heaven knew it was Christmas in England.",
        "rose, hall and chen in small letters",
        "Perhaps. Nobody came. Then it rained.",
    ],
)
def test_what_is_no_person_is_not_mentioned(text):
    found = mentions(WORLD, text)
    assert known(found) == []
    assert unknown(found) == []


@pytest.mark.parametrize(
    "text", ["He read Shakespeare.", "Thank God.", "It was Mozart, not Ludwig van Beethoven."]
)
def test_whom_everybody_knows_is_named_and_no_unknown_character(text):
    found = mentions(WORLD, text)
    assert [m.entity for m in found] == [None] * len(found)
    assert unknown(found) == []


def test_whom_nobody_knows_may_have_a_famous_name():
    assert set(unknown(mentions(WORLD, "“Go,” said Homer. “No,” said Homer.", "Homer nodded."))) == {"Homer"}


def test_a_name_that_is_a_word_too_is_a_name_where_a_word_would_have_no_capital():
    world = canon_of(sheet("Will Turner"), sheet("Hope"), sheet("Mark Voss"))
    assert known(mentions(world, "Will you come? Will Hope come? Then Will nodded to Hope.")) == [
        ("Hope", "Hope"),
        ("Will", "Will Turner"),
        ("Hope", "Hope"),
    ]
    assert known(mentions(world, "Will Turner came.")) == [("Will Turner", "Will Turner")]


@pytest.mark.parametrize("text", ["Okonjo Street", "Lake Okonjo", "the Okonjo Hotel"])
def test_a_place_that_is_named_after_somebody_is_not_her(text):
    assert mentions(WORLD, f"They met at {text}.") == []


def test_accents_may_be_letters_of_their_own_in_the_text_and_in_the_sheet():
    decomposed = unicodedata.normalize("NFD", "It was Inês Falcão’s hat, and Søren’s.")
    found = mentions(WORLD, decomposed)
    assert known(found) == [
        (unicodedata.normalize("NFD", "Inês Falcão"), "Inês Falcão"),
        ("Søren", "Inês Falcão"),
    ]
    for mention in found:
        assert decomposed[mention.start : mention.end] == mention.text
    world = canon_of(sheet(unicodedata.normalize("NFD", "Inês Falcão")))
    assert len(known(mentions(world, "It was Inês Falcão."))) == 1


@pytest.mark.parametrize(
    ("sheet_name", "text"),
    [
        ("Ludwig van der Meer", "van der Meer"),
        ("Harun al-Rashid", "al-Rashid"),
        ("T’Pol", "T'Pol"),
        ("Jean-Luc Moreau", "Jean-Luc"),
        ("Kzin-7", "Kzin-7"),
        ("Dejah Thoris", "Thoris"),
        ("Richard Hall", "Dick"),
        ("Margaret Hall", "Peggy Hall"),
        ("Martin R. Crane", "Mart"),
    ],
)
def test_a_canonical_name_alone_is_enough(sheet_name, text):
    assert known(mentions(canon_of(sheet(sheet_name)), f"Then {text} nodded.")) == [
        (text, sheet_name),
    ]


def test_a_nickname_is_whose_name_it_is_before_it_is_anybodys_short_name():
    world = canon_of(sheet("Richard Hall"), sheet("Dick Voss"))
    assert known(mentions(world, "It was Dick.")) == [("Dick", "Dick Voss")]


@pytest.mark.parametrize("text", ["Miss Teale", "Mr. Teale", "Anna Teale"])
def test_who_has_a_title_in_place_of_a_given_name_is_not_her_kin(text):
    assert unknown(mentions(WORLD, f"“Go,” said {text}.")) == [text]


def test_a_given_name_tells_whom_a_title_fits():
    world = canon_of(sheet("George Hall"), sheet("Margaret Voss"))
    assert unknown(mentions(world, "He saw Mrs. Hall.")) == ["Mrs. Hall"]
    assert known(mentions(world, "He saw Miss Voss.")) == [("Miss Voss", "Margaret Voss")]


def test_a_bare_surname_is_his_who_has_no_other_name_not_a_ladys():
    world = canon_of(sheet("Mr. Hall"), sheet("Mrs. Hall"), sheet("Ann Hall"))
    assert known(mentions(world, "Hall came, Mrs. Hall came, and Miss Hall came.")) == [
        ("Hall", "Mr. Hall"),
        ("Mrs. Hall", "Mrs. Hall"),
        ("Miss Hall", "Ann Hall"),
    ]


def test_a_surname_may_be_an_ordinary_word():
    assert unknown(mentions(WORLD, "“Go,” said Sarah Price.")) == ["Sarah Price"]


def test_what_its_sheet_says_is_no_name_does_not_hide_the_name_beside_it():
    assert known(mentions(WORLD, "Rose was in the Rose Garden.")) == [("Rose", "Rose")]


def test_names_that_run_into_one_another_are_read_one_by_one():
    found = mentions(WORLD, "“Sarah Chen James Hall Martinez!”", "“No,” said Martinez.")
    assert known(found) == [("Sarah Chen", "Sarah Chen"), ("James Hall", "James Hall")]
    assert unknown(found) == ["Martinez"]


def test_who_has_a_further_surname_is_somebody_else():
    assert unknown(mentions(WORLD, "“Go,” said Sarah Lee Chen Martinez.")) == ["Sarah Lee Chen Martinez"]
    assert known(mentions(WORLD, "“Go,” said Sarah Lee Chen.")) == [("Sarah Lee Chen", "Sarah Chen")]


def test_a_description_is_never_matched():
    assert mentions(canon_of(sheet("the artilleryman", named="false")), "the artilleryman came") == []


def test_a_note_and_a_proposal_are_nobody():
    world = canon_of(sheet("Sarah Chen", kind="note"), sheet("Jonah Pike", proposed="true"), "Ada Voss\n")
    assert unknown(mentions(world, "“Go,” said Jonah Pike to Sarah Chen.")) == ["Jonah Pike", "Sarah Chen"]


def test_without_a_canon_everybody_is_unknown():
    assert unknown(mentions(Canon(), "“Go,” said Elena Martinez.")) == ["Elena Martinez"]


def test_a_word_that_may_be_a_name_is_found_and_not_certain():
    (mention,) = mentions(WORLD, "It was Threlkeld that they feared.")
    assert (mention.text, mention.known, mention.certain) == ("Threlkeld", False, False)


@given(st.text(alphabet=st.sampled_from("Sarah Chen’s Mrs. Hall\n“”,-OB"), max_size=80))
def test_mentions_lie_in_order_and_inside_the_text(text):
    found = mentions(WORLD, text)
    assert [m.start for m in found] == sorted(m.start for m in found)
    for mention in found:
        assert mention.text == text[mention.start : mention.end] != ""


@given(st.data())
def test_every_space_is_a_space(data):
    other = "".join(data.draw(st.sampled_from(SPACES)) if c == " " else c for c in TEXT)
    names = observe([TEXT])
    assert observe([other]) == names
    plain, changed = Reader(WORLD, names).read(TEXT), Reader(WORLD, names).read(other)
    assert [(m.start, m.end, m.entity, m.known, m.certain) for m in plain] == [
        (m.start, m.end, m.entity, m.known, m.certain) for m in changed
    ]


def test_a_place_before_a_person_is_no_part_of_her_name():
    world = canon_of(sheet("Lotte Brandsma"), sheet("Ferrier Station", kind="place"), sheet("Mrs. Orr"))
    text = "In Ferrier Station Lotte rose. At Ferrier Station Mrs. Orr sat down."
    assert known(mentions(world, text)) == [("Lotte", "Lotte Brandsma"), ("Mrs. Orr", "Mrs. Orr")]
    assert unknown(mentions(world, text)) == []


@pytest.mark.parametrize("name", ["Ditton", "Barnes", "Harwick"])
def test_who_stands_in_a_list_of_places_only_is_none(name):
    text = f"The batteries at Hull, {name} and London fell silent."
    assert unknown(mentions(canon_of(sheet("Sarah Chen")), text)) == []


def test_a_list_of_people_is_none_of_places():
    text = "“Go,” said Threlkeld. He looked at Threlkeld and Okonjo. “No,” said Okonjo."
    assert unknown(mentions(canon_of(sheet("Sarah Chen")), text)) == [
        "Threlkeld",
        "Threlkeld",
        "Okonjo",
        "Okonjo",
    ]


@pytest.mark.parametrize(
    "text", ["A cart of the Vestry of St. Pancras came.", "He joined the firm of Orr & Co., Engineers."]
)
def test_parishes_and_callings_are_nobody(text):
    assert unknown(mentions(canon_of(sheet("Sarah Chen")), text)) == []
