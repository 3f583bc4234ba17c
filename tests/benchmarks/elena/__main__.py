"""`python -m tests.benchmarks.elena`: Elena's bench by itself."""

import json

from tests.benchmarks.elena.bench import figures

if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))  # noqa: T201 - it is a program
