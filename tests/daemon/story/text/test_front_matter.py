import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.story.text import front_matter

YAMLISH = st.lists(
    st.sampled_from(
        [
            "---\n",
            "...\n",
            "name",
            ": ",
            "[",
            "]",
            "{",
            "}",
            "- ",
            "&a ",
            "*a",
            "!!int ",
            "x",
            "\n",
            "\r\n",
            "  ",
            "\t",
            "'",
            '"',
            "#",
            "|\n",
            ">-\n",
            "2026-01-01",
            "<<",
            "? ",
            "\u2028",
            "\ufeff",
            "\x07",
            "é",
            "No",
            "1e9",
        ]
    ),
    max_size=25,
).map("".join)


def test_values_and_where_each_key_stands():
    text = "---\nname: Sarah Chen\naliases:\n  - Captain Chen\nage: 34\n---\nBody.\n"
    matter = front_matter.read(text)
    assert matter.values == {"name": "Sarah Chen", "aliases": ["Captain Chen"], "age": 34}
    assert {key: text[start:end] for key, (start, end) in matter.places.items()} == {
        "name": "name: Sarah Chen",
        "aliases": "aliases:\n  - Captain Chen",
        "age": "age: 34",
    }
    assert text[matter.body_start :].strip() == "Body."


def test_a_known_key_may_have_capitals_and_any_other_stays_as_it_is():
    text = "---\nName: Sarah\nEYES: green\nEye Colour: blue\nFavourite Song: none\nname: Anna\n---\n"
    matter = front_matter.read(text)
    assert matter.values == {
        "name": "Sarah",
        "eyes": "green",
        "eye colour": "blue",
        "Favourite Song": "none",
    }
    assert text[slice(*matter.places["eyes"])] == "EYES: green"
    assert [fault.message for fault in matter.faults] == [
        "`name` stands here a second time; the first one counts."
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_count_characters_whatever_ends_a_line(end):
    text = end.join(["---", 'note: "😀\u2028x"', "name: Inês", "---", ""])
    start, stop = front_matter.read(text).places["name"]
    assert text[start:stop] == "name: Inês"


def test_a_name_stays_as_it_was_typed():
    matter = front_matter.read("---\nname: No\naliases: [Yes, 007, 1e3, null]\nnamed: no\n---\n")
    assert matter.raw["name"] == "No"
    assert matter.raw["aliases"] == ["Yes", "007", "1e3", None]
    assert matter.values["named"] is False


@pytest.mark.parametrize("text", ["", "Body.", "--- Body", "Body\n---\nname: x\n---\n", "---\nBody.\n"])
def test_a_text_without_front_matter(text):
    matter = front_matter.read(text)
    assert not matter.present
    assert matter.body_start == 0


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("---\nname: Sarah\naliases: [Captain\n---\n", "aliases: [Captain", "bracket is opened"),
        ("---\nname: Sarah: Captain\n---\n", "name: Sarah: Captain", "needs quotes"),
        ("---\neyes: {value: blue since: 3}\n---\n", "eyes: {value", "brace is opened"),
        ('---\neyes: "blue\nage: 3\n---\n', 'eyes: "blue', "quotation mark is opened"),
        ("---\neyes: @blue\n---\n", "eyes: @blue", "What begins with @ needs quotes"),
        ("---\naliases:\n\t- Sal\n---\n", "- Sal", "Write spaces"),
        ("---\nname: Sarah\n  eyes: blue\n---\n", "eyes: blue", "at the line’s edge"),
        ("---\naliases: [Sal]]\n---\n", "aliases: [Sal]]", "no line of `key: value`"),
        ("---\nname: Sarah\n", "---", "not closed"),
        ("---\njust words\n---\n", "just words", "key: value"),
        ("---\nname: Sarah\nname: Jonah\n---\n", "name: Jonah", "second time"),
        ("---\n[a, b]: c\n---\n", "[a, b]: c", "plain word"),
        ("---\nloop: &a [*a]\n---\n", "loop: &a [*a]", "holds itself"),
    ],
)
def test_what_is_wrong_is_said_where_it_is_with_what_is_expected(text, line, expected):
    (fault,) = front_matter.read(text).faults
    assert expected in fault.message
    start = text.rfind("\n", 0, fault.start) + 1
    assert line in text[start:]
    assert 0 <= fault.start < fault.end <= len(text) + 1


def test_the_first_of_two_equal_keys_counts():
    assert front_matter.read("---\nname: Sarah\nname: Jonah\n---\n").values["name"] == "Sarah"


def test_a_billion_laughs_are_not_laughed():
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 12)]
    assert front_matter.read("---\n" + "\n".join(lines) + "\n---\n").faults


@given(YAMLISH)
def test_no_text_whatever_raises(text):
    for whole in (text, f"---\n{text}\n---\nBody"):
        matter = front_matter.read(whole)
        assert 0 <= matter.body_start <= len(whole)
        for start, end in matter.places.values():
            assert 0 <= start <= end <= len(whole)
        for fault in matter.faults:
            assert 0 <= fault.start <= fault.end


@given(st.text())
def test_nor_does_a_text_of_any_characters(text):
    front_matter.read(f"---\n{text}\n---\n")
