"""Builders of small objects; every number here is made up."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from offinno.language import Term, vocabulary
from offinno.model import Indicator, Observation, Observations, Population, Source
from offinno.units import Unit, parse_unit
from offinno.values import Missing, Range, Value

SHARE = parse_unit("% of public-workplaces")

#: Figures of five areas, made up.
NUMBERS = {"IS": 78, "NO": 77, "SE": 81, "FI": 95, "DK": 80}

Rows = Callable[..., Observation]
Indicators = Callable[..., Indicator]


def _row(value: object = 10, area: object = "NO", *, unit: Unit = SHARE, **other: Any) -> Any:
    """Return an observation; a bare number is a value in *unit*."""
    ready = isinstance(value, Value | Range | Missing)
    figure = value if ready else Value(value, unit)  # type: ignore[arg-type]
    usual: dict[str, Any] = {"area": area, "period": 2018, "value": figure}
    return Observation(**usual | other)


def _indicator(rows: Iterable[Observation] | None = None, **other: Any) -> Indicator:
    """Return an indicator of some rows, or of one."""
    unit = other.pop("unit", SHARE)
    usual: dict[str, Any] = {
        "key": "made-up",
        "title": {"nb": "Oppdiktet", "en": "Made up"},
        "definition": {"nb": "Oppdiktet andel", "en": "A made-up share"},
        "unit": unit,
        "population": Population(unit=vocabulary()["public-workplaces"]),
        "observations": Observations.of(unit, [_row(unit=unit)] if rows is None else rows),
    }
    return Indicator(**usual | other)


@pytest.fixture
def row() -> Rows:
    """Return the builder of observations."""
    return _row


@pytest.fixture
def indicator() -> Indicators:
    """Return the builder of indicators."""
    return _indicator


@pytest.fixture
def one() -> Source:
    """Return a source."""
    return Source(key="one", publisher="A", title="First")


@pytest.fixture
def two() -> Source:
    """Return another source."""
    return Source(key="two", publisher="B", title="Second")


@pytest.fixture
def municipal() -> Term:
    """Return a level of government."""
    return Term(key="municipal", label={"nb": "kommunalt"})


@pytest.fixture
def municipalities(municipal: Term) -> Population:
    """Return the population of the figure that stands apart."""
    return Population(unit=vocabulary()["public-workplaces"], levels=[municipal])


@pytest.fixture
def nordic(indicator: Indicators, row: Rows, municipalities: Population) -> Indicator:
    """Return made-up figures of five areas, one of which describes others than the rest."""
    rows = [
        row(number, area, population=municipalities if area == "FI" else None)
        for area, number in NUMBERS.items()
    ]
    return indicator(rows)
