"""The time that a timeline shows, and what lies in it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.language import Lang
from offinno.model import FundingScheme, shown_time
from offinno.values import BadPeriod, Missing, Period, PeriodForm
from offinno.wording import period_text

_RECURRING: Final = frozenset({PeriodForm.DATE, PeriodForm.MONTH})


@final
@attrs.frozen
class Window(Frozen):
    """The time from one day to another, both of them in it."""

    #: The first day.
    first: date
    #: The last day.
    last: date

    def at(self, day: date) -> float:
        """Return where a day begins, from 0 for the first day to 1 for the end of the last."""
        return (day - self.first).days / ((self.last - self.first).days + 1)

    def after(self, day: date) -> float:
        """Return where a day ends."""
        return self.at(day) + 1 / ((self.last - self.first).days + 1)

    def holds(self, first: date, last: date) -> bool:
        """Return whether any day from one to another lies in it."""
        return first <= self.last and last >= self.first

    def text(self, lang: Lang) -> str:
        """Return it in words: years where it begins and ends with one."""
        first, last = self.first.isoformat(), self.last.isoformat()
        if (first[5:], last[5:]) == ("01-01", "12-31"):
            first, last = first[:4], last[:4]
        return period_text(Period(first if first == last else f"{first}/{last}"), lang=lang)


def window_of(
    schemes: Iterable[FundingScheme], *, start: Period | None, end: Period | None
) -> Window:
    """Return the time that a timeline shows; see `offinno.model.shown_time`."""
    return Window(*shown_time(schemes, start=start, end=end))


def occurrences(deadline: Period | Missing, window: Window) -> Iterator[tuple[date, date]]:
    """Return the first and last day of each time in a window at which a deadline comes back."""
    if not recurs(deadline):
        return
    assert isinstance(deadline, Period)
    for year in range(window.first.year, window.last.year + 1):
        try:
            time = Period(deadline.text.replace("?", f"{year:04}"))
        except BadPeriod:  # 29 February
            continue
        assert time.start is not None
        assert time.end is not None
        if window.holds(time.start, time.end):
            yield time.start, time.end


def recurs(deadline: Period | Missing) -> bool:
    """Return whether a deadline is a day or month that comes back each year."""
    if isinstance(deadline, Missing) or deadline.form not in _RECURRING:
        return False
    point = deadline.points[0]
    return point is not None and point.year is None
