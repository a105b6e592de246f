"""Where figures stand in time, and which of them follow each other without a gap."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from offinno.charts._lines._errors import NotInTime
from offinno.charts._row import Row
from offinno.values import Period

#: So much farther apart than the two nearest may be what follows each other: months and quarters
#: differ in length, and the years that surveys are held in.
_SLACK: Final = 1.5


def days_of(period: Period) -> tuple[date, date]:
    """Return the first and the last day of a period.

    Raises:
        NotInTime: If one of them is not known.
    """
    if period.start is None or period.end is None:
        raise NotInTime(period.text)
    return period.start, period.end


def middle(row: Row) -> float:
    """Return the middle of a row in time, in days."""
    assert row.start is not None  # rows of lines stand somewhere in time
    assert row.end is not None
    return (row.start.toordinal() + row.end.toordinal() + 1) / 2


def rhythm(rows: Sequence[Row]) -> float:
    """Return how many days two figures may be apart that follow each other."""
    middles = sorted({middle(row) for row in rows})
    return _SLACK * min((later - one for one, later in pairwise(middles)), default=1.0)


def margin(rows: Sequence[Row]) -> float:
    """Return half of the days between the two figures that are nearest in time."""
    return rhythm(rows) / _SLACK / 2


def gaps_before(rows: Sequence[Row]) -> frozenset[int]:
    """Return the positions of the figures before which a time of their line is left out."""
    apart = rhythm(rows)
    return frozenset(
        at
        for at, (one, row) in enumerate(pairwise(rows), 1)
        if one.group == row.group and middle(row) - middle(one) > apart
    )


def in_time(rows: Sequence[Row]) -> bool:
    """Return whether it is known when each of the figures is of."""
    return all(row.start is not None and row.end is not None for row in rows)
