"""Where the parts of a picture of figures over time are: its axes, and the room of its texts."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import number
from offinno.charts._lines._axis import Axis
from offinno.charts._lines._time import margin, middle
from offinno.charts._row import Row

#: So much longer than the shortest time is one that is drawn from its first day to its last.
_LONGER: Final = 1.5


@final
@attrs.frozen(kw_only=True)
class Room(Frozen):
    """How much room texts have, and how wide the picture is at least."""

    name: int
    width: int


@final
@attrs.frozen(kw_only=True)
class Place(Frozen):
    """Where the parts of a picture are, in pixels, and its axes."""

    axis: Axis
    room: Room
    #: Whether bars are drawn.
    bars: bool
    #: Whether each figure stands beside its mark.
    labelled: bool
    #: Where the axis of time begins and ends, from the left, in the narrowest picture.
    left: int
    right: int
    #: Where the axis of numbers ends and begins, from above.
    ceiling: int
    floor: int
    #: Where the axis of time begins and ends, in days, and half of the place of a figure.
    first: float
    last: float
    half: float
    #: How many days the shortest of the times lasts.
    shortest: int

    def part(self, day: float) -> float:
        """Return how far along the axis of time a day is."""
        return round((day - self.first) / (self.last - self.first), 6)

    def across(self, day: float) -> float:
        """Return how far from the left a day stands in the narrowest picture."""
        return self.left + self.part(day) * (self.right - self.left)

    def pixel(self, value: float) -> float:
        """Return how far from above a number stands."""
        return self.floor - self.axis.part(value) * (self.floor - self.ceiling)

    def value(self, pixel: float) -> float:
        """Return the number that stands so far from above."""
        return self.axis.at((self.floor - pixel) / (self.floor - self.ceiling))

    def spans(self, row: Row) -> bool:
        """Return whether a row stands for a longer time than the shortest of them."""
        return is_longer(row, self.shortest)


def times_of(rows: Sequence[Row], *, apart: bool) -> tuple[float, float, float]:
    """Return first and last day of the axis of time, and half of the place of a figure.

    Args:
        rows: The figures.
        apart: Whether the first and the last have their whole place, as bars do.
    """
    half, shortest = margin(rows), shortest_of(rows)
    days = [middle(row) for row in rows]
    for row in rows:
        if is_longer(row, shortest):
            days += [float(day) for day in days_in(row)]
    blank = half if apart or min(days) == max(days) else 0
    return min(days) - blank, max(days) + blank, half


def shortest_of(rows: Sequence[Row]) -> int:
    """Return how many days the shortest time among *rows* lasts."""
    return min(end - start for start, end in map(days_in, rows))


def is_longer(row: Row, shortest: int) -> bool:
    """Return whether a row stands for a longer time than so many days, and not by chance."""
    first, last = days_in(row)
    return last - first > _LONGER * shortest


def days_in(row: Row) -> tuple[int, int]:
    """Return where a row begins and where it ends, in days."""
    assert row.start is not None
    assert row.end is not None
    return row.start.toordinal(), row.end.toordinal() + 1


def lines_of(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """Return the rows line by line."""
    return [tuple(members) for _, members in groupby(rows, key=lambda row: row.group)]


def last_of(line: Sequence[Row]) -> Row:
    """Return the last figure of a line; of one without any, its last row."""
    return next((row for row in reversed(line) if not row.missing), line[-1])


def singled(line: Sequence[Row]) -> bool:
    """Return whether single figures of a line stand out, and not the line as a whole."""
    return any(row.strong for row in line) and not all(row.strong for row in line)


def top_of(row: Row) -> float | None:
    """Return where the words of a figure point at: its number, or the high end of a range."""
    return number(row.value if row.high is None else row.high)
