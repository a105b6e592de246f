"""Guards: a picture that lost something, or gained it, is not handed out."""

import json
import pickle
import re
from collections.abc import Callable, Mapping
from typing import Any

import altair as alt
import attrs
import pytest

from offinno.charts import Figure, LostMarks, LostText, StrayText, bars, ranking
from offinno.charts._guards import check_every_mark, check_strays, check_texts
from offinno.exceptions import OffinnoError
from offinno.language import Lang
from offinno.model import Indicator
from offinno.pictures import Order, seen

Samples = Callable[..., Mapping[str, Figure]]
Measure = Callable[..., Indicator]


def tampered(monkeypatch: pytest.MonkeyPatch, change: Callable[[str], str]) -> None:
    """Have every picture changed before it is looked at."""
    picture = Order.picture

    def wrong(order: Order) -> bytes:
        svg = picture(order).decode()
        found = change(svg)
        assert found != svg
        return found.encode()

    monkeypatch.setattr(Order, "picture", wrong)


def without_first(svg: str, begin: str) -> str:
    """Return a picture without the first element that begins so."""
    start = svg.index(begin)
    end = svg.index("/>", start) if begin.startswith("<path") else svg.index("</text>", start) + 5
    return svg[:start] + svg[end + 2 :]


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_whole_pictures_pass(samples: Samples, lang: Lang) -> None:
    """Of every kind, in every language."""
    for figure in samples(lang).values():
        assert figure.svg()


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_alt_texts_are_short_and_say_something_else(samples: Samples, lang: Lang) -> None:
    """Than the headline, and not that there is a picture."""
    begin = ("picture", "image", "figure", "bilde", "bilete", "figur")
    for figure in samples(lang).values():
        assert 0 < len(figure.alt) <= 250
        assert figure.headline.casefold().strip(".") != figure.alt.casefold().strip(".")
        assert not figure.alt.casefold().startswith(begin)


