import pytest

from fabula_daemon.story.people.candidates import candidates
from fabula_daemon.story.people.cues import Cue


def names(text):
    return [candidate.name for candidate in candidates(text)]


def cues(text, name="Okonjo"):
    return next(set(candidate.cues) for candidate in candidates(text) if candidate.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Elena Martinez ran.", ["Elena Martinez"]),
        ("He met Elena\nMartinez there.", ["Elena Martinez"]),
        ("He met Elena\r\nMartinez there.", ["Elena Martinez"]),
        ("He met J. R. Hartley there.", ["J. R. Hartley"]),
        ("He met Ludwig van der Berg there.", ["Ludwig van der Berg"]),
        ("He met Mary-Jane O’Brien.", ["Mary-Jane O'Brien"]),
        ("He met D'Artagnan and T’Pol.", ["D'Artagnan", "T'Pol"]),
        ("He met Sha’ira Vey.", ["Sha'ira Vey"]),
        ("He met Inês, Łukasz, Ömer, Søren and Şebnem.", ["Inês", "Łukasz", "Ömer", "Søren", "Şebnem"]),
        ("He saw *Elena* and _Elena_ and **Elena**.", ["Elena"] * 3),
        ("'Elena,' he said. 'Come, Elena.'", ["Elena", "Elena"]),
        ("“Elena’ll go,” he said.", ["Elena"]),
        ("It was Elena’s, or the Chens’.", ["Elena", "Chens"]),
        ("He met Dr. Okonjo and Mrs. Hall.", ["Okonjo", "Hall"]),
    ],
)
def test_a_capitalised_run_is_one_name(text, expected):
    assert [name for name in names(text) if name not in ("He", "It", "Come")] == expected


@pytest.mark.parametrize(
    "text", ["They’d gone.", "“I’ll go. Don’t!”", "Ma’am, you’ve won.", "“’Tis late,” he said."]
)
def test_a_contraction_is_no_name(text):
    assert not {"They", "I", "Don", "Ma"} & set(names(text))


def test_a_title_alone_is_no_name():
    assert names("“Yes, Captain,” he said.") == []


def test_a_title_before_a_name_is_no_part_of_it_and_tells():
    (candidate,) = candidates("He saw Mrs. Hall.")
    assert (candidate.name, candidate.titled, candidate.title_gender) == ("Hall", True, "f")
    assert candidate.start == 7
    assert candidate.name_start == 12


def test_an_ordinary_word_at_the_head_of_a_sentence_is_no_part_of_the_name():
    assert names("Then Elena ran.") == ["Elena"]


def test_the_end_of_a_sentence_ends_a_run():
    assert "I. Then" not in names("So did I. Then Elena ran.")


def test_what_is_shouted_has_its_name_in_ordinary_letters_and_no_cues():
    (candidate,) = candidates("“WE WANT ELENA MARTINEZ NOW!”")
    assert (candidate.name, candidate.shouted, candidate.cues) == ("Elena Martinez", True, ())


def test_ordinary_words_are_none_when_shouted():
    assert names("“I WILL NOT! YOU MAY GO,” SAID THE CAPTAIN ON TV.") == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Then came Okonjo.", Cue.MID),
        ("Okonjo came.", Cue.INITIAL),
        ("“Okonjo came.”", Cue.INITIAL),
        ("He saw Dr. Okonjo.", Cue.TITLED),
        ("“Go,” said Okonjo.", Cue.SPEAKS),
        ("“Go,” Okonjo said.", Cue.SPEAKS),
        ("Slowly Okonjo nodded.", Cue.ACTS),
        ("“Well, Okonjo, go.”", Cue.ADDRESSED),
        ("It was his friend Okonjo.", Cue.INTRODUCED),
        ("She lived in Okonjo.", Cue.PLACE),
        ("She came from Okonjo.", Cue.WEAK_PLACE),
        ("She saw the Okonjo.", Cue.DETERMINED),
        ("It was Okonjo’s.", Cue.OWNS),
        ("“Go,” said _Okonjo_.", Cue.SPEAKS),
    ],
)
def test_what_stands_around_a_name_is_a_cue(text, cue):
    assert cue in cues(text)


def test_a_noun_of_places_is_a_cue():
    assert Cue.NOUN in cues("She lived in Okonjo Street.", "Okonjo Street")


@pytest.mark.parametrize(
    "text", ["He went by St. Paul’s alone.", "At Saint Martin's it rang.", "St. John’s Wood lay there."]
)
def test_a_saint_s_church_or_street_is_nobody(text):
    assert [candidate.name for candidate in candidates(text) if candidate.titled] == []


def test_somebody_called_after_a_saint_is_somebody():
    assert "John Rivers" in [candidate.name for candidate in candidates("“Go,” said St. John Rivers.")]
