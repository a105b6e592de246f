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

from offinno.charts import Figure, LostText, NotSuitable, Theme, TooNarrow, TwoUnits, bars
from offinno.charts._picture import Manner
from offinno.charts._sized import sized
from offinno.exceptions import UnknownName
from offinno.model import Area, Contradiction, Indicator
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
    """As do steps; where it is more than the picture has, that is an error."""
    figure = samples("nb")["ranking"]
    spec = figure.with_chart(points().properties(width=123)).finished_spec()
    steps = figure.with_chart(points().properties(width=alt.Step(9))).finished_spec()
    wide = figure.with_chart(points().properties(width=700))

    assert 123 == spec["vconcat"][1]["width"]
    assert {"step": 9} == steps["vconcat"][1]["width"]
    with pytest.raises(TooNarrow) as caught:
        wide.svg(framed=True)
    assert wide.svg(framed=True, width=caught.value.least)


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
    assert figure.alt.startswith("6\u00a0figures. Highest: Sweden and Denmark, 60\u00a0per cent.")
    assert "Not comparable with the others: Germany." in figure.alt
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


@pytest.mark.parametrize("width", [320, 560])
@pytest.mark.parametrize(
    "name",
    [
        *("ranking", "columns", "mixed", "grouped", "changes", "number", "pictogram", "parts"),
        *("series", "series-bars", "series-lines", "slope", "dot-interval"),
        *("tile-map", "choropleth", "timeline"),
    ],
)
def test_an_unchanged_chart_is_drawn_wherever_the_figure_is(
    samples: Samples, name: str, width: int
) -> None:
    """Laid out anew for a telephone, with every label that the figure has there."""
    figure = samples("nb")[name]
    made = figure.with_chart(figure.chart).svg(framed=True, width=width)
    shown = figure.svg(framed=True, width=width)

    assert sorted(texts(shown.encode())) == sorted(texts(made.encode()))
    assert abs(width - width_of(made)) <= 3


def over(chart: Any) -> Any:
    """Return a chart with a line at a number upon it."""
    at = alt.Chart(alt.InlineData(values=[{"at": 50}])).mark_rule(color="#b4532a")
    return chart + at.encode(x="at:Q")


@pytest.mark.parametrize(
    "make",
    [
        over,
        lambda chart: chart.interactive(),
        lambda chart: over(chart) & chart,
        lambda chart: chart.transform_filter(alt.FieldOneOfPredicate(field="key", oneOf=["x-20"])),
        lambda chart: chart + alt.Chart().mark_rule().encode(y=alt.value(0)),
        lambda chart: over(alt.layer(rule(0), chart)),
        lambda chart: chart.facet(facet=alt.Facet(field="state", type="nominal")),
        lambda chart: chart.properties(height=400),
    ],
)
def test_changed_charts_are_laid_out_anew(
    measure: Callable[..., Indicator], make: Callable[[Any], Any]
) -> None:
    """Where what was put beside ours stands at numbers, or at an edge."""
    figure = named_long(measure)
    made = figure.with_chart(make(figure.chart)).svg(width=320)

    assert abs(320 - width_of(made)) <= 3


def named_long(measure: Callable[..., Indicator]) -> Figure:
    """Return bars that are laid out in another way on a telephone."""
    rows = [{"area": Area(f"x-{at}", f"{LONG} {at}"), "value": at} for at in (20, 60, 40)]
    return bars(measure(*rows), lang="nb")


#: The name of something, with words of every length.
LONG = "Samarbeidstiltak mellom fylkeskommuner og universitetssykehus"


