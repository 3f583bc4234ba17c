"""Where parts of a text stand after it was edited."""

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.suggesting.spans import Edit, after

TEXTS = st.text("ab", max_size=8)


def done(edit: Edit, text: str) -> str:
    assert text.startswith(edit.removed, edit.start)
    return text[: edit.start] + edit.text + text[edit.start + len(edit.removed) :]


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_a_narrowed_edit_does_the_same_with_less(head: str, removed: str, text: str, tail: str) -> None:
    whole, edit = head + removed + tail, Edit(len(head), removed, text)
    narrow = edit.narrowed()
    assert done(narrow, whole) == done(edit, whole)
    assert not narrow.removed or narrow.removed[:1] != narrow.text[:1]
    assert not narrow.removed or narrow.removed[-1:] != narrow.text[-1:]


@given(st.data())
def test_of_a_span_exactly_those_characters_are_left_that_no_edit_removed(data: st.DataObject) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + data.draw(st.integers(0, 12)))))  # each its own
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marked, spans, fresh = text[start:end], [(start, end)], 0x5000
    for _ in range(data.draw(st.integers(0, 4))):
        begin = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(begin, len(text)))
        new = "".join(map(chr, range(fresh, fresh := fresh + data.draw(st.integers(0, 3)))))
        edit = Edit(begin, text[begin:stop], new)
        text, spans = done(edit, text), after(edit, spans)
    assert "".join(text[begin:stop] for begin, stop in spans) == "".join(c for c in text if c in marked)


def test_a_whole_text_in_the_place_of_another_is_the_edit_that_it_contains() -> None:
    assert Edit(0, "She sat down.", "She sat slowly down.").narrowed() == Edit(8, "", "slowly ")
    assert after(Edit(0, "She sat down.", "She sat slowly down."), [(4, 12)]) == [(4, 8), (15, 19)]
