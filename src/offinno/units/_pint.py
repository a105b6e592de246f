"""The bridge to pint: offinno's units there, and pint's quantities back.

Every kind of unit has a dimension of its own in pint, so that pint refuses what offinno refuses:
money by currency and prices, shares, ratios, points, changes, indexes and counts by what they
are of. Physical units are pint's own, and a quotient is a quotient.

pint is imported, and a private registry made, only when a quantity is asked for; nothing global
is touched. pint reads text as a program, so it is only ever given names that are generated here
from checked keys (``offinno_mainland_GDP_ratio``), and names from our own table. The names end in
the kind, for pint takes a trailing *s* for a plural.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from threading import RLock
from types import MappingProxyType
from typing import Any, Final, TypeAlias, final

import attrs

from offinno.exceptions import OffinnoError, shortened
from offinno.language import Vocabulary, vocabulary
from offinno.units._amounts import Count, Money, Per, Physical, PriceBasis
from offinno.units._codes import PHYSICAL
from offinno.units._kinds import Kind
from offinno.units._relative import Change, Index, Points, Ratio, Share
from offinno.units._unit import Unit

#: A quantity of pint. Its classes are generic in a way that type checkers cannot follow to the
#: end, and pint is not imported for the sake of an annotation.
PintQuantity: TypeAlias = Any
#: A registry of pint, whatever it computes with.
PintRegistry: TypeAlias = Any

_OURS: Final = "offinno_"
_MOST_BITS: Final = 128

# What private registry there is, none before the first use; one lock guards it and every
# definition, in any registry.
_REGISTRIES: Final[list[PintRegistry]] = []
_LOCK: Final = RLock()

# The private registry's base units, and what the units of the other dimensions are made of.
_BASES: Final = MappingProxyType(
    {
        "length": "meter = [length]",
        "mass": "kilogram = [mass]",
        "time": "second = [time]",
        "energy": "joule = kilogram * meter ** 2 / second ** 2",
        "power": "watt = joule / second",
    }
)
_BASE_UNITS: Final = MappingProxyType(
    {
        "length": "meter",
        "area": "meter ** 2",
        "volume": "meter ** 3",
        "mass": "kilogram",
        "time": "second",
        "energy": "joule",
        "power": "watt",
    }
)


@final
@attrs.frozen
class PintMismatch(OffinnoError, ValueError):
    """Something that offinno and pint cannot both hold."""

    #: The number, unit or thing that was given, cut short.
    seen: str
    #: Why it cannot pass and what would be right.
    problem: str

    def __str__(self) -> str:
        """Show what was given and say what is wrong."""
        return f"{self.seen} {self.problem}"


def to_pint(magnitude: Decimal, unit: Unit, registry: PintRegistry | None = None) -> PintQuantity:
    """Return so many of *unit* as a pint quantity of *registry*, or of offinno's private one.

    A registry of the caller's gets the definitions that it lacks, and none of its own is
    changed; physical units go by the names that it has for them. The number becomes what the
    registry computes with; offinno's own computes with `Decimal`.

    Raises:
        PintMismatch: If the registry lacks a physical unit or calls something else by our name,
            or if it computes with float and the number has more digits than a float.

    >>> from offinno.units import parse_unit
    >>> print(to_pint(Decimal("1.5"), parse_unit("kWh / inhabitants")))
    1.5 kilowatt_hour / offinno_inhabitants_count
    """
    home = _private() if registry is None else registry
    number = _number_for(home, magnitude)
    if isinstance(unit, Per):
        return home.Quantity(number, _unit_in(home, unit.above) / _unit_in(home, unit.below))
    return home.Quantity(number, _unit_in(home, unit))


def from_pint(quantity: PintQuantity, terms: Vocabulary | None = None) -> tuple[Decimal, Unit]:
    """Return number and unit of a pint *quantity*, with the words of *terms* or those of offinno.

    Takes what `to_pint` gives, and physical units that offinno knows, from any registry. What
    pint has cancelled stays so: cubic metres per square metre come back as metres.

    Raises:
        PintMismatch: If it is no quantity, its unit is none of offinno's, or its number is no
            single int, float or Decimal.
        UnknownName: If no term has the key that the unit is made from.

    >>> from offinno.units import parse_unit
    >>> from_pint(to_pint(Decimal("4"), parse_unit("pp of workplaces")))[0]
    Decimal('4')
    """
    import pint

    if not isinstance(quantity, pint.Quantity):
        raise PintMismatch(f"a {type(quantity).__name__}", "is no quantity of pint")
    powers: dict[str, Any] = dict(quantity.unit_items())
    above = {name: power for name, power in powers.items() if power > 0}
    below = {name: -power for name, power in powers.items() if power < 0}
    words = vocabulary() if terms is None else terms
    unit = _side(above, words)
    if below:
        unit = Per(unit, _side(below, words))  # type: ignore[arg-type]  # Per checks both itself
    return _decimal(quantity.magnitude), unit


def _private() -> PintRegistry:
    """Return offinno's own registry; it is built empty, and once."""
    with _LOCK:
        if not _REGISTRIES:
            import pint

            registry: PintRegistry = pint.UnitRegistry(None, non_int_type=Decimal)
            for definition in (*_BASES.values(), *_sized()):
                registry.define(definition)
            _REGISTRIES.append(registry)
        return _REGISTRIES[0]


