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
``2014/?``, ``?/2018``              one end not stated
``year to 2018-Q4``                 the twelve months up to the end of a quarter
``2 years before 2017-09/2017-10``  the window that a survey asked about
==================================  ===============================================
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.exceptions import OffinnoError
from offinno.values._point import MONTHS, BadPeriod, PeriodForm, Point, point

_LONGEST: Final = 80
_MOST_BITS: Final = 64
_WINDOW: Final = re.compile(
    r"(?:1 (?P<one>year|month)|(?P<count>[2-9]|[1-9][0-9]) (?P<many>year|month)s)"
    r" before (?P<anchor>.+)"
)
_YEAR_TO: Final = "year to "
_ROLLING: Final = frozenset({PeriodForm.MONTH, PeriodForm.QUARTER, PeriodForm.HALF_YEAR})


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
            f"which of {self.left!r} and {self.right!r} comes first is unknown: "
            "an end or a start that decides it is not known"
        )


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
        return _rolling(point(text.removeprefix(_YEAR_TO), text), text)
    return _plain(text, text)


def _plain(text: str, whole: str) -> _Reading:
    """Return one point, or a span of two, as part of the text *whole*."""
    if "/" in text:
        return _span(text, whole)
    one = point(text, whole)
    return _Reading(form=one.form, points=(one,), start=one.start, end=one.end, months=one.months)


def _span(text: str, whole: str) -> _Reading:
    """Return a span of any two points, open or unknown at one end."""
    first, _, last = text.partition("/")
    if {first, last} <= {"..", "?"}:
        raise BadPeriod(whole, "is open or unknown at both ends; write '?' for not stated")
    if first == last:
        raise BadPeriod(whole, f"begins and ends with one period; write {first!r}")
    begin = None if first == ".." else point(first, whole)
    finish = None if last == ".." else point(last, whole)
    start = begin.start if begin else None
    end = finish.end if finish else None
    if _backwards(begin, finish) or (start and end and start > end):
        raise BadPeriod(whole, "ends before it starts")
    months = _whole_months(start, end)
    return _Reading(
        form=PeriodForm.SPAN, points=(begin, finish), start=start, end=end, months=months
    )


def _backwards(begin: Point | None, finish: Point | None) -> bool:
    """Return whether the years alone say that the second point lies before the first."""
    if begin is None or finish is None or begin.year is None or finish.year is None:
        return False
    return begin.year > finish.year


def _whole_months(start: date | None, end: date | None) -> int | None:
    """Return the months between two days, if it is whole calendar months."""
    if start is None or end is None:
        return None
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return None
    return (end.year - start.year) * MONTHS + end.month - start.month + 1


def _rolling(last: Point, text: str) -> _Reading:
    """Return the twelve months up to the end of *last*."""
    if last.form not in _ROLLING:
        raise BadPeriod(text, "must end with a month, quarter or half-year")
    end = last.end
    start = None if end is None else _earlier(end.replace(day=1), MONTHS - 1)
    return _Reading(
        form=PeriodForm.ROLLING_YEAR, points=(last,), start=start, end=end, months=MONTHS
    )


def _window(found: re.Match[str], text: str) -> _Reading:
    """Return the window before a survey: it reaches back its length from the first day asked."""
    unit = found["one"] or found["many"]
    months = int(found["count"] or 1) * (MONTHS if unit == "year" else 1)
    before = _plain(found["anchor"], text)
    start = None if before.start is None else _earlier(before.start, months)
    return _Reading(
        form=PeriodForm.WINDOW, points=before.points, start=start, end=before.end, months=months
    )


def _earlier(day: date, months: int) -> date | None:
    """Return the day so many months before *day*; the last of a month that is too short."""
    year, month = divmod(day.year * MONTHS + day.month - 1 - months, MONTHS)
    if year < 1:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _text(given: "str | int | date | Period") -> str:
    """Return the text of what may stand for a period."""
    if isinstance(given, Period):
        return given.text
    if isinstance(given, int) and given.bit_length() > _MOST_BITS:
        raise BadPeriod(f"a number of {given.bit_length()} bits", "is no year")
    return given.isoformat() if isinstance(given, date) else str(given)


@final
@attrs.frozen(repr=False)
class Period(Frozen):
    """The time that a figure is about.

    Takes its text, a year as int, or a date. Its text is what it is: ``2018`` and
    ``2018-01/2018-12`` have the same days and are two periods. Ordered by end, then start.

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
        """Of a window, the span it lies before; None of other forms.

        >>> Period("2 years before 2017-09/2017-10").anchor
        Period('2017-09/2017-10')
        """
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
        if type(other) is not Period:
            return NotImplemented
        return _order(self, other) < 0

    def __le__(self, other: "Period") -> bool:
        if type(other) is not Period:
            return NotImplemented
        return _order(self, other) <= 0

    def __gt__(self, other: "Period") -> bool:
        if type(other) is not Period:
            return NotImplemented
        return _order(self, other) > 0

    def __ge__(self, other: "Period") -> bool:
        if type(other) is not Period:
            return NotImplemented
        return _order(self, other) >= 0


def _order(left: Period, right: Period) -> int:
    """Return less than, equal to or more than 0, by end and then by start."""
    for one, other in ((left.end, right.end), (left.start, right.start)):
        if one is None or other is None:
            raise UnknownOrder(left.text, right.text)
        if one != other:
            return -1 if one < other else 1
    return 0
