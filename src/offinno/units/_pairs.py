"""What each pair of kinds allows under + − × ÷ and comparison: one table, as data.

A cell is either a `Formula`, which says how the two magnitudes make a third, or a `Refusal`.
A pair that is not listed is refused as two kinds that have nothing to do with each other.
The table knows kinds; `outcome` then looks at the two units themselves: two amounts in different
currencies are both money and still cannot be added.
"""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final, final

import attrs

from offinno.exceptions import OffinnoError
from offinno.language import Term
from offinno.units._kinds import (
    Count,
    Kind,
    Money,
    Per,
    Physical,
    Points,
    Ratio,
    Share,
    Unit,
)


class Operation(Enum):
    """What is done with two values."""

    ADD = "+"
    SUBTRACT = "−"
    MULTIPLY = "×"
    DIVIDE = "÷"
    COMPARE = "<"


class Formula(Enum):
    """How two magnitudes give a third, and in which unit."""

    #: In the unit of the first; both must have the same identity.
    SAME = "the same unit"
    #: In the unit of the first, the second expressed in it first.
    CONVERTED = "the unit of the first"
    #: The difference of two shares or ratios of one whole, in percentage points.
    POINTS = "percentage points"
    #: A share or ratio moved by points of its whole, in its own unit.
    MOVED = "the share or ratio"
    #: How many times the one goes into the other: a bare number.
    TIMES = "a number"
    #: One unit for each of another.
    QUOTIENT = "the first per the second"
    #: A quotient times what stands below it.
    RESOLVED = "what stands above"
    #: What stands above, divided by the quotient.
    UNDONE = "what stands below"
    #: Two relative changes one after the other.
    COMPOSED = "the change from the first base"


class Refusal(Enum):
    """Why two units cannot be worked on together, as the end of a sentence."""

    KINDS = "they are different kinds of thing"
    CURRENCY = "they are in different currencies; convert one with an exchange rate first"
    PRICES = "they are at the prices of different years; bring them to one price basis first"
    UNSTATED = "one currency is not stated; find out which it is first"
    NOUN = "they count different things"
    WHOLE = "they are relative to different wholes"
    DIMENSION = "they measure different physical dimensions"
    SHARES = (
        "shares add up only within one breakdown whose parts exclude each other; "
        "use total() over that breakdown"
    )
    RATIOS = "ratios to a reference amount are no parts of one whole"
    INDEXES = "index levels have no unit in common; divide them, or re-base the series"
    BASE = "they have different base periods; re-base one first"
    CHANGES = "relative changes follow each other; multiply them"
    PRODUCT = (
        "a product of these has no meaning as a bare value; work on data, which know their whole"
    )
    RATES = "they are rates of different things"


@final
@attrs.frozen
class IncompatibleUnits(OffinnoError, TypeError):
    """Two units on which an operation has no meaning."""

    #: The operation.
    operation: Operation
    #: Text of the first unit.
    left: str
    #: Text of the second unit.
    right: str
    #: Why it has no meaning.
    reason: Refusal

    def __str__(self) -> str:
        """Say what was tried and why it is refused."""
        sign = self.operation.value
        return f"cannot work out {self.left} {sign} {self.right}: {self.reason.value}"


_K: Final = Kind
_ADD, _SUB, _MUL, _DIV, _CMP = Operation

Cell = Formula | Refusal
Found = tuple[Formula, Unit | None] | Refusal

