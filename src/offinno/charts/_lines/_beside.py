"""What stands beside figures over time: figures and marks, clear of the lines between them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, number
from offinno.charts._lines._place import Place, Room, top_of
from offinno.charts._lines._time import middle
from offinno.charts._measure import lines, widest, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

#: How far above and below a figure its words stand, and how far they reach over it.
UP: Final = 9
ASIDE: Final = 4
#: How far a figure stands from the floor at least that bears its words below.
_BELOW: Final = 12
#: So far from words a line passes.
_CLEAR: Final = 2
#: How many figures of a line on either side may lead a line through words.
_NEAR: Final = 6
#: A picture may be so much wider than the narrowest.
_WIDER: Final = (1.0, 2.0)
_BOTH: Final = 2

#: On which side of a figure its words stand.
Side = Literal["above", "left", "right", "below"]
_SIDES: Final[tuple[Side, ...]] = ("above", "below", "left", "right")


@final
@attrs.frozen
class _Box(Frozen):
    """Where words stand, in pixels from their figure: to the right, and up."""

    left: float
    right: float
    low: float
    high: float

    def met_by(self, way: tuple[float, float, float, float]) -> bool:
        """Return whether a straight line runs through the box."""
        x, y, x2, y2 = way
        if max(x, x2) <= self.left or min(x, x2) >= self.right:
            return False
        rise = (y2 - y) / (x2 - x) if x != x2 else 0.0
        ends = (max(min(x, x2), self.left), min(max(x, x2), self.right))
        one, other = sorted(y + rise * (end - x) for end in ends)
        return other > self.low and one < self.high


def beside_text(row: Row, room: Room, *, labelled: bool, singled: bool) -> str:
    """Return what stands beside a figure: itself where there is room or it stands out, or a mark.

    Args:
        row: The figure.
        room: How much room texts have.
        labelled: Whether every figure stands beside its mark.
        singled: Whether single figures of its line stand out.
    """
    if labelled or (singled and row.strong):
        return wrapped(row.value_label, LABEL, room.name, bold=True)
    return row.mark


def beside(line: Sequence[Row], at: int, place: Place, *, text: str) -> Cell:
    """Return the cell of the words of a figure, on the side where no line runs through them.

    Args:
        line: The line that it belongs to.
        at: Its position there.
        place: Where everything is.
        text: The words.
    """
    row = line[at]
    end = top_of(row)
    if end is None or not text:
        return {}
    low, high = number(row.interval_low), number(row.interval_high)
    foot = end if low is None else low
    more = LINE * (lines(text) - 1)
    deep = place.floor - place.pixel(foot) >= _BELOW + more
    side: Side
    if place.bars:
        side = "below" if foot < 0 else "above"
    else:
        side = _side(line, at, place, text=text, deep=deep)
    if side == "below":
        return {"below": text, "below_y": foot}
    top = end if high is None else max(high, end)
    first = place.value(place.pixel(top) - more) if more else top
    return {side: text, f"{side}_y": first}


def boxes(cells: Iterable[Cell], place: Place) -> Iterator[tuple[float, float, float, float]]:
    """Return where words stand beside figures: from and to in time, then from and to from above.

    Times are parts of the axis in the narrowest picture; in wider ones words take less of it.
    """
    across = place.right - place.left
    for cell in cells:
        for side in _SIDES:
            text, first = cell.get(side), cell.get(f"{side}_y")
            if text is not None and first is not None:
                box, x = _box(str(text), side), float(cell["x"] or 0)
                more = 0 if side == "below" else LINE * (lines(str(text)) - 1)
                y = place.pixel(float(first)) + more
                yield x + box.left / across, x + box.right / across, y - box.high, y - box.low


def _side(line: Sequence[Row], at: int, place: Place, *, text: str, deep: bool) -> Side:
    """Return the first side on which no line runs through the words, or the usual one."""
    usual = _usual(line, at)
    first: Side = "above" if usual == "below" and not deep else usual
    for side in (first, *_SIDES):
        if side == "below" and not deep:
            continue
        if all(_is_clear(line, at, place, side, text=text, wider=wider) for wider in _WIDER):
            return side
    return first


def _usual(line: Sequence[Row], at: int) -> Side:
    """Return the side that is clear of most lines: below where it dips, above where it peaks."""
    here = top_of(line[at])
    ends = [top_of(line[other]) for other in (at - 1, at + 1) if 0 <= other < len(line)]
    known = [end for end in ends if end is not None]
    if here is None or not known:
        return "above"
    if all(end > here for end in known):
        return "below"
    before, after = known[0], known[-1]
    if len(known) == _BOTH and before < here < after:
        return "left"
    if len(known) == _BOTH and before > here > after:
        return "right"
    return "above"


def _is_clear(  # noqa: PLR0913 - a figure, where it is, and how its words would stand
    line: Sequence[Row], at: int, place: Place, side: Side, *, text: str, wider: float
) -> bool:
    """Return whether words find room on a side of a figure, and no line runs through them."""
    box = _box(text, side)
    x = place.across(middle(line[at]))
    if x + box.left < place.left - UP or x + box.right > place.room.width:
        return False
    return not any(box.met_by(way) for way in _ways(line, at, place, wider=wider))


def _box(text: str, side: Side) -> _Box:
    """Return where words stand on one side of a figure, with a blank around them."""
    wide, tall = widest(text, LABEL, bold=True), LINE * lines(text)
    left, right = {
        "left": (ASIDE - wide, float(ASIDE)),
        "right": (-float(ASIDE), wide - ASIDE),
    }.get(side, (-wide / 2, wide / 2))
    low, high = (-UP - tall, -UP) if side == "below" else (UP, UP + tall)
    return _Box(left - _CLEAR, right + _CLEAR, low, high)


def _ways(
    line: Sequence[Row], at: int, place: Place, *, wider: float
) -> Iterator[tuple[float, float, float, float]]:
    """Return the ways near a figure, each from where to where, in pixels from the figure."""
    x, y = place.across(middle(line[at])), place.pixel(top_of(line[at]) or 0)
    for other in range(max(1, at - _NEAR), min(len(line), at + _NEAR + 1)):
        if line[other].joined:
            ends = (line[other - 1], line[other])
            (left, low), (right, high) = (
                (
                    (place.across(middle(end)) - x) * wider,
                    y - place.pixel(float(end.value or 0)),
                )
                for end in ends
            )
            yield left, low, right, high
