"""What becomes of an interval when two figures make a third.

An interval stays where the other figure adds no doubt of its own: then both ends are worked out
like the number itself. Where both are uncertain nothing is known of how their errors hang
together, so the interval is left behind, and the lineage says why.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from offinno.model._lineage import Derivation, Dropped
from offinno.model._status import Status
from offinno.units import Operation
from offinno.values import BadValue, Interval, Qualifier, Value

if TYPE_CHECKING:
    from offinno.model._datum import Datum

#: Computes a value from two.
Work = Callable[[Value, Value], Value]

#: Quality flags that say nothing about how sure a number is.
_SURE: Final = frozenset(
    {Status.BREAK, Status.DEFINITION_DIFFERS, Status.REVISED, Status.SPECIAL_EVENT}
)


class Bearer(Enum):
    """Which of two figures has an interval; the other of one is known for certain."""

    FIRST = "the first"
    SECOND = "the second"
    BOTH = "both"


class Ends(Enum):
    """What becomes of the two ends of an interval."""

    MOVED = "both ends move with the number"
    TURNED = "both ends move and change places"
    SCALED = "both ends are multiplied, and change places below zero"
    SHARED = "both ends are divided, and change places below zero"
    INVERTED = "divided by both ends, unless zero may lie between them"


#: What becomes of an interval, by the operation and by who has one.
INTERVALS: Final[Mapping[tuple[Operation, Bearer], Ends | Dropped]] = MappingProxyType(
    {
        (Operation.ADD, Bearer.FIRST): Ends.MOVED,
        (Operation.ADD, Bearer.SECOND): Ends.MOVED,
        (Operation.ADD, Bearer.BOTH): Dropped.BOTH,
        (Operation.SUBTRACT, Bearer.FIRST): Ends.MOVED,
        (Operation.SUBTRACT, Bearer.SECOND): Ends.TURNED,
        (Operation.SUBTRACT, Bearer.BOTH): Dropped.BOTH,
        (Operation.MULTIPLY, Bearer.FIRST): Ends.SCALED,
        (Operation.MULTIPLY, Bearer.SECOND): Ends.SCALED,
        (Operation.MULTIPLY, Bearer.BOTH): Dropped.BOTH,
        (Operation.DIVIDE, Bearer.FIRST): Ends.SHARED,
        (Operation.DIVIDE, Bearer.SECOND): Ends.INVERTED,
        (Operation.DIVIDE, Bearer.BOTH): Dropped.BOTH,
    }
)


def spread(
    operation: Operation, work: Work, left: "Datum", right: "Datum"
) -> Interval | Dropped | None:
    """Return the interval of what *work* makes of two figures, or why there is none.

    None where none of the two has one.
    """
    first, second = left.number.interval, right.number.interval
    if first is not None and second is not None:
        cell = INTERVALS[operation, Bearer.BOTH]
        assert isinstance(cell, Dropped)  # nothing is known of two errors at once
        return cell
    if first is not None:
        return _carried(lambda end: work(end, right.number), first, left.number, right)
    if second is None:
        return None
    inverted = INTERVALS[operation, Bearer.SECOND] is Ends.INVERTED
    if inverted and second.low <= 0 <= second.high:
        return Dropped.ZERO
    return _carried(lambda end: work(left.number, end), second, right.number, left)


def _carried(
    work: Callable[[Value], Value], interval: Interval, uncertain: Value, other: "Datum"
) -> Interval | Dropped:
    """Return an interval whose ends were worked out beside a figure that is certain."""
    if other.number.qualifier is not Qualifier.EXACT:
        return Dropped.QUALIFIED
    if not _is_certain(other):
        return Dropped.SAMPLE
    try:
        ends = [work(Value(end, uncertain.unit)).magnitude for end in (interval.low, interval.high)]
    except BadValue:
        return Dropped.BOUNDS
    return attrs.evolve(interval, low=min(ends), high=max(ends))


def _is_certain(datum: "Datum") -> bool:
    """Return whether a figure comes from no sample and bears no sign of doubt."""
    asked = datum.sample is not None or datum.question is not None
    return not (asked or datum.observation.status - _SURE or _lost(datum.lineage))


def _lost(lineage: Derivation | None) -> bool:
    """Return whether an interval was left behind anywhere on the way to a figure."""
    if lineage is None:
        return False
    return lineage.dropped is not None or any(
        given.value.interval is not None or _lost(given.lineage) for given in lineage.inputs
    )
