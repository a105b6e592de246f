"""Amounts at the prices of one year."""

from collections.abc import Mapping

from offinno.analysis._conversion import (
    Conversion,
    Convertible,
    Factor,
    converted,
    indicator_of,
)
from offinno.analysis._errors import WrongSeries
from offinno.analysis._money import CURRENCIES, country_of, money_in, refusal, with_money
from offinno.analysis._series import Lookup, Partial, series_of
from offinno.model import Area, Derivation, Indicator, Method
from offinno.units import Index, Money, PriceBasis
from offinno.values import Period, PeriodForm


def deflate(
    x: Convertible,
    *,
    to: int | str | Period,
    by: Indicator | str,
    at: int | str | Period | None = None,
    partial: Partial = "refuse",
) -> Convertible:
    """Return an amount, or all amounts of an indicator, at the prices of the year *to*.

    An amount of a year is multiplied by the index of *to* and divided by the index of its year.
    An amount at the constant prices of another year, by the same deflator, is brought to *to*.
    Deflate in the own currency first and exchange then: an amount that was exchanged is refused,
    as its changes are partly those of the exchange rate.

    Args:
        x: Money, or money for each of something; current prices, or constant ones by *by*.
        to: The year whose prices are wanted.
        by: A price index, or its key in the catalogue, such as ``cpi``. It must be about the
            territory of the amount, or about the country that the county lies in.
        at: The period whose prices the amounts are in, where that is not their own: a sum over
            several years has none.
        partial: ``allow`` uses index figures that cover only a part of their period.

    Returns:
        The same type, in a unit such as ``NOK@2019:cpi``, with its working as lineage.

    Raises:
        CannotConvert: If it is no amount, was exchanged before, or is in another currency than
            the index measures.
        WrongSeries: If *by* is no price index, or another than the amount was deflated by.
        NoReferenceFigure: If the index says nothing about the territory or a period.
        ManyReferenceFigures: If it says several things.
        UnfitReferenceFigure: If it says nothing that can be computed with.
        PartialReference: If it covers only a part of a period.
        BrokenSeries: If its method changed between the two years.

    >>> from offinno.datasets import series
    >>> expenditure = series("government-expenditure")
    >>> print(deflate(expenditure.at(period=2017), to=2019, by="cpi").value)
    1717159268929.50 NOK@2019:cpi
    """
    given, index, year = indicator_of(x), series_of(by), Period(to)
    money = money_in(given, "deflate")
    if not isinstance(index.unit, Index):
        want = "a price index, such as 'index 2015=100'"
        raise WrongSeries(series=index.key, have=str(index.unit), want=want)
    _check_order(given)
    lookup = Lookup.of(index, partial)
    start = _start(given, money, index, None if at is None else Period(at))
    known = {area.code: area for area in index.areas}

    def factor(area: Area, period: Period) -> Factor:
        about = _territory(known, area)
        _check_currency(given, money, about)
        there, here = lookup.figure(about, year), lookup.figure(about, start or period)
        lookup.unbroken(start or period, year)
        return Factor(number=there.number / here.number, figures=(there, here))

    basis = PriceBasis(_year(given, year), index.key)
    how = Conversion(
        method=Method.DEFLATION,
        unit=with_money(given.unit, Money(money.currency, basis)),
        suffix=f"{basis.year}-{basis.deflator}",
        factor=factor,
        by=index,
    )
    return converted(x, how)


def _year(given: Indicator, year: Period) -> int:
    """Return the year whose prices are wanted."""
    if year.form is not PeriodForm.YEAR or year.start is None:
        raise refusal("deflate", given, f"prices are those of a year, not of {year}")
    return year.start.year


def _check_order(given: Indicator) -> None:
    """Refuse an amount that was exchanged before."""
    if _was_exchanged(given.lineage):
        problem = "it was exchanged before; deflate in the own currency first, then exchange"
        raise refusal("deflate", given, problem)


def _was_exchanged(lineage: Derivation | None) -> bool:
    """Return whether an amount, or one that went into it, was exchanged."""
    if lineage is None:
        return False
    return lineage.method is Method.EXCHANGE or any(
        _was_exchanged(part.lineage) for part in lineage.inputs
    )


def _start(given: Indicator, money: Money, index: Indicator, at: Period | None) -> Period | None:
    """Return whose prices the amounts are in; None for those of their own periods."""
    if money.basis is None:
        return at
    if at is not None:
        raise refusal("deflate", given, f"it is at the prices of {money.basis.year}; leave out at=")
    if money.basis.deflator != index.key:
        want = f"the deflator {money.basis.deflator!r}, by which the amount was deflated before"
        raise WrongSeries(series=index.key, have=str(index.unit), want=want)
    return Period(money.basis.year)


def _territory(known: Mapping[str, Area], area: Area) -> Area:
    """Return the territory of the index to go by: the amount's own, or its country."""
    return known.get(area.code) or known.get(country_of(area.code)) or area


def _check_currency(given: Indicator, money: Money, about: Area) -> None:
    """Check that an index measures prices in the currency of the amount."""
    own = CURRENCIES.get(about.code)
    if own is not None and own != money.currency:
        problem = (
            f"the index measures the prices of {about.code}, which are in {own}; "
            "deflate in the own currency first, then exchange"
        )
        raise refusal("deflate", given, problem)
