"""OFF401 to OFF404: what stands side by side."""

from typing import Any

import pytest

#: The beginning of a ranking.
RANKING = "{type: ranking, figure: nordic"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Norge er mindre innovativt enn naboene", 1),
        ("Norge ligger lavere enn Finland", 1),
        ("{nordic[area=NO]} er mindre enn {nordic[area=FI]}", 1),
        ("Norge ligger lavere enn Island og Sverige; Finland måler noe annet", 0),
        ("Innovasjon i Norden", 0),
    ],
)
def test_headline(bench: Any, text: str, count: int) -> None:
    """A comparison is about those that it names, else about all."""
    assert count == len(bench.places(bench.headline(text, RANKING, bench.NORDIC), "OFF403"))


@pytest.mark.parametrize(
    ("highlight", "expected"),
    [("FI", ["blocks[0].highlight"]), ("NO", [])],
)
def test_highlight(bench: Any, highlight: str, expected: list[str]) -> None:
    """What stands out must be one of those that may be ranked."""
    block = f"{RANKING}, highlight: {highlight}"

    assert expected == bench.places(bench.headline("Norden", block, bench.NORDIC), "OFF403")


@pytest.mark.parametrize(
    ("area", "expected"), [("FI", ["blocks[0].text.nb"]), ("SE", []), ("IS", [])]
)
def test_difference(bench: Any, area: str, expected: list[str]) -> None:
    """No difference is taken of what may not be compared."""
    text = f"{{nordic[area={area}]:difference}}"

    assert expected == bench.places(bench.prose(text, indicators=bench.NORDIC), "OFF403")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("nordic[area=NO]:difference[area=FI]", ["blocks[0].text.nb"]),
        ("nordic[area=NO]:difference[area=IS]", []),
        ("nordic[area=NO]:ratio[area=FI]", ["blocks[0].text.nb"]),
        ("nordic[area=NO]:margin[area=FI]", ["blocks[0].text.nb"]),
        ("nordic[area=FI]:rank", ["blocks[0].text.nb"]),
        ("nordic[area=NO]:rank", []),
    ],
)
def test_what_a_figure_is_held_against(bench: Any, reference: str, expected: list[str]) -> None:
    """No form holds a figure against one that it may not be compared with."""
    text = f"{{{reference}}}"

    assert expected == bench.places(bench.prose(text, indicators=bench.NORDIC), "OFF403")


def test_a_name_behind_a_difference_is_no_noun(bench: Any) -> None:
    """Behind what a figure is held against stands nothing that it counts."""
    text = "{nordic[area=NO]:ratio[area=IS]} kommuner"

    assert [] == bench.places(bench.prose(text, indicators=bench.NORDIC), "OFF201")


def test_difference_from_nothing(bench: Any) -> None:
    """A figure with nothing beside it has no difference; the page refuses that by itSELF."""
    assert [] == bench.places(bench.prose("{units:difference}"), "OFF403")


def test_allowed_rules_are_caveats(bench: Any) -> None:
    """A rule that was overridden with a reason forbids nothing."""
    block = f"{RANKING}, allow: {{level: municipalities employ most}}"
    sheet = bench.sheet(bench.headline("Norge er mindre innovativt", block, bench.NORDIC))

    assert [] == bench.places(sheet, "OFF402")
    assert [] == bench.places(sheet, "OFF403")


def test_grouped_bars_over_time(bench: Any) -> None:
    """Groups may be years, which are compared over time."""
    grouped = bench.SURVEY.replace("area: SE, period: 2018", "area: NO, period: 2016")
    block = "{type: grouped_bars, figure: survey, along: area, by: period"

    assert [] == bench.places(bench.headline("Vekst", block, grouped), "OFF401")


def test_missing_member_is_not_ranked_anyway(bench: Any) -> None:
    """Of a figure that is missing it does not matter whether it might be ranked."""
    gone = bench.NORDIC.replace("value: 95", "value: {missing: not stated}")

    assert [] == bench.places(bench.headline("Norden", RANKING, gone), "OFF402")
    assert 1 == len(bench.places(bench.headline("Norden", RANKING, bench.NORDIC), "OFF402"))


