"""`[[Links]]`, and where they lead."""

import pytest

from fabula_daemon.story.text.links import Targets, links
from tests.support.stories import canon_of, sheet

PATHS = ["world/0.md", "world/places/Hull.md", "world/notes/old/Hull.md", "manuscript/01-the-dip.md"]
TARGETS = Targets(
    PATHS, canon_of(sheet("Sarah Chen", aliases="[Miss Chen]"), sheet("Hull", aliases="[Miss Chen]"))
)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("See [[Hull]] and [[Sarah Chen|her]].", ["Hull", "Sarah Chen"]),
        ("[[Hull#The docks]], [[Hull^a1b2|there]], ![[map.png]]", ["Hull", "Hull", "map.png"]),
        ("| [[Hull\\|the town]] |", ["Hull"]),
        ("[[  Sarah   Chen ]]", ["Sarah Chen"]),
        ("[[]] [[#Here]] [[|x]] [[a\nb]] [Hull] [[Hull] [[ ]]", []),
    ],
)
def test_what_is_a_link(text, targets):
    assert [link.target for link in links(text)] == targets


def test_a_link_stands_where_its_brackets_do():
    text = "See [[Hull|the town]]."
    assert [text[link.start : link.end] for link in links(text)] == ["[[Hull|the town]]"]


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("Sarah Chen", "world/0.md"),
        ("sarah chen", "world/0.md"),
        ("Miss Chen", "world/0.md"),
        ("Hull", "world/places/Hull.md"),
        ("hull.md", "world/places/Hull.md"),
        ("old/Hull", "world/notes/old/Hull.md"),
        ("01-the-dip", "manuscript/01-the-dip.md"),
        ("Nobody", None),
        ("ull", None),
    ],
)
def test_a_target_is_a_file_or_a_name(target, path):
    assert TARGETS.find(target) == path
