"""The example story is what its README says it is: twelve planted slips, and nothing else to find."""

import re
from pathlib import Path

import pytest

from fabula_daemon.reading import read_story

WORLD = Path(__file__).parents[2] / "world"
ROW = re.compile(
    r"^\| \d+ \| (?P<code>[\w-]+) \| (?P<chapter>[\w-]+) \| (?P<quote>.+?) \| .+? \| .+? \|$", re.MULTILINE
)
PLANTED = [match.groupdict() for match in ROW.finditer((WORLD / "README.md").read_text(encoding="utf-8"))]
CHAPTERS = sorted((WORLD / "manuscript").glob("*.md"))
FEWEST_WORDS = 1_200


@pytest.fixture(scope="module")
def reading():
    return read_story(WORLD)


def text_of(slip):
    return (WORLD / "manuscript" / f"{slip['chapter']}.md").read_text(encoding="utf-8")


def test_there_are_a_dozen_slips_and_eight_chapters_or_more():
    assert len(PLANTED) == 12
    assert len(CHAPTERS) >= 8


@pytest.mark.parametrize("slip", PLANTED, ids=lambda slip: slip["quote"][:30])
def test_each_planted_quote_stands_exactly_once_in_its_chapter(slip):
    assert text_of(slip).count(slip["quote"]) == 1


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.stem)
def test_a_chapter_is_long_enough(chapter):
    assert len(chapter.read_text(encoding="utf-8").split()) >= FEWEST_WORDS


def test_check_finds_the_planted_strangers_and_nothing_else(reading):
    expected = [slip for slip in PLANTED if slip["code"] in ("unknown-character", "name-variant")]
    assert [finding.code for finding in reading.findings] == ["unknown-character"] * len(expected)
    for finding, slip in zip(reading.findings, expected, strict=True):
        start = text_of(slip).index(slip["quote"])
        assert finding.path == f"manuscript/{slip['chapter']}.md"
        assert start <= finding.start < finding.end <= start + len(slip["quote"])


def test_the_misspelt_warden_is_asked_about(reading):
    assert ["Judith Ballantyne"] in [list(finding.suggestions[:1]) for finding in reading.findings]


def test_nothing_is_waived(reading):
    assert reading.waived == 0


def test_elena_martinez_stands_in_the_drafts_and_nowhere_else():
    with_her = {
        path.relative_to(WORLD).parts[0]
        for path in WORLD.rglob("*.md")
        if re.search(r"Elena|Martinez", path.read_text(encoding="utf-8"))
    }
    assert with_her == {"drafts", "README.md"}


def test_sarah_chen_and_at_least_nine_others_are_known(reading):
    sheets = {entity.name for entity in reading.world.canon.characters if entity.sheet.kind == "character"}
    assert "Sarah Chen" in sheets
    assert len(sheets) >= 10
