"""The embedding model at work, in the fastest of the ways that give its own vectors on this machine.

Which that is, a trial of about a second tells better than a list of processors: plain float32 where
bfloat16 is emulated, the packed forward pass where a model has the shape for it, sentence-transformers' own
where not.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from fabula_daemon.errors import ExtraMissing, ModelMissing
from fabula_daemon.index.embedding import MISSING, Model

CLOSE = 0.998  # cosine to plain float32 that a faster way must keep in the trial (the least in use is 0.995)
_TRIAL = (
    "The storm had come down from the ridge before dawn, and by the time she reached the pumps the "
    "red dust lay ankle-deep on the walkway. “You are late,” said the old engineer, without looking "
    "up from the valve. ",
    "Nobody in the lower dome had slept; the children sat on the stairs with their coats on, and "
    "passed from hand to hand the last of the water, as if it were a letter from somebody whom they "
    "had all loved. ",
    "He had signed the order himself, eleven years ago, in a room that no longer stood. What he "
    "remembered of it was the window: a grey square of sky, and a gull that hung there as though it "
    "had been nailed up. ",
)

Vectors = npt.NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Turns texts into unit vectors, one a row. `way` says how, for the log and for status."""

    encode: Encode
    way: str


def load(model: Model) -> Encoder:
    """Load the model, try the ways it can be run, and return the fastest good one.

    Raises ExtraMissing without sentence-transformers, ModelMissing if the files are no such model.
    """
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError:
        raise ExtraMissing(MISSING) from None
    try:
        transformer = SentenceTransformer(str(model.path), device="cpu", local_files_only=True)
    except Exception as error:  # each kind of broken file has its own
        raise ModelMissing(
            f"The embedding model in {model.path} cannot be loaded: {error}.",
            "Set [model] embedding in fabula.toml to the folder of a sentence-transformers model.",
        ) from error
    return fastest(transformer)


def fastest(transformer: Any) -> Encoder:
    """Return the way that took the least time for some prose, of those whose vectors are close to
    `encode`'s.
    """
    texts = [(passage * 3)[: 560 + 40 * n] for n, passage in enumerate(_TRIAL * 3)]
    chosen = Encoder(plain(transformer), "float32")
    exact, best = _timed(chosen.encode, texts)
    for way, packed in _packed(transformer).items():
        vectors, seconds = _timed(packed, texts)
        if seconds < best and float((vectors * exact).sum(axis=1).min()) >= CLOSE:
            chosen, best = Encoder(packed, way), seconds
    return chosen


def plain(transformer: Any) -> Encode:
    """Return sentence-transformers' own way."""

    def encode(texts: Sequence[str]) -> Vectors:
        vectors: Vectors = transformer.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return vectors

    return encode


def _packed(transformer: Any) -> dict[str, Encode]:
    import torch

    from fabula_daemon.index.packed import PackedBert, fits

    threads = torch.get_num_threads()
    try:
        if fits(transformer):
            return {
                f"{name}, packed": PackedBert(transformer, dtype, threads)
                for name, dtype in (("float32", torch.float32), ("bfloat16", torch.bfloat16))
            }
    except AttributeError:  # another version of these libraries, another inner shape
        pass
    return {}


def _timed(encode: Encode, texts: Sequence[str]) -> tuple[Vectors, float]:
    """Return the vectors and the shorter of two runs' seconds; the first run also warms up."""
    seconds = []
    for _ in range(2):
        began = time.perf_counter()
        vectors = encode(texts)
        seconds.append(time.perf_counter() - began)
    return vectors, min(seconds)
