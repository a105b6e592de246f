"""OFF201 to OFF207: what is counted, of whom, and who answered."""

from typing import Any

import pytest


def test_currency_of_a_scheme(bench: Any) -> None:
    """An amount on offer needs its currency as any other."""
    fragment = """schemes:
  - key: s
    names: [{name: S}]
    provider: P
    purpose: Q
    calls: [{deadline: 2019, amounts: [{value: 1, unit: XXX, kind: announced}]}]
"""

    assert ["schemes[0].calls[0].amounts[0].unit"] == bench.places(fragment, "OFF201")


def test_population_that_cannot_be(bench: Any) -> None:
    """A ratio may describe no population; a row may lack one that others have."""
    lacking = bench.UNITS.replace("value: 74", "value: 74, population: {missing: not stated}")

    assert [] == bench.places(bench.prose("{gdp}", indicators=bench.GDP), "OFF202")
    expected = ["indicators[0].observations[0].population"]
    assert expected == bench.places(bench.prose("{units}", indicators=lacking), "OFF202")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nb", "{units:fraction} kommuner har innovert"),
        ("nb", "{units:fraction} av alle norske kommunene har innovert"),
        ("nb", "Av {units} av kommunen"),
        ("nn", "{units} av dei norske kommunane har innovert"),
        ("en", "{units} of all the municipalities have innovated"),
    ],
)
def test_noun_behind_a_figure(bench: Any, lang: str, text: str) -> None:
    """Definite or not, with words between: what follows the number is what is counted."""
    assert [f"blocks[0].text.{lang}"] == bench.places(bench.prose(text, lang), "OFF203")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nb", "{units:fraction} kommunale enheter har innovert"),
        ("nb", "{units} av de kommunale enhetene"),
        ("nb", "{units} har innovert i kommunene"),
        ("nb", "{units} av virksomhetene i kommuner"),
        ("nb", "{units}, sier kommunene"),
        ("nb", "{units} av de aller mest og best undersøkte kommunene"),
        ("nb", "{units:sentence} Kommuner er noe annet."),
        ("nb", "{units}"),
        ("nn", "{units} av dei kommunale einingane"),
        ("se", "{units} kommuner"),
    ],
)
def test_noun_that_is_right_or_not_meant(bench: Any, lang: str, text: str) -> None:
    """The unit itSELF is right, and the noun phrase ends at a preposition, verb or sign."""
    assert [] == bench.places(bench.prose(text, lang), "OFF203")


def test_narrower_or_wider_noun(bench: Any) -> None:
    """Public workplaces are workplaces."""
    wide = bench.UNITS.replace("municipal-units", "workplaces")

    assert [] == bench.places(
        bench.sheet(bench.prose("{units} offentlige arbeidsplasser", indicators=wide)), "OFF203"
    )


def test_printed_noun(bench: Any) -> None:
    """The wording a figure was printed with is read as well."""
    printed = bench.UNITS.replace("value: 74", "value: 74, as_printed: {nb: 3 av 4 kommuner}")

    expected = ["indicators[0].observations[0].as_printed.nb"]
    assert expected == bench.places(bench.prose("{units}", indicators=printed), "OFF203")


def test_headline_may_begin_with_those_who_answered(bench: Any) -> None:
    """Above a chart managers may answer for their units; beside one number they are counted."""
    chart = "{type: bars, figure: survey"
    number = '{type: number, figure: "survey[area=NO]"'
    text = "Enhetsledere melder om mye nytt"

    assert [] == bench.places(bench.headline(text, chart, bench.SURVEY), "OFF203")
    assert ["blocks[0].headline.nb"] == bench.places(
        bench.sheet(bench.headline(text, number, bench.SURVEY)), "OFF203"
    )


def test_noun_beside_money(bench: Any) -> None:
    """An amount counts nothing, so any noun may follow it."""
    assert [] == bench.places(bench.prose("{gdp} kommuner", indicators=bench.GDP), "OFF203")


