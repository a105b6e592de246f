"""Index series with another base."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from offinno.analysis import BrokenSeries, CannotConvert, NoReferenceFigure, rebase
from offinno.datasets import series
from offinno.model import Break, Indicator, Method
from offinno.units import BadUnit, Index
from offinno.values import Value

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]


@pytest.fixture
def prices(make: Make) -> Indicator:
    """Return an index of three years."""
    return make("cpi", "index 2018=100", {2017: 80, 2018: 100, 2019: 120})


def test_base_becomes_100(prices: Indicator) -> None:
    """Every level is divided by that of the new base; the key stays, as the series does."""
    found = rebase(prices, to=2017)

    assert (Index("2017"), "cpi") == (found.unit, found.key)
    assert [100, 125, 150] == [datum.number.magnitude for datum in found.data()]


def test_single_figure_finds_the_base_in_its_series(prices: Indicator) -> None:
    """A figure knows the indicator that it is of."""
    found = rebase(prices.at(period=2019), to=2017)

    assert Value(150, Index("2017")) == found.value
    assert found.indicator.lineage is not None
    assert Method.REBASE is found.indicator.lineage.method
    assert ["2019", "2017"] == [str(part.period) for part in found.indicator.lineage.inputs]


def test_part_of_a_series_without_the_base_is_refused(prices: Indicator) -> None:
    """What is not there is not guessed."""
    with pytest.raises(NoReferenceFigure, match="no figure for NO in 2017; it has 2019"):
        rebase(prices.where(period=2019), to=2017)


def test_only_an_index_is_rebased(make: Make) -> None:
    """An amount has no base."""
    with pytest.raises(CannotConvert, match="cannot re-base 'costs', which is in NOK: it is no"):
        rebase(make("costs", "NOK", {2019: 1}), to=2019)


def test_base_must_be_a_period_that_an_index_can_have(make: Make) -> None:
    """A day is no base."""
    index = make("cpi", "index 2018=100", {"2019-01-01": 80})

    with pytest.raises(BadUnit):
        rebase(index, to="2019-01-01")


def test_break_between_base_and_figure_is_refused(make: Make) -> None:
    """Levels by two methods are not divided by each other."""
    change = Break(key="basket", at=2019, changed="the basket")
    index = make("cpi", "index 2018=100", {2017: 80, 2018: 100, 2019: 120}, breaks=[change])

    with pytest.raises(BrokenSeries, match="the break 'basket' between 2017 and 2019"):
        rebase(index, to=2017)
    assert Value(125, Index("2017")) == rebase(index.at(period=2018), to=2017).value


def test_two_bases_of_the_consumer_price_index_agree_within_rounding() -> None:
    """The published index has one decimal, so a re-based level is off by half of it twice.

    One level x ± 0.05 is divided by another ± 0.05, and multiplied by 100: the result may be off
    by (0.05 + 0.05 · x ÷ base) · 100 ÷ base. The chained index agrees within that everywhere.
    """
    half = Decimal("0.05")
    published, chained = series("cpi"), series("cpi-chained")
    base = published.at(period=2015).number.magnitude
    apart = []
    for datum in rebase(published, to=2015).where(area="NO").data():
        if datum.period not in chained.periods:
            continue
        other = chained.at(period=datum.period).number.magnitude
        level = published.at(period=datum.period).number.magnitude
        allowed = (half + half * level / base) * 100 / base
        apart.append(abs(datum.number.magnitude - other))
        assert apart[-1] <= allowed

    assert 15 == len(apart)
    assert "0.11" == f"{max(apart):.2f}"
