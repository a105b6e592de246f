"""Charts of one's own in the words of a figure."""

import json
import pickle
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import pytest

from offinno.charts import Figure, LostText, NotSuitable, Theme, TooNarrow, TwoUnits
from offinno.charts._picture import Manner
from offinno.charts._sized import sized
from offinno.model import Contradiction, Indicator
from offinno.pictures import SpecRefused, texts

Samples = Callable[..., Mapping[str, Figure]]

#: A picture without any text.
EMPTY = b'<svg xmlns="http://www.w3.org/2000/svg"/>'

NAMES = ("number", "pictogram", "ranking", "columns", "dense-columns", "mixed", "grouped")


def rule(at: float = 3) -> Any:
    """Return a line across a chart."""
    return alt.Chart(alt.InlineData(values=[{}])).mark_rule(color="#b4532a").encode(y=alt.value(at))


def points(**options: Any) -> Any:
    """Return a chart with axes and a legend, made from made-up numbers."""
    rows = [{"name": name, "size": size} for name, size in (("Ytre Ås", 2), ("Indre Ås", 1))]
    chart: Any = alt.Chart(alt.InlineData(values=rows)).mark_point(**options)
    return chart.encode(x="size:Q", y="name:N", color="name:N")


def width_of(svg: str) -> float:
    """Return the width of a picture."""
    return float(ET.fromstring(svg).get("width", "0"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_around_a_layered_chart_is_lost(samples: Samples, name: str) -> None:
    """Every text that the figure shows stands in the picture with the line, in its order."""
    figure = samples("nb")[name]
    made = figure.with_chart(figure.chart + rule())
    shown = texts(made.svg(framed=True).encode())

    assert sorted(texts(figure.svg(framed=True).encode())) == sorted(shown)
    assert "#b4532a" in made.svg(framed=True)
    assert abs(560 - width_of(made.svg(framed=True))) <= 2


def test_the_words_of_a_figure_stay(samples: Samples) -> None:
    """Whatever chart it has; rows and table are those of the figures."""
    figure = samples("en")["ranking"]
    made = figure.with_chart(points())
    same = ("headline", "subtitle", "source_line", "notes", "remarks", "alt", "description")

    for name in (*same, "table", "rows", "unit", "lang", "value_text"):
        assert getattr(figure, name) == getattr(made, name)


@pytest.mark.parametrize(
    "make",
    [
        lambda chart: chart,
        lambda chart: rule() + chart,
        lambda chart: chart & points(),
        lambda chart: points(filled=True) | chart.properties(width=300),
        lambda chart: alt.concat(points(), chart, columns=1),
        lambda chart: chart | chart,
    ],
)
def test_labels_are_guarded_where_rows_are_known(
    samples: Samples, monkeypatch: pytest.MonkeyPatch, make: Callable[[Any], Any]
) -> None:
    """A picture that lacks one is not handed out, however the chart was put together."""
    figure = samples("nb")["columns"]
    made = figure.with_chart(make(figure.chart))

    assert made.svg(width=900, framed=True)
    assert made.own is not None
    assert made.own.complete
    monkeypatch.setattr(Manner, "order", lambda *_, **__: SimpleNamespace(picture=lambda: EMPTY))
    with pytest.raises(LostText, match="label"):
        made.svg(width=900)


@pytest.mark.parametrize(
    "make",
    [
        lambda _: points(),
        lambda chart: chart.transform_filter(alt.FieldEqualPredicate(field="key", equal="SE")),
        lambda chart: chart.properties(data=alt.InlineData(values=[])),
        lambda chart: chart.properties(data=alt.sphere()),
        lambda chart: chart.facet(facet=alt.Facet(field="series", type="nominal"), columns=1),
    ],
)
def test_other_charts_show_what_they_like(samples: Samples, make: Callable[[Any], Any]) -> None:
    """Only the words around them are looked for."""
    figure = samples("nb")["ranking"]
    made = figure.with_chart(make(figure.chart))

    assert made.own is not None
    assert not made.own.complete
    assert figure.source_line in texts(made.svg(framed=True).encode())


def test_words_around_are_guarded(samples: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the chart."""
    made = samples("nb")["ranking"].with_chart(points())
    monkeypatch.setattr(Manner, "order", lambda *_, **__: SimpleNamespace(picture=lambda: EMPTY))
    with pytest.raises(LostText, match="title, note or source"):
        made.svg(framed=True)


@pytest.mark.parametrize("width", [340, 560, 900])
def test_axes_and_legends_are_part_of_the_width(samples: Samples, width: int) -> None:
    """A chart without a width takes what they leave; the words begin at the very left."""
    made = samples("nb")["ranking"].with_chart(points())

    assert abs(width - width_of(made.svg(width=width, framed=True))) <= 2
    assert abs(width - width_of(made.svg(width=width))) <= 2


def test_a_width_of_its_own_stays(samples: Samples) -> None:
    """As do steps, and the cells of facets."""
    figure = samples("nb")["ranking"]
    spec = figure.with_chart(points().properties(width=123)).finished_spec()
    steps = figure.with_chart(points().properties(width=alt.Step(9))).finished_spec()
    cells = figure.with_chart(points().encode(row="name:N")).finished_spec()

    assert 123 == spec["vconcat"][1]["width"]
    assert {"step": 9} == steps["vconcat"][1]["width"]
    assert "width" not in cells["vconcat"][1]


def test_charts_beside_one_another_share_the_width() -> None:
    """What has a width keeps it; rows of a grid are alike."""
    bar = {"mark": "bar"}
    wide = {"mark": "bar", "width": 100}

    assert [100, 380] == [c["width"] for c in sized({"hconcat": [wide, bar]}, 500)["hconcat"]]
    assert [245, 245] == [
        c["width"] for c in sized({"hconcat": [bar, bar], "spacing": 10}, 500)["hconcat"]
    ]
    assert [240, 240, 100] == [
        c["width"] for c in sized({"concat": [bar, bar, wide], "columns": 2}, 500)["concat"]
    ]
    assert [100, 100] == [c["width"] for c in sized({"hconcat": [wide, wide]}, 90)["hconcat"]]


def test_too_little_room_is_refused(samples: Samples) -> None:
    """With the width that is needed, beside axes and in two halves too."""
    figure = samples("nb")["ranking"]
    for chart in (figure.chart, points(), figure.chart & points()):
        made = figure.with_chart(chart)
        with pytest.raises(TooNarrow) as caught:
            made.svg(width=150, framed=True)
        assert made.svg(width=caught.value.least, framed=True)


def test_headlines_come_once(samples: Samples) -> None:
    """That of the figure stands above; another title stays with its chart."""
    figure = samples("nb")["ranking"]
    chart: Any = figure.chart
    made = figure.with_chart(chart & points().properties(title="Ås"))
    shown = texts(made.svg(framed=True).encode())

    assert 1 == shown.count(figure.headline)
    assert 1 == shown.count("Ås")
    assert figure.headline not in texts(made.svg().encode())


def test_themes_and_configuration(samples: Samples) -> None:
    """A chart may be configured; ground, format of numbers and our words are those of the theme."""
    chart = points().configure(
        background="#000000",
        padding=99,
        axis=alt.AxisConfig(labelFontSize=7),
        style={"offinno-title": {"color": "#000001"}, "own": {"color": "#000002"}},
        font="Courier New",
    )
    figure = samples("nb")["ranking"].with_chart(chart.properties(background="#111111", padding=3))
    theme = Theme(ink="#102030")
    spec = figure.finished_spec(theme=theme)

    assert theme.paper == spec["config"]["background"]
    assert "," == spec["config"]["locale"]["number"]["decimal"]
    assert 7 == spec["config"]["axis"]["labelFontSize"]
    assert theme.grid == spec["config"]["axis"]["gridColor"]
    assert "Courier New" == spec["config"]["font"]
    assert "#102030" == spec["config"]["style"]["offinno-title"]["color"]
    assert "#000002" == spec["config"]["style"]["own"]["color"]
    assert not {"background", "padding"} & {*spec, *spec["vconcat"][1]}


def test_themes_of_the_process_leave_no_trace(samples: Samples) -> None:
    """And rows may be put together or not."""
    figure = samples("nb")["ranking"]
    with alt.theme.enable("dark"):
        one = figure.with_chart(points())
    with alt.data_transformers.enable(consolidate_datasets=False):
        other = figure.with_chart(points())
        whole = figure.with_chart(figure.chart & points())

    assert figure.with_chart(points()) == one == other
    assert whole.own is not None
    assert whole.own.complete


@pytest.mark.parametrize(
    "make",
    [
        lambda: points().add_params(alt.selection_point(name="chosen")),
        lambda: points().add_params(alt.param(name="much", value=3)),
        lambda: (points() + rule()).add_params(alt.selection_point(name="chosen")),
        lambda: points() | points().add_params(alt.selection_interval(name="chosen")),
    ],
)
def test_interactive_charts_are_drawn(samples: Samples, make: Callable[[], Any]) -> None:
    """As they look at first."""
    assert "Ytre Ås" in texts(samples("nb")["ranking"].with_chart(make()).svg().encode())


def test_it_is_a_value(samples: Samples) -> None:
    """Equal by its specification, hashed, pickled, and its chart is a chart again."""
    figure = samples("nb")["ranking"]
    one, other = figure.with_chart(points()), figure.with_chart(points())
    chart: Any = one.chart
    spoilt = one.spec()
    spoilt["mark"] = "bar"

    assert {one} == {one, other, pickle.loads(pickle.dumps(one))}
    assert figure != one != figure.with_chart(points(filled=True))
    assert isinstance(chart, alt.Chart)
    assert one.spec() == other.spec() != spoilt
    assert one == figure.with_chart(chart)
    assert figure.with_chart(chart + rule()).svg()


@pytest.mark.parametrize("wrong", [None, {"mark": "bar"}, "chart", alt.value(3)])
def test_only_charts_are_charts(samples: Samples, wrong: Any) -> None:
    """Anything else is refused at once."""
    with pytest.raises(NotSuitable, match=r"a figure takes an Altair chart, not a \w+; change"):
        samples("nb")["ranking"].with_chart(wrong)


def test_nothing_is_fetched(samples: Samples) -> None:
    """Neither data nor images, and what is wrong is said with its place."""
    figure = samples("nb")["ranking"]
    remote: Any = alt.Chart("https://example.org/a.csv").mark_bar()
    image: Any = alt.Chart(alt.InlineData(values=[{}])).mark_image(url="https://example.org/a.png")
    with pytest.raises(SpecRefused, match=r"\$\.data\.url: .*put the rows in data\.values"):
        figure.with_chart(remote)
    with pytest.raises(SpecRefused):
        figure.with_chart(figure.chart + image)


def test_it_is_saved_and_shown(samples: Samples, tmp_path: Path) -> None:
    """As any other figure, in every format and in a notebook."""
    made = samples("nb")["ranking"].with_chart(points())
    for ending in ("svg", "png", "pdf", "json", "csv"):
        made.save(tmp_path / f"own.{ending}")
    spec = json.loads((tmp_path / "own.json").read_text(encoding="utf-8"))

    assert made.finished_spec() == spec
    assert re.search("Ytre Ås", made._repr_mimebundle_()["image/svg+xml"])
    assert (tmp_path / "own.csv").read_bytes().startswith(b"key,label")


def test_a_chart_from_data_gets_their_words(countries: Indicator) -> None:
    """Notes, source, alt text and table are worded; superlatives as in bars."""
    figure = Figure.around(points(), countries, lang="en", headline="Made up")

    assert ("Made up", "Source: Made-up source (2020)") == (figure.headline, figure.source_line)
    assert ["* A note."] == [str(note) for note in figure.notes]
    assert figure.alt.startswith("6\u00a0figures. Highest: Germany, 95\u00a0per cent. Lowest: ")
    assert ("Norway", "50%*") == figure.table.rows[0]
    assert "Area" == figure.table.columns[0]
    assert "Iceland: Too few answers." in figure.remarks
    assert ["NO", "SE", "DK", "FI", "IS", "DE"] == [row.key for row in figure.rows]
    assert "* A note." in texts(figure.svg(framed=True).encode())


def test_a_chart_from_several_measures(
    crossed: Indicator, countries: Indicator, measure: Callable[..., Indicator]
) -> None:
    """Each figure is called by what tells it from the others."""
    one = Figure.around(points(), crossed, lang="en")
    both = Figure.around(points(), crossed, countries.at(area="NO"), lang="en")
    alone = Figure.around(points(), countries.at(area="NO"), lang="en")
    other = measure({"value": 5}, key="other", title={"nb": "Y", "nn": "Y", "en": "Other"})
    measures = Figure.around(points(), measure({"value": 4}), other, lang="en")

    assert "health, with" == one.rows[0].key
    assert "Health (with)" == one.rows[0].label
    assert 5 == len(both.rows)
    assert ("NO", "Norway") == (alone.rows[0].key, alone.rows[0].label)
    assert ["made-up", "other"] == [row.key for row in measures.rows]


def test_a_chart_from_data_needs_data(
    countries: Indicator, years: Callable[..., Indicator]
) -> None:
    """Figures or indicators, at least one, in one unit."""
    wrong: Any = 74
    with pytest.raises(NotSuitable, match=r"takes figures and indicators, not an int"):
        Figure.around(points(), wrong, lang="nb")
    with pytest.raises(Contradiction, match="name those that it shows"):
        Figure.around(points(), lang="nb")
    with pytest.raises(TwoUnits):
        Figure.around(points(), countries, years(2000, 2001), lang="nb")


def test_marks_without_a_colour_have_that_of_the_theme(samples: Samples) -> None:
    """And not one that only the drawing engine knows."""
    plain: Any = alt.Chart(alt.InlineData(values=[{}])).mark_bar().encode(x=alt.value(9))
    made = samples("nb")["ranking"].with_chart(plain)

    assert "#7a0019" in made.svg(theme=Theme(palette=["#7a0019"]))
