"""Runs the benchmarks, all or those named, and prints a table."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks._result import Bound, Result

#: The names of all benchmarks.
KNOWN = tuple(
    sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem[0] != "_")
)


def measured(name: str) -> list[Result]:
    """Return the results of one benchmark, measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks._child", name]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return [Result(**{**row, "bound": Bound[row["bound"]]}) for row in json.loads(done.stdout)]


def line(result: Result) -> str:
    """Return a line of the table."""
    number = f"{result.measured:.2f} {result.unit}"
    promise = f"{result.bound.value} {result.limit:g} {result.unit}"
    return f"{result.claim:<60} {number:>10}  {promise:>10}  {'' if result.kept else 'missed'}"


def main(names: tuple[str, ...]) -> int:
    """Print the table; return how many bounds were missed."""
    missed = 0
    for name in names or KNOWN:
        for result in measured(name):
            print(line(result).rstrip(), flush=True)
            missed += not result.kept
    print(f"{missed} missed" if missed else "every bound is kept")
    return missed


if __name__ == "__main__":
    if unknown := {*sys.argv[1:]} - {*KNOWN}:
        sys.exit(f"no benchmark is called {', '.join(unknown)}; known: {', '.join(KNOWN)}")
    sys.exit(min(main(tuple(sys.argv[1:])), 1))
