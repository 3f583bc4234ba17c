"""A model's own tokenizer, to count with and to cut prompts into tokens: the package tokenizers alone, which,
unlike transformers, is light enough for the daemon.
"""

from pathlib import Path
from typing import Any

from fabula_daemon.completion.engines.directory import ADVICE
from fabula_daemon.errors import ModelMissing


def load_tokenizer(directory: Path) -> Any:
    """Return the `tokenizers.Tokenizer` of the model in `directory`. No text that it is given becomes a
    special token, however it is spelt. Raises ModelMissing.
    """
    from tokenizers import Tokenizer

    file = directory / "tokenizer.json"
    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # it has no class of its own
        raise ModelMissing(f"{file} cannot be read: {error}.", ADVICE) from error
    tokenizer.encode_special_tokens = True
    return tokenizer


def tokens_in(text: str, tokenizer: Any) -> int:
    """Return the number of tokens in a text, without those that a model puts around it."""
    return len(tokenizer.encode(text, add_special_tokens=False).ids)
