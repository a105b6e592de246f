"""The cells of figures over time: rows with their places, ticks, names of times and of lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from offinno.charts._encoding import Cell, number
from offinno.charts._lines._axis import TICK
from offinno.charts._lines._beside import beside, beside_text, boxes
from offinno.charts._lines._names import names
from offinno.charts._lines._place import Place, days_in, last_of, lines_of, singled
from offinno.charts._lines._room import steps_for, thinned
from offinno.charts._lines._time import middle
from offinno.charts._measure import widest, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

#: How far below the axis the marks of what is missing stand, and how high their lane is.
GAP: Final = 12
LANE: Final = 10
#: How far behind the last figure its name stands.
NAME_AT: Final = 22
#: How wide the names of times may be before they break.
TIME_MOST: Final = 76
#: The blank between names of times.
_AIR: Final = 12
#: From so many figures on, a line has dots only where they say something.
_DOTTED: Final = 30
#: The part of its place that a bar fills on either side of its middle.
_HALF: Final = 0.68
#: The colour of what another figure stands out from.
_QUIET: Final = 2


def cells(rows: tuple[Row, ...], place: Place) -> Iterator[Cell]:
    """Return all cells: figures, what stands out last; axes; breaks; names of lines."""
    every = lines_of(rows)
    figures = [
        cell
        for line in sorted(every, key=lambda line: line[0].strong)
        for cell in _line(line, place)
    ]
    yield from figures
    yield from _ticks(place)
    yield from _grid(place, list(boxes(figures, place)))
    yield from _times(rows, place)
    yield from _cuts(every, place)
    if not (place.labelled or place.bars):
        yield from names(every, place)


def _line(line: Sequence[Row], place: Place) -> Iterator[Cell]:
    """Return one line: the way to each figure, the figure, and what stands beside it."""
    alone, last = singled(line), last_of(line)
    named_at_end = not (place.labelled or place.bars)
    for at, row in enumerate(line):
        if row.joined and not place.bars:
            yield _way(line, at, place, singled=alone)
        cell = _figure(line, at, place)
        if not (named_at_end and row is last):
            text = beside_text(row, place.room, labelled=place.labelled, singled=alone)
            cell |= beside(line, at, place, text=text)
        yield cell


def _figure(line: Sequence[Row], at: int, place: Place) -> Cell:
    """Return the marks of one row."""
    row, x = line[at], place.part(middle(line[at]))
    cell: Cell = {
        "key": row.key,
        "tip": ": ".join(filter(None, (row.group, row.label, row.value_label))),
        "series": str(row.series),
        "state": row.state,
        "provisional": row.provisional,
        "strong": row.strong,
        "x": x,
        "value": number(row.value),
        "low": number(row.low),
        "high": number(row.high),
        "interval_low": number(row.interval_low),
        "interval_high": number(row.interval_high),
        "nil_x": x if row.missing else None,
        "nil_y": place.axis.low if row.missing else None,
    }
    if place.bars:
        return cell | _bar(row, place)
    if place.spans(row) and row.value is not None:
        first, last = map(place.part, days_in(row))
        cell |= {"span_from": first, "span_to": last}
    if _is_dotted(line, at):
        cell["dot_y"] = number(row.value)
        cell["blank_y"] = number(row.value) if row.provisional else None
    return cell


def _way(line: Sequence[Row], at: int, place: Place, *, singled: bool) -> Cell:
    """Return the way from one figure of a line to the next, in the colour of the line."""
    before, row = line[at - 1], line[at]
    return {
        "series": str(_QUIET if singled else row.series),
        "provisional": row.provisional,
        "strong": row.strong and not singled,
        "from_x": place.part(middle(before)),
        "from_y": number(before.value),
        "to_x": place.part(middle(row)),
        "to_y": number(row.value),
    }


def _bar(row: Row, place: Place) -> Cell:
    """Return where a bar begins and ends."""
    if row.value is None:
        return {}
    day = middle(row)
    first, last = (place.part(day + way * place.half * _HALF) for way in (-1, 1))
    return {"bar_from": first, "bar_to": last, "zero": 0}


def _is_dotted(line: Sequence[Row], at: int) -> bool:
    """Return whether a figure has a dot: all of few, of many those that say something."""
    row = line[at]
    alone = not row.joined and not (at + 1 < len(line) and line[at + 1].joined)
    says = row.provisional or row.mark or row.strong or at == len(line) - 1
    return row.value is not None and bool(len(line) < _DOTTED or alone or says)


def _ticks(place: Place) -> Iterator[Cell]:
    """Return the ticks of the axis of numbers, its title, and the line at zero."""
    axis = place.axis
    for value, text in axis.ticks:
        yield {"tick": text, "tick_y": value, "tick_from": 0}
    yield {"title": axis.title, "title_y": axis.high, "tick_from": 0}
    if axis.cut is None:
        yield {"zero_y": 0, "zero_from": 0, "zero_to": 1}


def _grid(place: Place, words: Sequence[tuple[float, float, float, float]]) -> Iterator[Cell]:
    """Return the lines behind the figures, each in pieces that run through no words."""
    for value, _ in place.axis.ticks:
        y, start = place.pixel(value), 0.0
        gaps = sorted((left, right) for left, right, top, low in words if top < y < low)
        for left, right in (*gaps, (1.0, 1.0)):
            if left > start:
                yield {"grid_y": value, "grid_from": start, "grid_to": left}
            start = max(start, right)


def _times(rows: Sequence[Row], place: Place) -> Iterator[Cell]:
    """Return the names of times below the axis, as many as find room."""
    found = {middle(row): wrapped(row.label, LABEL, TIME_MOST) for row in rows}
    days = sorted(found)
    centres = [place.across(day) for day in days]
    widths = [widest(found[day], LABEL) for day in days]
    for at in thinned(centres, widths, air=_AIR, steps=steps_for(2 * place.half)):
        day = days[at]
        yield {"label": found[day], "label_x": place.part(day), "label_y": place.axis.low}


def _cuts(every: Sequence[Sequence[Row]], place: Place) -> Iterator[Cell]:
    """Return where the series breaks, each place once, and what the break is called."""
    found = breaks_of(every, place)
    for (x, name), level in zip(found, levels(found, place), strict=True):
        high = place.value(place.ceiling - level * LINE)
        yield {"cut": name, "cut_x": x, "cut_from": place.axis.low, "cut_y": high}


def breaks_of(every: Sequence[Sequence[Row]], place: Place) -> list[tuple[float, str]]:
    """Return where in time the series breaks, in order, and what each break is called."""
    found: set[tuple[float, str]] = set()
    for line in every:
        for before, row in pairwise(line):
            if row.parted:
                start = float(days_in(row)[0])
                one, other = middle(before), middle(row)
                day = start if one < start < other else (one + other) / 2
                found.add((place.part(day), row.parted))
    return sorted(found)


def levels(found: Sequence[tuple[float, str]], place: Place) -> list[int]:
    """Return how many lines up the names of breaks stand, so that they do not overlap."""
    ends: list[float] = []
    chosen: list[int] = []
    for x, name in found:
        half = (widest(name, TICK) + _AIR) / 2
        middle_ = x * (place.right - place.left)
        level = next((at for at, end in enumerate(ends) if end <= middle_ - half), len(ends))
        ends[level : level + 1] = [middle_ + half]
        chosen.append(level)
    return chosen
