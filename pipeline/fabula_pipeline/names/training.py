"""From novels and excerpts to weights, in one go."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from fabula_daemon.story.people import weights
from fabula_pipeline.names import contexts, trees
from fabula_pipeline.names.books import HELD_OUT, Excerpt, Novel, shown

Plain = dict[str, Any]
Novels = Mapping[str, Novel]


def untrained() -> weights.Weights:
    """Return weights that know nothing, to read texts by before anything has been learned."""
    return weights.Weights("untrained", 0.0, {}, {}, 0.0, ())


def train(excerpts: Sequence[Excerpt], novels: Novels, without: Collection[str] = ()) -> Plain:
    """Return the weights, as plain data, that all books but some teach."""

    def teaches(stem: str) -> bool:
        return stem not in without and not stem.startswith(HELD_OUT)

    read = {stem: novel for stem, novel in novels.items() if teaches(stem)}
    bias, context = contexts.learn_contexts(list(read.values()))
    plain: Plain = {
        "context_bias": bias,
        "context": context,
        "gazetteer": contexts.learn_gazetteer(list(read.values())),
        "bias": 0.0,
        "trees": [],
    }
    weights.use(weights.parse(json.dumps(plain | {"identity": "half"})))
    leaning = {stem: [block.leaning() for block in novel.blocks] for stem, novel in read.items()}
    known = {stem: shown(blocks) for stem, blocks in leaning.items()}
    examples = trees.gold([excerpt for excerpt in excerpts if teaches(excerpt.stem)], known)
    teacher = trees.fit(examples)
    for seed, stem in enumerate(sorted(leaning)):
        examples += trees.silver(teacher, leaning[stem], known[stem], seed)
    plain["bias"], plain["trees"] = trees.as_plain(trees.fit(examples))
    identity = hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:12]
    weights.use(None)
    return {"identity": identity} | plain
