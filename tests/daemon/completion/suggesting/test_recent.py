"""What was written is found again where the author has typed on, or back."""

from dataclasses import dataclass

import pytest

from fabula_daemon.completion.suggesting.recent import REMEMBERED, Recent, Spot

BEFORE, AFTER = "She went ", "\n\nHe stayed."
SHOWN = "down to the water."


@dataclass
class Note:
    spot: Spot
    text: str = SHOWN
    void: bool = False


def begins(note, typed):
    return note.text.startswith(typed) and note.text != typed


def noted(text=SHOWN, *, path="one.md", before=BEFORE):
    return Note(Spot.at(path, before + AFTER, len(before), "v1"), text)


@pytest.fixture
def recent():
    recent = Recent()
    recent.keep(noted())
    return recent


def found(recent, typed, *, path="one.md", before=BEFORE, after=AFTER, version="v1"):
    match = recent.find(path, before + typed + after, len(before + typed), version, begins)
    return match and (match[0].text, match[1])


@pytest.mark.parametrize("typed", ["", "down to ", "down"])
def test_it_is_found_by_what_has_been_typed(recent, typed):
    assert found(recent, typed) == (SHOWN, typed)


@pytest.mark.parametrize("typed", ["up", SHOWN, SHOWN + " "])
def test_what_does_not_fit_is_not_found(recent, typed):
    assert found(recent, typed) is None


@pytest.mark.parametrize(
    "changed",
    [{"path": "two.md"}, {"before": "She came "}, {"after": "\n\nHe left."}, {"version": "v2"}],
)
def test_another_place_or_another_version_is_another_matter(recent, changed):
    assert found(recent, "down", **changed) is None


def test_the_newest_that_fits_counts(recent):
    recent.keep(noted("down the stairs."))
    recent.keep(noted("home."))
    assert found(recent, "down ") == ("down the stairs.", "down ")
    assert found(recent, "down to ") == (SHOWN, "down to ")


def test_only_the_latest_are_remembered(recent):
    for number in range(REMEMBERED):
        recent.keep(noted(path="two.md", before=f"{number}"))
    assert found(recent, "") is None


def test_what_came_to_nothing_takes_no_room(recent):
    for number in range(REMEMBERED):
        recent.keep(Note(noted(before=f"{number}").spot, void=True))
    assert found(recent, "") == (SHOWN, "")


def test_what_is_dropped_is_forgotten(recent):
    recent.clear()
    assert found(recent, "") is None


def test_who_wants_to_know_hears_once_of_all_that_is_forgotten():
    heard = []
    recent = Recent(heard.append)
    notes = [noted(before=f"{number}") for number in range(REMEMBERED)]
    notes[3].void = True
    for note in notes:
        recent.keep(note)
    assert heard == [notes[3]]
    for number in range(2):
        recent.keep(noted(path="two.md", before=f"{number}"))
    assert heard == [notes[3], notes[0]]
    recent.clear()
    assert len(heard) == len(notes) + 2
