"""Numbers with units, what is missing, periods, and the reading of published numbers.

This package knows units; it knows nothing of areas, sources or figures.
"""

from offinno.values._decimals import BadNumber, Number, exact_decimal, rounded
from offinno.values._missing import Missing, MissingReason
from offinno.values._parts import BadValue, Counted, Interval
from offinno.values._period import Period, UnknownOrder
from offinno.values._point import BadPeriod, PeriodForm, Point
from offinno.values._products import changed, months_before, part_of, share_between
from offinno.values._published import (
    Published,
    UnreadableNumber,
    parse_number,
    parse_published,
    parse_value,
)
from offinno.values._qualifier import Qualifier, UnknownOutcome
from offinno.values._range import Range
from offinno.values._table import QUALIFIERS
from offinno.values._value import Value

__all__ = [
    "QUALIFIERS",
    "BadNumber",
    "BadPeriod",
    "BadValue",
    "Counted",
    "Interval",
    "Missing",
    "MissingReason",
    "Number",
    "Period",
    "PeriodForm",
    "Point",
    "Published",
    "Qualifier",
    "Range",
    "UnknownOrder",
    "UnknownOutcome",
    "UnreadableNumber",
    "Value",
    "changed",
    "exact_decimal",
    "months_before",
    "parse_number",
    "parse_published",
    "parse_value",
    "part_of",
    "rounded",
    "share_between",
]
