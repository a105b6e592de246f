"""Specifications: built by Altair once for a look, then filled.

What Altair makes of a look is kept without rows, without title and without whatever theme or
transformer the process has switched on. It is kept as bytes: reading these is faster than copying a
tree of dictionaries, and nothing that is handed out can change what the next figure gets.
"""

import marshal
from functools import lru_cache
from typing import Any, Final, Protocol

import altair as alt

from offinno.charts._encoding import Cell
from offinno.charts._measure import wrapped
from offinno.charts._row import Row
from offinno.charts._theme import SUBTITLE, TITLE

#: The width that a figure is drawn in unless another is asked for, in pixels.
WIDTH: Final = 560


class Look(Protocol):
    """How a figure is drawn: everything that is not a number or its words."""

    def __hash__(self) -> int:
        """Return a number by which equal looks share one template."""
        ...

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns of cells that stand in the picture as text, each in the order of rows."""
        ...

    @property
    def title_below(self) -> bool:
        """Whether the title stands below what is drawn and not above."""
        ...

    @property
    def least(self) -> int:
        """The least width of the picture in pixels."""
        ...

    @property
    def height(self) -> int:
        """The height of the picture in pixels, without title and notes."""
        ...

    def narrower(self, rows: tuple[Row, ...]) -> "Look":
        """Return how *rows* are drawn where there is less room; itself if it needs little."""
        ...

    def cells(self, rows: tuple[Row, ...]) -> tuple[Cell, ...]:
        """Return the rows as they are drawn."""
        ...

    def chart(self, data: alt.InlineData | alt.NamedData) -> alt.LayerChart:
        """Return the chart of *data*."""
        ...


@lru_cache(maxsize=256)
def _template(look: Look) -> bytes:
    """Return the specification of a look without rows, as bytes, which nobody can change."""
    chart = look.chart(alt.NamedData("rows"))
    context = {"top_level": False, "pre_transform": False}
    return marshal.dumps(chart.to_dict(context=context) | {"$schema": alt.SCHEMA_URL})


def titled(headline: str, subtitle: str, *, below: bool) -> dict[str, Any]:
    """Return a title in lines, above what is drawn or below it."""
    return {
        "text": wrapped(headline, TITLE, WIDTH, bold=True).split("\n"),
        "subtitle": wrapped(subtitle, SUBTITLE, WIDTH).split("\n"),
        "anchor": "start",
        "orient": "bottom" if below else "top",
    }


def chart_of(
    look: Look, cells: tuple[Cell, ...], title: dict[str, Any], description: str
) -> alt.LayerChart:
    """Return the chart of a look with these cells, this title and this description."""
    chart = look.chart(alt.InlineData(values=[cell.copy() for cell in cells]))
    chart.title = alt.TitleParams(**title)
    chart.description = description
    return chart


def filled(look: Look, cells: tuple[Cell, ...]) -> dict[str, Any]:
    """Return the specification of a look with these cells."""
    made: dict[str, Any] = marshal.loads(_template(look))  # noqa: S302 - our own bytes
    made["data"] = {"values": [cell.copy() for cell in cells]}
    return made
