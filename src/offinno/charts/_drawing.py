"""Figures laid out for their places, and many of them drawn at once."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno.charts._encoding import Cell
from offinno.charts._errors import NotSuitable
from offinno.charts._picture import Manner
from offinno.charts._suitable import kind_of
from offinno.pictures import Format, Order, drawn_in_turn

if TYPE_CHECKING:
    from offinno.charts._figure import Figure

#: How many pictures of itself a figure remembers.
_REMEMBERED: Final = 8


@final
@attrs.frozen(kw_only=True, eq=False)
class Drawing:
    """A figure in one theme and one width, ready to be drawn.

    Made by `Figure.drawing`, and drawn by `svgs`, many at once.

    >>> from offinno.charts import ranking
    >>> from offinno.datasets import load
    >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    >>> drawing = ranking(nordic, lang="en").drawing(width=340)
    >>> drawing.width
    340
    """

    #: The figure.
    figure: "Figure"
    _manner: Manner = attrs.field(repr=False)
    _cells: tuple[Cell, ...] = attrs.field(repr=False)
    _memory: dict[Manner, bytes] = attrs.field(repr=False)

    @property
    def width(self) -> int:
        """The width of the picture in pixels."""
        return self._manner.width

    def spec(self) -> dict[str, Any]:
        """Return the specification that is drawn, laid out once.

        Raises:
            TooNarrow: If labels find no room in the width.
        """
        return self._spec

    @cached_property
    def _spec(self) -> dict[str, Any]:
        return self._manner.spec(self.figure, self._cells)

    @property
    def remembered(self) -> bytes | None:
        """The picture as SVG, if the figure still has it."""
        return self._memory.get(self._manner)

    def order(self, form: Format = "svg", *, scale: float = 2) -> Order:
        """Return the order of the picture."""
        return self._manner.order(self.figure, self.spec(), form, scale=scale)

    def svg(self) -> bytes:
        """Return the picture as SVG, drawn unless it is remembered; see `Figure.svg`."""
        return self.remembered or self.checked(self.order().picture())

    def checked(self, svg: bytes) -> bytes:
        """Return *svg*, held against what it was drawn of, and remember it.

        Raises:
            LostText: If a label, figure or note is not where it belongs.
            LostRegion: If an area of a map is missing.
            LostMarks: If a bar or point is missing.
            StrayText: If there is a text that nobody asked for, or in another language.
        """
        self._manner.check(svg, self.figure, self._cells, self.spec())
        self._memory[self._manner] = svg
        for oldest in list(self._memory)[:-_REMEMBERED]:
            self._memory.pop(oldest, None)
        return svg


def svgs(drawings: Iterable[Drawing]) -> list[str]:
    """Return many pictures as SVG, each as `Figure.svg` gives it, in the order of *drawings*.

    While one picture is written and checked, the next is being drawn; so all the pictures of a
    page take less time than one after another. None is drawn twice.

    Args:
        drawings: What to draw: ``figure.drawing(...)`` of each.

    Raises:
        NotSuitable: If something is no drawing, such as the figure itself.
        LostText: If a picture does not show what it must; `Figure.svg` says what else may go
            wrong.

    >>> from offinno.charts import ranking
    >>> from offinno.datasets import load
    >>> nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    >>> figures = [ranking(nordic, lang=lang) for lang in ("nb", "nn", "en")]
    >>> pictures = svgs(figure.drawing(width=340) for figure in figures)
    >>> [svg == figure.svg(width=340) for svg, figure in zip(pictures, figures)]
    [True, True, True]
    """
    every = tuple(drawings)
    for given in every:
        _check(given)
    drawn = {drawing: drawing.remembered for drawing in every}
    new = [drawing for drawing, picture in drawn.items() if picture is None]
    for drawing in new:
        drawing.spec()  # laying out may need the engine, to measure fonts and charts of one's own
    with drawn_in_turn(drawing.order() for drawing in new) as pictures:
        for drawing, svg in zip(new, pictures, strict=True):
            drawn[drawing] = drawing.checked(svg)
    return [(drawn[drawing] or b"").decode() for drawing in every]


def _check(given: object) -> None:
    """Refuse what is no drawing, which a caller without a type checker may give."""
    if not isinstance(given, Drawing):
        remedy = "give figure.drawing() of each figure"
        raise NotSuitable("svgs()", "drawings", kind_of(given), remedy)
