"""What stands above chapters and scenes."""

from collections import Counter

from fabula_daemon.story.answers.statistics import Figures
from fabula_daemon.story.world.canon import Entity
from fabula_lsp.features.code_lens import describe_chapter, describe_scene


def scene(words, *names):
    return Figures(words, narrated=Counter(Entity(name, "character") for name in names))


def test_a_scene_says_who_is_there_most_named_first():
    assert describe_scene(scene(1200, "Kemi", "Sarah", "Sarah")) == "Sarah, Kemi · 1,200 words"


def test_a_scene_with_nobody_says_so():
    assert describe_scene(scene(1)) == "nobody named · 1 word"


def test_a_crowd_is_cut_short():
    assert describe_scene(scene(9, *"ABCDEFGH")) == "A, B, C, D, E, F, 2 more · 9 words"


def test_a_chapter_says_how_long_it_is():
    assert describe_chapter(Figures(1616, 400), 3) == "1,616 words · 3 scenes · 25% spoken"
    assert describe_chapter(Figures(2, 0), 1) == "2 words · 0% spoken"
