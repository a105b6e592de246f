"""Figures at two times: which are joined, and what is said of the others."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest

from offinno.charts import Figure, NotInTime, TooManyLines, slope
from offinno.charts._lines._slope_look import SlopeLook
from offinno.datasets import series as packaged
from offinno.exceptions import UnknownName
from offinno.language import LANGUAGES, vocabulary
from offinno.model import Contradiction, Indicator, Note, Population
from offinno.pictures import texts
from offinno.values import Missing, MissingReason, Period

Measure = Callable[..., Indicator]
Samples = Callable[..., Mapping[str, Figure]]

GONE = Missing(MissingReason.NOT_COLLECTED)


def cells_of(figure: Figure, column: str) -> list[dict[str, Any]]:
    """Return the cells that have something in a column."""
    values: list[dict[str, Any]] = figure.spec()["data"]["values"]
    return [cell for cell in values if cell.get(column) is not None]


def two_times(measure: Measure, **members: tuple[int, int]) -> Indicator:
    """Return made-up figures of areas in 2012 and 2018."""
    return measure(
        *(
            {"area": area, "period": year, "value": value}
            for area, values in members.items()
            for year, value in zip((2012, 2018), values, strict=True)
        )
    )


def test_rows_by_value(samples: Samples) -> None:
    """Member by member; what may not be compared is apart and not joined."""
    rows = samples("en")["slope"].rows

    assert [
        ("NO, 2012", False, False),
        ("NO, 2018", True, False),
        ("SE, 2012", False, True),
        ("SE, 2018", False, True),
        ("DK, 2012", False, False),
        ("DK, 2018", False, False),
    ] == [(row.key, row.joined, row.apart) for row in rows]


def test_words_in_three_languages(samples: Samples) -> None:
    """Why a member has no line, and what hollow dots are."""
    remarks = samples("en")["slope"].remarks

    assert (
        "Sweden: 2018: what is counted is municipalities, for the reference (2012) "
        "it is workplaces."
    ) == remarks[0]
    assert "Hollow dots without a line: figures that may not be compared." == remarks[1]
    assert (
        "Åpne punkter uten linje: tall som ikke kan sammenlignes." in samples("nb")["slope"].remarks
    )
    assert (
        "Opne punkt utan linje: tal som ikkje kan samanliknast." in samples("nn")["slope"].remarks
    )
    assert "Denmark 2018: confidential." in remarks


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_stands_in_the_picture(samples: Samples, lang: Any) -> None:
    """Both times, each name, each figure, on a telephone too."""
    figure = samples(lang)["slope"]
    for width in (560, 320):
        shown = " ".join(texts(figure.svg(width=width).encode()))
        for row in figure.rows:
            assert row.group in shown
            assert row.label in shown
            assert row.missing or row.value_label in shown


def test_marks(samples: Samples) -> None:
    """A line for what is joined, a dot for each number, hollow where it is apart."""
    figure = samples("nb")["slope"]

    assert [("NO, 2018", 44, 52)] == [
        (cell["key"], cell["from_y"], cell["value"]) for cell in cells_of(figure, "from_x")
    ]
    assert {"SE, 2012", "SE, 2018"} == {cell["key"] for cell in cells_of(figure, "blank_y")}
    assert ["DK, 2018"] == [cell["key"] for cell in cells_of(figure, "nil_x")]
    assert ["NO, 2012", "NO, 2018"] == [cell["key"] for cell in cells_of(figure, "x")][-2:]


def test_an_override_joins(measure: Measure) -> None:
    """And is shown."""
    other = {"population": Population(unit=vocabulary()["municipalities"])}
    made = measure({"period": 2012, "value": 40}, {"period": 2018, "value": 41, **other})
    figure = slope(made, lang="en", allow={"unit-of-count": "nearly the same"})

    assert figure.rows[1].joined
    assert "nearly the same" in figure.remarks[0]


def test_a_break_between_the_two_times(measure: Measure) -> None:
    """The line stops, in the packaged series too."""
    figure = slope(packaged("procurement"), lang="en")

    assert ["2012", "2021"] == [row.label for row in figure.rows]
    assert all(row.apart for row in figure.rows)
    assert "a break lies between" in figure.remarks[0]


@pytest.mark.parametrize("start", [2013, "2013", Period(2013)])
def test_times_may_be_named(start: Any) -> None:
    """As text, year or period; else they are the first and the last."""
    figure = slope(packaged("procurement"), lang="en", start=start, end=2015)

    assert ["2013", "2015"] == [row.label for row in figure.rows]
    assert figure.rows[1].joined


def test_names_do_not_overlap(measure: Measure) -> None:
    """However near the figures are, on either side."""
    made = two_times(measure, NO=(44, 52), SE=(44, 51), DK=(45, 51), FI=(43, 52), IS=(44, 51))
    figure = slope(made, lang="en")
    narrow = figure.look.narrower(figure.rows)
    assert narrow is narrow.narrower(figure.rows)
    for look in (figure.look, narrow):
        assert isinstance(look, SlopeLook)
        for side in ("before", "after"):
            found = [cell[f"{side}_y"] for cell in look.cells(figure.rows) if cell.get(side)]
            tops = sorted(look._pixel(float(y or 0)) for y in found)
            assert 5 == len(tops)
            for one, other in pairwise(tops):
                assert other - one >= 16


def test_a_telephone_shows_each_name_once(measure: Measure) -> None:
    """Beside the first figure; one without that has it at the second."""
    rows = [
        {"area": "NO", "period": 2012, "value": 40},
        {"area": "NO", "period": 2018, "value": 45},
        {"area": "SE", "period": 2018, "value": 50},
    ]
    figure = slope(measure(*rows), lang="en")
    cells = figure.look.narrower(figure.rows).cells(figure.rows)

    assert ["Norway 40%"] == [cell["before"] for cell in cells if cell.get("before")]
    assert ["45%", "Sweden 50%"] == [cell["after"] for cell in cells if cell.get("after")]


def test_alt_text_and_table(measure: Measure) -> None:
    """How many lines rise and fall, and the extremes; a line of the table for each time."""
    figure = slope(two_times(measure, NO=(44, 52), SE=(48, 40), DK=(50, 50)), lang="en")

    assert (
        "Line chart with 3 lines, from 2012 to 2018. 1 line rises. 1 line falls. "
        "Highest: Norway 2018, 52 per cent. Lowest: Sweden 2018, 40 per cent."
    ) == figure.alt.replace("\u00a0", " ")
    assert ("2012", "44%", "48%", "50%") == figure.table.rows[0]


def test_alt_text_of_a_broken_line() -> None:
    """There is no line; the two figures are told, and not held against each other."""
    figure = slope(packaged("procurement"), lang="en")

    assert (
        "2 figures from 2012 and 2021, with no line between them. The two figures are not "
        "comparable for Norway. Norway: 2012, 398.173 billion Norwegian kroner; 2021, about 651 "
        "billion Norwegian kroner."
    ) == figure.alt.replace("\u00a0", " ")


def test_alt_text_of_many_broken_lines(measure: Measure) -> None:
    """Names alone where figures find no room; lines are counted as they are drawn."""
    other = {"population": Population(unit=vocabulary()["municipalities"])}
    rows: list[dict[str, Any]] = [
        {"area": area, "period": year, "value": 40 + at, **(other if year == 2018 and at else {})}
        for at, area in enumerate(("NO", "SE", "DK", "FI"))
        for year in (2012, 2018)
    ]

    assert (
        "Line chart with 1 line, from 2012 to 2018. The two figures are not comparable for "
        "Sweden, Denmark and Finland. Norway 2012 and Norway 2018: 40 per cent."
    ) == slope(measure(*rows), lang="en").alt.replace("\u00a0", " ")


def members_with_gaps(measure: Measure) -> Indicator:
    """Return made-up figures: whole, without the second, without any."""
    values = {"NO": (10, 20), "SE": (12, GONE), "DK": (GONE, GONE)}
    return measure(
        *(
            {"area": area, "period": year, "value": value, "notes": ["*"] if area == "DK" else []}
            for area, both in values.items()
            for year, value in zip((2012, 2018), both, strict=True)
        ),
        notes=[Note(mark="*", text="note")],
    )


def test_what_is_missing_has_its_name(measure: Measure) -> None:
    """Beside a ring of its own, on a telephone too, with the marks of its notes; why is said."""
    figure = slope(members_with_gaps(measure), lang="en")
    for look in (figure.look, figure.look.narrower(figure.rows)):
        assert isinstance(look, SlopeLook)
        rings = [cell for cell in look.cells(figure.rows) if cell.get("nil_y") is not None]
        places = [(cell["x"], cell["nil_y"]) for cell in rings]

        assert [None, "Denmark*", None] == [cell.get("before") for cell in rings]
        assert ["Sweden", None, "Denmark*"] == [cell.get("after") for cell in rings]
        assert len(places) == len(set(places))
        assert all(look._pixel(float(y or 0)) > look.floor for _, y in places)
        assert all(look._pixel(float(y or 0)) + 8 <= look.height for _, y in places)
    assert "Sweden 2018, Denmark 2012 and Denmark 2018: not collected." in figure.remarks


def test_what_stands_out_may_be_missing(measure: Measure) -> None:
    """Its name stands out beside its rings."""
    figure = slope(members_with_gaps(measure), lang="en", highlight="DK")

    assert ["Denmark*"] == [cell["strong_before"] for cell in cells_of(figure, "strong_before")]
    assert ["Denmark*"] == [cell["strong_after"] for cell in cells_of(figure, "strong_after")]


def test_names_of_quiet_lines_stand_near_their_ends(measure: Measure) -> None:
    """On both sides or on none; what stands out has its own, and all figures are told below."""
    codes = ("03", "11", "15", "18", "30", "34", "38", "42", "46", "50", "54")
    rows = [
        {"area": f"NO-{code}@2020", "period": year, "value": 30 + at if year == 2012 else 40 - at}
        for at, code in enumerate(codes)
        for year in (2012, 2018)
    ]
    figure = slope(measure(*rows), lang="nb", highlight="NO-30@2020")
    for look in (figure.look, figure.look.narrower(figure.rows)):
        assert isinstance(look, SlopeLook)
        cells = look.cells(figure.rows)
        for side in ("before", "after"):
            named = [cell for cell in cells if cell.get(f"lead_{side}") is not None]
            assert 3 <= len(named) < 11
            assert [cell["strong"] for cell in named].count(True) == 1
            for cell in named:
                text = str(cell.get(side) or cell.get(f"strong_{side}"))
                lead, end = (
                    look._pixel(float(cell[f"{part}_{side}"] or 0)) for part in ("lead", "end")
                )
                assert abs(lead - end) <= 16 + 8 * text.count("\n")
        assert {look.named(figure.rows)} == {
            frozenset(figure.rows[at].group for at in positions)
            for positions in (places_of(cells, figure, side) for side in ("before", "after"))
        }
    (told,) = [remark for remark in figure.remarks if remark.startswith("Alle linjene: ")]
    for row in figure.rows:
        assert f"{row.value_label} ({row.label})" in told


def places_of(cells: Any, figure: Figure, side: str) -> list[int]:
    """Return the positions of the rows that have their names on one side."""
    named = {cell["key"] for cell in cells if cell.get(f"lead_{side}") is not None}
    return [at for at, row in enumerate(figure.rows) if row.key in named]


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({}, "it needs figures at two times, and there is only 2018; show one time with"),
        ({"start": 2012, "end": 2012}, "needs two times, and both are 2012; give another start"),
        ({"start": 2018, "end": 2012}, "it ends at 2012, before it starts at 2018; give start"),
    ],
)
def test_what_are_no_two_times_is_said(measure: Measure, chosen: Any, sentence: str) -> None:
    """In a sentence with the remedy."""
    made = two_times(measure, NO=(44, 52)) if chosen else measure({"value": 4})
    with pytest.raises(Contradiction, match=sentence):
        slope(made, lang="nb", **chosen)


def test_a_cut_axis_is_said() -> None:
    """There is no axis to read it from."""
    figure = slope(packaged("procurement"), lang="nb", start=2012, end=2015)

    assert any("ikke på 0" in remark for remark in figure.remarks)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"along": "period"}, Contradiction),
        ({"along": "sex"}, UnknownName),
        ({"start": 2013}, UnknownName),
        ({"start": 2018, "end": 2012}, Contradiction),
        ({"start": 2012, "end": 2012}, Contradiction),
        ({"highlight": "DK"}, UnknownName),
    ],
)
def test_what_is_refused(measure: Measure, options: Any, error: type[Exception]) -> None:
    """Each is a named error."""
    with pytest.raises(error):
        slope(two_times(measure, NO=(44, 52)), lang="nb", **options)


def test_times_must_be_known(measure: Measure) -> None:
    """And there must be two of them, and not too many lines."""
    with pytest.raises(NotInTime):
        slope(measure({"period": "2014/..", "value": 4}), lang="nb")
    with pytest.raises(Contradiction):
        slope(measure({"value": 4}), lang="nb")
    areas = [f"NO-{code}@2020" for code in ("03", "11", "15", "18", "30", "34", "38", "42", "46")]
    rows = [{"area": area, "period": y, "value": 5} for area in areas for y in (2019, 2020)]
    with pytest.raises(TooManyLines):
        slope(measure(*rows), lang="nb")


def test_nothing_but_missing(measure: Measure) -> None:
    """Is drawn as such."""
    rows = [{"period": year, "value": GONE} for year in (2012, 2018)]
    figure = slope(measure(*rows), lang="nb")

    assert 2 == len(cells_of(figure, "nil_x"))
    assert not any(
        layer["mark"].get("style") is None and layer["mark"]["type"] == "point"
        for layer in figure.spec()["layer"]
    )
    assert figure.svg(width=320)
