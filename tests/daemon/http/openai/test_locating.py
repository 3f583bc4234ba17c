"""What a client sends, found in the manuscript."""

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.http.openai.locating import Found, find

ONE = (
    "Sarah took the lamp from its hook and went down to the water.\n\nThe wind blew from the north all day.\n"
)
TWO = "Yusuf sat by the fire and counted the days that were left.\n\nThe wind blew from the north all day.\n"
TEXTS = (("one.md", ONE), ("two.md", TWO))


def at(before, after="", texts=TEXTS):
    found = find(before, after, texts)
    return found and (found.path, found.offset)


def test_the_last_words_before_the_cursor_are_found():
    assert at(ONE[5:40]) == ("one.md", 40)
    assert at(TWO[:50]) == ("two.md", 50)
    assert find(ONE[5:40], "", TEXTS).text == ONE


def test_words_that_stand_twice_are_where_what_precedes_or_follows_agrees():
    end = len("The wind blew from the north")
    one, two = ONE.index("The wind") + end, TWO.index("The wind") + end
    assert at(ONE[:one]) == ("one.md", one)
    assert at(TWO[:two]) == ("two.md", two)
    texts = (("one.md", ONE), ("two.md", TWO.replace("all day", "until night")))
    assert at("The wind blew from the north", " until night.", texts) == ("two.md", two)


def test_few_words_could_stand_anywhere():
    assert at("The wind blew") is None
    assert at("") is None


def test_what_is_not_there_is_not_found():
    assert at("Nobody has ever written these words, and nobody will.") is None


def test_what_only_the_client_has_is_put_where_it_belongs():
    begin = ONE.index(" down")
    found = find(ONE[:begin] + " with it along the wall, ", "", TEXTS)
    assert found.text == (
        "Sarah took the lamp from its hook and went with it along the wall, \n\n"
        "The wind blew from the north all day.\n"
    )
    assert found.text[: found.offset].endswith("along the wall, ")


def test_what_the_client_has_behind_the_cursor_counts():
    begin = ONE.index("The wind")
    found = find(ONE[:begin] + "She wept. ", ONE[begin:], TEXTS)
    assert found == Found("one.md", ONE[:begin] + "She wept. " + ONE[begin:], begin + len("She wept. "))
    assert find(ONE[:40], " something else.", TEXTS).text == ONE[:40] + " something else."


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=200))
def test_whatever_is_sent_ends_at_the_cursor(before, after, text):
    found = find(before, after, [("one.md", text), ("two.md", before + text)])
    if found is not None:
        assert before.endswith(found.text[: found.offset][-64:])
