"""Names as tokens, each relative to the one before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.answers.namings import Naming
from fabula_daemon.story.world.canon import Entity
from fabula_lsp.document import Document
from fabula_lsp.features.semantic_tokens import edits, encode

SARAH, OKONJOS = Entity("Sarah Chen", "character"), Entity("the Okonjos", "people")
HULL, WREN = Entity("Hull", "place"), Entity("the Wren", "item")
CLASS, INTERFACE, NAMESPACE = 0, 1, 2


def tokens(text, *named, encoding="utf-16", lines=None):
    found = [
        Naming(text.index(name), text.index(name) + len(name), name, entity, owners)
        for name, entity, *rest in named
        for owners in [rest[0] if rest else ()]
    ]
    data = encode(Document("", 1, text, encoding), found, lines)
    return [tuple(data[at : at + 4]) for at in range(0, len(data), 5)]


def test_characters_peoples_and_places_have_types_of_their_own():
    text = "Sarah in Hull.\n\nThe Okonjos, too."
    assert tokens(text, ("Sarah", SARAH), ("Hull", HULL), ("The Okonjos", OKONJOS)) == [
        (0, 0, 5, CLASS),
        (0, 9, 4, NAMESPACE),
        (2, 0, 11, INTERFACE),
    ]


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
def test_columns_count_as_the_editor_does(encoding, column):
    assert tokens("😀 Sarah", ("Sarah", SARAH), encoding=encoding) == [(0, column, 5, CLASS)]


def test_a_name_over_a_lines_end_is_a_token_on_each():
    assert tokens("It was Sarah\r\n  Chen.", ("Sarah\r\n  Chen", SARAH)) == [
        (0, 7, 5, CLASS),
        (1, 2, 4, CLASS),
    ]


def test_what_is_no_person_and_no_place_has_none():
    assert tokens("the Wren", ("the Wren", WREN)) == []


def test_a_name_of_several_of_a_kind_is_coloured_and_of_several_kinds_is_not():
    assert tokens("Chen", ("Chen", None, (SARAH, Entity("Li Chen", "character")))) == [(0, 0, 4, CLASS)]
    assert tokens("Chen", ("Chen", None, (SARAH, HULL))) == []


def test_a_range_has_the_tokens_of_its_lines():
    text = "Sarah.\nHull.\nSarah Chen."
    named = [("Sarah", SARAH), ("Hull", HULL), ("Sarah Chen", SARAH)]
    assert tokens(text, *named, lines=(1, 1)) == [(1, 0, 4, NAMESPACE)]


TOKEN = st.sampled_from([(0, 1, 5, 0, 0), (1, 0, 4, 2, 0), (0, 1, 4, 2, 0)])
DATA = st.lists(TOKEN, max_size=6).map(lambda found: [number for token in found for number in token])


@given(DATA, DATA)
def test_a_delta_makes_the_new_of_the_old(before, after):
    made = list(before)
    for edit in edits(before, after):
        assert edit.start % 5 == edit.delete_count % 5 == len(edit.data or ()) % 5 == 0
        made[edit.start : edit.start + edit.delete_count] = edit.data or ()
    assert made == after
    assert list(edits(before, before)) == []
