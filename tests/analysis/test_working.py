"""How one figure of a converted indicator was computed."""

from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from offinno.analysis import deflate, exchange, relative_to, working
from offinno.io import dumps, loads
from offinno.language import Term
from offinno.model import (
    Area,
    Dimension,
    Indicator,
    Method,
    Observation,
    Observations,
    Source,
)
from offinno.units import parse_unit
from offinno.values import Value

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]


@pytest.fixture
def rates(make: Make) -> Indicator:
    """Return rates of two years."""
    return make("rates", "NOK / EUR", {2018: "9.5", 2019: "10"})


@pytest.fixture
def real(make: Make) -> Indicator:
    """Return amounts at constant prices."""
    prices = make("cpi", "index 2018=100", {2018: 100, 2019: 120})
    return deflate(make("costs", "NOK", {2018: 5, 2019: 6}), to=2018, by=prices)


def test_figure_of_a_series_has_its_own(make: Make, rates: Indicator) -> None:
    """The working of one year does not tell of the others."""
    found = exchange(make("grants", "EUR", {2018: 1, 2019: 2}), to="NOK", by=rates)
    own = working(found.at(period=2019))

    assert own is not None
    assert [Decimal(2), Decimal(10)] == [part.value.magnitude for part in own.inputs]


def test_figure_that_was_not_computed_has_none(rates: Indicator) -> None:
    """A published figure has no working."""
    assert working(rates.at(period=2019)) is None


def test_other_lineage_is_given_whole(make: Make) -> None:
    """A sum has one working."""
    one = make("costs", "NOK", {2018: 5}).at(period=2018)
    total = one + one

    assert total.indicator.lineage == working(total)


def test_steps_follow_each_other(real: Indicator, rates: Indicator) -> None:
    """What was deflated before remembers that, year by year."""
    found = exchange(real, to="EUR", by=rates)
    own = working(found.at(period=2019))

    assert own is not None
    before = own.inputs[0].lineage
    assert before is not None
    assert (Method.DEFLATION, 3) == (before.method, len(before.inputs))
    assert {"2019", "2018"} == {str(part.period) for part in before.inputs}


def test_single_figure_of_a_series_remembers_its_own_steps(
    real: Indicator, rates: Indicator
) -> None:
    """Taken out of a converted series, a figure does not carry the others with it."""
    one = exchange(real.at(period=2019), to="EUR", by=rates).indicator.lineage

    assert one is not None
    assert one == working(exchange(real, to="EUR", by=rates).at(period=2019))


def broken_down(make: Make, *, areas: int = 1, years: int = 1) -> Indicator:
    """Return amounts in euro in two parts, of own territories and of years up to 2019."""
    unit = parse_unit("EUR")
    terms = [Term(key=key, label=key) for key in ("a", "b")]
    rows = [
        Observation(
            area=Area(f"x-{area}", {"en": "somewhere"}),
            period=2019 - year,
            breakdowns={"part": key},
            value=Value(1 + area, unit),
        )
        for year in range(years)
        for area in range(areas)
        for key in ("a", "b")
    ]
    return attrs.evolve(
        make("grants", "EUR", {2019: 1}),
        dimensions=[Dimension(key="part", label="part", categories=terms)],
        observations=Observations.of(unit, rows),
    )


def test_every_figure_has_its_own_working(make: Make, rates: Indicator) -> None:
    """Each category of a breakdown tells its own."""
    found = exchange(broken_down(make), to="NOK", by=rates)
    own = working(found.at(part="b"))

    assert found.lineage is not None
    assert (4, 2) == (len(found.lineage.inputs), len(own.inputs if own else ()))
    assert own is not None
    assert (("part", "b"),) == own.inputs[0].breakdowns


def test_of_many_figures_the_first_of_each_area_and_period_is_worked_out(
    make: Make, rates: Indicator
) -> None:
    """Above a thousand figures, those of one area and period share the working of the first."""
    found = exchange(broken_down(make, areas=501), to="NOK", by=rates)

    assert found.lineage is not None
    assert 2 * 501 == len(found.lineage.inputs)
    assert 15 == found.lineage.digits
    other = found.at(area="x-7", part="b")
    assert found.lineage == working(other)


def test_of_very_many_areas_and_periods_the_first_and_the_last_are(
    make: Make, rates: Indicator
) -> None:
    """Above a thousand areas and periods, the two ends of the series are worked out."""
    grants = broken_down(make, areas=501, years=2)
    found = exchange(grants, to="NOK", by=rates)

    assert found.lineage is not None
    assert ["x-0", "rates", "x-500", "rates"] == [
        part.area.code if part.figure == "grants" and part.area else part.figure
        for part in found.lineage.inputs
    ]
    alone = exchange(grants.at(area="x-7", period=2018, part="b"), to="NOK", by=rates)
    assert alone.lineage is not None
    assert Decimal(8) == alone.lineage.inputs[0].value.magnitude


def test_of_disputed_figures_each_tells_its_own(make: Make, rates: Indicator) -> None:
    """Two sources that disagree have two workings."""
    unit = parse_unit("EUR")
    sources = [Source(key=key, publisher=key, title=key) for key in ("one", "two")]
    rows = [
        Observation(area="NO", period=2019, source=key, value=Value(at, unit))
        for at, key in enumerate(("one", "two"), 1)
    ]
    grants = attrs.evolve(
        make("grants", "EUR", {2019: 1}), sources=sources, observations=Observations.of(unit, rows)
    )
    found = exchange(grants, to="NOK", by=rates)

    own = found.at(source="two").lineage
    assert own is not None
    assert [Decimal(2), Decimal(10)] == [part.value.magnitude for part in own.inputs]


def test_lineage_is_written_and_read_back(real: Indicator, rates: Indicator, make: Make) -> None:
    """A file holds every step."""
    whole = make("gdp", "EUR", {2018: 100, 2019: 100})
    fee = make("fee", "ISK", {2018: 1000})
    for found in (
        exchange(fee, to="NOK", by="ecb-isk-nok", partial="allow"),
        exchange(real, to="EUR", by=rates),
        relative_to(make("grants", "EUR", {2018: 1, 2019: 2}), whole),
    ):
        assert found == loads(dumps(found))


def test_figure_rests_on_its_source_and_on_those_of_what_it_went_by(
    make: Make, rates: Indicator
) -> None:
    """A figure that names its source rests on that of the rate as well, and on no other."""
    sources = [Source(key=key, publisher=key, title=key) for key in ("one", "two", "unused")]
    rows = {2018: {"source": "two"}}
    grants = make("grants", "EUR", {2018: 1, 2019: 2}, sources=sources, rows=rows)
    found = exchange(grants, to="NOK", by=rates)

    assert ["two", "rates-source"] == [s.key for s in found.at(period=2018).sources]
    assert ["one", "rates-source"] == [s.key for s in found.at(period=2019).sources]
