"""Whether a directory can hold a model is known before anything heavy is started."""

import json
import shutil

import pytest

from fabula_daemon.completion.engines.directory import LONGEST_CONTEXT, STARTER, inspect
from fabula_daemon.errors import ModelMissing


@pytest.fixture
def model(tmp_path):
    return shutil.copytree(STARTER, tmp_path / "mine")


def test_the_starter_model_comes_with_fabula():
    found = inspect(STARTER)
    assert found.context == 1024
    assert found.name.startswith("starter ")


def test_what_is_missing_is_said_with_what_to_do(tmp_path):
    with pytest.raises(ModelMissing, match=r"no directory .*nowhere.*\[model\] in fabula.toml"):
        inspect(tmp_path / "nowhere")
    with pytest.raises(ModelMissing, match=r"it has no config.json and tokenizer.json and \*.safetensors"):
        inspect(tmp_path)


@pytest.mark.parametrize("config", ["no JSON", "[]", "{}", '{"max_position_embeddings": null}'])
def test_a_config_that_describes_no_language_model_is_refused(model, config):
    (model / "config.json").write_text(config)
    with pytest.raises(ModelMissing, match=r"config.json does not describe a model"):
        inspect(model)


def test_of_a_model_that_also_sees_the_part_that_writes_counts(model):
    (model / "config.json").write_text(json.dumps({"text_config": {"max_position_embeddings": 2048}}))
    assert inspect(model).context == 2048
    (model / "config.json").write_text(json.dumps({"text_config": {"hidden_size": 2560}}))
    assert inspect(model).context == LONGEST_CONTEXT


def test_a_long_context_is_not_used_to_the_full(model):
    config = json.loads((model / "config.json").read_text())
    (model / "config.json").write_text(json.dumps({**config, "max_position_embeddings": 131072}))
    assert inspect(model).context == LONGEST_CONTEXT


def test_other_weights_have_another_name(model):
    before = inspect(model).name
    weights = bytearray((model / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (model / "model.safetensors").write_bytes(weights)
    assert inspect(model).name != before
    assert before.split()[1] == inspect(STARTER).name.split()[1]
