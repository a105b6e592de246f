"""Strategies for figures with their meaning, and for what comes of holding them side by side."""

from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from offinno.analysis import Change, ChangeKind, Changes, Difference, diff
from offinno.model import (
    Comparison,
    Datum,
    Indicator,
    Observation,
    Observations,
    Pairs,
    Reason,
    Rule,
    Verdict,
    YearlyChange,
)
from offinno.testing._figures import indicators, periods, units, values, years
from offinno.testing._kept import kept
from offinno.testing._words import keys, missings, populations, terms, texts, words
from offinno.units import Points, Share, Unit, parse_unit
from offinno.values import Interval, Value

_AREAS: Final = ("NO", "SE", "DK", "FI", "IS")
_MARGIN: Final = Decimal(5)
_LEVEL: Final = Decimal(95)


@kept
def data() -> st.SearchStrategy[Datum]:
    """Return a strategy for figures with all that belongs to them."""
    return indicators(filled=True).flatmap(lambda indicator: st.sampled_from(indicator.data()))


@kept
@st.composite
def comparisons(
    draw: st.DrawFn, *, unit: Unit | None = None, size: int | None = None
) -> Comparison:
    """Return a strategy for comparisons of areas, some of them of other populations.

    Args:
        draw: Draws the parts.
        unit: The unit of the figures; any if it is not given.
        size: How many are compared, from two; any number if it is not given.
    """
    chosen = draw(units()) if unit is None else unit
    least, most = (2, 4) if size is None else (size, size)
    areas = draw(st.lists(st.sampled_from(_AREAS), min_size=least, max_size=most, unique=True))
    period, own = draw(years()), st.none() | populations()
    rows = [
        Observation(area=code, period=period, value=draw(values(chosen)), population=draw(own))
        for code in areas
    ]
    indicator = Indicator(
        key=draw(keys()),
        title=draw(texts()),
        definition=draw(texts()),
        unit=chosen,
        population=draw(populations() | missings()),
        observations=Observations.of(chosen, rows),
    )
    return Comparison.of(indicator, along="area")


@kept
def reasons() -> st.SearchStrategy[Reason]:
    """Return a strategy for reasons against holding two figures side by side."""
    facts = st.none() | units() | periods() | texts() | terms()
    return st.builds(
        Reason,
        rule=st.sampled_from(Rule),
        outcome=st.sampled_from(Verdict),
        member=data(),
        reference=data(),
        have=facts,
        want=facts,
    )


@kept
def pairs() -> st.SearchStrategy[Pairs]:
    """Return a strategy for the verdicts of all pairs of a comparison."""
    return comparisons().map(lambda comparison: comparison.pairs)


@kept
def yearly_changes() -> st.SearchStrategy[YearlyChange]:
    """Return a strategy for changes per year."""
    return st.builds(
        YearlyChange,
        first=data(),
        last=data(),
        years=st.decimals("0.25", "50", places=2),
        absolute=values(),
        relative=st.none() | values(parse_unit("% change on year before")),
        reasons=st.lists(reasons(), max_size=1),
    )


@kept
@st.composite
def differences(draw: st.DrawFn) -> Difference:
    """Return a strategy for differences of two shares, with their margin of error."""
    share = Share(draw(terms(reference_amount=False)))
    comparison = draw(comparisons(unit=share, size=2))
    one, other = (member.number.magnitude for member in comparison.members)
    value = Value(
        one - other,
        Points(share.whole),
        interval=Interval(low=one - other - _MARGIN, high=one - other + _MARGIN, level=_LEVEL),
    )
    return Difference(
        comparison=comparison,
        value=value,
        z=draw(st.floats(-40, 40)),
        p=draw(st.floats(0, 1)),
    )


@kept
def changes() -> st.SearchStrategy[Changes]:
    """Return a strategy for what differs between two versions of an indicator."""
    return st.tuples(indicators(), indicators()).map(lambda two: diff(*two))


@kept
def single_changes() -> st.SearchStrategy[Change]:
    """Return a strategy for single differences, of one title for another."""
    return st.builds(
        Change,
        kind=st.just(ChangeKind.REWORDED),
        old_path=st.just("title.en"),
        new_path=st.just("title.en"),
        old=words(),
        new=words(),
    )