def test_single_bar(bench: Any) -> None:
    """One bar stands beside nothing."""
    fragment = bench.headline("Mindre", '{type: bars, figure: "nordic[area=NO]"', bench.NORDIC)

    assert [] == bench.places(fragment, "OFF401")


def test_bars_that_are_compared_knowingly(bench: Any) -> None:
    """What was overridden by name, with the reason, is no finding."""
    bars = "{type: bars, figure: nordic"
    allowed = f"{bars}, allow: {{level: municipal workplaces were most of them}}"

    assert ["blocks[0].figure"] == bench.places(
        bench.headline("Norden", bars, bench.NORDIC), "OFF401"
    )
    assert [] == bench.places(bench.headline("Norden", allowed, bench.NORDIC), "OFF401")


def test_bars_that_differ_in_more_than_their_axis(bench: Any) -> None:
    """Figures of two areas and two sizes are no comparison along either."""
    mixed = bench.SURVEY.replace(
        "    observations:",
        """    dimensions: [{key: size, label: size, categories: [municipalities, counties]}]
    observations:""",
    )
    mixed = mixed.replace("NO, period: 2018,", "NO, period: 2018, breakdowns: {size: counties},")
    mixed = mixed.replace(
        "SE, period: 2018,", "SE, period: 2018, breakdowns: {size: municipalities},"
    )
    block = "{type: bars, figure: survey, along: size"

    assert [] == bench.places(bench.headline("Mest", block, mixed), "OFF401")


def test_grouped_bars(bench: Any) -> None:
    """Within each group, and across the groups, bars must be alike."""
    rows = "".join(
        f"      - {{area: {area}, period: {year}, value: 5"
        + (", population: {unit: municipalities}}\n" if (area, year) == ("SE", 2018) else "}\n")
        for area in ("NO", "SE")
        for year in (2016, 2018)
    )
    grouped = bench.SURVEY.split("      - {area")[0] + rows
    block = "{type: grouped_bars, figure: survey, along: area, by: period"

    assert ["blocks[0].figure"] == bench.places(
        (bench.headline("Norden", block, grouped)), "OFF401"
    )


@pytest.mark.parametrize(
    ("change", "count"),
    [
        (("value", "value"), 1),
        (("    sources", "    sample: {n: 900}\n    sources"), 0),
        ((", value: 77", ", value: 77, interval: {low: 75, high: 79}"), 1),
        (("    question: {key: innovative, text: Whether it was innovative}\n", ""), 0),
    ],
)
def test_margin(bench: Any, change: tuple[str, str], count: int) -> None:
    """A comparison of surveys needs the number of answers, or intervals on all sides."""
    text = "Norge ligger lavere enn Sverige"
    sheet = bench.sheet(bench.headline(text, RANKING, bench.NORDIC.replace(*change)))

    assert count == len(bench.places(sheet, "OFF404"))


def test_margin_stated_by_intervals(bench: Any) -> None:
    """Intervals of those that are named are enough."""
    stated = bench.NORDIC
    for number in ("77", "81"):
        interval = f"{number}, interval: {{low: {int(number) - 1}, high: {int(number) + 1}}}"
        stated = stated.replace(f"value: {number}", f"value: {interval}")

    named = "Norge ligger lavere enn Sverige"
    everyone = "Norge er mindre innovativt"
    assert [] == bench.places(bench.headline(named, RANKING, stated), "OFF404")
    assert 1 == len(bench.places(bench.headline(everyone, RANKING, stated), "OFF404"))


def test_margin_among_those_set_apart(bench: Any) -> None:
    """Of members that stand apart from all others no margin is asked."""
    twin = bench.NORDIC.replace(
        "{area: IS, period: 2018, value: 78}",
        """area: DK
        period: 2018
        value: 80
        population: {unit: public-workplaces, levels: [municipal-level]}""",
    )
    text = "Danmark ligger lavere enn Finland"

    assert [] == bench.places(bench.headline(text, f"{RANKING}, reference: NO", twin), "OFF404")
