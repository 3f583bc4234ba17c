"""The contradiction bench itself: what it writes into a story, where, and how it judges what is found."""

import random
import re
from pathlib import Path

import pytest

from tests.benchmarks.contradictions import bench, in_place, injecting, scoring, stories, values
from tests.benchmarks.contradictions.distractors import DISTRACTORS
from tests.benchmarks.contradictions.filling import Task, slipped
from tests.benchmarks.contradictions.forms import FORMS
from tests.benchmarks.contradictions.injecting import Change
from tests.benchmarks.contradictions.stories import Story

ANNA = """---
name: Anna Orlova
aliases: [Anna]
kind: character
pronouns: she/her
eyes: green
age: {value: 40, as_of: 1}
rank: [{value: Sergeant, since: 1}, {value: Captain, since: 3}]
---
"""
BORIS = """---
name: Boris Petrenko
aliases: [Petrenko]
kind: character
pronouns: he/him
died: 2
---
"""
CHAPTERS = (
    "Petrenko opened the door.\n\nAnna turned her green eyes to the sea. The sea was calm.",
    "Petrenko looked at the sky, and the sky was red.\n\nNobody spoke for a while.",
    "Anna stood by the wall.\n\nThe evening was long and there was nothing left to do.",
    "It was morning.\n\nThe harbour lay empty under the hill.",
)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    (tmp_path / "manuscript").mkdir()
    (tmp_path / "world" / "characters").mkdir(parents=True)
    (tmp_path / "fabula.toml").write_text('[story]\ntitle = "A small one"\n')
    (tmp_path / "world" / "characters" / "anna.md").write_text(ANNA)
    (tmp_path / "world" / "characters" / "boris.md").write_text(BORIS)
    for number, text in enumerate(CHAPTERS, start=1):
        (tmp_path / "manuscript" / f"{number:02}.md").write_text(text)
    return stories.read(tmp_path)


def some(story: Story, kind: str, form: str, manner: str = "", harmless: str = "") -> list[Change]:
    return list(injecting.changes(story, Task(kind, form, manner, harmless), "seed"))


def test_every_kind_has_twelve_forms_and_harmless_counterparts() -> None:
    assert all(len(forms) >= 12 for forms in FORMS.values())
    assert FORMS.keys() == DISTRACTORS.keys() == scoring.EXPECTED.keys()


def test_the_same_seed_gives_the_same_changes(story: Story) -> None:
    assert some(story, "eyes", "{name} had {value} eyes.") == some(story, "eyes", "{name} had {value} eyes.")


def test_an_attribute_is_gainsaid_where_its_person_is_there(story: Story) -> None:
    changes = some(story, "eyes", "{name} had {value} eyes.")
    assert changes
    for change in changes:
        assert re.fullmatch(r"Anna(?: Orlova)? had (?:brown|black|blue|violet) eyes\.", change.sentence)
        assert change.chapter.number in (1, 3)


def test_a_fact_is_what_the_sheet_says_as_of_the_chapter(story: Story) -> None:
    ranks = {(c.chapter.number, c.sentence) for c in some(story, "rank", "{Rank} {name} came.")}
    assert ranks == {(1, "Captain Orlova came."), (3, "Sergeant Orlova came.")}


def test_a_pronoun_stands_behind_a_sentence_about_its_person(story: Story) -> None:
    for change in some(story, "eyes", "{Their} eyes were {value}."):
        before = change.chapter.text[: change.start] + change.text[: change.at]
        assert before.rstrip().rpartition("\n")[2].startswith("Anna")


def test_only_the_dead_are_raised_and_only_after_their_death(story: Story) -> None:
    changes = some(story, "deceased", "{name} laughed.")
    assert {change.who for change in changes} == {"Boris Petrenko"}
    assert {change.chapter.number for change in changes} == {3, 4}


def test_a_misspelling_is_no_other_word(story: Story) -> None:
    chance = random.Random(1)
    slips = {slipped(story, "Petrenko", slip, chance) for slip in values.SLIPS}
    assert len(slips) == len(values.SLIPS)
    assert not {str(slip).casefold() for slip in slips - {"petrenko"}} & story.words


def test_a_stated_fact_is_changed_in_its_own_sentence(story: Story) -> None:
    eyes = [change for change in in_place.found(story, "seed") if change.task.kind == "eyes"]
    assert [story.chapters[0].text[change.start : change.end] for change in eyes] == ["green"]


def test_facts_are_added_only_where_the_story_gives_none(story: Story) -> None:
    enriched = stories.enrich(story, random.Random(1))
    anna, boris = sorted(enriched.people, key=lambda person: person.name)
    assert enriched.fact(anna, "eyes", 1) == "green"
    assert enriched.fact(boris, "eyes", 1) in values.EYES


def test_findings_are_dealt_to_the_changes_they_touch_and_to_those_of_the_right_code(story: Story) -> None:
    change = some(story, "unknown", "{given} laughed.", manner="given")[0]
    outcome = scoring.read(story, [change], scoring.baseline(story))
    assert [record["code"] for record in outcome.answers[0].right] == ["unknown-character"]
    assert outcome.answers[0].wrong == ()
    assert outcome.elsewhere == ()
    assert stories.read(story.root).chapters == story.chapters


def test_what_the_untouched_story_shows_is_not_counted(story: Story) -> None:
    (story.root / "manuscript" / "04.md").write_text(CHAPTERS[3] + "\n\n“Well?” said Thaddeus.")
    story = stories.read(story.root)
    harmless = some(story, "unknown", "It was raining.", manner="full", harmless="weather")
    change = next(change for change in harmless if change.chapter.number == 4)
    outcome = scoring.read(story, [change], scoring.baseline(story))
    assert outcome.answers[0].wrong == ()
    assert outcome.elsewhere == ()


def test_changes_read_at_once_do_not_meet(story: Story) -> None:
    wanted = [some(story, "unknown", f"{form} {{given}} laughed.", "given") for form in ("Then", "Now", "So")]
    for batch in scoring.batches(wanted):
        assert len({change.chapter.number for change in batch}) == len(batch)


def test_a_false_alarm_costs_precision_and_a_miss_recall(story: Story) -> None:
    change = some(story, "unknown", "{given} laughed.", manner="given")[0]
    harmless = some(story, "unknown", "It rained.", harmless="weather")[0]
    found, missed = scoring.Answer("a", change, ({},), ()), scoring.Answer("a", change, (), ())
    score = bench.Score((found, missed, scoring.Answer("a", harmless, (), ({},))), ())
    assert score.recall == 0.5
    assert score.precision == 0.5


def test_numbers_are_written_as_novelists_write_them() -> None:
    assert [values.in_words(n) for n in (7, 30, 62)] == ["seven", "thirty", "sixty-two"]
    assert [values.ordinal(n) for n in (12, 30, 41)] == ["twelfth", "thirtieth", "forty-first"]
    assert [values.decade(n) for n in (44, 52)] == ["forties", "fifties"]
