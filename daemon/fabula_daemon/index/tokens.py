"""How long a text is to an embedding model: by the model's own tokenizer, or by an estimate where there is
none.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path

from fabula_daemon.index.chunks import Measure

_WORD = re.compile(r"\w+|[^\w\s]")


def measure(model: Path | None) -> Measure:
    """Return the measure of the sentence-transformers model in a folder; without its tokenizer, an
    estimate.
    """
    try:
        from tokenizers import Tokenizer
    except ImportError:
        return ESTIMATE
    if model is None or not (model / "tokenizer.json").is_file():
        return ESTIMATE
    source = (model / "tokenizer.json").read_bytes()
    tokenizer = Tokenizer.from_buffer(source)
    tokenizer.no_truncation()
    tokenizer.no_padding()

    lengths: dict[str, int] = {}

    def count(texts: Sequence[str]) -> list[int]:
        """A text has the tokens of its words, and a book has few different words."""
        split = [text.split() for text in texts]
        new = [word for word in {word for words in split for word in words} if word not in lengths]
        encoded = tokenizer.encode_batch_fast(new, add_special_tokens=False)
        lengths.update(zip(new, map(len, encoded), strict=True))
        return [sum(map(lengths.__getitem__, words)) for words in split]

    name = hashlib.sha256(source).hexdigest()[:16]
    return Measure(name, count, _limit(model), tokenizer.num_special_tokens_to_add(False))


def _limit(model: Path) -> int:
    try:
        settings = json.loads((model / "sentence_bert_config.json").read_text(encoding="utf-8"))
        return int(settings["max_seq_length"])
    except (OSError, ValueError, KeyError, TypeError):
        return 256


def _estimate(texts: Sequence[str]) -> list[int]:
    """Count a word of up to four letters as one token, and one more for every further three: rather too
    many.
    """
    return [sum(1 + max(0, len(word) - 2) // 3 for word in _WORD.findall(text)) for text in texts]


ESTIMATE = Measure("estimate", _estimate)
