"""The figures of names: every person named found in excerpts of sixty novels, strangers told from the world's
people in two whole ones. The scorers and their data lie beside the repository, not in it.

Weights that were trained on a book do not judge it: for the excerpts, they are trained anew for each of five
folds, which takes some minutes. The weights that are shipped have not seen the two novels.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parents[3] / "shared"
EXCERPTS = SHARED / "data" / "person-names"
CORPUS = SHARED / "data" / "corpus.tar.xz"
NOVEL_SCORER = SHARED / "tools" / "score_novel.py"
NOVELS = SHARED / "data" / "novels"
FABULA = (sys.executable, "-P", "-m", "fabula_daemon")


def figures() -> dict[str, float]:
    """Return F1 on the excerpts without a world and with one, and the pooled figures of the novels."""
    if not EXCERPTS.is_dir() or not NOVELS.is_dir():
        raise FileNotFoundError(f"no data at {SHARED / 'data'}; the figures of names need them")
    return {**excerpts(), **novels()}


def excerpts() -> dict[str, float]:
    """Return F1 pooled over the excerpts, each read with weights that have not seen its book."""
    scorer = SHARED / "tools" / "score_names.py"
    told = _printed(
        "-m", "fabula_pipeline.names", str(EXCERPTS), str(CORPUS), "--cross-validate", str(scorer)
    )
    return {
        f"names_f1_{measure}_{suffix}": told[world][rates]["f1"]
        for world, suffix in (("none", "none"), ("names", "world"))
        for measure, rates in (("overlap", "overlap"), ("exact", "exact_spans"))
    }


def novels() -> dict[str, float]:
    """Return the figures of the novels with a world and a truth, pooled by what each is a share of."""
    scores = []
    for folder in sorted(path.parent for path in NOVELS.glob("*/truth.json")):
        truth = folder / "truth.json"
        counts = _printed(str(NOVEL_SCORER), str(folder / "manuscript"), str(truth), "--", *FABULA)
        recall = counts["recall"]["all"]
        scores.append({**counts, "recall": recall, "named": _named(folder / "manuscript", truth)})

    def pooled(key: str, weight: str) -> float:
        return float(sum(s[key] * s[weight] for s in scores) / sum(s[weight] for s in scores))

    right, false = sum(s["right"] for s in scores), sum(s["false"] for s in scores)
    return {
        "novel_recall_all": pooled("recall", "unknown"),
        "novel_first_mention": pooled("first_mention", "unknown"),
        "novel_precision": right / max(right + false, 1),
        "novel_link_accuracy": pooled("link_accuracy", "named"),
        "novel_false_per_10k_full_world": sum(s["false_full_world"] for s in scores)
        / sum(s["words"] for s in scores)
        * 10_000,
    }


def _printed(*command: str) -> dict[str, Any]:
    """Return the JSON that a Python program prints."""
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    printed: dict[str, Any] = json.loads(done.stdout)
    return printed


def _named(chapters: Path, truth: Path) -> int:
    """Return how often a novel names somebody beyond doubt: what its link accuracy is (nearly) a share of."""
    spec = importlib.util.spec_from_file_location("score_novel", NOVEL_SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    told = json.loads(truth.read_text("utf-8"))
    owners: dict[str, list[Any]] = {}
    for entry in scorer.entries(told["persons"], "character"):
        for form in scorer.forms(entry):
            owners.setdefault(form, []).append(entry)
    texts = [file.read_text("utf-8") for file in sorted(chapters.glob("*.md"))]
    return sum(
        len(bearers) == 1 and bearers[0]["kind"] == "character"
        for text in texts
        for _, _, bearers in scorer.label(text, owners)
    )
