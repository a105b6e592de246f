"""Which figures may be called the highest and the lowest, and what is said where none may."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offinno.charts import Row, bars, ranking, series
from offinno.charts._extremes import ends
from offinno.datasets import load
from offinno.model import Area, Indicator
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Qualifier, Range, Value

Measure = Callable[..., Indicator]
NUMBERS = st.integers(0, 9)
SHARE = parse_unit("% of workplaces")


def row(number: int, qualifier: Qualifier = Qualifier.EXACT, high: int | None = None) -> Row:
    """Return a row with a number, or with a range from it."""
    value, top = Decimal(number), None if high is None else Decimal(high)
    if top is not None:
        return Row(key="a", label="A", low=value, high=top, value_label="a", state="range")
    name = qualifier.value
    return Row(key="a", label="A", value=value, qualifier=name, value_label="a", state="value")


ROWS = st.builds(row, NUMBERS, st.sampled_from(Qualifier)) | st.builds(
    lambda low, more: row(low, high=low + more), NUMBERS, st.integers(1, 5)
)


#: Whether a number may be what was published with a qualifier.
MAY_BE: Mapping[Qualifier, Callable[[Decimal, Decimal], bool]] = {
    Qualifier.EXACT: eq,
    Qualifier.ABOUT: lambda number, published: True,  # noqa: ARG005 - whatever was published
    Qualifier.AT_LEAST: ge,
    Qualifier.AT_MOST: le,
    Qualifier.OVER: gt,
    Qualifier.JUST_OVER: gt,
    Qualifier.UNDER: lt,
    Qualifier.NEARLY: lt,
}


def possible(one: Row) -> set[Decimal]:
    """Return numbers that a figure may be, in halves from far below to far above what there is."""
    halves = {Decimal(at) / 2 for at in range(-40, 60)}
    if one.low is not None and one.high is not None:
        return {number for number in halves if one.low <= number <= one.high}
    may_be, published = MAY_BE[Qualifier(one.qualifier)], one.value or Decimal(0)
    return {number for number in halves if may_be(number, published)}


@given(st.lists(ROWS, min_size=1, max_size=6))
def test_the_highest_is_so_whatever_the_numbers_truly_are(rows: list[Row]) -> None:
    """And where one is so, it is found; the same goes for the lowest."""
    numbers = [possible(one) for one in rows]
    for highest, found in ((True, ends(rows, highest=True)), (False, ends(rows, highest=False))):
        sure = [
            at
            for at, mine in enumerate(numbers)
            if all(
                (min(mine) > max(others) if highest else max(mine) < min(others))
                or (mine == others and len(mine) == 1)
                for to, others in enumerate(numbers)
                if to != at
            )
        ]

        assert sure == found


def test_no_figure_is_the_highest_of_none() -> None:
    """Nor the lowest."""
    assert [] == ends([], highest=True)


def test_a_bound_is_no_highest() -> None:
    """What may be up to 200 million may be less than about 185 million; both are told instead."""
    calls = load("innovation-2019").indicator("innovation-project-calls")

    assert (
        "Bar chart with 2 bars. 2019: about 185 million Norwegian kroner; "
        "2020: up to 200 million Norwegian kroner."
    ) == bars(calls, lang="en", along="period").alt.replace("\u00a0", " ")


def test_a_range_may_be_the_highest(measure: Measure) -> None:
    """If all of it is above the others; that the others overlap leaves the lowest open."""
    spans = [
        Range(low=Value(low, SHARE), high=Value(high, SHARE)) for low, high in ((6, 9), (2, 4))
    ]
    rows = [{"value": spans[0]}, {"area": "SE", "value": spans[1]}, {"area": "DK", "value": 3}]

    assert ("Bar chart with 3 bars. Highest: Norway, 6 to 9 per cent.") == bars(
        measure(*rows), lang="en"
    ).alt.replace("\u00a0", " ")


def test_many_that_are_not_exact_are_not_listed(measure: Measure) -> None:
    """An alt text is read in one breath."""
    rows = [{"period": 2010 + at, "value": Value(at, SHARE, Qualifier.ABOUT)} for at in range(7)]
    alt = bars(measure(*rows), lang="en", along="period").alt.replace("\u00a0", " ")

    assert "Highest" not in alt
    assert alt.startswith("Bar chart with 7 bars, from 2010 to 2016. Begins at about 0 per cent")


def test_a_ranking_in_spite_of_qualifiers_names_none_the_highest(measure: Measure) -> None:
    """It says that the order is that of the numbers."""
    rows = [
        {"area": area, "value": Value(at, SHARE, Qualifier.ABOUT)}
        for at, area in enumerate(("NO", "SE"), 5)
    ]
    figure = ranking(measure(*rows), lang="nb")

    assert "Høyest" not in figure.alt
    assert "Tallene er ikke eksakte; de er ordnet etter tallverdien." in figure.remarks


@pytest.mark.parametrize(
    ("lang", "expected"), [("nb", "5 tall mangler."), ("nn", "5 tal manglar.")]
)
def test_many_that_are_missing_are_counted(measure: Measure, lang: Any, expected: str) -> None:
    """Few are named."""
    gone = Missing(MissingReason.NOT_COLLECTED)
    rows = [{"area": area, "value": gone} for area in ("NO", "SE", "DK", "FI", "IS")]
    figure = bars(measure(*rows, {"area": "DE", "value": 5}), lang=lang)

    assert figure.alt.replace("\u00a0", " ").endswith(expected)


def test_names_in_alt_texts_are_as_long_as_there_is_room(measure: Measure) -> None:
    """Two that begin alike are told apart by their ends where they are too long."""
    begin = "The municipality with an unusually long name that is number"
    rows = [{"area": Area(f"x-{at}", f"{begin} {at}"), "value": at} for at in (1, 2)]
    long = [{"area": Area(f"x-{at}", f"{begin} {begin} {at}"), "value": at} for at in (1, 2)]

    assert f"Highest: {begin} 2, 2\u00a0per cent" in bars(measure(*rows), lang="en").alt
    clipped = bars(measure(*long), lang="en").alt
    assert "number 2, 2\u00a0per cent" in clipped
    assert "number 1, 1\u00a0per cent" in clipped


def test_names_keep_their_letters(measure: Measure) -> None:
    """Areas and months are written as they are; a category begins with a capital."""
    rows = [
        {"area": Area("x-a", "eID-senteret"), "value": 3},
        {"area": Area("x-b", "iKomm"), "value": 4},
        {"area": Area("x-c", "ruter"), "value": 5, "covers": "2018-Q1"},
    ]
    figure = bars(measure(*rows), lang="nb")
    months = [{"period": f"2010-{at:02d}", "value": at} for at in range(9, 12)]

    assert ["eID-senteret", "iKomm", "ruter"] == [one.label for one in figure.rows]
    assert "Høyest: ruter, 5" in figure.alt
    assert "ruter: dekker bare 1. kvartal 2018." in figure.remarks
    assert "eID-senteret: 3\u00a0prosent." in figure.description
    assert "Høyest: november 2010" in bars(measure(*months), lang="nb", along="period").alt


def test_what_was_computed_is_said_as_it_is_shown() -> None:
    """The alt text has no more digits than the picture."""
    grants = load("innovation-2019").indicator("h2020-grants-eur")
    figure = bars(grants, lang="en", along="period")

    assert "6.8\u00a0million\u00a0EUR" in [one.value_label for one in figure.rows]
    assert "Highest: 2018, 6.8\u00a0million\u00a0euros" in figure.alt


def test_figures_below_one_another_are_in_one_scale(measure: Measure) -> None:
    """With all their digits; the table has them as they were published."""
    rows = [{"period": 2018, "value": "2E9"}, {"period": 2019, "value": "3000.5E6"}]
    figure = bars(measure(*rows, unit="NOK"), lang="nb", along="period")

    assert ["2000\u00a0mill.\u00a0kr", "3000,5\u00a0mill.\u00a0kr"] == [
        one.value_label for one in figure.rows
    ]
    assert "2\u00a0mrd.\u00a0kr" == figure.table.rows[0][1]


def test_that_all_figures_are_approximate_is_said_once(measure: Measure) -> None:
    """Not number by number, where the picture has no room for them."""
    rows = [
        {"period": 2000 + at, "value": Value(at + 1, SHARE, Qualifier.ABOUT)} for at in range(13)
    ]

    assert ("All figures are approximate.",) == series(measure(*rows), lang="en").remarks
