"""Figures over time: where they stand, what a line joins, and what is said."""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from offinno.charts import Figure, NotInTime, TooManyLines, series
from offinno.charts._lines._look import LineLook
from offinno.charts._measure import widest
from offinno.datasets import load
from offinno.datasets import series as packaged
from offinno.exceptions import UnknownName
from offinno.language import LANGUAGES, vocabulary
from offinno.model import Contradiction, Indicator, ManyFigures, Note, Population, Status
from offinno.pictures import texts
from offinno.units import parse_unit
from offinno.values import Interval, Missing, MissingReason, Period, Qualifier, Range, Value

Measure = Callable[..., Indicator]
Samples = Callable[..., Mapping[str, Figure]]

GONE = Missing(MissingReason.NOT_COLLECTED)
SECRET = Missing(MissingReason.SUPPRESSED)


def cells_of(figure: Figure, column: str) -> list[dict[str, Any]]:
    """Return the cells that have something in a column."""
    values: list[dict[str, Any]] = figure.spec()["data"]["values"]
    return [cell for cell in values if cell.get(column) is not None]


def look_of(figure: Figure) -> LineLook:
    """Return how a figure is drawn over time."""
    assert isinstance(figure.look, LineLook)
    return figure.look


def yearly(measure: Measure, *values: Any, unit: str = "% of workplaces", **header: Any) -> Any:
    """Return made-up figures of the years from 2010 on; None for a year without a row."""
    rows = [
        {"period": 2010 + at, "value": value}
        for at, value in enumerate(values)
        if value is not None
    ]
    return measure(*rows, unit=unit, **header)


def test_rows_by_value(samples: Samples) -> None:
    """Each figure has its days, whether it is final, and what lies before it."""
    rows = samples("nb")["series"].rows

    assert [
        ("2010", Decimal("410E9"), False, False, ""),
        ("2011", Decimal("425E9"), True, False, ""),
        ("2012", Decimal("433E9"), False, False, "Brudd 2012"),
        ("2013", Decimal("460E9"), True, False, ""),
        ("2015", None, False, False, ""),
        ("2016", Decimal("520E9"), False, False, ""),
        ("2017", Decimal("540E9"), True, True, ""),
    ] == [(row.key, row.value, row.joined, row.provisional, row.parted) for row in rows]
    assert (date(2015, 1, 1), date(2015, 12, 31)) == (rows[4].start, rows[4].end)


