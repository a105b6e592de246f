"""Growth between periods: what it is taken from, what stops it, and what it remembers."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from offinno.analysis import (
    BrokenSeries,
    CannotConvert,
    ManyReferenceFigures,
    NoReferenceFigure,
    PartialReference,
    UnfitReferenceFigure,
    deflate,
    growth,
)
from offinno.datasets import series
from offinno.exceptions import UnknownName
from offinno.io import dumps, loads
from offinno.language import Term, vocabulary
from offinno.model import (
    Break,
    Datum,
    Dimension,
    Evidence,
    Indicator,
    Method,
    Note,
    Observation,
    Observations,
    Population,
    Preferred,
    Sample,
    Source,
    Status,
)
from offinno.units import BadUnit, Change, parse_unit
from offinno.values import Missing, MissingReason, Period, Qualifier, Range, Value

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]

NOK = parse_unit("NOK")
METHOD = Break(key="method", at=2019, changed={"nb": "Ny metode.", "en": "A new method."})


def numbers(found: Indicator) -> dict[str, str]:
    """Return each figure by its period, as it is written."""
    return {row.period.text: str(row.value) for row in found.observations}


@pytest.fixture
def costs(make: Make) -> Indicator:
    """Return amounts of four years."""
    return make("costs", "NOK", {2017: 100, 2018: 120, 2019: 90, 2020: 90})


def test_each_year_is_held_against_the_one_before(costs: Indicator) -> None:
    """The first year has none before it, so growth begins with the second."""
    found = growth(costs)

    assert ("costs-growth", Change("year before")) == (found.key, found.unit)
    assert {
        "2018": "20 % change on year before",
        "2019": "-25 % change on year before",
        "2020": "0 % change on year before",
    } == numbers(found)
    assert {Evidence.DERIVED} == {row.evidence for row in found.observations}


def test_single_figure_finds_the_one_before_in_its_series(costs: Indicator) -> None:
    """A figure knows the indicator that it is of."""
    found = growth(costs.at(period=2019))

    assert isinstance(found, Datum)
    assert Value(-25, Change("year before")) == found.value
    assert found.lineage is not None
    assert (Method.GROWTH, None) == (found.lineage.method, found.lineage.digits)
    assert [("2019", Decimal(90)), ("2018", Decimal(120))] == [
        (str(part.period), part.value.magnitude) for part in found.lineage.inputs
    ]


def test_each_figure_of_a_series_tells_its_own_step(costs: Indicator) -> None:
    """What one year grew from is not told of another."""
    own = growth(costs).at(period=2020).lineage

    assert own is not None
    assert ["2020", "2019"] == [str(part.period) for part in own.inputs]


def test_shares_change_by_points(make: Make) -> None:
    """Per cent of per cent is misread, so the difference of two shares is in points."""
    share = make("share", "% of workplaces", {2018: "74.0", 2020: "77.5"})
    found = growth(share.at(period=2020), over="2 years before")

    assert "3.5 pp of workplaces" == str(found.value)
    assert "share-change" == found.indicator.key
    assert found.lineage is not None
    assert Method.DIFFERENCE is found.lineage.method


def test_ratios_change_by_points(make: Make) -> None:
    """A ratio does too."""
    ratio = make("ratio", "% of GDP", {2018: "48.3", 2019: "47.0"})

    assert {"2019": "-1.3 pp of GDP"} == numbers(growth(ratio))


def test_only_levels_grow(make: Make) -> None:
    """The growth of a growth is nobody's figure."""
    with pytest.raises(CannotConvert, match="cannot take the growth of 'g', which is in %"):
        growth(make("g", "% change on year before", {2018: 1, 2019: 2}))
    with pytest.raises(CannotConvert, match="only levels grow"):
        growth(make("p", "pp of GDP", {2018: 1, 2019: 2}))


