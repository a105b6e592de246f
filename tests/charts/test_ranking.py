"""Rankings: places, ties, what is set apart, and why."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from offinno.charts import TwoUnits, bars, ranking, series, slope
from offinno.exceptions import UnknownName
from offinno.language import Lang
from offinno.model import BadOverrides, Comparison, Contradiction, Indicator, ManyFigures
from offinno.values import Qualifier, Value

Measure = Callable[..., Indicator]


def test_rows_by_value(countries: Indicator) -> None:
    """Ranked first, equal figures in one place, then what is missing, then what is set apart."""
    rows = ranking(countries, lang="nb", reference="NO").rows
    found = [(row.key, row.place, row.value, row.state, row.apart) for row in rows]

    assert [
        ("SE", 1, Decimal(60), "value", False),
        ("DK", 1, Decimal(60), "value", False),
        ("NO", 3, Decimal(50), "value", False),
        ("FI", 4, Decimal(40), "value", False),
        ("IS", None, None, "missing", False),
        ("DE", None, Decimal(95), "value", True),
    ] == found


def test_labels_are_worded(countries: Indicator) -> None:
    """Names of countries and values in the language, with the marks of notes."""
    rows = ranking(countries, lang="nn", reference="NO").rows

    assert ["Sverige", "Danmark", "Noreg", "Finland", "Island", "Tyskland"] == [
        row.label for row in rows
    ]
    assert "50\u00a0%*" == rows[2].value_label
    assert "*" == rows[2].mark
    assert "for usikkert til å visast" == rows[4].value_label


@pytest.mark.parametrize(
    ("lang", "heading", "reason"),
    [
        ("nb", "Kan ikke sammenlignes med Norge", "kommuner"),
        ("nn", "Kan ikkje samanliknast med Noreg", "kommunar"),
        ("en", "Not comparable with Norway", "municipalities"),
    ],
)
def test_set_apart_with_the_reason(
    countries: Indicator, lang: Lang, heading: str, reason: str
) -> None:
    """What counts something else stands below a heading, and a remark says why."""
    figure = ranking(countries, lang=lang, reference="NO")

    assert heading == figure.rows[-1].group
    assert reason in figure.remarks[0]
    assert figure.rows[-1].label in figure.remarks[0]


def test_what_is_missing_says_why(countries: Indicator) -> None:
    """In the picture the kind of reason, in a remark what more there is to say."""
    figure = ranking(countries, lang="en", reference="NO")

    assert "Iceland: Too few answers." in figure.remarks
    assert "too uncertain" == figure.rows[4].missing


def test_caveats_are_remarks(countries: Indicator) -> None:
    """Reasons that do not forbid comparing are shown as well."""
    comparison = Comparison.of(countries, reference="NO", allow={"unit-of-count": "for fun"})
    figure = ranking(comparison, lang="en")

    assert not any(row.apart for row in figure.rows)
    assert any("for fun" in remark for remark in figure.remarks)


def test_a_comparison_and_its_indicator_give_one_picture(countries: Indicator) -> None:
    """The indicator is compared with the same options."""
    comparison = Comparison.of(countries, reference="SE")

    assert ranking(comparison, lang="nb") == ranking(countries, lang="nb", reference="SE")


def test_a_comparison_is_not_made_anew(countries: Indicator) -> None:
    """It has its own reference and overrides."""
    comparison = Comparison.of(countries)
    with pytest.raises(Contradiction, match=r"Comparison\.of"):
        ranking(comparison, lang="nb", reference="NO")
    with pytest.raises(Contradiction, match=r"Comparison\.of"):
        ranking(comparison, lang="nb", allow={"level": "why"})


def test_highlight_has_the_first_colour(countries: Indicator) -> None:
    """The others the second; without it all have the first."""
    marked = ranking(countries, lang="nb", highlight="DK")

    assert {"DK"} == {row.key for row in marked.rows if row.series == 1}
    assert {1} == {row.series for row in ranking(countries, lang="nb").rows}


def test_highlight_must_be_there(countries: Indicator) -> None:
    """An unknown name is an error that lists the known ones."""
    with pytest.raises(UnknownName, match="highlight"):
        ranking(countries, lang="nb", highlight="GB")


def test_two_units_share_no_axis(measure: Measure) -> None:
    """Figures in different units are refused, with both named."""
    kroner = measure({"value": 5}, unit="NOK", key="kroner").at()
    euro = measure({"value": 6}, unit="EUR", key="euro").at()
    comparison = Comparison.between(kroner, euro, along="indicator")
    with pytest.raises(TwoUnits) as caught:
        ranking(comparison, lang="nb")

    assert ("NOK", "EUR") == (caught.value.one, caught.value.other)


def test_indicators_side_by_side(measure: Measure) -> None:
    """Figures of several measures are named by them, and each source stands once."""
    one = measure({"value": 5}, key="one", title="One").at()
    two = measure({"value": 6}, key="two", title="Two").at()
    figure = ranking(Comparison.between(one, two, along="indicator"), lang="en")

    assert ["Two", "One"] == [row.label for row in figure.rows]
    assert "Two; One" == figure.headline
    assert ("Indicator", "Place", "Per cent of workplaces") == figure.table.columns
    assert "Source: Made-up source (2020)" == figure.source_line


def test_what_else_differs_stands_in_the_label(measure: Measure) -> None:
    """Of figures of different years the year is named."""
    rows = [{"value": 5}, {"value": 6, "area": "SE", "period": 2019}]
    figure = ranking(measure(*rows), lang="nb", allow={"overlap": "for fun"})

    assert ["Sverige (2019)", "Norge (2018)"] == [row.label for row in figure.rows]
    assert "2018" not in figure.subtitle


def test_along_a_dimension(crossed: Indicator) -> None:
    """Categories are ranked as countries are; what all share stands in the subtitle."""
    figure = ranking(crossed.where(partner="with"), lang="en", along="sector")

    assert [("health", 1), ("all-else", 2)] == [(row.key, row.place) for row in figure.rows]
    assert ("Sector", "Place", "Per cent of workplaces") == figure.table.columns
    assert "Made-up measure." not in figure.subtitle
    assert "Per cent of workplaces, with, Norway, 2018." == figure.subtitle


def test_several_figures_for_one_place(crossed: Indicator) -> None:
    """An indicator with more than one figure for a member is refused with the remedy."""
    with pytest.raises(ManyFigures, match="say which"):
        ranking(crossed, lang="nb", along="sector")


def test_unknown_dimension(countries: Indicator) -> None:
    """The error lists the known ones."""
    with pytest.raises(UnknownName, match="dimension"):
        ranking(countries, lang="nb", along="sector")


@pytest.mark.parametrize("draw", [ranking, bars])
@pytest.mark.parametrize("along", ["indicator", None, ["area"], 5])
def test_figures_of_one_indicator_are_told_apart_by_what_they_have(
    countries: Indicator, draw: Any, along: Any
) -> None:
    """The error offers nothing that would be refused as well, such as the indicator itself."""
    with pytest.raises(UnknownName) as caught:
        draw(countries, lang="nb", along=along)

    assert f"no dimension is called {along!r}; known: area, period" == str(caught.value)


def test_one_figure_is_not_ranked(countries: Indicator) -> None:
    """The error says what to do with it."""
    with pytest.raises(Contradiction, match=r"one figure, and two .*; show it with number\(\)$"):
        ranking(countries.where(area="NO"), lang="nb")


@pytest.mark.parametrize("allow", ["level", ["level"], {"level": None}, 5])
def test_an_override_says_why(countries: Indicator, over_time: Indicator, allow: Any) -> None:
    """In every picture that takes overrides, the name of a rule alone is refused."""
    for subject in (countries, Comparison.of(countries)):
        with pytest.raises(BadOverrides, match="allow takes rules, each with the reason"):
            ranking(subject, lang="nb", allow=allow)
    with pytest.raises(BadOverrides, match="allow takes rules, each with the reason"):
        series(over_time, lang="nb", by="area", allow=allow)
    with pytest.raises(BadOverrides, match="allow takes rules, each with the reason"):
        slope(over_time, lang="nb", allow=allow)


def test_figures_that_are_not_exact_have_no_places(measure: Measure) -> None:
    """Over 70 and about 75 cannot be ranked: bars follow the numbers, and that is said."""
    unit = measure({"value": 1}).unit
    over, about = Value(70, unit, Qualifier.OVER), Value(75, unit, Qualifier.ABOUT)
    figure = ranking(measure({"value": over}, {"area": "SE", "value": about}), lang="en")

    assert [("SE", None), ("NO", None)] == [(row.key, row.place) for row in figure.rows]
    assert figure.remarks[0].startswith("The figures are not exact")


def test_table_has_places(countries: Indicator) -> None:
    """The first cell names the row; what has no place has a dash."""
    rows: Any = ranking(countries, lang="nb", reference="NO").table.rows

    assert ("Sverige", "1", "60\u00a0%") == rows[0]
    assert ("Tyskland", "–", "95\u00a0%") == rows[-1]


def test_nothing_is_mutated(countries: Indicator) -> None:
    """The indicator is the same before and after."""
    before = (hash(countries), repr(countries.data()))
    ranking(countries, lang="nb").spec()

    assert before == (hash(countries), repr(countries.data()))
