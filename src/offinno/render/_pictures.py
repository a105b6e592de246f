"""The figures of a page and their pictures, which are drawn together."""

from collections.abc import Iterable, Iterator
from itertools import islice
from types import MappingProxyType
from typing import Final

import attrs

from offinno.charts import Drawing, Figure, TooNarrow, figure_of, svgs
from offinno.model import Datum, FigureBlock, Number, SchemeTimeline
from offinno.render._desk import Desk, Made
from offinno.render._jinja import trusted
from offinno.render._mentions import drawn
from offinno.values import Missing

#: Width of a picture in a third of the page, on a phone and on paper, in pixels.
_NARROW: Final = 340
#: Width of a picture where there is room, by the columns that it takes.
_WIDE: Final = MappingProxyType({3: 560, 6: 760})


def with_figures(desk: Desk, blocks: Iterable[tuple[FigureBlock | SchemeTimeline, Desk]]) -> Desk:
    """Return *desk* with what is shown of *blocks*, each of which has its place on the page."""
    begun = [(place.at, *_made(block, place)) for block, place in blocks]
    drawings = (drawing for _, _, own in begun for drawing in own)
    pictures = (trusted(svg) for svg in svgs(drawings))
    return attrs.evolve(
        desk,
        figures={
            at: attrs.evolve(made, pictures=tuple(islice(pictures, len(own))))
            for at, made, own in begun
        },
    )


def is_missing(data: tuple[Datum, ...]) -> bool:
    """Return whether there are figures of which none has a value."""
    return bool(data) and all(isinstance(datum.value, Missing) for datum in data)


def _made(block: FigureBlock | SchemeTimeline, desk: Desk) -> tuple[Made, tuple[Drawing, ...]]:
    """Return what is shown of a block, and how it is to be drawn."""
    figure = figure_of(block, desk.sheet, lang=desk.lang, beside=desk.beside)
    data = drawn(block, desk.sheet)
    has_none = isinstance(block, Number) or is_missing(data)
    return Made(figure, data), () if has_none else tuple(_drawings(figure, desk))


def _drawings(figure: Figure, desk: Desk) -> Iterator[Drawing]:
    """Return the picture for narrow and for wide places, ids beginning with its own place."""
    yield _narrow(figure, desk)
    if desk.columns in _WIDE:
        width, prefix = _WIDE[desk.columns], f"{desk.id}-wide"
        yield figure.drawing(theme=desk.theme, width=width, prefix=prefix)


def _narrow(figure: Figure, desk: Desk) -> Drawing:
    """Return the picture as narrow as a phone, or as narrow as its labels let it be."""
    try:
        return figure.drawing(theme=desk.theme, width=_NARROW, prefix=desk.id)
    except TooNarrow as problem:
        return figure.drawing(theme=desk.theme, width=problem.least, prefix=desk.id)
