import json

from fabula_daemon.story import report
from fabula_daemon.story.findings import Evidence, Finding, Severity

TEXTS = {"manuscript/01.md": "One 😀.\nElena ran. Elena\nfell.\n", "world/a.md": "---\nname: A\n---\n"}


def finding(start, end, path="manuscript/01.md", code="unknown-character", message="Nobody."):
    return Finding(
        path, start, end, TEXTS[path][start:end], code, Severity.WARNING, message, suggestions=("Ada",)
    )


ELENA = [finding(7, 12), finding(18, 23)]


def test_a_line_a_finding():
    assert report.as_text(ELENA, TEXTS) == (
        "manuscript/01.md:2:1: warning [unknown-character] Nobody.\n"
        "manuscript/01.md:2:12: warning [unknown-character] Nobody.\n"
    )


BESIDE = Finding(
    "manuscript/01.md",
    7,
    12,
    "Elena",
    "c",
    Severity.WARNING,
    "m",
    evidence=(
        Evidence("manuscript/01.md", 7, 17, "Elena ran."),
        Evidence("world/a.md", 4, 11, "name: A"),
        Evidence("world/a.md", 4, 11, "name: A"),
        Evidence("world/a.md", 0, 15, f"---\n{'name: A ' * 40}"),
    ),
)


def test_what_a_finding_contradicts_stands_below_it_a_line_each_and_its_own_sentence_does_not():
    first, *below = report.as_text([BESIDE], TEXTS).splitlines()
    assert first == "manuscript/01.md:2:1: warning [c] m"
    assert below[0] == "    world/a.md:2 “name: A”"
    assert below[1].startswith("    world/a.md:1 “--- name: A name:")
    assert below[1].endswith(" …”")
    assert len(below) == 2


def test_on_a_terminal_the_quotations_are_dim():
    first, second, _ = report.as_text([BESIDE], TEXTS, dim=True).splitlines()
    assert "\x1b" not in first
    assert second == "\x1b[2m    world/a.md:2 “name: A”\x1b[0m"


def test_of_what_is_said_of_the_same_words_again_and_again_a_sixth_says_how_often():
    again = ELENA * 20
    lines = report.as_text([*again, finding(0, 3)], TEXTS).splitlines()
    assert len(lines) == 7
    assert lines[5].endswith("Nobody. The same 35 times from here on in this file.")
    assert len(json.loads(report.as_json(again, TEXTS))) == 40


def test_json_is_complete_and_counts_from_where_the_contract_says():
    records = json.loads(report.as_json(ELENA, TEXTS))
    assert records[1] == {
        "path": "manuscript/01.md",
        "start": 18,
        "end": 23,
        "line": 2,
        "column": 12,
        "end_line": 2,
        "end_column": 17,
        "text": "Elena",
        "code": "unknown-character",
        "severity": "warning",
        "message": "Nobody.",
        "evidence": [],
        "suggestions": ["Ada"],
        "data": {},
    }


def test_evidence_is_quoted():
    evidence = Evidence("world/a.md", 4, 11, "name: A")
    found = Finding("world/a.md", 0, 3, "---", "c", Severity.INFORMATION, "m", evidence=(evidence,))
    (record,) = json.loads(report.as_json([found], TEXTS))
    assert record["evidence"] == [{"path": "world/a.md", "start": 4, "end": 11, "quote": "name: A"}]


def test_a_file_whose_text_is_not_there_is_at_its_beginning():
    (record,) = json.loads(report.as_json([Finding("gone.md", 0, 0, "", "c", Severity.WARNING, "m")], {}))
    assert (record["line"], record["column"]) == (1, 1)


def test_sarif_counts_code_points_and_names_its_rules():
    document = json.loads(report.as_sarif(ELENA, TEXTS, "1.2"))
    (run,) = document["runs"]
    assert document["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"] == {
        "name": "fabula",
        "version": "1.2",
        "rules": [{"id": "unknown-character"}],
    }
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "manuscript/01.md"}
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 12,
        "endLine": 2,
        "endColumn": 17,
        "charOffset": 18,
        "charLength": 5,
    }
    assert (run["results"][0]["ruleId"], run["results"][0]["level"]) == ("unknown-character", "warning")


def test_sarif_has_the_quotations_as_related_locations():
    (result,) = json.loads(report.as_sarif([BESIDE], TEXTS, "1"))["runs"][0]["results"]
    story, world, *_ = result["relatedLocations"]
    assert [story["id"], world["id"]] == [1, 2]
    assert (story["message"], world["message"]) == ({"text": "Elena ran."}, {"text": "name: A"})
    place = world["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("world/a.md", 2)
    (plain,) = json.loads(report.as_sarif([finding(0, 3)], TEXTS, "1"))["runs"][0]["results"]
    assert "relatedLocations" not in plain


def test_nothing_found_is_an_empty_list():
    assert report.as_text([], {}) == ""
    assert json.loads(report.as_json([], {})) == []
    assert json.loads(report.as_sarif([], {}, "1"))["runs"][0]["results"] == []
