"""A value created, converted and added, against a quantity of pint with the same decimals.

Both hold a `Decimal` and know their unit as an object, and both check what they are given; the
quantities are those of a registry with pint's own definitions.
"""

from decimal import Decimal

import pint

from benchmarks._paired import paired
from benchmarks._result import Bound, Result
from offinno.units import PintRegistry, parse_unit
from offinno.values import Value

#: How many calls one timing takes together: each takes about a microsecond.
CALLS = 2_000


def results() -> list[Result]:
    """Measure the three in one process, each in turns with pint."""
    registry: PintRegistry = pint.UnitRegistry(non_int_type=Decimal)
    number, more = Decimal("12.5"), Decimal("7.25")
    km, m = parse_unit("km"), parse_unit("m")
    their_km, their_m = registry.kilometer, registry.meter
    value, other = Value(number, km), Value(more, km)
    quantity, their_other = registry.Quantity(number, their_km), registry.Quantity(more, their_km)

    create = paired(
        lambda: Value(number, km), lambda: registry.Quantity(number, their_km), calls=CALLS
    )
    convert = paired(lambda: value.to(m), lambda: quantity.to(their_m), calls=CALLS)
    add = paired(lambda: value + other, lambda: quantity + their_other, calls=CALLS)
    return [
        _promised("create a value", create.speedup, 3),
        _promised("convert a value", convert.speedup, 7),
        _promised("add two values", add.speedup, 6),
    ]


def _promised(what: str, speedup: float, limit: float) -> Result:
    """Return a line of the table."""
    claim = f"{what}, as fast as pint with Decimal"
    return Result(claim=claim, measured=speedup, bound=Bound.AT_LEAST, limit=limit)
