"""`make bench`: every figure measured, written to .bench/results.json and shown beside the limit it has.

`python -m tests.benchmarks names_bench clean_bench` measures some of them only.
"""

import importlib
import json
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from fabula_daemon.errors import EnvironmentMissing
from fabula_daemon.serving import environment, gpu

MODULES = (
    "check_bench",
    "names_bench",
    "contradictions.bench",
    "clean_bench",
    "index_bench",
    "lsp_bench",
    "desk_bench",
    "completion_bench",
    "grounding_bench",
    "prefix_bench",
    "gate_bench",
    "suggest_bench",
    "proxy_bench",
    "copying_bench",
    "elena.bench",
)

# key: (limit, whether the figure must be at least it, what it measures)
LIMITS = {
    "check_100k_words_s": (3.0, False),
    "check_1m_words_s": (20.0, False),
    "check_paragraph_ms_p95": (10.0, False),
    "names_f1_overlap_none": (0.93, True),
    "names_f1_exact_none": (0.88, True),
    "names_f1_overlap_world": (0.97, True),
    "names_f1_exact_world": (0.92, True),
    "novel_recall_all": (0.95, True),
    "novel_first_mention": (0.92, True),
    "novel_precision": (0.88, True),
    "novel_link_accuracy": (0.93, True),
    "novel_false_per_10k_full_world": (1.0, False),
    "contradiction_recall": (0.85, True),
    "contradiction_precision": (0.95, True),
    "check_clean_false_per_10k": (1.0, False),
    "facts_index_1m_words_s": (20.0, False),
    "embed_speedup": (2.5, True),
    "reindex_paragraph_ms_p95": (150.0, False),
    "search_ms_p95_10k": (5.0, False),
    "search_ms_p95_100k": (15.0, False),
    "keystroke_ms_p95_idle": (10.0, False),
    "keystroke_ms_p95_indexing": (30.0, False),
    "bridge_start_ms": (300.0, False),
    "gate_ms_p95": (3.0, False),
    "proxy_overhead_ms_p50": (15.0, False),
    "inline_overhead_ms_p95": (15.0, False),
    "inline_ms_p50": (250.0, False),
    "grounding_ms_p95": (15.0, False),
    "prefix_cached_token_share": (0.90, True),
    "prefix_cached_token_share_within": (0.95, True),
    "typethrough_ms_p95": (5.0, False),
    "abort_ms_p95": (60.0, False),
    "invented_names_per_1k_words_gate": (0.0, False),
    "gate_clean_share": (0.9, True),
    "loop_block_ms_max": (20.0, False),
    "references_1m_words_s": (3.0, False),
    "rename_1m_words_s": (2.0, False),
    "loop_block_ms_max_desk": (20.0, False),
    "copying_1m_words_s": (10.0, False),
    "copying_ms_p95": (1.0, False),
    "copying_loop_ms_max": (20.0, False),
    "daemon_rss_mb": (400.0, False),
}
PACKAGES = ("fabula", "pygls", "sqlite-utils", "sentence-transformers", "torch", "transformers")


def main() -> int:
    """Measure everything; the exit status is 0 whatever the figures, 1 if one could not be had."""
    chosen = sys.argv[1:] or MODULES
    figures: dict[str, float] = {}
    failed = []
    for name in chosen:
        try:
            figures |= importlib.import_module(f"tests.benchmarks.{name}").figures()
        except Exception as error:
            failed.append(f"{name}: {type(error).__name__}: {error}")
    results = {
        "figures": figures,
        "failed": failed,
        "machine": machine(),
        "versions": {p: version(p) for p in PACKAGES},
    }
    folder = Path(".bench")
    folder.mkdir(exist_ok=True)
    name = "results-cuda.json" if results["machine"]["vllm"].endswith("cuda") else "results.json"
    (folder / name).write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    table = Table(
        "figure",
        "measured",
        "limit",
        "",
        title=f"{results['machine']['processor']}, {results['machine']['cores']} cores",
    )
    for key in sorted(
        figures, key=lambda key: (key not in LIMITS, list(LIMITS).index(key) if key in LIMITS else 0, key)
    ):
        limit, at_least = LIMITS.get(key, (None, False))
        met = limit is None or (figures[key] >= limit if at_least else figures[key] <= limit)
        bound = "" if limit is None else f"{'≥' if at_least else '≤'} {limit:g}"
        table.add_row(
            key,
            f"{figures[key]:.2f}",
            bound,
            "" if limit is None else "[green]met[/]" if met else "[red]missed[/]",
        )
    console = Console()
    console.print(table)
    for line in failed:
        console.print(f"[red]not measured[/] {line}")
    return 1 if failed else 0


def machine() -> dict[str, Any]:
    """Return what the figures were measured on. Those of a vLLM on a card stand apart from the others."""
    try:
        lines = subprocess.run(["lscpu"], capture_output=True, text=True, check=True).stdout.splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("Model name")), "")
    except OSError:
        model = ""
    try:
        served = environment.find()
        vllm = f"{served.version} {served.device}"
    except EnvironmentMissing:
        vllm = ""
    return {
        "processor": model or platform.processor(),
        "cores": os.cpu_count() or 0,
        "system": platform.platform(),
        "python": platform.python_version(),
        "cards": [card.name for card in gpu.gpus()],
        "vllm": vllm,
    }


if __name__ == "__main__":
    sys.exit(main())
