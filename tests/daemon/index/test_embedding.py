"""The model is the one asked for, with the weights it should have; its vectors are its own, only sooner."""

import builtins
import json
import random
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from fabula_daemon.errors import ExtraMissing, ModelMissing
from fabula_daemon.index import embedding, encoder
from fabula_daemon.index.embedding import DEFAULT, PACKAGED_WEIGHTS, locate
from fabula_daemon.index.packed import PackedBert, fits


@pytest.fixture(autouse=True)
def empty_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


@pytest.fixture(scope="module")
def transformer():
    return SentenceTransformer(str(locate("", Path()).path), device="cpu", local_files_only=True)


def put_in_cache(cache, name):
    snapshot = cache / f"models--{name.replace('/', '--')}" / "snapshots" / "abc"
    snapshot.mkdir(parents=True)
    (snapshot / "config.json").write_text("{}")
    (snapshot.parents[1] / "refs").mkdir()
    (snapshot.parents[1] / "refs" / "main").write_text("abc")
    return snapshot


def texts(number):
    rng = random.Random(number)
    words = (
        "the red dust of pump and valve had Sarah again winter water “Go!” whispered dome seventeen".split()
    )
    return [" ".join(rng.choices(words, k=rng.randint(1, 160))) for _ in range(number)]


def test_the_packaged_model_is_the_last_resort_and_its_weights_are_verified():
    model = locate("", Path())
    assert model.name == DEFAULT
    assert model.weights() == PACKAGED_WEIGHTS


def test_the_cache_comes_before_the_package(empty_cache):
    snapshot = put_in_cache(empty_cache, DEFAULT)
    assert locate("", Path()).path == snapshot


def test_settings_name_a_folder_or_a_model_of_the_cache(tmp_path, empty_cache):
    (tmp_path / "models" / "mine").mkdir(parents=True)
    assert locate("models/mine", tmp_path).path == tmp_path / "models" / "mine"
    snapshot = put_in_cache(empty_cache, "somebody/else")
    assert locate("somebody/else", tmp_path).path == snapshot


def test_a_setting_that_names_nothing_is_said_with_what_to_do(tmp_path):
    with pytest.raises(ModelMissing, match=r"'no/such'.*Give the folder"):
        locate("no/such", tmp_path)


def test_other_weights_in_the_package_are_an_error_that_says_so(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"tampered")
    with pytest.raises(ModelMissing, match=r"not what it should be.*force-reinstall"):
        embedding.Model(DEFAULT, tmp_path, PACKAGED_WEIGHTS).weights()


def test_a_folder_without_weights_or_with_broken_ones_is_no_model(tmp_path):
    with pytest.raises(ModelMissing, match=r"has no model\.safetensors"):
        embedding.Model("mine", tmp_path).weights()
    broken = shutil.copytree(locate("", Path()).path, tmp_path / "broken")
    (broken / "model.safetensors").write_bytes(b"broken")
    with pytest.raises(ModelMissing, match="cannot be loaded"):
        encoder.load(embedding.Model("broken", broken))


def test_without_the_extra_the_error_names_the_command(monkeypatch):
    real = builtins.__import__

    def absent(name, *rest, **more):
        if name.startswith("sentence_transformers"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(ExtraMissing, match="pip"):
        encoder.load(locate("", Path()))


@pytest.mark.parametrize(("dtype", "close"), [(torch.float32, 0.99999), (torch.bfloat16, 0.998)])
def test_packed_vectors_are_the_models_own(transformer, dtype, close):
    packed = PackedBert(transformer, dtype, threads=2)
    for number in (1, 2, 37):
        exact = encoder.plain(transformer)(texts(number))
        cosines = (packed(texts(number)) * exact).sum(axis=1)
        assert cosines.min() >= close
    packed.close()


def test_empty_and_overlong_texts_are_embedded_as_encode_does(transformer):
    packed = PackedBert(transformer, torch.float32, threads=1)
    strange = ["", "x", "word " * 2000, "水 " * 300]
    assert np.allclose(packed(strange), encoder.plain(transformer)(strange), atol=1e-4)
    assert packed([]).shape == (0, 384)
    packed.close()


def test_the_chosen_way_gives_unit_vectors_close_to_float32(transformer):
    chosen = encoder.fastest(transformer)
    vectors = chosen.encode(texts(20))
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert (vectors * encoder.plain(transformer)(texts(20))).sum(axis=1).min() >= 0.995


def test_a_way_that_gives_other_vectors_is_not_chosen(transformer, monkeypatch):
    monkeypatch.setattr(
        PackedBert, "__call__", lambda self, texts: np.ones((len(texts), 384), dtype=np.float32) / 384
    )
    assert encoder.fastest(transformer).way == "float32"


def test_a_model_of_another_shape_is_run_by_sentence_transformers_itself(tmp_path):
    other = shutil.copytree(locate("", Path()).path, tmp_path / "other")
    modules = json.loads((other / "modules.json").read_text())
    (other / "modules.json").write_text(json.dumps(modules[:2]))
    loaded = encoder.load(embedding.Model("other", other))
    assert loaded.way == "float32"
    assert np.allclose(np.linalg.norm(loaded.encode(["dust"]), axis=1), 1, atol=1e-5)
    assert not fits(SentenceTransformer(str(other), device="cpu", local_files_only=True))
