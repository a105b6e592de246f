"""Amounts at the prices of one year."""

from collections.abc import Callable

import pytest

from offinno.analysis import (
    BrokenSeries,
    CannotConvert,
    NoReferenceFigure,
    WrongSeries,
    deflate,
    exchange,
    rebase,
)
from offinno.model import Break, Indicator, Method
from offinno.units import parse_unit
from offinno.values import Value

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]


@pytest.fixture
def prices(make: Make) -> Indicator:
    """Return a price index of three years."""
    return make("cpi", "index 2018=100", {2017: 80, 2018: 100, 2019: 120})


@pytest.fixture
def costs(make: Make) -> Indicator:
    """Return amounts of the same years."""
    return make("costs", "NOK", {2017: "8.0", 2018: 10, 2019: 12})


class TestResult:
    """What comes back."""

    def test_amounts_of_one_year_are_comparable(self, costs: Indicator, prices: Indicator) -> None:
        """An amount that followed prices is the same in each year."""
        found = deflate(costs, to=2018, by=prices)

        assert parse_unit("NOK@2018:cpi") == found.unit
        assert "costs-2018-cpi" == found.key
        assert [10, 10, 10] == [datum.number.magnitude for datum in found.data()]

    def test_amount_of_the_year_itself_is_as_published(
        self, costs: Indicator, prices: Indicator
    ) -> None:
        """At the prices of its own year an amount keeps its decimals."""
        found = deflate(costs.at(period=2017), to=2017, by=prices)

        assert "8.0 NOK@2017:cpi" == str(found.value)

    def test_working_names_both_index_figures(self, costs: Indicator, prices: Indicator) -> None:
        """The amount, the index of the year wanted and that of its own."""
        lineage = deflate(costs.at(period=2017), to=2019, by=prices).indicator.lineage

        assert lineage is not None
        assert Method.DEFLATION is lineage.method
        assert [("costs", "2017"), ("cpi", "2019"), ("cpi", "2017")] == [
            (part.figure, str(part.period)) for part in lineage.inputs
        ]

    def test_constant_prices_move_to_another_year(
        self, costs: Indicator, prices: Indicator
    ) -> None:
        """By the same deflator, the prices of one year become those of another."""
        by_way = deflate(deflate(costs, to=2018, by=prices), to=2019, by=prices)

        assert [d.value for d in deflate(costs, to=2019, by=prices).data()] == [
            d.value for d in by_way.data()
        ]

    def test_another_base_makes_no_difference(self, costs: Indicator, prices: Indicator) -> None:
        """A re-based index is the same deflator."""
        again = rebase(prices, to=2019)

        assert parse_unit("NOK@2018:cpi") == deflate(costs, to=2018, by=again).unit
        assert ["10.00", "10.00", "10.00"] == [
            f"{datum.number.magnitude:.2f}" for datum in deflate(costs, to=2018, by=again).data()
        ]

    def test_amount_for_each_is_deflated(self, make: Make, prices: Indicator) -> None:
        """Money per inhabitant is money."""
        each = make("each", "NOK / inhabitants", {2017: 8})

        assert (
            Value(12, parse_unit("NOK@2019:cpi / inhabitants"))
            == deflate(each.at(period=2017), to=2019, by=prices).value
        )

    def test_sum_over_years_needs_the_year_of_its_prices(
        self, make: Make, prices: Indicator
    ) -> None:
        """A sum over several years has no prices of its own."""
        total = make("total", "NOK", {"2017/2019": 10})

        with pytest.raises(NoReferenceFigure, match="name the period to go by with at="):
            deflate(total, to=2019, by=prices)
        assert 12 == deflate(total, to=2019, by=prices, at=2018).data()[0].number.magnitude

    def test_county_goes_by_the_index_of_its_country(self, make: Make, prices: Indicator) -> None:
        """Prices are measured for the country."""
        oslo = make("oslo", "NOK", {2017: 8}, area="NO-03@2024")

        assert (
            Value(10, parse_unit("NOK@2018:cpi"))
            == deflate(oslo, to=2018, by=prices).data()[0].value
        )

    def test_index_of_the_county_itself_comes_first(self, make: Make) -> None:
        """An index of the very territory is preferred to that of the country."""
        local = make("cpi", "index 2018=100", {2017: 50, 2018: 100}, area="NO-03@2024")
        oslo = make("oslo", "NOK", {2017: 8}, area="NO-03@2024")

        assert 16 == deflate(oslo, to=2018, by=local).data()[0].number.magnitude


