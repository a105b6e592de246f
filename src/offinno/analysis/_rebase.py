"""Index series with another base period."""

from fractions import Fraction
from typing import Final

from offinno.analysis._conversion import (
    Conversion,
    Convertible,
    Factor,
    converted,
    indicator_of,
)
from offinno.analysis._money import refusal
from offinno.analysis._series import Lookup
from offinno.model import Area, Method
from offinno.units import Index
from offinno.values import Period

_BASE: Final = 100


def rebase(x: Convertible, *, to: int | str | Period) -> Convertible:
    """Return an index, or one figure of it, with *to* as the period that is 100.

    Every figure is divided by that of *to*. Published figures are rounded, and the rounding of
    the one they are divided by is in every result: an index with one decimal at 72.6 is known to
    7 in 10 000, and so is all that is re-based by it.

    Args:
        x: An index. Of a single figure, the series it belongs to gives the base.
        to: The new base period, such as 2015.

    Returns:
        The same type, in a unit such as ``index 2015=100``, with its working as lineage.

    Raises:
        CannotConvert: If it is no index.
        BadUnit: If *to* cannot be the base of an index.
        NoReferenceFigure: If the series says nothing about *to*.
        ManyReferenceFigures: If it says several things.
        UnfitReferenceFigure: If it says nothing that can be computed with.
        PartialReference: If it covers only a part of it.
        BrokenSeries: If its method changed between *to* and the period of a figure.

    >>> from offinno.datasets import series
    >>> print(rebase(series("cpi"), to=2015).at(period=2019).value)
    110.743801652893 index 2015=100
    """
    given, base = indicator_of(x), Period(to)
    if not isinstance(given.unit, Index):
        raise refusal("re-base", given, "it is no index")
    lookup = Lookup.of(given, "refuse")

    def factor(area: Area, period: Period) -> Factor:
        lookup.unbroken(base, period)
        there = lookup.figure(area, base)
        return Factor(number=Fraction(_BASE) / there.number, figures=(there,))

    how = Conversion(
        method=Method.REBASE,
        unit=Index(base.text),
        suffix="",
        factor=factor,
    )
    return converted(x, how)
