import tomllib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story import waivers
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.fixes import add_alias, everywhere, file_name, fixes, new_sheet, respelling
from fabula_daemon.story.text import prose
from fabula_daemon.story.world import canon, sheets
from tests.support.stories import CHAPTER, canon_of, checked, sheet

SHEET = "world/characters/sarah.md"
NAMES = st.text(
    alphabet=st.sampled_from("Aéß 0'’.-:#[]{}\"\\&*!|>%@`,?~NoYes\u2028"), min_size=1, max_size=12
)


def offers(text, files):
    """Return the fixes for what is found first in a chapter, with the findings."""
    texts = {CHAPTER: text, **files}
    world = canon.build(
        [s for path, t in files.items() if path.endswith(".md") and (s := sheets.read(path, t)[0])]
    )
    found = checked(text, world)
    return fixes(found[0], world, texts.get, "world"), found


def apply(text, edit):
    return text[: edit[0]] + edit[2] + text[edit[1] :]


def front_matter(text):
    return yaml.safe_load(text.split("---")[1])


def test_a_stranger_can_be_given_a_sheet():
    found, _ = offers("“No,” said Elena Martinez.", {SHEET: sheet("Sarah Chen")})
    (create,) = [fix for fix in found if "Create a sheet" in fix.title]
    ((path, text),) = create.creates
    assert path == "world/characters/Elena Martinez.md"
    assert create.preferred
    read, findings = sheets.read(path, text)
    assert (read.name, read.kind, findings) == ("Elena Martinez", "character", [])


def test_no_sheet_is_offered_where_a_file_lies():
    found, _ = offers(
        "“No,” said Elena Martinez.",
        {SHEET: sheet("Sarah Chen"), "world/characters/Elena Martinez.md": "Notes.\n"},
    )
    assert not [fix for fix in found if fix.creates and fix.creates[0][0].startswith("world")]


def test_a_slip_of_the_pen_can_be_mended():
    text = "“No,” said Captain Sarah Chem."
    found, _ = offers(text, {SHEET: sheet("Sarah Chen")})
    (edit,) = found[0].edits
    assert found[0].preferred
    assert apply(text, (edit.start, edit.end, edit.new_text)) == "“No,” said Captain Sarah Chen."


def test_the_name_can_become_an_alias_of_who_shares_a_word_of_it():
    files = {SHEET: sheet("Sarah Chen"), "world/jonah.md": sheet("Jonah Pike")}
    found, _ = offers("“No,” said Sarah Martinez.", files)
    (alias,) = [fix for fix in found if "alias" in fix.title]
    assert alias.title == "Add “Sarah Martinez” as an alias of Sarah Chen"
    (edit,) = alias.edits
    changed = apply(files[edit.path], (edit.start, edit.end, edit.new_text))
    assert front_matter(changed)["aliases"] == ["Sarah Martinez"]


def test_it_can_be_intended():
    text = 'Sarah ran.\n\n“No,” said "Elena"\tMartinez\\Voss.'
    found, (finding, *_) = offers(text, {})
    ((path, entry),) = found[-1].creates
    assert path == "waivers.toml"
    assert waivers.apply([finding], waivers.parse(entry)[0], {CHAPTER: text})[1] == [finding]


@pytest.mark.parametrize(
    "present",
    [
        '[[waiver]]\ncode = "c"\npath = "p"\nquote = "q"\n',
        '[[waiver]]\ncode = "c"\npath = "p"\nquote = "q"',
        "",
        "# Mine\n",
    ],
)
def test_what_is_intended_is_added_to_what_is_there(present):
    found, _ = offers("“No,” said Elena Martinez.", {"waivers.toml": present})
    (edit,) = found[-1].edits
    changed = apply(present, (edit.start, edit.end, edit.new_text))
    assert changed.startswith(present)
    assert [w["quote"] for w in tomllib.loads(changed)["waiver"]][-1] == "“No,” said Elena Martinez."


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: Sarah\nkind: character\n---\n",
        "---\nname: Sarah\naliases:\nkind: character\n---\n",
        "---\nname: Sarah\naliases: []\n---\n",
        "---\nname: Sarah\naliases: [Sal]\n---\n",
        "---\nname: Sarah\naliases: [Sal, ]   # more?\n---\n",
        "---\nname: Sarah\naliases: [\n  Sal,\n  Ann\n]\nage: 3\n---\n",
        "---\nname: Sarah\naliases: Sal\nage: 3\n---\n",
        "---\nname: Sarah\naliases:\n  - Sal\n  - Ann\nage: 3\n---\n",
        "---\nname: Sarah\naliases:\n- Sal\nage: 3\n---\n",
        "---\naliases: [Sal]\nname: Sarah # the first\n---\n",
        "---\nname: \"Sarah\"\n---\nBody\n---\n",
        "---\nname: Sarah\naliases: [Sal] # a comment\nage: 3\n---\n",
        "---\nname: Sarah\naliases:\n  - Sal # a comment\nage: 3\n---\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_alias_is_added_to_every_way_of_writing_them(text, end):
    text = text.replace("\n", end)
    before = sheets.read(SHEET, text)[0]
    changed = apply(text, add_alias(text, 'O’Brien: the "First"'))
    after, findings = sheets.read(SHEET, changed)
    assert findings == []
    assert after.aliases == (*before.aliases, 'O’Brien: the "First"')
    assert (after.name, after.facts, after.body) == (before.name, before.facts, before.body)


