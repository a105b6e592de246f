"""Where lying bars and their texts stand: one below the other, with headings and breaks between."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from math import ceil
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, number
from offinno.charts._lines._time import gaps_before, in_time
from offinno.charts._measure import lines, widest, width, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

#: The room for the places of a ranking.
PLACES: Final = 20
_PITCH: Final = 28
_BLANK: Final = 10
_HEADING: Final = 8
_BETWEEN: Final = 16
_HEADING_MOST: Final = 280
#: The height of the name of a break, and the blank where times are left out.
_CUT: Final = 26
_LATE: Final = 14
#: The width of a picture on a telephone, and the part of it that bars and blanks are to have.
PHONE: Final = 300
_GOOD: Final = 140
#: The blank below a bar whose label stands above it.
_BELOW: Final = 8
#: How wide labels are at most above their bars, and beside them where a word is that long.
_ABOVE_MOST: Final = 280
_WORD_MOST: Final = 260


@final
@attrs.frozen(kw_only=True)
class Room(Frozen):
    """How wide the texts of a picture may be before they break into lines."""

    label: int
    figure: int
    reason: int
    #: The part of the picture that bars need at least.
    bars: int
    #: Whether labels stand above their bars.
    above: bool = False


WIDE: Final = Room(label=180, figure=160, reason=300, bars=120)
#: For pictures as narrow as a telephone.
NARROW: Final = Room(label=140, figure=96, reason=140, bars=24)


def room_for(rows: tuple[Row, ...], *, narrow: bool, above: bool) -> Room:
    """Return the room for the texts of *rows*."""
    if above:
        figure = _figure_room(rows, 0)
        return attrs.evolve(NARROW, label=_ABOVE_MOST, figure=figure, above=True)
    if narrow:
        labels = (widest(wrapped(row.label, LABEL, NARROW.label), LABEL) for row in rows)
        return attrs.evolve(NARROW, figure=_figure_room(rows, max(labels)))
    return attrs.evolve(WIDE, label=max(WIDE.label, min(longest_word(rows), _WORD_MOST)))


def _figure_room(rows: tuple[Row, ...], label: float) -> int:
    """Return how wide figures may be on a telephone behind bars that begin behind their labels."""
    if any(end < 0 for row in rows for end in ends_of(row)):
        return NARROW.figure  # there are figures on both sides
    places = PLACES if any(row.place is not None for row in rows) else 0
    return max(NARROW.figure, min(WIDE.figure, int(PHONE - places - label - _GOOD)))


def longest_word(rows: Sequence[Row]) -> int:
    """Return the width of the longest word of the labels."""
    words = {word for row in rows for word in row.label.split()}
    return ceil(max((width(word, LABEL) for word in words), default=0))


def ends_of(row: Row) -> list[Decimal]:
    """Return the numbers that a row reaches to."""
    found = (row.value, row.low, row.high, row.interval_low, row.interval_high)
    return [end for end in found if end is not None]


def placed(rows: tuple[Row, ...], room: Room) -> Iterator[Cell]:
    """Return *rows* below one another, with a heading above each group."""
    y, before = 0.0, ""
    late = gaps_before(rows) if in_time(rows) else frozenset()
    for group, members in groupby(enumerate(rows), key=lambda pair: pair[1].group):
        heading = wrapped(group, LABEL, _HEADING_MOST, bold=True) if group else None
        y += _BETWEEN if y else 0
        for place, (at, row) in enumerate(members):
            cut = row.parted if at and row.parted != before else ""
            before = row.parted
            high = LINE * lines(heading) + _HEADING if heading and not place else 0
            start = y + (_CUT if cut else _LATE if at in late else 0)
            cell = _cell(row, start + high, room)
            if heading and high:
                cell |= {"heading": heading, "heading_y": start + LINE / 2}
            if cut:
                cell |= {"cut": cut, "cut_y": y + LINE / 2, "cut_line": y + LINE + 2}
            y = float(cell["below"] or 0) + (_BELOW if room.above else 0)
            yield cell


def _cell(row: Row, above: float, room: Room) -> Cell:
    """Return one row that begins *above*."""
    missing, place = row.missing, row.place
    label = wrapped(row.label, LABEL, room.label)
    text = wrapped(
        row.value_label, LABEL, room.reason if missing else room.figure, bold=not missing
    )
    label_lines, text_lines = lines(label), lines(text)
    tall = text_lines if room.above or text_lines > label_lines else label_lines
    height = max(_PITCH, LINE * tall + _BLANK)
    begin = above + LINE * label_lines if room.above else above
    y = begin + height / 2
    label_y = above + LINE / 2 + 2 if room.above else _first_line(label_lines, y)
    cell: Cell = {
        "key": row.key,
        "label": label,
        "tip": f"{row.label}: {row.value_label}",
        "series": str(row.series),
        "state": row.state,
        "apart": row.apart,
        "hollow": row.apart or row.provisional,
        "rank": None if place is None else str(place),
        "rank_y": None if place is None else label_y if room.above else y,
        "heading": None,
        "heading_y": None,
        "cut": None,
        "cut_y": None,
        "cut_line": None,
        "above": begin,
        "y": y,
        "label_y": label_y,
        "text_y": _first_line(text_lines, y),
        "below": begin + height,
        "reason": text if missing else None,
        "zero": 0,
        "nil": 0 if missing else None,
    }
    _add_lengths(cell, row, text)
    return cell


def _add_lengths(cell: Cell, row: Row, text: str) -> None:
    """Add what is drawn along the axis, and the text at its end.

    A text stands behind its bar, or before it if that lies below zero; the reason for a missing
    figure stands where a bar would begin.
    """
    value, low, high = number(row.value), number(row.low), number(row.high)
    least = most = end = value if high is None else high
    if row.interval_low is not None or low is not None or high is not None:
        first, last = number(row.interval_low), number(row.interval_high)
        if first is not None:
            cell["interval_low"], cell["interval_high"] = first, last
        ends = [each for each in (value, low, high, first, last) if each is not None]
        least, most = min(ends), max(ends)
    below = end is not None and end < 0
    behind = end is not None and not below
    cell["value"], cell["low"], cell["high"] = value, low, high
    cell["end"] = most if behind else None
    cell["start"] = least if below else None
    cell["after"] = text if behind else None
    cell["before"] = text if below else None


def _first_line(count: int, middle: float) -> float:
    """Return where the first of *count* lines stands that are to have their middle there."""
    return middle - LINE * (count - 1) / 2
