"""What an author may go on with in the front matter of a sheet."""

import pytest

from fabula_daemon.story.answers.sheet_offers import offers
from tests.support.stories import canon_of, sheet

CANON = canon_of(
    sheet("Anna Orr", eyes="green", mentor="Ben Sand", build="slight"),
    sheet("Ben Sand", eyes="green", home="Hull"),
    sheet("Cleo Marsh", eyes="blue", spouse="Anna Orr"),
    sheet("the Wren", kind="item"),
    sheet("Hull", kind="place"),
    sheet("the Dockers", kind="faction"),
)
PEOPLE = ["Anna Orr", "Ben Sand", "Cleo Marsh"]


def offered(text: str, **attributes: tuple[str, ...]) -> tuple[int, list[str]] | None:
    """Return what is offered at the | of a text, and how much of it is there."""
    found = offers(text.replace("|", "", 1), text.index("|"), CANON, attributes)
    return None if found is None else (found[0], [offer.text for offer in found[1]])


@pytest.mark.parametrize(
    "text", ["|", "Anna |", "---\nname: X\n---\n|", "---\nname: X\n---\nThe ki|", "--|-\n"]
)
def test_only_front_matter_is_completed(text: str) -> None:
    assert offered(text) is None


def test_keys_that_are_there_are_not_offered_again_and_the_usual_come_first() -> None:
    begun, keys = offered("---\nname: X\nkind: character\nal|\n---\n") or (0, [])
    assert begun == 2
    assert keys[:2] == ["aliases", "eyes"]
    assert not {"name", "kind"} & set(keys)
    assert {"died", "learns", "whereabouts", "build"} <= set(keys)


def test_a_place_has_no_eyes() -> None:
    _, keys = offered("---\nkind: place\n|") or (0, [])
    assert not {"eyes", "pronouns", "spouse"} & set(keys)


@pytest.mark.parametrize(("text", "behind"), [("ey|", ": "), ("ey|es: green", ""), ("ey|: green", "")])
def test_a_key_brings_its_colon_unless_that_is_there(text: str, behind: str) -> None:
    text = f"---\n{text}\n---\n"
    found = offers(text.replace("|", ""), text.index("|"), CANON)
    assert found is not None
    assert {offer.behind for offer in found[1]} == {behind}


@pytest.mark.parametrize(
    ("text", "begun", "values"),
    [
        ("eyes: |", 0, ["green", "blue"]),
        ("eyes: gr|", 2, ["green", "blue"]),
        ("build: |", 0, ["broad", "slight"]),
        ("mentor: Be|", 2, PEOPLE),
        ("mentor: [Anna Orr, B|", 1, PEOPLE),
        ('spouse: "[[An|', 2, PEOPLE),
        ("brother:\n  - An|", 2, PEOPLE),
        ("home: |", 0, ["Hull", "the Wren", "the Dockers"]),
        ("Home: |", 0, ["Hull", "the Wren", "the Dockers"]),
        ("faction: |", 0, ["the Dockers", "the Wren", "Hull"]),
        ("whereabouts: [{place: Hu|", 2, ["Hull", "the Wren", "the Dockers"]),
        ("whereabouts:\n  - {place: Hull, fr|", 2, ["place", "from", "to"]),
        ("rank:\n  - {|", 0, ["value", "since", "as_of"]),
        ("eyes:\n  - {value: b|", 1, ["green", "blue"]),
        ("pronouns: |", 0, ["she/her", "he/him", "they/them"]),
        ("aliases: [|", 0, []),
    ],
)
def test_values_are_those_that_fit_the_key(text: str, begun: int, values: list[str]) -> None:
    assert offered(f"---\nname: X\n{text}", build=("broad", "slight")) == (begun, values)


@pytest.mark.parametrize(
    "text", ["died: |", "eyes: [{value: blue, since: |", "learns:\n  - {fact: a, chapter: |"]
)
def test_chapters_are_offered_by_number_and_by_file(text: str) -> None:
    _, values = offered(f"---\n{text}") or (0, [])
    assert values == [*map(str, range(1, 10)), *(f"{number:02}" for number in range(1, 10))]


def test_every_kind_is_offered() -> None:
    _, kinds = offered("---\nkind: |") or (0, [])
    assert {"character", "place", "roster"} <= set(kinds)
