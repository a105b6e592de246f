"""Amounts relative to another amount, and for each of a population."""

from collections.abc import Callable

import attrs
import pytest

from offinno.analysis import (
    CannotConvert,
    NoReferenceFigure,
    NotAPart,
    WrongSeries,
    per,
    relative_to,
)
from offinno.datasets import series
from offinno.language import vocabulary
from offinno.model import Contradiction, Indicator, Measuring, Method, Preferred, Source
from offinno.units import Ratio, Share, parse_unit
from offinno.values import Qualifier, Value

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]


@pytest.fixture
def gdp(make: Make) -> Indicator:
    """Return a reference amount of two years."""
    return make("gdp", "NOK", {2018: 200, 2019: 400})


@pytest.fixture
def costs(make: Make) -> Indicator:
    """Return amounts of the same years."""
    return make("costs", "NOK", {2018: 50, 2019: 500})


class TestRelativeTo:
    """Per cent of another amount."""

    def test_ratio_may_pass_100(self, costs: Indicator, gdp: Indicator) -> None:
        """Each amount is divided by that of its year."""
        found = relative_to(costs, gdp)

        assert Ratio(vocabulary()["GDP"]) == found.unit
        assert [25, 125] == [datum.number.magnitude for datum in found.data()]
        assert "costs-relative-gdp" == found.key
        assert found.lineage is not None
        assert Method.RELATIVE is found.lineage.method

    def test_own_amount_brings_its_own_word(self, costs: Indicator, make: Make) -> None:
        """A whole that offinno has no word for is called by its title."""
        spending = make("spending", "NOK", {2018: 100}, title={"en": "spending of all"})
        found = relative_to(costs.at(period=2018), spending)

        assert "50 % of spending" == str(found.value)
        assert isinstance(found.unit, Ratio)
        assert "spending of all" == found.unit.to.label.in_("en")

    def test_part_is_a_share(self, costs: Indicator, gdp: Indicator) -> None:
        """What is truly a part is one, and lies within 0 to 100."""
        found = relative_to(costs.at(period=2018), gdp, part=True)

        assert Share(vocabulary()["GDP"]) == found.unit
        with pytest.raises(NotAPart, match="'costs' is no part of 'gdp': a share lies between"):
            relative_to(costs, gdp, part=True)

    def test_other_contradictions_stay_what_they_are(self, make: Make) -> None:
        """A result out of all bounds is said to be one."""
        tiny = make("gdp", "NOK", {2018: "1E-12"})
        huge = make("costs", "NOK", {2018: "1E20"})

        with pytest.raises(Contradiction, match="out of bounds"):
            relative_to(huge, tiny)

    def test_whole_of_another_period_must_be_named(self, make: Make, gdp: Indicator) -> None:
        """Nothing is divided by the amount of another year unless told."""
        later = make("costs", "NOK", {2020: 40})

        with pytest.raises(NoReferenceFigure, match="no figure for NO in 2020"):
            relative_to(later, gdp)
        assert 10 == relative_to(later, gdp, at=2019).data()[0].number.magnitude

    @pytest.mark.parametrize(
        ("unit", "problem"),
        [
            ("inhabitants", "it is no amount of money"),
            ("NOK@2018:cpi", "only amounts at current prices"),
            ("NOK / inhabitants", "only amounts at current prices"),
        ],
    )
    def test_what_is_not_measured_against_another(
        self, make: Make, gdp: Indicator, unit: str, problem: str
    ) -> None:
        """Only money at current prices is."""
        with pytest.raises(CannotConvert, match=problem):
            relative_to(make("given", unit, {2018: 1}), gdp)

    @pytest.mark.parametrize("unit", ["EUR", "NOK@2018:cpi", "inhabitants"])
    def test_what_nothing_is_measured_against(
        self, make: Make, costs: Indicator, unit: str
    ) -> None:
        """The whole is in the same currency, at current prices."""
        with pytest.raises(WrongSeries, match="needed is an amount in NOK, as 'costs' is"):
            relative_to(costs, make("whole", unit, {2018: 1}))

    def test_preferred_source_is_taken(self) -> None:
        """Of the values that sources give for GDP in 2017, that of the preferred one is used."""
        found = relative_to(series("government-expenditure").at(period=2017), "gdp")

        assert Qualifier.ABOUT is found.number.qualifier
        assert ["ssb-general-government-2020", "world-bank-gdp"] == [
            source.key for source in found.sources
        ]

    def test_published_gdp_can_be_chosen(self) -> None:
        """With the value of the Ministry of Finance, procurement of 2017 would not be about."""
        gdp = series("gdp").where(source="budget-2019")
        found = relative_to(series("government-expenditure").at(period=2017), gdp)

        assert Qualifier.EXACT is found.number.qualifier
        assert "49.51" == f"{found.number.magnitude:.2f}"


