"""The embedder's process with a model that costs nothing: a text's vector is its digest."""

import hashlib
import sys
from pathlib import Path

import numpy as np

from fabula_daemon.index import vectors
from fabula_daemon.index.embedder import Embedder, serve
from fabula_daemon.index.encoder import Encoder
from fabula_daemon.index.store import FILE_NAME, Store
from fabula_daemon.processes import Parent


def encode(texts):
    rows = [np.frombuffer(hashlib.sha256(text.encode()).digest(), dtype=np.uint8) for text in texts]
    return np.stack(rows).astype(np.float32)


if __name__ == "__main__":
    parent = Parent()
    store = Store(Path(sys.argv[2]) / FILE_NAME)
    serve(parent, Embedder(store, vectors.model(store, "digest", "0"), Encoder(encode, "digest")))
