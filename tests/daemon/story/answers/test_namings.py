"""Who and what is named in a file, world files included."""

from collections.abc import Iterable

import pytest

from fabula_daemon.story.answers.namings import Namer, Naming, pattern
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.text import prose
from fabula_daemon.story.text.links import Targets
from fabula_daemon.story.world.canon import Canon, Entity
from tests.support.stories import canon_of, sheet

WORLD = canon_of(
    sheet("Anna Orr", aliases="[Nan]"),
    sheet("Ben Orr", pronouns="he/him"),
    sheet("Cleo Marsh"),
    sheet("Hull", kind="place"),
    sheet("the Wren", kind="item"),
    "---\nname: Crew\nkind: roster\nnames: [Jo Pike]\n---\n",
)


def namer(world: Canon = WORLD, *texts: str) -> Namer:
    paths = [entity.path or "" for entity in world.entities]
    return Namer(Reader(world, observe(texts)), Targets(paths, world).find)


def told(namings: Iterable[Naming]) -> list[tuple[str, str | None]]:
    found = sorted(namings, key=lambda naming: naming.start)
    return [(naming.text, naming.entity.name if naming.entity else None) for naming in found]


def of_chapter(text: str, world: Canon = WORLD) -> list[tuple[str, str | None]]:
    chapter, reading = prose.parse(text), namer(world, text)
    return told(reading.of_chapter(chapter, reading.passages(chapter)))


def named(name: str) -> Entity:
    return next(entity for entity in WORLD.entities if entity.name == name)


def test_persons_places_and_things_are_named() -> None:
    assert of_chapter("Anna left Hull in the Wren. Nan’s hat stayed.") == [
        ("Anna", "Anna Orr"),
        ("Hull", "Hull"),
        ("the Wren", "the Wren"),
        ("Nan", "Anna Orr"),
    ]


def test_a_name_that_is_somebody_elses_is_not_hers() -> None:
    assert of_chapter("“No,” said Anna Hull. Miss Anna Finch nodded.") == []


def test_who_is_in_the_scene_is_meant_and_a_new_scene_knows_nobody() -> None:
    text = "Ben came in.\n\nOrr sat down.\n\n***\n\nOrr slept.\n"
    assert of_chapter(text) == [("Ben", "Ben Orr"), ("Orr", "Ben Orr"), ("Orr", None)]


def test_headings_and_links_are_names_too() -> None:
    assert of_chapter("# ANNA\n\nIt was [[the Wren|her ship]].\n") == [
        ("ANNA", "Anna Orr"),
        ("the Wren", "the Wren"),
    ]


@pytest.mark.parametrize("name", ["Anna Orr", "Ben Orr", "Cleo Marsh", "Hull", "the Wren"])
def test_reading_for_one_name_finds_what_reading_everything_finds(name: str) -> None:
    text = (
        "Cleo saw Hull.\n\nBen came in.\n\nNobody spoke.\n\nOrr sat down with the Wren.\n\n***\n\n"
        "Anna slept. ORR snored.\n\nOrr woke, and so did Cleo Marsh.\n\n# Hull\n\nOrr.\n\n"
        "Nan and Ben Orr’s boat.\n"
    )
    chapter, reading, entity = prose.parse(text), namer(WORLD, text), named(name)
    wanted = [n for n in reading.of_chapter(chapter, reading.passages(chapter)) if entity in n.bearers]
    found = namer(WORLD, text)
    passages = found.passages_with(chapter, entity)
    assert told(n for n in found.of_chapter(chapter, passages) if entity in n.bearers) == told(wanted)


@pytest.mark.parametrize("text", ["ANNA  ORR", "Nan", "Anna\nOrr", "Orr", "A. Orr"])
def test_the_first_look_misses_nothing(text: str) -> None:
    assert pattern(named("Anna Orr")).search(text)


def test_the_first_look_knows_every_apostrophe_and_hyphen() -> None:
    world = canon_of(sheet("Jean-Luc O'Brien"))
    assert all(pattern(world.entities[0]).search(text) for text in ("Jean‑Luc", "O’Brien", "OʼBRIEN"))


def test_a_sheet_names_in_its_keys_its_links_and_its_text() -> None:
    text = (
        "---\nname: Cleo Marsh\nkind: character\nmother: Anna Orr\nnot: [Anna]\nhome: Hull\n---\n"
        "Sails [[the Wren|her]] with [[world/1.md|him]] and Nan; Jo Pike knows.\n"
    )
    assert told(namer().of_sheet("world/2.md", text)) == [
        ("Cleo Marsh", "Cleo Marsh"),
        ("Anna Orr", "Anna Orr"),
        ("Hull", "Hull"),
        ("the Wren", "the Wren"),
        ("1", "Ben Orr"),
        ("Nan", "Anna Orr"),
        ("Jo Pike", "Jo Pike"),
    ]


def test_in_her_own_sheet_the_name_is_hers() -> None:
    text = "---\nname: Anna Orr\naliases: [Orr, Nan]\n---\nOrr is tired.\n"
    assert told(namer().of_sheet("world/0.md", text)) == [
        ("Anna Orr", "Anna Orr"),
        ("Orr", "Anna Orr"),
        ("Nan", "Anna Orr"),
        ("Orr", "Anna Orr"),
    ]


def test_who_has_no_name_is_named_in_the_sheet_alone() -> None:
    world = canon_of("---\nname: the clerk\nkind: character\nnamed: false\n---\n")
    text = world.entities[0].sheet.text if world.entities[0].sheet else ""
    assert told(namer(world).of_sheet("world/0.md", text)) == [("the clerk", "the clerk")]
    assert of_chapter("Then the clerk came.", world) == []


def test_rules_and_timelines_are_read_for_what_they_tell() -> None:
    assert told(namer().of_sheet("rules.md", "---\nforbid: [Hull]\n---\nNobody leaves Hull.\n")) == [
        ("Hull", "Hull")
    ]
    rows = "| when | who | where |\n|---|---|---|\n| 2118 | Anna Orr, Ben Orr | the Wren |\n"
    assert told(namer().of_sheet("timeline.md", rows)) == [
        ("Anna Orr", "Anna Orr"),
        ("Ben Orr", "Ben Orr"),
        ("the Wren", "the Wren"),
    ]


def test_a_roster_may_repeat_a_sheet() -> None:
    world = canon_of(sheet("Jo Pike"), "---\nname: Crew\nkind: roster\nnames: [Jo Pike]\n---\n")
    assert of_chapter("Then Jo Pike came.", world) == [("Jo Pike", "Jo Pike")]


@pytest.mark.parametrize(
    "text", ["", "---\n", "---\nname: [\n---\n", "[[", "[[]]", "[[ | ]]", "---\n- a\n---\n[[Hull]"]
)
def test_broken_files_are_read_as_far_as_they_go(text: str) -> None:
    assert told(namer().of_sheet("world/9.md", text)) in ([], [("Hull", "Hull")])