@pytest.mark.parametrize(
    ("one", "other", "over", "unit"),
    [
        ("2017", "2019", "2 years before", "2 years before"),
        ("2017-Q4", "2018-Q1", None, "quarter before"),
        ("2017-Q1", "2018-Q1", "year before", "same quarter of year before"),
        ("2017-Q1", "2018-Q1", "same quarter of year before", "same quarter of year before"),
        ("2015-Q3", "2018-Q3", "3 years before", "same quarter of 3 years before"),
        ("2017-Q3", "2018-Q1", "2 quarters before", "2 quarters before"),
        ("2017-H2", "2018-H1", None, "half-year before"),
        ("2017-H2", "2018-H2", "year before", "same half-year of year before"),
        ("2017-12", "2018-01", None, "month before"),
        ("2017-03", "2018-03", "year before", "same month of year before"),
        ("2017-10", "2018-01", "3 months before", "3 months before"),
        ("2017-01-01", "2018-01-01", None, "year before"),
        ("2017-10-01", "2018-01-01", "quarter before", "quarter before"),
        ("2017-12-31", "2018-01-31", "month before", "month before"),
        ("2017-spring", "2018-spring", None, "year before"),
        ("year to 2017-Q2", "year to 2018-Q2", None, "year before"),
        ("year to 2017-06", "year to 2019-06", "2 years before", "2 years before"),
        ("2015", "2018", 2015, "2015"),
        ("2015-Q1", "2018-Q3", "2015-Q1", "2015-Q1"),
    ],
)
def test_what_it_is_taken_from(make: Make, one: str, other: str, over: Any, unit: str) -> None:
    """A time before goes back from each period, and one period serves all."""
    found = growth(make("costs", "NOK", {one: 80, other: 100}), over=over)

    assert {other: f"25 % change on {unit}"} == numbers(found)


@pytest.mark.parametrize(
    ("period", "over", "problem"),
    [
        ("2018", "quarter before", "its periods go with over='year before' or '2 years before'"),
        ("2018-Q1", "month before", "over='quarter before' or 'year before'"),
        ("2018-H1", "quarter before", "over='half-year before' or 'year before'"),
        ("year to 2018-Q1", "quarter before", "over='year before' or '2 years before'"),
        ("2016/2018", None, "a span has no period of its kind before it; name one with over="),
        ("2 years before 2018", None, "a window has no period of its kind"),
        ("?", None, "a unknown has no period of its kind"),
        ("2018", "yesterday", "over='yesterday' is no time before"),
        ("2018", 2015, "it has no figure of 2015"),
    ],
)
def test_what_it_cannot_be_taken_from(make: Make, period: str, over: Any, problem: str) -> None:
    """Periods of a kind that does not follow each other have none before."""
    with pytest.raises(CannotConvert, match="cannot take the growth of 'costs'") as refused:
        growth(make("costs", "NOK", {period: 100}), over=over)

    assert problem in str(refused.value)


def test_base_must_be_one_that_a_change_can_have(make: Make) -> None:
    """A day is no base."""
    with pytest.raises(BadUnit):
        growth(make("costs", "NOK", {"2018-01-01": 100}), over="2018-01-01")


def test_spans_can_be_held_against_one_of_them(make: Make) -> None:
    """One period for all needs no order of the others."""
    found = growth(make("costs", "NOK", {"2018-Q1": 80, "2018-Q2": 100}), over="2018-Q2")

    assert {"2018-Q1": "-20 % change on 2018-Q2"} == numbers(found)


def test_last_day_of_a_month_is_held_against_the_last_day(make: Make) -> None:
    """There is no 29 February a year before one; what is counted on last days goes on."""
    found = growth(make("stock", "NOK", {"2019-02-28": 80, "2020-02-29": 100}))
    months = {"2018-01-31": 80, "2018-02-28": 100, "2018-03-31": 125}

    assert {"2020-02-29": "25 % change on year before"} == numbers(found)
    assert ["25", "25"] == [
        str(datum.number.magnitude)
        for datum in growth(make("stock", "NOK", months), over="month before").data()
    ]


def test_same_day_of_the_month_comes_before_the_last_one(make: Make) -> None:
    """What is counted on the 28th of each month is, in February too."""
    stock = make("stock", "NOK", {"2018-01-28": 80, "2018-01-31": 1, "2018-02-28": 100})

    assert (
        "25 % change on month before" == numbers(growth(stock, over="month before"))["2018-02-28"]
    )


