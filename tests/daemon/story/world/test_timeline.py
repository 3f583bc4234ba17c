"""timeline.md is a table of what happens when, where and with whom."""

from fabula_daemon.story.world import timeline
from tests.support.stories import canon_of, sheet

TEXT = """# Timeline

| when | chapter | event | who | where |
|---|:-:|---|---|---|
| 2118-03-03 | 1 | The dip | Sarah Chen, [[Yusuf Demir|Yusuf]] | [[the Works]] |
| 2118-03-06 | 02-wire | The Wren leaves | Chen and Demir | Hull |
| later | 7 | | everybody | |

Before the story: nothing.
"""
WORLD = canon_of(
    sheet("Sarah Chen"), sheet("Yusuf Demir"), sheet("the Works", kind="place"), sheet("Hull", kind="place")
)
CHEN, DEMIR = WORLD.characters


def read(text=TEXT):
    return timeline.read("world/timeline.md", text, {"01-dip": 1, "02-wire": 2})


def test_rows_have_chapters_people_and_places():
    found, findings = read()
    assert findings == []
    assert [(row.chapter, row.who, row.where) for row in found.rows] == [
        (1, ("Sarah Chen", "Yusuf"), ("the Works",)),
        (2, ("Chen", "Demir"), ("Hull",)),
        (7, ("everybody",), ()),
    ]
    assert all(TEXT[row.start : row.end] == row.text for row in found.rows)


def test_when_a_chapter_is():
    found, _ = read()
    assert (found.date(1), found.date(2), found.date(7), found.date(9)) == (
        (2118, 3, 3),
        (2118, 3, 6),
        None,
        None,
    )
    assert (found.year(1), found.year(7)) == (2118, None)
    assert found.date(1) < found.date(2)


def test_where_somebody_is():
    found, _ = read()
    assert [row.where for row in found.where(DEMIR, 1)] == [("the Works",)]
    assert [row.where for row in found.where(CHEN, 2)] == [("Hull",)]
    assert found.where(CHEN, 7) == ()
    assert found.evidence(found.where(CHEN, 1)[0]).quote.startswith("| 2118-03-03")


def test_a_chapter_that_there_is_not_is_a_finding():
    found, findings = read(TEXT.replace("| 7 |", "| epilogue |"))
    assert [(finding.code, finding.text) for finding in findings] == [("sheet-timeline", "epilogue")]
    assert len(found.rows) == 3


def test_a_name_that_nobody_has_is_a_finding():
    found, _ = read(TEXT.replace("Hull", "Hell").replace("Chen and", "Chan and"))
    known = [form for entity in WORLD.entities for form in entity.forms]
    strange = list(timeline.strangers(found, known))
    assert [finding.text for finding in strange] == ["Chan", "Hell"]
    assert all("in no sheet" in finding.message for finding in strange)


def test_other_tables_and_broken_ones_are_left_alone():
    for text in ("| a | b |\n|---|---|\n| 1 | 2 |\n", "", "|", "| chapter |\n| 1 |", "| when | chapter |\n|"):
        found, findings = read(text)
        assert findings == []
        assert all(row.who == () for row in found.rows)
