"""Whatever stands in a chapter, and whatever stands on a sheet, the checks answer."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula_daemon.story.people.names import observe
from fabula_daemon.story.text.links import Targets
from fabula_daemon.story.world import canon, rules, sheets, timeline
from fabula_daemon.story.world.audit import audit, unmentioned
from tests.support.stories import canon_of, checked, sheet

LAWS, _ = rules.read(
    "rules.md", "---\nforbid: [candle, ß]\nspell: {İstanbul: [istanbul], grey: [gray]}\n---\n"
)
TABLE, _ = timeline.read(
    "timeline.md", "| when | chapter | who | where |\n|-|-|-|-|\n| 9 | 5 | Hope | Hull |\n", {}
)
WORLD = replace(
    canon_of(
        sheet("Hope", pronouns="she/her", died="2", introduced="1"),
        sheet("Will Mark", introduced="9", whereabouts="[{place: Hull, from: 1}]", pronouns="he/him"),
        sheet("T’Pol of Kzin-7", learns="[{fact: x, keywords: [zero, ' '], chapter: 9}]"),
        sheet("Jean-Luc van der Meer", aliases="[The, Q, al-Rashid, O’Brien]"),
        sheet("Hull", kind="place"),
        sheet("Leeds", kind="place"),
    ),
    rules=LAWS,
    timeline=TABLE,
)
WORDS = [
    *"Hope Will Mark will hope T’Pol O’Brien al-Rashid van der Meer said nodded was in Hull Leeds".split(),
    *"HOPE S\u0430rah H\u043epe 😀 zero had would who and grey GRAY candles İ ß ﬁ O’Brian INT. EXT.".split(),
    *(
        "“",
        "”",
        ".",
        ",",
        "?",
        "!",
        "—",
        "…",
        "*",
        "_",
        "\n",
        "\n\n",
        ">",
        "|",
        "(",
        "[",
        "[[",
        "van\u00a0der",
    ),
]
KEYS = "name aliases died introduced whereabouts learns spouse mother age born rank in".split()
VALUES = [
    *("Anna", "[Anna, The]", "3", "0", "x", "{a: b}", "[[Anna]]", "-1", "2118-03-03", "~", "''", "[]", "💥"),
    *(
        "[{value: 1, since: 2}, {value: 3, since: 2}]",
        "[{place: Hull, from: x}]",
        "[{fact: 1, chapter: [2]}]",
    ),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=60))
def test_no_text_is_too_strange(words):
    text = " ".join(words)
    for finding in checked(text, WORLD, 5):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text or finding.code == "tense-drift"
        for evidence in finding.evidence:
            if evidence.path == finding.path:
                assert text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "HOPE SHOUTED AT WILL MARK. NOBODY HEARD.",
        "Hope is the thing\nWith feathers\nThat perches\nIn the soul",
        "INT. HULL - DAY\n\nHOPE\n(laughing)\nGood.\n",
        "Will you mark this? There was hope.",
        "Où est la gare? 😀",
    ],
)
def test_words_that_are_names_capitals_verse_and_screenplays_are_no_flood(text):
    assert checked(text, WORLD, 1, off=("unintroduced-mention",)) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=8))
def test_no_sheet_is_too_strange(entries):
    lines = [f"{key}: {value}" for key, value in entries]
    texts = {
        "a": "---\n" + "\n".join(lines) + "\nkind: character\n---\n[[x]]",
        "b": sheet("Anna", spouse="a"),
    }
    read = [one for name, text in texts.items() if (one := sheets.read(f"world/{name}.md", text)[0])]
    world = canon.build(read, ["manuscript/01.md", "manuscript/02.md"], TABLE, LAWS)
    shown = observe(["Anna nodded."]).words()
    found = [*audit(read, world, Targets([], world)), *unmentioned.findings(world, shown)]
    assert all(0 <= finding.start <= finding.end for finding in found)
    checked("Anna was in Hull. “Well,” said Anna. Hope nodded.", world, 2)
