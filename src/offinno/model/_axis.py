"""What tells rows apart, as categories and for each row the number of its one."""

from collections.abc import Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno._frozen import Frozen, as_tuple
from offinno.model._checks import Contradiction
from offinno.model._column import Column, code_type

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CODES: Final = frozenset({"|u1", "<u2", "<u4"})


@final
@attrs.frozen(kw_only=True)
class Axis(Frozen):
    """One of the things that tell rows apart: its categories, and the number of each row's one.

    Categories stand in the order in which rows first have them, and each has a row; given in
    another order they are put into this one, so that equal rows make equal axes.

    Raises:
        Contradiction: If a category stands twice, or a row's number belongs to none.

    >>> axis = Axis(categories=("SE", "NO"), codes=Column.of("|u1", [1, 1, 0]))
    >>> axis.categories, axis[0]
    (('NO', 'SE'), 'NO')
    """

    #: The categories, in the order they first appear.
    categories: tuple[Any, ...] = attrs.field(converter=as_tuple)
    #: For each row the position of its category, in the smallest type that holds them.
    codes: Column
    _positions: Mapping[Any, int] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Check that every row has a category, and put the categories into their order."""
        if getattr(self.codes, "dtype", None) not in _CODES:
            raise Contradiction("axis", f"codes are a column of {', '.join(sorted(_CODES))}")
        if len(_numbered(self.categories)) != len(self.categories):
            raise Contradiction("axis", "a category stands twice in its list")
        codes = self.codes.array
        if len(codes) and int(codes.max()) >= len(self.categories):
            raise Contradiction("axis", "a row's code belongs to no category")
        if not _settled(self):
            self._settle(codes)
        object.__setattr__(self, "_positions", MappingProxyType(_numbered(self.categories)))

    def _settle(self, codes: "NDArray[Any]") -> None:
        """Number the categories by their first row, and leave out those without one."""
        import numpy as np

        rows = len(codes)
        first = np.full(len(self.categories), rows)
        first[codes[::-1]] = np.arange(rows - 1, -1, -1)  # of several, the last one counts
        order = [int(at) for at in np.argsort(first, kind="stable") if first[at] < rows]
        place = np.zeros(len(self.categories), code_type(len(order)))
        place[order] = np.arange(len(order))
        kept = tuple(self.categories[at] for at in order)
        object.__setattr__(self, "categories", kept)
        object.__setattr__(self, "codes", Column.of(code_type(len(order)), place[codes]))

    @classmethod
    def of(cls, cells: Iterable[Hashable]) -> "Axis":
        """Return an axis on which each row has its cell.

        >>> Axis.of(["NO", "SE", "NO"]).codes.array.tolist()
        [0, 1, 0]
        """
        position: dict[Hashable, int] = {}
        codes = [position.setdefault(cell, len(position)) for cell in cells]
        return cls(categories=position, codes=Column.of(code_type(len(position)), codes))

    def __getitem__(self, row: int) -> Any:  # noqa: ANN401 - whatever the categories are
        return self.categories[int(self.codes.array[row])]

    def code(self, category: object) -> int | None:
        """Return the number of a category; None where no row has it."""
        return self._positions.get(category)

    def cells(self) -> list[Any]:
        """Return the category of every row."""
        return list(map(self.categories.__getitem__, self.codes.array.tolist()))

    def taken(self, rows: "NDArray[Any]") -> "Axis":
        """Return the axis of some rows, in their order."""
        dtype = self.codes.dtype
        return Axis(categories=self.categories, codes=Column.of(dtype, self.codes.array[rows]))

    @property
    def memory(self) -> int:
        """Bytes of the codes."""
        return len(self.codes.data)


def _numbered(categories: tuple[Any, ...]) -> dict[Any, int]:
    """Return the position of each category."""
    try:
        return {category: at for at, category in enumerate(categories)}
    except TypeError:
        raise Contradiction("axis", "a category is something that could be changed") from None


def _settled(axis: Axis) -> bool:
    """Return whether categories stand in the order of their first rows, each with one."""
    import numpy as np

    count, codes = len(axis.categories), axis.codes
    if not len(codes) or codes.dtype != code_type(count):
        return not (count or len(codes)) and codes.dtype == code_type(count)
    highest = np.maximum.accumulate(codes.array)
    in_order = int(highest[0]) == 0 and int(highest[-1]) == count - 1
    return in_order and bool((highest[1:] - highest[:-1] <= 1).all())
