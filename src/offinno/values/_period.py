"""The time that a figure is about, in every form that publishers use.

A `Period` is its text: the text says which form it has, and start, end and length follow from
it where they are known.

==================================  ===============================================
text                                meaning
==================================  ===============================================
``2018-09-12``, ``2018-09``         a day, a month
``2018-Q4``, ``2018-H1``, ``2018``  a quarter, a half-year, a year
``2019-spring``                     a season; its days are not agreed on
``?``, ``?-09``, ``?-09-25``        not stated; a month or day of a year not stated
``2016/2018``                       from the first to the last of two
``2014/..``, ``../2018``            open at one end
``year to 2018-Q4``                 the twelve months up to the end of a quarter
``2 years before 2017-09/2017-10``  the window that a survey asked about
==================================  ===============================================
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import Enum
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError, shortened

SEASONS: Final = ("spring", "summer", "autumn", "winter")
_LONGEST: Final = 80
_MONTHS: Final = 12
_POINT: Final = re.compile(
    r"(?P<year>[0-9]{4}|\?)"
    r"(-(?P<part>Q[1-4]|H[12]|spring|summer|autumn|winter|(0[1-9]|1[0-2])(-(?P<day>[0-9]{2}))?))?"
)
_WINDOW: Final = re.compile(
    r"(?P<count>[1-9][0-9]?) (?P<unit>years?|months?) before (?P<anchor>.+)"
)
_YEAR_TO: Final = "year to "


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


@final
@attrs.frozen
class UnknownOrder(OffinnoError, ValueError):
    """Two periods of which it cannot be said which comes first."""

    #: The first text.
    left: str
    #: The second text.
    right: str

    def __str__(self) -> str:
        """Say which periods have no known end."""
        return (
            f"which of {self.left!r} and {self.right!r} comes first is unknown: an end is missing"
        )


@final
@attrs.frozen(kw_only=True)
class Point(Frozen):
    """One named stretch of time, as the words of a period need it.

    Fields hold what the text states; the year is None where it is not stated.
    """

    #: Its form, a date to a year, a season, or unknown.
    form: PeriodForm
    #: Calendar year.
    year: int | None = None
    #: Number of the month, quarter or half-year, or of the season from spring.
    part: int | None = None
    #: Day of the month.
    day: int | None = None

    @property
    def months(self) -> int | None:
        """How many months it has, where that is a whole number."""
        return _MONTHS_OF.get(self.form)

    @property
    def start(self) -> date | None:
        """First day, where known."""
        if self.year is None or self.form is PeriodForm.SEASON:
            return None
        return date(self.year, self._first_month, self.day or 1)

    @property
    def end(self) -> date | None:
        """Last day, where known."""
        if self.year is None or self.form is PeriodForm.SEASON:
            return None
        if self.form is PeriodForm.DATE:
            return self.start
        month = self._first_month + (self.months or 1) - 1
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def _first_month(self) -> int:
        """Number of its first month."""
        if self.form is PeriodForm.DATE or self.form is PeriodForm.MONTH:
            return self.part or 1
        return ((self.part or 1) - 1) * (self.months or 1) + 1


_MONTHS_OF: Final = {
    PeriodForm.MONTH: 1,
    PeriodForm.QUARTER: 3,
    PeriodForm.HALF_YEAR: 6,
    PeriodForm.YEAR: 12,
}


def _point(text: str, whole: str) -> Point:
    """Return the point that *text* names, as part of the text *whole*."""
    found = _POINT.fullmatch(text)
    if not found:
        raise BadPeriod(whole, "is no period")
    year = None if found["year"] == "?" else int(found["year"])
    if year == 0:
        raise BadPeriod(whole, "has a year 0, which the calendar lacks")
    part = found["part"]
    if part is None:
        form = PeriodForm.UNKNOWN if year is None else PeriodForm.YEAR
        return Point(form=form, year=year)
    if part in SEASONS:
        return Point(form=PeriodForm.SEASON, year=year, part=SEASONS.index(part) + 1)
    if part[0] in "QH":
        form = PeriodForm.QUARTER if part[0] == "Q" else PeriodForm.HALF_YEAR
        return Point(form=form, year=year, part=int(part[1]))
    if found["day"] is None:
        return Point(form=PeriodForm.MONTH, year=year, part=int(part))
    return _day(year, int(part[:2]), int(found["day"]), whole)


def _day(year: int | None, month: int, day: int, whole: str) -> Point:
    """Return a date, which must stand in the calendar; a leap day may where no year is stated."""
    if not 1 <= day <= monthrange(2000 if year is None else year, month)[1]:
        raise BadPeriod(whole, "is a day that the calendar lacks")
    return Point(form=PeriodForm.DATE, year=year, part=month, day=day)


@final
@attrs.frozen(kw_only=True)
class _Reading:
    """What the text of a period says."""

    form: PeriodForm
    points: tuple[Point | None, ...]
    start: date | None = None
    end: date | None = None
    months: int | None = None


def _read(text: str) -> _Reading:
    """Return what *text* says, or raise."""
    if len(text) > _LONGEST:
        raise BadPeriod(text, "is too long")
    if window := _WINDOW.fullmatch(text):
        return _window(window, text)
    if text.startswith(_YEAR_TO):
        return _rolling(_point(text.removeprefix(_YEAR_TO), text), text)
    if "/" in text:
        return _span(text, text)
    point = _point(text, text)
    return _Reading(
        form=point.form, points=(point,), start=point.start, end=point.end, months=point.months
    )


def _span(text: str, whole: str) -> _Reading:
    """Return a span of any two points, open or unknown at one end."""
    first, _, last = text.partition("/")
    if first == last == ".." or first == last == "?":
        raise BadPeriod(whole, "is open at both ends")
    begin = None if first == ".." else _point(first, whole)
    finish = None if last == ".." else _point(last, whole)
    start = begin.start if begin else None
    end = finish.end if finish else None
    if start and end and start > end:
        raise BadPeriod(whole, "ends before it starts")
    months = _whole_months(start, end)
    return _Reading(
        form=PeriodForm.SPAN, points=(begin, finish), start=start, end=end, months=months
    )


def _whole_months(start: date | None, end: date | None) -> int | None:
    """Return the months between two days, if it is whole calendar months."""
    if start is None or end is None or start.day != 1:
        return None
    if end != date.max and (end + timedelta(days=1)).day != 1:
        return None
    return (end.year - start.year) * _MONTHS + end.month - start.month + 1


def _rolling(point: Point, text: str) -> _Reading:
    """Return the twelve months up to the end of *point*."""
    if point.form not in {PeriodForm.MONTH, PeriodForm.QUARTER, PeriodForm.HALF_YEAR}:
        raise BadPeriod(text, "must end with a month, quarter or half-year")
    end = point.end
    start = None if end is None else _earlier(end + timedelta(days=1), _MONTHS)
    return _Reading(
        form=PeriodForm.ROLLING_YEAR, points=(point,), start=start, end=end, months=_MONTHS
    )


def _window(found: re.Match[str], text: str) -> _Reading:
    """Return the window before a survey: it reaches back its length from the first day asked."""
    months = int(found["count"]) * (_MONTHS if found["unit"].startswith("year") else 1)
    anchor = found["anchor"]
    before = _span(anchor, text) if "/" in anchor else _read_point(anchor, text)
    start = None if before.start is None else _earlier(before.start, months)
    return _Reading(
        form=PeriodForm.WINDOW, points=before.points, start=start, end=before.end, months=months
    )


def _read_point(anchor: str, text: str) -> _Reading:
    """Return a single point as a reading."""
    point = _point(anchor, text)
    return _Reading(form=point.form, points=(point,), start=point.start, end=point.end)


def _earlier(day: date, months: int) -> date | None:
    """Return the day so many months before *day*; the last of a month that is too short."""
    index = day.year * _MONTHS + day.month - 1 - months
    year, month = divmod(index, _MONTHS)
    if year < 1:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _text(given: "str | int | date | Period") -> str:
    """Return the text of what may stand for a period."""
    if isinstance(given, Period):
        return given.text
    return given.isoformat() if isinstance(given, date) else str(given)


@final
@attrs.frozen(repr=False)
class Period(Frozen):
    """The time that a figure is about.

    Takes its text, a year as int, or a date. Periods are ordered by end, then start.

    Raises:
        BadPeriod: If the text is no period.

    >>> Period("2018-Q4").start
    datetime.date(2018, 10, 1)
    >>> Period(2017) < Period("2018-Q1")
    True
    """

    #: Its text, such as ``2018-Q4``.
    text: str = attrs.field(converter=_text)
    #: Its form.
    form: PeriodForm = attrs.field(init=False, eq=False)
    #: The points it is made of: one, or two of a span, None for an open end.
    points: tuple[Point | None, ...] = attrs.field(init=False, eq=False)
    #: First day, where known; of a window, the first day that any answer may be about.
    start: date | None = attrs.field(init=False, eq=False)
    #: Last day, where known.
    end: date | None = attrs.field(init=False, eq=False)
    #: Length in months, where it is whole months; of a window, the length asked about.
    months: int | None = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Read the text."""
        reading = _read(self.text)
        for name in ("form", "points", "start", "end", "months"):
            object.__setattr__(self, name, getattr(reading, name))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Period({self.text!r})"

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None

    @property
    def anchor(self) -> "Period | None":
        """Of a window, the span it lies before; None of other forms."""
        found = _WINDOW.fullmatch(self.text)
        return Period(found["anchor"]) if found else None

    def overlaps(self, other: "Period") -> bool | None:
        """Return whether the two share a day, or None where that is unknown.

        >>> Period("2016/2017").overlaps(Period("2017-Q4"))
        True
        """
        if self.start and other.end and self.start > other.end:
            return False
        if other.start and self.end and other.start > self.end:
            return False
        return True if self.known and other.known else None

    def __lt__(self, other: "Period") -> bool:
        return self._order(other) < other._order(self)

    def __le__(self, other: "Period") -> bool:
        return self._order(other) <= other._order(self)

    def __gt__(self, other: "Period") -> bool:
        return self._order(other) > other._order(self)

    def __ge__(self, other: "Period") -> bool:
        return self._order(other) >= other._order(self)

    def _order(self, other: "Period") -> tuple[date, date]:
        """Return what the order goes by."""
        if self.start is None or self.end is None:
            raise UnknownOrder(self.text, other.text)
        return self.end, self.start
