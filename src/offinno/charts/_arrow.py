"""Columns as Arrow, the form in which data frames of all kinds hand each other their data.

arro3 builds it, a small package that needs no other; whoever reads it needs nothing of offinno.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args

from offinno.charts._errors import NotSuitable
from offinno.pictures import MissingExtra

if TYPE_CHECKING:
    from arro3.core import Array, DataType

#: How many digits Arrow's two decimal types hold.
_NARROW, _WIDE = 38, 76


def arrow_stream(
    columns: Mapping[str, Sequence[Any]], types: Mapping[str, object], wanted: object
) -> object:
    """Return columns as a PyCapsule that holds an Arrow stream.

    Texts are UTF-8, whole numbers have 64 bits, days are dates; numbers are decimals with as many
    digits as the one that has most.

    Args:
        columns: Cells by the name of their column; None where there is nothing.
        types: The type of each column as it is annotated in Python.
        wanted: The schema that the reader asks for, or None.

    Raises:
        MissingExtra: If arro3-core is not installed.
        NotSuitable: If a number has more digits than Arrow holds.
    """
    try:
        from arro3.core import Table
    except ImportError:
        raise MissingExtra("arro3-core", "arrow") from None
    arrays: dict[str, Any] = {
        name: _array(name, cells, types[name]) for name, cells in columns.items()
    }
    return Table.from_pydict(arrays).__arrow_c_stream__(wanted)


def _array(name: str, cells: Sequence[Any], kind: object) -> "Array":
    """Return one column."""
    from arro3.core import Array, DataType

    bare = _bare(kind)
    if bare is bool:
        return Array(cells, type=DataType.bool())
    if bare is int:
        return Array(cells, type=DataType.int64())
    if bare is Decimal:
        return _from_text(cells, _decimal(name, cells))
    if bare is date:
        return _from_text(cells, DataType.date32())
    return Array(cells, type=DataType.utf8())


def _bare(kind: object) -> object:
    """Return a type without None."""
    others = [part for part in get_args(kind) if part is not type(None)]
    return others[0] if isinstance(kind, UnionType) and len(others) == 1 else kind


def _from_text(cells: Sequence[Any], kind: "DataType") -> "Array":
    """Return a column that arro3 makes of texts only."""
    from arro3.core import Array, DataType

    texts = [None if cell is None else _written(cell) for cell in cells]
    return Array(texts, type=DataType.utf8()).cast(kind)


def _written(cell: date | Decimal) -> str:
    """Return a day or a number with all its digits."""
    return f"{cell:f}" if isinstance(cell, Decimal) else cell.isoformat()


def _decimal(name: str, cells: Sequence[Decimal | None]) -> "DataType":
    """Return the narrowest decimal type that holds all numbers of a column, exactly."""
    from arro3.core import DataType

    numbers = [cell.as_tuple() for cell in cells if cell is not None]
    exponents = [int(number.exponent) for number in numbers]
    scale = max((-exponent for exponent in exponents), default=0)
    whole = max((len(n.digits) + e for n, e in zip(numbers, exponents, strict=True)), default=0)
    digits = max(whole, 1) + max(scale, 0)
    if digits > _WIDE:
        remedy = "save it as CSV, or take to_columns()"
        raise NotSuitable(
            f"column {name!r} of an Arrow table", f"{_WIDE} digits", str(digits), remedy
        )
    make = DataType.decimal128 if digits <= _NARROW else DataType.decimal256
    return make(_NARROW if digits <= _NARROW else _WIDE, max(scale, 0))
