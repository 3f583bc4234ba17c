import json
import tarfile

import numpy as np
import pytest

from fabula_daemon.story.people import weights
from fabula_daemon.story.people.judge import Verdict, judge
from fabula_daemon.story.people.names import observe
from fabula_pipeline.names import crossing, trees
from fabula_pipeline.names.books import Excerpt, read_excerpts, read_novels
from fabula_pipeline.names.training import train, untrained

PEOPLE, PLACES = ("Threlkeld", "Okonjo", "Brandsma", "Falcão"), ("Vostrov", "Tharsis", "Ottery", "Marn")
NOVEL = "\n\n".join(
    f"“Go,” said {person}. Then {person} nodded to Mr. {person}, and they lived in {place}. "
    f"He came from {place}, in the {place}."
    for person in PEOPLE
    for place in PLACES
)


@pytest.fixture(scope="module", autouse=True)
def other_weights():
    yield
    weights.use(None)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A corpus of three novels, of which one is held out, and an excerpt of each."""
    root = tmp_path_factory.mktemp("data")
    for stem in ("1_one", "2_two", "36_held"):
        (root / f"{stem}.txt").write_text(NOVEL, encoding="utf-8")
        text = NOVEL[: NOVEL.index("\n\n", 700)]
        spans = [[at, at + len(name)] for name in PEOPLE for at in _places(text, name)]
        excerpt = {"text": text, "names": spans, "persons": [[0, 4]]}
        (root / f"{stem}.json").write_text(json.dumps(excerpt), encoding="utf-8")
    with tarfile.open(root / "corpus.tar.xz", "w:xz") as tar:
        for file in root.glob("*.txt"):
            tar.add(file, f"corpus/{file.name}")
    return root


@pytest.fixture(scope="module")
def learned(data):
    weights.use(untrained())
    return train(read_excerpts(data), dict(read_novels(data / "corpus.tar.xz")))


def _places(text, name):
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def test_an_excerpt_tells_names_from_mentions_and_from_everything_else():
    excerpt = Excerpt("1", "Mr. Hall met the girl.", ((0, 8),), ((0, 8), (13, 21)))
    assert [excerpt.is_name(*span) for span in ((0, 8), (4, 8), (17, 21), (9, 12))] == [
        True,
        True,
        None,
        False,
    ]


def test_the_book_that_is_held_out_is_not_read(data):
    weights.use(untrained())
    assert {stem for stem, _ in read_novels(data / "corpus.tar.xz")} == {"1_one", "2_two"}


def test_what_has_been_learned_tells_persons_from_places(learned):
    weights.use(weights.parse(json.dumps(learned)))
    names = observe(NOVEL.split("\n\n"))
    assert {judge(name, names) for name in PEOPLE} == {Verdict.PERSON}
    assert {judge(name, names) for name in PLACES} == {Verdict.OTHER}


def test_the_same_books_teach_the_same(data, learned):
    weights.use(untrained())
    again = train(read_excerpts(data), dict(read_novels(data / "corpus.tar.xz")))
    assert again["identity"] == learned["identity"]


def test_plain_trees_say_what_the_trained_ones_do():
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(300, 5)).round(2)
    examples = trees.Examples(rows.tolist(), [bool(a + b > c) for a, b, c, *_ in rows], [1.0] * 300)
    model = trees.fit(examples)
    bias, plain = trees.as_plain(model)
    read = weights.parse(
        json.dumps(
            {"identity": "", "context_bias": 0, "context": {}, "gazetteer": {}, "bias": bias, "trees": plain}
        )
    )
    ours = [read.probability(row) for row in examples.rows]
    assert ours == pytest.approx(model.predict_proba(rows)[:, 1].tolist(), abs=0.01)


def test_every_excerpt_is_judged_once_by_weights_that_have_not_seen_its_book(data, tmp_path, monkeypatch):
    seen = []

    def note(excerpts, novels, without):
        seen.append(set(without))
        return {"identity": "fold"}

    monkeypatch.setattr(crossing, "train", note)
    folds = crossing.fold_weights(data, data / "corpus.tar.xz", tmp_path)

    assert sorted(stem for stems, _ in folds for stem in stems) == ["1_one", "2_two", "36_held"]
    assert seen == [set(stems) for stems, _ in folds]
    crossing.fold_weights(data, data / "corpus.tar.xz", tmp_path)
    assert len(seen) == len(folds)
