"""Why a model server ended, read out of its log: vLLM's reason stands in an earlier line, not the last."""

import re
from typing import NamedTuple


class Cause(NamedTuple):
    """What happened, in a sentence for the author, and what she can do; as `ServerFailed` takes them."""

    cause: str
    advice: str


UNKNOWN = Cause("The model server ended, and its log does not say why.", "The log has the details.")

_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        r"torch\.(?:cuda\.)?OutOfMemoryError|CUDA out of memory",
        "The GPU has not enough memory for this model.",
        "Use a smaller one, or lower max_model_len or max_num_seqs under [model] in fabula.toml.",
    ),
)


def cause(log: str) -> Cause:
    """Return why the server whose log this is (all of it, or its end) has failed."""
    for pattern, what, advice in _KNOWN:
        if match := re.search(pattern, log):
            return Cause(match.expand(what), advice)
    return UNKNOWN
