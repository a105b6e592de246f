"""The names at the ends of lines: beside their ends where they find room there, else as a list.

A name that stands far from the end of its line is read as that of another. Lines in colours of
their own have theirs as a list then, in the order of their ends, each beside its colour; of quiet
lines, all in one colour, only those are named that find room, and what all are is said below.
"""

from collections.abc import Iterator, Sequence
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._encoding import Cell
from offinno.charts._lines._place import Place, Room, last_of, top_of
from offinno.charts._lines._room import beyond, in_turn, spread
from offinno.charts._lines._time import middle
from offinno.charts._measure import lines, wrapped
from offinno.charts._row import Row
from offinno.charts._theme import LABEL, LINE

#: The blank between two names.
_BETWEEN: Final = 3
#: So far from the end of its line a name may stand: of one among many in one colour, of another.
_NEAR: Final = LINE
_FAR: Final = 2 * LINE


@final
@attrs.frozen(kw_only=True)
class _Name(Frozen):
    """The name of a line, with its last figure."""

    #: The row of that figure.
    row: Row
    #: The name in lines.
    text: str
    #: Where the line ends; None where it has no figures.
    end: float | None
    #: Whether it ends at the right edge of the picture.
    reached: bool
    #: Where its name is to stand, from above.
    wish: float

    @property
    def height(self) -> float:
        """The height that it takes."""
        return float(LINE * lines(self.text) + _BETWEEN)

    def apart(self, at: float) -> float:
        """Return how far beyond its own lines it stands from its wish."""
        return beyond(at, self.wish, height=self.height, line=LINE)


def name_of_line(line: Sequence[Row], room: Room, *, latest: float) -> str:
    """Return what stands at the end of a line, in lines: its name, and its last figure.

    Args:
        line: The line.
        room: How much room texts have.
        latest: The day at which the picture ends; a figure before it has its time behind it.
    """
    return wrapped(
        name_with_figure(line, latest=latest), LABEL, room.name, bold=_is_strong(last_of(line))
    )


def name_with_figure(line: Sequence[Row], *, latest: float) -> str:
    """Return the name of a line and its last figure, with its time if it is not the last."""
    last = last_of(line)
    between = ": " if last.missing else " "
    text = f"{last.group}{between}{last.value_label}" if last.group else last.value_label
    return text if last.missing or middle(last) >= latest else f"{text} ({last.label})"


def latest_of(rows: Sequence[Row]) -> float:
    """Return the last day of which there is a row, in the middle of its time."""
    return max(middle(row) for row in rows)


def names_height(every: Sequence[Sequence[Row]], room: Room, *, latest: float) -> int:
    """Return the height that names take below one another; of quiet lines few are named."""
    if _are_quiet(every):
        return 0
    texts = (name_of_line(line, room, latest=latest) for line in every)
    return sum(LINE * lines(text) + _BETWEEN for text in texts)


def names(every: Sequence[Sequence[Row]], place: Place) -> Iterator[Cell]:
    """Return the names at the ends of lines, with a way to each."""
    kept, middles, listed = _laid_out(every, place)
    for name, at in zip(kept, middles, strict=True):
        yield _cell(name, at, place, led=name.reached and not listed)


def are_unnamed(every: Sequence[Sequence[Row]], place: Place) -> bool:
    """Return whether there are lines whose names find no room."""
    return len(_laid_out(every, place)[0]) < len(every)


def _laid_out(
    every: Sequence[Sequence[Row]], place: Place
) -> tuple[Sequence[_Name], Sequence[float], bool]:
    """Return the names that find room, where they stand, and whether that is as a list."""
    latest = latest_of([row for line in every for row in line])
    found = [_name(line, place, latest) for line in every]
    if _are_quiet(every):
        found = _kept(found, place)
    middles = _spread(found, place)
    if any(name.apart(at) > _FAR for name, at in zip(found, middles, strict=True)):
        return found, _listed(found, place), True
    return found, middles, False


def _name(line: Sequence[Row], place: Place, latest: float) -> _Name:
    """Return the name of a line."""
    last = last_of(line)
    end = top_of(last)
    return _Name(
        row=last,
        text=name_of_line(line, place.room, latest=latest),
        end=end,
        reached=end is not None and middle(last) >= latest,
        wish=place.floor if end is None else place.pixel(end),
    )


def _are_quiet(every: Sequence[Sequence[Row]]) -> bool:
    """Return whether one line stands out from others that share one colour."""
    return len(every) > 1 and any(line[0].strong for line in every)


def _is_strong(row: Row) -> bool:
    """Return whether the name of a line stands out: as the only one does."""
    return not row.group or row.strong


def _spread(found: Sequence[_Name], place: Place) -> list[float]:
    """Return where names stand that are moved as far as they need."""
    wishes, heights = [name.wish for name in found], [name.height for name in found]
    return spread(wishes, heights, top=place.ceiling - LINE, bottom=place.floor + LINE)


def _listed(found: Sequence[_Name], place: Place) -> list[float]:
    """Return where names stand as a list from above, in the order in which lines end."""
    at, middles = float(place.ceiling - LINE), [0.0] * len(found)
    for position in sorted(range(len(found)), key=lambda one: found[one].wish):
        middles[position] = at + found[position].height / 2
        at += found[position].height
    return middles


def _kept(found: Sequence[_Name], place: Place) -> list[_Name]:
    """Return the names that find room near the ends of their lines, the most telling first."""
    kept: list[_Name] = []
    strong = [at for at, name in enumerate(found) if name.row.strong]
    for at in in_turn([name.wish for name in found], first=strong):
        longer = [*kept, found[at]]
        places = zip(longer, _spread(longer, place), strict=True)
        if not kept or all(one.apart(place_) <= _NEAR for one, place_ in places):
            kept = longer
    return [name for name in found if name in kept]


def _cell(name: _Name, at: float, place: Place, *, led: bool) -> Cell:
    """Return a name with the way to it: from the end of its line, or a piece in its colour."""
    row = name.row
    field = "strong_end" if _is_strong(row) else "end"
    cell: Cell = {
        "key": row.key,
        "series": str(row.series),
        field: name.text,
        f"{field}_y": place.value(at - LINE * (lines(name.text) - 1) / 2),
        "end_x": 1,
    }
    if row.group and name.end is not None:
        lead = place.value(at)
        cell |= {"lead_y": name.end if led else lead, "lead_end": lead, "strong": row.strong}
    return cell
