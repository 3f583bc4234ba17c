"""The chapters and scenes of the whole story."""

from fabula_daemon.outlines import Outlines
from fabula_daemon.reading import read_world
from tests.support.stories import story


class Story:
    def __init__(self, root):
        self.world = read_world(root)
        self.texts = {e.path: (root / e.path).read_text("utf-8") for e in self.world.chapters}

    def text(self, path):
        return self.texts.get(path)


def test_places_come_in_reading_order_and_follow_the_text(tmp_path):
    told = Story(story(tmp_path, {"10.md": "# Ten\n\nB.\n", "2.md": "# Two\n\nA.\n\n***\n\nMore of it.\n"}))
    outlines = Outlines(told)
    before = outlines.read()
    assert [(place.name, place.kind, place.line, place.words) for place in before] == [
        ("Two", "chapter", 0, 4),
        ("1 · A.", "scene", 2, 1),
        ("2 · More of it.", "scene", 6, 3),
        ("Ten", "chapter", 0, 1),
        ("1 · B.", "scene", 2, 1),
    ]
    told.texts["manuscript/10.md"] = "# Eleven\n"
    after = outlines.read()
    assert [place.name for place in after[3:]] == ["Eleven"]
    assert all(one is other for one, other in zip(after[:3], before[:3], strict=True))


def test_a_chapter_that_cannot_be_read_is_left_out(tmp_path):
    told = Story(story(tmp_path, {"1.md": "A.", "2.md": "B."}))
    del told.texts["manuscript/1.md"]
    assert [place.path for place in Outlines(told).read()] == ["manuscript/2.md"] * 2
