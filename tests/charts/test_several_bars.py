"""Bars: their order, their looks, and what is missing."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from offinno.charts import bars, grouped_bars, ranking
from offinno.charts._bars import BarLook
from offinno.charts._columns import ColumnLook
from offinno.charts._lines._look import LineLook
from offinno.exceptions import UnknownName
from offinno.language import vocabulary
from offinno.model import (
    Area,
    Break,
    Contradiction,
    Evidence,
    Indicator,
    ManyFigures,
    NoSuchFigure,
    Note,
    Observations,
    Population,
    Preferred,
    Source,
    Status,
)
from offinno.pictures import texts
from offinno.values import Missing, MissingReason, Qualifier, Range, Value

Measure = Callable[..., Indicator]
Years = Callable[..., Indicator]

MISSING = Missing(MissingReason.NOT_COLLECTED)


def test_bars_keep_the_order_of_areas(countries: Indicator) -> None:
    """They are not sorted by size, and what may not be compared stands where it is asked for."""
    figure = bars(countries, lang="nb")

    assert ["NO", "SE", "DK", "FI", "IS", "DE"] == [row.key for row in figure.rows]
    assert ["DE"] == [row.key for row in figure.rows if row.apart]
    assert not any(row.place for row in figure.rows)


def test_what_may_not_be_compared_says_why(countries: Indicator) -> None:
    """As in a ranking, and it is neither the highest nor the lowest."""
    figure = bars(countries, lang="nb")
    why = "Tyskland: det som telles, er kommuner, for referansen (Norge) er det arbeidsplasser."

    assert why in figure.remarks
    assert why in ranking(countries, lang="nb").remarks
    assert "Høyest: Sverige og Danmark, 60\u00a0prosent" in figure.alt
    assert "Kan ikke sammenlignes med de andre: Tyskland" in figure.alt


def test_a_rule_may_be_overridden_knowingly(countries: Indicator) -> None:
    """Then nothing is set apart, and the reason why is said."""
    figure = bars(countries, lang="en", allow={"unit-of-count": "for fun"})

    assert not any(row.apart for row in figure.rows)
    assert any("for fun" in remark for remark in figure.remarks)
    assert "Highest: Germany, 95\u00a0per cent" in figure.alt


def test_only_what_may_all_be_compared_has_a_highest(measure: Measure) -> None:
    """Two may each be compared with a third, of which nothing is known, and not with each other."""
    populations = (None, "workplaces", "municipalities")
    rows: list[dict[str, Any]] = [
        {"area": area, "value": at, "breakdowns": {}, "period": 2018}
        for at, area in enumerate(("NO", "SE", "DK"), 5)
    ]
    for row, unit in zip(rows, populations, strict=True):
        unknown = Missing(MissingReason.NOT_STATED)
        row["population"] = unknown if unit is None else Population(unit=vocabulary()[unit])
    figure = bars(measure(*rows), lang="en")

    assert "Highest" not in figure.alt


def broken(measure: Measure, *years: int, unit: str = "% of workplaces", **more: Any) -> Indicator:
    """Return figures of years, with a break in 2018."""
    rows = [{"period": year, "value": year - 2000} | more for year in years]
    changed = {"nb": "Ny metode.", "nn": "Ny metode.", "en": "New method."}
    return measure(*rows, unit=unit, breaks=[Break(key="new", at=2018, changed=changed)])


def test_a_break_is_marked_and_said(measure: Measure) -> None:
    """As in a picture of lines, whatever the bars look like."""
    steady = broken(measure, 2016, 2017, 2018, 2019)
    lying = broken(measure, 2016, 2017, 2018, 2019, unit="pp of workplaces")
    for figure in (bars(one, lang="en", along="period") for one in (steady, lying)):
        assert ["", "", "Break 2018", ""] == [row.parted for row in figure.rows]
        assert "Break 2018: New method." in figure.remarks
        assert "Break 2018" in texts(figure.svg().encode())
        assert "Highest" not in figure.alt
        assert "Break 2018." in figure.alt
    assert isinstance(bars(steady, lang="en", along="period").look, LineLook)
    assert isinstance(bars(lying, lang="en", along="period").look, BarLook)


def test_a_break_may_be_crossed_knowingly(measure: Measure) -> None:
    """Its mark stays."""
    series = broken(measure, 2016, 2017, 2018, 2019)
    figure = bars(series, lang="en", along="period", allow={"method-break": "hardly any change"})

    assert "Highest: 2019" in figure.alt
    assert any("hardly any change" in remark for remark in figure.remarks)
    assert "Break 2018" in [row.parted for row in figure.rows]


def test_a_gap_in_time_is_seen_and_said(measure: Measure) -> None:
    """Bars stand where their time is; those that lie have a blank between them."""
    said = "Where bars stand farther apart, times between them are left out."
    for unit in ("% of workplaces", "pp of workplaces"):
        rows = [{"period": year, "value": year - 2000} for year in (2012, 2013, 2014, 2018)]
        figure = bars(measure(*rows, unit=unit), lang="en", along="period")
        steady = bars(measure(*rows[:3], unit=unit), lang="en", along="period")

        assert said in figure.remarks
        assert said not in steady.remarks
    places = [cell["above"] for cell in figure.look.cells(figure.rows)]
    first, second, third, last = (float(place or 0) for place in places)
    assert first - second == second - third > third - last


def test_times_without_days_are_in_no_rhythm(measure: Measure) -> None:
    """Where it is not known when they are, nothing is said of gaps between them."""
    rows = [{"period": text, "value": 5} for text in ("2 years before ?", "1 year before ?")]
    figure = bars(measure(*rows), lang="en", along="period")

    assert not any("left out" in remark for remark in figure.remarks)


@pytest.mark.parametrize("unit", ["% of workplaces", "pp of workplaces"])
def test_what_is_not_final_is_outlined(measure: Measure, unit: str) -> None:
    """Standing and lying, and in a ranking; the picture says what that means."""
    rows: list[dict[str, Any]] = [
        {"period": 2018, "value": 5, "status": [Status.FORECAST]},
        {"period": 2019, "value": 7},
    ]
    series = measure(*rows, unit=unit)
    for figure in (
        bars(series, lang="en", along="period"),
        ranking(series, lang="en", along="period"),
    ):
        hollow = {cell["key"]: cell["hollow"] for cell in figure.look.cells(figure.rows)}

        assert {"2018": True, "2019": False} == hollow
        assert "Outlined bars: figures that are not final." in figure.remarks


def test_bars_over_time_are_in_their_order(measure: Measure) -> None:
    """Whatever the order of the rows."""
    rows = [{"period": year, "value": year - 2000} for year in (2019, 2017, 2018)]

    assert ["2017", "2018", "2019"] == [
        row.key for row in bars(measure(*rows), lang="nb", along="period").rows
    ]


def test_times_that_are_not_known_stay_as_given(measure: Measure) -> None:
    """Periods without an end cannot be ordered."""
    rows = [{"period": text, "value": 5} for text in ("2 years before ?", "1 year before ?")]
    figure = bars(measure(*rows), lang="nb", along="period")

    assert ["2 years before ?", "1 year before ?"] == [row.key for row in figure.rows]


def test_categories_are_in_the_order_of_their_dimension(crossed: Indicator) -> None:
    """Bars along a dimension."""
    figure = bars(crossed.where(sector="health"), lang="en", along="partner")

    assert ["with", "without"] == [row.key for row in figure.rows]


def test_columns_bear_their_figures_where_they_fit(measure: Measure) -> None:
    """Few years with short figures are columns without an axis."""
    rows = [{"period": year, "value": 50} for year in range(2015, 2019)]
    look = bars(measure(*rows), lang="nb", along="period").look

    assert isinstance(look, ColumnLook)
    assert 100 == look.top


def test_many_columns_have_an_axis_in_the_words_of_the_library(years: Years) -> None:
    """Its title names scale and unit; why a year is missing is said in a remark."""
    figure = bars(years(2000, 2020, y2010=MISSING), lang="nb", along="period")
    look = figure.look

    assert isinstance(look, LineLook)
    assert "milliarder\u00a0kroner" == look.axis.title
    assert "2010: ikke samlet inn." in figure.remarks


def test_many_missing_columns_have_an_axis_too(years: Years) -> None:
    """Without any number there is no scale word."""
    gone = {f"y{year}": MISSING for year in range(2000, 2021)}
    look = bars(years(2000, 2020, **gone), lang="en", along="period").look

    assert isinstance(look, LineLook)
    assert ("Norwegian kroner", 1) == (look.axis.title, look.axis.high)


def test_a_qualifier_is_never_lost(years: Years, measure: Measure) -> None:
    """Figures that need their words lie down, however many they are."""
    unit = measure({"value": 1}, unit="NOK").unit
    about = Value("1E9", unit, Qualifier.ABOUT)

    assert isinstance(bars(years(2000, 2020, y2011=about), lang="nb", along="period").look, BarLook)


@pytest.mark.parametrize("odd", ["range", "negative", "few"])
def test_what_cannot_stand_lies(measure: Measure, odd: str) -> None:
    """Ranges, numbers below zero, and few figures that are long."""
    unit = measure({"value": 1}, unit="NOK").unit
    values: dict[str, Any] = {
        "range": Range(low=Value(5, unit), high=Value(9, unit)),
        "negative": Value(-5, unit),
        "few": Value("123456.78", unit),
    }
    rows = [{"period": year, "value": values[odd]} for year in range(2010, 2018)]

    assert isinstance(bars(measure(*rows, unit="NOK"), lang="nb", along="period").look, BarLook)


def test_highlight_must_be_there(countries: Indicator) -> None:
    """Else the error lists the names."""
    with pytest.raises(UnknownName, match="highlight"):
        bars(countries, lang="nb", highlight="Norge")


def test_an_indicator_without_rows(measure: Measure) -> None:
    """There is no picture of nothing."""
    with pytest.raises(NoSuchFigure, match="no rows at all"):
        bars(measure(), lang="nb")


def test_the_preferred_source_is_drawn(measure: Measure) -> None:
    """Of figures that sources disagree on."""
    rows = [{"value": 5, "source": "a"}, {"value": 6, "source": "b"}, {"area": "SE", "value": 7}]
    sources = [Source(key=key, publisher=key, title=key) for key in "ab"]
    preferred = Preferred(source="b", reason="newer")
    figure = bars(measure(*rows, sources=sources, preferred=preferred), lang="nb")

    assert [Decimal(6), Decimal(7)] == [row.value for row in figure.rows]


def test_flags_and_coverage_are_remarks(measure: Measure) -> None:
    """With the names of those they are said of; of all alike without."""
    flags = [Status.PROVISIONAL, Status.ESTIMATED]
    rows: list[dict[str, Any]] = [
        {"value": 5, "status": flags},
        {"area": "SE", "value": 6, "covers": "2018-Q1"},
        {"area": "DK", "value": 7},
    ]

    said = "Stolper med bare omriss: tall som ikke er endelige."

    assert (
        said,
        "Norge: anslått og foreløpig.",
        "Sverige: dekker bare 1. kvartal 2018.",
    ) == bars(measure(*rows), lang="nb").remarks
    assert (said, "Anslått og foreløpig.") == bars(measure(*rows[:1]), lang="nb").remarks


def test_vintages_are_named_where_they_differ(measure: Measure) -> None:
    """A version that all share is not."""
    rows: list[dict[str, Any]] = [
        {"value": 5, "vintage": 2019},
        {"area": "SE", "value": 6, "vintage": 2020},
    ]
    figure = bars(measure(*rows), lang="en")
    same = bars(measure(*(row | {"vintage": 2019} for row in rows)), lang="en")

    assert ["Norway (version of 2019)", "Sweden (version of 2020)"] == [
        row.label for row in figure.rows
    ]
    assert "version" not in same.subtitle
    assert "Norway" == same.rows[0].label


def test_groups_by_value(crossed: Indicator) -> None:
    """A row for each bar, in the order of both dimensions, its colour by its name."""
    rows = grouped_bars(crossed, lang="nb", along="sector", by="partner").rows

    assert [
        ("health, with", "Helse og omsorg", "Med forskere", Decimal(71), 1),
        ("health, without", "Helse og omsorg", "Uten forskere", Decimal(52), 2),
    ] == [(row.key, row.group, row.label, row.value, row.series) for row in rows[:2]]
    assert "not collected" == rows[3].missing


def test_groups_set_apart_what_may_not_be_compared(crossed: Indicator) -> None:
    """Whether along groups or within one; the reason is said once."""
    counted = Population(unit=vocabulary()["municipalities"])
    row = attrs.evolve(crossed.observations[0], population=counted)
    rows = Observations.of(crossed.unit, [row, *crossed.observations[1:]])
    other = attrs.evolve(crossed, observations=rows)
    figure = grouped_bars(other, lang="en", along="sector", by="partner")
    allow = {"unit-of-count": "for fun"}
    joined = grouped_bars(other, lang="en", along="sector", by="partner", allow=allow)

    assert [row.key for row in figure.rows if row.apart]
    assert len(set(figure.remarks)) == len(figure.remarks)
    assert not any(row.apart for row in joined.rows)


@pytest.mark.parametrize(("along", "by"), [("area", "period"), ("period", "area")])
def test_groups_mark_breaks(measure: Measure, along: str, by: str) -> None:
    """Once between two groups, and within each group."""
    both = broken(measure, 2017, 2018)
    rows = [
        attrs.evolve(row, area=Area(area)) for area in ("NO", "SE") for row in both.observations
    ]
    figure = grouped_bars(
        attrs.evolve(both, observations=Observations.of(both.unit, rows)),
        lang="en",
        along=along,
        by=by,
    )
    cuts = [cell["cut"] for cell in figure.look.cells(figure.rows) if cell["cut"]]

    assert ["Break 2018"] * (2 if by == "period" else 1) == cuts
    assert "Break 2018: New method." in figure.remarks
    assert "Highest" not in figure.alt


def test_a_bar_that_is_not_there_is_left_out(crossed: Indicator) -> None:
    """The table shows a dash, and colours go by what is there."""
    part = attrs.evolve(crossed, observations=crossed.observations[1:])
    figure = grouped_bars(part, lang="en", along="sector", by="partner")

    assert 3 == len(figure.rows)
    assert ("Sector", "Without", "With") == figure.table.columns
    assert ("Health", "52%", "–") == figure.table.rows[0]


def test_group_and_bar_differ(crossed: Indicator) -> None:
    """One dimension cannot be both."""
    with pytest.raises(Contradiction, match="both group and bar"):
        grouped_bars(crossed, lang="nb", along="sector", by="sector")


def computed(measure: Measure, *amounts: str, unit: str = "EUR", **header: Any) -> Indicator:
    """Return computed amounts, one for each year from 2014 on."""
    rows = [
        {"period": 2014 + at, "value": amount, "evidence": Evidence.DERIVED}
        for at, amount in enumerate(amounts)
    ]
    return measure(*rows, unit=unit, **header)


def test_computed_amounts_are_rounded_alike(measure: Measure) -> None:
    """In one scale in the picture, with all digits in table and description."""
    series = computed(measure, "1234567.89", "400000.50")
    figure = bars(series, lang="nb", along="period")

    assert ["1,2\u00a0mill.\u00a0euro", "0,4\u00a0mill.\u00a0euro"] == [
        row.value_label for row in figure.rows
    ]
    assert "1\u00a0234\u00a0567,89\u00a0euro" == figure.table.rows[0][1]
    assert "1234567,89 euro" in figure.description.replace("\u00a0", " ")
    assert [Decimal("1234567.89"), Decimal("400000.50")] == figure.to_columns()["value"]


def test_rankings_and_groups_round_what_was_computed(measure: Measure, crossed: Indicator) -> None:
    """The same labels, with their marks; what is missing keeps its reason."""
    rows = [
        {"area": "NO", "value": "1234567.89", "evidence": Evidence.DERIVED, "notes": ["*"]},
        {"area": "SE", "value": "400000.50", "evidence": Evidence.DERIVED},
        {"area": "DK", "value": MISSING},
    ]
    note = Note(mark="*", text={"nb": "En merknad.", "nn": "Ein merknad.", "en": "A note."})
    ranked = ranking(measure(*rows, unit="EUR", notes=[note]), lang="nb")
    both = {"unit": "EUR", "dimensions": crossed.dimensions}
    cells = [
        {
            "breakdowns": {"sector": "health", "partner": partner},
            "value": amount,
            "evidence": Evidence.DERIVED,
        }
        for partner, amount in (("with", "1234567.89"), ("without", "400000.50"))
    ]
    grouped = grouped_bars(measure(*cells, **both), lang="nb", along="sector", by="partner")

    assert ("1,2\u00a0mill.\u00a0euro*", "0,4\u00a0mill.\u00a0euro", "ikke samlet inn") == tuple(
        row.value_label for row in ranked.rows
    )
    assert "1\u00a0234\u00a0567,89\u00a0euro*" == ranked.table.rows[0][2]
    assert "1,2\u00a0mill.\u00a0euro" == grouped.rows[0].value_label
    assert "1\u00a0234\u00a0567,89\u00a0euro" == grouped.table.rows[0][1]


def test_one_published_amount_keeps_all_digits(measure: Measure) -> None:
    """What somebody published stays as it was published, and so does what stands beside it."""
    rows = [
        {"period": 2014, "value": "1234567.89", "evidence": Evidence.DERIVED},
        {"period": 2015, "value": "400000.50"},
    ]
    figure = bars(measure(*rows, unit="EUR"), lang="nb", along="period")

    assert "1\u00a0234\u00a0567,89\u00a0euro" == figure.rows[0].value_label


def test_computed_shares_stay(measure: Measure) -> None:
    """Only amounts are rounded in a picture; a share has its own rule."""
    series = computed(measure, "12.34", "15.67", unit="% of workplaces")

    assert "12,34\u00a0%" == bars(series, lang="nb", along="period").rows[0].value_label


def test_the_axis_of_computed_columns_is_in_the_same_scale(measure: Measure) -> None:
    """Cents do not keep it from millions."""
    amounts = [f"{1234567 + 1000 * at}.89" for at in range(20)]
    look = bars(computed(measure, *amounts), lang="nb", along="period").look

    assert isinstance(look, LineLook)
    assert "millioner\u00a0euro" == look.axis.title


def test_bars_find_the_one_thing_that_differs(crossed: Indicator, measure: Measure) -> None:
    """Where all figures are of one area; the block of a sheet does the same."""
    series = crossed.where(sector="health")
    years = measure({"period": 2018, "value": 5}, {"period": 2019, "value": 6})

    assert ["with", "without"] == [row.key for row in bars(series, lang="nb").rows]
    assert bars(series, lang="nb", along="partner") == bars(series, lang="nb")
    assert bars(years, lang="nb", along="period") == bars(years, lang="nb")


def test_two_things_that_differ_are_not_guessed(crossed: Indicator) -> None:
    """There is no one picture that could be meant."""
    with pytest.raises(ManyFigures):
        bars(crossed, lang="nb")
