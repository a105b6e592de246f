"""OFF401 to OFF403 on figures over time and with intervals."""

from typing import Any

import pytest

#: A survey of two countries in two years, of which one figure counts something else.
ROWS = "".join(
    f"      - {{area: {area}, period: {year}, value: 5"
    + (", population: {unit: municipalities}}\n" if (area, year) == ("SE", 2018) else "}\n")
    for area in ("NO", "SE")
    for year in (2016, 2018)
)


def survey(bench: Any) -> str:
    """Return the survey."""
    head: str = bench.SURVEY.split("      - {area")[0]
    return head + ROWS


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("{type: series, figure: survey, by: area", ["blocks[0].figure"]),
        ("{type: slope, figure: survey", ["blocks[0].figure"]),
        ("{type: slope, figure: survey, start: 2016, end: 2018", ["blocks[0].figure"]),
        ('{type: series, figure: "survey[area=SE]"', []),
        ('{type: slope, figure: "survey[area=SE]"', []),
        ("{type: series, figure: survey, by: area, allow: {unit-of-count: alike}", []),
        ('{type: dot_interval, figure: "survey[period=2018]"', []),
    ],
)
def test_side_by_side(bench: Any, block: str, expected: list[str]) -> None:
    """Lines stand side by side at each time; along time a line joins only what is alike."""
    fragment = bench.headline("Norden", block, survey(bench))

    assert expected == bench.places(fragment, "OFF401")


def test_dots_set_apart(bench: Any) -> None:
    """As rankings do; no figure over time is ranked."""
    dots = bench.headline("Norden", "{type: dot_interval, figure: nordic", bench.NORDIC)
    lines = bench.headline("Norden", "{type: series, figure: survey, by: area", survey(bench))

    assert ["blocks[0].figure"] == bench.places(dots, "OFF402")
    assert [] == bench.places(lines, "OFF402")


@pytest.mark.parametrize(("text", "count"), [("Sverige har økt", 1), ("Sverige over tid", 0)])
def test_headline_over_time(bench: Any, text: str, count: int) -> None:
    """No change is claimed of what may not be compared."""
    block = '{type: series, figure: "survey[area=SE]", highlight: "2018"'
    fragment = bench.headline(text, block, survey(bench))

    assert count == len(bench.places(fragment, "OFF403"))


def test_missing_at_both_times(bench: Any) -> None:
    """There is nothing to compare."""
    gone = survey(bench).replace("value: 5", "value: {missing: not stated}")

    assert [] == bench.places(bench.headline("Tid", "{type: slope, figure: survey", gone), "OFF401")
