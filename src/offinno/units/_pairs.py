"""What may be done with two units: the cell of their kinds, and then the units themselves.

The table knows kinds only; two amounts in different currencies are both money and still cannot
be added. Nothing that holds a unit is remembered here: equal units may have terms with other
labels, and a result carries those of the units that it was made from.
"""

from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final, final

import attrs

from offinno.exceptions import OffinnoError
from offinno.language import Term
from offinno.units._amounts import Count, Money, Per, Physical
from offinno.units._kinds import Kind
from offinno.units._relative import Change, Points, Ratio, Share
from offinno.units._table import FIGURES, PAIRS, Formula, Operation, Refusal
from offinno.units._unit import Unit


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
        tried = _TRIED[self.operation].format(left=self.left, right=self.right)
        return f"cannot {tried}: {self.reason.value}"


_TRIED: Final = MappingProxyType(
    {
        Operation.ADD: "add {right} to {left}",
        Operation.SUBTRACT: "subtract {right} from {left}",
        Operation.MULTIPLY: "multiply {left} by {right}",
        Operation.DIVIDE: "divide {left} by {right}",
        Operation.COMPARE: "compare {left} with {right}",
        Operation.CONVERT: "express {left} in {right}",
    }
)

_PER_CENT: Final = frozenset({Kind.SHARE, Kind.RATIO, Kind.POINTS})

Found = tuple[Formula, Unit | None] | Refusal


def outcome(
    operation: Operation, left: Unit, right: Unit, *, figures: bool = False
) -> tuple[Formula, Unit | None]:
    """Return how *operation* works on two units, and the unit of the result.

    The unit is None where the result is a bare number. Its terms are those of *left* and
    *right*, with their labels.

    Args:
        operation: What is done.
        left: The first unit.
        right: The second unit.
        figures: Whether it is done with figures, which know their whole, area and period, and
            not with bare values. That the amount is that very whole is for them to check.

    Raises:
        IncompatibleUnits: If the operation has no meaning on these units.

    >>> from offinno.units import parse_unit
    >>> print(outcome(Operation.DIVIDE, parse_unit("NOK"), parse_unit("EUR"))[1])
    NOK / EUR
    >>> share, whole = parse_unit("% of workplaces"), parse_unit("workplaces")
    >>> print(outcome(Operation.MULTIPLY, share, whole, figures=True)[1])
    workplaces
    """
    cell = _cell(left.kind, operation, right.kind, figures=figures)
    found = cell if isinstance(cell, Refusal) else _result(cell, left, right)
    if isinstance(found, Refusal):
        raise IncompatibleUnits(operation, str(left), str(right), found)
    return found


def _cell(left: Kind, operation: Operation, right: Kind, *, figures: bool) -> Formula | Refusal:
    """Return the cell of two kinds, for figures or for bare values."""
    cell = left, operation, right
    beyond = FIGURES.get(cell) if figures else None
    return PAIRS.get(cell, Refusal.KINDS) if beyond is None else beyond


def _result(formula: Formula, left: Unit, right: Unit) -> Found:
    """Return formula and unit for these very units, or why they do not fit."""
    match formula:
        case Formula.QUOTIENT | Formula.TIMES:
            return _times(formula, left, right)
        case Formula.RESOLVED | Formula.UNDONE | Formula.LINKED:
            return _resolved(formula, left, right)
        case Formula.MOVED | Formula.POINTS:
            return _points(formula, left, right)
        case Formula.PART:
            return _part(left, right)
        case Formula.COMPOSED | Formula.CHANGED:
            return _composed(formula, left, right)
        case _:
            assert formula is Formula.SAME or formula is Formula.CONVERTED
            return _difference(left, right) or (formula, left)


def _points(formula: Formula, left: Unit, right: Unit) -> Found:
    """Return the unit of a difference, or of what a difference moves."""
    if _whole(left) != _whole(right):
        return Refusal.WHOLE
    if formula is Formula.POINTS:
        return formula, Points(_whole(left))
    return formula, right if isinstance(left, Points) else left


def _resolved(formula: Formula, left: Unit, right: Unit) -> Found:
    """Return the unit in which a quotient ends, by × with what stands below or by ÷ into it."""
    if formula is Formula.LINKED:
        return _linked(left, right)
    rate, amount = (left, right) if isinstance(left, Per) else (right, left)
    assert isinstance(rate, Per)
    fits, end = (
        (rate.below, rate.above) if formula is Formula.RESOLVED else (rate.above, rate.below)
    )
    if amount.kind is not fits.kind:
        return Refusal.RATES
    refusal = _difference(amount, fits)
    return (formula, end) if refusal is None else refusal


