"""Where the texts of parts stand: within their part if they find room, else above or below it.

Whether a text finds room is worked out for the least width that a picture may have; in a wider
one there is room all the more. Texts that find none stand in lines of their own, each beside a
leader to its part: those of the left half to the right of it and below the bar, those of the
right half to the left of it, and above the bar if there are both. So no text crosses a leader.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, number
from offinno.charts._measure import lines, width, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE
from offinno.charts._wholes._bars import Bar, Span

#: Type size of the figures within parts, and the height of their line.
FIGURE: Final = 16
FIGURE_LINE: Final = 18
#: How far a text stands from the edge of its part, and from its leader.
PAD: Final = 8
BESIDE: Final = 6
_HIGH: Final = 50
_LABEL_LINES: Final = 3
_AIR: Final = 8
_BETWEEN_TEXTS: Final = 3
_BETWEEN_BARS: Final = 24
_HALF: Final = 0.5

#: Where a text stands that finds no room within its part.
Side = Literal["below", "under", "above"]


@final
@attrs.frozen
class _Inside(Frozen):
    """The texts within a part, in lines."""

    #: The figure, or why there is none.
    figure: str
    #: What the part is.
    label: str

    @property
    def height(self) -> int:
        """The height of both."""
        return FIGURE_LINE * lines(self.figure) + LINE * lines(self.label)


@final
@attrs.frozen
class _Outside(Frozen):
    """The text beside the leader of a part, in lines, and where."""

    #: Below to the right, below to the left, or above to the left.
    side: Side
    #: What the part is, and its figure.
    text: str

    @property
    def height(self) -> int:
        """Its height with the blank after it."""
        return LINE * lines(self.text) + _BETWEEN_TEXTS


#: The texts of parts by their position in a bar.
_Texts = Mapping[int, _Inside]
_Others = Mapping[int, _Outside]


def placed(bars: Sequence[Bar], *, room: float) -> Iterator[Cell]:
    """Return the parts of *bars* with their places, for a picture at least as wide as *room*."""
    y = 0.0
    for bar in bars:
        cells = tuple(_bar(bar, y + _BETWEEN_BARS if y else 0.0, room))
        y = float(cells[0]["end_y"] or 0)
        yield from cells


def _bar(bar: Bar, y: float, room: float) -> Iterator[Cell]:
    """Return the parts of one bar that begins at a height."""
    inside = dict(_texts_inside(bar, room))
    outside = _texts_outside(bar, [at for at in range(len(bar.rows)) if at not in inside], room)
    heading = wrapped(bar.heading, LABEL, room, bold=True) if bar.heading else None
    top = y + (LINE * lines(heading) + _AIR if heading else 0)
    top += _sum(text.height for text in outside.values() if text.side == "above")
    bottom = top + max(_HIGH, *(text.height + 2 * _AIR for text in inside.values()), 0)
    places = _beside(outside, top, bottom)
    end = max(bottom, *(places[at] + _below_first(outside[at]) for at in outside), 0)
    for at, row in enumerate(bar.rows):
        cell = _part(row, bar.spans[at]) | {"top": top, "bottom": bottom, "end_y": end}
        if heading and not at:
            cell |= {"heading": heading, "heading_y": y + LINE / 2}
        if row.missing and bar.rest is not None and bar.spans[at][0] == bar.rest[0]:
            cell |= {"rest": bar.rest[0], "rest_end": bar.rest[1]}
        if at in inside:
            yield cell | _within(row, inside[at], top)
        else:
            yield cell | _outer(outside[at], places[at], bar.spans[at], (top, bottom))


def _sum(heights: Iterator[int]) -> int:
    """Return the height of texts above a bar, with the blank below them."""
    found = sum(heights)
    return found + _AIR if found else 0


def _below_first(text: _Outside) -> float:
    """Return how far a text reaches below the middle of its first line."""
    return LINE * (lines(text.text) - _HALF)


def _texts_inside(bar: Bar, room: float) -> Iterator[tuple[int, _Inside]]:
    """Return the texts that find room within their part, or within their place in the rest."""
    for at, (row, (begin, end)) in enumerate(zip(bar.rows, bar.spans, strict=True)):
        most = (end - begin) * room - 2 * PAD
        if _fits(row, most):
            reason = wrapped(row.value_label, LABEL, most)
            figure = reason if row.missing else row.value_label
            yield at, _Inside(figure, wrapped(row.label, LABEL, most))


def _fits(row: Row, most: float) -> bool:
    """Return whether the texts of a part find room in it, in few lines and without parted words."""
    words = [*row.label.split(), *(row.value_label.split() if row.missing else ())]
    if not row.missing and width(row.value_label, FIGURE, bold=True) > most:
        return False
    if any(width(word, LABEL) > most for word in words):
        return False
    texts = (row.label, row.value_label) if row.missing else (row.label,)
    return all(lines(wrapped(text, LABEL, most)) <= _LABEL_LINES for text in texts)


def _texts_outside(bar: Bar, found: Sequence[int], room: float) -> dict[int, _Outside]:
    """Return the texts of parts that find no room within them."""
    middles = {at: sum(bar.spans[at]) / 2 for at in found}
    left = any(middle <= _HALF for middle in middles.values())
    texts = {}
    for at, middle in middles.items():
        text = f"{bar.rows[at].label}: {bar.rows[at].value_label}"
        side: Side = "below" if middle <= _HALF else "above" if left else "under"
        most = (1 - middle if side == "below" else middle) * room - 2 * BESIDE
        texts[at] = _Outside(side, wrapped(text, LABEL, most))
    return texts


def _beside(outside: _Others, top: float, bottom: float) -> dict[int, float]:
    """Return where the first line of each text stands.

    Those to the right of their leader stand the lower, the further left their part is, and those
    to the left the further from the bar, the further right it is.
    """
    places: dict[int, float] = {}
    below, above = bottom + _AIR, top - _AIR
    found = list(outside.items())
    lower = [item for item in found if item[1].side != "above"]
    if lower and lower[0][1].side == "below":
        lower.reverse()
    for at, text in lower:
        places[at] = below + LINE / 2
        below += text.height
    for at, text in found:
        if text.side == "above":
            above -= text.height
            places[at] = above + LINE / 2
    return places


def _part(row: Row, span: Span) -> Cell:
    """Return a part with its length, without its texts."""
    drawn = bool(row.value)
    return {
        "key": row.key,
        "tip": f"{row.label}: {row.value_label}",
        "series": str(row.series),
        "state": row.state,
        "value": number(row.value),
        "from": span[0] if drawn else None,
        "to": span[1] if drawn else None,
        "open": span[0] if row.missing else None,
        "rest": None,
        "rest_end": None,
        "heading": None,
        "heading_y": None,
    }


def _within(row: Row, text: _Inside, top: float) -> Cell:
    """Return the texts within a part, the figure above what it is of; figures stand in one line."""
    first = top + _AIR + FIGURE_LINE / 2
    below = first + FIGURE_LINE * (lines(text.figure) - _HALF) + LINE / 2
    figure, label = inside_columns(None if row.missing else row.series)
    return {
        figure: text.figure,
        label: text.label,
        "figure_y": first,
        "label_y": below,
    }


def inside_columns(series: int | None) -> tuple[str, str]:
    """Return the columns of the texts within parts of a colour, or within what is missing."""
    return ("reason", "named") if series is None else (f"figure-{series}", f"label-{series}")


def _outer(text: _Outside, y: float, span: Span, edges: tuple[float, float]) -> Cell:
    """Return the text beside the leader of a part, from the top or the bottom of its bar."""
    top, bottom = edges
    return {
        text.side: text.text,
        "side": text.side,
        "middle": sum(span) / 2,
        "leader": top if text.side == "above" else bottom,
        "text_y": y,
    }
