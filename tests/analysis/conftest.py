"""Small indicators to convert, with numbers that are obviously made up."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from offinno.language import vocabulary
from offinno.model import Indicator, Observation, Observations, Source
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Range, Value

#: Makes an indicator of Norway: its key, its unit, and a figure for each period.
Make = Callable[..., Indicator]


@pytest.fixture
def make() -> Make:
    """Return what makes an indicator."""
    return indicator


def indicator(
    key: str,
    unit: str,
    figures: Mapping[Any, Any],
    *,
    area: str = "NO",
    rows: Mapping[Any, Mapping[str, Any]] | None = None,
    **header: Any,
) -> Indicator:
    """Return an indicator; *rows* says more of single periods."""
    kind = parse_unit(unit, vocabulary())
    more = rows or {}
    observations = [
        Observation(area=area, period=period, value=figure(given, unit), **more.get(period, {}))
        for period, given in figures.items()
    ]
    full: dict[str, Any] = {
        "title": key,
        "definition": f"what {key} is",
        "population": Missing(MissingReason.NOT_APPLICABLE),
        "sources": [Source(key=f"{key}-source", publisher=key, title=key, published=2020)],
    } | header
    return Indicator(key=key, unit=kind, observations=Observations.of(kind, observations), **full)


def figure(given: Any, unit: str) -> Value | Range | Missing:
    """Return a figure from a number, or as it is given."""
    if isinstance(given, Value | Range | Missing):
        return given
    return Value(given, parse_unit(unit, vocabulary()))
