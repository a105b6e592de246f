"""The table of what each pair of kinds allows, as data.

A cell is either a `Formula`, which says how the two magnitudes make a third, or a `Refusal`.
A pair that is not listed is refused as two kinds that have nothing to do with each other.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from offinno.units._kinds import Kind


class Operation(Enum):
    """What is done with two values, or with a value and a unit."""

    ADD = "+"
    SUBTRACT = "−"
    MULTIPLY = "×"
    DIVIDE = "÷"
    COMPARE = "<"
    CONVERT = "→"

    if not TYPE_CHECKING:
        __hash__ = object.__hash__


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
    #: Two rates of which one has below what the other has above.
    LINKED = "the outer two of both rates"
    #: Two relative changes one after the other.
    COMPOSED = "the change over both"
    #: So many per cent, or percentage points, of their own whole: of figures alone.
    PART = "the unit of the whole"
    #: A level after a relative change: of figures alone.
    CHANGED = "the unit of what changes"


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
    CHAIN = "the second is not known to be taken from where the first ends"
    PRODUCT = (
        "a product of these has no meaning as a bare value; work on data, which know their whole, "
        "area and period"
    )
    SQUARE = (
        "their product is in no unit that is known; divide them, or multiply a rate by what stands "
        "below it"
    )
    PART = "the amount is not the whole that the per cent are of"
    SCALED = "what is relative is not scaled by itself; scale the amounts that it was made from"
    RATES = "they are rates of different things"


_K: Final = Kind
_ADD, _SUB, _MUL, _DIV, _CMP, _TO = Operation
_AMOUNTS: Final = (Kind.MONEY, Kind.COUNT, Kind.PHYSICAL)

Cell = Formula | Refusal
Cells = dict[tuple[Kind, Operation, Kind], Cell]


def _alike(kind: Kind, **cells: Cell) -> Cells:
    """Return the cells of *kind* with itself; a comparison needs what a conversion needs."""
    named = {Operation[name.upper()]: cell for name, cell in cells.items()}
    return {(kind, operation, kind): cell for operation, cell in named.items()}


def _same(kind: Kind, formula: Formula = Formula.SAME) -> Cells:
    """Return the cells of a *kind* whose units add up."""
    return _alike(
        kind,
        add=formula,
        subtract=formula,
        multiply=Refusal.SQUARE,
        divide=Formula.TIMES,
        compare=formula,
        convert=formula,
    )


def _per_cent(kind: Kind, sum_: Refusal) -> Cells:
    """Return the cells of a *kind* that is per cent of a whole, with itself and with points."""
    return {
        **_alike(
            kind,
            add=sum_,
            subtract=Formula.POINTS,
            multiply=Refusal.SQUARE,
            divide=Formula.TIMES,
            compare=Formula.SAME,
            convert=Formula.SAME,
        ),
        (kind, _ADD, _K.POINTS): Formula.MOVED,
        (kind, _SUB, _K.POINTS): Formula.MOVED,
        (_K.POINTS, _ADD, kind): Formula.MOVED,
    }


#: What a share and points may be taken of, what a ratio, and what a relative change moves.
_WHOLES: Final[Mapping[Formula, Mapping[Kind, tuple[Kind, ...]]]] = MappingProxyType(
    {
        Formula.PART: {
            _K.SHARE: _AMOUNTS,
            _K.POINTS: _AMOUNTS,
            _K.RATIO: (_K.MONEY, _K.PHYSICAL),
        },
        Formula.CHANGED: {_K.CHANGE: (*_AMOUNTS, _K.PER, _K.INDEX)},
    }
)

#: What figures allow beyond bare values, as they know their whole, area and period.
FIGURES: Final[Mapping[tuple[Kind, Operation, Kind], Formula]] = MappingProxyType(
    {
        cell: formula
        for formula, cells in _WHOLES.items()
        for relative, levels in cells.items()
        for level in levels
        for cell in ((relative, _MUL, level), (level, _MUL, relative))
    }
)

#: The table: what a first kind, an operation and a second kind give.
PAIRS: Final[Mapping[tuple[Kind, Operation, Kind], Cell]] = MappingProxyType(
    {
        **_same(_K.MONEY),
        **_same(_K.COUNT),
        **_same(_K.POINTS),
        **_same(_K.PHYSICAL, Formula.CONVERTED),
        **_same(_K.PER, Formula.CONVERTED),
        (_K.PER, _MUL, _K.PER): Formula.LINKED,
        **_per_cent(_K.SHARE, Refusal.SHARES),
        **_per_cent(_K.RATIO, Refusal.RATIOS),
        **_alike(
            _K.INDEX,
            add=Refusal.INDEXES,
            subtract=Refusal.INDEXES,
            multiply=Refusal.INDEXES,
            divide=Formula.TIMES,
            compare=Formula.SAME,
            convert=Formula.SAME,
        ),
        **_alike(
            _K.CHANGE,
            add=Refusal.CHANGES,
            subtract=Refusal.CHANGES,
            multiply=Formula.COMPOSED,
            divide=Refusal.CHANGES,
            compare=Formula.SAME,
            convert=Formula.SAME,
        ),
        **{
            (above, _DIV, below): Formula.QUOTIENT
            for above in _AMOUNTS
            for below in _AMOUNTS
            if above is not below
        },
        **{
            cell: formula
            for amount in _AMOUNTS
            for cell, formula in (
                ((_K.PER, _MUL, amount), Formula.RESOLVED),
                ((amount, _MUL, _K.PER), Formula.RESOLVED),
                ((amount, _DIV, _K.PER), Formula.UNDONE),
            )
        },
        **dict.fromkeys(FIGURES, Refusal.PRODUCT),
    }
)