def test_day_that_the_calendar_lacks_is_no_base(make: Make) -> None:
    """There is no 30 February, and no year before the first."""
    stock = make("stock", "NOK", {"2018-01-30": 80, "2018-03-30": 100})

    assert {"2018-03-30": "missing: not stated"} == numbers(growth(stock, over="month before"))
    with pytest.raises(CannotConvert, match="no figure has an earlier one"):
        growth(make("stock", "NOK", {"0001-01-31": 80}), over="2 years before")
    with pytest.raises(CannotConvert, match="no figure has an earlier one"):
        growth(make("costs", "NOK", {"0001": 80}))
    with pytest.raises(CannotConvert, match="no figure has an earlier one"):
        growth(make("costs", "NOK", {"?-09": 80}))


def test_series_whose_figures_do_not_follow_each_other_has_no_growth(make: Make) -> None:
    """Nothing is made of nothing."""
    with pytest.raises(CannotConvert, match="no figure has an earlier one in its series"):
        growth(make("costs", "NOK", {2018: 80}))
    with pytest.raises(CannotConvert, match="no figure has an earlier one in its series"):
        growth(make("costs", "NOK", {}))


def test_gap_in_the_series_is_a_gap(make: Make) -> None:
    """What has begun and has no figure for the year before is not guessed."""
    costs = make("costs", "NOK", {2016: 1, 2018: 2, 2019: 3})

    assert {
        "2018": "missing: not stated",
        "2019": "50 % change on year before",
    } == numbers(growth(costs))
    with pytest.raises(NoReferenceFigure, match="no figure for NO in 2017; the series has none"):
        growth(costs.at(period=2018))


def test_what_is_missing_keeps_its_reason(make: Make) -> None:
    """Suppressed now or before, the growth is suppressed."""
    gap = Missing(MissingReason.SUPPRESSED)
    costs = make("costs", "NOK", {2016: 1, 2017: gap, 2018: 2})
    found = growth(costs)

    assert {"2017": "missing: suppressed", "2018": "missing: suppressed"} == numbers(found)
    assert None is found.at(period=2018).lineage
    assert None is found.lineage
    for period in (2017, 2018):
        with pytest.raises(NoReferenceFigure, match="in 2017; it is suppressed"):
            growth(costs.at(period=period))


def test_break_stops_it(make: Make) -> None:
    """Across a change of method it is missing, with what changed as its note."""
    costs = make("costs", "NOK", {2017: 100, 2018: 120, 2019: 90, 2020: 99}, breaks=[METHOD])
    found = growth(costs)
    stopped = found.at(period=2019)

    assert Missing(MissingReason.NOT_APPLICABLE, METHOD.changed) == stopped.value
    assert frozenset({Status.BREAK}) == stopped.observation.status
    assert "10 % change on year before" == numbers(found)["2020"]
    assert ((METHOD,), Period("2017-01-01/2020-12-31")) == (found.breaks, found.series)
    with pytest.raises(BrokenSeries, match="the break 'method' between 2018 and 2019") as refused:
        growth(costs.at(period=2019))
    assert "or cross it: cross={'method': 'why'}" in str(refused.value)


def test_break_is_crossed_by_its_key(make: Make) -> None:
    """The reason stands in the lineage and in a note that must be shown; the flag stays."""
    before = Note(mark="b1", text="something else")
    costs = make("costs", "NOK", {2017: 100, 2018: 120, 2019: 90}, breaks=[METHOD], notes=[before])
    found = growth(costs, cross={"method": {"en": "The totals agree."}})
    crossed, other = found.at(period=2019), found.at(period=2018)

    assert Value(-25, Change("year before")) == crossed.value
    assert frozenset({Status.BREAK}) == crossed.observation.status
    (note,) = crossed.notes
    assert ("b2", True) == (note.mark, note.must_show)
    assert "A new method – The totals agree." == note.text.in_("en")
    assert "Ny metode – The totals agree." == note.text.in_("nb")
    assert crossed.lineage is not None
    assert "method: The totals agree." == str(crossed.lineage.note)
    assert other.lineage is not None
    assert ((), None) == (other.notes, other.lineage.note)


def test_several_breaks_are_crossed_by_all_their_keys(make: Make) -> None:
    """One that is not crossed still stops it."""
    more = Break(key="weights", at=2019, changed="other weights")
    costs = make("costs", "NOK", {2018: 120, 2019: 90}, breaks=[METHOD, more])
    both = growth(costs, cross={"method": "why", "weights": "why not"})

    assert {"2019": "missing: not applicable"} == numbers(growth(costs, cross={"method": "why"}))
    assert {"2019": "-25 % change on year before"} == numbers(both)
    assert both.lineage is not None
    assert "method: why; weights: why not" == str(both.lineage.note)


