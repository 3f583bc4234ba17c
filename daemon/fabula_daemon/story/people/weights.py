"""What the name detector has learned, as numbers: shipped with the package, made by fabula_pipeline.names."""

import json
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any

LANGUAGE = "english"


@dataclass(frozen=True, slots=True)
class Tree:
    """A decision tree. Node i asks whether feature[i] is at most threshold[i], and goes to below[i] or
    above[i]; a negative number n there is the leaf ~n.
    """

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    below: tuple[int, ...]
    above: tuple[int, ...]
    leaves: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """`context` holds what each thing around a word adds to the log-odds of a person there, `gazetteer` the
    log-odds that a word is part of a person's name, `trees` what both and the story's evidence amount to.

    `identity` tells one training from another: evidence gathered by other weights is not comparable.
    """

    identity: str
    context_bias: float
    context: Mapping[str, float]
    gazetteer: Mapping[str, float]
    bias: float
    trees: tuple[Tree, ...]

    def probability(self, values: Sequence[float]) -> float:
        """Return how likely it is that what has these values (see `evidence`) is a person's name."""
        total = self.bias
        for tree in self.trees:
            feature, threshold, below, above = tree.feature, tree.threshold, tree.below, tree.above
            node = 0
            while node >= 0:
                node = below[node] if values[feature[node]] <= threshold[node] else above[node]
            total += tree.leaves[~node]
        return 1 / (1 + exp(-total))


_chosen: list[Weights] = []


def current() -> Weights:
    """Return the weights in use."""
    return _chosen[-1] if _chosen else shipped()


def use(weights: Weights | None) -> None:
    """Judge by other weights from now on; None: by those shipped."""
    _chosen[:] = [] if weights is None else [weights]


@cache
def shipped() -> Weights:
    """Return the weights of the package."""
    data = pkgutil.get_data("fabula_daemon.story.tables", f"{LANGUAGE}_names.json")
    return parse(data or b"")


def parse(data: bytes | str) -> Weights:
    """Read weights as `fabula_pipeline.names` writes them."""
    held: Mapping[str, Any] = json.loads(data)
    return Weights(
        held["identity"],
        held["context_bias"],
        held["context"],
        held["gazetteer"],
        held["bias"],
        tuple(_tree(tree) for tree in held["trees"]),
    )


def _tree(columns: Sequence[Sequence[Any]]) -> Tree:
    feature, threshold, below, above, leaves = map(tuple, columns)
    return Tree(feature, threshold, below, above, leaves)
