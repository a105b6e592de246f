"""The cells of figures over time: rows with their places, ticks, names of times and of lines."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell, number
from offinno.charts._lines._axis import TICK, Axis
from offinno.charts._lines._room import spread, steps_for, thinned
from offinno.charts._lines._time import margin, middle
from offinno.charts._measure import lines, widest, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

#: How far below the axis the marks of what is missing stand, and how high their lane is.
GAP: Final = 12
LANE: Final = 10
#: How far behind the last figure its name stands.
NAME_AT: Final = 22
#: How wide the names of times may be before they break.
TIME_MOST: Final = 76
#: The blank between names of times, and between names of lines.
_AIR: Final = 12
_BETWEEN: Final = 3
#: From so many figures on, a line has dots only where they say something.
_DOTTED: Final = 30
#: The part of its place that a bar fills on either side of its middle.
_HALF: Final = 0.68
_THREE: Final = 3
#: The colour of what another figure stands out from.
_QUIET: Final = 2
#: How far a figure stands from the floor at least that bears its words below.
_BELOW: Final = 12


@final
@attrs.frozen(kw_only=True)
class Room(Frozen):
    """How much room texts have, and how wide the picture is at least."""

    name: int
    width: int


@final
@attrs.frozen(kw_only=True)
class Place(Frozen):
    """Where the parts of a picture are, in pixels, and its axes."""

    axis: Axis
    room: Room
    #: Whether bars are drawn.
    bars: bool
    #: Whether each figure stands beside its mark.
    labelled: bool
    #: Where the axis of time begins and ends, from the left, in the narrowest picture.
    left: int
    right: int
    #: Where the axis of numbers ends and begins, from above.
    ceiling: int
    floor: int
    #: Where the axis of time begins and ends, in days, and half of the place of a figure.
    first: float
    last: float
    half: float

    def part(self, day: float) -> float:
        """Return how far along the axis of time a day is."""
        return round((day - self.first) / (self.last - self.first), 6)

    def pixel(self, value: float) -> float:
        """Return how far from above a number stands."""
        return self.floor - self.axis.part(value) * (self.floor - self.ceiling)

    def value(self, pixel: float) -> float:
        """Return the number that stands so far from above."""
        return self.axis.at((self.floor - pixel) / (self.floor - self.ceiling))


def times_of(rows: Sequence[Row], *, apart: bool) -> tuple[float, float, float]:
    """Return first and last day of the axis of time, and half of the place of a figure.

    Args:
        rows: The figures.
        apart: Whether the first and the last have their whole place, as bars do.
    """
    half = margin(rows)
    days = [middle(row) for row in rows]
    for row in rows:
        if spans(row, rows):
            days += [float(day) for day in _days(row)]
    blank = half if apart or min(days) == max(days) else 0
    return min(days) - blank, max(days) + blank, half


def spans(row: Row, rows: Sequence[Row]) -> bool:
    """Return whether a row stands for a longer time than the shortest among *rows*."""
    first, last = _days(row)
    return last - first > 1.5 * min(end - start for start, end in map(_days, rows))


def _days(row: Row) -> tuple[int, int]:
    """Return where a row begins and where it ends, in days."""
    assert row.start is not None
    assert row.end is not None
    return row.start.toordinal(), row.end.toordinal() + 1


def lines_of(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """Return the rows line by line."""
    return [tuple(members) for _, members in groupby(rows, key=lambda row: row.group)]


def top_of(row: Row) -> float | None:
    """Return where the words of a figure point at: its number, or the high end of a range."""
    return number(row.value if row.high is None else row.high)


def name_of_line(line: Sequence[Row], room: Room) -> str:
    """Return what stands at the end of a line: its name, and its last figure."""
    last = _last(line)
    between = ": " if last.missing else " "
    text = f"{last.group}{between}{last.value_label}" if last.group else last.value_label
    return wrapped(text, LABEL, room.name, bold=_is_strong(last))


def _last(line: Sequence[Row]) -> Row:
    """Return the last figure of a line; of one without any, its last row."""
    return next((row for row in reversed(line) if not row.missing), line[-1])


def _is_strong(row: Row) -> bool:
    """Return whether the name of a line stands out: as the only one does."""
    return not row.group or row.strong


def cells(rows: tuple[Row, ...], place: Place) -> Iterator[Cell]:
    """Return all cells: figures, what stands out last; axes; breaks; names of lines."""
    every = lines_of(rows)
    for line in sorted(every, key=lambda line: line[0].strong):
        for at, row in enumerate(line):
            if row.joined and not place.bars:
                yield _way(line, at, place)
            yield _figure(line, at, rows, place) | _beside(line, at, row, place)
    yield from _ticks(place)
    yield from _times(rows, place)
    yield from _cuts(every, place)
    if not (place.labelled or place.bars):
        yield from _names(every, place)


def _figure(line: Sequence[Row], at: int, rows: Sequence[Row], place: Place) -> Cell:
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
    if spans(row, rows) and row.value is not None:
        first, last = map(place.part, _days(row))
        cell |= {"span_from": first, "span_to": last}
    if _is_dotted(line, at):
        cell["dot_y"] = number(row.value)
        cell["blank_y"] = number(row.value) if row.provisional else None
    return cell


def _way(line: Sequence[Row], at: int, place: Place) -> Cell:
    """Return the way from one figure of a line to the next, in the colour of the line."""
    before, row = line[at - 1], line[at]
    alone = any(other.strong for other in line) and not all(other.strong for other in line)
    return {
        "series": str(_QUIET if alone else row.series),
        "provisional": row.provisional,
        "strong": row.strong and not alone,
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


def _beside(line: Sequence[Row], at: int, row: Row, place: Place) -> Cell:
    """Return what stands above a figure, or below it where the line comes from above."""
    text = beside_text(line, row, place.room, labelled=place.labelled)
    end = top_of(row)
    at_end = not place.labelled and not place.bars and row is _last(line)
    if end is None or not text or at_end:
        return {}
    low = number(row.interval_low)
    foot = end if low is None else low
    more = LINE * (lines(text) - 1)
    down = foot < 0 if place.bars else _is_valley(line, at)
    if down and (place.bars or place.floor - place.pixel(foot) >= _BELOW + more):
        return {"below": text, "below_y": foot}
    high = number(row.interval_high)
    field = "above" if place.bars else _side(line, at)
    top = end if high is None else max(high, end)
    first = place.value(place.pixel(top) - more) if more else top
    return {field: text, f"{field}_y": first}


def beside_text(line: Sequence[Row], row: Row, room: Room, *, labelled: bool) -> str:
    """Return what stands beside a figure: itself where there is room or it stands out, or a mark.

    Args:
        line: The line that it belongs to.
        row: The figure.
        room: How much room texts have.
        labelled: Whether every figure stands beside its mark.
    """
    if labelled or _alone_stands_out(row, line):
        return wrapped(row.value_label, LABEL, room.name, bold=True)
    return row.mark


def _side(line: Sequence[Row], at: int) -> str:
    """Return on which side of a figure its words stand clear of a line that rises or falls."""
    ends = [top_of(line[other]) for other in (at - 1, at, at + 1) if 0 <= other < len(line)]
    if len(ends) == _THREE and None not in ends:
        before, here, after = (end or 0 for end in ends)
        if before < here < after:
            return "left"
        if before > here > after:
            return "right"
    return "above"


def _alone_stands_out(row: Row, line: Sequence[Row]) -> bool:
    """Return whether a single figure stands out, and not the line that it belongs to."""
    return row.strong and not all(other.strong for other in line)


def _is_valley(line: Sequence[Row], at: int) -> bool:
    """Return whether a line comes down to a figure on either side that it has."""
    here = top_of(line[at])
    beside = [top_of(line[other]) for other in (at - 1, at + 1) if 0 <= other < len(line)]
    known = [end for end in beside if end is not None]
    return here is not None and bool(known) and all(end > here for end in known)


def _ticks(place: Place) -> Iterator[Cell]:
    """Return the ticks of the axis of numbers, its title, and the line at zero."""
    axis = place.axis
    for value, text in axis.ticks:
        yield {"tick": text, "tick_y": value, "tick_from": 0, "tick_to": 1}
    yield {"title": axis.title, "title_y": axis.high, "tick_from": 0}
    if axis.cut is None:
        yield {"zero_y": 0, "zero_from": 0, "zero_to": 1}


def _times(rows: Sequence[Row], place: Place) -> Iterator[Cell]:
    """Return the names of times below the axis, as many as find room."""
    found = {middle(row): wrapped(row.label, LABEL, TIME_MOST) for row in rows}
    days = sorted(found)
    across = place.right - place.left
    centres = [place.left + place.part(day) * across for day in days]
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
                start = float(_days(row)[0])
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


def names_height(every: Sequence[Sequence[Row]], room: Room) -> int:
    """Return the height that the names of all lines take below one another."""
    return sum(_high(name_of_line(line, room)) for line in every)


def _high(text: str) -> int:
    """Return the height of a name."""
    return LINE * lines(text) + _BETWEEN


def _names(every: Sequence[Sequence[Row]], place: Place) -> Iterator[Cell]:
    """Return the names at the ends of lines, moved as far as they need, with a way to each."""
    texts = [name_of_line(line, place.room) for line in every]
    ends = [top_of(_last(line)) for line in every]
    wished = [place.floor if end is None else place.pixel(end) for end in ends]
    heights = [float(_high(text)) for text in texts]
    middles = spread(wished, heights, top=place.ceiling - LINE, bottom=place.floor + LINE)
    latest = max(middle(row) for line in every for row in line)
    for line, text, end, at in zip(every, texts, ends, middles, strict=True):
        last = _last(line)
        first_line = at - LINE * (lines(text) - 1) / 2
        field = "strong_end" if _is_strong(last) else "end"
        reached = middle(last) == latest and end is not None
        cell: Cell = {
            "key": last.key,
            "series": str(last.series),
            field: text,
            f"{field}_y": place.value(first_line),
            "end_x": 1,
        }
        if last.group:
            lead = place.value(at)
            cell |= {"lead_y": end if reached else lead, "lead_end": lead, "strong": last.strong}
        yield cell
