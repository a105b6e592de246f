"""Wrong subjects and options: one error that says what was given, what is right, what to do."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from offinno.charts import (
    Figure,
    NotSuitable,
    bars,
    grouped_bars,
    number,
    pictogram,
    ranking,
    read_theme,
    write_picture,
)
from offinno.exceptions import NotAPath
from offinno.model import Comparison, Indicator

Samples = Callable[..., Mapping[str, Figure]]


@pytest.mark.parametrize("builder", [number, pictogram])
def test_one_figure_is_wanted(countries: Indicator, builder: Any) -> None:
    """A series is told how to choose one, a comparison where it is drawn."""
    with pytest.raises(
        NotSuitable, match=r"\(\) takes one figure \(a Datum\), not an Indicator; .*\.at\("
    ):
        builder(countries, lang="nb")
    with pytest.raises(NotSuitable, match=r"not a Comparison; draw it with ranking\(\)"):
        builder(Comparison.of(countries, along="area"), lang="nb")
    with pytest.raises(NotSuitable, match=r"not an int; give one figure of an indicator"):
        builder(74, lang="nb")


def test_a_series_is_wanted(countries: Indicator) -> None:
    """By bars, in groups or not."""
    builders: list[Any] = [bars, lambda *a, **k: grouped_bars(*a, **k, along="area", by="period")]
    for builder in builders:
        with pytest.raises(NotSuitable, match=r"not a Comparison; draw a comparison with ranking"):
            builder(Comparison.of(countries, along="area"), lang="nb")
        with pytest.raises(NotSuitable, match=r"an Indicator, not a Datum; .* number\(\)"):
            builder(countries.at(area="NO"), lang="nb")
        with pytest.raises(NotSuitable, match=r"not a list; give the whole series"):
            builder([countries], lang="nb")


def test_what_has_an_order_is_wanted(countries: Indicator) -> None:
    """One figure has none, and a list is to be compared first."""
    wrong: Any = [countries.at(area="NO")]
    with pytest.raises(NotSuitable, match=r"not a list; compare figures first, as in Comparison"):
        ranking(wrong, lang="nb")
    with pytest.raises(NotSuitable, match=r"not a Datum; one figure has no order"):
        ranking(wrong[0], lang="nb")


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"theme": 4}, r"theme takes a Theme or its name, not 4; make one as in Theme\("),
        ({"theme": {}}, r"theme takes a Theme or its name, not a dict"),
        ({"width": "wide"}, r"width takes a whole number of pixels, not 'wide'; .* width=560"),
        ({"width": True}, r"width takes a whole number of pixels, not True"),
        ({"width": float("nan")}, r"width takes a whole number of pixels, not nan"),
        ({"width": 560.5}, r"not 560\.5; give whole pixels, as in width=560"),
        ({"scale": "2x"}, r"scale takes a number, not '2x'; give it as in scale=2"),
    ],
    ids=str,
)
def test_options_are_what_they_should_be(
    samples: Samples, tmp_path: Path, option: dict[str, Any], message: str
) -> None:
    """And nothing is written otherwise."""
    with pytest.raises(NotSuitable, match=message):
        samples("nb")["ranking"].save(tmp_path / "a.png", **option)

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("path", [5, None])
def test_files_have_paths(samples: Samples, path: Any) -> None:
    """What is no path is shown, whatever is read or written."""
    figure = samples("nb")["ranking"]
    for use in (figure.save, read_theme, lambda given: write_picture(figure, given)):
        with pytest.raises(NotAPath, match=f"{path} is no path of a file"):
            use(path)
    with pytest.raises(NotAPath):
        write_picture(figure.unit, path)