def test_break_that_is_none_cannot_be_crossed(costs: Indicator) -> None:
    """A key is one of the breaks of the series."""
    with pytest.raises(UnknownName, match="no break is called 'method'"):
        growth(costs, cross={"method": "why"})


def test_row_that_is_flagged_as_a_break_stops_it_too(make: Make) -> None:
    """A flag has no key to be crossed by; declare the break to cross it."""
    flagged = {2019: {"status": {Status.BREAK}}}
    costs = make("costs", "NOK", {2017: 50, 2018: 120, 2019: 90, 2020: 99}, rows=flagged)

    assert {
        "2018": "140 % change on year before",
        "2019": "missing: not applicable",
        "2020": "10 % change on year before",
    } == numbers(growth(costs))
    with pytest.raises(BrokenSeries) as refused:
        growth(costs.at(period=2020), over="2 years before")
    assert str(refused.value).endswith("choose periods on one side of it")
    declared = attrs.evolve(costs, breaks=[METHOD])
    assert (
        "-25 % change on year before" == numbers(growth(declared, cross={"method": "why"}))["2019"]
    )


def test_break_after_the_base_stops_it_both_ways(make: Make) -> None:
    """With one period for all, figures before it are across the break as well."""
    costs = make("costs", "NOK", {2018: 120, 2019: 90, 2020: 99}, breaks=[METHOD])

    assert {
        "2018": "missing: not applicable",
        "2020": "10 % change on 2019",
    } == numbers(growth(costs, over=2019))


def test_what_is_unsure_makes_unsure(make: Make) -> None:
    """A provisional figure, now or before, makes its growth provisional."""
    rows = {
        2018: {"status": {Status.PROVISIONAL, Status.REVISED}},
        2020: {"status": {Status.FORECAST, Status.NOT_SIGNIFICANT}},
    }
    costs = make("costs", "NOK", {2017: 1, 2018: 2, 2019: 3, 2020: 4}, rows=rows)
    found = {row.period.text: row.status for row in growth(costs).observations}

    assert {
        "2018": {Status.PROVISIONAL, Status.REVISED},
        "2019": {Status.PROVISIONAL},
        "2020": {Status.FORECAST},
    } == found


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        ((100, Qualifier.ABOUT), (120, Qualifier.EXACT), "about 20"),
        ((100, Qualifier.EXACT), (120, Qualifier.AT_LEAST), "at least 20"),
        ((100, Qualifier.OVER), (120, Qualifier.EXACT), "under 20"),
        ((100, Qualifier.OVER), (120, Qualifier.AT_MOST), "under 20"),
    ],
)
def test_bounds_follow_the_table_of_quotients(
    make: Make, before: tuple[int, Qualifier], now: tuple[int, Qualifier], wanted: str
) -> None:
    """More than so much before is less growth."""
    given = {at: Value(n, NOK, q) for at, (n, q) in ((2018, before), (2019, now))}

    assert {"2019": f"{wanted} % change on year before"} == numbers(
        growth(make("costs", "NOK", given))
    )


def test_bounds_that_leave_it_open_are_too_uncertain(make: Make) -> None:
    """At least so much after at least so much says nothing."""
    given = {at: Value(100, NOK, Qualifier.AT_LEAST) for at in (2018, 2019)}
    costs = make("costs", "NOK", given)

    assert {"2019": "missing: too uncertain"} == numbers(growth(costs))
    with pytest.raises(UnfitReferenceFigure, match="it may have risen or fallen"):
        growth(costs.at(period=2019))


def test_bounds_of_shares_follow_the_table_of_differences(make: Make) -> None:
    """At least one share less at most another is at least so many points."""
    unit = parse_unit("% of GDP")
    given = {2018: Value(40, unit, Qualifier.AT_MOST), 2019: Value(48, unit, Qualifier.AT_LEAST)}

    assert {"2019": "at least 8 pp of GDP"} == numbers(growth(make("ratio", "% of GDP", given)))


@pytest.mark.parametrize(("before", "now"), [(0, 5), (-5, 5), (5, -5)])
def test_nothing_grows_from_zero_or_below(make: Make, before: int, now: int) -> None:
    """A relative change needs something above zero to be taken from."""
    surplus = make("surplus", "NOK", {2018: before, 2019: now})

    assert {"2019": "missing: not applicable"} == numbers(growth(surplus))
    with pytest.raises(UnfitReferenceFigure, match="zero"):
        growth(surplus.at(period=2019))


