"""How much a figure changed per year, and when that cannot be told. Every number is made up."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from offinno.model import (
    Break,
    Comparison,
    Contradiction,
    Indicator,
    NotComparable,
    Observation,
    Status,
    Verdict,
    YearlyChange,
)
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Qualifier, UnknownOrder, UnknownOutcome, Value

Rows = Callable[..., Observation]
Indicators = Callable[..., Indicator]


@pytest.fixture
def over_time(indicator: Indicators, row: Rows) -> Callable[..., Comparison]:
    """Return the builder of a comparison along periods: numbers by period, in one unit."""

    def make(numbers: dict[Any, Any], unit: str = "NOK", **header: Any) -> Comparison:
        found = parse_unit(unit)
        rows = [
            row(n if isinstance(n, Value | Missing) else Value(n, found), period=when)
            for when, n in numbers.items()
        ]
        return Comparison.of(indicator(rows, unit=found, **header), along="period")

    return make


def test_is_in_the_unit_and_in_per_cent(over_time: Callable[..., Comparison]) -> None:
    """An amount that grows by the same share every year."""
    change = over_time({2015: 100, 2017: 121}).change_per_year(2015, 2017)

    assert (Decimal(2), Value("10.5", parse_unit("NOK"))) == (change.years, change.absolute)
    assert Value(10, parse_unit("% change on year before")) == change.relative
    assert "10.5 NOK per year, 10 % change on year before" == str(change)
    assert f"<YearlyChange 2015 to 2017: {change}>" == repr(change)


def test_goes_from_the_earlier_to_the_later(over_time: Callable[..., Comparison]) -> None:
    """Whichever of the two is named first."""
    compared = over_time({2017: 50, 2015: 100})

    assert compared.change_per_year(2015, 2017) == compared.change_per_year(2017, 2015)
    assert Value(-25, parse_unit("NOK")) == compared.change_per_year(2015, 2017).absolute


@pytest.mark.parametrize(
    ("unit", "first", "last", "expected"),
    [
        ("% of public-workplaces", 40, 50, ("5", None)),
        ("% of GDP", 40, 50, ("5", None)),
        ("municipalities", 400, 400, ("0", "0")),
        ("NOK / inhabitants", 100, 144, ("22", "20")),
        ("index 2015=100", 100, 144, (None, "20")),
        ("NOK", 100, 0, ("-50", "-100")),
        ("NOK", 0, 100, ("50", None)),
        ("NOK", -100, 100, ("100", None)),
        ("NOK", 100, -100, ("-100", None)),
        ("NOK", Value(100, parse_unit("NOK"), Qualifier.ABOUT), 121, ("10.5", None)),
    ],
)
def test_relative_needs_a_true_zero(
    over_time: Callable[..., Comparison],
    unit: str,
    first: Any,
    last: int,
    expected: tuple[str | None, str | None],
) -> None:
    """Shares change by points, levels of an index by per cent, and others by both."""
    change = over_time({2015: first, 2017: last}, unit).change_per_year(2015, 2017)
    found = [
        None if value is None else value.magnitude for value in (change.absolute, change.relative)
    ]

    assert [None if n is None else Decimal(n) for n in expected] == found


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2015-Q1", "2016-Q3", "1.5"),
        ("2015-02", "2016-02", "1"),
        ("2015-01-01", "2018-01-01", "3"),
        ("2 years before 2015-10", "2 years before 2017-10", "2"),
        ("2015-01-01", "2015-07-02", "0.498299075"),
    ],
)
def test_time_is_in_years(
    over_time: Callable[..., Comparison], first: str, last: str, years: str
) -> None:
    """Counted in months from end to end, else in days."""
    change = over_time({first: 1, last: 2}).change_per_year(first, last)

    assert Decimal(years) == round(change.years, 9)


class TestRefusal:
    """A change that has no meaning is refused, and says why."""

    def test_names_the_break(self, over_time: Callable[..., Comparison]) -> None:
        """As every operation does; an override lets it be, with the reason beside it."""
        change = Break(key="weights", at=2017, changed="vekting")
        compared = over_time({2015: 1, 2017: 2}, breaks=[change])
        allowed = Comparison(
            members=compared.members, along="period", allowed={"method-break": "made up"}
        ).change_per_year(2015, 2017)

        with pytest.raises(NotComparable, match="the change per year between 2015 and 2017 has no"):
            compared.change_per_year(2015, 2017)
        assert "made up" in {reason.allowed for reason in allowed.reasons}

    def test_knows_flags(self, indicator: Indicators, row: Rows) -> None:
        """A row that is flagged as a break stops it too."""
        rows = [row(1, period=2017), row(2, period=2018, status=[Status.BREAK])]

        with pytest.raises(NotComparable, match="method-break is 2018"):
            Comparison.of(indicator(rows), along="period").change_per_year(2017, 2018)

    def test_needs_time(self, nordic: Indicator, over_time: Callable[..., Comparison]) -> None:
        """Areas do not change into each other, and a year not into itself."""
        with pytest.raises(Contradiction, match="compare along period, not along area"):
            Comparison.of(nordic).change_per_year("NO", "SE")
        compared = over_time({2015: 1, 2017: 2})
        with pytest.raises(Contradiction, match="the time is one: 2015 and 2015"):
            compared.change_per_year(2015, 2015)

    def test_needs_known_periods(self, over_time: Callable[..., Comparison]) -> None:
        """Something that was once has no distance to a year."""
        compared = over_time({"2 years before ?": 1, "2 years before 2018-10": 2})

        with pytest.raises(Contradiction, match="no time is known to lie between them"):
            compared.change_per_year("2 years before ?", "2 years before 2018-10")

    def test_needs_a_number(self, over_time: Callable[..., Comparison]) -> None:
        """What is missing does not change."""
        compared = over_time({2015: 1, 2016: Missing(MissingReason.SUPPRESSED)})

        with pytest.raises(Contradiction, match="no single value"):
            compared.change_per_year(2015, 2016)

    def test_of_bounds(self, over_time: Callable[..., Comparison]) -> None:
        """Over 70 and over 80 may be a decrease."""
        over = [Value(n, parse_unit("NOK"), Qualifier.OVER) for n in (70, 80)]

        with pytest.raises(UnknownOutcome):
            over_time({2015: over[0], 2016: over[1]}).change_per_year(2015, 2016)

    def test_of_what_changes_by_no_amount(self, over_time: Callable[..., Comparison]) -> None:
        """A relative change has no change per year of its own."""
        compared = over_time({2015: 1, 2016: 2}, "% change on year before")

        with pytest.raises(Contradiction, match="% change on year before changes by no amount"):
            compared.change_per_year(2015, 2016)

    def test_of_units_that_an_override_lets_pass(self, indicator: Indicators, row: Rows) -> None:
        """Kroner and euro have neither a difference nor a bare ratio, nor kroner and shares."""
        units = {2015: parse_unit("NOK"), 2016: parse_unit("EUR"), 2017: parse_unit("% of GDP")}
        data = [
            indicator([row(Value(2, unit), period=when)], key=f"in-{when}", unit=unit).at()
            for when, unit in units.items()
        ]
        allow = {"currency": "made up", "unit": "made up"}
        compared = Comparison.between(*data, along="period", allow=allow)

        for when in (2016, 2017):
            with pytest.raises(Contradiction, match="NOK changes by no amount per year"):
                compared.change_per_year(2015, when)

    def test_of_parts_that_contradict(self, over_time: Callable[..., Comparison]) -> None:
        """Neither change, or no time, is no change per year."""
        one = over_time({2015: 1, 2016: 2}).member(2015)
        for years, absolute in ((Decimal(1), None), (Decimal(0), one.number)):
            with pytest.raises(Contradiction, match="there is no change, or no time"):
                YearlyChange(first=one, last=one, years=years, absolute=absolute, relative=None)


class TestAll:
    """The change from each member that may be compared to the next."""

    def test_in_time(self, over_time: Callable[..., Comparison]) -> None:
        """In the order of time, over whatever lies without a number between."""
        gap = Missing(MissingReason.NOT_COLLECTED)
        compared = over_time({2018: 9, 2015: 1, 2016: gap, 2017: 5})

        assert [(2015, 2017, 2), (2017, 2018, 4)] == [
            (int(c.first.period.text), int(c.last.period.text), int(c.absolute.magnitude))
            for c in compared.changes_per_year
            if c.absolute is not None
        ]

    def test_needs_an_order(self, over_time: Callable[..., Comparison]) -> None:
        """Where time is not known, nothing follows."""
        compared = over_time({"2 years before ?": 1, "2 years before 2018-10": 2})

        assert compared.verdict is not Verdict.NOT_COMPARABLE
        with pytest.raises(UnknownOrder):
            _ = compared.changes_per_year
