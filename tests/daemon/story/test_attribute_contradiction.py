"""attribute-contradiction: the narration must not give people other looks, ranks or kin than their sheets."""

import pytest

from tests.support.stories import canon_of, checked, sheet

CODE = "attribute-contradiction"
ANNA = sheet(
    "Anna Voss",
    pronouns="she/her",
    eyes="green",
    hair="red",
    age="30",
    height="172",
    handedness="left",
    scars="a scar on the left cheek",
    rank="Captain",
    occupation="dentist",
    home="Hull",
    species="human",
    sex="female",
    status="unmarried",
    brother="Tom Voss",
    mother="Ruth Voss",
)
WORLD = canon_of(
    ANNA,
    sheet("Tom Voss", pronouns="he/him", spouse="Ruth Voss"),
    sheet("Ruth Voss", pronouns="she/her"),
    sheet("Hull", kind="place"),
    sheet("York", kind="place"),
)


def found(text, world=WORLD, number=3, **keys):
    return [finding.text for finding in checked(text, world, number, only=CODE, **keys)]


def test_the_finding_has_both_quotes_and_the_right_word():
    (finding,) = checked("It was late. Anna’s brown eyes narrowed.", WORLD, 3, only=CODE)
    assert [evidence.quote for evidence in finding.evidence] == ["Anna’s brown eyes narrowed.", "eyes: green"]
    assert finding.severity == "warning"
    assert finding.message == "“brown” contradicts the sheet of Anna Voss, which says eyes: green."
    assert finding.suggestions == ("green",)


