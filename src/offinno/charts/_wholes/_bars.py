"""Parts as lengths along bars.

A bar of shares is as long as all other bars of shares, a bar of amounts as long as its amounts
together. What is missing shares a rest at the end of its bar: of shares what is left of the whole,
of amounts a length that says nothing, as nothing is known.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Final, final

import attrs

from offinno._frozen import Frozen
from offinno.charts._row import Row

_WHOLE: Final = 100
#: The length of a rest of unknown size, and the least of one that is known.
_UNKNOWN: Final = 0.15
_LEAST: Final = 0.03

#: Where a part begins and ends along the axis, from 0 to 1.
Span = tuple[float, float]


@final
@attrs.frozen(kw_only=True)
class Bar(Frozen):
    """One bar: its parts, and how long each of them is."""

    #: What stands above it; empty if nothing does.
    heading: str
    #: Its parts.
    rows: tuple[Row, ...]
    #: Where each part is; those that are missing lie in the rest, one after another.
    spans: tuple[Span, ...]

    @property
    def rest(self) -> Span | None:
        """Where parts lie that are missing; None if there are none."""
        found = [s for s, row in zip(self.spans, self.rows, strict=True) if row.missing]
        return (found[0][0], found[-1][1]) if found else None


def bars_of_rows(rows: Sequence[Row], *, shares: bool) -> tuple[Bar, ...]:
    """Return *rows* as bars on one axis.

    Args:
        rows: The parts, those of one bar after one another.
        shares: Whether they are shares of a whole.
    """
    groups = [tuple(group) for _, group in groupby(rows, key=bar_of)]
    most = max(map(_total, groups)) or 1.0
    laid = [_laid(group, _scale(group, most, shares=shares), shares=shares) for group in groups]
    longest = max(end for spans in laid for _, end in spans)
    return tuple(
        Bar(
            heading=group[0].group,
            rows=group,
            spans=tuple((begin / longest, end / longest) for begin, end in spans),
        )
        for group, spans in zip(groups, laid, strict=True)
    )


def bar_of(row: Row) -> str:
    """Return the name of the bar that a row is a part of; empty where there is only one.

    >>> bar_of(Row(key="NO, health", label="Health", value_label="5%", state="value"))
    'NO'
    """
    return row.key.rpartition(", ")[0]


def _total(rows: Sequence[Row]) -> float:
    """Return what the known parts of a bar add up to."""
    return float(sum(row.value for row in rows if row.value is not None))


def _scale(rows: Sequence[Row], most: float, *, shares: bool) -> float:
    """Return what has the length 1: shares that are all known fill their bar."""
    if not shares:
        return most
    return _WHOLE if any(row.missing for row in rows) else _total(rows)


def _laid(rows: Sequence[Row], scale: float, *, shares: bool) -> tuple[Span, ...]:
    """Return where each part begins and ends: the known in their order, then the rest."""
    spans, end = dict[int, Span](), 0.0
    for at, row in enumerate(rows):
        if row.value is not None:
            spans[at] = (end, end + float(row.value) / scale)
            end = spans[at][1]
    missing = [at for at, row in enumerate(rows) if row.missing]
    rest = max(1 - end, _LEAST) if shares else _UNKNOWN
    for number, at in enumerate(missing):
        spans[at] = (end + rest * number / len(missing), end + rest * (number + 1) / len(missing))
    return tuple(spans[at] for at in range(len(rows)))
