"""OFF208 to OFF211: how figures are drawn, printed and worded."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("figure", "expected"),
    [("units", []), ("gdp", ["blocks[0].figure"])],
)
def test_pictogram(bench: Any, figure: str, expected: list[str]) -> None:
    """Only a share is so many marks of many."""
    fragment = bench.headline("x", f"{{type: pictogram, figure: {figure}", bench.UNITS + bench.GDP)

    assert expected == bench.places(fragment, "OFF208")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("{nb: 48 %}", []),
        ("{nb: nesten 1 av 2}", ["blocks[0].text.nb"]),
    ],
)
def test_fraction_of_a_ratio(bench: Any, printed: str, expected: list[str]) -> None:
    """The form *fraction* shows the printed wording, which may be none."""
    ratio = bench.GDP.replace("{nb: 48 %}", printed)

    assert expected == bench.places(bench.prose("{gdp:fraction}", indicators=ratio), "OFF208")


def test_fraction_without_printed_wording(bench: Any) -> None:
    """Where nothing was printed a fraction is made."""
    ratio = bench.GDP.replace(", as_printed: {nb: 48 %}", "")

    expected = ["blocks[0].text.nb"]
    assert expected == bench.places(bench.prose("{gdp:fraction}", indicators=ratio), "OFF208")


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("nb", "Det offentlige utgjør {gdp} av BNP.", 1),
        ("nb", "Utgifter på {gdp} er ingen del av BNP.", 0),
        ("nb", "Utgiftene var {gdp} av BNP.", 0),
        ("nb", "En del av BNP er olje. Utgiftene var {gdp}.", 0),
        ("nn", "Det offentlege utgjer {gdp}.", 1),
        ("nn", "Utgifter på {gdp} er ikkje ein del av BNP.", 0),
        ("en", "The public sector accounts for {gdp}.", 1),
        ("en", "Expenditure of {gdp} is not a part of bench.GDP.", 0),
        ("und", "{gdp} utgjør", 1),
        ("se", "{gdp} utgjør", 0),
    ],
)
def test_ratio_in_words(bench: Any, lang: str, text: str, count: int) -> None:
    """A sentence with a ratio in it must not make it a part, but may deny that it is one."""
    assert count == len(bench.places(bench.prose(text, lang, indicators=bench.GDP), "OFF209"))


def test_share_may_be_called_a_part(bench: Any) -> None:
    """A share is a part."""
    assert [] == bench.places(bench.prose("Det utgjør {units} av alle."), "OFF209")


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("74", "{nb: 3 av 4, nn: 3 av 4, en: 3 in 4}"),
        ("74", "3 av 4"),
        ("74", "{nb: nesten 3 av 4, en: nearly 3 of 4}"),
        ("74", "{nb: over 7 av 10}"),
        ("70, qualifier: over", "{nb: over 7 av 10}"),
        ("74.4", "{nb: 74 %}"),
        ("74.4", "{nb: om lag 70 %}"),
        ("74.4", "{nb: mer enn 70 %}"),
        ("74", "{nb: de fleste, se: 1 av 100}"),
        ("74", "74 %"),
        ("{low: 6, high: 19}", "{nb: 1 av 2}"),
        ("{missing: not stated}", "{nb: 1 av 2}"),
    ],
)
def test_printed_wording_that_fits(bench: Any, value: str, printed: str) -> None:
    """A wording may be coarser than the value; what cannot be read is passed over."""
    row = bench.UNITS.replace("value: 74", f"value: {value}, as_printed: {printed}")

    assert [] == bench.places(bench.prose("{units}", indicators=row), "OFF210")


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("60", "{nb: 3 av 4}"),
        ("60", "3 av 4"),
        ("74", "{en: 1 in 2}"),
        ("68", "{nb: over 7 av 10}"),
        ("76", "{nb: nær 3 av 4}"),
        ("74.6", "{nb: 74 %}"),
        ("76", "{nb: om lag 70 %}"),
        ("69", "{nn: meir enn 70 %}"),
        ("71", "{en: under 70%}"),
        ("60", "70 %"),
    ],
)
def test_printed_wording_that_is_off(bench: Any, value: str, printed: str) -> None:
    """A wording must not say more, less or something else than its value."""
    row = bench.UNITS.replace("value: 74", f"value: {value}, as_printed: {printed}")

    assert 1 == len(bench.places(bench.prose("{units}", indicators=row), "OFF210"))


def test_fraction_printed_for_a_ratio(bench: Any) -> None:
    """Whether a fraction fits what is no share is not asked; another rule finds it."""
    ratio = bench.GDP.replace("48 %", "1 av 9")

    assert [] == bench.places(bench.prose("{gdp}", indicators=ratio), "OFF210")


def test_forms_in_two_sections(bench: Any) -> None:
    """What a heading parts does not stand side by side, and a ratio is no share."""
    fragment = f"""indicators:{bench.SURVEY}{bench.GDP}
blocks:
  - {{type: number, figure: "survey[area=NO]:fraction", headline: A}}
  - {{type: number, figure: gdp, headline: B}}
  - {{type: heading, text: C}}
  - {{type: number, figure: "survey[area=SE]", headline: D}}
"""

    assert [] == bench.places(fragment, "OFF211")
    together = fragment.replace("  - {type: heading, text: C}\n", "")
    assert ["blocks[0].figure"] == bench.places(together, "OFF211")