def test_a_lost_label_is_an_error(samples: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the label, and the fonts as what to look at."""
    tampered(monkeypatch, lambda svg: svg.replace(">Norge<", "><"))
    with pytest.raises(LostText, match=r"label 'Norge' .* fonts"):
        attrs.evolve(samples("nb")["ranking"]).svg()


def test_another_order_is_an_error(samples: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels stand in the order of the rows."""

    def swapped(svg: str) -> str:
        return svg.replace(">Sverige<", ">?<").replace(">Norge<", ">Sverige<").replace("?", "Norge")

    tampered(monkeypatch, swapped)
    with pytest.raises(LostText):
        attrs.evolve(samples("nb")["ranking"]).svg()


def test_a_lost_bar_is_an_error(samples: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though its label is there."""

    def change(svg: str) -> str:
        start = svg.index("mark-rect role-mark")
        return svg[:start] + without_first(svg[start:], "<path")

    tampered(monkeypatch, change)
    with pytest.raises(LostMarks, match=r"^4 marks of the kind 'rect' .*, not 5; look for"):
        attrs.evolve(samples("nb")["ranking"]).svg()


def test_a_bar_without_a_shape_is_lost(measure: Measure, monkeypatch: pytest.MonkeyPatch) -> None:
    """An element that draws nothing is no mark."""
    bar = r'(mark-rect role-mark"[^>]*><path) d="[^"]+"'
    tampered(monkeypatch, lambda svg: re.sub(bar, r'\1 d=""', svg, count=1))
    with pytest.raises(LostMarks):
        bars(measure({"value": 7}), lang="nb").svg()


@pytest.mark.parametrize(
    "text", ["NaN", "undefined %", "[object Object]", "Oct", "Monday 3", "8 PM"]
)
def test_a_stray_text_is_an_error(
    samples: Samples, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """One that the engine makes of nothing, or of a time in English."""
    tampered(monkeypatch, lambda svg: svg.replace("</svg>", f"<text>{text}</text></svg>"))
    with pytest.raises(StrayText, match="give the axis or legend texts of its own") as caught:
        attrs.evolve(samples("nb")["ranking"]).svg()

    assert (text, "nb") == (caught.value.text, caught.value.lang)


def test_english_times_may_stand_in_english() -> None:
    """And whatever a figure is called may stand anywhere."""
    check_strays(["May 2020", "8 PM"], [], "en")
    check_strays(["NaN: the bread", "Mai 2020", "PM 10"], ["NaN: the bread"], "nn")
    with pytest.raises(StrayText):
        check_strays(["null"], ["NaN"], "en")


def test_nothing_english_is_hidden(samples: Samples) -> None:
    """The engine's own labels for screen readers are gone, ours are in the language."""
    for figure in samples("nn").values():
        svg = figure.svg()
        assert "aria-label=" not in svg
        assert "aria-roledescription" not in svg
        assert 1 == svg.count("<title ") == svg.count(' role="img"')
        assert '<svg xmlns="http://www.w3.org/2000/svg"' in svg
        assert ' lang="nn"' in svg


def test_months_have_their_names(samples: Samples) -> None:
    """In a chart of one's own, too, whose axis words them itself."""
    figure = samples("nb")["ranking"]
    rows = [{"t": f"2020-{month:02}-01", "y": month} for month in range(1, 13)]
    x = alt.X(field="t", type="temporal", axis=alt.Axis(format="%B"))
    y = alt.Y(field="y", type="quantitative", axis=None)
    own = alt.Chart(alt.InlineData(rows)).mark_point().encode(x=x, y=y)
    found = seen(figure.with_chart(own).svg(width=900).encode()).texts

    assert {"januar", "mai", "oktober"} & set(found)
    assert not {"January", "May", "October"} & set(found)


def test_what_a_chart_of_ones_own_says_is_its_own(samples: Samples) -> None:
    """A day of the week may be the name of a newspaper."""
    encoding = alt.Text(field="a", type="nominal")
    own = alt.Chart(alt.InlineData([{"a": "Sun"}])).mark_text().encode(text=encoding)

    assert "Sun" in samples("nb")["ranking"].with_chart(own).svg()


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        ({"mark": "bar"}, 3),
        ({"mark": {"type": "bar"}, "transform": [{"filter": {"field": "a", "valid": True}}]}, 2),
        ({"mark": "bar", "transform": [{"filter": {"field": "a", "valid": False}}]}, 1),
        ({"mark": "bar", "transform": [{"filter": {"field": "a", "equal": 1}}]}, 1),
        ({"mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}}}, 2),
        (
            {
                "mark": "bar",
                "encoding": {"x": {"field": "a", "type": "quantitative", "scale": None}},
            },
            3,
        ),
        (
            {
                "mark": "bar",
                "encoding": {"x": {"value": 1}, "y": {"field": "b", "type": "nominal"}},
            },
            3,
        ),
        ({"mark": "bar", "data": {"values": [{}, {}]}}, 2),
        ({"mark": "line"}, None),
        ({}, None),
        ({"mark": "bar", "data": {"name": "rows"}}, None),
        ({"mark": "bar", "data": {"values": [{}], "format": {"type": "topojson"}}}, None),
        ({"mark": "bar", "encoding": {"x": {"aggregate": "count"}}}, None),
        ({"mark": "bar", "transform": [{"filter": "datum.a > 1"}]}, None),
        ({"mark": "bar", "transform": [{"calculate": "1", "as": "a"}]}, None),
    ],
    ids=lambda given: json.dumps(given)[:60],
)
def test_so_many_marks_are_wanted(layer: dict[str, Any], expected: int | None) -> None:
    """One for each row that is let through; nothing where that cannot be told."""
    spec = {"data": {"values": [{"a": 1}, {"a": 2}, {"a": None}]}, "layer": [layer]}
    check_every_mark(spec, {} if expected is None else {"rect": expected})
    if expected is not None:
        with pytest.raises(LostMarks):
            check_every_mark(spec, {"rect": expected + 1})
        with pytest.raises(LostMarks):
            check_every_mark(spec, {})


def test_what_cannot_be_counted_hides_what_can() -> None:
    """Of one kind; others are counted."""
    layers = [{"mark": "bar"}, {"mark": "bar", "data": {"name": "a"}}, {"mark": "point"}]
    spec = {"data": {"values": [{}]}, "layer": layers}
    check_every_mark(spec, {"symbol": 1, "rect": 9})
    with pytest.raises(LostMarks, match="0 marks of the kind 'symbol'"):
        check_every_mark(spec, {})


@pytest.mark.parametrize(
    "name",
    [
        "constructor",
        "__proto__",
        "=1+1",
        "<script>alert(1)</script>",
        "' || true || '",
        "a\\n%s{0}",
    ],
)
def test_hostile_names_are_only_names(measure: Measure, name: str) -> None:
    """In every place where a name can stand."""
    from offinno.model import Source

    source = Source(key="a", publisher=name, title=name, published=2020)
    made = measure({"value": 7}, title={"nb": name}, sources=[source])
    svg = bars(made, lang="nb", headline=name, alt=name).svg(framed=True)

    assert name in "\n".join(seen(svg.encode()).texts)
    assert "<script" not in svg


@pytest.mark.parametrize(
    "error", [LostMarks("rect", 2, 1), StrayText("a", "nb"), LostText("a", "b")]
)
def test_errors_survive_pickling(error: OffinnoError) -> None:
    """What a pool's worker raises arrives whole."""
    again = pickle.loads(pickle.dumps(error))

    assert (type(error), str(error)) == (type(again), str(again))


def test_ties_and_order_pass(countries: Indicator) -> None:
    """Texts that come twice are found twice."""
    check_texts(("a", "a", "b"), [("label", ["a", "a"])])
    with pytest.raises(LostText):
        check_texts(("a", "b"), [("label", ["a", "a"])])

    assert ranking(countries, lang="nb").svg()
