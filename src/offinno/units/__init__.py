"""The kinds of unit, what each pair of them allows, and their text form.

Kind, not scale, decides what may be done: 15 % of municipalities, 48 % of GDP and 4 percentage
points are three kinds of thing. This package knows units only, neither numbers nor figures;
pint lives here and nowhere else.
"""

from offinno.units._grammar import parse_unit
from offinno.units._kinds import (
    BadUnit,
    Change,
    Count,
    Index,
    Kind,
    Money,
    Per,
    Physical,
    Points,
    PriceBasis,
    Ratio,
    Share,
    Unit,
)
from offinno.units._pairs import (
    PAIRS,
    Formula,
    IncompatibleUnits,
    Operation,
    Refusal,
    conversion,
    outcome,
)

__all__ = [
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
    "Points",
    "PriceBasis",
    "Ratio",
    "Refusal",
    "Share",
    "Unit",
    "conversion",
    "outcome",
    "parse_unit",
]