def test_noun_beside_a_figure_without_population(bench: Any) -> None:
    """The whole of a share is enough to tell what is counted."""
    lacking = bench.UNITS.replace("{unit: municipal-units}", "{missing: not stated}")
    text = "{units} kommuner"

    assert ["blocks[0].text.nb"] == bench.places(bench.prose(text, indicators=lacking), "OFF203")


@pytest.mark.parametrize(
    "change",
    [
        ("{unit: municipal-units}", "{missing: not stated}"),
        ("unit: share of municipal-units", "unit: part of GDP"),
        ("{unit: municipal-units}", "{unit: workplaces}"),
    ],
)
def test_whole_and_population(bench: Any, change: tuple[str, str]) -> None:
    """Only a share of what is counted can contradict a population."""
    found = bench.places(f"indicators:{bench.UNITS.replace(*change)}", "OFF204")

    assert found == (["indicators[0].population"] if "workplaces" in change[1] else [])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("n: 1786", "n: 1786, base: 900"), []),
        (("n: 1786", "invited: 4000"), []),
        (("    sample: {unit: unit-managers, n: 1786}\n", ""), []),
        (("value: 74", "value: 74, sample: {n: 9}"), ["indicators[0].observations[0].sample"]),
        (("value: 74", "value: 74"), ["indicators[0].sample"]),
    ],
)
def test_base(bench: Any, change: tuple[str, str], expected: list[str]) -> None:
    """Of a filtered population the base must be stated, unless no number is given at all."""
    filtered = bench.SURVEY.replace(
        "{unit: municipal-units}", "{unit: municipal-units, filters: [innovating-units]}"
    )
    text = "{survey[area=NO]}"
    sheet = bench.sheet(bench.prose(text, indicators=filtered.replace(*change)))

    assert expected == bench.places(sheet, "OFF205")


def test_base_of_groups(bench: Any) -> None:
    """A breakdown into groups that exclude each other splits those who answered."""
    groups = bench.SURVEY.replace(
        "    observations:",
        """    dimensions:
      - {key: size, label: size, exclusive: true, categories: [municipalities, counties]}
    observations:""",
    ).replace("period: 2018,", "period: 2018, breakdowns: {size: counties},")

    expected = ["indicators[0].sample"]
    assert expected == bench.places(bench.prose("{survey[area=NO]}", indicators=groups), "OFF205")


def test_wholes_of_missing_figures(bench: Any) -> None:
    """What is missing stands beside nothing."""
    gone = bench.GDP.replace("value: 48.3, as_printed: {nb: 48 %}", "value: {missing: not stated}")

    both = bench.prose("{units} {gdp}", indicators=bench.UNITS + bench.GDP)
    assert ["blocks[0].text.nb"] == bench.places(both, "OFF206")
    assert [] == bench.places(bench.prose("{units} {gdp}", indicators=bench.UNITS + gone), "OFF206")


@pytest.mark.parametrize(
    ("note", "mark", "expected"),
    [
        ("Arket sier «3 av 4 kommuner».", "[a]", ["indicators[0].notes[0].text.nb"]),
        (
            "Arket sier “3 av 4 kommuner” og «74 % av kommunene».",
            "[a]",
            ["indicators[0].notes[0].text.nb"],
        ),
        ("Arket sier «3 av 4 kommunale enheter».", "[a]", []),
        ("Arket sier «kommuner».", "[a]", []),
        ("Arket sier 3 av 4 kommuner.", "[a]", []),
        ("Arket sier «3 av 4 kommuner».", "[]", []),
    ],
)
def test_quotation_in_a_note(bench: Any, note: str, mark: str, expected: list[str]) -> None:
    """Only a quotation with a number, in a note of a figure that is shown, is read."""
    noted = bench.UNITS.replace("value: 74", f"value: 74, notes: {mark}").replace(
        "    observations:",
        f'    notes: [{{mark: a, text: {{nb: "{note}"}}}}]\n    observations:',
    )

    assert expected == bench.places(bench.prose("{units}", indicators=noted), "OFF207")
