"""Amounts of money as conversions see them: alone, or for each of something."""

from typing import Final

from offinno.analysis._errors import CannotConvert
from offinno.model import Indicator
from offinno.units import Money, Per, Unit

#: The currency in which the prices of a territory are measured, where that matters here.
CURRENCIES: Final = {"NO": "NOK", "SE": "SEK", "DK": "DKK", "IS": "ISK", "FI": "EUR"}


def money_in(given: Indicator, verb: str) -> Money:
    """Return the money that an indicator is in, alone or for each of something.

    Raises:
        CannotConvert: If it is in none, or its currency is not stated.
    """
    unit = given.unit
    money = unit.above if isinstance(unit, Per) else unit
    if not isinstance(money, Money):
        raise refusal(verb, given, "it is no amount of money")
    if not money.stated:
        raise refusal(verb, given, "its currency is not stated; find out which it is first")
    if isinstance(unit, Per) and isinstance(unit.below, Money):
        raise refusal(verb, given, "it is a rate between currencies, no amount")
    return money


def with_money(unit: Unit, money: Money) -> Unit:
    """Return *unit* with other money in it."""
    return Per(money, unit.below) if isinstance(unit, Per) else money


def refusal(verb: str, given: Indicator, problem: str) -> CannotConvert:
    """Return why an indicator cannot be converted."""
    return CannotConvert(verb=verb, indicator=given.key, unit=str(given.unit), problem=problem)


def country_of(code: str) -> str:
    """Return the country that a territory lies in: a county lies in its own.

    >>> country_of("NO-03@2020"), country_of("SE"), country_of("nordic")
    ('NO', 'SE', 'nordic')
    """
    return code.partition("-")[0] if "@" in code else code