def test_down_to_nothing_is_a_hundred_per_cent_less(make: Make) -> None:
    """Zero now is a figure."""
    found = growth(make("costs", "NOK", {2018: 5, 2019: 0}))

    assert {"2019": "-100 % change on year before"} == numbers(found)


def test_range_does_not_grow(make: Make) -> None:
    """Of two ends it is not known which is which later."""
    spread = Range(low=Value(1, NOK), high=Value(2, NOK))
    costs = make("costs", "NOK", {2018: 1, 2019: spread})

    assert {"2019": "missing: not applicable"} == numbers(growth(costs))
    with pytest.raises(UnfitReferenceFigure, match="a single number is needed"):
        growth(costs.at(period=2019))


def test_part_of_a_period_does_not_grow(make: Make) -> None:
    """Eleven months are not held against twelve."""
    costs = make("costs", "NOK", {2018: 1, 2019: 2}, rows={2019: {"covers": "2019-01/2019-11"}})

    assert {"2019": "missing: not applicable"} == numbers(growth(costs))
    with pytest.raises(PartialReference, match="covers only 2019-01/2019-11 of 2019"):
        growth(costs.at(period=2019))


def test_other_population_stops_it(make: Make) -> None:
    """A row that differs in whom it describes is not held against the others."""
    counties = Population(unit=vocabulary()["counties"])
    costs = make("costs", "NOK", {2018: 1, 2019: 2}, rows={2019: {"population": counties}})

    assert {"2019": "missing: not applicable"} == numbers(growth(costs))
    with pytest.raises(UnfitReferenceFigure, match="it describes others than that of 2018"):
        growth(costs.at(period=2019))


def test_samples_of_single_rows_are_not_that_of_the_growth(make: Make) -> None:
    """Two samples went in."""
    rows = {2019: {"sample": Sample(unit=vocabulary()["municipalities"], n=10)}}
    gap = Missing(MissingReason.SUPPRESSED)
    figures = {2018: 1, 2019: 2, 2020: gap}
    rows[2020] = rows[2019]
    found = growth(make("costs", "NOK", figures, rows=rows))

    assert Missing(MissingReason.NOT_STATED) == found.sample
    assert {None} == {row.sample for row in found.observations}


def test_notes_of_both_figures_belong_to_the_growth(make: Make) -> None:
    """A remark on the year before is one on what is taken from it."""
    notes = [Note(mark="a", text="first"), Note(mark="b", text="second")]
    rows = {2018: {"notes": ["a"]}, 2019: {"notes": ["b"], "as_printed": "two", "symbol": "x"}}
    found = growth(make("costs", "NOK", {2018: 1, 2019: 2}, rows=rows, notes=notes))
    (row,) = found.observations

    assert (("b", "a"), None, None) == (row.notes, row.as_printed, row.symbol)


def vintages(make: Make) -> Indicator:
    """Return a series as published in two years."""
    rows = [
        Observation(area="NO", period=period, vintage=vintage, value=Value(number, NOK))
        for vintage, numbers in ((2019, (100, 110)), (2020, (100, 120, 132)))
        for period, number in enumerate(numbers, 2017)
    ]
    return attrs.evolve(make("costs", "NOK", {}), observations=Observations.of(NOK, rows))


def test_each_vintage_grows_on_its_own(make: Make) -> None:
    """What was revised since is not held against what stood before."""
    found = growth(vintages(make))

    assert [("2018", "2019", "10"), ("2018", "2020", "20"), ("2019", "2020", "10")] == [
        (row.period.text, str(row.vintage), str(row.value.magnitude))
        for row in found.observations
        if isinstance(row.value, Value)
    ]
    own = found.at(period=2018, vintage=2020).lineage
    assert own is not None
    assert [Decimal(120), Decimal(100)] == [part.value.magnitude for part in own.inputs]