@pytest.mark.parametrize(
    "make",
    [
        lambda chart: chart + rule(),
        lambda chart: rule() + chart,
        lambda chart: chart + alt.Chart().mark_point(x=3).encode(y=alt.value(0)),
        lambda chart: chart + alt.layer(rule(), rule()),
        lambda chart: (
            chart
            + alt.Chart(alt.InlineData(values=[{"y": 30}]))
            .mark_rule()
            .encode(y=alt.Y("y:Q", scale=None))
        ),
    ],
)
def test_marks_in_pixels_are_not_moved(
    measure: Callable[..., Indicator], make: Callable[[Any], Any]
) -> None:
    """They would stand at another row; the error says so, and what it says helps."""
    figure = named_long(measure)
    made = figure.with_chart(make(figure.chart))
    with pytest.raises(TooNarrow, match=r"change the chart of figure\.laid_out\(320\)"):
        made.svg(width=320, framed=True)
    assert made.svg(width=900, framed=True)
    narrow = figure.laid_out(320)

    assert narrow.with_chart(make(narrow.chart)).svg(width=320, framed=True)
    assert figure == figure.laid_out(900)


def test_changed_layers_are_not_laid_out_anew(measure: Callable[..., Indicator]) -> None:
    """The error says what to do; a chart of somebody else has no other layout."""
    figure = named_long(measure)
    chart: Any = figure.chart
    chart.layer[0].mark.opacity = 0.5
    with pytest.raises(TooNarrow) as caught:
        figure.with_chart(chart).svg(width=200)
    with pytest.raises(TooNarrow) as others:
        figure.with_chart(points()).svg(width=80)

    assert "change the chart of figure.laid_out(200)" == caught.value.remedy
    assert not others.value.remedy


@pytest.mark.parametrize("width", [320, 560, 900])
@pytest.mark.parametrize(
    "make",
    [
        lambda chart: chart.facet(column="name:N"),
        lambda chart: chart.facet(row="name:N"),
        lambda chart: chart.facet("name:N"),
        lambda chart: chart.facet("name:N", columns=2),
        lambda chart: chart.encode(column="name:N"),
        lambda chart: chart.encode(facet=alt.Facet("name:N", columns=1)),
        lambda chart: chart.encode(x=alt.X(alt.repeat("repeat"), type="quantitative")).repeat(
            ["size", "other"]
        ),
        lambda chart: chart.encode(x=alt.X(alt.repeat("row"), type="quantitative")).repeat(
            row=["size", "other"]
        ),
        lambda chart: chart.facet("name:N", spacing=5) & chart,
        lambda chart: chart.facet("name:N").resolve_scale(y="independent"),
        lambda chart: chart.facet(row=alt.Row("name:N", title=None), column="size:O"),
    ],
)
def test_facets_share_the_width(samples: Samples, make: Callable[[Any], Any], width: int) -> None:
    """As many side by side as find room, unless it is said how many."""
    rows = [{"name": name, "size": at, "other": -at} for at, name in enumerate(("Å", "Ø"))]
    chart: Any = alt.Chart(alt.InlineData(values=rows)).mark_bar().encode(x="size:Q", y="name:N")
    made = samples("nb")["ranking"].with_chart(make(chart))

    assert abs(width - width_of(made.svg(width=width, framed=True))) <= 2


@pytest.mark.parametrize(
    "make",
    [
        lambda chart: chart.encode(column=alt.Column("size:Q", bin=True)),
        lambda chart: chart.facet(column="month(size):O"),
    ],
)
def test_cells_that_nobody_counted_have_the_width_of_the_engine(
    samples: Samples, make: Callable[[Any], Any]
) -> None:
    """And are refused where they find no room."""
    made = samples("nb")["ranking"].with_chart(make(points()))

    assert made.svg(width=900)
    with pytest.raises(TooNarrow):
        made.svg(width=150)


def test_cells_without_room_are_refused(samples: Samples) -> None:
    """With a width in which they are drawn."""
    rows = [{"name": str(at), "size": at} for at in range(6)]
    chart: Any = alt.Chart(alt.InlineData(values=rows)).mark_bar().encode(x="size:Q", y="name:N")
    made = samples("nb")["ranking"].with_chart(chart.facet(column="name:N"))
    with pytest.raises(TooNarrow) as caught:
        made.svg(width=320)

    assert made.svg(width=caught.value.least)
    assert caught.value.least < 900


