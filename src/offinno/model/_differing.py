"""Which rows of two versions of the same observations differ, found on the columns."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from offinno.model._extra import PUBLISHED
from offinno.model._observations import Observations

#: Columns, with what stands for all rows where there is none.
_USUAL: Final[Mapping[str, int]] = MappingProxyType(
    {
        "value": 0,
        "decimals": 0,
        "missing": 0,
        "qualifier": 0,
        "status": 0,
        "evidence": PUBLISHED,
    }
)


def differing_rows(old: Observations, new: Observations) -> list[int]:
    """Return the rows that may differ, of two versions with the same rows in one order.

    Those that have anything beside their columns may.

    >>> from offinno.model import Observation
    >>> from offinno.units import parse_unit
    >>> from offinno.values import Value
    >>> unit = parse_unit("NOK")
    >>> one, other = (
    ...     Observations.of(
    ...         unit,
    ...         [
    ...             Observation(area="NO", period=2018, value=Value(1, unit)),
    ...             Observation(area="NO", period=2019, value=Value(number, unit)),
    ...         ],
    ...     )
    ...     for number in (2, 3)
    ... )
    >>> differing_rows(one, other)
    [1]
    """
    import numpy as np

    differ = np.zeros(len(old), np.bool_)
    for name, usual in _USUAL.items():
        one, other = getattr(old, name), getattr(new, name)
        if one != other:
            mine, theirs = (usual if part is None else part.array for part in (one, other))
            differ |= np.not_equal(mine, theirs)
    differ[[row for row, _ in (*old.extras, *new.extras)]] = True
    found: list[int] = np.flatnonzero(differ).tolist()
    return found
