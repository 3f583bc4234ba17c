import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.world import sheets
from fabula_daemon.story.world.sheets import Fact

PATH = "world/characters/sarah.md"


def read(matter, path=PATH, body="", end="\n"):
    return sheets.read(path, end.join(["---", *matter.splitlines(), "---", body]))


def complaints(matter, path=PATH):
    return [(finding.code, finding.message) for finding in read(matter, path)[1]]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sheet_in_full(end):
    sheet, findings = read(
        "name: Sarah Chen\nkind: character\naliases: [Captain Chen, Sal]\nnot: [Chen Street]\n"
        "introduced: 1\ndied: 08-all-the-heat\nlearns: [{fact: the zero, chapter: 5}]\n"
        "whereabouts:\n  - {place: Ferrier, from: 4, to: 6}\nmother: Ada Chen\nage: 34",
        body="Born under the dome.",
        end=end,
    )
    assert findings == []
    assert (sheet.name, sheet.kind, sheet.aliases, sheet.excluded) == (
        "Sarah Chen",
        "character",
        ("Captain Chen", "Sal"),
        ("Chen Street",),
    )
    assert (sheet.introduced, sheet.died) == (1, "08-all-the-heat")
    assert sheet.learns == ({"fact": "the zero", "chapter": 5},)
    assert sheet.whereabouts == ({"place": "Ferrier", "from": 4, "to": 6},)
    assert sheet.facts == {"mother": (Fact("Ada Chen"),), "age": (Fact(34),)}
    assert sheet.body.strip() == "Born under the dome."
    assert sheet.named
    assert not sheet.proposed


def test_a_value_that_changes_is_a_list_of_values_with_their_chapters():
    sheet, _ = read("name: Sarah\nrank:\n  - {value: cadet}\n  - {value: captain, since: 3}")
    assert sheet.facts["rank"] == (Fact("cadet"), Fact("captain", 3))


def test_without_front_matter_it_is_a_note_named_after_its_file():
    sheet, findings = sheets.read("world/the vents.md", "Everything smells of *iron*.\n")
    assert (sheet.name, sheet.kind, sheet.body) == ("the vents", "note", "Everything smells of *iron*.\n")
    assert findings == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("world/characters/x.md", "character"),
        ("world/Characters/crew/x.md", "character"),
        ("world/places/x.md", "place"),
        ("world/x.md", "note"),
    ],
)
def test_without_a_kind_the_folder_tells(path, kind):
    assert read("name: X", path)[0].kind == kind


def test_a_kind_may_be_written_with_a_capital():
    sheet, findings = read("name: X\nkind: Place")
    assert (sheet.kind, findings) == ("place", [])


def test_names_that_yaml_would_take_for_something_else_stay_names():
    sheet, findings = read("name: No\naliases:\n  - Yes\n  - 007\n  - ~\n  - 2026-01-01")
    assert (sheet.name, sheet.aliases) == ("No", ("Yes", "007", "2026-01-01"))
    assert findings == []


def test_one_alias_needs_no_list():
    assert read("name: Sarah\naliases: Captain  Chen")[0].aliases == ("Captain Chen",)


@pytest.mark.parametrize(
    ("matter", "code", "expected"),
    [
        ("kind: character", "sheet-name", "Add a line `name: …`"),
        ("name:\nkind: character", "sheet-name", "it is called sarah"),
        ("name: [Sarah]", "sheet-name", "no name"),
        ("name: Sarah\nkind: charcter", "sheet-kind", "There are character, place"),
        ("name: Sarah\nkind: [a]", "sheet-kind", "no kind"),
        ("name: Sarah\naliases: {a: b}", "sheet-front-matter", "list of names"),
        ("name: Sarah\ndied: [3]", "sheet-chapter", "its number"),
        ("name: Sarah\ndied: yes", "sheet-chapter", "its number"),
        ("name: Sarah\nlearns: [the zero]", "sheet-front-matter", "in braces"),
        ("name: Sarah\naliases: [Captain", "sheet-front-matter", "bracket is opened"),
    ],
)
def test_what_is_wrong_is_a_finding_that_says_what_is_expected(matter, code, expected):
    ((found, message),) = complaints(matter)
    assert found == code
    assert expected in message


def test_a_kind_that_there_is_not_is_quoted():
    ((_, message),) = complaints("name: Sarah\nkind: villain")
    assert message.startswith("“villain” is no kind of sheet.")


def test_a_sheet_that_does_not_count_yet_says_so_except_where_proposals_are():
    sheet, (finding,) = read("name: Sarah\nproposed: true")
    assert sheet.proposed
    assert (finding.code, finding.severity, finding.text) == (
        "sheet-proposed",
        "information",
        "proposed: true",
    )
    assert "does not count yet" in finding.message
    assert read("name: Sarah\nproposed: true", "world/proposed/sarah.md")[1] == []
    assert read("name: Sarah\nproposed: false")[1] == []


def test_a_sheet_without_a_name_goes_by_its_file():
    sheet, _ = read("kind: character")
    assert (sheet.name, sheet.titled) == ("sarah", False)


def test_a_finding_stands_at_the_entry_that_is_wrong():
    _, (finding,) = read("name: Sarah\nkind: charcter\nage: 34")
    assert finding.text == "kind: charcter"


def test_a_sheet_that_cannot_be_read_is_none_and_one_with_a_fault_keeps_the_rest():
    assert read("name: [Sarah")[0] is None
    assert read("name: Sarah\nname: Jonah")[0].name == "Sarah"


@given(
    st.lists(
        st.sampled_from(
            [
                "name",
                "aliases",
                "kind",
                "not",
                "names",
                "named",
                "died",
                "learns",
                "whereabouts",
                "age",
                ": ",
                "\n",
                "x",
                "[",
                "]",
                "{",
                "}",
                "- ",
                "value",
                "since",
                "3",
                "true",
                "~",
                "'",
                "&a",
                "*a",
                ", ",
                "---\n",
                "1.5",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_text_whatever_raises(text):
    for whole in (text, f"---\n{text}\n---\n", f"---\nname: X\n{text}\n---\n"):
        _, findings = sheets.read(PATH, whole)
        for finding in findings:
            assert finding.text == whole[finding.start : finding.end]
