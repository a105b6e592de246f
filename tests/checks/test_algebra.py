"""The working of products, of what a change moved, and of totals, computed again."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from offinno.checks import check
from offinno.language import Term, vocabulary
from offinno.model import (
    Datum,
    Dimension,
    Factsheet,
    Indicator,
    Observation,
    Observations,
    Population,
)
from offinno.units import parse_unit
from offinno.values import Value

POPULATION = Population(unit=vocabulary()["projects"])
KINDS = Dimension(
    key="kind",
    label="kind",
    categories=[Term(key=name, label=name) for name in ("new", "old")],
    exclusive=True,
)


def made(key: str, unit: str, rows: list[dict[str, Any]], **more: Any) -> Indicator:
    """Return an indicator, made up all of it."""
    kind = parse_unit(unit)
    usual = {"area": "NO", "period": 2018}
    every = [
        Observation(**usual | row | {"value": Value(row["value"], kind)})  # type: ignore[arg-type]
        for row in rows
    ]
    return Indicator(
        key=key,
        title=key,
        definition=key,
        unit=kind,
        population=POPULATION,
        observations=Observations.of(kind, every),
        **more,
    )


def one(key: str, number: Any, unit: str, period: int = 2018) -> Datum:
    """Return one figure."""
    return made(key, unit, [{"value": number, "period": period}]).at()


PARTS = made(
    "parts",
    "NOK",
    [
        {"value": value, "area": area, "breakdowns": {"kind": kind}}
        for value, (area, kind) in enumerate(
            [("NO", "new"), ("NO", "old"), ("SE", "new"), ("SE", "old")]
        )
    ],
    dimensions=[KINDS],
)


def computed() -> Iterator[Indicator]:
    """Return indicators that were computed, each in its own way."""
    change = one("growth", 5, "% change on year before", 2018)
    yield (one("share", 51, "% of GDP") * one("gdp", 200, "NOK")).indicator
    yield (one("level", 80, "NOK", 2017) * change).indicator
    yield (one("index", 80, "index 2015=100", 2017) * change).indicator
    yield PARTS.total("kind")
    yield PARTS.at(area="SE", kind="new").share_of(PARTS.total("kind").at(area="SE")).indicator


@pytest.mark.parametrize("indicator", list(computed()), ids=lambda indicator: indicator.key)
def test_working_is_computed_again(indicator: Indicator) -> None:
    """It holds as it was made, and a figure that is off is found."""
    sheet = Factsheet(key="sheet", title="Sheet", indicators=[indicator])
    assert [] == [finding for finding in check(sheet) if finding.code == "OFF107"]

    first, *others = indicator.observations
    assert isinstance(first.value, Value)
    off = attrs.evolve(first, value=Value(first.value.magnitude + 7, indicator.unit))
    wrong = attrs.evolve(indicator, observations=Observations.of(indicator.unit, [off, *others]))
    sheet = Factsheet(key="sheet", title="Sheet", indicators=[wrong])
    assert 1 == sum(finding.code == "OFF107" for finding in check(sheet))
