"""age-arithmetic: what the narration says of ages must agree with births, dated ages and the timeline."""

import pytest

from fabula_daemon.story.world.lifetimes import lifetime
from fabula_daemon.story.world.timeline import read
from tests.support.stories import canon_of, checked, sheet

CODE = "age-arithmetic"
TIMELINE = """
| when | chapter | event | who | where |
|---|---|---|---|---|
| 2118-03-03 | 1 | It begins | | |
| 2118-05-20 | 2 | It goes on | | |
| 2123-04-01 | 3 | Years later | | |
"""


def world_of(**keys):
    world = canon_of(sheet("Piet Orr", pronouns="he/him", **keys))
    timeline, _ = read("world/timeline.md", TIMELINE, {})
    return type(world)(world.entities, world.chapters, timeline, world.rules)


def found(text, number=1, **keys):
    return [finding.text for finding in checked(text, world_of(**keys), number, only=CODE)]


def test_the_finding_has_both_quotes_and_the_date():
    (finding,) = checked(
        "It was late. At fifty-two Orr still took the ladder.", world_of(born="2056"), 1, only=CODE
    )
    assert [evidence.quote for evidence in finding.evidence] == [
        "At fifty-two Orr still took the ladder.",
        "born: 2056",
        "| 2118-03-03 | 1 | It begins | | |",
    ]
    assert finding.message == "“fifty-two” cannot be: by the sheet, Piet Orr is 61 or 62 in 2118."


@pytest.mark.parametrize(
    ("keys", "chapter", "years"),
    [
        ({"born": "2056"}, 1, (61, 62)),
        ({"born": "2056-04-10"}, 1, (61, 61)),
        ({"born": "2056-04-10"}, 2, (62, 62)),
        ({"age": "{value: 30, as_of: 1}"}, 1, (30, 30)),
        ({"age": "{value: 30, as_of: 1}"}, 2, (30, 31)),
        ({"age": "{value: 30, as_of: 1}"}, 3, (35, 36)),
        ({"age": "30"}, 3, (30, 30)),
    ],
)
def test_an_age_is_reckoned_from_the_sheet_and_the_dates(keys, chapter, years):
    world = world_of(**keys)
    life = lifetime(world, world.characters[0], chapter)
    assert life is not None
    assert life.years == years


def test_without_dates_a_birth_tells_nothing_and_a_dated_age_a_little():
    world = canon_of(
        sheet("Piet Orr", pronouns="he/him", born="2056"), sheet("Jan Lee", age="{value: 30, as_of: 1}")
    )
    piet, jan = world.characters
    assert lifetime(world, piet, 3) is None
    life = lifetime(world, jan, 3)
    assert life is not None
    assert life.years == (30, 32)


@pytest.mark.parametrize(
    "text",
    [
        "Orr was fifty.",
        "Orr was fifty years old and looked it.",
        "Orr, fifty years old, had seen nothing like it.",
        "The fifty-year-old Orr climbed up.",
        "Orr was a man of fifty, and tired.",
        "Orr had just turned fifty.",
        "Orr was well into his forties.",
        "For all his fifty years Orr moved quickly.",
        "On the day after his fiftieth birthday Orr was up early.",
        "Orr had kept his fiftieth birthday that week.",
        "Though barely fifty, Orr had a cough.",
        "Orr was not yet fifty.",
        "Orr was past eighty.",
        "Orr carried his fifty years lightly.",
        "Fifty years had bent Orr a little.",
        "At eighty, Orr took the ladder.",
    ],
)
def test_ages_are_compared_however_they_are_told(text):
    assert len(found(text, born="2056")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Orr was sixty-one.",
        "Orr was sixty-two now.",
        "Orr was in his sixties.",
        "Orr was nearly sixty-five.",
        "“Orr is fifty,” the boy said.",
        "At twenty, Orr had broken an arm.",
        "At twenty, Orr left home.",
        "When Orr was twenty his father went away.",
        "By the time Orr was eighty it would be forgotten.",
        "One might have taken Orr for a man of fifty.",
        "At seven Orr had supper.",
        "Orr had worked there for fifty years.",
        "Fifty years ago Orr had been a boy.",
        "The dial stood at fifty, and Orr tapped it.",
    ],
)
def test_other_times_other_people_and_other_numbers_are_left_alone(text):
    assert found(text, born="2056") == []
