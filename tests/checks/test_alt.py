"""OFF601 to OFF604: alt texts that somebody wrote."""

from typing import Any

import attrs
import pytest

from offinno import datasets
from offinno.charts import figure_of
from offinno.checks import check
from offinno.checks._words import spoken
from offinno.language import LANGUAGES
from offinno.model import Block, Factsheet, FigureBlock

CROSSED = """
  - key: crossed
    title: {nb: Noe, nn: Noko, en: Something}
    definition: Noe
    unit: share of municipal-units
    population: {unit: municipal-units}
    sources: [ks]
    dimensions:
      - key: sex
        label: {nb: kjønn, nn: kjønn, en: sex}
        categories: [women, men]
    observations:
      - {area: NO, period: 2018, breakdowns: {sex: women}, value: 74}
      - {area: NO, period: 2018, breakdowns: {sex: men}, value: {low: 50, high: 60}}
      - {area: SE, period: 2018, breakdowns: {sex: women}, value: {missing: not collected}}
"""


def block(alt: str, kind: str = "ranking, figure: nordic", headline: str = "Norden") -> str:
    """Return the last lines of a fragment: a block with an alt text in Bokmål."""
    return f'blocks:\n  - {{type: {kind}, headline: "{headline}", alt: {{nb: "{alt}"}}}}\n'


def found(bench: Any, alt: str, code: str, **more: str) -> list[str]:
    """Return where a rule finds something in the alt text of a ranking."""
    places: list[str] = bench.places(f"indicators:{bench.NORDIC}{block(alt, **more)}", code)
    return places


def test_what_offinno_makes_is_passed_over(bench: Any) -> None:
    """A block without an alt text of its own has a good one."""
    fragment = (
        f"indicators:{bench.NORDIC}blocks:\n  - {{type: ranking, figure: nordic, headline: A}}"
    )

    assert not list(check(bench.sheet(fragment), select=["OFF6"]))


def test_length_is_that_of_what_is_read(bench: Any) -> None:
    """A figure is counted in words, not as it is referred to."""
    figure = "{nordic[area=NO]}"
    reference = f"{'a' * 244} {figure}."

    assert [] == found(bench, reference, "OFF601")
    assert ["blocks[0].alt.nb"] == found(bench, f"a{reference}", "OFF601")


@pytest.mark.parametrize(
    ("headline", "alt", "expected"),
    [
        ("Norden", "norden.", 1),
        ("Norden", "Norden: Sverige er høyest.", 0),
        ("Sverige er aller best", "I alt: Sverige er aller best!", 1),
        ("Sverige er aller best", "Sverige er best, Norge dårligst.", 0),
        ("{nordic[area=NO]} av alle her", "77 % av alle her", 1),
        ("!!!", "!!!", 0),
    ],
)
def test_a_headline_is_said_once(bench: Any, headline: str, alt: str, expected: int) -> None:
    """A finding is not repeated anywhere; a name of what is counted may be."""
    assert expected == len(found(bench, alt, "OFF602", headline=headline))


@pytest.mark.parametrize(
    ("alt", "expected"),
    [("Sverige er høyest.", 0), ("NORGE er lavest.", 0), ("Island og Finland.", 1)],
)
def test_one_of_the_extremes_is_named(bench: Any, alt: str, expected: int) -> None:
    """What is set apart in a ranking is none of them."""
    assert expected == len(found(bench, alt, "OFF603"))


@pytest.mark.parametrize(
    ("alt", "expected"), [("Kvinner i 2018.", 0), ("Menn.", 0), ("Alle er med.", 1)]
)
def test_extremes_may_be_ranges(bench: Any, alt: str, expected: int) -> None:
    """And what is missing is none; what all have in common names none."""
    terms = """terms:
  women: {label: {nb: kvinner, nn: kvinner, en: women}}
  men: {label: {nb: menn, nn: menn, en: men}}
"""
    kind = "grouped_bars, figure: crossed, along: area, by: sex"
    fragment = f"{terms}indicators:{CROSSED}{block(alt, kind)}"

    assert expected == len(bench.places(fragment, "OFF603"))


def test_the_ends_of_one_range_need_no_names(bench: Any) -> None:
    """They are of the same figure, which nothing tells from itself."""
    terms = """terms:
  women: {label: {nb: kvinner, nn: kvinner, en: women}}
  men: {label: {nb: menn, nn: menn, en: men}}
"""
    kind = "bars, figure: 'crossed[area=NO, sex=men]'"
    fragment = f"{terms}indicators:{CROSSED}{block('Alle er med.', kind)}"

    assert [] == bench.places(fragment, "OFF603")


@pytest.mark.parametrize("indicators", ["GONE", "UNITS"])
def test_one_figure_has_no_extremes(bench: Any, indicators: str) -> None:
    """Nor has none."""
    fragment = f"indicators:{getattr(bench, indicators)}{block('Noe.', 'number, figure: units')}"

    assert [] == bench.places(fragment, "OFF603")


@pytest.mark.parametrize(
    ("alt", "expected"),
    [
        ("Bilde av søyler.", 1),
        ("Figuren viser land.", 1),
        ("Søyler: Sverige er høyest.", 0),
        ("Norge i et bilde av Norden.", 0),
    ],
)
def test_that_it_is_a_picture_is_not_said(bench: Any, alt: str, expected: int) -> None:
    """Where a text begins with it."""
    assert expected == len(found(bench, alt, "OFF604"))


@pytest.mark.parametrize(
    ("words", "lang"),
    [("Eit bilete av noko", "nn"), ("The figure shows it", "en"), ("An image of it", "en")],
)
def test_in_every_language(words: str, lang: str) -> None:
    """Each has words for it."""
    assert spoken("picture", words, lang)


def test_an_unknown_language_is_passed_over(bench: Any) -> None:
    """Nobody here can read it."""
    alt = "a" * 300
    fragment = f"indicators:{bench.NORDIC}{block(alt)}".replace("alt: {nb", "alt: {se")

    assert not list(check(bench.sheet(fragment), select=["OFF6"]))


def test_a_timeline_of_calls_has_no_extremes(bench: Any) -> None:
    """But its alt text is read as all others are."""
    fragment = """
schemes:
  - {key: phd, names: [{name: PhD}], provider: A, purpose: B}
blocks:
  - {type: scheme_timeline, schemes: [phd], headline: A, start: 2019, end: 2020, alt: Picture of it}
"""
    sheet = bench.sheet(fragment)

    assert ["OFF604"] == [finding.code for finding in check(sheet, select=["OFF6"])]


def test_numbers_in_alt_texts_are_figures(bench: Any) -> None:
    """As in every other text."""
    assert ["blocks[0].alt.nb"] == found(bench, "Sverige har 81 prosent.", "OFF501")


def test_what_offinno_makes_keeps_the_rules() -> None:
    """Every alt text of the packaged sheet, held to what is asked of those that people write."""
    sheet = datasets.load("innovation-2019")
    blocks = [_with_own_alt(block, sheet) for block in sheet.blocks]
    found = check(attrs.evolve(sheet, blocks=blocks), select=["OFF6"])

    assert [] == [str(finding) for finding in found]


def _with_own_alt(block: Block, sheet: Factsheet) -> Block:
    """Return a block with the alt text that is made for it as its own."""
    if not isinstance(block, FigureBlock):
        return block
    made = {lang: figure_of(block, sheet, lang=lang).alt for lang in LANGUAGES}
    return attrs.evolve(block, alt={lang: text.replace("{", "{{") for lang, text in made.items()})
