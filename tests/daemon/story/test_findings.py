"""Findings in numbers: nobody drowns in them, and nothing is lost where all are wanted."""

from fabula_daemon.story.findings import Finding, Severity, limited


def finding(at, text="Elena", code="unknown-character", path="a.md", message="Nobody."):
    return Finding(path, at, at + len(text), text, code, Severity.WARNING, message, suggestions=("Ada",))


def test_five_stand_and_a_sixth_says_how_many_more():
    shown = limited([finding(at) for at in range(0, 400, 10)])
    assert [one.start for one in shown] == [0, 10, 20, 30, 40, 50]
    assert [one.message for one in shown[:5]] == ["Nobody."] * 5
    assert shown[5].message == "Nobody. The same 35 times from here on in this file."
    assert shown[5].data["more"] == 35
    assert shown[5].suggestions == ("Ada",)


def test_six_are_six():
    six = [finding(at) for at in range(0, 60, 10)]
    assert limited(six) == six


def test_only_what_is_alike_is_counted_together():
    kinds = [
        [finding(at) for at in range(0, 60, 10)],
        [finding(at, text="Marek") for at in range(0, 60, 10)],
        [finding(at, code="name-variant") for at in range(0, 60, 10)],
        [finding(at, path="b.md") for at in range(0, 60, 10)],
    ]
    every = [one for kind in kinds for one in kind]
    assert limited(every) == every


def test_what_has_no_text_is_told_apart_by_its_message():
    every = [finding(at, text="", message=f"Line {at % 2}.") for at in range(20)]
    assert len(limited(every)) == 12


def test_the_first_are_those_that_stand_first_and_the_order_is_kept():
    backwards = [finding(at) for at in range(90, -10, -10)]
    assert [one.start for one in limited(backwards)] == [50, 40, 30, 20, 10, 0]
