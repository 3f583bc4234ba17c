"""Train the name detector, or measure it on books that it has not learned from.

    python -m fabula_pipeline.names EXCERPTS_DIR CORPUS.tar.xz --output WEIGHTS.json
    python -m fabula_pipeline.names EXCERPTS_DIR CORPUS.tar.xz --cross-validate SCORE_NAMES.py [--keep DIR]

The second prints, as JSON, what score_names.py counts for every excerpt by weights that never saw its book.
It trains five times, some minutes in all, unless DIR holds the weights of the folds already. With both, the
figures are put beside the weights, in WEIGHTS.figures.json.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from fabula_daemon.story.people import weights
from fabula_pipeline.names import crossing
from fabula_pipeline.names.books import HELD_OUT, read_excerpts, read_novels
from fabula_pipeline.names.training import train, untrained


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("excerpts", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--output", type=Path, metavar="WEIGHTS.json")
    parser.add_argument("--cross-validate", type=Path, metavar="SCORE_NAMES.py")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where the weights of the folds are kept")
    arguments = parser.parse_args()
    figures = _cross_validate(arguments) if arguments.cross_validate else None
    if figures:
        sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    if arguments.output:
        weights.use(untrained())
        excerpts, novels = read_excerpts(arguments.excerpts), dict(read_novels(arguments.corpus))
        plain = train(excerpts, novels)
        _write(arguments.output, json.dumps(plain, ensure_ascii=False, separators=(",", ":")))
        if figures:
            told = {
                "weights": plain["identity"],
                "held out": f"every book whose number begins {HELD_OUT}",
                "novels": len(novels),
                "excerpts": len(excerpts),
                "cross-validated by book": figures,
            }
            _write(arguments.output.with_suffix(".figures.json"), json.dumps(told, indent=1))


def _cross_validate(arguments: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folds = crossing.fold_weights(arguments.excerpts, arguments.corpus, folder)
        return crossing.cross_validate(folds, arguments.excerpts, arguments.cross_validate)


def _write(file: Path, text: str) -> None:
    file.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