#: The table: what a first kind, an operation and a second kind give.
PAIRS: Final[Mapping[tuple[Kind, Operation, Kind], Cell]] = MappingProxyType(
    {
        (_K.MONEY, _ADD, _K.MONEY): Formula.SAME,
        (_K.MONEY, _SUB, _K.MONEY): Formula.SAME,
        (_K.MONEY, _CMP, _K.MONEY): Formula.SAME,
        (_K.MONEY, _DIV, _K.MONEY): Formula.TIMES,
        (_K.COUNT, _ADD, _K.COUNT): Formula.SAME,
        (_K.COUNT, _SUB, _K.COUNT): Formula.SAME,
        (_K.COUNT, _CMP, _K.COUNT): Formula.SAME,
        (_K.COUNT, _DIV, _K.COUNT): Formula.TIMES,
        (_K.POINTS, _ADD, _K.POINTS): Formula.SAME,
        (_K.POINTS, _SUB, _K.POINTS): Formula.SAME,
        (_K.POINTS, _CMP, _K.POINTS): Formula.SAME,
        (_K.POINTS, _DIV, _K.POINTS): Formula.TIMES,
        (_K.SHARE, _ADD, _K.SHARE): Refusal.SHARES,
        (_K.SHARE, _SUB, _K.SHARE): Formula.POINTS,
        (_K.SHARE, _CMP, _K.SHARE): Formula.SAME,
        (_K.SHARE, _DIV, _K.SHARE): Formula.TIMES,
        (_K.SHARE, _ADD, _K.POINTS): Formula.MOVED,
        (_K.SHARE, _SUB, _K.POINTS): Formula.MOVED,
        (_K.RATIO, _ADD, _K.RATIO): Refusal.RATIOS,
        (_K.RATIO, _SUB, _K.RATIO): Formula.POINTS,
        (_K.RATIO, _CMP, _K.RATIO): Formula.SAME,
        (_K.RATIO, _DIV, _K.RATIO): Formula.TIMES,
        (_K.RATIO, _ADD, _K.POINTS): Formula.MOVED,
        (_K.RATIO, _SUB, _K.POINTS): Formula.MOVED,
        (_K.INDEX, _ADD, _K.INDEX): Refusal.INDEXES,
        (_K.INDEX, _SUB, _K.INDEX): Refusal.INDEXES,
        (_K.INDEX, _CMP, _K.INDEX): Formula.SAME,
        (_K.INDEX, _DIV, _K.INDEX): Formula.TIMES,
        (_K.CHANGE, _ADD, _K.CHANGE): Refusal.CHANGES,
        (_K.CHANGE, _SUB, _K.CHANGE): Refusal.CHANGES,
        (_K.CHANGE, _MUL, _K.CHANGE): Formula.COMPOSED,
        (_K.CHANGE, _CMP, _K.CHANGE): Formula.SAME,
        (_K.PER, _ADD, _K.PER): Formula.SAME,
        (_K.PER, _SUB, _K.PER): Formula.SAME,
        (_K.PER, _CMP, _K.PER): Formula.SAME,
        (_K.PER, _DIV, _K.PER): Formula.TIMES,
        (_K.PHYSICAL, _ADD, _K.PHYSICAL): Formula.CONVERTED,
        (_K.PHYSICAL, _SUB, _K.PHYSICAL): Formula.CONVERTED,
        (_K.PHYSICAL, _CMP, _K.PHYSICAL): Formula.CONVERTED,
        (_K.PHYSICAL, _DIV, _K.PHYSICAL): Formula.TIMES,
        **{
            (above, _DIV, below): Formula.QUOTIENT
            for above in (_K.MONEY, _K.COUNT, _K.PHYSICAL)
            for below in (_K.MONEY, _K.COUNT, _K.PHYSICAL)
            if above is not below
        },
        **{
            cell: formula
            for amount in (_K.MONEY, _K.COUNT, _K.PHYSICAL)
            for cell, formula in (
                ((_K.PER, _MUL, amount), Formula.RESOLVED),
                ((amount, _MUL, _K.PER), Formula.RESOLVED),
                ((amount, _DIV, _K.PER), Formula.UNDONE),
            )
        },
        **{
            cell: Refusal.PRODUCT
            for relative in (_K.SHARE, _K.RATIO)
            for amount in (_K.MONEY, _K.COUNT, _K.PHYSICAL)
            for cell in ((relative, _MUL, amount), (amount, _MUL, relative))
        },
    }
)


@lru_cache(maxsize=4096)
def outcome(operation: Operation, left: Unit, right: Unit) -> tuple[Formula, Unit | None]:
    """Return how *operation* works on two units, and the unit of the result.

    The unit is None where the result is a bare number.

    Raises:
        IncompatibleUnits: If the operation has no meaning on these units.

    >>> from offinno.units import parse_unit
    >>> outcome(Operation.DIVIDE, parse_unit("NOK"), parse_unit("EUR"))[1]
    Per(above=Money(currency='NOK', basis=None), below=Money(currency='EUR', basis=None))
    """
    cell = PAIRS.get((left.kind, operation, right.kind), Refusal.KINDS)
    found = cell if isinstance(cell, Refusal) else _result(cell, left, right)
    if isinstance(found, Refusal):
        raise IncompatibleUnits(operation, str(left), str(right), found)
    return found


