"""Specifications: equal to what Altair makes, whatever the process has switched on."""

import json
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import altair as alt
import pytest

from offinno.charts import Figure
from offinno.charts._spec import _template
from offinno.pictures import check_spec, draw, texts

Samples = Callable[..., Mapping[str, Figure]]

NAMES = (
    *("number", "sentence", "pictogram", "pictogram-missing", "ranking", "columns"),
    *("dense-columns", "changes", "mixed", "grouped", "nothing"),
    *("parts", "parts-small", "parts-beside", "parts-missing", "timeline"),
    *("tile-map", "tile-map-changes", "choropleth"),
    *("series", "series-bars", "series-lines", "series-highlight", "series-intervals"),
    *("dot-interval", "slope"),
)
SNAPSHOTS = Path(__file__).with_name("snapshots")


@pytest.mark.parametrize("name", NAMES)
def test_snapshot(samples: Samples, name: str) -> None:
    """The specification of each kind is as it was; to change one on purpose, delete its file."""
    spec = samples("nb")[name].spec()
    del spec["$schema"]
    path = SNAPSHOTS / f"{name}.json"
    if not path.exists():
        text = json.dumps(spec, indent=1, ensure_ascii=False)
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
        pytest.fail(f"{path} was written; look at it and run again")

    assert json.loads(path.read_text(encoding="utf-8")) == spec


def test_every_kind_has_a_snapshot(samples: Samples) -> None:
    """And no file is left over."""
    assert set(NAMES) == set(samples("nb")) == {path.stem for path in SNAPSHOTS.iterdir()}


@pytest.mark.parametrize("name", NAMES)
def test_equal_to_altair(samples: Samples, name: str) -> None:
    """What the chart itself gives, rows left in place and no theme."""
    figure = samples("en")[name]
    with alt.data_transformers.enable(consolidate_datasets=False), alt.theme.enable("none"):
        made = figure.chart.to_dict()

    assert made == figure.spec()


@pytest.mark.parametrize("name", NAMES)
def test_safe_to_draw(samples: Samples, name: str) -> None:
    """Nothing in it could be fetched, and its expressions are known."""
    check_spec(samples("nn")[name].finished_spec())


def test_independent_of_themes(samples: Samples) -> None:
    """A theme that somebody enabled leaves no trace, and stays enabled."""
    _template.cache_clear()
    figure = samples("nb")["ranking"]
    with alt.theme.enable("dark"), alt.data_transformers.enable("vegafusion"):
        spec = figure.spec()

        assert "dark" == alt.theme.active

    assert "config" not in spec
    assert "datasets" not in spec


def test_copies_are_handed_out(samples: Samples) -> None:
    """Whatever is done to one, the next is as before."""
    figure = samples("nb")["mixed"]
    before = json.dumps(figure.spec())
    spoilt = figure.spec()
    spoilt["layer"][0]["encoding"].clear()
    spoilt["data"]["values"][0].clear()
    spoilt["title"]["text"].append("x")
    chart: Any = figure.chart
    chart.data.values[0].clear()

    assert before == json.dumps(figure.spec())


def test_many_threads_get_the_same(samples: Samples) -> None:
    """The template may be built by any of them."""
    _template.cache_clear()
    figure = samples("nb")["grouped"]
    with ThreadPoolExecutor(8) as pool:
        found = {json.dumps(spec) for spec in pool.map(lambda _: figure.spec(), range(16))}

    assert 1 == len(found)


def test_channels_are_typed(samples: Samples) -> None:
    """Every field in an encoding states its type: no shorthand is left to guess."""
    for figure in samples("nb").values():
        for layer in figure.spec()["layer"]:
            for name, channel in layer["encoding"].items():
                second = name in {"x2", "y2"}
                assert "field" not in channel or second or "type" in channel


@pytest.mark.parametrize("name", NAMES)
def test_charts_compose(samples: Samples, name: str) -> None:
    """They layer, stand side by side, repeat over facets, and take any configuration."""
    chart = samples("nb")[name].chart
    rule: Any = alt.Chart(alt.InlineData(values=[{}])).mark_rule().encode(y=alt.value(3))

    assert (chart + rule).to_dict()
    assert (chart | chart).to_dict()
    assert (chart & chart).to_dict()
    assert chart.facet(facet=alt.Facet(field="series", type="nominal"), columns=1).to_dict()
    assert chart.configure_view(stroke=None).properties(width=300).to_dict()


def test_order_survives_layering(samples: Samples) -> None:
    """Places are in pixels, so another layer with an order of its own changes nothing."""
    figure = samples("nb")["ranking"]
    others: Any = (
        alt.Chart(alt.InlineData(values=[{"name": "Ø"}, {"name": "A"}]))
        .mark_text()
        .encode(
            y=alt.Y(field="name", type="nominal", sort="descending", axis=None),
            text=alt.Text(field="name", type="nominal"),
        )
    )
    with alt.data_transformers.enable(consolidate_datasets=False), alt.theme.enable("none"):
        spec = (figure.chart + others).to_dict() | {"width": 560}
    shown = texts(draw(spec, format="svg", title="t", description="", lang="nb"))
    labels = [row.label for row in figure.rows]

    assert labels == [text for text in shown if text in labels]


def named(node: Any, name: str) -> list[Any]:
    """Return every value of the key *name* in *node*."""
    if isinstance(node, list):
        return [found for item in node for found in named(item, name)]
    if not isinstance(node, dict):
        return []
    below = [found for value in node.values() for found in named(value, name)]
    return [node[name], *below] if name in node else below


def test_predicates_are_built(samples: Samples) -> None:
    """None is written as text, and the expressions that there are hold numbers and the width."""
    for figure in samples("nb").values():
        spec = figure.spec()
        del spec["data"]

        assert all(
            isinstance(given, dict) for given in (*named(spec, "filter"), *named(spec, "test"))
        )
        assert all(
            re.fullmatch(r"(width - \d+|min\(width - \d+, \d+\))", text)
            for text in named(spec, "expr")
        )


@pytest.mark.parametrize("name", ["ranking", "mixed", "grouped", "columns"])
def test_bars_begin_at_zero(samples: Samples, name: str) -> None:
    """Whatever the figures; only changes below zero have an axis on both sides."""
    scales = [s for s in named(samples("nb")[name].spec(), "scale") if s and "zero" in s]
    lengths = [scale for scale in scales if scale["zero"]]

    assert lengths
    assert {0} == {scale["domainMin"] for scale in lengths}
    both = named(samples("nb")["changes"].spec(), "scale")
    assert not any(scale and "domainMin" in scale for scale in both)
