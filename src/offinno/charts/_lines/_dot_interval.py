"""Figures with their intervals, in the order of their size."""

from collections.abc import Iterator, Sequence

import attrs

from offinno.charts._alts import alt_of
from offinno.charts._aspects import header, name_of
from offinno.charts._choose import check_highlight, check_units
from offinno.charts._compose import composed
from offinno.charts._figure import Figure
from offinno.charts._headline import Headline
from offinno.charts._lines._axis import axis_of
from offinno.charts._lines._dots import dot_look
from offinno.charts._lines._words import axis_remark, interval_remarks, span_text
from offinno.charts._notes import noted
from offinno.charts._parts import Table
from offinno.charts._row import Row, shortly
from offinno.charts._several import in_order, ranked_rows, reasons_against
from offinno.charts._tables import list_table
from offinno.charts._words import spoken_of
from offinno.language import Lang
from offinno.model import Comparison, Datum
from offinno.wording import capitalised, message, message_plural


def dot_interval_of(
    comparison: Comparison, *, lang: Lang, headline: Headline, highlight: str | None
) -> Figure:
    """Return figures as dots with intervals; see `offinno.charts.dot_interval`."""
    check_units(comparison.members)
    check_highlight(highlight, comparison.names)
    data = in_order(comparison)
    notes = noted([*data, *headline.mentioned(lang)], lang=lang)
    rows = tuple(
        attrs.evolve(row, place=None, strong=row.key == highlight)
        for row in ranked_rows(comparison, data, notes, highlight)
    )
    axis = axis_of(rows, unit=data[0].unit, lang=lang, whole=True)
    short = shortly(data, rows, lang=lang, step=axis.step)
    line = None
    if comparison.reference_at is not None:
        line = name_of(comparison.reference, comparison.along)
    spoken = spoken_of(data, lang=lang, step=axis.step)
    return composed(
        data,
        rows=short,
        look=dot_look(short, axis=axis, line=line),
        noted=notes,
        headline=headline.worded(data, notes),
        alt=alt_of([_what(rows, lang)], rows, spoken, lang=lang),
        table=_table(data, rows, header(data[0].indicator, comparison.along, lang=lang), lang),
        along=(comparison.along,),
        reasons=[
            *reasons_against(comparison, lang),
            *interval_remarks(data, short, lang=lang, expected=True),
            *_line_remark(short, line, lang),
            *_open_remark(short, lang),
            *axis_remark(axis, lang=lang),
        ],
    )


def _what(rows: Sequence[Row], lang: Lang) -> str:
    """Return what kind of picture it is, and how many of the figures have an interval."""
    known = sum(row.interval_low is not None for row in rows)
    if known == len(rows):
        return message_plural(
            "{n} figure as a dot with its interval",
            "{n} figures as dots with their intervals",
            known,
            lang=lang,
        )
    dots = message_plural("{n} figure as a dot", "{n} figures as dots", len(rows), lang=lang)
    if not known:
        return dots
    some = message_plural(
        "{n} of them with its interval", "{n} of them with their intervals", known, lang=lang
    )
    return f"{dots}, {some}"


def _line_remark(rows: Sequence[Row], line: str | None, lang: Lang) -> Iterator[str]:
    """Return whose figure the dashed line stands at."""
    for row in rows:
        if row.key == line and row.value is not None:
            yield message("The dashed line stands at {name}.", lang=lang, name=row.label)


def _open_remark(rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Return what hollow dots are, where they are not those that are set apart."""
    if any(row.provisional and not row.apart and row.value is not None for row in rows):
        yield message("Hollow dots: figures that are not final.", lang=lang)


def _table(data: Sequence[Datum], rows: Sequence[Row], top: str, lang: Lang) -> Table:
    """Return the figures with their intervals as a table."""
    bare = list_table(rows, header=top, unit=data[0].unit, lang=lang)
    column = capitalised(message("interval of uncertainty", lang=lang))
    return Table(
        (*bare.columns, column),
        [
            (*cells, span_text(datum, lang=lang))
            for cells, datum in zip(bare.rows, data, strict=True)
        ],
    )