def _result(formula: Formula, left: Unit, right: Unit) -> Found:
    """Return formula and unit for these very units, or why they do not fit."""
    match formula:
        case Formula.QUOTIENT:
            return _quotient(left, right)
        case Formula.RESOLVED | Formula.UNDONE:
            return _resolved(formula, left, right)
        case Formula.TIMES:
            return _times(left, right)
        case Formula.MOVED | Formula.POINTS:
            return _points(formula, left, right)
        case Formula.COMPOSED:
            return formula, left
        case Formula.CONVERTED | Formula.SAME:
            return _difference(left, right) or (formula, left)


def _points(formula: Formula, left: Unit, right: Unit) -> Found:
    """Return the unit of a difference, or of what a difference moves."""
    if _whole(left) != _whole(right):
        return Refusal.WHOLE
    return formula, Points(_whole(left)) if formula is Formula.POINTS else left


def _resolved(formula: Formula, left: Unit, right: Unit) -> Found:
    """Return the unit in which a quotient ends, by × with what stands below or by ÷ into it."""
    rate, amount = (left, right) if isinstance(left, Per) else (right, left)
    assert isinstance(rate, Per)
    fits, end = (
        (rate.below, rate.above) if formula is Formula.RESOLVED else (rate.above, rate.below)
    )
    return (formula, end) if amount == fits else Refusal.RATES


def _whole(unit: Unit) -> Term:
    """Return what a share, ratio or difference is relative to."""
    match unit:
        case Share():
            return unit.whole
        case Ratio():
            return unit.to
        case _:
            assert isinstance(unit, Points)
            return unit.of


def _difference(left: Unit, right: Unit) -> Refusal | None:
    """Return why two units of one kind are not the same, or None if they are."""
    if isinstance(left, Money) and isinstance(right, Money):
        return _money(left, right)
    if left == right:
        return None
    match left, right:
        case Physical(), Physical():
            same = left.definition.dimension == right.definition.dimension
            return None if same else Refusal.DIMENSION
        case _:
            return _OTHERWISE.get(left.kind)


_OTHERWISE: Final = MappingProxyType(
    {
        Kind.COUNT: Refusal.NOUN,
        Kind.SHARE: Refusal.WHOLE,
        Kind.RATIO: Refusal.WHOLE,
        Kind.POINTS: Refusal.WHOLE,
        Kind.INDEX: Refusal.BASE,
        Kind.CHANGE: Refusal.BASE,
        Kind.PER: Refusal.RATES,
    }
)


def _money(left: Money, right: Money) -> Refusal | None:
    """Return why two amounts of money differ; two unstated currencies are never known to agree."""
    if not (left.stated and right.stated):
        return Refusal.UNSTATED
    if left == right:
        return None
    return Refusal.PRICES if left.currency == right.currency else Refusal.CURRENCY


def _times(left: Unit, right: Unit) -> Found:
    """Return a bare number for two units of one identity, else a quotient where one is meant."""
    refusal = _difference(left, right)
    if refusal is None:
        return Formula.TIMES, None
    if refusal in {Refusal.CURRENCY, Refusal.NOUN, Refusal.DIMENSION}:
        return _quotient(left, right)
    return refusal


def _quotient(left: Unit, right: Unit) -> Found:
    """Return the unit of so much of *left* for each of *right*."""
    assert isinstance(left, Money | Count | Physical)
    assert isinstance(right, Money | Count | Physical)
    return Formula.QUOTIENT, Per(left, right)


@lru_cache(maxsize=4096)
def conversion(have: Unit, want: Unit) -> Fraction:
    """Return how many *want* one *have* is, exactly.

    Only physical units of one dimension have a fixed factor; currencies and price years need a
    reference series.

    Raises:
        IncompatibleUnits: If no fixed factor leads there.

    >>> from offinno.units import parse_unit
    >>> conversion(parse_unit("hours"), parse_unit("minutes"))
    Fraction(60, 1)
    """
    if have == want:
        return Fraction(1)
    refusal = _difference(have, want) if have.kind is want.kind else Refusal.KINDS
    if refusal or not (isinstance(have, Physical) and isinstance(want, Physical)):
        raise IncompatibleUnits(Operation.COMPARE, str(have), str(want), refusal or Refusal.KINDS)
    return Fraction(*have.definition.size) / Fraction(*want.definition.size)
