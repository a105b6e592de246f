"""Strategies for units, kind by kind."""

from typing import Final

from hypothesis import strategies as st

from offinno.testing._words import terms
from offinno.units import (
    Change,
    Count,
    Index,
    Money,
    Per,
    Physical,
    Points,
    PriceBasis,
    Ratio,
    Share,
)

_CURRENCIES: Final = ("NOK", "EUR", "SEK", "DKK", "ISK", "XXX")
_DEFLATORS: Final = ("cpi", "cpi-jae", "gdp")
_PHYSICAL: Final = ("km", "m", "hours", "kWh")
_YEARS: Final = st.integers(1000, 9999)
_BASES: Final = st.builds(
    "{}{}".format, _YEARS, st.sampled_from(["", "-Q1", "-Q4", "-H2", "-01", "-12"])
)
_BEFORE: Final = st.sampled_from(
    [
        "year before",
        "2 years before",
        "quarter before",
        "half-year before",
        "9 months before",
        "same quarter of year before",
        "same month of 3 years before",
    ]
)


def price_bases() -> st.SearchStrategy[PriceBasis]:
    """Return a strategy for the prices of a year, by some deflator."""
    return st.builds(PriceBasis, _YEARS, st.sampled_from(_DEFLATORS))


def money() -> st.SearchStrategy[Money]:
    """Return a strategy for currencies at current or constant prices."""
    return st.builds(Money, st.sampled_from(_CURRENCIES), st.none() | price_bases())


def shares() -> st.SearchStrategy[Share]:
    """Return a strategy for shares, of what is counted or as true parts of an amount."""
    return terms().map(Share)


def ratios() -> st.SearchStrategy[Ratio]:
    """Return a strategy for ratios to a reference amount."""
    return terms(reference_amount=True).map(Ratio)


def points() -> st.SearchStrategy[Points]:
    """Return a strategy for percentage points."""
    return terms().map(Points)


def nouns() -> st.SearchStrategy[Count]:
    """Return a strategy for what is counted, as a unit."""
    return terms(reference_amount=False).map(Count)


def indexes() -> st.SearchStrategy[Index]:
    """Return a strategy for indexes with any base period."""
    return _BASES.map(Index)


def relative_changes() -> st.SearchStrategy[Change]:
    """Return a strategy for relative changes, on a period or on a time before."""
    return (_BASES | _BEFORE).map(Change)


def physical() -> st.SearchStrategy[Physical]:
    """Return a strategy for physical units."""
    return st.sampled_from(_PHYSICAL).map(Physical)


def rates() -> st.SearchStrategy[Per]:
    """Return a strategy for one unit for each of another."""
    sides = money() | nouns() | physical()
    return (
        st.tuples(sides, sides).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Per(*pair))
    )
