"""``import offinno`` in a new process, against a new process that imports nothing."""

import subprocess
import sys
from collections.abc import Callable

from benchmarks._paired import paired
from benchmarks._result import Bound, Result


def process(code: str) -> Callable[[], object]:
    """Return the work of starting Python to run *code*."""
    command = [sys.executable, "-P", "-c", code]
    return lambda: subprocess.run(command, check=True)


def results() -> list[Result]:
    """Measure whole processes, start and end included."""
    times = paired(process("import offinno"), process("pass"), rounds=41)
    claim = "import offinno / bare interpreter, whole processes"
    return [Result(claim=claim, measured=times.cost, bound=Bound.AT_MOST, limit=1.5)]
