"""Conversions: constant prices, other currencies, relative to another amount, another base.

Each takes a figure or a whole indicator and gives the same type back; the result knows what it
was made from and how. What a conversion needs is a reference series, which is an indicator like
any other: one of yours, or one of the catalogue in `offinno.datasets` by its key.

===============  ==========================================================================
verb             from and to
===============  ==========================================================================
`deflate`        money of each year, to the prices of one year
`exchange`       money, to another currency
`relative_to`    money, to per cent of another amount of the same area and period
`per`            money or a count, to so much for each of a population
`rebase`         an index, to another base period
===============  ==========================================================================

`growth` gives the change since an earlier period, and `chain` makes one series of two; a break in
method stops both unless it is crossed by its key.

The order is fixed: deflate in the own currency first, then exchange. Nothing is guessed: where a
reference series has no figure for a period, covers only a part of it, or says several things, the
conversion is refused and says what would help.

Factors are exact; results are rounded to 15 significant digits, to one unit of the last, and have
22 decimals at most. A bound or *about* stays what it is; a reference figure that is *about* so
much makes its results that, and so does one that is provisional or otherwise unsure.
Shares from surveys have an interval by `wilson`, `with_interval` gives it to a figure, and
`difference_test` says whether two differ by more than chance makes them.
`diff` says what differs between two editions of a factsheet or two vintages of an indicator.
This package knows no words, no charts and no files.
"""

from offinno.analysis._answers import CannotEstimate
from offinno.analysis._chain import chain
from offinno.analysis._changes import Change, ChangeKind, Changes
from offinno.analysis._conversion import working
from offinno.analysis._deflate import deflate
from offinno.analysis._diff import NotAlike, diff
from offinno.analysis._errors import (
    BrokenSeries,
    CannotChain,
    CannotConvert,
    ManyReferenceFigures,
    NoReferenceFigure,
    NotAPart,
    PartialReference,
    UnfitReferenceFigure,
    WrongSeries,
)
from offinno.analysis._exchange import exchange
from offinno.analysis._growth import growth
from offinno.analysis._rebase import rebase
from offinno.analysis._relative import per, relative_to
from offinno.analysis._series import Partial
from offinno.analysis._surveys import Difference, difference_test, wilson, with_interval

__all__ = [
    "BrokenSeries",
    "CannotChain",
    "CannotConvert",
    "CannotEstimate",
    "Change",
    "ChangeKind",
    "Changes",
    "Difference",
    "ManyReferenceFigures",
    "NoReferenceFigure",
    "NotAPart",
    "NotAlike",
    "Partial",
    "PartialReference",
    "UnfitReferenceFigure",
    "WrongSeries",
    "chain",
    "deflate",
    "diff",
    "difference_test",
    "exchange",
    "growth",
    "per",
    "rebase",
    "relative_to",
    "wilson",
    "with_interval",
    "working",
]
