"""The second half of the training: decision trees over all that is known of a name at a place."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier

from fabula_daemon.story.people import evidence
from fabula_daemon.story.people.names import Names
from fabula_pipeline.names.books import Block, Excerpt, blocks, shown

TREES, LEAVES, RATE, SMALLEST_LEAF = 160, 8, 0.06, 20
ALONE = 0.5  # what an example counts whose story is its paragraph alone
SILVER = 0.3  # what an example counts whose truth is only what the trees before said
WINDOWS = (60, 600, 2_000, 2_000)  # words of the pieces that silver examples come from


@dataclass
class Examples:
    """Rows of features, what is true of each, and how much it counts."""

    rows: list[list[float]] = field(default_factory=list)
    persons: list[bool] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)

    def add(self, row: list[float], person: bool, count: float = 1.0) -> None:
        """Add one example."""
        self.rows.append(row)
        self.persons.append(person)
        self.counts.append(count)

    def __add__(self, other: "Examples") -> "Examples":
        return Examples(self.rows + other.rows, self.persons + other.persons, self.counts + other.counts)


def gold(excerpts: Sequence[Excerpt], novels: Mapping[str, Names]) -> Examples:
    """Return the candidates of the excerpts, each by the evidence of its excerpt, of its whole novel, and of
    its paragraph alone: stories are long and short.
    """
    examples = Examples()
    for excerpt in excerpts:
        read = [block.leaning() for block in blocks(excerpt.text)]
        whole = shown(read)
        for block in read:
            alone = shown([block])
            for candidate in block.found:
                person = excerpt.is_name(block.start + candidate.start, block.start + candidate.end)
                if person is None or candidate.shouted:
                    continue
                examples.add(evidence.of_candidate(candidate, whole), person)
                examples.add(evidence.of_candidate(candidate, alone), person, ALONE)
                if excerpt.stem in novels:
                    examples.add(evidence.of_candidate(candidate, novels[excerpt.stem]), person)
    return examples


def silver(model: HistGradientBoostingClassifier, read: Sequence[Block], names: Names, seed: int) -> Examples:
    """Return examples of a novel without marks: what `model` makes of it knowing all of it, from pieces."""
    examples = Examples()
    for piece in _pieces(read, random.Random(seed)):
        found = [candidate for block in piece for candidate in block.found if not candidate.shouted]
        if not found:
            continue
        chances = model.predict_proba(np.array([evidence.of_candidate(one, names) for one in found]))[:, 1]
        seen = shown(piece)
        for candidate, chance in zip(found, chances, strict=True):
            examples.add(evidence.of_candidate(candidate, seen), chance > 0.5, SILVER * abs(2 * chance - 1))
    return examples


def fit(examples: Examples) -> HistGradientBoostingClassifier:
    """Return the trees that tell the examples apart."""
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        learning_rate=RATE,
        min_samples_leaf=SMALLEST_LEAF,
        l2_regularization=2.0,
        early_stopping=False,
        random_state=0,
    )
    return model.fit(np.array(examples.rows), np.array(examples.persons), np.array(examples.counts))


def as_plain(model: HistGradientBoostingClassifier) -> tuple[float, list[list[list[float]]]]:
    """Return the bias and the trees as `fabula_daemon.story.people.weights` reads them."""
    trees = [_plain_tree(predictors[0].nodes) for predictors in model._predictors]
    return round(float(model._baseline_prediction.item()), 4), trees


def _plain_tree(nodes: npt.NDArray[Any]) -> list[list[float]]:
    inner = [number for number, node in enumerate(nodes) if not node["is_leaf"]]
    leaves = [number for number, node in enumerate(nodes) if node["is_leaf"]]
    place = {number: at for at, number in enumerate(inner)}
    place |= {number: ~at for at, number in enumerate(leaves)}
    return [
        [int(nodes[number]["feature_idx"]) for number in inner],
        [round(float(nodes[number]["num_threshold"]), 4) for number in inner],
        [place[int(nodes[number]["left"])] for number in inner],
        [place[int(nodes[number]["right"])] for number in inner],
        [round(float(nodes[number]["value"]), 4) for number in leaves],
    ]


def _pieces(read: Sequence[Block], chance: random.Random) -> Iterator[Sequence[Block]]:
    for words in WINDOWS:
        start = end = chance.randrange(len(read))
        while end < len(read) and words > 0:
            words -= len(read[end].text.split())
            end += 1
        yield read[start:end]
