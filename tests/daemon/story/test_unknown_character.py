import pytest

from fabula_daemon.story import checks
from fabula_daemon.story.checks.unknown_character import CODE, similar_names, without_titles
from tests.support.stories import canon_of, checked, sheet

WORLD = canon_of(sheet("Sarah Chen", pronouns="she/her"), sheet("James Hall", pronouns="he/him"))
PATH = "manuscript/01.md"


def findings(text, world=WORLD, off=()):
    return checked(text, world, only=CODE, off=off)


def test_a_stranger_is_a_warning_at_each_mention():
    text = "# One\n\n“Go,” said Sarah.\n\n“No,” said Elena Martinez. Elena Martinez stayed.\n"
    found = findings(text)
    assert [(f.path, f.code, f.severity, f.text) for f in found] == [
        (PATH, CODE, "warning", "Elena Martinez")
    ] * 2
    assert all(text[f.start : f.end] == f.text for f in found)


def test_it_can_be_switched_off():
    assert CODE in checks.codes()
    assert findings("“No,” said Elena Martinez.", off=(CODE,)) == []


def test_a_slip_of_the_pen_is_asked_about():
    (finding,) = findings("“No,” said Sarah Chenko.")
    assert finding.suggestions[0] == "Sarah Chen"
    assert "Did you mean Sarah Chen?" in finding.message


def test_whom_the_title_cannot_mean_is_not_asked_about():
    (finding,) = findings("“No,” said Mr. Chenn.", off=("name-variant",))
    assert finding.suggestions == ()
    (finding,) = findings("“No,” said Miss Chenn.", off=("name-variant",))
    assert "Chen" in finding.suggestions


def test_who_resembles_nobody_is_not():
    (finding,) = findings("“No,” said Elena Martinez.")
    assert finding.suggestions == ()
    assert finding.message == "“Elena Martinez” is nobody in this world: no sheet has the name."


def test_the_name_to_learn_is_without_its_title_unless_that_is_all_that_tells():
    assert [f.data["name"] for f in findings("“No,” said Dr. Martinez.")] == ["Martinez"]
    (finding,) = findings("“No,” said Mrs. Hall.")
    assert finding.data["name"] == "Mrs. Hall"
    assert finding.suggestions == ()


def test_a_name_across_a_line_end_is_said_in_one_line():
    (finding,) = findings("“No,” said Elena\nMartinez.")
    assert finding.text == "Elena\nMartinez"
    assert finding.data["name"] == "Elena Martinez"
    assert "\n" not in finding.message


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Dr. Ann Voss", "Ann Voss"), ("Captain", "Captain"), ("Mr.\nHall", "Hall"), ("Ann", "Ann")],
)
def test_titles_are_left_out(name, bare):
    assert without_titles(name) == bare


def test_a_name_is_not_like_itself():
    assert "Sarah" not in similar_names("Sarah", WORLD)


def test_what_kind_of_stranger_it_is():
    text = "“No,” said Elena Martinez. “No,” said Marcus Okafor. “No,” said Elara. “No,” said Alwyn Prosser."
    drafted = frozenset({"Elena Martinez", "Elena", "Martinez"})
    found = {f.text: f for f in checked(text, WORLD, drafted=drafted, only=CODE)}
    assert {name: finding.data["class"] for name, finding in found.items()} == {
        "Elena Martinez": "drafts",
        "Marcus Okafor": "model-default",
        "Elara": "model-default",
        "Alwyn Prosser": "fresh",
    }
    assert "the drafts have it" in found["Elena Martinez"].message
    assert "language models" in found["Marcus Okafor"].message


def test_a_known_person_s_namesake_is_not_of_the_drafts():
    (finding,) = checked("“No,” said Mrs. Hall.", WORLD, drafted=frozenset({"Hall"}), only=CODE)
    assert finding.data["class"] == "fresh"
