"""A sentence may tell what happens now, or something remembered, dreamt, written down, past or supposed."""

import pytest

from fabula_daemon.story.telling.frames import (
    Frame,
    frames,
    frames_at,
    is_from_afar,
    is_just_then,
    opens_another_time,
)


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("She remembered how he stood there.", Frame.REMEMBERED),
        ("Years ago he had said the same.", Frame.REMEMBERED),
        ("He used to laugh at that.", Frame.REMEMBERED),
        ("On the day before the accident he bought a hat.", Frame.REMEMBERED),
        ("The late engineer kept it so.", Frame.REMEMBERED),
        ("He came into the dream and sat down.", Frame.DREAMT),
        ("His ghost walked the corridor.", Frame.DREAMT),
        ("In the letter he said that all was well.", Frame.RECORDED),
        ("In the old photograph he was smiling.", Frame.RECORDED),
        ("They lowered the coffin.", Frame.DEPARTED),
        ("He was dead.", Frame.DEPARTED),
        ("It was as if he stood behind the chair.", Frame.SUPPOSED),
        ("If he came in now they would laugh.", Frame.SUPPOSED),
    ],
)
def test_what_sets_a_sentence_apart(sentence, frame):
    assert frame in frames(sentence)


def test_a_comparison_sets_apart_only_what_is_behind_it():
    sentence = "He walked in as if Marcus had called him."
    assert frames_at(sentence, sentence.index("He")) == frozenset()
    assert frames_at(sentence, sentence.index("Marcus")) == {Frame.SUPPOSED}


@pytest.mark.parametrize(
    "sentence",
    [
        "He laughed and reached for the door.",
        "With a shrug he put the letter away.",
        "They found him at the table, eating bread.",
        "The year was young and the road was dry.",
    ],
)
def test_what_happens_here_and_now(sentence):
    assert frames(sentence) == frozenset()


def test_a_voice_from_afar():
    assert is_from_afar("It was Okonjo, on the telephone.")
    assert not is_from_afar("It was Okonjo, at the door.")


def test_a_scene_that_begins_in_another_time():
    assert opens_another_time("Eleven years earlier the well had been dry.")
    assert not opens_another_time("At six the whistle went.")


def test_a_pluperfect_of_the_moment():
    assert is_just_then("Before anybody could speak he had gone.")
    assert not is_just_then("He had gone before the war.")
