"""Which runs of eight words a text has, as numbers: how a copy is told from a sentence of one's own.

A run is known by a 64-bit hash of its words, small and without their marks. A million words are eight
megabytes, and two different runs with one hash are not to be expected in anybody's lifetime.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from fabula_daemon.story.text.folding import fold

RUN = 8  # words
TOUCHED_APART = 16  # files that are kept out of the large array, for they change
LOOKED_BACK = 200  # characters: half a run is in them

Hashes = npt.NDArray[np.uint64]

_WORD = re.compile(r"\w+(?:'\w+)*")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_GOLDEN = 0x9E3779B97F4A7C15  # odd: a place in a run has a multiple of it as its factor
_PLACES = np.array([_GOLDEN * (2 * place + 1) % (1 << 64) for place in range(RUN)], dtype=np.uint64)
_NONE: Hashes = np.empty(0, dtype=np.uint64)


class Runs:
    """The runs of the files of a story.

    `learn` and `learn_all` may be called in one thread while `run_in` is in another: what is looked into is
    replaced, never changed.
    """

    def __init__(self) -> None:
        self._files: dict[str, Hashes] = {}
        self._blocks: dict[str, dict[str, Hashes]] = {}  # of the files touched last
        self._known: tuple[Hashes, ...] = ()  # sorted: all other files in one, then each of these

    def learn(self, path: str, text: str | None) -> None:
        """The file at `path` has this text now; None: it is gone. Only blocks that changed are read."""
        settled = path in self._blocks or path not in self._files
        before = self._blocks.pop(path, {})
        self._files.pop(path, None)
        if text is not None:
            blocks = {
                block: before[block] if block in before else _hashes(block)
                for block in _BLANK_LINES.split(text)
            }
            self._blocks[path] = blocks
            self._files[path] = np.sort(np.concatenate(list(blocks.values())))
        if len(self._blocks) > TOUCHED_APART:
            del self._blocks[next(iter(self._blocks))]
            settled = False
        self._publish(settled=settled)

    def learn_all(self, texts: Iterable[tuple[str, str | None]]) -> None:
        """Many files have these texts now."""
        for path, text in texts:
            self._blocks.pop(path, None)
            self._files.pop(path, None)
            if text is not None:
                self._files[path] = np.concatenate([_hashes(block) for block in _BLANK_LINES.split(text)])
        self._publish(settled=False)

    def paths(self) -> frozenset[str]:
        """Return the files that are known."""
        return frozenset(self._files)

    def run_in(self, text: str, before: str = "") -> str | None:
        """Return the first run of eight or more words that `text`, put behind `before`, has in common with a
        file; None if there is none.

        Up to half of a run may stand in `before`: what the author has written herself is no copy of the
        model's, but a model that goes on from her quotation copies.
        """
        before, text = (unicodedata.normalize("NFC", part) for part in (before[-LOOKED_BACK:], text))
        words = list(_WORD.finditer(fold(before + text)))
        first = next((n for n, word in enumerate(words) if word.end() > len(before)), len(words))
        words = words[max(0, first - RUN // 2) :]
        hashes = _windows([word[0] for word in words])
        if not len(hashes):
            return None
        found = np.zeros(len(hashes), dtype=bool)
        for known in self._known:
            if len(known):
                places = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
                found |= known[places] == hashes
        if not found.any():
            return None
        begin = int(found.argmax())
        rest = found[begin:]
        windows = len(rest) if rest.all() else int(rest.argmin())
        return (before + text)[words[begin].start() : words[begin + windows + RUN - 2].end()]

    def _publish(self, *, settled: bool) -> None:
        """Let be found what is known now; `settled`: of the files that are not touched, nothing is new."""
        touched = tuple(self._files[path] for path in self._blocks)
        others = self._known[0] if settled and self._known else _joined(self._files, without=self._blocks)
        self._known = (others, *touched)


def _joined(files: Mapping[str, Hashes], *, without: Mapping[str, object]) -> Hashes:
    arrays = [hashes for path, hashes in files.items() if path not in without]
    return np.sort(np.concatenate(arrays)) if arrays else _NONE


def _hashes(block: str) -> Hashes:
    return _windows(_WORD.findall(fold(unicodedata.normalize("NFC", block))))


def _windows(words: list[str]) -> Hashes:
    """Return the hashes of all runs of `words`, in their order."""
    if len(words) < RUN:
        return _NONE
    numbers = np.fromiter((hash(word.casefold()) for word in words), dtype=np.int64, count=len(words))
    windows = np.lib.stride_tricks.sliding_window_view(numbers.view(np.uint64), RUN)
    hashes: Hashes = (windows * _PLACES).sum(axis=1, dtype=np.uint64)
    return hashes
