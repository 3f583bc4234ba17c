"""Passages that answer a query: by their words from the first second, by their meaning as vectors arrive.

Two rankings, bm25 of SQLite's full-text search and exact cosine, are joined by reciprocal rank fusion
(Cormack, Clarke and Büttcher 2009: a passage scores the sum of 1 / (60 + its rank)), which needs no
weights.

bm25 costs some microseconds for every passage that matches, so a query is put so that few do: its rare
words are asked for, its common ones only lift what has a rare one, and if all are common, passages with all
of them are asked for. Which words are common is counted, which is cheap. A `Search` belongs to one thread.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from fabula_daemon.index import vectors
from fabula_daemon.index.matrix import Matrix
from fabula_daemon.index.store import Store

FUSION = 60
POOL = 50  # passages of each ranking that are fused
MOST_TERMS = 8
MOST_MATCHES = 400  # passages that bm25 is asked to rank

_TERM = re.compile(r"\w+")
_STOP_WORDS = frozenset(
    "a about after all also am an and any are as at be been before being but by can could did do does for "
    "from had has have he her hers him his how i if in into is it its just me more my no not of on or our "
    "out over shall she should so some such than that the their them then there these they this those to "
    "up upon us was we were what when where which while who whom whose why will with would you your s t d "
    "ll m re ve don didn".split()
)

_BY_WORDS = (
    "SELECT words.rowid{} FROM words{} WHERE words MATCH ? AND words.rowid >= ?{} ORDER BY rank LIMIT {}"
)
_DOCUMENT = " JOIN chunks c ON c.id = words.rowid JOIN documents d ON d.id = c.document"
_EARLIER = " AND (d.number IS NULL OR d.number < ?)"

Source = Literal["words", "meaning"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage at [start, end) of the file at `path`, quoted, with what stands for it."""

    path: str
    start: int
    end: int
    text: str
    chapter: int | None
    scene: int | None
    title: str
    score: float
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to ask of the full-text search: an expression, for chunks from `since` on.

    A word in `lifting` is not asked for: where it stands as well, it adds its weight (bm25's, for one use).
    """

    expression: str
    since: int = 0
    lifting: Mapping[str, float] = field(default_factory=dict)


class Search:
    """Search over the index.db at `path`, once the indexer has opened it."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path, readonly=True)
        self._model: int | None = None
        self._matrix = Matrix(1)
        self._chunks: defaultdict[str, set[int]] = defaultdict(set)

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def use(self, model: int) -> None:
        """Search by the vectors of a model from now on: load those there are."""
        self._model, self._matrix = model, Matrix(1)
        self._chunks.clear()
        for (path,) in self._store.query("SELECT path FROM documents"):
            self.follow(path)

    def follow(self, path: str) -> None:
        """A document has been written or forgotten: its chunks are others now."""
        if self._model is None:
            return
        rows = vectors.of_document(self._store, self._model, path)
        present = {chunk for chunk, _, _ in rows}
        for chunk in self._chunks[path] - present:
            self._matrix.drop(chunk)
        for chunk, chapter, vector in rows:
            if chunk in self._chunks[path]:
                self._matrix.place(chunk, chapter)
            elif vector is not None:
                self._put(chunk, chapter, vector)
        self._chunks[path] = {chunk for chunk, _, vector in rows if vector is not None}

    def learn(self, keys: Sequence[str]) -> None:
        """The texts with these hashes have been embedded."""
        if self._model is not None:
            for path, chunk, chapter, vector in vectors.of_texts(self._store, self._model, keys):
                self._put(chunk, chapter, vector)
                self._chunks[path].add(chunk)

    def counts(self) -> tuple[int, int]:
        """Return how many chunks there are, and how many of them have a vector."""
        return self._store.value("SELECT count(*) FROM chunks"), len(self._matrix)

    def __call__(
        self,
        query: str,
        k: int = 10,
        *,
        vector: npt.NDArray[np.float32] | None = None,
        before_chapter: int | None = None,
    ) -> list[Hit]:
        """Return the best `k` passages. `vector` is the query's embedding; without it, words alone count.

        With `before_chapter`, only what stands in an earlier chapter, or in the world, is found.
        """
        rankings: dict[Source, list[int]] = {"words": self._by_words(query, before_chapter)}
        if vector is not None and len(vector) == self._matrix.dimensions:
            rankings["meaning"] = self._matrix.nearest(vector, POOL, before_chapter)
        scores: defaultdict[int, float] = defaultdict(float)
        sources: defaultdict[int, list[Source]] = defaultdict(list)
        for source, ranking in rankings.items():
            for rank, chunk in enumerate(ranking, start=1):
                scores[chunk] += 1 / (FUSION + rank)
                sources[chunk].append(source)
        best = sorted(scores, key=lambda chunk: (-scores[chunk], chunk))[:k]
        hits = (self._hit(chunk, scores[chunk], tuple(sources[chunk])) for chunk in best)
        return [hit for hit in hits if hit is not None]

    def _by_words(self, query: str, before: int | None) -> list[int]:
        plan = self._plan(query)
        if plan is None:
            return []
        parameters: list[object] = [plan.expression, plan.since]
        joined = earlier = ""
        if before is not None:
            joined, earlier = _DOCUMENT, _EARLIER
            parameters.append(before)
        if not plan.lifting:
            sql = _BY_WORDS.format("", joined, earlier, POOL)
            return [chunk for (chunk,) in self._store.query(sql, parameters)]
        sql = _BY_WORDS.format(", rank, words.text", joined, earlier, 2 * POOL)
        ranked = []
        for chunk, rank, text in self._store.query(sql, parameters):
            folded = text.casefold()
            lift = sum(weight for word, weight in plan.lifting.items() if word in folded)
            ranked.append((rank - lift, chunk))
        return [chunk for _, chunk in sorted(ranked)][:POOL]

    def _plan(self, query: str) -> "_Plan | None":
        said = list(dict.fromkeys(_TERM.findall(query.casefold())))
        terms = [term for term in said if term not in _STOP_WORDS][:MOST_TERMS] or said[:1]
        counted = sorted((self._count(f'"{term}"'), term) for term in terms)
        counted = [(count, term) for count, term in counted if count]
        if not counted:
            return None
        rare, total = list[str](), 0
        for count, term in counted:
            total += count
            if total > MOST_MATCHES:
                break
            rare.append(f'"{term}"')
        if not rare:
            return self._all_of([(count, f'"{term}"') for count, term in counted])
        size = self._size()
        lifting = {term: max(0.0, log((size - n + 0.5) / (n + 0.5))) for n, term in counted[len(rare) :]}
        return _Plan(" OR ".join(rare), lifting=lifting)

    def _all_of(self, common: Sequence[tuple[int, str]]) -> "_Plan":
        """Ask for as many common words at once as it takes; if that is not enough, of the newest passages."""
        matches, expression = common[0]
        for _, phrase in common[1:]:
            if matches <= MOST_MATCHES:
                break
            if count := self._count(f"{expression} AND {phrase}"):
                expression, matches = f"{expression} AND {phrase}", count
        if matches <= MOST_MATCHES:
            return _Plan(expression)
        return _Plan(expression, self._size() * (matches - MOST_MATCHES) // matches)

    def _size(self) -> int:
        """Return the number of the newest chunk: about how many there are."""
        return int(self._store.value("SELECT max(id) FROM chunks"))

    def _count(self, expression: str) -> int:
        return int(self._store.value("SELECT count(*) FROM words WHERE words MATCH ?", [expression]))

    def _put(self, chunk: int, chapter: int | None, blob: bytes) -> None:
        vector = np.frombuffer(blob, dtype=np.float32)
        if self._matrix.dimensions != len(vector):
            self._matrix = Matrix(len(vector))
        self._matrix.put(chunk, chapter, vector)

    def _hit(self, chunk: int, score: float, sources: tuple[Source, ...]) -> Hit | None:
        rows = self._store.query(
            "SELECT d.path, c.begins, c.ends, c.text, d.number, c.scene, d.title"
            " FROM chunks c JOIN documents d ON d.id = c.document WHERE c.id = ?",
            [chunk],
        )
        for path, start, end, text, number, scene, title in rows:
            return Hit(path, start, end, text, number, scene or None, title, score, sources)
        return None
