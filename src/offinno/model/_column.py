"""A column of numbers that nobody can change: bytes with a data type."""

from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.model._checks import Contradiction, is_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Cells = NDArray[Any] | Sequence[int] | Sequence[float]

#: Bytes of one cell by data type: little-endian numbers, as numpy writes them.
WIDTHS: Final = {"<f8": 8, "<u4": 4, "<u2": 2, "|u1": 1, "|i1": 1}
_BITS: Final = 8
#: Kinds of number as numpy calls them: whole with sign, whole without, floating.
_NUMBERS: Final = "iuf"


@final
@attrs.frozen
class Column(Frozen):
    """Numbers of one type, held as bytes and seen as a read-only numpy array.

    Raises:
        Contradiction: If the type is not one of those, or the bytes are no whole number of cells.

    >>> Column("|u1", bytes([1, 2, 3])).array.tolist()
    [1, 2, 3]
    """

    #: The numpy type of a cell: ``<f8``, ``<u4``, ``<u2``, ``|u1`` or ``|i1``.
    dtype: str
    #: The cells.
    data: bytes = attrs.field(repr=lambda data: f"<{len(data)} bytes>")

    def __attrs_post_init__(self) -> None:
        """Check type and length."""
        known = is_text(self.dtype) and self.dtype in WIDTHS
        if not (known and type(self.data) is bytes):
            raise Contradiction("column", f"a type among {', '.join(WIDTHS)} and bytes are needed")
        if len(self.data) % WIDTHS[self.dtype]:
            raise Contradiction("column", f"{len(self.data)} bytes are no whole cells")

    @classmethod
    def of(cls, dtype: str, cells: "Cells") -> "Column":
        """Return *cells*, a list or an array, as a column.

        Raises:
            Contradiction: If a cell does not fit the type: a fraction, or too large a number.

        >>> Column.of("<u2", [1, 300])
        Column(dtype='<u2', data=<4 bytes>)
        """
        import numpy as np

        given = np.asarray(cells)
        if given.size and (given.ndim != 1 or given.dtype.kind not in _NUMBERS):
            raise Contradiction("column", "a plain list of numbers is needed")
        with np.errstate(invalid="ignore"):  # what does not fit is found by the way back
            made = np.ascontiguousarray(given, dtype)
            fits = given.dtype == made.dtype or np.array_equal(made.astype(given.dtype), given)
        if not fits:
            raise Contradiction("column", f"a cell does not fit the type {dtype}")
        return cls(dtype, made.tobytes())

    def __len__(self) -> int:
        return len(self.data) // WIDTHS[self.dtype]

    @property
    def array(self) -> "NDArray[Any]":
        """The cells as a numpy array that cannot be written to."""
        import numpy as np

        return np.frombuffer(self.data, self.dtype)


def code_type(categories: int) -> str:
    """Return the smallest type that numbers so many categories."""
    return "|u1" if categories <= 1 << _BITS else "<u2" if categories <= 1 << 2 * _BITS else "<u4"


def column(dtype: str, cells: "Cells") -> Column:
    """Return *cells* as a column; they must fit the type exactly."""
    return Column.of(dtype, cells)
