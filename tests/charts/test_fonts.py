"""Typefaces: whatever they are called, and however wide, a picture has its width."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from offinno.charts import Figure, Theme, TooWide
from offinno.charts import _fonts as module
from offinno.charts._fonts import drawn_smaller, stretch, width_of
from offinno.pictures import MissingExtra, texts

Samples = Callable[..., Mapping[str, Figure]]

NAMES = (
    *("Source Sans 3, Arial, sans-serif", "'Fira Sans 2'", "3D Sans", "Univers 55, Arial"),
    *("A&B Sans", "X.Y", "Ø Sæns", "Inter", "Georgia, serif", "-apple-system"),
)


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the engine's own typeface taken for one that is a fifth too wide."""
    monkeypatch.setattr(module, "_width", lambda font, _: 12.0 if "Inter" in font else 10.0)
    stretch.cache_clear()
    yield
    stretch.cache_clear()


@pytest.mark.parametrize("font", NAMES)
def test_the_width_is_as_asked_in_any_typeface(samples: Samples, font: str) -> None:
    """Of which a machine has none; the picture names it as it was given."""
    for name in ("ranking", "sentence", "series", "timeline"):
        svg = samples("nb")[name].svg(theme=Theme(font=font), width=320, framed=True)

        assert abs(320 - width_of(svg.encode())) <= 3
        named = re.search('font-family="([^"]*)"', svg)
        assert named
        assert font.split(",", maxsplit=1)[0].strip("'").replace("&", "&amp;") in named[1]


@pytest.mark.usefixtures("wide")
def test_wide_typefaces_are_drawn_smaller(samples: Samples) -> None:
    """Labels are, and what stands around them breaks sooner."""
    figure = samples("nb")["ranking"]
    theme = Theme(font="Inter")
    spec, plain = figure.finished_spec(theme=theme), figure.finished_spec()
    size = plain["config"]["style"]["offinno-label"]["fontSize"]

    assert pytest.approx(1.2) == stretch("Inter")
    assert round(size / 1.2, 2) == spec["config"]["style"]["offinno-label"]["fontSize"]
    for name in ("offinno-title", "offinno-foot"):
        assert plain["config"]["style"][name] == spec["config"]["style"][name]
    assert figure.svg(theme=theme, framed=True)
    assert len(texts(figure.svg(theme=theme).encode())) == len(texts(figure.svg().encode()))


def test_lists_are_drawn_smaller_too() -> None:
    """As the layers of a chart."""
    assert [{"mark": {"fontSize": 10}}, 3] == drawn_smaller([{"mark": {"fontSize": 20}}, 3], 2)


def test_what_is_too_wide_all_the_same_is_refused(
    samples: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what was measured and what to do."""
    monkeypatch.setattr("offinno.charts._picture.width_of", lambda _: 375.0)
    with pytest.raises(TooWide, match=r"is 375 pixels wide, not 320: text in the font 'Inter' is"):
        samples("nb")["slope"].svg(theme=Theme(font="Inter"), width=320)


def test_nothing_is_measured_without_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A specification can be written all the same."""

    def missing(*_: Any, **__: Any) -> bytes:
        raise MissingExtra("vl-convert-python", "export")

    monkeypatch.setattr(module, "draw", missing)
    stretch.cache_clear()
    assert 1 == stretch("Some Font")
    stretch.cache_clear()


def test_typefaces_are_measured() -> None:
    """One that is not there is as wide as the one that takes its place."""
    assert 1 == stretch("No Such Font")
    assert stretch("Liberation Mono, monospace") >= 1
