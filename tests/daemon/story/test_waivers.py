import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story import waivers
from fabula_daemon.story.findings import Finding, Severity
from fabula_daemon.story.waivers import Waiver, quote_around

PATH = "manuscript/01.md"
SENTENCE = "“No,” said Elena Martinez, and shut the valve."
BEFORE, AFTER = "Sarah ran. It was late.\n\nShe stopped. ", " The pumps went quiet.\n\nNobody spoke."


def finding(text, name="Elena Martinez", code="unknown-character", path=PATH):
    start = text.index(name)
    return Finding(path, start, start + len(name), name, code, Severity.WARNING, "")


def is_waived(text, quote=SENTENCE, **where):
    waiver = Waiver(where.pop("code", "unknown-character"), where.pop("path", PATH), quote)
    standing, waived = waivers.apply([finding(text)], (waiver,), {PATH: text})
    assert len(standing) + len(waived) == 1
    return bool(waived)


def test_a_waiver_is_read():
    entry = '[[waiver]]\ncode = "c"\npath = "p"\nquote = "q"\n'
    text = f'{entry}reason = "r"\n{entry}'
    assert waivers.parse(text) == ((Waiver("c", "p", "q", "r"), Waiver("c", "p", "q", "")), [])
    assert waivers.parse("") == ((), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[waiver]\n", "not valid TOML"),
        ('[[waiver]]\ncode = "c"\npath = "p"\n', "Waiver 1"),
        ('[[waiver]]\ncode = 3\npath = "p"\nquote = "q"\n', "texts code, path and quote"),
        ('waiver = ["x"]\n', "Waiver 1"),
        ("waiver = 3\n", "Waiver 1"),
    ],
)
def test_what_is_wrong_with_the_file_is_a_finding(text, expected):
    read, (complaint,) = waivers.parse(text)
    assert read == ()
    assert complaint.path == "waivers.toml"
    assert expected in complaint.message


@given(st.text(alphabet='[]waiver="\n codepathqute3.{},#\\'))
def test_no_text_whatever_raises(text):
    waivers.parse(text)


def test_the_sentence_is_waived_where_it_stands():
    assert is_waived(BEFORE + SENTENCE + AFTER)


@pytest.mark.parametrize(
    "changed",
    [
        SENTENCE.replace("’", "'"),
        SENTENCE.replace(", ", ",\n"),
        "“No,” said Elena Martinez, and slowly shut the valve.",
        "“Never,” said Elena Martinez, and shut the valve.",
    ],
)
def test_it_survives_small_edits_of_the_sentence(changed):
    assert is_waived(BEFORE + changed + AFTER)


@pytest.mark.parametrize("changed", ["Then Elena Martinez came in with the whole crew.", "Elena Martinez!"])
def test_another_sentence_is_not_waived(changed):
    assert not is_waived(BEFORE + changed + AFTER)


def test_another_name_in_the_same_sentence_is_not_waived():
    assert not is_waived(BEFORE + SENTENCE + AFTER, quote=SENTENCE.replace("Elena Martinez", "Ada Voss"))


def test_another_file_or_another_code_is_not_waived():
    assert not is_waived(SENTENCE, path="manuscript/02.md")
    assert not is_waived(SENTENCE, code="deceased-active")


@given(
    st.lists(st.sampled_from(["Sarah ran. ", "\n\n", "\r\n\r\n", "“Go!” ", "* * *\n\n", "No end", "\n"])).map(
        "".join
    )
)
def test_it_survives_every_edit_elsewhere(before):
    assert is_waived(f"{before}\n\n{SENTENCE}\n\n{before}")


@given(st.text(max_size=50), st.text(max_size=50))
def test_what_is_quoted_holds_the_name(before, after):
    text = before + "Elena" + after
    assert "Elena" in quote_around(text, len(before), len(before) + 5)
