"""The vocabulary that both kinds of map share: shades, outlines, and text on either."""

from collections.abc import Iterator
from typing import Final

import altair as alt

from offinno.charts._encoding import pixels_x, pixels_y, texts
from offinno.charts._shades import SHADES, Scale
from offinno.charts._theme import LINE

#: Why an area has no colour, and how its outline is broken then.
_DASHES: Final = {
    "apart": [5, 3],
    "range": [1, 0],
    "missing": [1, 3],
    "suppressed": [1, 0],
}


#: The signs of regions without a colour.
_SIGNS: Final = {
    "apart": "diamond",
    "range": "triangle-up",
    "missing": "circle",
    "suppressed": "square",
}
#: The areas without a colour that have a figure.
_FIGURES: Final = frozenset({"apart", "range"})


def shade_fill(scale: Scale) -> alt.Fill:
    """Return the colour of an area, by its shade in a palette of the theme."""
    shades = list(range(1, SHADES[scale] + 1))
    known = alt.Scale(domain=shades, range=scale)
    return alt.Fill(field="shade", type="ordinal", scale=known, legend=None)


def dashes() -> alt.StrokeDash:
    """Return how the outline of an area without a colour is broken."""
    known = alt.Scale(domain=list(_DASHES), range=list(_DASHES.values()))
    return alt.StrokeDash(field="hollow", type="nominal", scale=known, legend=None)


def is_hollow(*, figure: bool | None = None) -> alt.FieldOneOfPredicate:
    """Return the predicate that an area has no colour, and a figure or none if that is said."""
    kinds = [kind for kind in _DASHES if figure is None or (kind in _FIGURES) is figure]
    return alt.FieldOneOfPredicate(field="hollow", oneOf=kinds)


def of_shade(shade: int) -> alt.FieldEqualPredicate:
    """Return the predicate that an area has a shade."""
    return alt.FieldEqualPredicate(field="shade", equal=shade)


def on_shade(scale: Scale, shade: int) -> str:
    """Return the style of text on a shade."""
    return f"offinno-on-{scale}-{shade}"


def rectangles(chart: alt.Chart) -> alt.Chart:
    """Return marks from corner to corner."""
    placed: alt.Chart = chart.encode(
        x=pixels_x("x"), x2=alt.X2(field="x2"), y=pixels_y("y"), y2=alt.Y2(field="y2")
    )
    return placed


def words(field: str, y: str, *style: str, size: float | None = None) -> alt.Chart:
    """Return texts that begin at a place."""
    chart: alt.Chart = (
        alt.Chart()
        .mark_text(
            style=list(style),
            align="left",
            baseline="middle",
            fontSize=alt.Undefined if size is None else size,
            lineBreak="\n",
            lineHeight=LINE,
        )
        .encode(x=pixels_x("text_x"), y=pixels_y(y), text=texts(field))
    )
    return chart


def legend_layers() -> Iterator[alt.Chart]:
    """Return the words of a legend; its patches are drawn with the areas."""
    for field, style in (("heading", "offinno-rank"), ("legend", "offinno-label")):
        yield words(field, f"{field}_y", style).transform_filter(
            alt.FieldValidPredicate(field=f"{field}_y", valid=True)
        )


def signs() -> alt.Chart:
    """Return the sign of each region without a colour, by why it has none."""
    shapes = alt.Scale(domain=list(_SIGNS), range=list(_SIGNS.values()))
    shape = alt.Shape(field="hollow", type="nominal", scale=shapes, legend=None)
    chart: alt.Chart = (
        alt.Chart()
        .mark_point(style="offinno-gap", filled=False, size=64, strokeWidth=1.5, opacity=1)
        .encode(x=pixels_x("sign_x"), y=pixels_y("sign_y"), shape=shape)
        .transform_filter(alt.FieldValidPredicate(field="sign_x", valid=True))
    )
    return chart
