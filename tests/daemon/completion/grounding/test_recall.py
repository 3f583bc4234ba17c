"""What is asked of the index at a place, and which of the passages found are worth a prompt."""

from dataclasses import replace

import pytest

from fabula_daemon.completion.grounding import recall
from fabula_daemon.completion.grounding.blocks import fit
from fabula_daemon.completion.grounding.scene import Person, Scene
from fabula_daemon.index.search import Hit
from fabula_daemon.story.passages import Passage
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.text.prose import Paragraph
from fabula_daemon.story.world.canon import Entity

COUPLING = "The coupling let go at once. Rensburg fell against the shed. Nobody said anything for a while."
DINNER = "They had beans that evening. Pereira counted the cans twice. There were nine of them left."


def hit(chapter, text, start=0, score=1.0):
    return Hit(
        f"manuscript/{chapter}.md", start, start + len(text), text, chapter, 1, "A title", score, ("words",)
    )


def chosen(*hits, chapter=5, near="", kept=(), stands=lambda hit: True):
    return list(recall.choose(hits, chapter=chapter, near=near, stands=stands, kept=kept))


def test_only_chapters_before_this_one_count():
    early, same, late = hit(4, COUPLING), hit(5, DINNER), hit(6, DINNER)
    sheet = replace(hit(1, DINNER), chapter=None)
    assert chosen(late, same, sheet, early) == [early]


def test_the_best_few_in_the_storys_order():
    hits = [hit(number, f"{number} {COUPLING}") for number in (4, 2, 3, 1)]
    assert chosen(*hits) == [hits[1], hits[2], hits[0]]
    assert len(hits) > recall.SHOWN == 3


def test_what_stands_at_the_cursor_by_half_is_left_out():
    assert chosen(hit(1, COUPLING), near=f"{COUPLING} And then") == []
    assert chosen(hit(1, f"{COUPLING} {DINNER} {DINNER}"), near=f"{COUPLING} And then") != []
    assert chosen(hit(1, COUPLING), near="The coupling let go at once, said Sarah.") == [hit(1, COUPLING)]


def test_what_the_author_has_taken_out_meanwhile_is_left_out():
    assert chosen(hit(1, COUPLING), hit(2, DINNER), stands=lambda hit: hit.chapter == 2) == [hit(2, DINNER)]


def test_what_was_shown_stays_as_long_as_it_is_found():
    hits = [hit(number, f"{number} {COUPLING}") for number in (1, 2, 3, 4)]
    assert chosen(*hits, kept=(hits[3],)) == [hits[0], hits[1], hits[3]]
    assert chosen(*hits[:3], kept=(hits[3],)) == hits[:3]


def test_of_a_passage_as_much_as_fits_around_what_answers_best():
    block = recall.block([hit(1, COUPLING), hit(2, DINNER, score=2.0)], "who counted the cans of beans")

    def part(room):
        return fit(block, room, lambda text: len(text.split()))

    assert part(8).lines == ("Pereira counted the cans twice.",)
    assert part(13).lines == ("They had beans that evening. Pereira counted the cans twice.",)
    assert part(100).lines == (COUPLING, DINNER)
    assert part(100).told == (
        "chapter 1: “The coupling let go at once. Rensburg fell against the…”",
        "chapter 2: “They had beans that evening. Pereira counted the cans…”",
    )
    assert part(100).left_out == ()
    coupling, dinner = part(100).told
    assert set(part(13).left_out) == {coupling, f"the rest of {dinner}"}


def test_the_end_of_the_chapter_before_is_told_from_its_end():
    block = recall.block([], "", ending="It was dark. She went home. The door closed.")
    assert fit(block, 6, lambda text: len(text.split())).lines == ("The door closed.",)
    assert fit(block, 99, lambda text: len(text.split())).lines == (
        "It was dark. She went home. The door closed.",
    )


@pytest.mark.parametrize("count", [1, 5])
def test_a_question_begins_with_names_and_the_longest_words(count):
    piet, ridge = Entity("Piet Rensburg", "character"), Entity("the Shoulder", "place")
    text = "Rensburg knelt in the gravel over the frozen return line."
    mention = Mention(0, 8, "Rensburg", piet, True, True)
    passages = [Passage(Paragraph(0, "Long before. " * 30), ())] * count
    passages.append(Passage(Paragraph(0, text), (mention,)))
    asked = recall.query(passages, Scene((Person(piet),), things=(ridge,)))
    assert asked.startswith("Rensburg Shoulder frozen gravel return")
    assert asked.endswith(text)
    assert len(asked) < 800
