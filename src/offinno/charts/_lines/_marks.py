"""The marks that lines, slopes and dots are drawn with, each a layer over its own columns."""

from collections.abc import Iterator
from typing import Final, Literal

import altair as alt

from offinno.charts._encoding import has, stroke, texts, tip
from offinno.charts._theme import LINE

#: The area of a dot, and of the blank around it.
DOT: Final = 52
_BLANK: Final = 120
_DASHES: Final = [4, 3]


def rules(  # noqa: PLR0913 - two ends, and how it is drawn, all by keyword
    *,
    x: alt.X,
    y: alt.Y,
    only: str,
    x2: str | None = None,
    y2: str | None = None,
    style: str = "rule",
    dashed: bool = False,
    width: float = 1,
) -> alt.Chart:
    """Return straight lines of one colour that carry no figures."""
    ends = ({} if x2 is None else {"x2": alt.X2(field=x2)}) | (
        {} if y2 is None else {"y2": alt.Y2(field=y2)}
    )
    dash = _DASHES if dashed else alt.Undefined
    chart: alt.Chart = (
        alt.Chart()
        .mark_rule(style=style, strokeWidth=width, strokeDash=dash)
        .encode(x=x, y=y, **ends)
        .transform_filter(has(only))
    )
    return chart


def whiskers(
    *, x: alt.X, y: alt.Y, x2: str | None = None, y2: str | None = None
) -> Iterator[alt.Chart]:
    """Return intervals upon bars, with a blank around them by which they are seen there."""
    for style, width in (("offinno-halo", 4.0), ("offinno-interval", 1.5)):
        yield rules(x=x, x2=x2, y=y, y2=y2, only="interval_low", style=style, width=width)


def strokes(  # noqa: PLR0913 - two ends, and how it is drawn, all by keyword
    *,
    x: alt.X,
    y: alt.Y,
    only: str,
    x2: str | None = None,
    y2: str | None = None,
    width: float = 2,
    right: tuple[int, int] = (0, 0),
    dotted: str = "provisional",
) -> alt.Chart:
    """Return straight lines that carry figures, in their colours.

    Those are dotted of which the column *dotted* says so, and what stands out is stronger.
    """
    dashed = alt.FieldEqualPredicate(field=dotted, equal=True)
    strong = alt.FieldEqualPredicate(field="strong", equal=True)
    ends = ({} if x2 is None else {"x2": alt.X2(field=x2)}) | (
        {} if y2 is None else {"y2": alt.Y2(field=y2)}
    )
    chart: alt.Chart = (
        alt.Chart()
        .mark_rule(strokeCap="round", xOffset=right[0], x2Offset=right[1])
        .encode(
            x=x,
            y=y,
            **ends,
            stroke=stroke(),
            strokeWidth=alt.condition(strong, alt.value(width * 1.5), alt.value(width)),
            strokeDash=alt.condition(dashed, alt.value([1, 5]), alt.value([1, 0])),
            tooltip=tip(),
        )
        .transform_filter(has(only))
    )
    return chart


def blanks(*, x: alt.X, y: alt.Y, only: str) -> alt.Chart:
    """Return the blank around dots, which parts them from lines and from each other."""
    chart: alt.Chart = (
        alt.Chart()
        .mark_point(style="offinno-halo", filled=True, opacity=1, shape="circle", size=_BLANK)
        .encode(x=x, y=y)
        .transform_filter(has(only))
    )
    return chart


def dots(*, x: alt.X, y: alt.Y, only: str, hollow: str = "provisional") -> alt.Chart:
    """Return a dot for each figure, hollow where the column *hollow* says so."""
    empty = alt.FieldEqualPredicate(field=hollow, equal=True)
    fills = alt.Fill(
        field="series",
        type="nominal",
        scale=alt.Scale(domain=[str(number) for number in range(1, 13)]),
        legend=None,
    )
    chart: alt.Chart = (
        alt.Chart()
        .mark_point(shape="circle", size=DOT, strokeWidth=2, opacity=1)
        .encode(
            x=x,
            y=y,
            fill=fills,
            stroke=stroke(),
            fillOpacity=alt.condition(empty, alt.value(0), alt.value(1)),
            tooltip=tip(),
        )
        .transform_filter(has(only))
    )
    return chart


def words(  # noqa: PLR0913 - where a text stands, all by keyword
    field: str,
    *,
    x: alt.X | None,
    y: alt.Y,
    style: str,
    align: Literal["left", "center", "right"] = "center",
    baseline: Literal["top", "middle", "line-bottom"] = "middle",
    begin: int = 0,
    right: int = 0,
    down: int = 0,
) -> alt.Chart:
    """Return the texts of a column, wherever there is one; without *x* they stand at *begin*."""
    place = alt.value(begin) if x is None else x
    chart: alt.Chart = (
        alt.Chart()
        .mark_text(
            style=style,
            align=align,
            baseline=baseline,
            dx=right,
            dy=down,
            lineBreak="\n",
            lineHeight=LINE,
        )
        .encode(x=place, y=y, text=texts(field))
        .transform_filter(has(f"{field}_y"))
    )
    return chart
