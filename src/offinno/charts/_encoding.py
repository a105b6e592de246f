"""How columns of rows become marks: the small vocabulary that all looks share.

Channels are typed objects, never shorthand, and predicates are built, never written. Positions
that are worked out in pixels have no scale, so no layer, sort or user can change their order.
"""

from decimal import Decimal
from typing import Final

import altair as alt

#: What stands in a cell.
Cell = dict[str, str | float | bool | None]

_SERIES: Final = [str(number) for number in range(1, 13)]


def pixels_x(field: str) -> alt.X:
    """Return a horizontal place in pixels."""
    return alt.X(field=field, type="quantitative", scale=None, axis=None)


def pixels_y(field: str) -> alt.Y:
    """Return a vertical place in pixels."""
    return alt.Y(field=field, type="quantitative", scale=None, axis=None)


def has(field: str) -> alt.FieldValidPredicate:
    """Return the predicate that there is a number in *field*."""
    return alt.FieldValidPredicate(field=field, valid=True)


def fill() -> alt.Fill:
    """Return the colour of a mark, by its place in the palette."""
    domain = alt.Scale(domain=_SERIES)
    return alt.Fill(field="series", type="nominal", scale=domain, legend=None)


def stroke() -> alt.Stroke:
    """Return the outline of a mark, by its place in the palette."""
    domain = alt.Scale(domain=_SERIES)
    return alt.Stroke(field="series", type="nominal", scale=domain, legend=None)


#: Whether a mark is outlined and not filled.
HOLLOW: Final = alt.FieldEqualPredicate(field="hollow", equal=True)


def tip() -> alt.Tooltip:
    """Return what a live chart shows of the mark that is pointed at."""
    return alt.Tooltip(field="tip", type="nominal")


def texts(field: str) -> alt.Text:
    """Return the text of a mark."""
    return alt.Text(field=field, type="nominal")


def number(value: Decimal | None) -> float | None:
    """Return a number as a drawing needs it."""
    return None if value is None else float(value)


def gaps(*, x: alt.X, y: alt.Y, only: str, right: int = 0, up: int = 0) -> alt.Chart:
    """Return a hollow mark for every figure that is missing: a ring, or a square if withheld."""
    shapes = alt.Scale(domain=["missing", "suppressed"], range=["circle", "square"])
    shape = alt.Shape(field="state", type="nominal", scale=shapes, legend=None)
    chart: alt.Chart = (
        alt.Chart()
        .mark_point(
            style="offinno-gap",
            filled=False,
            size=64,
            strokeWidth=1.5,
            opacity=1,
            xOffset=right,
            yOffset=-up,
        )
        .encode(x=x, y=y, shape=shape)
        .transform_filter(has(only))
    )
    return chart