class TestRefusals:
    """What cannot be."""

    def test_exchanged_amount(self, costs: Indicator, prices: Indicator, make: Make) -> None:
        """The order is: deflate in the own currency, then exchange."""
        rates = make("rates", "NOK / EUR", dict.fromkeys((2017, 2018, 2019), 10))
        euro = exchange(costs, to="EUR", by=rates)
        again = exchange(euro, to="NOK", by=rates)

        for given in (euro, again):
            with pytest.raises(CannotConvert, match="it was exchanged before; deflate in the own"):
                deflate(given, to=2018, by=prices)
        assert (
            parse_unit("EUR@2018:cpi")
            == exchange(deflate(costs, to=2018, by=prices), to="EUR", by=rates).unit
        )

    def test_exchange_hidden_among_the_inputs(
        self, costs: Indicator, prices: Indicator, make: Make
    ) -> None:
        """A sum of exchanged amounts was exchanged."""
        rates = make("rates", "NOK / EUR", {2018: 10})
        euro = make("more", "EUR", {2018: 1}).at(period=2018)
        total = costs.at(period=2018) + exchange(euro, to="NOK", by=rates)

        with pytest.raises(CannotConvert, match="it was exchanged before"):
            deflate(total, to=2017, by=prices)

    def test_sum_in_the_own_currency(self, costs: Indicator, prices: Indicator) -> None:
        """A figure with another lineage may be deflated."""
        total = costs.at(period=2018) + costs.at(period=2018)

        assert Value(24, parse_unit("NOK@2019:cpi")) == deflate(total, to=2019, by=prices).value

    def test_amount_in_another_currency_than_the_prices(
        self, make: Make, prices: Indicator
    ) -> None:
        """Euro spent in Norway are not deflated by the prices of kroner."""
        with pytest.raises(CannotConvert, match="the prices of NO, which are in NOK"):
            deflate(make("grants", "EUR", {2017: 1}), to=2019, by=prices)

    def test_territory_whose_currency_is_not_known(self, make: Make) -> None:
        """Of other countries the currency is not checked."""
        prices = make("cpi", "index 2018=100", {2017: 80, 2018: 100}, area="JP")
        costs = make("costs", "JPY", {2017: 8}, area="JP")

        assert 10 == deflate(costs, to=2018, by=prices).data()[0].number.magnitude

    def test_index_of_another_territory(self, make: Make, prices: Indicator) -> None:
        """Swedish amounts are not deflated by Norwegian prices."""
        swedish = make("costs", "SEK", {2017: 1}, area="SE")

        with pytest.raises(NoReferenceFigure, match="no figure for SE in 2019; it is about NO"):
            deflate(swedish, to=2019, by=prices)

    def test_what_is_no_index(self, costs: Indicator) -> None:
        """An exchange rate is no deflator."""
        with pytest.raises(WrongSeries, match="needed is a price index"):
            deflate(costs, to=2018, by="ecb-eur-nok")

    def test_prices_of_something_else_than_a_year(self, costs: Indicator, make: Make) -> None:
        """Constant prices are those of a year."""
        months = make("cpi", "index 2018=100", {"2018-01": 80})

        for to in ("2018-01", "?"):
            with pytest.raises(CannotConvert, match="prices are those of a year"):
                deflate(costs, to=to, by=months)

    def test_another_deflator_than_before(
        self, costs: Indicator, prices: Indicator, make: Make
    ) -> None:
        """Prices by one index are not those by another."""
        real = deflate(costs, to=2018, by=prices)
        other = make("ppi", "index 2018=100", {2018: 100, 2019: 110})

        with pytest.raises(WrongSeries, match="the deflator 'cpi', by which the amount was"):
            deflate(real, to=2019, by=other)
        with pytest.raises(CannotConvert, match="it is at the prices of 2018; leave out at="):
            deflate(real, to=2019, by=prices, at=2017)

    def test_break_in_the_index(self, make: Make, costs: Indicator) -> None:
        """Prices by two methods are not divided by each other."""
        change = Break(key="basket", at=2018, changed="the basket")
        index = make("cpi", "index 2018=100", {2017: 80, 2018: 100, 2019: 120}, breaks=[change])

        with pytest.raises(BrokenSeries, match="the break 'basket' between 2017 and 2019"):
            deflate(costs, to=2019, by=index)
        assert 15 == deflate(costs.at(period=2018), to=2019, by=index).number.magnitude * 10 / 8