def _linked(left: Unit, right: Unit) -> Found:
    """Return the unit of two rates of which one has below what the other has above."""
    assert isinstance(left, Per)
    assert isinstance(right, Per)
    pair = linked(left, right)
    if pair is None:
        return Refusal.RATES
    above, below = pair[0].above, pair[1].below
    return Refusal.SQUARE if above == below else (Formula.LINKED, Per(above, below))


def linked(left: Per, right: Per) -> tuple[Per, Per] | None:
    """Return two rates so that what the first has below is what the second has above, if it is."""
    for first, second in ((left, right), (right, left)):
        alike = first.below.kind is second.above.kind
        if alike and _difference(first.below, second.above) is None:
            return first, second
    return None


def _composed(formula: Formula, left: Unit, right: Unit) -> Found:
    """Return the unit of the change over two changes, or of what a change moves."""
    if formula is Formula.CHANGED:
        return formula, right if isinstance(left, Change) else left
    assert isinstance(left, Change)
    assert isinstance(right, Change)
    both = left.then(right)
    return Refusal.CHAIN if both is None else (formula, both)


def _part(left: Unit, right: Unit) -> Found:
    """Return the unit of so many per cent of an amount, which may be their whole."""
    relative, amount = (left, right) if left.kind in _PER_CENT else (right, left)
    whole = _whole(relative)
    fits = amount.of == whole if isinstance(amount, Count) else whole.reference_amount
    return (Formula.PART, amount) if fits else Refusal.PART


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
    """Return why two units of one kind cannot be expressed in each other, or None."""
    match left, right:
        case Money(), Money():
            return _money(left, right)
        case Per(), Per():
            return _rates(left, right)
        case Physical(), Physical():
            same = left.definition.dimension == right.definition.dimension
            return None if same else Refusal.DIMENSION
        case _:
            return None if left == right else _OTHERWISE[left.kind]


_OTHERWISE: Final = MappingProxyType(
    {
        Kind.COUNT: Refusal.NOUN,
        Kind.SHARE: Refusal.WHOLE,
        Kind.RATIO: Refusal.WHOLE,
        Kind.POINTS: Refusal.WHOLE,
        Kind.INDEX: Refusal.BASE,
        Kind.CHANGE: Refusal.BASE,
    }
)


def _money(left: Money, right: Money) -> Refusal | None:
    """Return why two amounts of money differ; two unstated currencies are never known to agree."""
    if not (left.stated and right.stated):
        return Refusal.UNSTATED
    if left == right:
        return None
    return Refusal.PRICES if left.currency == right.currency else Refusal.CURRENCY


def _rates(left: Per, right: Per) -> Refusal | None:
    """Return why two rates differ: their kinds first, then what stands above, then below."""
    sides = ((left.above, right.above), (left.below, right.below))
    if any(one.kind is not other.kind for one, other in sides):
        return Refusal.RATES
    refusals = [_difference(one, other) for one, other in sides]
    return next((refusal for refusal in refusals if refusal), None)


def _times(formula: Formula, left: Unit, right: Unit) -> Found:
    """Return a bare number for two units of one identity, else a quotient where one is meant."""
    if formula is Formula.QUOTIENT:
        return _quotient(left, right)
    refusal = _difference(left, right)
    if refusal is None:
        return Formula.TIMES, None
    apart = refusal in {Refusal.CURRENCY, Refusal.NOUN, Refusal.DIMENSION}
    return _quotient(left, right) if apart and not isinstance(left, Per) else refusal


def _quotient(left: Unit, right: Unit) -> Found:
    """Return the unit of so much of *left* for each of *right*."""
    assert isinstance(left, Money | Count | Physical)
    assert isinstance(right, Money | Count | Physical)
    return Formula.QUOTIENT, Per(left, right)


@lru_cache(maxsize=4096)
def conversion(have: Unit, want: Unit) -> Fraction:
    """Return how many *want* one *have* is, exactly.

    Only physical units of one dimension, and rates of them, have a fixed factor; currencies
    and price years need a reference series.

    Raises:
        IncompatibleUnits: If no fixed factor leads there.

    >>> from offinno.units import parse_unit
    >>> conversion(parse_unit("hours"), parse_unit("minutes"))
    Fraction(60, 1)
    """
    if have == want:
        return Fraction(1)
    outcome(Operation.CONVERT, have, want)
    return _size(have) / _size(want)


def _size(unit: Unit) -> Fraction:
    """Return the size of *unit* in the base units of its dimensions."""
    match unit:
        case Physical():
            return Fraction(*unit.definition.size)
        case Per():
            return _size(unit.above) / _size(unit.below)
        case _:
            return Fraction(1)
