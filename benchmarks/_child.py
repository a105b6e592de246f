"""Runs the benchmark named on the command line and prints its results as JSON."""

import json
import sys
from importlib import import_module

import attrs


def main(name: str) -> None:
    """Print the results of the benchmark *name*."""
    results = import_module(f"benchmarks.{name}").results()
    rows = [attrs.asdict(result) | {"bound": result.bound.name} for result in results]
    json.dump(rows, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
