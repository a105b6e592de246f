"""Whether a block of a sheet can draw its figures over time, or with their intervals."""

from collections.abc import Iterator, Sequence
from typing import Final

from offinno.exceptions import UnknownName
from offinno.model._checks import Contradiction, Finding
from offinno.model._choosing import how_to_choose
from offinno.model._comparison import Comparison
from offinno.model._datum import Datum
from offinno.model._indicator import Indicator
from offinno.model._line_blocks import DotInterval, Series, Slope
from offinno.model._places import place_of

#: So many lines are told apart by their colours, and so many beside one that stands out.
_MOST, _MOST_QUIET = 8, 16
_TIMES: Final = 2


def most_lines(*, highlighted: bool) -> int:
    """Return how many lines a reader can tell apart in one picture.

    Args:
        highlighted: Whether one of them stands out, and the others are quiet.

    >>> most_lines(highlighted=False)
    8
    """
    return _MOST_QUIET if highlighted else _MOST


def wrong_lines(shown: Indicator, block: Series | DotInterval | Slope) -> Iterator[Finding]:
    """Return why figures cannot be drawn as lines, slopes or dots as a block says.

    Args:
        shown: The figures.
        block: The block.
    """
    if isinstance(block, DotInterval):
        yield from _wrong_dots(shown, block)
        return
    field, along = ("by", block.by) if isinstance(block, Series) else ("along", block.along)
    data = shown.settled().data()
    try:
        lines = ["" if along is None else place_of(datum, along) for datum in data]
    except UnknownName as problem:
        yield (field,), str(problem)
        return
    if wrong := _problem(data, lines, along, highlighted=block.highlight is not None):
        yield ("figure",), f"indicator {shown.key!r}: {wrong}"
    elif isinstance(block, Slope):
        yield from _wrong_times(data, block)
    names = lines if along is not None else [datum.period.text for datum in data]
    yield from no_member("highlight", block.highlight, tuple(dict.fromkeys(names)))


def _wrong_dots(shown: Indicator, block: DotInterval) -> Iterator[Finding]:
    """Return why figures cannot be drawn as dots as a block says."""
    try:
        names = Comparison.of(shown, along=block.along).names
    except UnknownName as problem:
        yield ("along",), str(problem)
    except Contradiction as problem:
        yield ("figure",), str(problem)
    else:
        yield from no_member("reference", block.reference, names)
        yield from no_member("highlight", block.highlight, names)


def _problem(
    data: Sequence[Datum], lines: Sequence[str], along: str | None, *, highlighted: bool
) -> str | None:
    """Return why figures have no place in time, or no line of their own."""
    if not data:
        return "it has no rows at all"
    places: set[tuple[str, str]] = set()
    others: dict[str, object] = {}
    for datum, line in zip(data, lines, strict=True):
        time = datum.period
        if time.start is None or time.end is None:
            return f"the days of {time.text!r} are not known, so it has no place in time"
        if others.setdefault(line, _others(datum, along)) != _others(datum, along):
            told = how_to_choose(_line(data, lines, line), apart_from="period")
            return f"figures of several things in one line, at {time}; {told}"
        if (line, time.text) in places:
            alike = [other for other in _line(data, lines, line) if other.period == time]
            return f"several figures for {line or 'the line'} at {time}; {how_to_choose(alike)}"
        places.add((line, time.text))
    most = most_lines(highlighted=highlighted)
    return f"{len(others)} lines; {most} can be told apart" if len(others) > most else None


def _line(data: Sequence[Datum], lines: Sequence[str], name: str) -> list[Datum]:
    """Return the figures of one line."""
    return [datum for datum, line in zip(data, lines, strict=True) if line == name]


def _others(datum: Datum, along: str | None) -> object:
    """Return what all figures of a line share."""
    row = datum.observation
    area = None if along == "area" else row.area
    return area, tuple((name, key) for name, key in row.breakdowns if name != along)


def _wrong_times(data: Sequence[Datum], block: Slope) -> Iterator[Finding]:
    """Return why figures are not there at two times, one after the other."""
    known = sorted({datum.period for datum in data})
    texts = tuple(period.text for period in known)
    for field, time in (("start", block.start), ("end", block.end)):
        yield from no_member(field, None if time is None else time.text, texts)
    start, end = block.start or known[0], block.end or known[-1]
    if len(known) < _TIMES or start >= end:
        yield ("figure",), "a slope needs two times, one after the other"


def no_member(field: str, name: str | None, names: tuple[str, ...]) -> Iterator[Finding]:
    """Return a field that names something which is not there."""
    if name is not None and name not in names:
        yield (field,), str(UnknownName("member", name, names))
