"""The figures of names: every person named found in excerpts of sixty novels, strangers told from the world's
people in two whole ones. The scorers and their data lie beside the repository, not in it.

Weights that were trained on an excerpt must not judge it: `folds` says which command reads which excerpts
with the weights of its fold.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parents[3] / "shared"
EXCERPTS = SHARED / "data" / "person-names"
NOVELS = SHARED / "data" / "novels"
FABULA = (sys.executable, "-P", "-m", "fabula_daemon")


def figures() -> dict[str, float]:
    """Return F1 on the excerpts without a world and with one, and the pooled figures of the novels."""
    if not EXCERPTS.is_dir() or not NOVELS.is_dir():
        raise FileNotFoundError(f"no data at {SHARED / 'data'}; the figures of names need them")
    return {**_excerpts("none"), **_excerpts("names"), **novels()}


def _excerpts(world: str) -> dict[str, float]:
    """Return F1 pooled over the excerpts, each read with weights that have not seen its book."""
    total = {"gold": 0, "predicted": 0, "found": 0, "right": 0, "exact": 0}
    for stems, command in folds():
        only = ["--only", *stems] if stems else []
        counts = _scored("score_names.py", "--world", world, *only, str(EXCERPTS), "--", *command)
        total = {key: count + counts[key] for key, count in total.items()}
    suffix = "none" if world == "none" else "world"
    return {
        f"names_f1_overlap_{suffix}": _f1(total["found"], total["right"], total["gold"], total["predicted"]),
        f"names_f1_exact_{suffix}": _f1(total["exact"], total["exact"], total["gold"], total["predicted"]),
    }


def folds() -> list[tuple[list[str], tuple[str, ...]]]:
    """Return the excerpts that each command may judge; none named means all of them."""
    return [([], FABULA)]


def novels() -> dict[str, float]:
    """Return the figures of the novels with a world and a truth, pooled by what each is a share of."""
    scores = []
    for folder in sorted(path.parent for path in NOVELS.glob("*/truth.json")):
        truth = folder / "truth.json"
        counts = _scored("score_novel.py", str(folder / "manuscript"), str(truth), "--", *FABULA)
        scores.append({**counts, "named": _named(folder / "manuscript", truth)})

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


def _scored(script: str, *args: str) -> dict[str, Any]:
    """Return what one of the scorers prints; shares by role are left out."""
    done = subprocess.run(
        [sys.executable, str(SHARED / "tools" / script), *args], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    counts: dict[str, Any] = json.loads(done.stdout)
    if isinstance(counts.get("recall"), dict):
        counts["recall"] = counts["recall"]["all"]
    return counts


def _named(chapters: Path, truth: Path) -> int:
    """Return how often a novel names somebody beyond doubt: what its link accuracy is (nearly) a share of."""
    spec = importlib.util.spec_from_file_location("score_novel", SHARED / "tools" / "score_novel.py")
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


def _f1(found: int, right: int, gold: int, predicted: int) -> float:
    recall, precision = found / max(gold, 1), right / max(predicted, 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
