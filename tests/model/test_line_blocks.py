"""Blocks that show figures over time or with their intervals, and what a sheet says of them."""

from typing import Any

import attrs
import pytest

from offinno.language import Term, vocabulary
from offinno.model import (
    Contradiction,
    Dimension,
    DotInterval,
    Factsheet,
    Indicator,
    Observation,
    Observations,
    Population,
    Series,
    Slope,
    most_lines,
)
from offinno.units import parse_unit
from offinno.values import Value

UNIT = parse_unit("% of workplaces")
SECTOR = Dimension(
    key="sector",
    label="sector",
    categories=[Term(key=key, label=key) for key in ("health", "roads")],
)


def indicator(*cells: tuple[str, str | int, str], key: str = "shares") -> Indicator:
    """Return made-up shares: area, period and sector of each."""
    rows = [
        Observation(area=area, period=period, breakdowns={"sector": sector}, value=Value(5, UNIT))
        for area, period, sector in cells
    ]
    return Indicator(
        key=key,
        title="Shares",
        definition="Made up.",
        unit=UNIT,
        population=Population(unit=vocabulary()["workplaces"]),
        dimensions=[SECTOR],
        observations=Observations.of(UNIT, rows),
    )


CROSSED = indicator(
    *((area, year, "health") for area in ("NO", "SE") for year in (2010, 2011)),
    ("DK", 2011, "health"),
)


def sheet_with(block: Any, shown: Indicator = CROSSED) -> Factsheet:
    """Return a sheet that shows made-up shares."""
    return Factsheet(key="sheet", title="Sheet", indicators=[shown], blocks=[block])


@pytest.mark.parametrize(
    "block",
    [
        Series(figure="shares", headline="H", by="area", highlight="NO"),
        Series(figure="shares[area=NO]", headline="H", mark="bar", highlight="2010"),
        DotInterval(figure="shares[period=2011]", headline="H", reference="NO", highlight="SE"),
        Slope(figure="shares", headline="H", start=2010, end=2011, highlight="DK"),
        Slope(figure="shares", headline="H"),
    ],
)
def test_blocks_that_can_be_drawn(block: Any) -> None:
    """Stand in a sheet."""
    assert (block,) == sheet_with(block).blocks


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (
            Series(figure="shares", headline="H"),
            r"in one line, at 2010; they differ in area \(NO, SE, DK\); .* shares\[area=NO\]",
        ),
        (Series(figure="shares", headline="H", by="sector"), "several things in one line"),
        (Series(figure="shares", headline="H", by="sex"), "sex"),
        (Series(figure="shares", headline="H", by="area", highlight="FI"), "highlight.*'FI'"),
        (Series(figure="shares[area=NO]", headline="H", highlight="2012"), "highlight.*'2012'"),
        (DotInterval(figure="shares", headline="H"), "have one name|called the same|NO"),
        (DotInterval(figure="shares[period=2011]", headline="H", along="sex"), "along.*'sex'"),
        (DotInterval(figure="shares[period=2011]", headline="H", reference="FI"), "'FI'"),
        (Slope(figure="shares", headline="H", along="sex"), "along.*'sex'"),
        (Slope(figure="shares", headline="H", start=2009), "start.*'2009'"),
        (Slope(figure="shares", headline="H", start=2011, end=2010), "one after the other"),
        (Slope(figure="shares[period=2010]", headline="H"), "one after the other"),
    ],
)
def test_blocks_that_cannot_be_drawn(block: Any, said: str) -> None:
    """Are refused with the sheet, at their field."""
    with pytest.raises(Contradiction, match=said):
        sheet_with(block)


def test_several_figures_for_one_place() -> None:
    """Selectors choose one of them: here two versions stand at one time."""
    both = [
        Observation(
            area="NO",
            period=2010,
            vintage=year,
            breakdowns={"sector": "health"},
            value=Value(5, UNIT),
        )
        for year in (2011, 2012)
    ]
    twice = attrs.evolve(CROSSED, observations=Observations.of(UNIT, both))
    with pytest.raises(
        Contradiction,
        match=r"several figures for NO at 2010; they differ in vintage \(2011, 2012\); "
        r"choose by selectors, as in shares\[vintage=2011\]",
    ):
        sheet_with(Series(figure="shares", headline="H", by="area"), twice)
    with pytest.raises(Contradiction, match="several figures for the line at 2010"):
        sheet_with(Series(figure="shares", headline="H"), twice)


@pytest.mark.parametrize("block", [Series, Slope])
def test_nothing_to_draw(block: Any) -> None:
    """An indicator without rows has no picture."""
    with pytest.raises(Contradiction, match="it has no rows at all"):
        sheet_with(block(figure="shares", headline="H"), indicator())


def test_times_without_days() -> None:
    """Have no place on an axis of time."""
    with pytest.raises(Contradiction, match=r"the days of '2014/\.\.' are not known"):
        sheet_with(Series(figure="shares", headline="H"), indicator(("NO", "2014/..", "health")))


def test_too_many_lines() -> None:
    """More may stand beside one that stands out."""
    codes = ("03", "11", "15", "18", "30", "34", "38", "42", "46")
    many = indicator(*((f"NO-{code}@2020", 2020, "health") for code in codes))
    quiet = Series(figure="shares", headline="H", by="area", highlight="NO-03@2020")
    with pytest.raises(Contradiction, match="9 lines; 8 can be told apart"):
        sheet_with(attrs.evolve(quiet, highlight=None), many)

    assert sheet_with(quiet, many)
    assert (8, 16) == (most_lines(highlighted=False), most_lines(highlighted=True))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Series(figure="a", headline="A", by="period"), "along the axis"),
        (lambda: Series(figure="a", headline="A", by="area", mark="bar"), "one series"),
        (lambda: Slope(figure="a", headline="A", along="period"), "is what it spans"),
    ],
)
def test_wrong_options_are_refused(make: Any, said: str) -> None:
    """Each says what would be right."""
    with pytest.raises(Contradiction, match=said):
        make()
