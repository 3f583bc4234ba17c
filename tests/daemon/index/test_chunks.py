"""Chunks hold every word, cut nothing off, and fall the same way again behind an edit."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from fabula_daemon.index import chunks, embedding, tokens
from fabula_daemon.story.text import prose

MODEL = embedding.locate("", Path()).path
MEASURE = tokens.measure(MODEL)
WORDS = "the storm Sarah pump unbelievably dome. “Go!” said, red—dust… naïve 3,000 ξένος 水 I’d —".split()


@pytest.fixture(scope="module")
def real():
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def body(paragraphs):
    return [(1, prose.parse("\n\n".join(paragraphs)).paragraphs)]


words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=400).map(" ".join)
scenes = st.lists(words | st.text(min_size=1, max_size=60), min_size=1, max_size=12)


@settings(max_examples=80, deadline=None)
@given(scenes)
def test_chunks_tile_the_scene_and_fit_the_model(paragraphs):
    scene = body(paragraphs)
    cut = chunks.cut(scene, MEASURE)
    assert "".join("".join(chunk.text for chunk in cut).split()) == "".join(
        "".join(paragraph.text for _, members in scene for paragraph in members).split()
    )
    assert [chunk.start for chunk in cut] == sorted(chunk.start for chunk in cut)
    assert all(before.end <= after.start for before, after in pairwise(cut))
    assert all(count <= MEASURE.most for count in MEASURE.count([chunk.text for chunk in cut]))


@settings(max_examples=60, deadline=None)
@given(scenes, st.lists(words, max_size=9), words)
def test_the_model_reads_every_chunk_whole_with_its_header(paragraphs, people, place):
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    header = chunks.header(place, people, MEASURE)
    for chunk in chunks.cut(body(paragraphs), MEASURE):
        encoded = tokenizer.encode(chunks.embedded_text(header, chunk.text))
        assert len(encoded) <= 220
        assert len(encoded) - encoded.special_tokens_mask.count(1) == sum(MEASURE.count([header, chunk.text]))


def long_scene(seed=1, paragraphs=150):
    rng = random.Random(seed)
    vocabulary = (
        "the old pump by north dome wall had failed again and Sarah knew it was not by chance".split()
    )
    sentence = lambda: " ".join(rng.choices(vocabulary, k=rng.randint(4, 25))).capitalize() + "."  # noqa: E731
    return [" ".join(sentence() for _ in range(rng.randint(1, 9))) for _ in range(paragraphs)]


def test_a_chunk_is_of_120_to_220_tokens_unless_the_scene_ends(real):
    cut = chunks.cut(body(long_scene()), MEASURE)
    header = chunks.header("Chapter 3, Dust, scene 1", ["Sarah Chen"], MEASURE)
    lengths = [len(real.encode(chunks.embedded_text(header, chunk.text))) for chunk in cut]
    assert len(lengths) > 30
    assert all(120 <= length <= 220 for length in lengths[:-1])
    assert lengths[-1] <= 220


def test_chunks_end_at_paragraphs_where_they_can():
    cut = chunks.cut(body(["One two three four five six seven eight nine ten."] * 60), MEASURE)
    assert all(chunk.text.endswith("ten.") and chunk.text.startswith("One") for chunk in cut)


def test_an_overlong_paragraph_is_cut_between_sentences_and_an_overlong_sentence_between_words():
    sentences = "The pump by the north wall had failed for the third time that week. " * 40
    assert all(chunk.text.endswith("week.") for chunk in chunks.cut(body([sentences.strip()]), MEASURE))
    cut = chunks.cut(body(["dust and " * 500]), MEASURE)
    assert " ".join(chunk.text for chunk in cut).split() == ("dust and " * 500).split()


def test_a_scene_never_shares_a_chunk_with_the_next():
    scenes = prose.parse("Short.\n\n* * *\n\nShorter.\n").scenes
    cut = chunks.cut([(scene.number, scene.paragraphs) for scene in scenes], MEASURE)
    assert [(chunk.scene, chunk.text) for chunk in cut] == [(1, "Short."), (2, "Shorter.")]


def test_offsets_point_into_the_file_and_quote_it():
    text = "# Title\n\n  One. <!-- not this -->\n\nTwo, three.\n"
    chunk = chunks.cut([(1, prose.parse(text).scenes[0].paragraphs)], MEASURE)[0]
    assert text[chunk.start : chunk.end].strip().startswith("One.")
    assert text[chunk.start : chunk.end].endswith("Two, three.")
    assert "not this" not in chunk.text


def test_behind_an_edit_the_chunks_soon_fall_as_before():
    scene = long_scene()
    before = {chunk.hash for chunk in chunks.cut(body(scene), MEASURE)}
    after = chunks.cut(
        body([scene[0] + " And then it rained on the red dust for a whole week.", *scene[1:]]), MEASURE
    )
    assert len([chunk for chunk in after if chunk.hash not in before]) <= len(after) // 3


def test_how_lines_are_broken_is_not_part_of_a_chunks_identity():
    one, two = (chunks.cut(body([text]), MEASURE)[0] for text in ("red dust\nover all", "red dust over all"))
    assert one.hash == two.hash


def test_a_header_gives_up_people_before_place():
    assert (
        chunks.header("Chapter 1, Dust, scene 2", ["Sarah Chen"], MEASURE)
        == "Chapter 1, Dust, scene 2. With Sarah Chen."
    )
    crowded = chunks.header("Chapter 1, Dust", [f"Person Number{n}" for n in range(30)], MEASURE)
    assert crowded.startswith("Chapter 1, Dust. With Person Number0")
    assert MEASURE.count([crowded])[0] <= chunks.HEADER
    assert chunks.header("dust " * 90, [], MEASURE).startswith("dust dust")


def test_the_estimate_rather_counts_too_many():
    text = [" ".join(long_scene(seed)) for seed in range(5)]
    assert all(
        guess >= exact for guess, exact in zip(tokens.ESTIMATE.count(text), MEASURE.count(text), strict=True)
    )
