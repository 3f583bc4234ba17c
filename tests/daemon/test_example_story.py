"""The example story is what its README says it is: twelve planted slips, and nothing else to find."""

import re
from pathlib import Path

import pytest

from fabula_daemon.reading import read_story

WORLD = Path(__file__).parents[2] / "world"
ROW = re.compile(
    r"^\| \d+ \| (?P<code>[\w-]+) \| (?P<chapter>[\w-]+) \| (?P<quote>.+?) \| (?P<against>.+?) \| .+? \|$",
    re.MULTILINE,
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


def place_of(slip):
    start = text_of(slip).index(slip["quote"])
    return f"manuscript/{slip['chapter']}.md", start, start + len(slip["quote"])


def test_check_finds_all_that_is_planted_and_nothing_else(reading):
    expected = sorted(PLANTED, key=place_of)
    assert [(f.path, f.code) for f in reading.findings] == [(place_of(s)[0], s["code"]) for s in expected]
    for finding, slip in zip(reading.findings, expected, strict=True):
        _, start, end = place_of(slip)
        assert start <= finding.start < finding.end <= end


def test_each_finding_quotes_the_story_and_what_it_contradicts(reading):
    texts = reading.texts
    for finding, slip in zip(reading.findings, sorted(PLANTED, key=place_of), strict=True):
        for evidence in finding.evidence:
            assert texts[evidence.path][evidence.start : evidence.end] == evidence.quote != ""
        assert finding.evidence[0].path == finding.path
        if slip["against"] != "characters/roster.md":
            assert slip["against"] in [evidence.path for evidence in finding.evidence[1:]]


def test_what_somebody_says_is_information_and_the_rest_a_warning(reading):
    severities = {finding.code: str(finding.severity) for finding in reading.findings}
    assert severities.pop("knowledge") == "information"
    assert set(severities.values()) == {"warning"}


def test_the_misspelt_warden_is_asked_about(reading):
    (variant,) = [finding for finding in reading.findings if finding.code == "name-variant"]
    assert variant.suggestions == ("Judith Ballantyne",)


def test_the_strangers_are_told_apart(reading):
    strangers = {f.text: f.data["class"] for f in reading.findings if f.code == "unknown-character"}
    assert strangers == {
        "Technician Alwyn Prosser": "fresh",
        "Mrs. Garrity": "fresh",
        "Marcus Okafor": "model-default",
    }


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
