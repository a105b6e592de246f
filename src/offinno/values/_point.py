"""One named stretch of time, from a day to a year, or a season: what periods are made of."""

import re
from calendar import monthrange
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, shortened

SEASONS: Final = ("spring", "summer", "autumn", "winter")
MONTHS: Final = 12
_LAST_YEAR: Final = 9999
_LEAP_YEAR: Final = 2000
_TEXT: Final = re.compile(
    r"(?P<year>[0-9]{4}|\?)"
    r"(-(?P<part>Q[1-4]|H[12]|spring|summer|autumn|winter|(0[1-9]|1[0-2])(-(?P<day>[0-9]{2}))?))?"
)


class PeriodForm(Enum):
    """The forms of a period."""

    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    SEASON = "season"
    SPAN = "span"
    ROLLING_YEAR = "rolling year"
    WINDOW = "window"
    UNKNOWN = "unknown"


@final
@attrs.frozen
class BadPeriod(OffinnoError, ValueError):
    """A text that is no period."""

    #: The text as given.
    seen: str
    #: What is wrong with it.
    problem: str

    def __str__(self) -> str:
        """Show the text and the forms that are right."""
        return (
            f"{shortened(self.seen)!r} {self.problem}; a period looks like 2018, 2018-Q4, "
            "2018-09-12, 2016/2018, 2014/.., 'year to 2018-Q4' or '2 years before 2017-10'"
        )


# How many months each form has, where that is a whole number, and how many parts a year has.
_LENGTH: Final = MappingProxyType(
    {PeriodForm.MONTH: 1, PeriodForm.QUARTER: 3, PeriodForm.HALF_YEAR: 6, PeriodForm.YEAR: MONTHS}
)
_PARTS: Final = MappingProxyType(
    {
        PeriodForm.DATE: MONTHS,
        PeriodForm.MONTH: MONTHS,
        PeriodForm.QUARTER: 4,
        PeriodForm.HALF_YEAR: 2,
        PeriodForm.SEASON: len(SEASONS),
    }
)


@final
@attrs.frozen(kw_only=True)
class Point(Frozen):
    """One named stretch of time, as the words of a period need it.

    Fields hold what the text states; the year is None where it is not stated.

    Raises:
        BadPeriod: If the calendar has no such stretch, or its form is not that of a point.

    >>> Point(form=PeriodForm.QUARTER, year=2018, part=4).end
    datetime.date(2018, 12, 31)
    """

    #: Its form, a date to a year, a season, or unknown.
    form: PeriodForm
    #: Calendar year.
    year: int | None = None
    #: Number of the month, quarter or half-year, or of the season from spring.
    part: int | None = None
    #: Day of the month.
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        """Check every part against the calendar."""
        if (problem := self._problem()) is not None:
            parts = "-".join(map(_shown, (self.year, self.part, self.day)))
            raise BadPeriod(f"{self.form} {parts}", problem)

    def _problem(self) -> str | None:
        """Return what is wrong with the parts, None if nothing is."""
        if self.form in {PeriodForm.YEAR, PeriodForm.UNKNOWN}:
            fits = (self.year is None) is (self.form is PeriodForm.UNKNOWN) and self.part is None
        else:
            fits = self.part in range(1, _PARTS.get(self.form, 0) + 1)
        if not fits or (self.day is None) is (self.form is PeriodForm.DATE):
            return "has parts that do not belong together"
        if self.year is not None and self.year not in range(1, _LAST_YEAR + 1):
            return "has a year that the calendar lacks"
        if self.day is not None and self.day not in range(1, self._last_day + 1):
            return "is a day that the calendar lacks"
        return None

    @property
    def months(self) -> int | None:
        """How many months it has, where that is a whole number."""
        return _LENGTH.get(self.form)

    @property
    def start(self) -> date | None:
        """First day, where known."""
        if self.year is None or self.form is PeriodForm.SEASON:
            return None
        return date(self.year, self._last_month + 1 - (self.months or 1), self.day or 1)

    @property
    def end(self) -> date | None:
        """Last day, where known."""
        if self.year is None or self.form is PeriodForm.SEASON:
            return None
        return date(self.year, self._last_month, self.day or self._last_day)

    @property
    def _last_month(self) -> int:
        """Number of its last month."""
        return (self.part or 1) * (self.months or 1)

    @property
    def _last_day(self) -> int:
        """Number of the last day of its last month; of February 29 where no year is stated."""
        return monthrange(_LEAP_YEAR if self.year is None else self.year, self._last_month)[1]


def _shown(number: int | None) -> str:
    """Return *number* for showing in an error, if it is of a size to show."""
    return str(number) if number in range(_LAST_YEAR + 1) else "?"


def point(text: str, whole: str) -> Point:
    """Return the point that *text* names, as part of the text *whole*."""
    found = _TEXT.fullmatch(text)
    if not found:
        raise BadPeriod(whole, "is no period")
    form, part = _form(found["part"])
    year = None if found["year"] == "?" else int(found["year"])
    if form is PeriodForm.YEAR and year is None:
        form = PeriodForm.UNKNOWN
    day = None if found["day"] is None else int(found["day"])
    try:
        return Point(form=form, year=year, part=part, day=day)
    except BadPeriod as bad:
        raise BadPeriod(whole, bad.problem) from None


def _form(part: str | None) -> tuple[PeriodForm, int | None]:
    """Return the form that the text of a *part* of a year has, and the number of the part."""
    if part is None:
        return PeriodForm.YEAR, None
    if part in SEASONS:
        return PeriodForm.SEASON, SEASONS.index(part) + 1
    if part[0] in "QH":
        form = PeriodForm.QUARTER if part[0] == "Q" else PeriodForm.HALF_YEAR
        return form, int(part[1])
    month, dash, _ = part.partition("-")
    return PeriodForm.DATE if dash else PeriodForm.MONTH, int(month)