def test_source_that_says_something_else_does_not_mix(make: Make) -> None:
    """Of disputed figures each is held against the one of its own source."""
    sources = [Source(key=key, publisher=key, title=key) for key in ("one", "two", "three")]
    rows = [
        Observation(area="NO", period=2017, value=Value(100, NOK)),
        Observation(area="NO", period=2017, source="two", value=Value(200, NOK)),
        Observation(area="NO", period=2018, value=Value(110, NOK)),
        Observation(area="NO", period=2018, source="two", value=Value(300, NOK)),
        Observation(area="NO", period=2019, source="three", value=Value(330, NOK)),
    ]
    costs = attrs.evolve(
        make("costs", "NOK", {}), sources=sources, observations=Observations.of(NOK, rows)
    )

    with pytest.raises(ManyReferenceFigures, match="2 figures in 2018"):
        growth(costs)
    both = attrs.evolve(costs, observations=costs.observations.rows(range(4)))
    assert [10, 50] == [datum.number.magnitude for datum in growth(both).data()]
    settled = attrs.evolve(costs, preferred=Preferred(source="two", reason="it goes on"))
    assert {
        "2018": "50 % change on year before",
        "2019": "10 % change on year before",
    } == numbers(growth(settled))


def test_breakdowns_and_areas_do_not_mix(make: Make) -> None:
    """Each series is held against itself."""
    terms = [Term(key=key, label=key) for key in ("a", "b")]
    rows = [
        Observation(area=area, period=2017 + at, breakdowns={"part": key}, value=Value(n, NOK))
        for area, key, numbers in (
            ("NO", "a", (10, 20)),
            ("NO", "b", (10, 30)),
            ("SE", "a", (10, 40)),
        )
        for at, n in enumerate(numbers)
    ]
    costs = attrs.evolve(
        make("costs", "NOK", {}),
        dimensions=[Dimension(key="part", label="part", categories=terms)],
        observations=Observations.of(NOK, rows),
    )

    assert [100, 200, 300] == [datum.number.magnitude for datum in growth(costs).data()]


def test_growth_of_a_converted_series_remembers_the_conversion(make: Make) -> None:
    """Real growth is the growth of what was deflated."""
    prices = make("cpi", "index 2018=100", {2018: 100, 2019: 110})
    found = growth(deflate(make("costs", "NOK", {2018: 100, 2019: 132}), to=2018, by=prices))

    assert {"2019": "20 % change on year before"} == numbers(found)
    own = found.at(period=2019).lineage
    assert own is not None
    assert own.inputs[0].lineage is not None
    assert ["2019", "2018", "2019"] == [str(part.period) for part in own.inputs[0].lineage.inputs]


def test_very_many_figures_keep_the_first_and_the_last_step(make: Make) -> None:
    """The working of a thousand figures helps nobody."""
    figures = {year: 1 + year for year in range(1, 1003)}
    costs = make("costs", "NOK", {f"{year:04}": number for year, number in figures.items()})
    found = growth(costs)

    assert found.lineage is not None
    assert ["0002", "0001", "1002", "1001"] == [str(p.period) for p in found.lineage.inputs]
    assert 15 == found.lineage.digits


def test_digits_are_those_of_a_column(make: Make) -> None:
    """Fifteen significant digits, and no more than 22 decimals."""
    costs = make("costs", "NOK", {2018: "123456789012345", 2019: "123456789012346"})
    tiny = make("share", "% of GDP", {2018: "1E-21", 2019: "1.5E-21"})

    assert {"2019": "0.0000000000008100000073 % change on year before"} == numbers(growth(costs))
    assert {"2019": f"0.{'0' * 21}5 pp of GDP"} == numbers(growth(tiny))


def test_what_it_gives_is_written_and_read_back(make: Make) -> None:
    """A file holds it, crossed or stopped."""
    costs = make("costs", "NOK", {2017: 100, 2018: 130, 2019: 90, 2020: 99}, breaks=[METHOD])
    for found in (growth(costs), growth(costs, cross={"method": "why"})):
        assert found == loads(dumps(found))


def test_original_is_untouched(costs: Indicator) -> None:
    """Nothing that goes in changes."""
    before = attrs.evolve(costs)
    growth(costs)

    assert before == costs


def test_packaged_procurement_stops_at_its_break() -> None:
    """The method was changed between 2016 and 2018; 2017 is lacking."""
    found = growth(series("procurement"))

    assert {"2018", "2021"} == {
        row.period.text for row in found.observations if isinstance(row.value, Missing)
    }
    assert {Status.PROVISIONAL} == found.at(period=2016).observation.status