@given(NAMES)
def test_whatever_the_alias_is_the_sheet_can_be_read_and_has_it(alias):
    name = " ".join(alias.split())
    if not name:
        return
    for text in (
        sheet("Sarah"),
        sheet("Sarah", aliases="[Sal]"),
        sheet("Sarah", aliases="\n  - Sal", age="3"),
    ):
        read, findings = sheets.read(SHEET, apply(text, add_alias(text, name)))
        assert findings == []
        assert read.aliases[-1] == name
    assert sheets.read(SHEET, new_sheet(name))[0].name == name


@pytest.mark.parametrize("text", ["No front matter.\n", "---\nname: [\n---\n", "---\nkind: place\n---\n"])
def test_a_sheet_that_cannot_be_read_is_left_alone(text):
    assert add_alias(text, "Sal") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Elena Martinez", "Elena Martinez"),
        ("O’Brien", "O’Brien"),
        ("Ölüm / x", "Ölüm   x"),
        ("?.", "unnamed"),
    ],
)
def test_a_file_name_for_a_sheet(name, expected):
    assert file_name(name) == expected


def everywhere_in(wrong, right, *texts):
    fix = everywhere(wrong, right, [(f"{n}.md", prose.parse(text)) for n, text in enumerate(texts, start=1)])
    if fix is None:
        return None, list(texts)
    after = list(texts)
    for edit in sorted(fix.edits, key=lambda edit: -edit.start):
        at = int(edit.path.removesuffix(".md")) - 1
        after[at] = apply(after[at], (edit.start, edit.end, edit.new_text))
    return fix.title, after


@pytest.mark.parametrize(
    ("wrong", "right", "before", "after"),
    [
        ("Elana", "Elena", "Elana’s hat. ELANA! “Elana,”", "Elena’s hat. ELENA! “Elena,”"),
        (
            "Elana",
            "Elena",
            "Elanas, Elana-May, elana. Elana, Elana",
            "Elanas, Elana-May, elana. Elena, Elena",
        ),
        ("Elana Marsh", "Elena Marsh", "Elana\nMarsh and Elana  Marsh", "Elena Marsh and Elena Marsh"),
        ("liter", "litre", "A liter. Liter by liter; LITER", "A litre. Litre by litre; LITRE"),
        ("Elana", "Elena", "Elana <!-- Elana --> `Elana` Elana", "Elena <!-- Elana --> `Elana` Elena"),
    ],
)
def test_a_spelling_is_put_right_everywhere(wrong, right, before, after):
    assert everywhere_in(wrong, right, before)[1] == [after]


def test_how_many_places_that_are_is_said():
    title, _ = everywhere_in("Elana", "Elena", "Elana.", "Nobody.", "Elana, Elana.")
    assert title == "Change “Elana” to “Elena” everywhere (3 places in 2 chapters)"
    assert everywhere_in("Elana", "Elena", "Elana.", "Elena.")[0] is None


@pytest.mark.parametrize(
    ("code", "text", "suggestions", "data", "spelling"),
    [
        ("name-variant", "Elana", ("Elena",), {"name": "Elena"}, ("Elana", "Elena")),
        ("unknown-character", "Captain Elana", ("Elena", "Ella"), {"name": "Elana"}, ("Elana", "Elena")),
        ("world-rule", "liter", ("litre",), {}, ("liter", "litre")),
        ("world-rule", "diesel", (), {}, None),
        ("attribute-contradiction", "brown", ("green",), {}, None),
    ],
)
def test_only_spellings_are_put_right_everywhere(code, text, suggestions, data, spelling):
    finding = Finding("1.md", 0, len(text), text, code, Severity.WARNING, "", (), suggestions, data)
    assert respelling(finding) == spelling


def test_whatever_has_a_suggestion_can_be_changed_to_it():
    finding = Finding("1.md", 3, 8, "brown", "attribute-contradiction", Severity.WARNING, "", (), ("green",))
    found = fixes(finding, canon_of(), {"1.md": "Of brown eyes."}.get, "world")
    assert found[0].title == "Change to “green”"
    assert [(edit.start, edit.end, edit.new_text) for edit in found[0].edits] == [(3, 8, "green")]
