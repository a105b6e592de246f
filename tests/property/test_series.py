"""Laws of series: growth, chaining, breaks, and how sure a figure is."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offinno.analysis import (
    BrokenSeries,
    chain,
    deflate,
    exchange,
    growth,
    per,
    rebase,
    relative_to,
)
from offinno.model import Break, Datum, Indicator, Observation, Observations, Status
from offinno.units import Unit, parse_unit
from offinno.values import Missing, MissingReason, Period, Range, Value

YEARS = tuple(range(2015, 2021))
NOK, EUR, GDP = (parse_unit(text) for text in ("NOK", "EUR", "% of GDP"))
RATE, PEOPLE, INDEX = (parse_unit(text) for text in ("NOK / EUR", "inhabitants", "index 2015=100"))
EACH = parse_unit("NOK / inhabitants")
GAP = Missing(MissingReason.NOT_STATED)

#: How far a number may be off that was rounded to 15 digits once: a unit of the last, of 100.
ONCE = Fraction(1, 10**14)

#: Flags that say how sure a figure is.
UNSURE = (
    Status.ESTIMATED,
    Status.EXPERIMENTAL,
    Status.FORECAST,
    Status.IMPUTED,
    Status.LOW_RELIABILITY,
    Status.PROVISIONAL,
    Status.UNVALIDATED,
)


def flags() -> st.SearchStrategy[frozenset[Status]]:
    """Return a strategy for quality flags, breaks left out, as these stop growth."""
    every = [flag for flag in Status if flag is not Status.BREAK]
    return st.frozensets(st.sampled_from(every), max_size=2)


def numbers(*, most: int = 10**6) -> st.SearchStrategy[Decimal]:
    """Return a strategy for numbers above zero, with two decimals at most."""
    return st.builds(lambda d, p: Decimal(d).scaleb(-p), st.integers(1, most), st.integers(0, 2))


@st.composite
def levels(draw: st.DrawFn, key: str, unit: Unit, years: tuple[int, ...] = YEARS) -> Indicator:
    """Draw levels of every year, with quality flags."""
    rows = [
        Observation(
            area="NO", period=year, value=Value(draw(numbers()), unit), status=draw(flags())
        )
        for year in years
    ]
    return indicator(key, unit, rows)


def indicator(key: str, unit: Unit, rows: list[Observation], **more: Any) -> Indicator:
    """Return an indicator with a bare header."""
    return Indicator(
        key=key,
        title=key,
        definition="levels",
        unit=unit,
        population=Missing(MissingReason.NOT_APPLICABLE),
        observations=Observations.of(unit, rows),
        **more,
    )


def exact(datum: Datum) -> Fraction:
    """Return the number of a figure."""
    return Fraction(datum.number.magnitude)


def near(one: Fraction, other: Fraction, *, times: int) -> bool:
    """Return whether two numbers agree, where results were rounded so many times."""
    return abs(one - other) <= times * ONCE * abs(other) + Fraction(1, 10**21)


def unsure(row: Observation) -> set[Status]:
    """Return what a row says of how sure it is."""
    return set(row.status & set(UNSURE))


@given(levels("costs", NOK))
def test_growth_compounded_is_the_ratio_of_last_to_first(costs: Indicator) -> None:
    """Year upon year, growth leads from the first figure to the last."""
    product = Fraction(1)
    for datum in growth(costs).data():
        product *= 1 + exact(datum) / 100
    first, last = (costs.at(period=year) for year in (YEARS[0], YEARS[-1]))

    # what is rounded is the growth, which may be far larger than the factor that it stands for
    assert near(product * exact(first), exact(last), times=10**9)


@given(levels("costs", NOK), st.integers(1, len(YEARS) - 1))
def test_growth_over_several_years_is_from_the_first_to_the_last(
    costs: Indicator, years: int
) -> None:
    """Over so many years, or with one period for all, it is the same."""
    first, last = YEARS[-1 - years], YEARS[-1]
    over = "year before" if years == 1 else f"{years} years before"
    one = growth(costs.at(period=last), over=over).number.magnitude
    other = growth(costs.at(period=last), over=first).number.magnitude

    assert one == other
    ratio = exact(costs.at(period=last)) / exact(costs.at(period=first))
    assert abs(ratio - 1 - Fraction(one) / 100) <= ONCE * (abs(ratio) + 1)


@given(levels("ratio", GDP))
def test_changes_in_points_add_up(ratio: Indicator) -> None:
    """The sum of all changes is the last less the first, with no digit lost."""
    found = sum((exact(datum) for datum in growth(ratio).data()), Fraction(0))
    first, last = (ratio.at(period=year) for year in (YEARS[0], YEARS[-1]))

    assert exact(last) - exact(first) == found


@given(levels("costs", NOK))
def test_growth_figure_by_figure_is_all_at_once(costs: Indicator) -> None:
    """A figure taken out grows as it does in its series, and tells the same step."""
    for datum in growth(costs).data():
        alone = growth(costs.at(period=datum.period))

        assert (datum.value, datum.lineage) == (alone.value, alone.lineage)
        assert unsure(datum.observation) == unsure(alone.observation)


@given(
    levels("costs", NOK),
    st.lists(st.sampled_from(YEARS), min_size=1, max_size=3, unique=True),
    st.integers(1, len(YEARS) - 1),
    st.data(),
)
def test_growth_never_crosses_a_break_uncrossed(
    costs: Indicator, years: list[int], back: int, data: st.DataObject
) -> None:
    """There is a number exactly where no break lies between, or each one is crossed."""
    breaks = [Break(key=f"b{year}", at=year, changed="something") for year in years]
    crossed = data.draw(st.sets(st.sampled_from([change.key for change in breaks])))
    broken = attrs.evolve(costs, breaks=breaks)
    over = "year before" if back == 1 else f"{back} years before"
    found = growth(broken, over=over, cross=dict.fromkeys(crossed, "why"))

    assert broken.breaks == found.breaks
    for datum in found.data():
        year = int(datum.period.text)
        lying = {change.key for change in breaks if change.parts(Period(year - back), Period(year))}
        assert (lying <= crossed) == isinstance(datum.value, Value)
        assert bool(lying) == (Status.BREAK in datum.observation.status)
        if not lying <= crossed:
            with pytest.raises(BrokenSeries):
                growth(broken.at(period=year), over=over, cross=dict.fromkeys(crossed, "why"))


@given(levels("costs", NOK))
def test_unsure_figures_make_unsure_growth(costs: Indicator) -> None:
    """What is said of how sure a figure is, before or after, is said of the growth."""
    for datum in growth(costs).data():
        pair = [costs.at(period=int(datum.period.text) - back) for back in (0, 1)]
        wanted = set().union(*(unsure(one.observation) for one in pair))

        assert wanted == unsure(datum.observation)


@given(
    levels("costs", NOK),
    levels("rates", RATE),
    levels("cpi", INDEX),
    levels("people", PEOPLE),
    levels("gdp", NOK),
)
def test_how_unsure_a_figure_is_is_never_lost(
    costs: Indicator, rates: Indicator, cpi: Indicator, people: Indicator, gdp: Indicator
) -> None:
    """Whatever it is converted by, the flags of the figure and of what it went by stay."""
    base = cpi.at(period=YEARS[-1]).observation
    for found, by, further in (
        (exchange(costs, to="EUR", by=rates), rates, set()),
        (per(costs, people), people, set()),
        (relative_to(costs, gdp), gdp, set()),
        (deflate(costs, to=YEARS[-1], by=cpi), cpi, unsure(base)),
        (rebase(cpi, to=YEARS[-1]), cpi, unsure(base)),
    ):
        of = cpi if found.key == "cpi" else costs
        for row, own, other in zip(
            found.observations, of.observations, by.observations, strict=True
        ):
            assert row.status == own.status | unsure(other) | further


@given(levels("costs", NOK), levels("people", PEOPLE), levels("gdp", NOK), levels("cpi", INDEX))
def test_there_and_back(
    costs: Indicator, people: Indicator, gdp: Indicator, cpi: Indicator
) -> None:
    """Undone by hand, each conversion gives the amount to the rounding of one.

    `exchange` and `rebase` undo themselves; the laws of conversions hold these.
    """
    each, ratio = per(costs, people), relative_to(costs, gdp)
    real = deflate(costs, to=YEARS[0], by=cpi)
    start = exact(cpi.at(period=YEARS[0]))
    for year in YEARS:
        amount, size, whole, level = (
            exact(given_.at(period=year)) for given_ in (costs, people, gdp, cpi)
        )
        assert near(exact(each.at(period=year)) * size, amount, times=1)
        assert near(exact(ratio.at(period=year)) * whole / 100, amount, times=1)
        assert near(exact(real.at(period=year)) * level / start, amount, times=1)


@given(
    levels("old", INDEX), levels("new", parse_unit("index 2018=100")), st.sampled_from(YEARS[1:])
)
def test_chained_series_grows_as_each_part_on_its_side(
    old: Indicator, new: Indicator, at: int
) -> None:
    """Up to the period of both as the old series, from then on as the new one."""
    found = chain(old, new, at=at)

    assert new.unit == found.unit
    for year in YEARS[1:]:
        part = old if year <= at else new
        one, other = (growth(given_.at(period=year)) for given_ in (found, part))
        apart = abs(exact(one) - exact(other))
        assert apart <= 300 * ONCE * (1 + abs(exact(other)) / 100)


@given(levels("old", NOK), levels("new", NOK), st.sampled_from(YEARS[1:]))
def test_chaining_leaves_the_new_series_and_undoes_itself(
    old: Indicator, new: Indicator, at: int
) -> None:
    """New figures stay to the digit; the old ones come back, brought to the old level again."""
    found = chain(old, new, at=at)
    for year in YEARS:
        if year >= at:
            assert new.at(period=year).observation == found.at(period=year).observation
    back = chain(found, old, at=at)
    for year in YEARS:
        one, other = back.at(period=year), old.at(period=year)
        assert near(exact(one), exact(other), times=2)
        assert unsure(other.observation) <= unsure(one.observation)


@given(levels("series", INDEX), st.sampled_from(YEARS[1:]))
def test_series_chained_to_itself_is_itself(given_: Indicator, at: int) -> None:
    """With one level at the link nothing is rescaled."""
    found = chain(given_, given_, at=at)

    assert [row.value for row in given_.observations] == [row.value for row in found.observations]


@given(levels("old", NOK), levels("new", NOK), levels("ratio", GDP))
def test_nothing_that_goes_in_changes(old: Indicator, new: Indicator, ratio: Indicator) -> None:
    """Growth and chaining make new series."""
    before = attrs.evolve(old), attrs.evolve(new), attrs.evolve(ratio)
    growth(old)
    growth(ratio)
    chain(old, new, at=YEARS[2])

    assert before == (old, new, ratio)


@given(
    st.lists(
        st.one_of(
            numbers().map(lambda number: Value(number, NOK)),
            st.just(GAP),
            st.builds(
                lambda ends: Range(low=Value(min(ends), NOK), high=Value(max(ends), NOK)),
                st.tuples(numbers(), numbers()),
            ),
        ),
        min_size=len(YEARS),
        max_size=len(YEARS),
    )
)
def test_growth_has_a_row_for_each_figure_but_the_first(
    figures: list[Value | Range | Missing],
) -> None:
    """Gaps and ranges make gaps, with a number only between two numbers."""
    rows = [
        Observation(area="NO", period=year, value=figure)
        for year, figure in zip(YEARS, figures, strict=True)
    ]
    found = growth(indicator("costs", NOK, rows))

    assert [str(year) for year in YEARS[1:]] == [period.text for period in found.periods]
    for datum, now, before in zip(found.data(), figures[1:], figures, strict=False):
        both = isinstance(now, Value) and isinstance(before, Value)
        assert both == isinstance(datum.value, Value)
        assert both == (datum.lineage is not None)
