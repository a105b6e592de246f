"""What becomes of the qualifiers of two numbers above zero, under each operation, as a table."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from offinno.units import Operation
from offinno.values._qualifier import MIRRORED, Qualifier, divided, joined, multiplied

#: Any two numbers above zero; where a sign decides, the functions behind the table know more.
_ONE, _OTHER = Decimal(6), Decimal(3)


def _cell(left: Qualifier, operation: Operation, right: Qualifier) -> Qualifier | None:
    """Return what two qualifiers come to."""
    match operation:
        case Operation.ADD:
            return joined(left, right)
        case Operation.SUBTRACT:
            return joined(left, MIRRORED[right])
        case Operation.MULTIPLY:
            return multiplied((left, _ONE), (right, _OTHER))
        case _:
            return divided((left, _ONE), (right, _OTHER))


_WORKS: Final = (Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY, Operation.DIVIDE)

#: For numbers above zero: a first qualifier, an operation and a second one give a third, or None
#: where nothing is known of the result, which is then refused.
QUALIFIERS: Final[Mapping[tuple[Qualifier, Operation, Qualifier], Qualifier | None]] = (
    MappingProxyType(
        {
            (left, operation, right): _cell(left, operation, right)
            for left in Qualifier
            for operation in _WORKS
            for right in Qualifier
        }
    )
)
