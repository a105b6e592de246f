"""A figure as it is drawn: in a theme, in a width, with or without what stands around it."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno.charts._encoding import Cell
from offinno.charts._errors import TooNarrow, TooWide
from offinno.charts._fonts import OVERHANG, drawn_smaller, stretch, width_of
from offinno.charts._frame import Frame, frame_of
from offinno.charts._guards import (
    check_every_mark,
    check_marks,
    check_strays,
    check_texts,
    wanted_texts,
)
from offinno.charts._own import finished
from offinno.charts._relaid import Layouts, Pinned, has_rows
from offinno.charts._scales import is_ours
from offinno.charts._spec import filled, titled
from offinno.charts._theme import Theme
from offinno.exceptions import shortened
from offinno.pictures import Format, Order, seen, with_readable_font

if TYPE_CHECKING:
    from offinno.charts._figure import Figure

#: Pixels around a picture that stands alone.
_PADDING: Final = 16

#: How much of a description stands in a picture; the table and the object have all of it.
_DESCRIBED: Final = 20_000


@final
@attrs.frozen(kw_only=True)
class Manner:
    """How a figure is drawn."""

    #: How it looks.
    theme: Theme
    #: Width in pixels.
    width: int
    #: Whether title, subtitle, notes, source and logo stand in the picture.
    framed: bool
    #: What ids begin with; None for something that differs from picture to picture.
    prefix: str | None = None

    def spec(self, figure: "Figure", cells: tuple[Cell, ...]) -> dict[str, Any]:
        """Return the specification that is drawn.

        Args:
            figure: The figure.
            cells: Its rows as they are drawn where there is room.

        Raises:
            TooNarrow: If labels find no room in the width.
        """
        try:
            return self._within(figure, cells, self._config(figure))
        except TooNarrow as problem:
            edges = 2 * _PADDING if self.framed else 0
            raise TooNarrow(self.width, problem.least + edges, problem.remedy) from None

    def order(
        self, figure: "Figure", spec: dict[str, Any], form: Format, *, scale: float = 2
    ) -> Order:
        """Return the order of a picture of *spec* with the words of *figure*."""
        return Order(
            spec=with_readable_font(spec),
            format=form,
            title=figure.alt,
            description=shortened(figure.description, _DESCRIBED),
            lang=figure.lang,
            scale=scale,
            prefix=self.prefix,
            logo=self.theme.logo if self.framed else None,
        )

    def check(
        self, svg: bytes, figure: "Figure", cells: tuple[Cell, ...], spec: dict[str, Any]
    ) -> None:
        """Hold a picture against what it was drawn of.

        Raises:
            LostText: If a text is missing or stands in another order.
            LostRegion: If an area of a map is missing.
            LostMarks: If a bar or point is missing.
            StrayText: If there is a text that nobody asked for.
            TooWide: If a text is wider than its room.
        """
        drawn = seen(svg)
        wanted = list(self._wanted(figure, cells, spec))
        check_texts(drawn.texts, wanted)
        known = figure.own.text if figure.own else ""
        others = (text for text in drawn.texts if text not in known)
        check_strays(others, (text for _, lines in wanted for text in lines), figure.lang)
        self._check_width(svg)
        if figure.own is None:
            check_marks(drawn, figure.look, spec["data"]["values"])
            check_every_mark(spec, drawn.marks)

    def _check_width(self, svg: bytes) -> None:
        """Refuse a picture that is wider than it may be."""
        if (found := width_of(svg)) > self.width + OVERHANG:
            raise TooWide(self.width, found, self.theme.font)

    @property
    def _padding(self) -> int:
        """The pixels around a picture that stands alone."""
        return min(_PADDING, self.width // 40)

    @property
    def inner(self) -> int:
        """The width without the pixels around it."""
        return self.width - 2 * self._padding if self.framed else self.width

    @property
    def _stretch(self) -> float:
        """How many times as wide as Arial the typeface is."""
        return stretch(self.theme.font)

    def _config(self, figure: "Figure") -> dict[str, Any]:
        """Return the configuration of the theme, in type that fits the room there is."""
        padding = self._padding if self.framed else 0
        made: dict[str, Any] = self._fitting(self.theme.config(lang=figure.lang, padding=padding))
        return made

    def _fitting(self, node: Any) -> Any:  # noqa: ANN401 - JSON
        """Return a part of a specification in type that fits the room there is."""
        return drawn_smaller(node, self._stretch) if self._stretch > 1 else node

    def _frame(self, figure: "Figure") -> Frame:
        """Return what stands around the picture."""
        if not self.framed:
            return Frame()
        return frame_of(
            figure.headline,
            figure.subtitle,
            (*map(str, figure.notes), *figure.remarks, figure.source_line),
            width=self.inner / self._stretch,
            title_below=figure.look.title_below,
            sizes=self.theme.sizes,
        )

    def _within(
        self, figure: "Figure", cells: tuple[Cell, ...], config: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the specification of what is drawn, with what stands around it."""
        if figure.own is not None:
            return self._with_own(figure, cells, config)
        width, frame, look = self.inner, self._frame(figure), figure.look
        if width < look.least:
            look = look.narrower(figure.rows)
            cells = look.cells(figure.rows)
        if width < look.least:
            raise TooNarrow(width, look.least)
        made = filled(look, cells)
        layers = self._fitting(made["layer"])
        made["layer"] = frame.around(layers, height=look.height)
        return made | {"description": figure.alt, "width": width, "config": config}

    def _with_own(
        self, figure: "Figure", cells: tuple[Cell, ...], config: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the specification of a chart of one's own, in less room laid out anew."""
        assert figure.own is not None  # it is drawn otherwise
        own = figure.own.spec()
        draw = partial(
            finished,
            title=title_of(figure),
            description=figure.alt,
            frame=self._frame(figure),
            width=self.inner,
            config=config,
        )
        try:
            return draw(own, least=figure.look.least)
        except TooNarrow as problem:
            look = figure.look.narrower(figure.rows)
            if look == figure.look:
                raise
            new = filled(look, look.cells(figure.rows))
            own = self._relaid(Layouts(filled(figure.look, cells), new), own, problem)
        return draw(own, least=look.least)

    def _relaid(self, layouts: Layouts, own: dict[str, Any], problem: TooNarrow) -> dict[str, Any]:
        """Return a chart of one's own in another layout.

        Raises:
            TooNarrow: If nothing in it can be laid out anew; with what to do, if it was ours.
        """
        other = f"change the chart of figure.laid_out({self.width})"
        try:
            made = layouts.relaid(own)
        except Pinned:
            remedy = f"give marks a place by a number and not in pixels, or {other}"
            raise TooNarrow(problem.width, problem.least, remedy) from None
        if made is None:
            raise TooNarrow(problem.width, problem.least, other if is_ours(own) else "")
        return made

    def _wanted(
        self, figure: "Figure", cells: tuple[Cell, ...], spec: dict[str, Any]
    ) -> Iterator[tuple[str, list[str]]]:
        """Return the texts that the picture must show, part by part."""
        around = self._frame(figure).texts
        if figure.own is None:
            return wanted_texts(spec["data"]["values"], figure.look.shown, around)
        shown = figure.look.shown if figure.own.complete else ()
        new = figure.look.narrower(figure.rows).cells(figure.rows) if shown else ()
        return wanted_texts(new if has_rows(spec, list(new)) else cells, shown, around)


def title_of(figure: "Figure") -> dict[str, Any]:
    """Return the title of the chart of a figure in lines."""
    return titled(figure.headline, figure.subtitle, below=figure.look.title_below)
