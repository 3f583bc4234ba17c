import pytest

from fabula_daemon.story.passages import Focus
from fabula_daemon.story.people.linking import link
from tests.support.stories import canon_of, mentions, sheet

WORLD = canon_of(
    sheet("Kemi Okonjo", pronouns="she/her"),
    sheet("Tunde Okonjo", pronouns="he/him"),
    sheet("Ada Okonjo", pronouns="she/her"),
    sheet("James Hall"),
)
KEMI, TUNDE, ADA, HALL = WORLD.characters


def linked(text, *recent):
    found = mentions(WORLD, text)
    return [(m.text, m.entity.name if m.entity else None) for m in link(found, Focus(recent=recent))]


@pytest.mark.parametrize(
    ("text", "recent", "expected"),
    [
        ("It was Okonjo.", (), [("Okonjo", None)]),
        ("It was Okonjo.", (HALL, TUNDE, KEMI), [("Okonjo", "Tunde Okonjo")]),
        ("Kemi came, and Okonjo sat.", (TUNDE,), [("Kemi", "Kemi Okonjo"), ("Okonjo", "Kemi Okonjo")]),
        ("It was Mrs. Okonjo.", (TUNDE, ADA), [("Mrs. Okonjo", "Ada Okonjo")]),
        ("It was Mrs. Okonjo.", (TUNDE,), [("Mrs. Okonjo", None)]),
        ("The Okonjos came.", (TUNDE,), [("Okonjos", None)]),
    ],
)
def test_a_name_of_several_is_whose_the_scene_spoke_of_last(text, recent, expected):
    assert linked(text, *recent) == expected


def test_what_is_decided_has_no_owners_left_and_what_is_not_keeps_them():
    (before,) = mentions(WORLD, "It was Okonjo.")
    assert set(before.owners) == {KEMI, TUNDE, ADA}
    assert link([before], Focus())[0] == before
    assert link([before], Focus(recent=(ADA,)))[0].owners == ()
