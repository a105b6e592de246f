"""Units in files, and the power of ten that numbers are given in.

A file may give numbers in thousands or milliards (``multiplier: 9``), and rates for a hundred of
what stands below (``quoted: NOK / 100 ISK``); values are held unscaled.
"""

import re
from decimal import Decimal
from typing import Final, final

import attrs

from offinno.io._places import Plain
from offinno.io._shapes import At, Definitions, Schema, TextLike, Whole, kind_of
from offinno.units import Kind, Unit, parse_unit
from offinno.values import Range, Value, exact_decimal

_MULTIPLIERS: Final = (12, 9, 6, 3)
_QUOTED: Final = re.compile(r"(\S+) / 1(0{0,3}) (\S+)")
_PER_CENT: Final = frozenset({Kind.SHARE, Kind.RATIO, Kind.POINTS, Kind.CHANGE})


@final
@attrs.frozen
class OneUnit:
    """A unit by its text, in the words of the file."""

    def read(self, node: Plain, at: At) -> Unit:
        """Return the unit."""
        shape = TextLike(
            "a unit, such as 'share of workplaces',", lambda t: parse_unit(t, at.terms)
        )
        return shape.read(node, at)  # type: ignore[no-any-return]

    def write(self, value: Unit) -> Plain:
        """Return the text of the unit."""
        return str(value)

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return a text."""
        return {"type": "string", "minLength": 1}


@final
@attrs.frozen
class Multiplier:
    """The power of ten that numbers are given in; read with the unit it belongs to."""

    def read(self, node: Plain, at: At) -> int:
        """Return the power."""
        power = Whole().read(node, at)
        if power in {0, *_MULTIPLIERS}:
            return power
        raise at.refuse(f"{power} is none of 0, 3, 6, 9, 12", "6 means millions")

    def write(self, value: int) -> Plain:
        """Return the power."""
        return value

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return the powers."""
        return {"enum": [0, *reversed(_MULTIPLIERS)]}


@final
@attrs.frozen
class Quoted:
    """How rates are quoted: for one, 10, 100 or 1000 of what stands below."""

    def read(self, node: Plain, at: At) -> tuple[str, str, int]:
        """Return what stands above and below, and the zeros of how many it is quoted for."""
        found = _QUOTED.fullmatch(node) if isinstance(node, str) else None
        if found is None:
            wanted = "the way that rates are quoted, such as 'NOK / 100 ISK',"
            raise at.refuse(f"{kind_of(node)} stands where {wanted} is needed")
        return found[1], found[3], len(found[2])

    def write(self, value: tuple[str, str, int]) -> Plain:
        """Return the way of quoting."""
        above, below, zeros = value
        return f"{above} / {10**zeros} {below}"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Return a text of that form."""
        return {
            "description": "How rates are quoted, such as NOK / 100 ISK; numbers are as quoted.",
            "type": "string",
            "pattern": f"^{_QUOTED.pattern}$",
        }


def multiplier(node: dict[str, Plain], at: At, unit: Unit) -> int:
    """Return the power of ten that the numbers of *node* are given in."""
    if "multiplier" not in node:
        return 0
    here = at.step("multiplier")
    power = Multiplier().read(node["multiplier"], here)
    if power and unit.kind in _PER_CENT:
        raise here.refuse("per cent has no multiplier", "write 48.3, never 0.483")
    return power


def power_in(node: dict[str, Plain], at: At, unit: Unit) -> int:
    """Return the power of ten that the numbers below a header are given in.

    A header says it with ``multiplier``, or of a rate with ``quoted``: numbers for 100 of what
    stands below are given in hundredths.
    """
    if "quoted" not in node:
        return multiplier(node, at, unit)
    here = at.step("quoted")
    if "multiplier" in node:
        raise here.refuse("'quoted' stands beside 'multiplier'", "leave one of them out")
    above, below, zeros = Quoted().read(node["quoted"], here)
    if f"{above} / {below}" != str(unit):
        message = f"rates quoted in {above} / {below} are not in {unit}"
        raise here.refuse(message, f"write 'unit: {above} / {below}'")
    return -zeros


def power_of(unit: Unit, *figures: Value | Range) -> int:
    """Return the multiplier that lets all these numbers be written without zeros at the end."""
    if unit.kind in _PER_CENT:
        return 0
    exponents = [end.magnitude.as_tuple().exponent for figure in figures for end in _ends(figure)]
    least = min((e for e in exponents if isinstance(e, int)), default=0)
    return next((power for power in _MULTIPLIERS if power <= least), 0)


def _ends(value: Value | Range) -> tuple[Value, ...]:
    """Return the numbers of a figure."""
    return (value.low, value.high) if isinstance(value, Range) else (value,)


def unscaled(number: Decimal, at: At) -> Decimal:
    """Return *number* unscaled."""
    return exact_decimal(number.scaleb(at.multiplier)) if at.multiplier else number
