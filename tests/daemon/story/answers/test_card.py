"""What is known of somebody as of a chapter."""

from dataclasses import replace

from fabula_daemon.story.answers.card import Card, Seen, card, choice, markdown
from fabula_daemon.story.world import timeline
from fabula_daemon.story.world.canon import Canon, Entity
from tests.support.stories import canon_of, sheet

ANNA = """---
name: Anna Orr
aliases: [Nan]
kind: character
pronouns: she/her
age: {value: 30, as_of: 2}
eyes: green
rank:
  - {value: mate, since: 2}
  - {value: master, since: 5}
scar: [{value: on the chin, since: 4}]
mentor: Ben Sand
home: Hull
introduced: 2
died: 8
learns:
  - {fact: the tank is dry, keywords: [dry], chapter: 3}
whereabouts:
  - {place: Hull, from: 3, to: 4}
---

She keeps the [[the Wren|Wren]] afloat. She is afraid of it.
"""
WORLD = canon_of(
    ANNA,
    sheet("Ben Sand"),
    sheet("Hull", kind="place"),
    "---\nname: Crew\nkind: roster\nnames: [Jo Pike]\n---\n",
)


def named(name: str, world: Canon = WORLD) -> Entity:
    return next(entity for entity in world.entities if entity.name == name)


def lines(shown: Card) -> dict[str, str]:
    return {line.label: line.value for line in (*shown.attributes, *shown.relations, *shown.course)}


def cite(path: str, line: int) -> str:
    return f"{path}:{line}"


def test_what_is_not_known_yet_is_not_on_the_card() -> None:
    early, late = lines(card(named("Anna Orr"), WORLD, 2)), lines(card(named("Anna Orr"), WORLD, 5))
    assert early["rank"] == "mate (since chapter 2)"
    assert late["rank"] == "master (since chapter 5)"
    assert not {"scar", "knows", "died", "whereabouts"} & early.keys()
    assert late["scar"] == "on the chin (since chapter 4)"
    assert late["knows"] == "the tank is dry (since chapter 3)"
    assert "died" not in late
    assert lines(card(named("Anna Orr"), WORLD, 8))["died"] == "chapter 8"


def test_before_she_is_introduced_it_says_so_and_not_when() -> None:
    shown = lines(card(named("Anna Orr"), WORLD, 1))
    assert shown["introduced"] == "not yet"
    assert "rank" not in shown


def test_without_a_chapter_all_is_known() -> None:
    shown = lines(card(named("Anna Orr"), WORLD))
    assert (shown["rank"], shown["died"]) == ("master (since chapter 5)", "chapter 8")


def test_each_line_says_where_it_stands() -> None:
    shown = card(named("Anna Orr"), WORLD, 5)
    where = {line.label: ANNA.splitlines()[line.line - 1] for line in (*shown.attributes, *shown.course)}
    assert where["eyes"] == "eyes: green"
    assert where["rank"] == "  - {value: master, since: 5}"
    assert where["knows"] == "  - {fact: the tank is dry, keywords: [dry], chapter: 3}"
    assert shown.sheet == ("world/0.md", 2)


def test_relations_are_to_persons() -> None:
    shown = card(named("Anna Orr"), WORLD, 2)
    assert [line.label for line in shown.relations] == ["mentor"]
    assert "home" in {line.label for line in shown.attributes}


def test_the_first_sentence_says_who() -> None:
    assert card(named("Anna Orr"), WORLD).summary == "She keeps the Wren afloat."


def test_a_stay_ends() -> None:
    shown = {
        chapter: lines(card(named("Anna Orr"), WORLD, chapter)).get("whereabouts") for chapter in (2, 3, 4, 5)
    }
    assert shown == {2: None, 3: "Hull (chapters 3 to 4)", 4: "Hull (chapters 3 to 4)", 5: None}


def test_a_place_tells_who_is_there() -> None:
    assert lines(card(named("Hull"), WORLD, 3)) == {"here": "Anna Orr (chapters 3 to 4)"}
    assert lines(card(named("Hull"), WORLD, 5)) == {}


def test_the_timeline_tells_where_somebody_was_last() -> None:
    rows = ("| chapter | event | who | where |", "|---|---|---|---|", "| 2 | Rain | Anna Orr | Hull |")
    text = "\n".join([*rows, "| 6 | Fog | Nan | Ely |", ""])
    dated, _ = timeline.read("timeline.md", text, {})
    world = Canon(WORLD.entities, WORLD.chapters, dated)
    texts = {"timeline.md": text}
    seen = {c: lines(card(named("Anna Orr"), world, c, texts)).get("last seen") for c in (1, 3, 7)}
    assert seen == {1: None, 3: "Hull (chapter 2: Rain)", 7: "Ely (chapter 6: Fog)"}
    [last] = [line for line in card(named("Anna Orr"), world, 3, texts).course if line.label == "last seen"]
    assert (last.path, last.line) == ("timeline.md", 3)


def test_who_is_only_listed_has_a_short_card() -> None:
    shown = card(named("Jo Pike"), WORLD, 1)
    assert markdown(shown, cite) == "**Jo Pike** · character · world/3.md:4"


def test_markdown_shows_values_as_they_are() -> None:
    world = canon_of(sheet("A*b", motto='"[x](y) _z_ <b>"'))
    shown = markdown(card(world.entities[0], world, 1), cite, chapter=1, seen=Seen("01.md", 7, "A*b left."))
    assert shown == (
        "**A\\*b** · character · as of chapter 1 · world/0.md:2\n\n"
        "- motto: \\[x\\](y) \\_z\\_ \\<b\\> · world/0.md:4\n\n"
        "- last named: 01.md:7 *A\\*b left.*"
    )


def test_a_name_of_several_shows_the_choice() -> None:
    world = canon_of(sheet("Ann Orr"), sheet("Bea Orr"))
    assert choice(world.entities, "Orr", cite) == (
        "**Orr** may be\n- Ann Orr, character · world/0.md:2\n- Bea Orr, character · world/1.md:2"
    )


def test_her_age_is_told_as_of_the_chapter_where_the_timeline_dates_it() -> None:
    rows = "| when | chapter |\n|---|---|\n| 2118-03-03 | 1 |\n| 2119-03-04 | 2 |\n"
    dates, _ = timeline.read("timeline.md", rows, {})
    world = replace(
        canon_of(sheet("Anna Orr", born="2056"), sheet("Ben Sand", age="{value: 30, as_of: 1}")),
        timeline=dates,
    )
    anna, ben = (card(named(name, world), world, 2) for name in ("Anna Orr", "Ben Sand"))
    assert [line.value for line in anna.attributes] == ["2056, so 62 or 63 in chapter 2"]
    assert [line.value for line in ben.attributes] == ["30 (in chapter 1), so 31 or 32 in chapter 2"]


def test_a_rank_by_which_she_is_called_is_no_relation() -> None:
    world = canon_of(sheet("Anna Orr", aliases="[the Commissioner, Commissioner]", rank="Commissioner"))
    assert card(named("Anna Orr", world), world, 1).relations == ()
