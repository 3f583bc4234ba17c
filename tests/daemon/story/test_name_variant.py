"""name-variant: a name a slip away from a known one, and what is another name, or none."""

import pytest

from fabula_daemon.story.people.slips import sound
from tests.support.stories import canon_of, checked, sheet

WORLD = canon_of(
    sheet("Elena Martinez", pronouns="she/her"),
    sheet("Piet Rensburg", pronouns="he/him"),
    sheet("Judith Ballantyne", pronouns="she/her"),
    sheet("Sarah Chen", pronouns="she/her"),
    sheet("Hope Marlowe"),
    sheet("Dan Orr"),
    sheet("Doctor Chambers"),
    sheet("Coldharbour", kind="place"),
    sheet("Ferrier Station", kind="place"),
)


def found(text, code="name-variant", **keys):
    return [
        (f.text, *f.suggestions[:1])
        for f in checked(text, WORLD, elsewhere=["“No,” said Prosser."], only=code, **keys)
    ]


def test_it_stands_in_place_of_unknown_character_with_both_quotes():
    text = "“Well,” said Judith Ballantine, and waited."
    (finding,) = checked(text, WORLD)
    assert (finding.code, finding.text) == ("name-variant", "Judith Ballantine")
    assert finding.suggestions == ("Judith Ballantyne",)
    assert [evidence.quote for evidence in finding.evidence] == [text, "name: Judith Ballantyne"]
    assert finding.message == (
        "“Judith Ballantine” is one slip away from Judith Ballantyne: did you mean Judith Ballantyne?"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elana nodded.", ("Elana", "Elena")),
        ("“No,” said Elana Martinez.", ("Elana Martinez", "Elena Martinez")),
        ("“No,” said Mrs. Balantyne.", ("Balantyne", "Ballantyne")),
        ("“No,” said Rensberg.", ("Rensberg", "Rensburg")),
        ("“No,” said Renzburg.", ("Renzburg", "Rensburg")),
        ("Behind the door Rensbrug was laughing.", ("Rensbrug", "Rensburg")),
        ("They waited for Rensbug at the corner.", ("Rensbug", "Rensburg")),
        ("Nobody had told Marttinez of it.", ("Marttinez", "Martinez")),
        ("Rensburgh’s hand was on the rail.", ("Rensburgh", "Rensburg")),
        ("“No,” said Sara.", ("Sara", "Sarah")),
        ("“No,” said Serah Chen.", ("Serah Chen", "Sarah Chen")),
        ("“Who is there?” called Chanbers.", ("Chanbers", "Chambers")),
        ("“No,” said Sarah Chem.", ("Sarah Chem", "Sarah Chen")),
        ("They came to Coldhabrour at noon.", ("Coldhabrour", "Coldharbour")),
        ("They came to Ferier Station at noon.", ("Ferier", "Ferrier")),
    ],
)
def test_slips_and_sounds(text, expected):
    assert found(text) == [expected]
    assert found(text, "unknown-character") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Later on rensburg came back alone.", ("rensburg", "Rensburg")),
        ("“No,” said rensburg, frowning.", ("rensburg", "Rensburg")),
        ("They looked for sarah chen in the yard.", ("sarah chen", "Sarah Chen")),
        ("Later on Mr. rensburg came back.", ("rensburg", "Rensburg")),
    ],
)
def test_small_letters(text, expected):
    assert found(text) == [expected]


def test_letters_of_another_alphabet():
    (finding,) = checked("“No,” said S\u0430rah.", WORLD)
    assert (finding.code, finding.suggestions) == ("name-variant", ("Sarah",))
    assert "two alphabets" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "“No,” said Hugo Ballantine.",
        "“No,” said Mr. Ballantine.",
        "“No,” said Dana.",
        "“No,” said Don.",
        "“No,” said Helena.",
        "“No,” said Prosser.",
        "“No,” said Helen Martinez.",
    ],
)
def test_another_name_is_a_stranger(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rensburg’s hand was on the rail, and the Rensburgs laughed.",
        "RENSBURG! they shouted.",
        "In the Chamber it was cold, and the Chambermaid sneezed.",
        "“Re-Re-Rensburg!” he stuttered.",
        "“Reeeensburg!” somebody called.",
        "There was hope, and a chen, and the rensburg of the yard.",
        "The Martian nodded. An Elenan nodded.",
        "They came to Coldharbours and Coldharbouring.",
        "later on rensburg came back alone.",
        "See rensburg@example.org and /rensburg came.",
    ],
)
def test_what_is_no_slip(text):
    assert found(text) == []


def test_switched_off_it_leaves_the_stranger_to_unknown_character():
    text = "“Well,” said Judith Ballantine."
    assert found(text, "unknown-character", off=("name-variant",)) == [
        ("Judith Ballantine", "Judith Ballantyne")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Catherine", "Katherine"),
        ("Philip", "Filip"),
        ("Threlkeld", "Trelkeld"),
        ("Ogilvy", "Ogilvie"),
        ("Sitar", "Sitarr"),
        ("Brookings", "Brukings"),
        ("Alexander", "Aleksander"),
        ("Henderson", "Hendersohn"),
        ("Oksana", "Ocksana"),
    ],
)
def test_what_sounds_alike(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Seaton", "Sutton"), ("Seaton", "Satan"), ("Mary", "Mark"), ("Ann", "Ian")]
)
def test_what_does_not(one, other):
    assert sound(one) != sound(other)
