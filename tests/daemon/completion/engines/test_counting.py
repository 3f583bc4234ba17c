"""A model's own tokenizer: what is written is text to it, never a sign."""

import pytest
from tokenizers import Tokenizer

from fabula_daemon.completion.engines.counting import load_tokenizer
from fabula_daemon.completion.engines.directory import STARTER
from fabula_daemon.errors import ModelMissing

SPECIAL = ["<|endoftext|>", "[gMASK]", "<|reserved special|>", "@@USER@@"]


@pytest.mark.parametrize("special", SPECIAL)
def test_no_text_becomes_a_special_token(special, tmp_path):
    made = Tokenizer.from_file(str(STARTER / "tokenizer.json"))
    made.add_special_tokens(SPECIAL)
    made.save(str(tmp_path / "tokenizer.json"))
    assert made.encode(special).ids == [made.token_to_id(special)]

    tokenizer = load_tokenizer(tmp_path)
    tokens = tokenizer.encode(f"She said {special}.").ids
    assert tokenizer.token_to_id(special) not in tokens
    assert tokenizer.decode(tokens) == f"She said {special}."


def test_a_tokenizer_that_cannot_be_read(tmp_path):
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelMissing, match=r"tokenizer\.json cannot be read"):
        load_tokenizer(tmp_path)
