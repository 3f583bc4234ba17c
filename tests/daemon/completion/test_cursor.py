"""Where prose is being written, and what stands around it."""

import pytest

from fabula_daemon.completion.cursor import Cursor, Outside, locate
from fabula_daemon.story.text.prose import parse


def at(marked):
    """Return what stands at the | of a chapter."""
    offset = marked.index("|")
    return locate(parse(marked.replace("|", "", 1)), offset)


@pytest.mark.parametrize(
    ("chapter", "before", "after"),
    [
        ("She walked|", "She walked", ""),
        ("She walked |", "She walked ", ""),
        ("She walked   |", "She walked ", ""),
        ("She walked |\n", "She walked ", ""),
        ("She | sat.", "She ", " sat."),
        ("She |sat.\n\nHe stood.", "She ", "sat."),
        ("|She sat.", "", "She sat."),
        ("She sat.\n\n|", "", ""),
        ("She sat.\n\n|\n\nHe stood.", "", ""),
        ("She walked\nto the |", "She walked to the ", ""),
        ("She walked\n|to the sea.", "She walked ", "to the sea."),
        ("She <!-- why? --> walked |", "She walked ", ""),
        ("<!-- why? --> |", "", ""),
        ("“|", "“", ""),
        ("‘She sat|’ he said.", "‘She sat", "’ he said."),
        ("the wells’| heads", "the wells’", " heads"),
        ("She sat|--still.", "She sat", "--still."),
        ("|", "", ""),
    ],
)
def test_the_paragraph_is_read_as_one_line_of_prose(chapter, before, after):
    cursor = at(chapter)
    assert isinstance(cursor, Cursor)
    assert (cursor.before, cursor.after) == (before, after)


@pytest.mark.parametrize(
    ("chapter", "where"),
    [
        ("# The D|ip\n\nShe sat.", Outside.HEADING),
        ("# |\n", Outside.HEADING),
        ("---\ntitle: |\n---\n\nShe sat.", Outside.HIDDEN),
        ("---\ntitle: x\n\n|\npov: y\n---\n\nShe sat.", Outside.HIDDEN),
        ("She <!-- why |", Outside.HIDDEN),
        ("She sat. <!--\n\n|\n\n--> He stood.", Outside.HIDDEN),
        ("She %%why| not%% sat.", Outside.HIDDEN),
        ("```\nx = |\n```", Outside.HIDDEN),
        ("She sat.\n\n***|\n\nHe stood.", Outside.BREAK),
        ("She wal|ked.", Outside.WORD),
        ("She didn|’t walk.", Outside.WORD),
        ("She didn'|t walk.", Outside.WORD),
        ("A half|-warm well.", Outside.WORD),
        ("A half-|warm well.", Outside.WORD),
    ],
)
def test_elsewhere_it_is_said_where_the_cursor_is(chapter, where):
    assert at(chapter) is where


def test_what_stands_earlier_is_prose_only_and_the_scene_is_known():
    cursor = at("# One\n\nShe sat.\n\n***\n\nHe stood\nup. <!-- no -->\n\nThey went |on.\n\nLater.")
    assert cursor == Cursor("They went ", "on.", ("She sat.", "He stood up."), scene=1)
    assert cursor.story == "She sat.\n\nHe stood up.\n\nThey went "


def test_behind_a_scene_break_a_scene_begins():
    cursor = at("She sat.\n\n***\n\n|")
    assert (cursor.earlier, cursor.scene) == (("She sat.",), 1)