def _sized() -> list[str]:
    """Return the definitions of the physical units that are neither base units nor powers."""
    return [
        f"{row.pint} = {row.size[0]} / {row.size[1]} * {_BASE_UNITS[row.dimension]}"
        for row in PHYSICAL.values()
        if row.pint not in _BASE_UNITS.values() and "*" not in row.pint
    ]


def _unit_in(registry: PintRegistry, unit: Unit) -> Any:  # noqa: ANN401 - pint's Unit is built per registry
    """Return *unit* as a unit of *registry*, and define it there if need be."""
    if isinstance(unit, Physical):
        return _physical_in(registry, unit.definition.pint)
    name = _name(unit)
    with _LOCK:
        if name not in registry:
            registry.define(f"{name} = [{name}]")
    if dict(registry.get_dimensionality(name)) != {f"[{name}]": 1}:
        raise PintMismatch(repr(name), "means something else in this registry of pint")
    return registry.Unit(name)


def _physical_in(registry: PintRegistry, name: str) -> Any:  # noqa: ANN401 - see above
    """Return the physical unit that *registry* knows as *name*."""
    import pint

    try:
        return registry.Unit(name)
    except pint.UndefinedUnitError:
        raise PintMismatch(repr(name), "is no unit of this registry of pint; define it") from None


def _number_for(registry: PintRegistry, magnitude: Decimal) -> Decimal | Fraction | float:
    """Return *magnitude* as the numbers that *registry* computes with."""
    if registry.non_int_type is not float:
        return magnitude if registry.non_int_type is Decimal else Fraction(magnitude)
    number = float(magnitude)
    if Decimal(repr(number)) != magnitude:
        problem = "has more digits than a float; use a registry with non_int_type=Decimal"
        raise PintMismatch(shortened(str(magnitude)), problem)
    return number


def _name(unit: Unit) -> str:
    """Return the name of *unit* in pint, made from its kind and the letters and digits of it."""
    match unit:
        case Money():
            body = str(unit)
        case Share():
            body = unit.whole.key
        case Ratio():
            body = unit.to.key
        case Points() | Count():
            body = unit.of.key
        case Index():
            body = unit.base
        case _:
            assert isinstance(unit, Change)
            body = unit.on
    return f"{_OURS}{body.translate(_SIGNS)}_{unit.kind.value}"


# What may stand between letters and digits in a key, a base, a price basis or a time before.
_SIGNS: Final = str.maketrans(dict.fromkeys("-@: ", "_"))


def _side(powers: Mapping[str, Any], terms: Vocabulary) -> Unit:
    """Return the unit of names and their powers, as stand above or below a line."""
    seen = " * ".join(f"{name} ** {power}" for name, power in powers.items())
    if not powers:
        raise PintMismatch("a quantity", "with nothing above the line has no unit of offinno")
    ((name, power), *more) = powers.items()
    if not more:
        if power == 1 and name.startswith(_OURS) and (unit := _named(name, terms)):
            return unit
        if code := _CODES.get((name, int(power) if power == int(power) else 0)):
            return Physical(code)
    problem = "is no unit of offinno; convert it to one first, or work with the number alone"
    raise PintMismatch(shortened(seen), problem)


def _codes() -> dict[tuple[str, int], str]:
    """Return the codes of physical units by name in pint and power."""
    parts = {code: row.pint.partition(" ** ") for code, row in PHYSICAL.items()}
    return {(name, int(power or 1)): code for code, (name, _, power) in parts.items()}


_CODES: Final[Mapping[tuple[str, int], str]] = MappingProxyType(_codes())


def _named(name: str, terms: Vocabulary) -> Unit | None:
    """Return the unit whose name in pint is *name*, None if it is none of ours after all."""
    body, _, kind = name.removeprefix(_OURS).rpartition("_")
    if kind not in _READERS:
        return None
    unit = _READERS[kind](body, terms)
    return unit if _name(unit) == name else None


def _money(body: str, _: Vocabulary) -> Unit:
    """Return the unit of ``NOK`` or ``NOK_2015_cpi``."""
    currency, year, deflator = (*body.split("_", 2), "", "")[:3]
    basis = (
        PriceBasis(int(year), deflator.replace("_", "-"))
        if len(year) == len("2015") and year.isdecimal()
        else None
    )
    return Money(currency, basis)


def _change(body: str, _: Vocabulary) -> Unit:
    """Return the unit of ``year_before`` or ``2015_Q1``."""
    if body.endswith("before"):
        return Change(body.replace("_", " ").replace("half year", "half-year"))
    return Change(body.replace("_", "-"))


_READERS: Final = MappingProxyType(
    {
        Kind.MONEY.value: _money,
        Kind.SHARE.value: lambda body, terms: Share(terms[body.replace("_", "-")]),
        Kind.RATIO.value: lambda body, terms: Ratio(terms[body.replace("_", "-")]),
        Kind.POINTS.value: lambda body, terms: Points(terms[body.replace("_", "-")]),
        Kind.COUNT.value: lambda body, terms: Count(terms[body.replace("_", "-")]),
        Kind.INDEX.value: lambda body, _: Index(body.replace("_", "-")),
        Kind.CHANGE.value: _change,
    }
)


def _decimal(number: object) -> Decimal:
    """Return the number of a quantity as a decimal; a float by its shortest form."""
    if isinstance(number, Decimal):
        return number
    if isinstance(number, float):
        return Decimal(float.__repr__(number))
    if isinstance(number, int) and number.bit_length() <= _MOST_BITS:
        return Decimal(number)
    raise PintMismatch(f"a {type(number).__name__}", "is no int, float or Decimal within bounds")
