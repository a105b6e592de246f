"""OFF3xx: which time."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("nb", "{units} innoverte de siste to årene", 1),
        ("nb", "{units} innoverte i fjor", 1),
        ("nb", "{units} innoverte de siste to årene før undersøkelsen", 0),
        ("nb", "{units} innoverte de siste to årene (2016–2017)", 0),
        ("nb", "Mye har skjedd de siste årene.", 0),
        ("nb", "{units} innoverte i årene før", 0),
        ("nn", "{units} innoverte dei siste to åra", 1),
        ("en", "{units} innovated in the past two years", 1),
        ("en", "{units} innovated recently", 1),
    ],
)
def test_relative_time(bench: Any, lang: str, text: str, count: int) -> None:
    """Time that is counted from now dates no figure, unless a year or a survey is named."""
    assert count == len(bench.places(bench.prose(text, lang), "OFF302"))


@pytest.mark.parametrize("edition", ["null", '"?"', "2014/.."])
def test_sheet_without_a_date(bench: Any, edition: str) -> None:
    """Without an edition nothing is older than it."""
    fragment = bench.prose("{units}", indicators=bench.UNITS.replace("2018", "1999"))
    fragment += "" if edition == "null" else f"edition: {edition}\n"
    sheet = bench.sheet(fragment)
    if edition == "null":
        import attrs

        sheet = attrs.evolve(sheet, edition=None)

    assert [] == bench.places(sheet, "OFF303")


def test_age_is_that_of_the_answers(bench: Any) -> None:
    """Fieldwork dates a figure better than its period, and one finding stands for a date."""
    old = bench.SURVEY.replace("n: 1786", "n: 1786, fieldwork: 2016")
    twin = old.replace("key: survey", "key: twin")
    text = "{survey[area=NO]} {twin[area=NO]} {units}"
    sheet = bench.sheet(bench.prose(text, indicators=old + twin + bench.UNITS))

    assert ["indicators[0]"] == bench.places(sheet, "OFF303")


def test_first_millennium_has_an_age_too(bench: Any) -> None:
    """A year of three digits is written with four, as periods are."""
    ancient = bench.UNITS.replace("2018", '"0455"')
    sheet = bench.sheet(bench.prose("{units}", indicators=ancient))

    assert ["indicators[0]"] == bench.places(sheet, "OFF303")


def test_figures_without_a_date_have_no_age(bench: Any) -> None:
    """What is not dated, or missing, is not old."""
    undated = bench.UNITS.replace("2018", '"?"')
    gone = bench.UNITS.replace("2018", "1999").replace("value: 74", "value: {missing: not stated}")

    assert [] == bench.places(bench.prose("{units}", indicators=undated), "OFF303")
    assert [] == bench.places(bench.prose("{units}", indicators=gone), "OFF303")


def test_one_window_in_a_section(bench: Any) -> None:
    """The same window twice, a year, and a window without date do not differ."""
    windows = (
        bench.UNITS.replace("period: 2018", "period: 2 years before 2018-10")
        + bench.UNITS.replace("key: units", "key: same").replace("2018", "2 years before 2018-10")
        + bench.UNITS.replace("key: units", "key: vague").replace("2018", "2 years before ?")
        + bench.UNITS.replace("key: units", "key: year")
    )
    text = "{units} {same} {vague} {year}"

    assert [] == bench.places(bench.prose(text, indicators=windows), "OFF304")
