"""A column of numbers that nobody can change: bytes with a data type."""

from typing import TYPE_CHECKING, Any, Final, final

import attrs

from offinno._frozen import Frozen
from offinno.model._checks import Contradiction

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Bytes of one cell by data type: little-endian numbers, as numpy writes them.
WIDTHS: Final = {"<f8": 8, "<u4": 4, "<u2": 2, "|u1": 1, "|i1": 1}
_BITS: Final = 8


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
        if self.dtype not in WIDTHS or type(self.data) is not bytes:
            raise Contradiction("column", f"a type among {', '.join(WIDTHS)} and bytes are needed")
        if len(self.data) % WIDTHS[self.dtype]:
            raise Contradiction("column", f"{len(self.data)} bytes are no whole cells")

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


def column(dtype: str, cells: "Any") -> Column:  # noqa: ANN401 - anything numpy makes an array of
    """Return *cells* as a column; they must fit the type exactly."""
    import numpy as np

    return Column(dtype, np.ascontiguousarray(cells, dtype=dtype).tobytes())
