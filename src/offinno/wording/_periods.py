"""Periods in words, in every form that publishers use."""

from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Final

from babel.dates import format_date, format_skeleton

from offinno.language import Lang
from offinno.values import Missing, MissingReason, Period, PeriodForm, Point
from offinno.wording._catalogue import marked, message
from offinno.wording._locales import locale
from offinno.wording._missing import missing_text

# Each with a year and without one.
_SEASONS: Final = (
    (marked("spring {year}"), marked("spring")),
    (marked("summer {year}"), marked("summer")),
    (marked("autumn {year}"), marked("autumn")),
    (marked("winter {year}"), marked("winter")),
)
_HALVES: Final = (
    (marked("first half of {year}"), marked("first half of the year")),
    (marked("second half of {year}"), marked("second half of the year")),
)
_QUARTER: Final = (marked("Q{quarter} {year}"), marked("Q{quarter}"))

#: Words for the small numbers that the length of a window is given in.
_NUMBERS: Final = MappingProxyType(
    {
        2: marked("two"),
        3: marked("three"),
        4: marked("four"),
        5: marked("five"),
        6: marked("six"),
        7: marked("seven"),
        8: marked("eight"),
        9: marked("nine"),
        10: marked("ten"),
        11: marked("eleven"),
        12: marked("twelve"),
    }
)

_RECURRING: Final = frozenset({PeriodForm.DATE, PeriodForm.MONTH})
_NOT_STATED: Final = Missing(MissingReason.NOT_STATED)
_LEAP: Final = 2000  # for days of a year that is not stated
_MONTHS: Final = 12


def period_text(period: Period | Missing | None, *, lang: Lang) -> str:
    """Return *period* in words; what is not stated is said to be so.

    >>> period_text(Period("2 years before ?"), lang="nb")
    'de to siste årene før undersøkelsen (tidspunkt ikke oppgitt)'
    >>> period_text(Period("year to 2018-Q4"), lang="en")
    'year to Q4 2018'
    """
    if period is None or period == _NOT_STATED:
        return message("time not stated", lang=lang)
    if isinstance(period, Missing):
        reason = missing_text(period, lang=lang, note=True)
        return message("time: {reason}", lang=lang, reason=reason)
    return _FORMS.get(period.form, _single)(period, lang)


def deadline_text(deadline: Period | Missing, *, lang: Lang) -> str:
    """Return when applications are due; a day or month without a year comes back each year.

    >>> deadline_text(Period("?-09"), lang="nb")
    'september hvert år'
    """
    if isinstance(deadline, Period) and deadline.form in _RECURRING:
        point = deadline.points[0]
        if point is not None and point.year is None:
            return message("{time} every year", lang=lang, time=_bare(point, lang))
    return period_text(deadline, lang=lang)


def year_text(period: Period | None, *, lang: Lang) -> str:
    """Return the year of *period* as it stands behind a publisher, or that there is none.

    >>> year_text(Period("2019-spring"), lang="nb"), year_text(None, lang="en")
    ('2019', 'n.d.')
    """
    points = period.points if period else ()
    years = [str(point.year) for point in points if point and point.year is not None]
    return "–".join(dict.fromkeys(years)) or message("n.d.", lang=lang)


def _single(period: Period, lang: Lang) -> str:
    """Return a period that is one point."""
    point = period.points[0]
    assert point is not None  # only a span is open
    return _point(point, lang)


def _point(point: Point, lang: Lang) -> str:
    """Return one point of time; a year that is not stated is said to be so."""
    if point.form is PeriodForm.UNKNOWN:
        return message("time not stated", lang=lang)
    if point.year is None:
        return message("{time} (year not stated)", lang=lang, time=_bare(point, lang))
    return _dated(point, str(point.year), lang)


def _bare(point: Point, lang: Lang) -> str:
    """Return one point of time without its year."""
    return _dated(point, "", lang)


def _dated(point: Point, year: str, lang: Lang) -> str:
    """Return one point of time, with its year if there is one."""
    part = point.part or 0
    match point.form:
        case PeriodForm.DATE:
            day = date(int(year or _LEAP), part, point.day or 1)
            if year:
                return format_date(day, "long", locale=locale(lang))
            return format_skeleton("MMMMd", day, locale=locale(lang))
        case PeriodForm.MONTH:
            month: str = locale(lang).months["format"]["wide"][part]
            return f"{month} {year}" if year else month
        case PeriodForm.QUARTER:
            forms, facts = _QUARTER, {"quarter": str(part)}
        case PeriodForm.HALF_YEAR:
            forms, facts = _HALVES[part - 1], {}
        case PeriodForm.SEASON:
            forms, facts = _SEASONS[part - 1], {}
        case _:
            return year
    with_year, without = forms
    if not year:
        return message(without, lang=lang, **facts)
    return message(with_year, lang=lang, year=year, **facts)


def _span(period: Period, lang: Lang) -> str:
    """Return a span, which may be open or unknown at one end."""
    first, last = period.points
    if last is None:
        return message("since {time}", lang=lang, time=_end(first, lang))
    if first is None:
        return message("up to and including {time}", lang=lang, time=_end(last, lang))
    if first.form is last.form is PeriodForm.YEAR and first.year and last.year:
        return f"{first.year}–{last.year}"
    forms = {first.form, last.form}
    if PeriodForm.UNKNOWN in forms:
        ends = {"low": _end(first, lang), "high": _end(last, lang)}
        return message("from {low} to {high}", lang=lang, **ends)
    same_year = PeriodForm.YEAR not in forms and first.year == last.year
    begin = _bare(first, lang) if same_year else _point(first, lang)
    return message("{low} to {high}", lang=lang, low=begin, high=_point(last, lang))


def _end(point: Point | None, lang: Lang) -> str:
    """Return one end of a span."""
    assert point is not None  # a span is open at one end at most
    if point.form is PeriodForm.UNKNOWN:
        return message("a time that is not stated", lang=lang)
    return _point(point, lang)


def _rolling(period: Period, lang: Lang) -> str:
    """Return the twelve months up to a time."""
    return message("year to {time}", lang=lang, time=_single(period, lang))


def _window(period: Period, lang: Lang) -> str:
    """Return the window that a survey asked about, with the time of the survey."""
    months, anchor = period.months or 0, period.anchor
    when = period_text(anchor, lang=lang)
    if months == _MONTHS:
        return message("the last year before the survey ({time})", lang=lang, time=when)
    if months == 1:
        return message("the last month before the survey ({time})", lang=lang, time=when)
    years, rest = divmod(months, _MONTHS)
    if rest:
        count = _count(months, lang)
        return message(
            "the last {count} months before the survey ({time})", lang=lang, count=count, time=when
        )
    count = _count(years, lang)
    return message(
        "the last {count} years before the survey ({time})", lang=lang, count=count, time=when
    )


def _count(number: int, lang: Lang) -> str:
    """Return a number of years or months: up to twelve as a word."""
    return message(_NUMBERS[number], lang=lang) if number in _NUMBERS else str(number)


_FORMS: Final[MappingProxyType[PeriodForm, Callable[[Period, Lang], str]]] = MappingProxyType(
    {
        PeriodForm.SPAN: _span,
        PeriodForm.ROLLING_YEAR: _rolling,
        PeriodForm.WINDOW: _window,
    }
)
