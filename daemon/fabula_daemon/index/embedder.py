"""The process that makes vectors: `python -m fabula_daemon.index.embedder ROOT STATE`.

Chunks without a vector are its queue, the newest edit first; it lies in index.db, so that a restart goes on
where the last one was stopped. Between small batches it answers queries. It takes {"look": true} (there may
be new chunks) and {"query": text, "id": n}, and gives

    {"model": number, "name": …, "way": …}    once, when it is ready
    {"embedded": [hashes]}                    after each batch, when its vectors are stored
    {"id": n, "vector": [numbers]}            for each query
    {"problem": text | null}                  why there are no vectors; null when that is over
    {"corrupt": true}                         index.db is damaged; it ends
"""

import os
import sys
import time
from pathlib import Path

from fabula_daemon import config
from fabula_daemon.errors import IndexCorrupt, IndexFault, ModelError
from fabula_daemon.index import embedding, encoder, vectors
from fabula_daemon.index.encoder import Encoder
from fabula_daemon.index.store import FILE_NAME, Store
from fabula_daemon.processes import Message, Parent

BATCH = 8  # texts between two looks at what is asked: about a tenth of a second
AHEAD = 512  # texts fetched from the queue at once
RETRY_SECONDS = 2.0


class Embedder:
    """Gives every chunk of an index its vector by one model."""

    def __init__(self, store: Store, model: int, chosen: Encoder) -> None:
        self._store, self._model, self._encode = store, model, chosen.encode
        self._queue: list[tuple[str, str]] = []
        self._more = True

    def look(self) -> None:
        """There may be newer chunks: fetch the queue again."""
        self._queue, self._more = [], True

    @property
    def done(self) -> bool:
        """Whether, as far as is known, every chunk has its vector."""
        return not self._queue and not self._more

    def step(self) -> list[str]:
        """Embed and store a batch; return the hashes of its texts. Raises IndexFault."""
        if not self._queue:
            self._queue = vectors.wanting(self._store, self._model, AHEAD)
            self._more = len(self._queue) > 0
        batch = self._queue[:BATCH]
        if batch:
            rows = self._encode([text for _, text in batch])
            pairs = zip(batch, rows, strict=True)
            vectors.put(self._store, self._model, [(key, row.tobytes()) for (key, _), row in pairs])
            del self._queue[:BATCH]
        return [key for key, _ in batch]

    def query(self, text: str) -> list[float]:
        """Return the vector of a query."""
        return [float(number) for number in self._encode([text])[0]]


def main(root: Path, state: Path) -> None:
    """Serve the daemon until it closes our input."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # nothing is ever fetched by itself
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    parent = Parent()
    settings, _ = config.load(root)
    try:
        model = embedding.locate(settings.model.embedding, root)
        weights = model.weights()
        chosen = encoder.load(model)
    except ModelError as error:
        parent.emit({"problem": str(error)})
        while True:
            parent.receive()  # until the daemon lets us go: the next start would find the same
    try:
        store = Store(state / FILE_NAME)
        number = vectors.model(store, model.name, weights)
        parent.emit({"model": number, "name": model.name, "way": chosen.way})
        serve(parent, Embedder(store, number, chosen))
    except IndexCorrupt:
        parent.emit({"corrupt": True})


def serve(parent: Parent, embedder: Embedder) -> None:
    """Embed what there is and answer queries until the daemon closes our input. Raises IndexCorrupt."""
    problem: str | None = None
    while True:
        message = parent.receive(timeout=None if embedder.done else 0)
        if message is not None:
            _heed(parent, embedder, message)
            continue
        try:
            keys = embedder.step()
        except IndexCorrupt:
            raise
        except IndexFault as fault:
            if problem is None:
                problem = str(fault)
                parent.emit({"problem": problem})
            time.sleep(RETRY_SECONDS)
            continue
        if problem is not None:
            problem = None
            parent.emit({"problem": None})
        if keys:
            parent.emit({"embedded": keys})


def _heed(parent: Parent, embedder: Embedder, message: Message) -> None:
    if "query" in message:
        parent.emit({"id": message["id"], "vector": embedder.query(message["query"])})
    else:
        embedder.look()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
