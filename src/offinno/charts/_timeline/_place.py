"""Where calls stand: days from left to right, and below each scheme as many lines as it takes.

A text stands to the right of its mark in the left half of a picture, and to its left in the right
half; a call that reaches from one half to the other has it below. Calls share a line where their
texts find room in the narrowest picture, in the order in which the scheme has them. Lines down
from the times above end where they would run through a text, and leave out calls without days.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, Literal, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell
from offinno.charts._lines._room import joined
from offinno.charts._measure import lines, widest, wrapped
from offinno.charts._theme import LABEL, LINE
from offinno.charts._timeline._row import CallRow
from offinno.charts._timeline._time import Window

#: How far a text stands from its mark.
BESIDE: Final = 13
#: Half the height of a deadline that is no single day, and of the time in which one may apply.
BAND: Final = 7
BAR: Final = 3
#: Where schemes begin, below the years.
TOP: Final = 24
_HALF: Final = 0.5
_MARK: Final = 8
_AIR: Final = 10
#: How far below its marks a text stands that has no room beside them.
_UNDER: Final = 19
_BETWEEN_LINES: Final = 8
_BETWEEN_SCHEMES: Final = 14
#: So far from texts the lines behind them end.
_CLEAR: Final = 4

#: On which side of its mark a text stands.
Side = Literal["right", "left"]


@final
@attrs.frozen(kw_only=True)
class _Item(Frozen):
    """A call on its line."""

    #: Its rows.
    rows: tuple[CallRow, ...]
    #: Where its first mark begins and its last one ends, from 0 to 1; None where it has no days.
    span: tuple[float, float] | None
    #: On which side its text stands, and from where.
    side: Side
    anchor: float
    #: Whether the text stands below the marks.
    under: bool
    #: When it closes, and what it is about, in lines.
    when: str
    what: str

    @property
    def height(self) -> int:
        """The height that it takes."""
        texts = LINE * ((lines(self.when) if self.when else 0) + lines(self.what))
        return texts + (_UNDER if self.under else 0)

    def reach(self, room: float) -> tuple[float, float]:
        """Return from where to where it reaches in a picture of a width."""
        begin, end = self.span or (0.0, 0.0)
        text = max(widest(self.when, LABEL, bold=True), widest(self.what, LABEL)) + BESIDE
        left, right = begin * room - _MARK, end * room + _MARK
        if self.side == "left":
            return min(left, self.anchor * room - text), right
        return left, max(right, self.anchor * room + text)

    def is_struck(self, at: float, room: float) -> bool:
        """Return whether a line down from a time may run through its text."""
        if self.span is None:
            return True
        away = (at - self.anchor) * room * (1 if self.side == "right" else -1)
        text = max(widest(self.when, LABEL, bold=True), widest(self.what, LABEL))
        return 0 < away < BESIDE + text + _CLEAR


@final
@attrs.frozen(kw_only=True)
class _Band(Frozen):
    """What stands beside one another: the name of a scheme, or some of its calls."""

    #: Where it begins, from above.
    top: float
    #: The name of a scheme; empty for calls.
    heading: str = ""
    #: The calls.
    items: tuple[_Item, ...] = ()

    def is_struck(self, at: float, room: float) -> bool:
        """Return whether there is to be no line down from a time: beside names, through texts."""
        return bool(self.heading) or any(item.is_struck(at, room) for item in self.items)


def placed(rows: Sequence[CallRow], window: Window, *, room: float) -> Iterator[Cell]:
    """Return *rows* with their places, for a picture at least as wide as *room*."""
    head: Cell = {}
    for band in _bands(rows, window, room):
        y, heading = band.top, band.heading
        if heading:
            head = {"heading": heading, "heading_y": y + _AIR + LINE / 2, "above": y}
        for item in band.items:
            yield from _cells(item, window, y, head)
            head = {}


def lines_down(
    rows: Sequence[CallRow], window: Window, at: Sequence[float], *, room: float, bottom: float
) -> Iterator[Cell]:
    """Return the lines down from times: in pieces, of which none runs through a text.

    Args:
        rows: What is shown.
        window: The time that is shown.
        at: Where the times are, from 0 to 1.
        room: How wide the narrowest picture is.
        bottom: Where the picture ends.
    """
    bands = [_Band(top=0.0), *_bands(rows, window, room)]
    whole = list(pairwise((*(band.top for band in bands), bottom)))
    for time in at:
        found = zip(bands, whole, strict=True)
        free = [piece for band, piece in found if not band.is_struck(time, room)]
        for top, low in joined(free):
            yield {"line_at": time, "line_from": top, "line_to": low}


def _bands(rows: Sequence[CallRow], window: Window, room: float) -> Iterator[_Band]:
    """Return what stands beside one another, from above."""
    y = float(TOP)
    for _, group in groupby(rows, key=lambda row: row.scheme):
        members = tuple(group)
        heading = wrapped(members[0].group, LABEL, room, bold=True)
        yield _Band(top=y, heading=heading)
        y += _AIR + LINE * lines(heading) + _BETWEEN_LINES
        calls = [tuple(each) for _, each in groupby(members, key=lambda row: row.call)]
        for line in _lines([_item(each, window, room) for each in calls], room):
            yield _Band(top=y, items=tuple(line))
            y += max(item.height for item in line) + _BETWEEN_LINES
        y += _BETWEEN_SCHEMES - _BETWEEN_LINES


def _lines(items: Sequence[_Item], room: float) -> Iterator[list[_Item]]:
    """Return items in lines, as many in each as find room; those without days stand alone."""
    line: list[_Item] = []
    for item in items:
        if line and not _beside(line, item, room):
            yield line
            line = []
        line.append(item)
    yield line


def _beside(line: Sequence[_Item], item: _Item, room: float) -> bool:
    """Return whether an item finds room in a line, to the right of all that stand there."""
    if item.span is None or any(other.span is None for other in line):
        return False
    left, _ = item.reach(room)
    return all(other.reach(room)[1] + BESIDE <= left for other in line)


def _item(rows: tuple[CallRow, ...], window: Window, room: float) -> _Item:
    """Return a call with its text in lines."""
    spans = [span for row in rows if (span := _span(row, window)) is not None]
    if not spans:
        return _text(rows, None, "right", 0.0, room - 2 * BESIDE)
    begin, end = min(first for first, _ in spans), max(last for _, last in spans)
    if 1 - end >= _HALF:
        return _text(rows, (begin, end), "right", end, (1 - end) * room - BESIDE)
    if begin >= _HALF:
        return _text(rows, (begin, end), "left", begin, begin * room - BESIDE)
    return _text(rows, (begin, end), "right", begin, (1 - begin) * room - BESIDE, under=True)


def _span(row: CallRow, window: Window) -> tuple[float, float] | None:
    """Return from where to where a call reaches, as far as it lies in a window."""
    if row.start is None or row.end is None:
        return None
    first = min(row.start, row.opens or row.start)
    begin, end = max(window.at(first), 0.0), min(window.after(row.end), 1.0)
    if row.start == row.end and row.opens is None:
        return (begin + end) / 2, (begin + end) / 2
    return begin, end


def _text(  # noqa: PLR0913 - what is known of a call
    rows: tuple[CallRow, ...],
    span: tuple[float, float] | None,
    side: Side,
    anchor: float,
    most: float,
    *,
    under: bool = False,
) -> _Item:
    """Return a call with its text in lines of at most so many pixels."""
    row = rows[0]
    return _Item(
        rows=rows,
        span=span,
        side=side,
        anchor=anchor,
        under=under,
        when=wrapped(row.when, LABEL, most, bold=True),
        what=wrapped(row.about, LABEL, most),
    )


def _cells(item: _Item, window: Window, y: float, head: Cell) -> Iterator[Cell]:
    """Return the marks of a call, the first of them with its text."""
    middle = y + LINE / 2
    for at, row in enumerate(item.rows):
        cell = _marks(row, window, middle)
        if at:
            yield cell
            continue
        first = middle + (_UNDER if item.under else 0)
        yield (
            cell
            | head
            | {
                f"when-{item.side}": item.when or None,
                f"what-{item.side}": item.what,
                "side": item.side,
                "anchor": item.anchor,
                "when_y": first if item.when else None,
                "what_y": first + (LINE * lines(item.when) if item.when else 0),
            }
        )


def _marks(row: CallRow, window: Window, y: float) -> Cell:
    """Return what is drawn of one deadline: a day, or a stretch of days, and when it opened."""
    cell: Cell = {
        "key": row.key,
        "tip": f"{row.group}: {row.when}. {row.about}" if row.when else f"{row.group}: {row.about}",
        "series": str(row.series),
        "hollow": row.recurring,
        "y": y,
    }
    if row.start is None or row.end is None:
        return cell | {"open": 0} if row.when else cell
    begin, end = window.at(row.start), window.after(row.end)
    if row.start == row.end and 0 <= begin < 1:
        cell |= {"day": (begin + end) / 2}
    elif row.start != row.end and begin < 1:
        cell |= {"band": max(begin, 0), "band_end": min(end, 1)}
    if row.opens is not None:
        cell |= {"bar": max(window.at(row.opens), 0), "bar_end": min(end, 1)}
    places = {"high": y - BAND, "low": y + BAND, "bar_high": y - BAR, "bar_low": y + BAR}
    return cell | places
