"""Two pieces of work, measured in turns, so that a busy machine is busy for both."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import final

import attrs


@final
@attrs.frozen
class Paired:
    """The median times of two pieces of work, in seconds for one call."""

    #: Our own work.
    ours: float
    #: What it is compared with.
    theirs: float

    @property
    def cost(self) -> float:
        """How many times as long as the other ours takes; small is good."""
        return self.ours / self.theirs

    @property
    def speedup(self) -> float:
        """How many times as fast as the other ours is; large is good."""
        return self.theirs / self.ours


def paired(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    *,
    rounds: int = 15,
    calls: int = 1,
) -> Paired:
    """Return the median times of *ours* and *theirs*, called in turns after a warm-up.

    Args:
        ours: Work of offinno.
        theirs: Work to compare it with.
        rounds: How many times each is timed.
        calls: How many calls one timing takes together; for work of microseconds.
    """
    both = (ours, theirs)
    times: tuple[list[float], list[float]] = ([], [])
    for work in both:
        work()
    for turn in range(rounds):
        for which in (0, 1) if turn % 2 else (1, 0):
            with _clean_heap():
                times[which].append(_seconds(both[which], calls))
    return Paired(median(times[0]) / calls, median(times[1]) / calls)


def _seconds(work: Callable[[], object], calls: int) -> float:
    start = perf_counter()
    for _ in range(calls):
        work()
    return perf_counter() - start


@contextmanager
def _clean_heap() -> Iterator[None]:
    """Take what is alive out of the collector's sight: its cost is nobody's work here."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
