"""Which period comes so much earlier than another, and how the unit of a change says it."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias, final

import attrs

from offinno.model import Indicator
from offinno.units import Change
from offinno.values import BadPeriod, Period, PeriodForm

#: Year, part of the year and day: the order of periods of one form.
Place: TypeAlias = tuple[int, int, int]

_MONTHS: Final = 12
#: What a time before is counted in, in months.
_LENGTHS: Final[Mapping[str, int]] = MappingProxyType(
    {"year": 12, "half-year": 6, "quarter": 3, "month": 1}
)
#: Forms with a length of their own: the word for it, and what stands before its number.
_PARTS: Final[Mapping[PeriodForm, tuple[str, str]]] = MappingProxyType(
    {
        PeriodForm.HALF_YEAR: ("half-year", "-H"),
        PeriodForm.QUARTER: ("quarter", "-Q"),
        PeriodForm.MONTH: ("month", "-"),
    }
)
#: Forms that come once a year.
_YEARLY: Final = frozenset({PeriodForm.YEAR, PeriodForm.SEASON, PeriodForm.ROLLING_YEAR})
_BEFORE: Final = re.compile(
    r"(?:same (?:half-year|quarter|month) of )?"
    r"(?:(?P<one>year|half-year|quarter|month)"
    r"|(?P<count>[2-9]|[1-9][0-9]) (?P<many>year|half-year|quarter|month)s) before"
)
_ROLLING: Final = "year to "
#: Digits of a year.
_YEAR: Final = 4


@final
@attrs.frozen(kw_only=True)
class Earlier:
    """What a change is taken from: a time before, or one period for all."""

    #: The unit of the change.
    unit: Change
    #: How many months before; None where it is one period for all.
    months: int | None = None
    #: The period for all.
    fixed: Period | None = None
    #: The periods there are.
    known: frozenset[Period] = frozenset()

    def of(self, period: Period) -> Period | None:
        """Return the period that the change of *period* is taken from; None where there is none.

        Of a day it is the same day of the month; of the last day of a month, where figures are
        those of last days, it is the last day.
        """
        if self.months is None:
            return self.fixed
        found = _minus(period, self.months)
        if period.form is not PeriodForm.DATE or found in self.known:
            return found
        return _last_day(period, self.months) or found


def earlier(given: Indicator, over: str | int | Period | None) -> Earlier | str:
    """Return what changes of an indicator are taken from, or what is wrong with *over*."""
    form = given.periods[0].form if given.periods else PeriodForm.YEAR
    found = None if over is None else _BEFORE.fullmatch(str(over))
    if over is not None and not found:
        return _fixed(over)
    length = (found["one"] or found["many"]) if found else _PARTS.get(form, ("year", ""))[0]
    count = int(found["count"] or 1) if found else 1
    problem = _problem(form, length)
    if problem is not None:
        return problem
    return Earlier(
        unit=_unit(form, length, count),
        months=_LENGTHS[length] * count,
        known=frozenset(given.periods),
    )


def _fixed(over: str | int | Period) -> Earlier | str:
    """Return one period as what all changes are taken from."""
    try:
        fixed = Period(over)
    except BadPeriod:
        return (
            f"over={over!r} is no time before; write 'year before', '2 years before', "
            "'quarter before', or a period such as 2015"
        )
    return Earlier(unit=Change(fixed.text), fixed=fixed)


def _problem(form: PeriodForm, length: str) -> str | None:
    """Say why periods of a form have none so much earlier; None where they have."""
    own = _PARTS.get(form, ("", ""))[0]
    if form is PeriodForm.DATE or length == own:
        return None
    if form in {*_YEARLY, *_PARTS}:
        ways = f"'{own} before' or 'year before'" if own else "'year before' or '2 years before'"
        return None if length == "year" else f"its periods go with over={ways}"
    return (
        f"a {form.value} has no period of its kind before it; name one with over=, or compare "
        "two figures with Comparison"
    )


def _unit(form: PeriodForm, length: str, count: int) -> Change:
    """Return the unit of a change over so many years, quarters or months."""
    own = _PARTS.get(form, ("", ""))[0]
    same = f"same {own} of " if own and length == "year" else ""
    return Change(f"{same}{length} before" if count == 1 else f"{same}{count} {length}s before")


def _minus(period: Period, months: int) -> Period | None:
    """Return the period so many months before; None where the calendar has none."""
    point = period.points[0]
    if point is None or point.year is None:
        return None
    if point.part is None or point.form is PeriodForm.SEASON:
        return _made(f"{point.year - months // _MONTHS:04}{period.text[_YEAR:]}")
    size = _LENGTHS[_PARTS[point.form][0]] if point.form in _PARTS else 1
    every = _MONTHS // size
    year, part = divmod(point.year * every + point.part - 1 - months // size, every)
    rolling = _ROLLING if period.form is PeriodForm.ROLLING_YEAR else ""
    return _made(f"{rolling}{year:04}{_tail(point.form, part + 1, point.day)}")


def _last_day(period: Period, months: int) -> Period | None:
    """Return the last day of the month so many months before, of the last day of a month."""
    day = period.end
    if day is None or day.day != monthrange(day.year, day.month)[1]:
        return None
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    if year < 1:
        return None
    return Period(date(year, month + 1, monthrange(year, month + 1)[1]))


def _tail(form: PeriodForm, part: int, day: int | None) -> str:
    """Return the text of a part of a year, behind the year."""
    if form is PeriodForm.MONTH or form is PeriodForm.DATE:
        return f"-{part:02}" if day is None else f"-{part:02}-{day:02}"
    return f"{_PARTS[form][1]}{part}"


def _made(text: str) -> Period | None:
    """Return a period, if the calendar has it: there is no 29 February a year before."""
    try:
        return Period(text)
    except BadPeriod:
        return None


def place_of(period: Period) -> Place:
    """Return the place of a period among those of its form; seasons have one, though no days.

    >>> place_of(Period("2019-autumn")) < place_of(Period("2020-spring"))
    True
    """
    point = period.points[0]
    if point is None:
        return 0, 0, 0
    return point.year or 0, point.part or 0, point.day or 0
