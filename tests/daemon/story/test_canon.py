import pytest

from fabula_daemon.story import canon, sheets
from fabula_daemon.story.canon import derived_forms
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
    assert entity.forms == {"Sarah Chen", "Sarah", "S. Chen", "the Captain", "The Captain"}


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
    world, findings = build(sarah=sheet("Sarah", rank="[{value: captain, since: 02-wire}]", died="03-pencil"))
    assert world.fact(world.entities[0], "rank", 1) is None
    assert world.fact(world.entities[0], "rank", 2) == "captain"
    assert findings == []


@pytest.mark.parametrize(
    "entry",
    [
        {"died": "07-brown"},
        {"introduced": "0"},
        {"rank": "[{value: captain, since: 04-x}]"},
        {"rank": "[{value: captain, since: [2]}]"},
        {"learns": "[{fact: x, chapter: 04-x}]"},
        {"whereabouts": "[{place: x, from: 1, to: 04-x}]"},
    ],
)
def test_a_chapter_that_the_story_has_not_got_is_a_finding(entry):
    _, (finding,) = build(sarah=sheet("Sarah", **entry))
    assert finding.code == "sheet-chapter"
    assert "1 to 3" in finding.message
    start, end = sheets.read("world/sarah.md", sheet("Sarah", **entry))[0].places[next(iter(entry))]
    assert (finding.start, finding.end) == (start, end)


def test_two_sheets_that_claim_one_name_are_a_finding_with_the_other_as_evidence():
    world, (finding,) = build(
        a=sheet("Sarah Chen"), b=sheet("sarah  chen"), c=sheet("Sarah Chen", kind="item")
    )
    assert (finding.path, finding.code) == ("world/b.md", "sheet-duplicate")
    assert finding.evidence[0].path == "world/a.md"
    assert "world/a.md" in finding.message
    assert len(world.entities) == 3


def test_a_roster_may_repeat_a_sheet():
    _, findings = build(
        a=sheet("Sarah Chen"), b="---\nname: Passing\nkind: roster\nnames: [Sarah Chen, Sarah Chen]\n---\n"
    )
    assert findings == []


def test_the_version_changes_with_a_name_and_not_with_a_description():
    one = canon_of(sheet("Sarah Chen", eyes="green"))
    assert one.version == canon_of(sheet("Sarah Chen", eyes="brown") + "More.").version
    assert one.version != canon_of(sheet("Sarah Chen", aliases="[Sal]")).version
    assert one.version != canon_of(sheet("Sarah Chen", pronouns="she/her")).version
