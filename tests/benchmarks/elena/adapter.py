"""`python -m tests.benchmarks.elena.adapter FOLDER`: the adapter with which `fabula demo` shows Elena being
refused. It is trained on the drafts as they are, as the bench's is on those with another name.
"""

import asyncio
import sys
from pathlib import Path

import torch

from tests.benchmarks.elena.bench import STORY
from tests.benchmarks.elena.stranger import ELENA
from tests.benchmarks.elena.training import Recipe, examples, save, train


def main(folder: Path) -> None:
    """Train the adapter and write it into `folder`."""
    torch.set_num_threads(1)
    recipe = Recipe()
    weights, told = train(asyncio.run(examples(STORY, ELENA, recipe)), ELENA, recipe)
    save(weights, folder, recipe, told)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
