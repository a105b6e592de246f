"""Specifications and engines that several tests of pictures use."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from offinno.pictures._engine import Engine
from offinno.pictures._words import Words

#: A specification with labels, an axis and a legend.
BARS: Mapping[str, Any] = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.4.1.json",
    "data": {"values": [{"label": "Nord", "value": 3}, {"label": "Sør", "value": 4.5}]},
    "mark": {"type": "bar", "clip": True},
    "encoding": {
        "x": {"field": "value", "type": "quantitative", "title": "Verdi"},
        "y": {"field": "label", "type": "nominal", "title": None},
        "color": {"field": "label", "type": "nominal", "title": "Område"},
    },
}


@pytest.fixture
def bars() -> dict[str, Any]:
    """Return a specification of two bars."""
    return dict(BARS)


@pytest.fixture
def labels() -> Callable[[list[str]], dict[str, Any]]:
    """Return a function that makes a specification that shows texts below one another."""

    def spec(shown: list[str]) -> dict[str, Any]:
        return {
            "data": {"values": [{"at": at, "label": text} for at, text in enumerate(shown)]},
            "mark": {"type": "text", "limit": 0},
            "encoding": {
                "y": {"field": "at", "type": "ordinal", "axis": None},
                "text": {"field": "label", "type": "nominal"},
            },
        }

    return spec


@pytest.fixture
def words() -> Words:
    """Return the words of a picture."""
    return Words(title="To søyler", description="Nord 3 og sør 4,5.", lang="nb")


@pytest.fixture
def engine() -> Iterator[Engine]:
    """Return an engine of one's own, which may be broken."""
    own = Engine()
    yield own
    own.close()
