"""Rules OFF3xx: the time that figures are about."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from offinno.checks._found import Found
from offinno.checks._passages import Passage
from offinno.checks._rule import Severity, rule
from offinno.checks._shown import Row
from offinno.checks._view import View
from offinno.checks._words import spoken
from offinno.model import Sample
from offinno.values import Period, PeriodForm
from offinno.wording import marked

#: How many years old figures may be before a sheet should say so.
_OLD: Final = 2
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


@rule(
    "OFF301",
    Severity.WARNING,
    message=marked("the time of “{what}” ({figure}) is not fully stated: {period}"),
    remedy=marked(
        "find the year, or the day up to which it was counted; until then let a note say so"
    ),
)
def period_not_stated(view: View) -> Iterator[Found]:
    """A figure is shown whose period, or one end of it, is not stated."""
    for rows in view.headers:
        vague = [row for row in rows if not row.missing and _vague(row.datum.period)]
        for row in vague[:1]:
            yield Found.at(
                (*row.steps, "period"),
                figure=row.datum.value,
                what=row.datum.indicator.title,
                period=row.datum.period,
            )


@rule(
    "OFF302",
    Severity.WARNING,
    message=marked("“{words}” is read as of today; the figure is about {period}"),
    remedy=marked("name the years, or the survey that they lie before"),
)
def relative_time(view: View) -> Iterator[Found]:
    """A text dates a figure by the day of reading: the last two years, this year, today."""
    yield from view.once_per_text(_relative)


@rule(
    "OFF303",
    Severity.HINT,
    message=marked("the sheet is of {edition}, the newest figures of “{what}” are of {year}"),
    remedy=marked("say the year beside the figure, so that it is not taken for that of the sheet"),
)
def data_older_than_edition(view: View) -> Iterator[Found]:
    """Figures are two or more years older than the edition of the sheet that shows them."""
    edition = view.sheet.edition
    if edition is None or edition.end is None:
        return
    seen: set[date] = set()
    for rows in view.headers:
        last = _newest(rows)
        if last is None or edition.end.year - last.year < _OLD or last in seen:
            continue
        seen.add(last)
        what = rows[0].datum.indicator.title
        year = Period(f"{last.year:04}")  # a period has four digits, whatever the century
        yield Found.at(rows[0].header, edition=edition, what=what, year=year)


@rule(
    "OFF304",
    Severity.WARNING,
    message=marked("two surveys ask about different times: {one} and {other}"),
    remedy=marked("keep the two in sections of their own, and write the years at each"),
)
def windows_differ(view: View) -> Iterator[Found]:
    """Survey figures in one section are about windows of different length or time."""
    for section in view.sections:
        windows = [
            (showing.steps, row.datum.period)
            for showing in view.showings
            if showing.block in section
            for row in showing.rows
            if _is_window(row)
        ]
        unlike = [(steps, period) for steps, period in windows if period != windows[0][1]]
        for steps, period in unlike[:1]:
            yield Found.at(steps, one=windows[0][1], other=period)


def _vague(period: Period) -> bool:
    """Return whether a part of a period is not stated, or it is open at an end."""
    return "?" in period.text or ".." in period.text


def _relative(passage: Passage) -> Iterator[Found]:
    """Return a finding where a sentence with figures dates them by the day of reading."""
    for sentence in passage.sentences:
        rows = (*sentence.rows, *passage.drawn)
        words = spoken("relative time", sentence.words, passage.lang)
        if not rows or words is None or _YEAR.search(sentence.words):
            continue
        if not spoken("anchor", sentence.words[words.end() :][:20], passage.lang):
            yield Found.at(passage.steps, words=words[0], period=rows[0].datum.period)


def _newest(rows: tuple[Row, ...]) -> date | None:
    """Return the last day that any of the figures is about, where that is known."""
    days = [_last_day(row) for row in rows if not row.missing]
    return max((day for day in days if day is not None), default=None)


def _last_day(row: Row) -> date | None:
    """Return the last day of the fieldwork behind a figure, else that of its period."""
    sample = row.datum.sample
    if isinstance(sample, Sample) and sample.fieldwork is not None and sample.fieldwork.end:
        return sample.fieldwork.end
    return row.datum.period.end


def _is_window(row: Row) -> bool:
    """Return whether a figure is about a window before a survey of which the time is stated."""
    period = row.datum.period
    return period.form is PeriodForm.WINDOW and not row.missing and not _vague(period)
