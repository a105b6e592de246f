"""Dots with intervals: their order, what is set apart, and what is said of the intervals."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest

from offinno.charts import Figure, NotSuitable, bars, dot_interval, ranking
from offinno.charts._lines._dots import DotLook
from offinno.charts._measure import widest
from offinno.datasets import load
from offinno.exceptions import UnknownName
from offinno.language import LANGUAGES
from offinno.model import Comparison, Contradiction, Indicator, Status
from offinno.pictures import texts
from offinno.units import parse_unit
from offinno.values import Interval, Value

Measure = Callable[..., Indicator]
Samples = Callable[..., Mapping[str, Figure]]

SHARE = parse_unit("% of workplaces")


def sure(number: int, low: int, high: int, **named: Any) -> Value:
    """Return a share with an interval."""
    return Value(number, SHARE, interval=Interval(low=low, high=high, **named))


def cells_of(figure: Figure, column: str) -> list[dict[str, Any]]:
    """Return the cells that have something in a column."""
    values: list[dict[str, Any]] = figure.spec()["data"]["values"]
    return [cell for cell in values if cell.get(column) is not None]


def test_rows_by_value(samples: Samples) -> None:
    """The largest first, then what has no number, then what is set apart; nobody has a place."""
    rows = samples("en")["dot-interval"].rows

    assert [
        ("SE", False, 57, 63),
        ("NO", False, 46, 54),
        ("FI", False, None, None),
        ("DK", False, None, None),
        ("IS", False, None, None),
        ("DE", True, 94, 96),
    ] == [(row.key, row.apart, row.interval_low, row.interval_high) for row in rows]
    assert {None} == {row.place for row in rows}
    assert ["NO"] == [row.key for row in rows if row.strong]


def test_words_in_three_languages(samples: Samples) -> None:
    """Why one is set apart, what the lines are, for whom there is none, and what is hollow."""
    assert (
        "Germany: what is counted is municipalities, for the reference (Norway) it is workplaces.",
        "Sweden: marked as provisional, which the reference (Norway) is not.",
        "The lines through the figures are 95% confidence intervals (Wilson).",
        "Finland: no interval of uncertainty is known.",
        "The dashed line stands at Norway.",
        "Hollow dots: figures that are not final.",
        "Sweden: provisional.",
    ) == samples("en")["dot-interval"].remarks
    assert "Finland: usikkerhetsintervallet er ikke kjent." in samples("nb")["dot-interval"].remarks
    assert "Den stipla linja står ved Noreg." in samples("nn")["dot-interval"].remarks


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_stands_in_the_picture(samples: Samples, lang: Any) -> None:
    """Names, figures, reasons, ticks, in order, on a telephone too."""
    figure = samples(lang)["dot-interval"]
    for width in (560, 320):
        shown = list(texts(figure.svg(width=width).encode()))
        names = [row.label for row in figure.rows]
        assert names == [text for text in shown if text in names]
        for row in figure.rows:
            assert row.value_label in " ".join(shown)


def test_marks(samples: Samples) -> None:
    """A dot for each number, a line for each interval and range, a ring for what is missing."""
    figure = samples("nb")["dot-interval"]

    assert ["SE", "NO", "FI", "DE"] == [cell["key"] for cell in cells_of(figure, "value")]
    assert ["SE", "NO", "DE"] == [cell["key"] for cell in cells_of(figure, "interval_low")]
    assert ["DK"] == [cell["key"] for cell in cells_of(figure, "low")]
    assert ["IS"] == [cell["key"] for cell in cells_of(figure, "nil_x")]
    assert ["SE", "DE"] == [cell["key"] for cell in cells_of(figure, "blank_x")]
    assert {50} == {cell["line_x"] for cell in cells_of(figure, "line_x")}


def test_figures_stand_behind_their_intervals(samples: Samples) -> None:
    """So that no line runs through them."""
    ends = {cell["key"]: cell["end_x"] for cell in cells_of(samples("nb")["dot-interval"], "end_x")}

    assert {"SE": 63, "NO": 54, "FI": 40, "DK": 58, "DE": 96} == ends


def test_rows_stand_below_one_another(samples: Samples) -> None:
    """On a telephone each name above its dot; lines behind leave out headings."""
    figure = samples("nb")["dot-interval"]
    narrow = figure.look.narrower(figure.rows)
    assert isinstance(narrow, DotLook)
    assert narrow is narrow.narrower(figure.rows)
    for look in (figure.look, narrow):
        cells = [cell for cell in look.cells(figure.rows) if "foot" in cell]
        for one, other in pairwise(cells):
            assert float(one["foot"] or 0) <= float(other["head"] or 0)
    assert narrow.least < figure.look.least


def test_no_interval_at_all(measure: Measure) -> None:
    """Is said once, without names; the packaged figures have none."""
    nordic = load("innovation-2019").indicator("nordic-innovative-workplaces")
    figure = dot_interval(nordic, lang="nb")

    assert "Usikkerhetsintervallet er ikke kjent." in figure.remarks
    assert not cells_of(figure, "interval_low")
    assert not cells_of(figure, "line_x")


def test_intervals_of_several_kinds_are_told_apart(measure: Measure) -> None:
    """By the names of those that they belong to."""
    made = measure(
        {"area": "NO", "value": sure(50, 40, 60, level=90)},
        {"area": "SE", "value": sure(40, 30, 50)},
    )

    assert (
        "Norway: The lines through the figures are 90% confidence intervals.",
        "Sweden: The lines through the figures are intervals of uncertainty.",
    ) == dot_interval(made, lang="en").remarks[-2:]


def test_the_table_has_the_intervals(samples: Samples) -> None:
    """In words, and a dash where there is none."""
    table = samples("en")["dot-interval"].table

    assert "Interval of uncertainty" == table.columns[-1]
    assert ("Sweden", "60%", "57–63%") == table.rows[0]
    assert ("Finland", "40%", "–") == table.rows[2]


def test_alt_text(samples: Samples) -> None:
    """How many there are, the extremes, what is set apart and missing."""
    assert (
        "6 figures as dots, 3 of them with their intervals. Highest: Sweden, 60 per cent. "
        "Lowest: Finland, 40 per cent. Not comparable with the others: Germany. "
        "No figure for Iceland."
    ) == samples("en")["dot-interval"].alt.replace("\u00a0", " ")


def test_alt_texts_claim_no_intervals_that_there_are_not(measure: Measure) -> None:
    """Neither where no figure has one, nor of those that have none."""
    all_sure = measure(
        {"area": "NO", "value": sure(50, 40, 60)}, {"area": "SE", "value": sure(40, 30, 50)}
    )
    starts = [
        dot_interval(made, lang="nb").alt.replace("\u00a0", " ").split(".")[0]
        for made in (load("innovation-2019")["nordic-innovative-workplaces"], all_sure)
    ]

    assert ["5 tall som punkter", "2 tall som punkter med intervaller"] == starts


def test_no_line_runs_through_a_text(samples: Samples) -> None:
    """Neither those of the axis nor that of the reference: not in the widest picture either."""
    figure = samples("nb")["dot-interval"]
    narrow = figure.look.narrower(figure.rows)
    for look in (figure.look, narrow):
        assert isinstance(look, DotLook)
        cells: list[dict[str, Any]] = [dict(cell) for cell in look.cells(figure.rows)]
        rows = [cell for cell in cells if "foot" in cell]
        downs = [cell for cell in cells if "from_y" in cell]
        assert downs
        for wide in (look.least, 2 * look.least):
            across = wide - look.right - look.begin
            for down in downs:
                value = down["grid_x"] if "grid_x" in down else down["line_x"]
                at = look.axis.part(value) * across + look.begin
                for left, right, top, low in boxes(look, rows, across):
                    beside = not left < at < right
                    assert beside or down["to_y"] <= top or low <= down["from_y"]


def boxes(look: DotLook, rows: Any, across: float) -> list[tuple[float, float, float, float]]:
    """Return where names and figures stand: left, right, above, below."""
    found = []
    for cell in rows:
        name = widest(cell["label"], 13)
        top = cell["label_y"] - 8
        found.append((0.0, name, top, top + 16 * (cell["label"].count("\n") + 1)))
        for field, away in (("after", 10), ("reason", 20)):
            if cell[field] is not None:
                start = cell["end_x"] if field == "after" else cell["nil_x"]
                left = look.begin + look.axis.part(start) * across + away
                wide = widest(cell[field], 13, bold=field == "after")
                top = cell[f"{field}_y"] - 8
                high = 16 * (cell[field].count("\n") + 1)
                found.append((left, left + wide, top, top + high))
    return found


def test_a_comparison_is_drawn_as_it_is(measure: Measure) -> None:
    """With its own reference; shares that fill little have their own axis, changes both sides."""
    made = measure({"area": "NO", "value": 2}, {"area": "SE", "value": 3})
    comparison = Comparison.of(made, reference="SE")
    figure = dot_interval(comparison, lang="en")
    assert isinstance(figure.look, DotLook)

    assert "The dashed line stands at Sweden." in figure.remarks
    assert 4 > figure.look.axis.high
    with pytest.raises(Contradiction, match="made already"):
        dot_interval(comparison, lang="en", reference="NO")


def test_an_axis_without_zero_is_said(measure: Measure) -> None:
    """Dots show where a figure stands, not how large it is."""
    made = measure(
        {"area": "NO", "value": 101}, {"area": "SE", "value": 103}, unit="index 2015=100"
    )

    assert "The axis begins at 100.5, not at zero." in dot_interval(made, lang="en").remarks


def test_a_reference_without_a_number_has_no_line(measure: Measure) -> None:
    """There is nowhere to draw it."""
    from offinno.values import Missing, MissingReason

    gone = Missing(MissingReason.NOT_COLLECTED)
    made = measure({"area": "NO", "value": gone}, {"area": "SE", "value": 3})
    figure = dot_interval(made, lang="en", reference="NO")

    assert not cells_of(figure, "line_x")
    assert not any("dashed" in remark for remark in figure.remarks)
    both = measure({"area": "NO", "value": gone}, {"area": "SE", "value": gone})
    assert dot_interval(both, lang="en").svg(width=320)


def test_what_is_refused(measure: Measure) -> None:
    """One figure is no comparison, and what stands out must be there."""
    made = measure({"area": "NO", "value": 2}, {"area": "SE", "value": 3})
    with pytest.raises(NotSuitable, match=r"dot_interval\(\) takes a Comparison or an Indicator"):
        dot_interval(made.at(area="NO"), lang="nb")  # type: ignore[arg-type]
    with pytest.raises(UnknownName, match="highlight"):
        dot_interval(made, lang="nb", highlight="DK")


def test_bars_and_rankings_show_intervals(measure: Measure) -> None:
    """Lying and standing ones; their figures stand clear, and what the lines are is said."""
    rows = [
        {"area": "NO", "value": sure(50, 40, 60)},
        {"area": "SE", "value": sure(40, 30, 50), "status": [Status.PROVISIONAL]},
    ]
    years = [{"period": 2010 + at, "value": sure(50, 40, 60)} for at in range(3)]
    for figure in (
        ranking(measure(*rows), lang="en"),
        bars(measure(*rows), lang="en"),
        bars(measure(*years), lang="en", along="period"),
    ):
        assert [60] == sorted({cell["end"] for cell in cells_of(figure, "end")})[-1:]
        assert "The lines through the figures are intervals of uncertainty." in figure.remarks
        assert figure.svg(width=320)


def test_intervals_below_zero(measure: Measure) -> None:
    """Make room to the left; such columns lie."""
    unit = parse_unit("% change on year before")
    value = Value(1, unit, interval=Interval(low=-2, high=4))
    rows = [{"period": 2010 + at, "value": value} for at in range(3)]
    figure = bars(measure(*rows, unit=str(unit)), lang="en", along="period")

    assert {4} == {cell["end"] for cell in cells_of(figure, "end")}
    assert figure.look.below  # type: ignore[attr-defined]


def test_a_year_never_breaks_into_two_lines(measure: Measure) -> None:
    """Columns lie down where their labels find no room."""
    rows = [{"period": 2010 + at, "value": 5} for at in range(9)]
    figure = bars(measure(*rows), lang="en", along="period")

    assert [row.label for row in figure.rows] == [c["label"] for c in cells_of(figure, "label")]
