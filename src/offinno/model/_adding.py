"""Rows in groups, and the sum of each group, worked out on the columns.

Numbers of one group are added as whole numbers of their last decimal, so that no digit is lost;
where they would pass what fits 64 bits, and in groups with something special, as decimals.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno.model._digits import EXACT, exponent_of, held
from offinno.model._extra import DIGITS
from offinno.model._row_keys import row_keys
from offinno.model._unpacking import as_published

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from offinno.model._observations import Observations

    Cells = NDArray[Any]

#: What sums of whole numbers must stay below, with room for what a float rounds.
_ROOM: Final = 4e18
_FULL: Final = 10.0**DIGITS
_ZERO: Final = Decimal(0)


@final
@attrs.frozen(kw_only=True, eq=False)
class Groups:
    """Rows that agree in everything but their category in one breakdown."""

    #: The rows, group after group.
    order: "Cells"
    #: Where each group begins among these.
    starts: "Cells"
    #: The first row of each group; groups stand in the order of these.
    first: "Cells"

    @classmethod
    def of(cls, these: "Observations", over: str) -> "Groups":
        """Return the rows in groups that differ in the breakdown *over* alone."""
        import numpy as np

        others = [axis for name, axis in these.breakdowns if name != over]
        axes = [axis for axis in (these.area, these.period, *others, these.vintage) if axis]
        keys, _ = row_keys(axes, len(these))
        _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        by_row = np.argsort(first)
        place = np.empty_like(by_row)
        place[by_row] = np.arange(len(by_row))
        group = place[inverse]
        sizes = np.bincount(group, minlength=len(first))
        return cls(
            order=np.argsort(group, kind="stable"),
            starts=np.concatenate((np.zeros(min(1, len(sizes)), np.int64), np.cumsum(sizes)[:-1])),
            first=first[by_row],
        )

    def __len__(self) -> int:
        return len(self.first)

    @property
    def sizes(self) -> "Cells":
        """How many rows each group has."""
        import numpy as np

        return np.diff(np.append(self.starts, len(self.order)))

    def rows(self, at: int) -> list[int]:
        """Return the rows of one group, in their order."""
        stop = self.starts[at + 1] if at + 1 < len(self) else len(self.order)
        found: list[int] = self.order[self.starts[at] : stop].tolist()
        return found

    def holding(self, rows: Iterable[int]) -> list[int]:
        """Return the groups that hold one of these rows."""
        import numpy as np

        place = np.empty(len(self.order), np.int64)
        place[self.order] = np.repeat(np.arange(len(self)), self.sizes)
        found: list[int] = np.unique(place[list(rows)]).tolist()
        return found

    def folded(self, cells: "Cells", by: Any) -> "Cells":  # noqa: ANN401 - a ufunc of numpy
        """Return a cell for each group, by a function of two cells."""
        return by.reduceat(cells[self.order], self.starts)  # type: ignore[no-any-return]


@final
@attrs.define(kw_only=True, eq=False)
class Sums:
    """What the rows of each group come to, while it is worked out."""

    #: Sums as a column holds them.
    value: "Cells"
    #: Decimals of each.
    decimals: "Cells"
    #: Codes of qualifiers.
    qualifier: "Cells"
    #: Codes of what is missing.
    missing: "Cells"
    #: Whether a digit was lost.
    rounded: bool = False

    def put(self, at: int, number: Decimal) -> None:
        """Set the sum of one group."""
        kept = held(number)
        self.rounded |= kept != number
        self.value[at], self.decimals[at] = float(kept), -exponent_of(kept)


def sums_of(these: "Observations", groups: Groups) -> Sums:
    """Return the sum of the numbers of each group; of ranges and gaps as if they were nothing."""
    import numpy as np

    numbers, decimals = these.value.array, these.decimals.array.astype(np.int64)
    blank = np.zeros(len(groups), "|u1")
    sums = Sums(
        value=np.zeros(len(groups)),
        decimals=np.zeros(len(groups), "|i1"),
        qualifier=blank.copy(),
        missing=blank,
    )
    if not len(groups):
        return sums
    found = _added(numbers, decimals, groups)
    if found is not None:
        sums.value, sums.decimals = found
        return sums
    exact = list(map(as_published, numbers.tolist(), decimals.tolist()))
    for at in range(len(groups)):
        sums.put(at, added(exact[row] for row in groups.rows(at)))
    return sums


def added(numbers: Iterable[Decimal]) -> Decimal:
    """Return an exact sum."""
    total = _ZERO
    for number in numbers:
        total = EXACT.add(total, number)
    return total


def _added(numbers: "Cells", decimals: "Cells", groups: Groups) -> "tuple[Cells, Cells] | None":
    """Return sums and their decimals; None where a sum might not fit 64 bits, or 15 digits."""
    import numpy as np

    whole = np.rint(np.where(decimals >= 0, numbers * _tens(decimals), numbers / _tens(-decimals)))
    most = int(decimals.max())
    largest = float(np.abs(whole * 10.0 ** (most - decimals)).max())
    if largest * float(groups.sizes.max()) >= _ROOM:
        return None
    shifted = whole.astype(np.int64) * 10 ** (most - decimals)
    last = groups.folded(decimals, np.maximum)
    sums = groups.folded(shifted, np.add) // 10 ** (most - last)
    if float(np.abs(sums).max()) >= _FULL:
        return None
    value = np.where(last >= 0, sums / _tens(last), sums * _tens(-last))
    return value, last.astype("|i1")


def _tens(places: "Cells") -> "Cells":
    """Return the powers of ten of these places, exact in binary; of a negative one, one."""
    import numpy as np

    powers = np.array([float(10**zeros) for zeros in range(23)])
    return powers.take(np.maximum(places, 0), mode="clip")