def test_words_in_three_languages(samples: Samples) -> None:
    """Break, gap, axis, provisional figures and why one is missing: all of it is said."""
    assert (
        "Brudd 2012: Ny telling. Mer om den.",
        "Linjen har et opphold der det ikke finnes tall.",
        "Aksen begynner på 400\u00a0mrd.\u00a0kr, ikke på 0.",
        "Åpne punkter og prikkede linjer: tall som ikke er endelige.",
        "2015: ikke samlet inn.",
        "2017: foreløpig.",
    ) == samples("nb")["series"].remarks
    assert "Brot 2012: Ny teljing. Meir om henne." == samples("nn")["series"].remarks[0]
    assert "Break 2012: A new count. More about it." == samples("en")["series"].remarks[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_stands_in_the_picture(samples: Samples, lang: Any) -> None:
    """Ticks, times, figures, names and breaks, as the rows and the axis have them."""
    for name in ("series", "series-bars", "series-lines", "series-highlight", "series-intervals"):
        figure = samples(lang)[name]
        for width in (560, 320):
            shown = " ".join(texts(figure.svg(width=width).encode()))
            for _, tick in look_of(figure).axis.ticks:
                assert tick in shown
            for row in figure.rows:
                assert row.group in shown
                assert row.parted in shown


def test_lines_are_drawn_as_they_are_joined(samples: Samples) -> None:
    """From one figure to the next, and nowhere else; each figure has one dot."""
    figure = samples("nb")["series"]
    ways = cells_of(figure, "from_x")
    dots = cells_of(figure, "dot_y")

    assert sum(row.joined for row in figure.rows) == len(ways)
    assert [(410e9, 425e9), (433e9, 460e9), (520e9, 540e9)] == [
        (way["from_y"], way["to_y"]) for way in ways
    ]
    assert [row.key for row in figure.rows if row.value is not None] == [d["key"] for d in dots]
    assert ["2015"] == [cell["key"] for cell in cells_of(figure, "nil_x")]


def test_figures_stand_in_true_time(measure: Measure) -> None:
    """Three years take three times the room of one."""
    figure = series(yearly(measure, 5, 6, None, None, 7), lang="nb", zero=True)
    one, two, three = (cell["x"] for cell in cells_of(figure, "dot_y"))

    assert (three - two) == pytest.approx(3 * (two - one), rel=0.01)
    assert [False, True, False] == [row.joined for row in figure.rows]


def test_irregular_times_are_joined_by_their_own_rhythm(measure: Measure) -> None:
    """A survey in 2008, 2011 and 2013 is whole; the five years after it are a gap."""
    rows = [{"period": year, "value": 40} for year in (2008, 2011, 2013, 2018)]

    assert [False, True, True, False] == [
        row.joined for row in series(measure(*rows), lang="nb").rows
    ]


def test_a_figure_flagged_as_a_break_is_not_joined(measure: Measure) -> None:
    """Even where the indicator knows of none."""
    rows: list[dict[str, Any]] = [
        {"period": 2010, "value": 40},
        {"period": 2011, "value": 41, "status": [Status.BREAK]},
    ]

    assert not any(row.joined for row in series(measure(*rows), lang="nb").rows)


def test_on_the_foot_of_an_axis_stands_only_zero(measure: Measure) -> None:
    """What stood there would be read as nothing, where the axis leaves out zero."""
    for values in ((95, 100, 105), (-105, -100, -95), (100, 100, 100)):
        axis = look_of(series(yearly(measure, *values, unit="index 2015=100"), lang="en")).axis
        assert axis.low < min(values)
    assert 0 == look_of(series(yearly(measure, 0, 50, 99), lang="en")).axis.low


def test_what_may_not_be_compared_is_not_joined(measure: Measure) -> None:
    """The reason stands below; an override joins them and is shown."""
    other = {"population": Population(unit=vocabulary()["municipalities"])}
    made = measure({"period": 2010, "value": 40}, {"period": 2011, "value": 41, **other})
    apart = series(made, lang="en")
    joined = series(made, lang="en", allow={"unit-of-count": "nearly the same"})

    assert [False, False] == [row.joined for row in apart.rows]
    assert apart.remarks[0].startswith("2011: what is counted is municipalities")
    assert [False, True] == [row.joined for row in joined.rows]
    assert "nearly the same" in joined.remarks[0]


def test_a_break_may_be_crossed_knowingly(measure: Measure) -> None:
    """The line goes on, the break keeps its mark, and why stands below."""
    figure = series(
        packaged("procurement").where(area="NO"), lang="en", allow={"method-break": "the level"}
    )
    (after,) = (row for row in figure.rows if row.parted)

    assert "2018" == after.key
    assert any("the level" in remark for remark in figure.remarks)
    assert ["Break 2018"] == [cell["cut"] for cell in cells_of(figure, "cut")]


def test_breaks_near_each_other_stand_above_one_another(measure: Measure) -> None:
    """Their names never overlap."""
    from offinno.model import Break

    changes = [Break(key=f"b{y}", at=y, changed="Changed.") for y in (2011, 2012, 2020)]
    figure = series(yearly(measure, *range(40, 55), breaks=changes), lang="en")
    one, two, three = (cell["cut_y"] for cell in cells_of(figure, "cut"))

    assert one == three < two


def test_bars_begin_at_zero_and_lines_need_not(measure: Measure) -> None:
    """A cut axis is said; shares are never cut, nor what fills less than half."""
    index = yearly(measure, 95, 100, 105, unit="index 2015=100")
    cut, whole = series(index, lang="en"), series(index, lang="en", zero=True)
    standing = series(index, lang="en", mark="bar")
    share = series(yearly(measure, 95, 97, 99), lang="en")
    steep = series(yearly(measure, 10, 100, unit="index 2015=100"), lang="en")

    assert 90 == look_of(cut).axis.low
    assert "The axis begins at 90, not at zero." in cut.remarks
    for figure in (whole, standing, share, steep):
        assert 0 == look_of(figure).axis.low
        assert not any("begins" in remark for remark in figure.remarks)


def test_names_at_the_ends_do_not_overlap(samples: Samples) -> None:
    """However near each other the lines end, in any width."""
    figure = samples("en")["series-lines"]
    look = look_of(figure)
    for made in (look, look.narrower(figure.rows)):
        assert isinstance(made, LineLook)
        place = made.place(figure.rows)
        found = [cell for cell in made.cells(figure.rows) if cell.get("end")]
        tops = sorted(place.pixel(float(cell["end_y"] or 0)) for cell in found)
        assert 5 == len(found)
        for one, other in pairwise(tops):
            assert other - one >= 16


def test_one_line_stands_out(samples: Samples) -> None:
    """It has the first colour and is drawn last; the others are quiet."""
    figure = samples("en")["series-highlight"]

    assert {("NO", 1)} == {(r.key[:2], r.series) for r in figure.rows if r.strong}
    assert {2} == {row.series for row in figure.rows if not row.strong}
    assert "Norway 36%" == cells_of(figure, "strong_end")[0]["strong_end"]
    assert cells_of(figure, "x")[-1]["key"].startswith("NO")


def late(measure: Measure) -> Indicator:
    """Return made-up figures: one to the last year, one that ends before it, one without any."""
    rows: list[dict[str, Any]] = [
        {"area": area, "period": year, "value": value}
        for area, values in (("NO", (4, 5)), ("SE", (7, GONE)), ("DK", (GONE, GONE)))
        for year, value in zip((2019, 2020), values, strict=True)
    ]
    return measure(*rows)


def test_an_old_figure_at_the_end_has_its_time(measure: Measure) -> None:
    """Beside those of the last one, it would be read as one of them."""
    ends = cells_of(series(late(measure), lang="nb", by="area"), "end")
    single = series(yearly(measure, *range(40, 54), GONE), lang="nb")

    assert ["Norge 5\u00a0%", "Sverige 7\u00a0% (2019)", "Danmark: ikke samlet inn"] == [
        cell["end"] for cell in ends
    ]
    assert [True, True, False] == [cell.get("lead_y") is not None for cell in ends]
    assert ["53\u00a0% (2023)"] == [c["strong_end"] for c in cells_of(single, "strong_end")]


def crowd(measure: Measure, count: int) -> Indicator:
    """Return made-up figures of counties that end near each other."""
    codes = ("03", "11", "15", "18", "30", "34", "38", "42", "46", "50", "54")[:count]
    rows = [
        {"area": f"NO-{code}@2020", "period": year, "value": 40 + at if year == 2010 else 30 - at}
        for at, code in enumerate(codes)
        for year in (2010, 2015)
    ]
    return measure(*rows)


def test_names_of_quiet_lines_stand_near_their_ends(measure: Measure) -> None:
    """The highest, the lowest and what stands out have theirs; all ends are listed below."""
    figure = series(crowd(measure, 11), lang="nb", by="area", highlight="NO-30@2020")
    look = look_of(figure)
    for made in (look, look.narrower(figure.rows)):
        assert isinstance(made, LineLook)
        place = made.place(figure.rows)
        cells = [cell for cell in made.cells(figure.rows) if cell.get("end_x") is not None]
        named = [str(cell.get("end") or cell.get("strong_end")).split()[0] for cell in cells]
        assert {"Oslo", "Viken", "Troms"} <= set(named)
        assert len(named) < 11
        for cell in cells:
            lead = place.pixel(float(cell["lead_end"] or 0))
            end = place.pixel(float(cell["lead_y"] or 0))
            assert abs(lead - end) <= 16 + 16 * str(cell.get("end", "")).count("\n") / 2
    (listed,) = [remark for remark in figure.remarks if "linjene slutter" in remark]

    assert listed.startswith("Der linjene slutter, fra den høyeste til den laveste: Oslo 30")
    assert all(row.group in listed for row in figure.rows)


def test_names_of_coloured_lines_are_a_list_where_they_would_stand_far_off(
    measure: Measure,
) -> None:
    """In the order of the ends, each beside a piece in its colour and not led to from its end."""
    cells = cells_of(series(crowd(measure, 8), lang="nb", by="area"), "end")
    near = cells_of(series(crowd(measure, 3), lang="nb", by="area"), "end")

    assert 8 == len(cells)
    assert [cell["lead_y"] for cell in cells] == [cell["lead_end"] for cell in cells]
    assert [cell["lead_end"] for cell in cells] == sorted(
        (cell["lead_end"] for cell in cells), reverse=True
    )
    assert [30, 29, 28] == [cell["lead_y"] for cell in near]


def test_labels_tell_figures_from_the_ticks() -> None:
    """What was computed is rounded, but not so far that it seems to stand on a tick."""
    for key, last in (("ecb-isk-nok", "0,081"), ("ecb-dkk-nok", "1,57")):
        figure = series(packaged(key), lang="nb")
        (cell,) = cells_of(figure, "strong_end")

        assert cell["strong_end"].startswith(f"{last}\u00a0kr")
        assert f"ender på {last}\u00a0" in figure.alt


def test_no_line_runs_through_a_figure(measure: Measure) -> None:
    """The words of the first stand below where the line rises from there."""
    figure = series(yearly(measure, 185, 200, unit="index 2015=100"), lang="en")
    flat = series(yearly(measure, 5, 90), lang="en")

    assert ["2010"] == [cell["key"] for cell in cells_of(figure, "below")]
    assert ["2010"] == [cell["key"] for side in ("left", "below") for cell in cells_of(flat, side)]


def test_words_stay_within_the_picture(measure: Measure) -> None:
    """Those of the first figure stand to its right, where the axis of numbers leaves no room."""
    money = parse_unit("NOK")
    values = [Value(f"{600 - 5 * at}E6", money, Qualifier.AT_MOST) for at in range(14)]
    figure = series(yearly(measure, *values, unit="NOK"), lang="en", highlight="2010")

    assert ["2010"] == [cell["key"] for cell in cells_of(figure, "right")]


def test_words_stand_where_they_usually_do_if_lines_are_everywhere(measure: Measure) -> None:
    """Below a dip, however narrow it is."""
    values = [5000 if at == 7 else 1000 if at % 2 else 9000 for at in range(15)]
    figure = series(yearly(measure, *values, unit="NOK"), lang="en", highlight="2017")

    assert ["2017"] == [cell["key"] for cell in cells_of(figure, "below")]


def test_no_line_behind_runs_through_a_figure(samples: Samples, measure: Measure) -> None:
    """In the narrowest picture, and in one twice as wide; elsewhere it runs from end to end."""
    steps = series(yearly(measure, 10, 12, 14, 17, 18), lang="nb")
    marked = [{"period": 2000 + at, "value": 40 + 5 * (at % 3), "notes": ["*"]} for at in range(14)]
    noted = series(measure(*marked, notes=[Note(mark="*", text="note")]), lang="nb")
    kept = [samples("nb")[name] for name in ("series", "series-bars", "series-intervals")]
    pieces = 0
    for figure in (steps, noted, *kept):
        for look in (look_of(figure), look_of(figure).narrower(figure.rows)):
            cells: list[dict[str, Any]] = [dict(cell) for cell in look.cells(figure.rows)]
            for line in (cell for cell in cells if "grid_y" in cell):
                pieces += line["grid_from"] > 0
                for wide in (look.least, 2 * look.least):
                    assert not any(
                        line["grid_from"] < right and left < line["grid_to"]
                        for left, right in struck(look, cells, line["grid_y"], wide)
                    )
    assert pieces


def struck(look: LineLook, cells: Any, value: Any, wide: float) -> list[tuple[float, float]]:
    """Return where words stand at the height of a number: from and to, as parts of the axis."""
    across = wide - look.right - look.begin
    high = look.floor - look.ceiling

    def down(number: Any) -> float:
        return look.floor - look.axis.part(float(number)) * high

    found = []
    for cell in cells:
        for side, part in (("above", 0.5), ("below", 0.5), ("left", 1), ("right", 0)):
            text = cell.get(side)
            if text is not None:
                tall, width = 16 * (text.count("\n") + 1), widest(text, 13, bold=True)
                top = down(cell[f"{side}_y"]) + (9 if side == "below" else -9 - 16)
                aside = {"left": 4, "right": -4}.get(side, 0)
                left = cell["x"] * across + aside - part * width
                if top < down(value) < top + tall:
                    found.append((left / across, (left + width) / across))
    return found


def test_figures_stand_clear_of_the_line(measure: Measure) -> None:
    """Above where it peaks, below where it dips, to the side where it rises or falls."""
    figure = series(yearly(measure, 40, 50, 60, 50, 40, 45), lang="en")
    sides = {
        side: [cell["key"] for cell in cells_of(figure, side)]
        for side in ("above", "left", "right", "below")
    }

    assert {
        "above": ["2012", "2015"],
        "left": ["2011"],
        "right": ["2013"],
        "below": ["2010", "2014"],
    } == sides


def test_one_period_stands_out(measure: Measure) -> None:
    """Of a single line its dot, of bars the bar; the line itself is quiet."""
    made = yearly(measure, *range(40, 56))
    figure = series(made, lang="en", highlight="2014")
    bars = series(made, lang="en", highlight="2014", mark="bar")

    assert [1] == [row.series for row in figure.rows if row.strong]
    assert {"2"} == {cell["series"] for cell in cells_of(figure, "from_x")}
    for shown in (figure, bars):
        assert ["44%"] == [
            cell[side] for side in ("above", "left") for cell in cells_of(shown, side)
        ]


def test_a_year_that_stands_out_may_be_a_number(measure: Measure) -> None:
    """As where a picture begins, or a period; a name that is none is refused as it was given."""
    made = yearly(measure, *range(40, 56))
    figures = [series(made, lang="nb", highlight=one) for one in ("2014", 2014, Period(2014))]

    assert figures[0] == figures[1] == figures[2]
    with pytest.raises(UnknownName, match="'1066'"):
        series(made, lang="nb", highlight=1066)


def test_bars_bear_intervals(measure: Measure) -> None:
    """With a blank around them, by which they are seen on the bars."""
    share = parse_unit("% of workplaces")
    sure = Value(40, share, interval=Interval(low=30, high=50))
    figure = series(yearly(measure, sure, 45), lang="en", mark="bar")
    styles = [layer["mark"].get("style") for layer in figure.spec()["layer"]]

    assert styles.index("offinno-halo") + 1 == styles.index("offinno-interval")
    assert (
        "The lines through the figures are intervals of uncertainty.",
        "2011: no interval of uncertainty is known.",
    ) == figure.remarks


def test_intervals_are_drawn_and_said(samples: Samples) -> None:
    """From end to end, with level and method; labels stand clear of them."""
    figure = samples("en")["series-intervals"]
    first, last = cells_of(figure, "interval_low")

    assert [(36, 44), (39, 47)] == [(c["interval_low"], c["interval_high"]) for c in (first, last)]
    assert (36, 47) == (first["below_y"], last["above_y"])
    assert "The lines through the figures are 95% confidence intervals (Wilson)." in figure.remarks


def test_bars_below_zero_bear_their_figures_below(measure: Measure) -> None:
    """The axis leaves room for them."""
    changes = yearly(measure, 3, "-0.1", -2, unit="% change on year before")
    figure = series(changes, lang="en", mark="bar")

    assert ["3%"] == [cell["above"] for cell in cells_of(figure, "above")]
    assert ["−0.1%", "−2%"] == [cell["below"] for cell in cells_of(figure, "below")]
    assert -4 == look_of(figure).axis.low


def test_qualified_figures_keep_their_words(measure: Measure) -> None:
    """Beside their marks where there is room, else below the picture."""
    about = Value(45, parse_unit("% of workplaces"), Qualifier.ABOUT)
    span = Range(low=Value(50, about.unit), high=Value(60, about.unit))
    few = series(yearly(measure, 40, about, 50), lang="en")
    many = series(yearly(measure, *range(40, 54), about, span, 60), lang="en")

    assert not few.remarks
    assert ("2024: about 45%; 2025: 50–60%.",) == many.remarks[-1:]
    assert [(50, 60)] == [(cell["low"], cell["high"]) for cell in cells_of(many, "low")]
    assert not many.rows[-1].joined


@pytest.mark.parametrize("mark", ["line", "bar"])
def test_marks_of_notes_do_not_stand_for_words(measure: Measure, mark: Any) -> None:
    """A bound and a range are said below, where only the mark of their note stands beside them."""
    share = parse_unit("% of workplaces")
    odd = {
        2018: Range(low=Value(6, share), high=Value(19, share)),
        2019: Value(12, share, Qualifier.AT_LEAST),
        2020: Value(14, share, Qualifier.AT_MOST),
    }
    rows = [
        {"period": year, "value": odd.get(year, 15), "notes": ["*"] if year < 2020 else []}
        for year in range(2018, 2038)
    ]
    made = measure(*rows, notes=[Note(mark="*", text="note")])

    assert "2018: 6–19 %*; 2019: minst 12 %*; 2020: inntil 14 %." in series(
        made, lang="nb", mark=mark
    ).remarks[-1].replace("\u00a0", " ")


def test_what_finds_no_room_on_a_telephone_is_said() -> None:
    """As the words below a picture are the same in any width."""
    figure = series(load("innovation-2019")["innovation-project-calls"], lang="en")
    narrow = figure.look.narrower(figure.rows)
    assert isinstance(narrow, LineLook)

    assert (True, False) == (look_of(figure).labelled, narrow.labelled)
    assert "2019: about 185\u00a0million\u00a0NOK." == figure.remarks[-1]


def test_notes_keep_their_marks(measure: Measure) -> None:
    """On a line without figures the mark alone stands there."""
    rows = [
        {"period": 2000 + at, "value": 40 + at % 3, "notes": ["*"] if at == 5 else []}
        for at in range(20)
    ]
    figure = series(measure(*rows, notes=[Note(mark="*", text="note")]), lang="en")

    assert ["*"] == [c[s] for s in ("above", "left", "right", "below") for c in cells_of(figure, s)]
    assert ["* note"] == list(map(str, figure.notes))


def test_many_figures_have_dots_only_where_they_say_something(measure: Measure) -> None:
    """The last, those that are not final, and those that stand alone."""
    rows: list[dict[str, Any]] = [
        {"period": f"{2015 + at // 12}-{at % 12 + 1:02}", "value": 40}
        for at in range(48)
        if at not in {10, 12}
    ]
    rows[20]["status"] = [Status.PROVISIONAL]
    figure = series(measure(*rows), lang="nb")

    assert ["2015-12", "2016-11", "2018-12"] == [cell["key"] for cell in cells_of(figure, "dot_y")]


def calls_in(made: Callable[[], object]) -> int:
    """Return how many functions are called while something is made."""
    count = 0

    def counted(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        made()
    finally:
        sys.setprofile(before)
    return count


def test_twice_as_many_figures_are_twice_the_work(measure: Measure) -> None:
    """Not four times as much: thousands of months are drawn in a moment."""
    rows = [
        {"period": f"{1900 + at // 12}-{at % 12 + 1:02}", "value": 40 + at % 7} for at in range(800)
    ]
    one, two = measure(*rows[:400]), measure(*rows)
    series(two, lang="nb")
    few = calls_in(lambda: series(one, lang="nb").spec())
    many = calls_in(lambda: series(two, lang="nb").spec())

    assert many < 2.2 * few


def test_times_are_named_as_there_is_room(measure: Measure) -> None:
    """Of months and quarters always the same ones of a year."""
    months = [
        {"period": f"{2015 + at // 12}-{at % 12 + 1:02}", "value": 40 + at} for at in range(36)
    ]
    quarters = [{"period": f"{2015 + at // 4}-Q{at % 4 + 1}", "value": 40} for at in range(20)]
    one, other = series(measure(*months), lang="nb"), series(measure(*quarters), lang="en")

    assert {"januar"} == {cell["label"].split()[0] for cell in cells_of(one, "label")}
    assert {"Q1"} == {cell["label"].split()[0] for cell in cells_of(other, "label")}


def test_longer_times_show_how_long_they_are(measure: Measure) -> None:
    """They stand at their middle, with a line from their first day to their last."""
    spans = ("2008/2009", "2010/2011", "2012/2017")
    rows = [{"period": span, "value": 30} for span in spans]
    (cell,) = cells_of(series(measure(*rows), lang="nb"), "span_from")

    assert "2012/2017" == cell["key"]
    assert cell["span_from"] + cell["span_to"] == pytest.approx(2 * cell["x"], abs=1e-3)


@pytest.mark.parametrize("value", [40, GONE, SECRET])
@pytest.mark.parametrize("mark", ["line", "bar"])
def test_one_figure_alone(measure: Measure, value: Any, mark: Any) -> None:
    """It is drawn in the middle, or as missing."""
    figure = series(measure({"value": value}), lang="nb", mark=mark)

    assert {0.5} == {cell["x"] for cell in cells_of(figure, "x")}
    assert figure.svg(width=320)


def test_a_line_without_figures_has_its_name(measure: Measure) -> None:
    """At the foot, with the reason."""
    rows: list[dict[str, Any]] = [
        {"area": area, "period": year, "value": value}
        for area, value in (("NO", 40), ("SE", SECRET))
        for year in (2010, 2011)
    ]
    figure = series(measure(*rows), lang="en", by="area")

    assert ["Norway 40%", "Sweden: confidential"] == [c["end"] for c in cells_of(figure, "end")]


def test_the_table_has_a_line_for_each_time(samples: Samples) -> None:
    """And a column for each line."""
    table = samples("en")["series-lines"].table

    assert ("Period", "Norway", "Sweden", "Denmark", "Finland", "Iceland") == table.columns
    assert ("2016", "38%", "48%", "53%", "52%", "–") == table.rows[3]
    assert ("2010", "410\u00a0billion\u00a0NOK") == samples("en")["series"].table.rows[0]


def test_alt_texts(samples: Samples) -> None:
    """From when to when, first and last, the extremes, what is missing."""
    assert (
        "Line chart with 1 line, from 2010 to 2017. Begins at 410 billion Norwegian kroner, ends "
        "at 540 billion Norwegian kroner. Break 2012. No figure for 2015."
    ) == samples("en")["series"].alt.replace("\u00a0", " ")
    assert "Stolpediagram med 7\u00a0stolpar, frå 2010 til 2017" in samples("nn")["series-bars"].alt
    assert "Iceland 2014" in samples("en")["series-lines"].alt


def test_narrow_pictures(samples: Samples) -> None:
    """Every look fits a telephone, and stays as it is there."""
    for name in ("series", "series-bars", "series-lines", "series-highlight"):
        figure = samples("nb")[name]
        look = figure.look.narrower(figure.rows)

        assert look.least <= 304 < figure.look.least
        assert look is look.narrower(figure.rows)
        assert figure.svg(width=320, framed=True)


def test_looks_hold_no_times(measure: Measure) -> None:
    """Two series of one shape have one look."""
    one, other = (
        series(measure({"period": y, "value": 4}, {"period": y + 1, "value": 5}), lang="nb")
        for y in (2010, 2016)
    )

    assert one.look == other.look
    assert one != other


@pytest.mark.parametrize("period", ["2 years before ?", "2014/..", "2019-spring"])
def test_what_has_no_days_has_no_place(measure: Measure, period: str) -> None:
    """The error names it and the remedy."""
    with pytest.raises(NotInTime, match="draw it with bars"):
        series(measure({"period": period, "value": 4}), lang="nb")


def test_too_many_lines(measure: Measure) -> None:
    """More may be drawn beside one that stands out, and not any number."""
    areas = [
        f"NO-{code}@2020"
        for code in ("03", "11", "15", "18", "30", "34", "38", "42", "46", "50", "54")
    ]
    rows = [{"area": area, "period": 2020, "value": 5} for area in areas]
    with pytest.raises(TooManyLines, match=r"11 lines are more than the 8 .* highlight="):
        series(measure(*rows), lang="nb", by="area")

    assert 11 == len(series(measure(*rows), lang="nb", by="area", highlight=areas[0]).rows)
    assert "let one stand out" not in str(TooManyLines(17, 16, highlighted=True))


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"by": "period"}, Contradiction),
        ({"by": "area", "mark": "bar"}, Contradiction),
        ({"by": "sex"}, UnknownName),
        ({"mark": "area"}, UnknownName),
        ({"mark": None}, UnknownName),
        ({"mark": ["line"]}, UnknownName),
        ({"by": "area", "highlight": "XX"}, UnknownName),
        ({}, ManyFigures),
    ],
)
def test_what_is_refused(
    samples: Samples, measure: Measure, options: Any, error: type[Exception]
) -> None:
    """Each is a named error."""
    rows = [{"area": a, "period": y, "value": 5} for a in ("NO", "SE") for y in (2010, 2011)]
    with pytest.raises(error):
        series(measure(*rows), lang="nb", **options)


@pytest.mark.parametrize("key", ["cpi", "procurement", "population", "government-expenditure"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_real_series(key: str, lang: Any) -> None:
    """What comes with offinno is drawn, as lines and as bars, on a telephone too."""
    for mark in ("line", "bar"):
        figure = series(packaged(key), lang=lang, mark=mark)

        assert len(packaged(key)) == len(figure.rows)
        assert 0 < len(figure.alt) <= 250
        assert figure.svg(width=320, framed=True)
