"""What the contradiction bench missed and what it found falsely, so that checks can be mended:

python -m tests.benchmarks.contradictions [--kind KIND]... [--story NAME]... [--seed SEED] [--forms FILE.py]

`--forms` reads FORMS and DISTRACTORS from another file: forms that were held back.
"""

import argparse
import runpy
import sys
import time
from collections import Counter

from tests.benchmarks.contradictions import bench, injecting


def main() -> int:
    """Print what was missed and what was falsely found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kind", action="append", default=[])
    parser.add_argument("--story", action="append", default=[], help="a folder's name, or the end of one")
    parser.add_argument("--seed", default=bench.SEED)
    parser.add_argument("--forms", help="a Python file with FORMS and DISTRACTORS")
    args = parser.parse_args()
    roots = [r for r in bench.sources() if not args.story or r.name.endswith(tuple(args.story))]
    tasks = bench.TASKS
    if args.forms:
        held = runpy.run_path(args.forms)
        tasks = tuple(injecting.tasks(held["FORMS"], held["DISTRACTORS"]))
    began = time.perf_counter()
    scored = bench.score(roots, tasks, seed=args.seed, kinds=args.kind)
    print_report(scored)
    sys.stdout.write(f"\n{time.perf_counter() - began:.0f} s\n")
    return 0


def print_report(scored: bench.Score) -> None:
    """Print everything a check's writer wants to know."""
    found = bench.report(scored)
    put = sys.stdout.write
    for title, key in (("MISSED", "missed"), ("FALSE ALARM", "false")):
        entries = found[key]
        assert isinstance(entries, list)
        for entry in sorted(entries, key=lambda e: (e["kind"], e["form"])):
            why = f" ({entry['harmless']})" if entry["harmless"] else ""
            put(f"{title} {entry['kind']}{why}: {entry['sentence']}\n")
            put(f"    form {entry['form']!r}; {entry['who']}; {entry['story']}/{entry['path']}\n")
            put(f"    {entry['context']}\n")
            if "message" in entry:
                put(f"    {entry['code']}: {entry['message']}\n")
    for story, record in scored.elsewhere:
        put(
            f"ELSEWHERE {story}/{record['path']}: {record['text']!r}: {record['code']}: {record['message']}\n"
        )
    counts = Counter(answer.change.task.kind for answer in scored.injected)
    false = Counter(answer.change.task.kind for answer in scored.answers for _ in answer.wrong)
    put(f"\n{'kind':14}{'injected':>9}{'recall':>8}{'false':>7}\n")
    for kind, share in scored.recall_by(lambda answer: answer.change.task.kind).items():
        put(f"{kind:14}{counts[kind]:9}{share:8.2f}{false[kind]:7}\n")
    put(f"{'all':14}{len(scored.injected):9}{scored.recall:8.3f}{sum(false.values()):7}\n")
    put(f"{len(scored.harmless)} harmless, {len(scored.elsewhere)} elsewhere; ")
    put(f"precision {scored.precision:.3f}\n")


if __name__ == "__main__":
    sys.exit(main())
