"""Amounts relative to another amount, and for each of those who share them."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from offinno.analysis._conversion import (
    Conversion,
    Convertible,
    Factor,
    converted,
    indicator_of,
)
from offinno.analysis._errors import NotAPart, WrongSeries
from offinno.analysis._money import money_in, refusal
from offinno.analysis._series import Lookup, Partial, series_of
from offinno.language import Term, vocabulary
from offinno.model import Area, Contradiction, Indicator, Method
from offinno.units import Count, Money, Per, Physical, Ratio, Share
from offinno.values import Period

_PER_CENT: Final = 100


def relative_to(
    x: Convertible,
    whole: Indicator | str,
    *,
    part: bool = False,
    at: int | str | Period | None = None,
    partial: Partial = "refuse",
) -> Convertible:
    """Return an amount, or all amounts of an indicator, in per cent of another amount.

    Both must be in one currency, at current prices, and about one area and period. The result is
    a ratio, which may pass 100 and is no part of a whole; only you know whether every krone of
    the one is in the other, and say so with *part*.

    Args:
        x: Money at current prices.
        whole: The amount it is measured against, or its key in the catalogue, such as ``gdp``.
        part: Whether *x* is a true part of *whole*; the result is then a share from 0 to 100.
        at: The period of *whole* to go by, where that is not the one of the amount.
        partial: ``allow`` uses figures of *whole* that cover only a part of their period.

    Returns:
        The same type, in a unit such as ``% of GDP``, with its working as lineage.

    Raises:
        CannotConvert: If it is no amount at current prices.
        WrongSeries: If *whole* is no amount in the same currency at current prices.
        NotAPart: If it is said to be a part and is more than the whole.
        NoReferenceFigure: If *whole* says nothing about an area or a period.
        ManyReferenceFigures: If it says several things.
        UnfitReferenceFigure: If it says nothing that can be computed with.
        PartialReference: If it covers only a part of a period.

    >>> from offinno.datasets import series
    >>> procurement = series("procurement").at(period=2021)
    >>> print(relative_to(procurement, "gdp"))
    procurement-relative-gdp[area=NO, period=2021]: about 15.0461090438440 % of GDP
    """
    given, against = indicator_of(x), series_of(whole)
    money = money_in(given, "relate")
    if given.unit != Money(money.currency):
        problem = "only amounts at current prices are measured against another"
        raise refusal("relate", given, problem)
    if against.unit != money:
        want = f"an amount in {money}, as {given.key!r} is; exchange one of the two first"
        raise WrongSeries(series=against.key, have=str(against.unit), want=want)
    term = _term(against)
    how = Conversion(
        method=Method.RELATIVE,
        unit=Share(term) if part else Ratio(term),
        suffix=f"relative-{against.key[:40].rstrip('-')}",
        factor=_divided_by(Lookup.of(against, partial), at, _PER_CENT),
        by=against,
    )
    try:
        return converted(x, how)
    except Contradiction as problem:
        if not part:
            raise
        raise NotAPart(indicator=given.key, whole=against.key, problem=problem.problem) from None


def per(
    x: Convertible,
    population: Indicator | str,
    *,
    at: int | str | Period | None = None,
    partial: Partial = "refuse",
) -> Convertible:
    """Return an amount or count, or all those of an indicator, for each of a population.

    A population counted on a day, as on 1 January, serves every period that begins on that day.

    Args:
        x: Money, a count, or a physical quantity.
        population: A count of the same area, or its key in the catalogue, such as ``population``.
        at: The period of the population to go by, where that is not the one of the amount.
        partial: ``allow`` uses counts that cover only a part of their period.

    Returns:
        The same type, in a unit such as ``NOK / inhabitants``, with its working as lineage.

    Raises:
        CannotConvert: If it is nothing that can be shared out.
        WrongSeries: If *population* counts nothing, or the same things.
        NoReferenceFigure: If nobody was counted in an area or a period.
        ManyReferenceFigures: If several counts differ.
        UnfitReferenceFigure: If there is none that can be computed with.
        PartialReference: If it covers only a part of a period.

    >>> from offinno.datasets import series
    >>> expenditure = series("government-expenditure").at(period=2019)
    >>> print(per(expenditure, "population").value)
    338575.116755865 NOK / inhabitants
    """
    given, people = indicator_of(x), series_of(population)
    if isinstance(given.unit, Money):
        money_in(given, "share out")
    elif not isinstance(given.unit, Count | Physical):
        raise refusal("share out", given, "only money, counts and physical quantities are")
    if not isinstance(people.unit, Count) or people.unit == given.unit:
        want = "a count of other things, such as 'inhabitants'"
        raise WrongSeries(series=people.key, have=str(people.unit), want=want)
    how = Conversion(
        method=Method.PER,
        unit=Per(given.unit, people.unit),
        suffix=f"per-{people.key[:40].rstrip('-')}",
        factor=_divided_by(Lookup.of(people, partial), at, 1),
        by=people,
    )
    return converted(x, how)


def _divided_by(
    lookup: Lookup, at: int | str | Period | None, times: int
) -> Callable[[Area, Period], Factor]:
    """Return the factor that divides by a figure of the same area and period."""
    when = None if at is None else Period(at)

    def factor(area: Area, period: Period) -> Factor:
        below = lookup.figure(area, when or period)
        number = Fraction(times * below.number.denominator, below.number.numerator)
        return Factor(number=number, figures=(below,))

    return factor


def _term(whole: Indicator) -> Term:
    """Return the word for an amount: that of offinno with the same key, or one with its title."""
    known = {term.key.lower(): term for term in vocabulary().values() if term.reference_amount}
    if whole.key in known:
        return known[whole.key]
    return Term(key=whole.key, label=whole.title, reference_amount=True)
