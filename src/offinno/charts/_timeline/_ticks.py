"""The times that stand above a timeline: years, or months where there is room for them."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from offinno.charts._encoding import Cell
from offinno.charts._measure import width
from offinno.charts._theme import LABEL
from offinno.charts._timeline._time import Window
from offinno.language import Lang
from offinno.values import Period
from offinno.wording import period_text

_YEAR: Final = 12
_STEPS: Final = (1, 3, 6, 12, 24, 60, 120)
#: The least room for a month with its year, and for a year.
_MONTH_ROOM: Final = 108
_YEAR_ROOM: Final = 44
_AIR: Final = 6


def ticks(window: Window, *, lang: Lang, room: float) -> Iterator[Cell]:
    """Return the times above a timeline, each with its place."""
    step = _step(window, room)
    marks = [day for day in _months(window, step) if window.at(day) >= 0]
    if not marks:
        marks, step = [window.first], 0
    for day in marks:
        label = _label(day, step, lang)
        x = window.at(day)
        fits = x * room + _AIR + width(label, LABEL) <= room
        yield {"key": day.isoformat(), "tick": label if fits else None, "tick_at": x}


def _step(window: Window, room: float) -> int:
    """Return how many months lie between two times that find room beside one another."""
    months = ((window.last - window.first).days + 1) * _YEAR / 365.25
    for step in _STEPS:
        least = _YEAR_ROOM if step >= _YEAR else _MONTH_ROOM
        if room * step / months >= least:
            return step
    return _STEPS[-1]


def _months(window: Window, step: int) -> Iterator[date]:
    """Return the first days of months in a window, so many months from one another."""
    first = window.first.year * _YEAR
    last = window.last.year * _YEAR + window.last.month
    for month in range(first - first % step, last, step):
        if month >= _YEAR:
            yield date(month // _YEAR, month % _YEAR + 1, 1)


def _label(day: date, step: int, lang: Lang) -> str:
    """Return a time in words: a year, a month, or a day."""
    if not step:
        return period_text(Period(day), lang=lang)
    return (
        str(day.year)
        if step >= _YEAR
        else period_text(Period(f"{day.year:04}-{day.month:02}"), lang=lang)
    )
