"""Amounts in another currency."""

from fractions import Fraction

from offinno.analysis._conversion import (
    Conversion,
    Convertible,
    Factor,
    converted,
    indicator_of,
)
from offinno.analysis._errors import WrongSeries
from offinno.analysis._money import money_in, refusal, with_money
from offinno.analysis._series import Lookup, Partial, series_of
from offinno.model import Area, Indicator, Method
from offinno.units import Money, Per
from offinno.values import Period


def exchange(
    x: Convertible,
    *,
    to: str,
    by: Indicator | str,
    at: int | str | Period | None = None,
    partial: Partial = "refuse",
) -> Convertible:
    """Return an amount, or all amounts of an indicator, in the currency *to*.

    Each amount is exchanged at the rate of its own period; which kind of rate that is, a mean or
    that of the last day, stands in the working. Amounts at constant prices are exchanged at the
    rate of the year of those prices.

    Args:
        x: Money, or money for each of something.
        to: The ISO 4217 code of the currency wanted.
        by: A series of exchange rates in a unit such as ``NOK / EUR``, either way round, or its
            key in the catalogue, such as ``ecb-eur-nok``.
        at: The period whose rate is used for all amounts; a sum over several years needs one.
        partial: ``allow`` uses rates that cover only a part of their period.

    Returns:
        The same type, in the other currency, with its working as lineage.

    Raises:
        CannotConvert: If it is no amount, or is in that currency already.
        WrongSeries: If *by* is no rate between the two currencies.
        NoReferenceFigure: If there is no rate for a period.
        ManyReferenceFigures: If there are several.
        UnfitReferenceFigure: If there is none that can be computed with.
        PartialReference: If a rate covers only a part of its period.

    >>> from offinno.datasets import series
    >>> expenditure = series("government-expenditure")
    >>> print(exchange(expenditure.at(period=2019), to="EUR", by="ecb-eur-nok").value)
    183126757417.953 EUR
    """
    given, rates = indicator_of(x), series_of(by)
    money = money_in(given, "exchange")
    wanted = Money(to, money.basis)
    if wanted == money:
        raise refusal("exchange", given, f"it is in {to} already")
    turned = _is_turned(rates, money.currency, to)
    lookup = Lookup.of(rates, partial, everywhere=True)
    when = _when(given, money, None if at is None else Period(at))

    def factor(area: Area, period: Period) -> Factor:
        rate = lookup.figure(area, when or period)
        number = Fraction(1) / rate.number if turned else rate.number
        return Factor(number=number, figures=(rate,))

    how = Conversion(
        method=Method.EXCHANGE,
        unit=with_money(given.unit, wanted),
        suffix=to.lower(),
        factor=factor,
        by=rates,
    )
    return converted(x, how)


def _is_turned(rates: Indicator, have: str, want: str) -> bool:
    """Return whether amounts are divided by the rates, as those run the other way."""
    if rates.unit == Per(Money(want), Money(have)):
        return False
    if rates.unit == Per(Money(have), Money(want)):
        return True
    needed = f"a rate in '{want} / {have}' or '{have} / {want}'"
    raise WrongSeries(series=rates.key, have=str(rates.unit), want=needed)


def _when(given: Indicator, money: Money, at: Period | None) -> Period | None:
    """Return whose rate is used for all amounts; None for that of their own periods."""
    if money.basis is None:
        return at
    year = Period(money.basis.year)
    if at not in {None, year}:
        problem = f"it is at the prices of {year}, so the rate is that of {year}; leave out at="
        raise refusal("exchange", given, problem)
    return year
