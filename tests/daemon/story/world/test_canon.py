import pytest

from fabula_daemon.story.world import canon, sheets
from fabula_daemon.story.world.canon import derived_forms, once_a_canon
from tests.support.stories import canon_of, sheet

CHAPTERS = ["manuscript/01-dip.md", "manuscript/02-wire.md", "manuscript/03-pencil.md"]


def build(**texts):
    read = [sheets.read(f"world/{name}.md", text)[0] for name, text in texts.items()]
    return canon.build(read, CHAPTERS)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Sarah", {"Sarah"}),
        ("Sarah Chen", {"Sarah Chen", "Sarah", "Chen", "S. Chen"}),
        (
            "Dr. Ann Marie Okonjo",
            {"Ann Marie Okonjo", "Ann Okonjo", "Ann", "Okonjo", "A. Okonjo", "A. M. Okonjo"},
        ),
        ("Ludwig van der Berg", {"Ludwig van der Berg", "Ludwig", "Berg", "van der Berg", "L. van der Berg"}),
        ("Leonard Garrity Jr.", {"Leonard Garrity", "Leonard", "Garrity", "L. Garrity"}),
        ("the night clerk", set()),
        ("Captain", set()),
    ],
)
def test_the_shorter_forms_of_a_name(name, forms):
    assert derived_forms(name) == forms


def test_the_forms_of_a_character_are_its_names_and_what_derives_from_them_without_what_is_not():
    (entity,) = canon_of(sheet("Sarah Chen", aliases="[the Captain]", not_="[Chen]")).entities
    assert entity.forms == {
        *("Sarah Chen", "Sarah", "S. Chen", "the Captain", "The Captain"),
        *("Sally", "Sal", "Sadie", "Sally Chen", "Sal Chen", "Sadie Chen"),
    }


def test_a_thing_has_its_names_with_and_without_the_article():
    (entity,) = canon_of(sheet("the Water Book", kind="item")).entities
    assert entity.forms == {"the Water Book", "The Water Book", "Water Book"}


def test_a_description_is_no_form_and_its_names_are():
    (entity,) = canon_of(sheet("the artilleryman", named="false", aliases="[Orr, that man]")).entities
    assert entity.forms == {"Orr"}


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        (sheet("Robin Hall", pronouns="she/her"), "f"),
        (sheet("Robin Hall", pronouns="He/Him"), "m"),
        (sheet("Mrs. Hall", pronouns="they/them"), None),
        (sheet("Mrs. Hall"), "f"),
        (sheet("Mrs. Hall", pronouns=""), "f"),
        (sheet("Hall", aliases="[Mr. Hall]"), "m"),
        (sheet("Robin Hall"), None),
    ],
)
def test_the_gender_that_a_sheet_tells(text, gender):
    assert canon_of(text).entities[0].gender == gender


def test_a_roster_makes_people_known():
    world = canon_of("---\nname: Passing\nkind: roster\nnames: [Anders Lund, Mrs. Teale]\n---\n")
    assert [(entity.name, entity.kind) for entity in world.entities] == [
        ("Anders Lund", "character"),
        ("Mrs. Teale", "character"),
    ]


def test_notes_rules_and_proposals_are_not_canon():
    world = canon_of("A note.\n", sheet("Rules", kind="rule"), sheet("Jonah", proposed="true"))
    assert world.entities == ()


def test_a_fact_holds_from_its_chapter_on_in_whatever_order_it_is_written():
    world = canon_of(
        sheet("Sarah", rank="[{value: major, since: 03}, {value: captain, since: 2}]", eyes="green"),
    )
    (sarah,) = world.entities
    assert [world.fact(sarah, "rank", chapter) for chapter in (1, 2, 3, 4)] == [
        None,
        "captain",
        "major",
        "major",
    ]
    assert world.fact(sarah, "eyes", 1) == "green"
    assert world.fact(sarah, "height", 1) is None


def test_a_fact_may_name_its_chapter_by_the_file():
    world = build(sarah=sheet("Sarah", rank="[{value: captain, since: 02-wire}]", died="03-pencil"))
    assert world.fact(world.entities[0], "rank", 1) is None
    assert world.fact(world.entities[0], "rank", 2) == "captain"


def test_an_alias_that_is_a_stop_word_or_a_letter_is_no_form():
    world = canon_of(sheet("Sarah Chen", aliases="[The, S, I, Sal]"), sheet("X", kind="item"))
    assert {"The", "S", "I"}.isdisjoint(world.owners)
    assert {"Sal", "X", "S. Chen"} <= world.owners.keys()


def test_what_is_derived_from_a_canon_is_derived_once():
    asked = []
    count = once_a_canon(lambda canon: asked.append(canon) or len(canon.entities))
    one, other = canon_of(sheet("Anna")), canon_of()
    assert [count(one), count(one), count(other)] == [1, 1, 0]
    assert len(asked) == 2


def test_a_name_is_found_if_one_bears_it_or_one_bears_it_as_written():
    world = canon_of(sheet("Sarah Chen"), sheet("Lin Chen"), sheet("Chen"))
    assert [entity and entity.name for entity in map(world.find, ("Sarah", "Chen", "S. Chen", "Orr"))] == [
        "Sarah Chen",
        "Chen",
        "Sarah Chen",
        None,
    ]


def test_the_version_changes_with_a_name_and_not_with_a_description():
    one = canon_of(sheet("Sarah Chen", eyes="green"))
    assert one.version == canon_of(sheet("Sarah Chen", eyes="brown") + "More.").version
    assert one.version != canon_of(sheet("Sarah Chen", aliases="[Sal]")).version
    assert one.version != canon_of(sheet("Sarah Chen", pronouns="she/her")).version
