"""Laws of conversions, of single figures and of whole indicators."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from offinno.analysis import NotAPart, deflate, exchange, per, rebase, relative_to
from offinno.model import Datum, Indicator, Observation, Observations
from offinno.units import Kind, Money, PriceBasis, Ratio, Share, Unit, parse_unit
from offinno.values import Interval, Missing, MissingReason, Qualifier, Range, Value

YEARS = tuple(range(2015, 2020))
EUR, NOK, INDEX = parse_unit("EUR"), parse_unit("NOK"), parse_unit("index 2015=100")
RATE, PEOPLE = parse_unit("NOK / EUR"), parse_unit("inhabitants")
NOT_APPLICABLE = Missing(MissingReason.NOT_APPLICABLE)

#: How far a number may be off that was rounded to 15 digits once: a unit of the last, of 100.
ONCE = Fraction(1, 10**14)


def numbers(*, least: int = -(10**12)) -> st.SearchStrategy[Decimal]:
    """Return a strategy for published numbers of up to twelve digits, with two decimals at most.

    A column has no more than 22 decimals, so of far smaller numbers fewer digits are kept.
    """
    return st.builds(
        lambda digits, places: Decimal(digits).scaleb(-places),
        st.integers(least, 10**12),
        st.integers(-6, 2),
    )


def indicator(key: str, unit: Unit, figures: list[Any]) -> Indicator:
    """Return an indicator of Norway with a figure for each year."""
    rows = [
        Observation(area="NO", period=year, value=value)
        for year, value in zip(YEARS, figures, strict=True)
    ]
    return Indicator(
        key=key,
        title=key,
        definition=key,
        unit=unit,
        population=NOT_APPLICABLE,
        observations=Observations.of(unit, rows),
    )


@st.composite
def figures(draw: st.DrawFn, unit: Unit) -> Value | Range | Missing:
    """Draw a value with or without interval, a range, or a gap."""
    low, number, high = sorted(draw(st.lists(numbers(), min_size=3, max_size=3)))
    interval = draw(st.none() | st.just(Interval(low=low, high=high)))
    value = Value(number, unit, draw(st.sampled_from(Qualifier)), interval=interval)
    ends = Range(low=Value(low, unit), high=Value(high, unit))
    kinds: list[Value | Range | Missing] = [value, value, ends, NOT_APPLICABLE]
    return draw(st.sampled_from(kinds))


def amounts(unit: Unit) -> st.SearchStrategy[Indicator]:
    """Return a strategy for amounts of every year."""
    rows = st.lists(figures(unit), min_size=len(YEARS), max_size=len(YEARS))
    return rows.map(lambda found: indicator("amounts", unit, found))


def series(key: str, unit: Unit, *, about: bool = False) -> st.SearchStrategy[Indicator]:
    """Return a strategy for reference series: numbers above zero, exact unless *about*."""
    qualifiers = [Qualifier.EXACT, Qualifier.ABOUT] if about else [Qualifier.EXACT]
    value = st.builds(
        Value,
        st.builds(lambda d, p: Decimal(d).scaleb(-p), st.integers(1, 10**4), st.integers(0, 2)),
        st.just(unit),
        st.sampled_from(qualifiers),
    )
    rows = st.lists(value, min_size=len(YEARS), max_size=len(YEARS))
    return rows.map(lambda found: indicator(key, unit, found))


def ends(value: Value | Range | Missing) -> list[Decimal]:
    """Return the numbers of a figure."""
    if isinstance(value, Missing):
        return []
    both = [value.low, value.high] if isinstance(value, Range) else [value]
    return [end.magnitude for end in both]


def close(one: Indicator, other: Indicator, *, times: int) -> None:
    """Check that two indicators agree, where results were rounded so many times."""
    for mine, theirs in zip(one.data(), other.data(), strict=True):
        for x, y in zip(ends(mine.value), ends(theirs.value), strict=True):
            apart, size = abs(Fraction(x) - Fraction(y)), abs(Fraction(y))
            assert apart <= times * ONCE * size + Fraction(1, 10**21)


@given(amounts(EUR), series("rates", RATE))
def test_exchange_there_and_back(given_: Indicator, rates: Indicator) -> None:
    """In another currency and back, an amount is the same to the rounding of two conversions."""
    there = exchange(given_, to="NOK", by=rates)
    back = exchange(there, to="EUR", by=rates)

    assert given_.unit == back.unit
    close(back, given_, times=2)


@given(amounts(NOK), series("cpi", INDEX), st.sampled_from(YEARS), st.sampled_from(YEARS))
def test_deflation_by_way_of_another_year(
    given_: Indicator, prices: Indicator, by_way: int, to: int
) -> None:
    """By way of the prices of another year, an amount comes out the same."""
    straight = deflate(given_, to=to, by=prices)
    round_about = deflate(deflate(given_, to=by_way, by=prices), to=to, by=prices)

    assert Money("NOK", PriceBasis(to, "cpi")) == straight.unit == round_about.unit
    close(round_about, straight, times=3)


@given(series("cpi", INDEX), st.sampled_from(YEARS))
def test_rebasing_there_and_back(index: Indicator, to: int) -> None:
    """Re-based and back, an index whose base is 100 is the same."""
    start = rebase(index, to=2015)
    back = rebase(rebase(start, to=to), to=2015)

    assert start.unit == back.unit
    assert 100 == rebase(index, to=to).at(period=to).number.magnitude
    close(back, start, times=4)


@given(amounts(EUR), series("rates", RATE, about=True))
def test_figure_by_figure_is_all_at_once(given_: Indicator, rates: Indicator) -> None:
    """A figure taken out and converted is the one of the converted indicator."""
    whole = exchange(given_, to="NOK", by=rates)

    for datum, converted in zip(given_.data(), whole.data(), strict=True):
        assert converted.value == exchange(datum, to="NOK", by=rates).value


@given(amounts(EUR), series("rates", RATE, about=True))
def test_nothing_changes_but_the_numbers(given_: Indicator, rates: Indicator) -> None:
    """Gaps stay gaps, ranges ranges; areas, periods and what goes in stay as they are."""
    before = attrs.evolve(given_), attrs.evolve(rates)
    found = exchange(given_, to="NOK", by=rates)

    assert before == (given_, rates)
    for mine, theirs in zip(given_.observations, found.observations, strict=True):
        assert (mine.area, mine.period) == (theirs.area, theirs.period)
        assert type(mine.value) is type(theirs.value)


@given(amounts(EUR), series("rates", RATE))
def test_qualifiers_stay_and_intervals_hold_their_number(
    given_: Indicator, rates: Indicator
) -> None:
    """A positive exact factor turns no bound around, and rounding leaves no number outside."""
    found = exchange(given_, to="NOK", by=rates)

    for mine, theirs in zip(given_.data(), found.data(), strict=True):
        if isinstance(mine.value, Value) and isinstance(theirs.value, Value):
            assert mine.value.qualifier is theirs.value.qualifier
            assert (mine.value.interval is None) == (theirs.value.interval is None)


@given(amounts(NOK), series("gdp", NOK, about=True), series("people", PEOPLE, about=True))
def test_kind_and_whole_are_those_of_the_reference(
    given_: Indicator, gdp: Indicator, people: Indicator
) -> None:
    """A ratio is to the reference amount; so much is for each of the population."""
    ratio, each = relative_to(given_, gdp), per(given_, people)

    assert isinstance(ratio.unit, Ratio)
    assert "GDP" == ratio.unit.to.key
    assert (Kind.PER, "NOK / inhabitants") == (each.unit.kind, str(each.unit))


@given(numbers(least=0), numbers(least=1))
def test_share_never_leaves_0_to_100(part: Decimal, whole: Decimal) -> None:
    """What is more than its whole is refused as a part."""
    share = indicator("part", NOK, [Value(part, NOK)] * len(YEARS))
    of = indicator("gdp", NOK, [Value(whole, NOK)] * len(YEARS))
    assume(part == 0 or Fraction(part) / Fraction(whole) < 10**12)

    if part > whole:
        with pytest.raises(NotAPart):
            relative_to(share, of, part=True)
        return
    found = relative_to(share, of, part=True)
    assert isinstance(found.unit, Share)
    assert all(0 <= datum.number.magnitude <= 100 for datum in found.data())


@given(amounts(EUR), series("rates", RATE))
def test_working_computes_the_result(given_: Indicator, rates: Indicator) -> None:
    """What went in, multiplied as the method says, is what came out."""
    found = exchange(given_, to="NOK", by=rates)
    inputs = () if found.lineage is None else found.lineage.inputs
    results = [end for datum in found.data() for end in ends(datum.value)]

    for amount, rate, result in zip(inputs[::2], inputs[1::2], results, strict=True):
        product = Fraction(amount.value.magnitude) * Fraction(rate.value.magnitude)
        assert abs(product - Fraction(result)) <= ONCE * abs(product) + Fraction(1, 10**21)


@given(series("cpi", INDEX), st.sampled_from(YEARS))
def test_single_figure_comes_back_as_one(index: Indicator, to: int) -> None:
    """The type of the result is that of what was given."""
    assert isinstance(rebase(index.at(period=to), to=to), Datum)
    assert isinstance(rebase(index, to=to), Indicator)
