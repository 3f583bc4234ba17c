"""What somebody types, and the name that she means."""

import pytest

from fabula_daemon.story.answers.lookup import rank


@pytest.mark.parametrize(
    ("query", "name", "how_well"),
    [
        ("", "Sarah Chen", 0),
        ("sarah c", "Sarah Chen", 0),
        ("chen", "Sarah Chen", 1),
        ("arah", "Sarah Chen", 2),
        ("srhchn", "Sarah Chen", 3),
        ("ines falcao", "Inês Falcão", 0),
        ("o'brien", "O’Brien", 0),
        ("chen sarah x", "Sarah Chen", None),
        ("zz", "Sarah Chen", None),
    ],
)
def test_how_well_a_name_answers(query, name, how_well):
    assert rank(query, name) == how_well
