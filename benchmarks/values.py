"""A value created, converted and added, against a quantity of pint with the same decimals.

Both hold a `Decimal` and know their unit as an object, and both check what they are given; the
quantities are those of a registry with pint's own definitions.
"""

from collections.abc import Callable
from decimal import Decimal

import pint

from benchmarks._paired import paired
from benchmarks._result import Bound, Result
from offinno.units import PintRegistry, parse_unit
from offinno.values import Value

#: A call takes a microsecond or ten: enough of them that the caches are warm again after the
#: collector ran, and timings so short that a busy machine interrupts few of them.
CALLS, ROUNDS = 200, 101


def results() -> list[Result]:
    """Measure the three in one process, each in turns with pint."""
    registry: PintRegistry = pint.UnitRegistry(non_int_type=Decimal)
    number, more = Decimal("12.5"), Decimal("7.25")
    km, m = parse_unit("km"), parse_unit("m")
    their_km, their_m = registry.kilometer, registry.meter
    value, other = Value(number, km), Value(more, km)
    quantity, their_other = registry.Quantity(number, their_km), registry.Quantity(more, their_km)

    return [
        promised(
            "create a value",
            lambda: Value(number, km),
            lambda: registry.Quantity(number, their_km),
            3,
        ),
        promised("convert a value", lambda: value.to(m), lambda: quantity.to(their_m), 7),
        promised("add two values", lambda: value + other, lambda: quantity + their_other, 6),
    ]


def promised(
    what: str, ours: Callable[[], object], theirs: Callable[[], object], limit: float
) -> Result:
    """Return how many times as fast ours is."""
    times = paired(ours, theirs, rounds=ROUNDS, calls=CALLS)
    claim = f"{what}, as fast as pint with Decimal"
    return Result(claim=claim, measured=times.speedup, bound=Bound.AT_LEAST, limit=limit)
