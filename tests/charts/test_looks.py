"""What stands where: places in pixels, worked out without Altair."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest

from offinno.charts import Figure, bars, grouped_bars, number, ranking
from offinno.charts._bars import BarLook
from offinno.charts._columns import ColumnLook
from offinno.charts._number import NumberLook
from offinno.model import Area, Form, Indicator, Note
from offinno.values import Missing, MissingReason, Qualifier, Range, Value

Measure = Callable[..., Indicator]


def cells_of(figure: Figure) -> list[dict[str, Any]]:
    """Return the rows as they are drawn."""
    values: list[dict[str, Any]] = figure.spec()["data"]["values"]
    return values


def test_rows_stand_below_one_another(countries: Indicator) -> None:
    """Each begins where the one before ends, those set apart after a blank."""
    cells = cells_of(ranking(countries, lang="nb", reference="NO"))
    for before, after in pairwise(cells[:5]):
        assert before["below"] == after["above"]

    assert cells[4]["below"] < cells[5]["heading_y"] < cells[5]["above"]


def test_texts_of_several_lines_stay_in_the_middle(crossed: Indicator) -> None:
    """The first line is so much higher as there are more lines, and the row is higher."""
    figure = bars(crossed.where(partner="with"), lang="nb", along="sector")
    short, long = cells_of(figure)

    assert short["y"] == short["label_y"]
    assert 3 == long["label"].count("\n") + 1
    assert long["y"] - 16 == long["label_y"]
    assert long["below"] - long["above"] > short["below"] - short["above"]


def test_a_heading_stands_above_its_first_row(crossed: Indicator) -> None:
    """And only there."""
    cells = cells_of(grouped_bars(crossed, lang="nb", along="sector", by="partner"))

    assert ["Helse og omsorg", None] == [cell["heading"] for cell in cells[:2]]
    assert cells[0]["heading_y"] < cells[0]["above"]
    assert "\n" in cells[2]["heading"]


def test_what_is_missing_is_no_zero(measure: Measure) -> None:
    """It has no number and a reason, zero has a number and none."""
    gone = Missing(MissingReason.NOT_STATED)
    zero, missing = cells_of(bars(measure({"value": 0}, {"area": "SE", "value": gone}), lang="en"))

    assert (0, None) == (zero["value"], zero["reason"])
    assert (None, "not stated") == (missing["value"], missing["reason"])
    assert (None, 0) == (zero["nil"], missing["nil"])


def test_figures_below_zero_stand_before_their_bars(measure: Measure) -> None:
    """With room for them at the left."""
    unit = "% change on year before"
    figure = bars(measure({"value": 5}, {"area": "SE", "value": -5}, unit=unit), lang="en")
    up, down = cells_of(figure)
    assert isinstance(figure.look, BarLook)

    assert ("5%", None) == (up["after"], up["before"])
    assert (None, "−5%") == (down["after"], down["before"])
    assert figure.look.left > 0


def test_a_range_floats(measure: Measure) -> None:
    """It has two ends and its figure stands behind the higher, below zero before the lower."""
    unit = measure({"value": 1}, unit="NOK").unit
    spans = [
        Range(low=Value(low, unit), high=Value(high, unit)) for low, high in ((6, 19), (-9, -2))
    ]
    rows = [{"area": area, "value": span} for area, span in zip(("NO", "SE"), spans, strict=True)]
    up, down = cells_of(bars(measure(*rows, unit="NOK"), lang="en"))

    assert (6, 19, 19, None) == (up["low"], up["high"], up["end"], up["start"])
    assert (-9, -2, None, -9) == (down["low"], down["high"], down["end"], down["start"])


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [
        (["77", "95"], "% of workplaces", 100),
        (["7", "9"], "% of workplaces", None),
        (["0", "0"], "% of workplaces", 100),
        (["77", "95"], "% of GDP", None),
        (["0", "0"], "NOK", 1),
    ],
)
def test_where_the_axis_ends(
    measure: Measure, values: list[str], unit: str, expected: float | None
) -> None:
    """At the whole if shares fill half of it, else at the largest figure."""
    rows = [{"area": area, "value": v} for area, v in zip(("NO", "SE"), values, strict=True)]
    look = bars(measure(*rows, unit=unit), lang="nb").look
    assert isinstance(look, BarLook)

    assert expected == look.top


def test_narrow_pictures_have_shorter_lines(crossed: Indicator) -> None:
    """The same rows find room on a telephone."""
    figure = bars(crossed.where(partner="with"), lang="nb", along="sector")
    look = figure.look.narrower(figure.rows)

    assert look.least < figure.look.least
    assert look is look.narrower(figure.rows)


@pytest.mark.parametrize("draw", [bars, ranking])
def test_labels_stand_above_bars_that_have_no_room_else(measure: Measure, draw: Any) -> None:
    """On a telephone, where figures on both sides would leave a few pixels for bars."""
    values = zip(("NO", "SE", "DK", "FI", "IS"), ("-3.5", "2.1", "0", "-12.25", "8"), strict=True)
    rows = [{"area": area, "value": value} for area, value in values]
    figure = draw(measure(*rows, unit="pp of workplaces"), lang="nb")
    look = figure.look.narrower(figure.rows)
    first, second, *_ = look.cells(figure.rows)

    assert not figure.look.above
    assert look.above
    assert first["label_y"] < first["y"] < first["below"] < second["label_y"] < second["y"]
    assert 300 - look.left - look.room - look.begin >= 90
    assert figure.svg(width=320, framed=True)


def test_labels_stand_above_bars_if_a_word_is_longer_than_its_room(measure: Measure) -> None:
    """No word is parted that has room elsewhere; in a wide picture there is more of it."""
    word = "digitaliseringsstrategiene"
    rows = [{"area": Area("x-a", word), "value": 5}, {"area": Area("x-b", "kort"), "value": 6}]
    figure = bars(measure(*rows), lang="nb")

    for look in (figure.look, figure.look.narrower(figure.rows)):
        assert word == look.cells(figure.rows)[0]["label"]


def test_figures_have_the_room_that_short_labels_leave(measure: Measure) -> None:
    """They break into fewer lines; with figures on both sides they have less."""
    unit = measure({"value": 1}, unit="NOK").unit
    rows = [
        {"period": year, "value": Value(f"{year}5E4", unit, Qualifier.ABOUT)}
        for year in range(2010, 2014)
    ]
    figure = bars(measure(*rows, unit="NOK"), lang="nb", along="period")
    cells = figure.look.narrower(figure.rows).cells(figure.rows)

    assert "om lag 201,05\u00a0mill.\u00a0kr" == cells[0]["after"]


def test_all_other_pictures_fit_a_telephone(samples: Callable[..., Mapping[str, Figure]]) -> None:
    """They need no second layout."""
    for name in ("number", "pictogram", "columns"):
        figure = samples("nb")[name]

        assert figure.look is figure.look.narrower(figure.rows)
        assert figure.look.least <= 304


def test_a_column_stands_in_the_middle_of_its_place(measure: Measure) -> None:
    """And its label below it; the reason for a missing one above the floor."""
    gone = Missing(MissingReason.NOT_YET_AVAILABLE)
    figure = bars(
        measure({"period": 2018, "value": 5}, {"period": 2019, "value": gone}),
        lang="nb",
        along="period",
    )
    first, second = cells_of(figure)
    assert isinstance(figure.look, ColumnLook)

    assert first["from"] + first["to"] == 2 * first["at"]
    assert "foreligger ikke\nennå" == second["reason"]
    assert figure.look.floor - 36 == second["reason_y"]
    assert second["end"] is None


def test_crowded_columns_are_named_as_there_is_room(samples: Callable[..., Any]) -> None:
    """Not all have a label, the first has, and notes keep their marks."""
    figure = samples("nb")["dense-columns"]
    cells = cells_of(figure)
    labels = [cell["label"] for cell in cells if "label" in cell]

    assert "2000" == labels[0]
    assert 1 < len(labels) < len(figure.rows)
    assert ["*"] == [cell["above"] for cell in cells if cell.get("above")]


def test_a_mark_behind_a_large_figure_is_small(measure: Measure) -> None:
    """It stands by itself behind one line, and in the text where there are several."""
    datum = measure({"value": 74, "notes": ["*"]}, notes=[Note(mark="*", text="note")]).at()
    large, told = number(datum, lang="nb"), number(datum, lang="nb", form=Form.SENTENCE)
    (one,), (other,) = cells_of(large), cells_of(told)
    assert isinstance(large.look, NumberLook)
    assert isinstance(told.look, NumberLook)

    assert ("74\u00a0%", "*") == (one["figure"], one["mark"])
    assert (True, False) == (large.look.marked, told.look.marked)
    assert "*" in other["figure"]
    assert large.look.size > told.look.size


def test_looks_hold_no_figures(measure: Measure) -> None:
    """Two pictures that differ in their numbers only have one look."""
    one = bars(measure({"value": 51}, {"area": "SE", "value": 62}), lang="nb")
    two = bars(measure({"value": 84}, {"area": "SE", "value": 75}), lang="nb")

    assert one.look == two.look
    assert hash(one.look) == hash(two.look)
    assert one != two
