"""Figures over time: which of them a line joins, and all the words around it."""

from collections.abc import Sequence
from typing import Final, get_args

import attrs

from offinno.charts._aspects import Aspects, aspects_of, header
from offinno.charts._choose import Allow, Chosen, allowed, check_highlight, chosen
from offinno.charts._compose import composed
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._lines._axis import axis_of
from offinno.charts._lines._errors import TooManyLines
from offinno.charts._lines._look import look_of
from offinno.charts._lines._steps import Step, break_remarks, step_reasons, steps_of, unbroken
from offinno.charts._lines._time import days_of, middle, rhythm
from offinno.charts._lines._words import (
    alt_of_lines,
    axis_remark,
    gap_remark,
    interval_remarks,
    names_remark,
    open_remark,
    unsaid_remarks,
)
from offinno.charts._notes import Noted, noted
from offinno.charts._parts import Table
from offinno.charts._row import Row, row_of, shortly
from offinno.charts._tables import cross_table, list_table
from offinno.charts._words import spoken_of
from offinno.exceptions import UnknownName
from offinno.language import Lang
from offinno.model import (
    Contradiction,
    Indicator,
    SeriesMark,
    most_lines,
)

#: What figures over time are drawn with.
_MARKS: Final[tuple[SeriesMark, ...]] = get_args(SeriesMark)


def series_of(  # noqa: PLR0913 - the options of the builder, all by keyword
    indicator: Indicator,
    *,
    lang: Lang,
    headline: Headline,
    by: str | None,
    mark: SeriesMark,
    highlight: str | None,
    zero: bool,
    allow: Allow,
) -> Figure:
    """Return figures over time; see `offinno.charts.series`."""
    along = _along(by, _checked(mark))
    found = chosen(indicator, *along)
    check_lines(found, along, highlight)
    data = list(found.values())
    steps = steps_of(found, allowed(allow))
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    rows = _rows(found, steps, notes, along, highlight)
    axis = axis_of(rows, unit=indicator.unit, lang=lang, zero=zero, bars=mark == "bar")
    short = shortly(data, rows, lang=lang, step=axis.step)
    look = look_of(short, mark=mark, axis=axis)
    spoken = spoken_of(data, lang=lang, step=axis.step)
    return composed(
        data,
        rows=short,
        look=look,
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of_lines(rows, spoken, mark=mark, lang=lang, ranked=unbroken(steps)),
        table=table_of(found, rows, indicator, along, lang),
        along=along,
        reasons=[
            *break_remarks(steps, lang),
            *step_reasons(steps, lang),
            *gap_remark(short, mark=mark, lang=lang),
            *axis_remark(axis, lang=lang),
            *names_remark(short, look, lang=lang),
            *interval_remarks(data, short, lang=lang),
            *open_remark(short, bars=mark == "bar", lang=lang),
            *unsaid_remarks(short, look, lang=lang),
        ],
    )


def _checked(mark: SeriesMark) -> SeriesMark:
    """Return a mark if there is such a one.

    Raises:
        UnknownName: If there is none.
    """
    if mark not in _MARKS:
        raise UnknownName("mark of a series", mark, _MARKS)
    return mark


def _along(by: str | None, mark: SeriesMark) -> tuple[str, ...]:
    """Return what figures are told apart by: what there is a line for, and time."""
    if by == "period":
        raise Contradiction("series", "'period' is along the axis; give 'by' something else")
    if by is not None and mark == "bar":
        problem = "bars over time are for one series; use mark='line', or grouped_bars()"
        raise Contradiction("series", problem)
    return ("period",) if by is None else (by, "period")


def check_lines(found: Chosen, along: Sequence[str], highlight: str | None) -> None:
    """Refuse more lines than can be told apart, and to let stand out what is not there."""
    names = list(dict.fromkeys(key[0] for key in found))
    check_highlight(highlight, names)
    most = most_lines(highlighted=highlight is not None)
    if len(along) > 1 and len(names) > most:
        raise TooManyLines(len(names), most, highlight is not None)


def _rows(
    found: Chosen,
    steps: Sequence[Step],
    notes: Noted,
    along: Sequence[str],
    highlight: str | None,
) -> tuple[Row, ...]:
    """Return the rows of all lines, each with where it stands and what lies before it."""
    aspects = aspects_of(list(found.values()), lang=notes.lang)
    lines = list(dict.fromkeys(key[0] for key in found)) if len(along) > 1 else []
    made: list[Row] = []
    for at, ((key, datum), step) in enumerate(zip(found.items(), steps, strict=True)):
        start, end = days_of(datum.period)
        label = aspects.label(at, "period", apart_from=tuple(along[:-1]))
        row = row_of(
            datum,
            lang=notes.lang,
            key=", ".join(key),
            label=label,
            mark=notes.mark(datum),
            group=_line(aspects, at, along),
            series=_colour(key[0], lines, highlight),
        )
        made.append(
            attrs.evolve(
                row,
                label=label,
                start=start,
                end=end,
                strong=key[0] == highlight,
                joined=step.joined,
                parted=step.parted(notes.lang),
            )
        )
    return _joined(made)


def _line(aspects: Aspects, at: int, along: Sequence[str]) -> str:
    """Return the name of the line that a figure belongs to; nothing if there is only one."""
    return aspects.words[at][along[0]] if len(along) > 1 else ""


def _colour(name: str, lines: Sequence[str], highlight: str | None) -> int:
    """Return the colour of a figure: its own, or a quiet one beside what stands out."""
    if highlight is not None:
        return 1 if name == highlight else 2
    return lines.index(name) + 1 if lines else 1


def _joined(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows of which those are joined that follow each other without a gap in time."""
    apart = rhythm(rows)
    before = (None, *rows[:-1])
    return tuple(
        attrs.evolve(row, joined=row.joined and one is not None and _follows(one, row, apart))
        for one, row in zip(before, rows, strict=True)
    )


def _follows(one: Row, row: Row, apart: float) -> bool:
    """Return whether nothing is missing between two figures of a line."""
    known = one.value is not None and row.value is not None
    return known and middle(row) - middle(one) <= apart


def table_of(
    found: Chosen, rows: Sequence[Row], indicator: Indicator, along: Sequence[str], lang: Lang
) -> Table:
    """Return the figures as a table: a line for each time, a column for each line."""
    top = header(indicator, "period", lang=lang)
    if len(along) == 1:
        return list_table(rows, header=top, unit=indicator.unit, lang=lang)
    turned = {
        key[::-1]: attrs.evolve(row, group=row.label, label=row.group)
        for key, row in zip(found, rows, strict=True)
    }
    order = sorted(turned, key=lambda key: middle(turned[key]))
    return cross_table({key: turned[key] for key in order}, header=top)