class TestPer:
    """For each of a population."""

    def test_population_of_the_first_day_serves_the_year(self, make: Make) -> None:
        """A count of 1 January is the population of the year that begins."""
        people = make("population", "inhabitants", {"2019-01-01": 4}, measuring=Measuring.STOCK)
        found = per(make("costs", "NOK", {2019: 10}), people)

        assert Value("2.5", parse_unit("NOK / inhabitants")) == found.data()[0].value
        assert "costs-per-population" == found.key
        assert found.lineage is not None
        assert "2019-01-01" == str(found.lineage.inputs[1].period)

    def test_flow_is_not_looked_up_by_day(self, make: Make) -> None:
        """Only what was counted on a day serves a period that begins on it."""
        people = make("births", "inhabitants", {"2019-01-01": 4}, measuring=Measuring.FLOW)

        with pytest.raises(NoReferenceFigure):
            per(make("costs", "NOK", {2019: 10}), people)

    def test_period_without_a_beginning(self, make: Make) -> None:
        """Where no day is known, none can be looked up."""
        people = make("population", "inhabitants", {"2019-01-01": 4}, measuring=Measuring.STOCK)

        with pytest.raises(NoReferenceFigure, match="name the period to go by with at="):
            per(make("costs", "NOK", {"?": 10}), people)

    @pytest.mark.parametrize("unit", ["applications", "km"])
    def test_counts_and_quantities_are_shared_out(self, make: Make, unit: str) -> None:
        """Whatever makes a quotient with people does."""
        people = make("population", "inhabitants", {2019: 4})

        assert (
            Value(2, parse_unit(f"{unit} / inhabitants"))
            == per(make("given", unit, {2019: 8}).at(period=2019), people).value
        )

    @pytest.mark.parametrize(
        ("unit", "problem"),
        [("% of GDP", "only money, counts and physical"), ("XXX", "its currency is not stated")],
    )
    def test_what_is_not_shared_out(self, make: Make, unit: str, problem: str) -> None:
        """A ratio is shared by nobody."""
        with pytest.raises(CannotConvert, match=problem):
            per(make("given", unit, {2019: 1}), "population")

    @pytest.mark.parametrize("unit", ["NOK", "applications"])
    def test_population_counts_other_things(self, make: Make, unit: str) -> None:
        """Applications for each application are one."""
        given = make("given", "applications", {2019: 1})

        with pytest.raises(WrongSeries, match="needed is a count of other things"):
            per(given, make("people", unit, {2019: 1}))

    def test_population_of_norway_is_not_for_others(self, make: Make) -> None:
        """Swedish amounts have another population."""
        swedish = make("costs", "SEK", {2019: 1}, area="SE")

        with pytest.raises(NoReferenceFigure, match="no figure for SE in 2019; it is about NO"):
            per(swedish, "population")

    def test_population_without_rows(self, make: Make) -> None:
        """A series that says nothing is about nothing."""
        with pytest.raises(NoReferenceFigure, match="it is about nothing"):
            per(make("costs", "NOK", {2019: 1}), make("people", "inhabitants", {}))


class TestSources:
    """Which sources a single figure rests on."""

    def test_row_with_a_source_of_its_own(self, make: Make, gdp: Indicator) -> None:
        """Its own source and that of the reference, not the others of the indicator."""
        sources = [Source(key=key, publisher=key, title=key) for key in ("first", "second")]
        costs = make("costs", "NOK", {2018: 50}, sources=sources, rows={2018: {"source": "second"}})
        costs = attrs.evolve(costs, preferred=Preferred(source="second", reason="newer"))

        found = relative_to(costs.at(period=2018), gdp)

        assert ["second", "gdp-source"] == [source.key for source in found.sources]
        assert Value(25, parse_unit("% of GDP")) == found.value

    def test_row_without_any_source(self, make: Make, gdp: Indicator) -> None:
        """A figure without a source keeps having none of its own."""
        costs = make("costs", "NOK", {2018: 50}, sources=[])

        assert ["gdp-source"] == [s.key for s in relative_to(costs.at(period=2018), gdp).sources]
