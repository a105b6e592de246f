"""Drawn figures, their text parsed back."""

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from threading import Thread
from typing import Any
from xml.etree import ElementTree as ET

import altair as alt
import attrs
import pytest

from offinno.charts import Figure, LostText, NotSuitable, Row, Theme, TooNarrow, number, svgs
from offinno.charts._fonts import stretch
from offinno.charts._guards import check_texts
from offinno.io import CannotWrite, NoWriter
from offinno.language import LANGUAGES, Lang
from offinno.model import Indicator
from offinno.pictures import MissingExtra, Order, texts
from offinno.pictures._shelf import SHELF
from offinno.wording import number_text

Samples = Callable[..., Mapping[str, Figure]]

ENGLISH = re.compile(
    r"\b(axis|legend|scale|values?|chart|marks?|title|null|undefined|NaN|the|with|of)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_in_the_picture(samples: Samples, lang: Lang) -> None:
    """Labels, figures, notes, remarks, headline and source, each where it belongs."""
    for figure in samples(lang).values():
        shown = " ".join(texts(figure.svg(framed=True).encode())).replace("\n", " ")
        small = [str(note) for note in figure.notes] + list(figure.remarks)

        for text in (figure.headline, figure.subtitle, figure.source_line, *small):
            assert text in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bare_pictures_hold_figures_only(samples: Samples, lang: Lang) -> None:
    """A page has the words around them as text."""
    for figure in samples(lang).values():
        shown = texts(figure.svg().encode())

        assert figure.source_line not in shown
        assert figure.subtitle not in shown


def test_order_of_the_picture_is_that_of_the_rows(samples: Samples) -> None:
    """Labels are drawn from above, places and figures beside them."""
    shown = texts(samples("nb")["ranking"].svg().encode())

    assert (
        *("Kan ikke sammenlignes med Norge", "1", "1", "3", "4", "for usikkert til å vises"),
        *("Sverige", "Danmark", "Norge", "Finland", "Island", "Tyskland"),
        *("60\u00a0%", "60\u00a0%", "50\u00a0%*", "40\u00a0%", "95\u00a0%"),
    ) == shown


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_nothing_english_is_left(samples: Samples, lang: Lang) -> None:
    """Neither in what is shown nor in what a screen reader is told."""
    for figure in samples(lang).values():
        root = ET.fromstring(figure.svg(framed=True))
        labels = [value for e in root.iter() for name, value in e.items() if "aria-label" in name]
        words = [*texts(ET.tostring(root), hidden=True), figure.alt, figure.description]

        assert [root.get("aria-labelledby")] == labels
        assert not [word for word in words if ENGLISH.search(word)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_named_and_described_in_its_language(samples: Samples, lang: Lang) -> None:
    """Title and description are the alt texts, short and long."""
    for figure in samples(lang).values():
        root = ET.fromstring(figure.svg())
        title, desc = root[0], root[1]

        assert (lang, "img") == (root.get("lang"), root.get("role"))
        assert (figure.alt, figure.description) == (title.text, desc.text)
        assert len(figure.alt) <= 250


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_on_the_axis_are_worded_as_elsewhere(samples: Samples, lang: Lang) -> None:
    """Every tick is written as wording does it."""
    figure = samples(lang)["dense-columns"]
    known = {number_text(Decimal(at) / 10, lang=lang) for at in range(16)}
    known |= {number_text(Decimal(at), lang=lang, decimals=1) for at in range(3)}
    shown = texts(figure.svg().encode())
    ticks = [text for text in shown if re.fullmatch(r"\d([.,]\d)?", text)]

    assert len(ticks) > 2
    assert set(ticks) <= known


@pytest.mark.parametrize("width", [320, 560, 900])
def test_the_width_is_as_asked(samples: Samples, width: int) -> None:
    """To the pixel, so that no picture has to be scaled."""
    for figure in samples("nb").values():
        for framed in (True, False):
            root = ET.fromstring(figure.svg(width=width, framed=framed))

            assert abs(width - float(root.get("width", "0"))) <= 2


def test_too_narrow_is_refused(samples: Samples) -> None:
    """With the least width, in which the picture is drawn."""
    figure = samples("nb")["grouped"]
    with pytest.raises(TooNarrow) as caught:
        figure.svg(width=100)

    assert figure.svg(width=caught.value.least)
    with pytest.raises(TooNarrow) as framed:
        figure.finished_spec(width=100)
    assert framed.value.least > caught.value.least


def test_themes_colour_the_picture(samples: Samples) -> None:
    """Another palette, another picture; the figures are the same."""
    figure = samples("nb")["ranking"]
    theme = Theme(palette=["#7a0019", "#555555"])

    assert "#7a0019" in figure.svg(theme=theme)
    assert "#7a0019" not in figure.svg()


def test_ids_begin_as_asked(samples: Samples) -> None:
    """One picture can stand twice in a page."""
    assert 'id="here-title"' in samples("nb")["number"].svg(prefix="here")


def test_what_is_set_apart_is_outlined(samples: Samples) -> None:
    """Colour is not the only cue: it is not filled, and its outline is broken."""
    svg = samples("nb")["ranking"].svg()

    assert re.search(r'fill-opacity="0"[^>]*stroke-dasharray="4,3"', svg)


def test_missing_and_withheld_differ_in_shape(samples: Samples) -> None:
    """A ring and a square, both hollow."""
    shapes = re.findall(r'd="M[^"A-Z]*([Ah])[^>]*stroke="#78838e"', samples("nb")["mixed"].svg())

    assert ["h", "A"] == shapes


def test_lost_text_is_an_error() -> None:
    """A text that is not there, or out of order, stops the picture."""
    check_texts(("a", "b"), [("label", ["a", "b"])])
    with pytest.raises(LostText, match="label 'c'"):
        check_texts(("a", "b"), [("label", ["a", "c"])])
    with pytest.raises(LostText, match="label 'a'"):
        check_texts(("a", "b"), [("label", ["b", "a"])])


def test_a_picture_without_its_text_is_not_handed_out(
    samples: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the engine drew."""
    empty = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    monkeypatch.setattr(Order, "picture", lambda _: empty)
    with pytest.raises(LostText):
        attrs.evolve(samples("nb")["ranking"]).svg()


@pytest.mark.parametrize(
    ("ending", "begin"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_pictures_are_saved(samples: Samples, tmp_path: Path, ending: str, begin: bytes) -> None:
    """By the ending, in capitals too."""
    path = tmp_path / f"figure.{ending.upper()}"
    samples("nb")["ranking"].save(path)

    assert path.read_bytes().startswith(begin)


def test_the_specification_is_saved(samples: Samples, tmp_path: Path) -> None:
    """As it is drawn: with theme, notes and format of numbers."""
    path = tmp_path / "figure.json"
    samples("nb")["ranking"].save(path, width=400)
    spec = json.loads(path.read_text(encoding="utf-8"))

    assert samples("nb")["ranking"].finished_spec(width=400) == spec
    assert "," == spec["config"]["locale"]["number"]["decimal"]


def test_figures_are_saved(samples: Samples, tmp_path: Path) -> None:
    """As CSV, a line for each, with the unit."""
    path = tmp_path / "figure.csv"
    samples("nb")["ranking"].save(path)
    head, first, *rest = path.read_text(encoding="utf-8").splitlines()

    assert "key,label,group,place,value,low,high" == head[:36]
    assert first.startswith("SE,Sverige,,1,60,,,")
    assert ",% of workplaces," in first
    assert 5 == len(rest)


def test_unknown_endings_are_refused(samples: Samples, tmp_path: Path) -> None:
    """With the known ones, and nothing is written."""
    with pytest.raises(NoWriter, match=r"\.svg"):
        samples("nb")["ranking"].save(tmp_path / "figure.gif")

    assert not list(tmp_path.iterdir())


def test_a_vanished_folder_is_one_clear_error(samples: Samples, tmp_path: Path) -> None:
    """And nothing is lost."""
    with pytest.raises(CannotWrite):
        samples("nb")["ranking"].save(tmp_path / "gone" / "figure.svg")


def test_columns_are_named(samples: Samples) -> None:
    """They are those of a row, all of one length, and in the order in which they came to be."""
    figure = samples("en")["ranking"]
    columns = figure.to_columns()
    words = ("note", "headline", "subtitle", "source")

    assert [*(field.name for field in attrs.fields(Row)), *words] == list(columns)
    assert ["50%*", "A note."] == [columns[name][2] for name in ("value_label", "note")]
    assert {None, "A note."} == set(columns["note"])
    assert {figure.source_line} == set(columns["source"])
    assert [
        *("key", "label", "group", "place", "value", "low", "high", "qualifier", "value_label"),
        *("mark", "state", "missing", "apart", "series"),
    ] == list(columns)[:14]
    assert {"% of workplaces"} == set(columns["unit"])
    assert {6} == {len(column) for column in columns.values()}


def test_what_is_not_there_is_nothing(samples: Samples) -> None:
    """A row without a group, a mark or a break before it has None there, and no empty text."""
    figures = samples("en").values()
    cells = {
        cell for figure in figures for column in figure.to_columns().values() for cell in column
    }
    columns = samples("en")["ranking"].to_columns()

    assert "" not in cells
    assert None in columns["group"]
    assert None in columns["mark"]
    assert {None} == set(columns["parted"])


class Images(HTMLParser):
    """Collects what elements there are, and the alt texts of images."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.alts: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember *tag* and its alt text."""
        self.seen.append(tag)
        self.alts.append(dict(attrs).get("alt"))


def test_notebooks_show_an_image(samples: Samples) -> None:
    """With its alt text, never a script; and text for those who see no image."""
    figure = samples("nb")["ranking"]
    bundle = figure._repr_mimebundle_()
    found = Images(bundle["text/html"])

    assert {"text/plain", "text/html", "image/svg+xml"} == set(bundle)
    assert (["img"], [figure.alt]) == (found.seen, found.alts)
    assert figure.headline in bundle["text/plain"]


def test_hostile_text_is_text(measure: Callable[..., Indicator]) -> None:
    """In every place of a notebook's bundle."""
    evil = "\"><script>alert('x')</script>]]>"
    datum = measure({"value": 74}, title=evil).at()
    bundle = number(datum, lang="en", headline=evil)._repr_mimebundle_()

    assert ["img"] == Images(bundle["text/html"]).seen
    assert "script" not in {
        e.tag.rpartition("}")[2] for e in ET.fromstring(bundle["image/svg+xml"]).iter()
    }


def test_notebooks_do_without_the_engine(samples: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    """They show text then."""

    def missing(*_: Any, **__: Any) -> bytes:
        raise MissingExtra("vl-convert-python", "export")

    monkeypatch.setattr(Order, "picture", missing)

    figure = attrs.evolve(samples("nb")["ranking"])

    assert ["text/plain"] == list(figure._repr_mimebundle_())


def test_a_figure_remembers_its_last_pictures(
    samples: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight of them, for as long as it lives; another width or theme is another picture."""
    figure = attrs.evolve(samples("nb")["ranking"])
    drawn: list[Any] = []

    picture = Order.picture

    def counted(order: Order) -> bytes:
        drawn.append(order)
        return picture(order)

    monkeypatch.setattr(Order, "picture", counted)
    for width in [*range(560, 569), 568, 560]:
        figure.svg(width=width)

    assert 10 == len(drawn)
    assert figure == attrs.evolve(figure)


def test_many_figures_are_drawn_as_one_by_one(samples: Samples) -> None:
    """In the order in which they are given, whatever they are and however they are drawn."""
    made = samples("nn")
    figures = [attrs.evolve(made[name]) for name in ("ranking", "number", "columns")]
    own = made["ranking"].with_chart(alt.Chart(alt.InlineData([{"x": 1}])).mark_point())
    drawings = [
        *(figure.drawing(width=640, prefix=f"p{at}") for at, figure in enumerate(figures)),
        own.drawing(framed=True),
        figures[0].drawing(width=640, prefix="p0"),
    ]
    drawn = svgs(drawings)

    assert drawn == [
        *(figure.svg(width=640, prefix=f"p{at}") for at, figure in enumerate(figures)),
        own.svg(framed=True),
        drawn[0],
    ]
    assert [] == svgs([])


def test_pictures_drawn_together_are_remembered(
    samples: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By their figures, and all are returned even if these remember fewer."""
    figure = attrs.evolve(samples("nb")["number"])
    widths = range(400, 412)
    drawn = svgs(figure.drawing(width=width) for width in widths)
    monkeypatch.delattr(Order, "picture")

    assert len(set(drawn)) == len(widths)
    assert drawn[-8:] == [figure.svg(width=width) for width in widths[-8:]]
    assert drawn[-1:] == svgs([figure.drawing(width=411)])


def test_only_drawings_are_drawn_together(samples: Samples) -> None:
    """A figure by itself has neither theme nor width; the remedy is named."""
    with pytest.raises(NotSuitable) as caught:
        svgs([samples("nb")["number"]])  # type: ignore[list-item]

    assert ("svgs() takes drawings, not a Figure; give figure.drawing() of each figure") == str(
        caught.value
    )


def test_fonts_are_measured_before_anything_is_drawn(samples: Samples) -> None:
    """Also those of a picture that was forgotten after it had been laid out."""
    figure = attrs.evolve(samples("nb")["number"])
    theme = Theme(font="Georgia, serif")
    before = figure.svg(theme=theme)
    drawing = figure.drawing(theme=theme)
    figure._drawn.clear()
    SHELF.clear()
    stretch.cache_clear()
    drawn: list[str] = []
    thread = Thread(target=lambda: drawn.extend(svgs([drawing])), daemon=True)
    thread.start()
    thread.join(60)

    assert [before] == drawn


def test_a_figure_that_finds_no_room_says_so_at_once(samples: Samples) -> None:
    """Before anything is drawn, so that it can be laid out in another width."""
    figure = samples("nb")["ranking"]
    with pytest.raises(TooNarrow) as caught:
        figure.drawing(width=20)

    drawing = figure.drawing(width=caught.value.least)
    assert caught.value.least == drawing.width
    assert "Drawing(figure=<Figure" in repr(drawing)


def test_pictures_drawn_together_are_guarded(
    samples: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each as if it were drawn alone."""
    empty = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    monkeypatch.setattr(Order, "svg", lambda *_: empty)
    with pytest.raises(LostText):
        svgs([attrs.evolve(samples("nb")["ranking"]).drawing(prefix="guarded")])


def test_figures_are_values(samples: Samples) -> None:
    """Equal figures are one in a set; they say in short what they are."""
    import pickle

    figure = samples("nb")["ranking"]

    assert {figure} == {figure, pickle.loads(pickle.dumps(figure))}
    assert "<Figure 'Tre av fire': 6 rows, nb>" == repr(figure)
    assert figure.value_text is None
