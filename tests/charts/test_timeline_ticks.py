"""Times below a timeline at the ends of what there is."""

from datetime import date

from offinno.charts._lines._room import thinned
from offinno.charts._timeline._ticks import _months, _step
from offinno.charts._timeline._time import Window, occurrences
from offinno.values import Period

AGES = Window(date(1, 1, 1), date(9000, 12, 31))


def test_the_widest_step_is_the_last_resort() -> None:
    """Where even that is narrow, there is no other."""
    assert _step(AGES, 10) >= _step(AGES, 10_000)


def test_no_tick_stands_before_the_first_year() -> None:
    """The calendar has no year 0."""
    assert date(1, 1, 1) <= next(_months(Window(date(1, 1, 1), date(30, 1, 1)), 120))


def test_a_deadline_of_one_year_does_not_come_back() -> None:
    """It is drawn where it is, and nowhere else."""
    assert [] == list(occurrences(Period(2019), AGES))


def test_one_label_is_left_where_none_finds_room() -> None:
    """The first."""
    assert [0] == thinned([0, 1], [30, 30], air=5, steps=(1,))