@pytest.mark.parametrize(
    "text",
    [
        "Anna turned her brown eyes to the window.",
        "Anna had brown eyes.",
        "Anna sat down. Her brown eyes missed nothing.",
        "Anna sat down.\n\nHer brown eyes missed nothing.",
        "Anna’s eyes were brown.",
        "Anna’s eyes, which were brown, rested on the door.",
        "Anna lifted her head; her eyes, brown and very bright, went round.",
        "Anna, brown-eyed and watchful, said nothing.",
        "Anna was a brown-eyed woman with a quick smile.",
        "For a moment the brown of Anna’s eyes was all that could be seen.",
        "A pair of brown eyes, Anna’s, met them.",
        "Anna looked up with eyes as brown as her mother’s had been.",
        "Anna had her father’s chin and her father’s eyes, brown and a little tired.",
        "Nobody forgot Anna’s eyes: large, steady and brown.",
    ],
)
def test_eyes_are_compared_however_they_are_told(text):
    assert found(text) == ["brown"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna pushed back her black hair.",
        "Anna was a black-haired woman.",
        "A lock of black hair fell across Anna’s forehead.",
        "Anna bent the black head over the table.",
        "Of all in the room only Anna had black hair.",
        "The wind got at Anna’s hair and blew the black strands about her face.",
    ],
)
def test_so_is_hair(text):
    assert found(text) == ["black"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Anna was forty.", "forty"),
        ("Anna, forty-one, sat down.", "forty-one"),
        ("Anna was a woman in her fifties.", "fifties"),
        ("Anna was six feet tall.", "six feet tall"),
        ("Anna was right-handed.", "right-handed"),
        ("Anna signed with her right hand.", "right hand"),
        ("Anna touched the scar on her right cheek.", "right cheek"),
        ("Sergeant Anna Voss read the order.", "Sergeant"),
        ("Anna was a sergeant, and never let it be forgotten.", "sergeant"),
        ("The sergeant, Anna, had not moved.", "sergeant"),
        ("Anna had been promoted sergeant.", "sergeant"),
        ("Anna had made sergeant by the spring.", "sergeant"),
        ("Anna was a lawyer.", "lawyer"),
        ("Anna lived in York.", "York"),
        ("Anna was an android.", "android"),
        ("Anna was a tall man.", "man"),
        ("Anna was married.", "married"),
        ("Anna’s husband came in.", "Anna’s husband"),
        ("Anna’s cousin Tom laughed.", "Anna’s cousin"),
        ("Ruth, Anna’s aunt, laughed.", "Anna’s aunt"),
        ("Tom’s wife Anna slept.", "Tom’s wife"),
    ],
)
def test_and_whatever_else_a_sheet_declares(text, what):
    assert found(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "“Anna has brown eyes,” the boy said.",
        "*Anna has brown eyes,* the boy thought.",
        "The man beside Anna had brown eyes.",
        "Anna looked into the brown eyes of the stranger.",
        "From the wall a cat watched Anna with brown eyes.",
        "Anna’s eyes were not brown.",
        "If Anna’s eyes had been brown, nobody would have looked.",
        "In the dream Anna had brown eyes and no mouth.",
        "Were Anna’s eyes brown?",
        "Anna’s eyes went black with anger.",
        "Anna’s eyes were red with crying.",
        "Somebody had given Anna a black eye.",
        "Anna put a brown shade over the lamp, and shut both eyes.",
        "Tom said that her eyes were brown.",
        "Anna and Ruth sat down. Her brown eyes missed nothing.",
        "Ruth came in. She looked at Anna. Her eyes were brown.",
        "Anna’s hair had never been black.",
        "When Anna was a child her hair had been black.",
        "Anna had put on a black wig for the play.",
        "Anna’s hair was white with flour.",
        "Anna tied a black ribbon in her hair.",
        "Anna stroked the black hair of the horse’s neck.",
        "Anna had a coat of black hair cloth.",
        "Anna had been twenty when the bridge was built.",
        "Anna looked forty, after such a night.",
        "Anna had a cousin of forty in the country.",
        "Anna counted forty steps to the gate.",
        "Anna had lived there for forty years.",
        "The house was forty years old, and Anna knew it.",
        "The sergeant saluted Anna and went out.",
        "Anna had a friend who was a sergeant.",
        "Anna hoped to be a sergeant one day.",
        "Anna walked up and down like a sergeant.",
        "They had offered to make Anna a sergeant, and Anna had refused.",
        "Anna read the sergeant’s letter.",
        "Anna had lived in York once.",
        "Anna’s house in York Street was cold.",
    ],
)
def test_what_is_somebody_elses_or_not_so_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Anna turned her sea-green eyes to the window.",
        "Anna pushed back her auburn hair.",
        "Anna’s copper hair was cut short.",
        "Anna was in her early thirties.",
        "Anna was about thirty.",
        "Anna was over twenty.",
        "Anna stood five foot eight in her socks.",
        "The scar on Anna’s left cheek itched.",
        "The scar on Anna’s chin itched.",
        "Captain Anna Voss read the order.",
        "Anna was single.",
        "Anna’s brother Tom laughed.",
        "Tom’s wife Ruth slept.",
    ],
)
def test_what_agrees_is_left_alone(text):
    assert found(text) == []


def test_values_hold_as_of_their_chapter():
    world = canon_of(
        sheet(
            "Anna Voss",
            pronouns="she/her",
            rank="[{value: Private, since: 1}, {value: Captain, since: 5}]",
        )
    )
    assert found("Captain Voss nodded.", world, 3) == ["Captain"]
    assert found("Captain Voss nodded.", world, 5) == []
    assert found("Captain Voss nodded.", world, None) == []


def test_before_its_first_chapter_a_value_is_unknown():
    world = canon_of(sheet("Anna Voss", pronouns="she/her", hair="[{value: grey, since: 7}]"))
    assert found("Anna’s black hair was wet.", world, 6) == []
    assert found("Anna’s black hair was wet.", world, 7) == ["black"]


def test_an_attribute_of_the_authors_own_is_compared_if_its_values_are_closed():
    world = canon_of(sheet("Anna Voss", pronouns="she/her", build="slight"))
    text = "Anna was broad. Anna’s build was broad. Anna, broad and slow, came in. Anna was slight."
    assert found(text, world) == []
    assert found(text, world, attributes={"build": ("slight", "broad")}) == ["broad"] * 3


def test_a_text_without_colours_on_the_sheet_is_no_contradiction():
    world = canon_of(sheet("Anna Voss", pronouns="she/her", eyes="pale", hair="flaxen, curly"))
    assert found("Anna’s blue eyes narrowed. Anna’s blond hair was wet.", world) == []
    assert found("Anna’s black hair was wet.", world) == ["black"]
