"""Rows that their publisher flags as the first after a break in method."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from offinno.model._datum import Datum
from offinno.model._extra import STATUSES
from offinno.model._observations import Observations
from offinno.model._status import Status
from offinno.values import Period

#: What a series within an indicator is told by: area, breakdowns.
Series = tuple[str, tuple[tuple[str, str], ...]]

_BREAK: Final = 1 << STATUSES.index(Status.BREAK)


def flagged_breaks(datum: Datum) -> tuple[Period, ...]:
    """Return from when on the series of a figure is another, by the flags of its rows."""
    these = datum.indicator.observations
    if these.status is None:
        return ()
    row = datum.observation
    return _by_series(these).get((row.area.code, row.breakdowns), ())


@lru_cache(maxsize=4)  # asked once for each figure of an indicator, in turn
def _by_series(these: Observations) -> Mapping[Series, tuple[Period, ...]]:
    """Return the times of all rows that are flagged as a break, series by series."""
    found: dict[Series, dict[Period, None]] = {}
    flags = () if these.status is None else (these.status.array & _BREAK).nonzero()[0].tolist()
    for at in flags:
        row = these[at]
        found.setdefault((row.area.code, row.breakdowns), {})[row.period] = None
    return MappingProxyType({series: tuple(times) for series, times in found.items()})
