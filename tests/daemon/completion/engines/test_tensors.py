"""Safetensors files are known to be whole, and what they hold, by their headers alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.engines import tensors
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.errors import ModelMissing
from tests.support.weights import safetensors


def test_a_file_tells_its_tensors_with_their_shapes(tmp_path: Path) -> None:
    (tmp_path / "a.safetensors").write_bytes(safetensors({"embed": (8, 4), "norm": (4,)}))
    assert tensors.read(tmp_path / "a.safetensors") == {
        "embed": tensors.Tensor("BF16", (8, 4), 64),
        "norm": tensors.Tensor("BF16", (4,), 8),
    }


def test_the_starter_model_is_whole() -> None:
    found = tensors.read_all(STARTER)
    assert found["model.embed_tokens.weight"].shape == (4096, 256)


@pytest.mark.parametrize("cut", [1, 100])
def test_a_file_that_was_not_copied_to_its_end_is_refused(tmp_path: Path, cut: int) -> None:
    (tmp_path / "a.safetensors").write_bytes(safetensors({"embed": (64, 64)})[:-cut])
    with pytest.raises(
        ModelMissing, match=r"a\.safetensors has [\d,]+ bytes where its header promises [\d,]+"
    ):
        tensors.read(tmp_path / "a.safetensors")


@given(st.binary(max_size=200))
def test_whatever_bytes_a_file_has_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.safetensors"
    file.write_bytes(data)
    try:
        found = tensors.read(file)
    except ModelMissing:
        return
    assert found == {}  # the most that can come about by chance is an empty table


@pytest.mark.parametrize(
    "header",
    [[], {"a": 1}, {"a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 0]}}, {"a": {"dtype": "F32"}}],
)
def test_a_header_that_makes_no_sense_is_refused(tmp_path: Path, header: object) -> None:
    text = json.dumps(header).encode()
    (tmp_path / "a.safetensors").write_bytes(len(text).to_bytes(8, "little") + text)
    with pytest.raises(ModelMissing, match="damaged header"):
        tensors.read(tmp_path / "a.safetensors")


@pytest.fixture
def parted(tmp_path: Path) -> Path:
    for part, name in (("one", "embed"), ("two", "norm")):
        (tmp_path / f"{part}.safetensors").write_bytes(safetensors({name: (4,)}))
    parts = {"embed": "one.safetensors", "norm": "two.safetensors"}
    (tmp_path / tensors.INDEX).write_text(json.dumps({"weight_map": parts}))
    return tmp_path


def test_a_model_in_parts_is_read_as_one(parted: Path) -> None:
    assert set(tensors.read_all(parted)) == {"embed", "norm"}


def test_a_part_that_is_missing_is_named(parted: Path) -> None:
    (parted / "two.safetensors").unlink()
    with pytest.raises(ModelMissing, match=r"two\.safetensors is missing"):
        tensors.read_all(parted)


def test_a_part_that_holds_less_than_promised_is_named(parted: Path) -> None:
    (parted / "two.safetensors").write_bytes(safetensors({}))
    with pytest.raises(ModelMissing, match=r"two\.safetensors does not hold norm"):
        tensors.read_all(parted)


@pytest.mark.parametrize("index", ["{", "[]", "{}", '{"weight_map": [1]}'])
def test_an_index_that_makes_no_sense_is_refused(parted: Path, index: str) -> None:
    (parted / tensors.INDEX).write_text(index)
    with pytest.raises(ModelMissing, match="does not say which part holds what"):
        tensors.read_all(parted)
