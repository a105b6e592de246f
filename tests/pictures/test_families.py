"""Families of fonts, as pictures name them and as the engine reads them."""

import re

import pytest

from offinno.pictures import draw, with_readable_font
from offinno.pictures._families import families, readable_families

NAMES = (
    *("Source Sans 3", "'Fira Sans 2'", "3D Sans", '"Univers 55"', "A&B Sans", "X.Y", ".SF NS"),
    *("Ø Sæns", "-apple-system", "3", "Inter", "Helvetica Neue 55 Roman"),
)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_engine_is_told_is_undone(name: str) -> None:
    """A picture names the family as it was given."""
    given = f"{name}, Liberation Sans, sans-serif"

    assert families(given) == families(readable_families(given))


def wide(font: str) -> str:
    """Return the width of a text in a font as the engine measures it, and the font it names."""
    spec = {
        "data": {"values": [{"text": "Innovasjon i Norge 2019"}]},
        "mark": {"type": "text", "align": "left", "fontSize": 20},
        "encoding": {"x": {"value": 0}, "text": {"field": "text"}},
        "config": {"font": font, "padding": 0},
        "width": 1,
    }
    svg = draw(with_readable_font(spec), format="svg", title="t", description="", lang="nb")
    found = re.search(r'width="([\d.]+)"', svg.decode())
    assert found
    return found[1]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_measured_by_what_comes_after_it(name: str) -> None:
    """Where the machine does not have it."""
    assert wide("Liberation Sans") == wide(f"{name}, Liberation Sans, sans-serif")


def test_what_is_readable_stays() -> None:
    """And so does a specification without a font, whatever stands there instead."""
    for spec in ({}, {"config": 3}, {"config": {"font": 3}}, {"config": {"font": "Inter, serif"}}):
        assert with_readable_font(spec) is spec
