"""The kinds of unit, what each pair of them allows, and their text form.

Kind, not scale, decides what may be done: 15 % of municipalities, 48 % of GDP and 4 percentage
points are three kinds of thing. This package knows units only, neither numbers nor figures;
pint lives here and nowhere else.
"""

from offinno.units._amounts import Count, Money, Per, Physical, PriceBasis
from offinno.units._codes import PhysicalUnit
from offinno.units._grammar import parse_unit
from offinno.units._kinds import BadUnit, Kind
from offinno.units._pairs import IncompatibleUnits, conversion, outcome
from offinno.units._pint import PintMismatch, PintQuantity, PintRegistry, from_pint, to_pint
from offinno.units._relative import Change, Index, Points, Ratio, Share
from offinno.units._table import FIGURES, PAIRS, Formula, Operation, Refusal
from offinno.units._unit import Unit

__all__ = [
    "FIGURES",
    "PAIRS",
    "BadUnit",
    "Change",
    "Count",
    "Formula",
    "IncompatibleUnits",
    "Index",
    "Kind",
    "Money",
    "Operation",
    "Per",
    "Physical",
    "PhysicalUnit",
    "PintMismatch",
    "PintQuantity",
    "PintRegistry",
    "Points",
    "PriceBasis",
    "Ratio",
    "Refusal",
    "Share",
    "Unit",
    "conversion",
    "from_pint",
    "outcome",
    "parse_unit",
    "to_pint",
]
