"""How bars are drawn: as columns for times, upon an axis of time where it has gaps, else lying."""

from collections.abc import Sequence

from offinno.charts._bars import axis_top, bar_look
from offinno.charts._columns import column_look, fits, may_crowd, may_stand
from offinno.charts._lines._axis import axis_of
from offinno.charts._lines._look import look_of
from offinno.charts._lines._time import gaps_before, in_time
from offinno.charts._row import Row
from offinno.charts._spec import Look
from offinno.language import Lang
from offinno.model import Datum
from offinno.units import Kind


def look_of_bars(
    data: Sequence[Datum], rows: tuple[Row, ...], *, lang: Lang, upright: bool
) -> Look:
    """Return columns for times, else lying bars, which have room for any label.

    Columns stand on an axis of time, as those of `offinno.charts.series` do, where time has a gap
    or the series a break, and where many leave no room for their figures.
    """
    whole = is_share(data)
    if not upright or not may_stand(rows):
        return bar_look(rows, whole=whole)
    steady = not in_time(rows) or _is_steady(rows)
    if steady and fits(rows):
        return column_look(rows, top=axis_top(rows, whole=whole))
    if in_time(rows) and (may_crowd(rows) or not steady):
        axis = axis_of(rows, unit=data[0].unit, lang=lang, bars=True)
        if may_crowd(rows) or look_of(rows, mark="bar", axis=axis, narrow=True).labelled:
            return look_of(rows, mark="bar", axis=axis)
    return bar_look(rows, whole=whole)


def _is_steady(rows: Sequence[Row]) -> bool:
    """Return whether figures follow each other at equal steps, and nothing parts them."""
    return not any(row.parted for row in rows) and not gaps_before(rows)


def is_share(data: Sequence[Datum]) -> bool:
    """Return whether the axis may end at a whole."""
    return data[0].unit.kind is Kind.SHARE