def test_as_many_cells_stand_side_by_side_as_find_room(samples: Samples) -> None:
    """However much is left between them."""
    rows = [{"name": str(at), "size": at} for at in range(6)]
    chart: Any = alt.Chart(alt.InlineData(values=rows)).mark_bar().encode(x="size:Q", y="name:N")
    figure = samples("nb")["ranking"]
    open_, narrow = chart.facet("name:N"), chart.facet("name:N", spacing={"column": 200})
    columns = [
        figure.with_chart(made).finished_spec(width=width)["vconcat"][1]["columns"]
        for made in (open_, narrow)
        for width in (150, 320, 560, 1000)
    ]

    assert [1, 2, 4, 6, 1, 1, 2, 3] == columns


def test_a_figure_with_one_layout_says_what_it_needs(samples: Samples) -> None:
    """As there is no other one to draw it in."""
    figure = samples("nb")["pictogram"]
    with pytest.raises(TooNarrow) as caught:
        figure.with_chart(figure.chart).svg(width=80)

    assert not caught.value.remedy


def test_charts_side_by_side_keep_their_colours(samples: Samples) -> None:
    """Bars beside a map are filled, as they are alone."""
    figures = samples("nb")
    ranking, tiles = figures["ranking"], figures["tile-map"]
    made = ranking.with_chart(tiles.chart | ranking.chart)
    fills = re.findall(r'fill="(#[0-9a-f]{6})"', ranking.svg())

    assert "#8296a8" in fills
    assert "#8296a8" in made.svg(width=1000, framed=True)
    shared: Any = (tiles.chart | ranking.chart).resolve_scale(fill="shared")
    scales = ranking.with_chart(shared).finished_spec(width=1000)["vconcat"][1]["resolve"]["scale"]
    assert ("shared", "independent") == (scales["fill"], scales["shape"])
    plain = ranking.with_chart(points() | points()).finished_spec()
    assert "resolve" not in plain["vconcat"][1]


def test_only_axes_that_there_are_can_be_dragged(samples: Samples) -> None:
    """Charts of ours have places in pixels; the others stay as they are."""
    figures = samples("nb")
    for name in ("ranking", "columns", "series", "tile-map"):
        figure = figures[name]
        for chart in (figure.chart.interactive(), figure.chart & figure.chart.interactive()):
            assert figure.with_chart(chart).svg(width=900)
    ours = figures["ranking"].with_chart(figures["ranking"].chart.interactive()).spec()
    pick: Any = alt.selection_point(name="pick")
    others = figures["ranking"].with_chart(points().interactive(bind_x=False)).spec()
    both = figures["ranking"].with_chart(figures["ranking"].chart.add_params(pick)).spec()

    assert ["x"] == ours["params"][0]["select"]["encodings"]
    assert ["y"] == others["params"][0]["select"]["encodings"]
    assert "pick" == both["params"][0]["name"]
    assert (
        not figures["tile-map"].with_chart(figures["tile-map"].chart.interactive()).spec()["params"]
    )


def test_a_picture_is_described_in_its_specification(samples: Samples) -> None:
    """For those who show it in a page of their own."""
    figure = samples("nb")["ranking"]
    own = figure.with_chart(points())

    assert figure.alt == figure.spec()["description"] == figure.chart.description
    assert figure.alt == figure.finished_spec(framed=False)["description"]
    assert figure.alt == own.finished_spec()["description"]


def test_fields_that_are_not_there_are_refused(samples: Samples) -> None:
    """By name, when the chart is given and not when it is drawn as nothing."""
    figure = samples("nb")["ranking"]
    with pytest.raises(UnknownName, match=r"no field of the chart's rows is called 'lable'; did"):
        figure.with_chart(figure.chart.facet("lable:N"))
    with pytest.raises(UnknownName, match="'sise'; did you mean 'size'"):
        figure.with_chart(figure.chart & points().encode(x="sise:Q"))
    for made in samples("nb").values():
        assert made.alt == made.with_chart(made.chart).alt
