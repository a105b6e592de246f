"""The time that a timeline of schemes shows."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from offinno.model._checks import Contradiction
from offinno.model._scheme import Call, FundingScheme
from offinno.values import Period

#: So many years find room beside one another.
_MOST_YEARS: Final = 40
_WHAT: Final = "scheme timeline"


def shown_time(
    schemes: Iterable[FundingScheme], *, start: Period | None, end: Period | None
) -> tuple[date, date]:
    """Return the first and the last day that a timeline shows.

    Args:
        schemes: The schemes whose calls it shows.
        start: The first time, if it is asked for; else the year of the first day that is known.
        end: The last time, if it is asked for; else the year of the last day that is known.

    Raises:
        Contradiction: If no day is known and none asked for, a time has no days, it ends before it
            starts, or it is too long.
    """
    check_window(start, end)
    days = [day for scheme in schemes for call in scheme.calls for day in _days(call)]
    days += [day for time in (start, end) for day in _ends(time)]
    if not days:
        problem = "no call has a date; say which time it shows, as in start: 2019 and end: 2020"
        raise Contradiction(_WHAT, problem)
    first = start.start if start is not None and start.start else date(min(days).year, 1, 1)
    last = end.end if end is not None and end.end else date(max(days).year, 12, 31)
    if last.year - first.year >= _MOST_YEARS:
        problem = f"it shows {first.year} to {last.year}; give start and end, for less"
        raise Contradiction(_WHAT, problem)
    return first, last


def check_window(start: Period | None, end: Period | None) -> None:
    """Refuse a time that has no first and last day, or ends before it starts.

    Raises:
        Contradiction: If it is so.
    """
    first = None if start is None else start.start
    last = None if end is None else end.end
    if (start is not None and first is None) or (end is not None and last is None):
        raise Contradiction(_WHAT, "its time needs a first and a last day")
    if first is not None and last is not None and first > last:
        raise Contradiction(_WHAT, f"it starts {start}, after its end {end}")


def _days(call: Call) -> Iterator[date]:
    """Return the days of a call that are known."""
    if call.opens is not None and call.opens.known:
        yield from _ends(call.opens)
    if isinstance(call.deadline, Period) and call.deadline.known:
        yield from _ends(call.deadline)


def _ends(time: Period | None) -> Iterator[date]:
    """Return the first and the last day of a time, as far as they are known."""
    if time is not None:
        yield from (day for day in (time.start, time.end) if day is not None)
