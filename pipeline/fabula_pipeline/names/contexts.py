"""The first half of the training: what stands around persons, and which words are parts of their names."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from fabula_daemon.story.people.cues import Cue
from fabula_pipeline.names.books import Novel

FEWEST_USES = 15  # of a sign
REGULARISATION = 0.1
LEAST_WEIGHT = 0.08


def learn_contexts(novels: Sequence[Novel]) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights by which signs tell persons from everything else."""
    signs, persons = [], []
    for novel in novels:
        for block in novel.blocks:
            for candidate, around in zip(block.found, block.signs, strict=True):
                if around and candidate.name in novel.told:
                    signs.append(around)
                    persons.append(novel.told[candidate.name])
    uses = Counter(sign for around in signs for sign in around)
    kept = sorted(sign for sign, count in uses.items() if count >= FEWEST_USES)
    columns = {sign: column for column, sign in enumerate(kept)}
    model = LogisticRegression(C=REGULARISATION, solver="liblinear", random_state=0)
    model.fit(_matrix(signs, columns), np.array(persons))
    weights = {
        sign: round(float(weight), 2)
        for sign, weight in zip(kept, model.coef_[0], strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }
    return round(float(model.intercept_[0]), 3), weights


def learn_gazetteer(novels: Sequence[Novel]) -> dict[str, float]:
    """Return, for words in the names of two novels or more, the log-odds that the name is a person's."""
    shares: dict[str, list[float]] = defaultdict(list)
    for novel in novels:
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for candidate in (candidate for block in novel.blocks for candidate in block.found):
            if candidate.name in novel.told and Cue.MID in candidate.cues:
                for word in candidate.name.casefold().split():
                    counts[word][novel.told[candidate.name]] += 1
        for word, (other, person) in counts.items():
            shares[word].append(person / (person + other))
    return {
        word: round(log((sum(of) + 0.5) / (len(of) - sum(of) + 0.5)), 2)
        for word, of in sorted(shares.items())
        if len(of) >= 2
    }


def _matrix(rows: Sequence[Sequence[str]], columns: Mapping[str, int]) -> csr_matrix:
    places: list[int] = []
    ends = [0]
    for row in rows:
        places += [columns[sign] for sign in row if sign in columns]
        ends.append(len(places))
    ones = np.ones(len(places), dtype=np.float32)
    return csr_matrix((ones, places, ends), shape=(len(rows), len(columns)))
