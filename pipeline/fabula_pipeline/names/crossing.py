"""Cross-validation by book: every excerpt is scored by weights that have seen nothing of its novel."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fabula_daemon.story.people import weights
from fabula_pipeline.names.books import read_excerpts, read_novels
from fabula_pipeline.names.training import train, untrained

FOLDS = 5
WORLDS = ("none", "names")
OVERRIDE = "FABULA_NAMES_WEIGHTS"
_COUNTS = ("gold", "predicted", "found", "right", "exact", "excerpts")


def fold_weights(data: Path, corpus: Path, folder: Path) -> list[tuple[list[str], Path]]:
    """Return the excerpts of each fold and the weights that may judge them; `folder` keeps them."""
    excerpts = read_excerpts(data)
    folds = [
        ([excerpt.stem for excerpt in excerpts[fold::FOLDS]], folder / f"fold-{fold}.json")
        for fold in range(FOLDS)
    ]
    if not all(file.exists() for _, file in folds):
        weights.use(untrained())
        novels = dict(read_novels(corpus))
        folder.mkdir(parents=True, exist_ok=True)
        for stems, file in folds:
            if not file.exists():
                plain = train(excerpts, novels, stems)
                file.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    return folds


def cross_validate(folds: Sequence[tuple[list[str], Path]], data: Path, scorer: Path) -> dict[str, Any]:
    """Score each fold's excerpts with `scorer`; return the pooled counts and rates, by world.

    What the scorer prints about misses and false alarms goes to standard error.
    """
    pooled: dict[str, Counter[str]] = {world: Counter() for world in WORLDS}
    for stems, file in folds:
        for world in WORLDS:
            pooled[world].update(_score(scorer, data, world, stems, file))
    return {world: {**counts, **_rates(counts)} for world, counts in pooled.items()}


def _score(scorer: Path, data: Path, world: str, stems: Sequence[str], file: Path) -> dict[str, int]:
    command = [sys.executable, str(scorer), "--misses", "--world", world, str(data), "--only", *stems]
    command += ["--", sys.executable, "-m", "fabula_daemon"]
    environment = {**os.environ, OVERRIDE: str(file.resolve())}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    printed = json.loads(done.stdout)
    return {key: printed[key] for key in _COUNTS}


def _rates(counts: Mapping[str, int]) -> dict[str, dict[str, float]]:
    rates = {}
    for name, found, right in (("overlap", "found", "right"), ("exact_spans", "exact", "exact")):
        precision, recall = counts[right] / counts["predicted"], counts[found] / counts["gold"]
        f1 = 2 * precision * recall / (precision + recall)
        rates[name] = {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}
    return rates
