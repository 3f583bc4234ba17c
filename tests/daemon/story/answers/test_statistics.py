"""A story in figures."""

import pytest

from fabula_daemon.story.answers import statistics
from fabula_daemon.story.people.mentions import Reader
from fabula_daemon.story.people.names import observe
from fabula_daemon.story.text import prose
from tests.support.stories import canon_of, sheet

WORLD = canon_of(sheet("Sarah Chen"), sheet("Kemi Okonjo"), sheet("Tunde Okonjo"))


def figures(text, path="manuscript/1.md", number=1):
    read = prose.parse(text)
    reader = Reader(WORLD, observe(p.text for p in read.paragraphs if p.kind == "prose"))
    named = {p.start: reader.read(p.text) for p in read.paragraphs if p.kind == "prose"}
    return statistics.chapter(path, number, read, named)


def names(counts):
    return {getattr(who, "name", who): count for who, count in counts.items()}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("One word.", 2),
        ("A half-light, and she didn’t – she couldn't —", 7),
        ("the waters—and the wells… 3.5 litres, N.A.S.A.", 8),
        ("* * * _ 😀", 0),
        ("Élodie mangea l’œuf", 3),
    ],
)
def test_a_word_is_what_a_reader_would_count(text, count):
    assert statistics.count_words(text) == count


def test_headings_and_comments_are_not_counted():
    assert figures("---\ntitle: One\n---\n\n# The Dip\n\nSarah ran. <!-- not yet -->\n").figures.words == 2


def test_a_chapter_is_the_sum_of_its_scenes():
    chapter = figures("# The Dip\n\nSarah ran.\n\n* * *\n\nSarah sat. Kemi stood.\n\nNobody came.\n")
    assert chapter.title == "The Dip"
    assert [(scene.number, scene.figures.words) for scene in chapter.scenes] == [(1, 2), (2, 6)]
    assert chapter.figures.words == 8
    assert names(chapter.figures.named) == {"Sarah Chen": 2, "Kemi Okonjo": 1}


def test_the_share_of_dialogue_counts_words():
    chapter = figures("“Go now, please,” said Sarah. She sat down.\n\nNobody moved.")
    assert chapter.figures.dialogue == pytest.approx(3 / 10)
    assert figures("").figures.dialogue == 0.0


def test_who_is_only_talked_of_is_not_present():
    chapter = figures("“Where is Kemi?” said Sarah. “Sarah nodded. Kemi will come.”")
    assert names(chapter.figures.named) == {"Sarah Chen": 2, "Kemi Okonjo": 2}
    assert [entity.name for entity in chapter.figures.present] == ["Sarah Chen"]


def test_a_stranger_is_counted_apart_and_a_name_of_several_is_nobodys():
    chapter = figures("“Go,” said Captain Elena Martinez. Sarah went. It was Okonjo.")
    assert names(chapter.figures.strangers) == {"Elena Martinez": 1}
    assert names(chapter.figures.shared) == {"Okonjo": 1}
    assert names(chapter.figures.named) == {"Sarah Chen": 1}


def test_a_stranger_with_a_surname_alone_keeps_the_title():
    text = "“Go,” said Mrs. Hall. “No,” said Captain Prosser. “Yes,” said Miss Elena Martinez."
    assert names(figures(text).figures.strangers) == {"Mrs. Hall": 1, "Prosser": 1, "Elena Martinez": 1}


def test_the_record_is_complete():
    one = figures("# One\n\n“Kemi?” said Sarah.\n", "manuscript/1.md", 1)
    two = figures("Sarah waited. “Yes,” said Elena Martinez.\n", "manuscript/2.md", 2)
    record = statistics.as_record([one, two])
    assert (record["words"], record["dialogue"]) == (9, round(2 / 9, 4))
    assert record["chapters"][0] == {
        "path": "manuscript/1.md",
        "number": 1,
        "title": "One",
        "words": 3,
        "dialogue": 0.3333,
        "characters": {"Kemi Okonjo": 1, "Sarah Chen": 1},
        "present": ["Sarah Chen"],
        "scenes": [
            {
                "number": 1,
                "start": 7,
                "end": 26,
                "words": 3,
                "dialogue": 0.3333,
                "characters": {"Kemi Okonjo": 1, "Sarah Chen": 1},
                "present": ["Sarah Chen"],
            }
        ],
    }
    assert record["characters"][0] == {
        "name": "Sarah Chen",
        "kind": "character",
        "sheet": "world/0.md",
        "mentions": 2,
        "narrated": 2,
        "chapters": {"manuscript/1.md": 1, "manuscript/2.md": 1},
    }
    assert record["strangers"] == [
        {"name": "Elena Martinez", "mentions": 1, "chapters": {"manuscript/2.md": 1}}
    ]
    assert record["shared"] == []


def test_no_story_has_no_figures():
    assert statistics.as_record([]) == {
        "words": 0,
        "dialogue": 0.0,
        "chapters": [],
        "characters": [],
        "strangers": [],
        "shared": [],
    }
