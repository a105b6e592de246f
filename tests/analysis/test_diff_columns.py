"""What differs between the columns of two versions of an indicator."""

from collections.abc import Callable

from offinno.analysis import diff
from offinno.language import vocabulary
from offinno.model import Evidence, Indicator, Population, Status
from offinno.units import parse_unit
from offinno.values import Range, Value

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]


def test_one_revised_figure_among_very_many(make: Make) -> None:
    """Rows in one order are held against each other on the columns."""
    figures = {f"{year:04}": year for year in range(1, 3001)}
    old = make("costs", "NOK", figures)
    new = make("costs", "NOK", figures | {"2018": 7}, rows={"2019": {"symbol": "x"}})

    assert ["observations[area=NO, period=2018].value: revised"] == str(diff(old, new)).split("\n")[
        :1
    ]
    assert 2 == len(diff(old, new))
    assert 2 == len(diff(new, old))


def test_column_that_only_one_of_the_two_has(make: Make) -> None:
    """Where no row is flagged, missing or more than published there is no column for that."""
    old = make("costs", "NOK", {2018: 1, 2019: 2})
    flagged = {"status": {Status.PROVISIONAL}, "evidence": Evidence.SECONDARY}
    new = make("costs", "NOK", {2018: 1, 2019: 2}, rows={2019: flagged})

    assert [
        "observations[area=NO, period=2019].status: changed",
        "observations[area=NO, period=2019].evidence: changed",
    ] == str(diff(old, new)).split("\n")


def test_population_of_a_row_is_held_against_the_other(make: Make) -> None:
    """What a population is made of is no unit of a number."""
    words = vocabulary()
    old, new = (
        make("c", "NOK", {2018: 1}, rows={2018: {"population": Population(unit=words[key])}})
        for key in ("counties", "municipalities")
    )

    assert ["observations[area=NO, period=2018].population.unit: changed"] == str(
        diff(old, new)
    ).split("\n")


def test_range_is_held_against_the_other_without_its_unit(make: Make) -> None:
    """Another unit is one change of the indicator; another end is a revision of the row."""

    def spread(high: int, unit: str) -> Indicator:
        low, top = (Value(number, parse_unit(unit)) for number in (1, high))
        return make("costs", unit, {2018: Range(low=low, high=top)})

    assert ["unit: changed"] == str(diff(spread(2, "NOK"), spread(2, "EUR"))).split("\n")
    assert ["observations[area=NO, period=2018].value: revised"] == str(
        diff(spread(2, "NOK"), spread(3, "NOK"))
    ).split("\n")
