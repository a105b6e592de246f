"""How one figure of a converted indicator was computed."""

from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from offinno.analysis import deflate, exchange, relative_to, working
from offinno.io import dumps, loads
from offinno.language import Term
from offinno.model import Dimension, Indicator, Method, Observation, Observations
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


def test_breakdowns_share_the_working_of_the_first(make: Make, rates: Indicator) -> None:
    """One working for each area and period; another row of them is told the whole."""
    unit = parse_unit("EUR")
    terms = [Term(key=key, label=key) for key in ("a", "b")]
    rows = [
        Observation(area="NO", period=2019, breakdowns={"part": key}, value=Value(1, unit))
        for key in ("a", "b")
    ]
    grants = attrs.evolve(
        make("grants", "EUR", {2019: 1}),
        dimensions=[Dimension(key="part", label="part", categories=terms)],
        observations=Observations.of(unit, rows),
    )
    found = exchange(grants, to="NOK", by=rates)

    assert found.lineage is not None
    assert 2 == len(found.lineage.inputs)
    assert found.lineage == working(found.at(part="b"))
    assert (("part", "a"),) == found.lineage.inputs[0].breakdowns


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
