"""Train the name detector, or measure it on books that it has not learned from.

    python -m fabula_pipeline.names EXCERPTS_DIR CORPUS.tar.xz OUTPUT.json
    python -m fabula_pipeline.names EXCERPTS_DIR CORPUS.tar.xz --cross-validate SCORE_NAMES.py [--keep DIR]

The second prints, as JSON, what score_names.py counts for every excerpt by weights that never saw its book.
"""

import argparse
import json
import sys
from pathlib import Path

from fabula_daemon.story import weights
from fabula_pipeline.names import crossing
from fabula_pipeline.names.books import read_excerpts, read_novels
from fabula_pipeline.names.training import train, untrained


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("excerpts", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("output", type=Path, nargs="?")
    parser.add_argument("--cross-validate", type=Path, metavar="SCORE_NAMES.py")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where each fold's weights are kept")
    arguments = parser.parse_args()
    weights.use(untrained())
    excerpts, novels = read_excerpts(arguments.excerpts), dict(read_novels(arguments.corpus))
    if arguments.cross_validate:
        result = crossing.cross_validate(
            excerpts, novels, arguments.cross_validate, data=arguments.excerpts, keep=arguments.keep
        )
        sys.stdout.write(json.dumps(result, indent=1) + "\n")
    if arguments.output:
        plain = train(excerpts, novels)
        arguments.output.write_text(json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
