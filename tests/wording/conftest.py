"""Figures that the tests of the wording share, with values that anyone can see are artificial."""

from collections.abc import Callable
from typing import Any

import pytest

from offinno.language import Term, vocabulary
from offinno.model import Datum, Dimension, Indicator, Note, Observation, Observations, Population
from offinno.units import parse_unit
from offinno.values import Missing, Range, Value

Figure = Callable[..., Datum]

HEALTH = Term(key="health", label={"nb": "helse", "nn": "helse", "en": "health"})
SCHOOL = Term(key="school", label={"nb": "skole", "nn": "skule", "en": "school"})


def indicator(
    *rows: dict[str, Any], unit: str = "% of public-workplaces", **header: Any
) -> Indicator:
    """Return an indicator with *rows*, each for Norway in 2018 unless it says otherwise."""
    parsed = parse_unit(unit)
    usual: dict[str, Any] = {"area": "NO", "period": 2018, "value": Value(50, parsed)}
    observations = [Observation(**(usual | row)) for row in rows]
    defaults: dict[str, Any] = {
        "key": "figure",
        "title": {"nb": "Noe som er målt", "nn": "Noko som er målt", "en": "Something measured"},
        "definition": {"nb": "telleren", "nn": "teljaren", "en": "the numerator"},
        "population": Population(unit=vocabulary()["public-workplaces"]),
        "notes": [Note(mark="*", text={"nb": "merknad"})],
        "dimensions": [
            Dimension(
                key="sector",
                label={"nb": "sektor", "nn": "sektor", "en": "sector"},
                categories=[HEALTH],
            )
        ]
        if any("breakdowns" in row for row in rows)
        else [],
    }
    made = Observations.of(parsed, observations)
    return Indicator(unit=parsed, observations=made, **(defaults | header))


@pytest.fixture
def figure() -> Figure:
    """Return a function that makes one figure."""

    def make(
        value: Value | Range | Missing | int = 50,
        unit: str = "% of public-workplaces",
        header: dict[str, Any] | None = None,
        **row: Any,
    ) -> Datum:
        number = Value(value, parse_unit(unit)) if isinstance(value, int) else value
        return indicator({"value": number} | row, unit=unit, **(header or {})).data()[0]

    return make


@pytest.fixture
def several() -> Callable[..., tuple[Datum, ...]]:
    """Return a function that makes two figures of one indicator."""

    def make(*, breakdowns: bool = False, **row: Any) -> tuple[Datum, ...]:
        unit = parse_unit("% of public-workplaces")
        if not breakdowns:
            rows: list[dict[str, Any]] = [
                {"area": "IS", "value": Value(50, unit)},
                {"value": Value(60, unit)},
            ]
            return indicator(*({**each, **row} for each in rows)).data()
        sectors = Dimension(key="sector", label="sektor", categories=[HEALTH, SCHOOL])
        made = indicator(
            {"breakdowns": {"sector": "health"}, "value": Value(50, unit)},
            {"breakdowns": {"sector": "school"}, "value": Value(60, unit)},
            dimensions=[sectors],
        )
        return made.data()

    return make
