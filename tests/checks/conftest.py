"""Sheets for the tests of the linter, made from what a test writes of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from offinno.checks import check
from offinno.io import loads
from offinno.io._compose import read_yaml
from offinno.io._emit import write_yaml
from offinno.model import Factsheet

#: What the sheets have beside what a test, or an example of the documentation, writes.
EXAMPLE = Path(__file__).with_name("example.yaml")


def sheet_of(fragment: str) -> Factsheet:
    """Return the example sheet with the keys of *fragment* in it, or in their place."""
    tree = read_yaml(EXAMPLE.read_bytes(), name=EXAMPLE.name).root
    own = read_yaml(fragment.encode(), name="fragment.yaml").root
    assert isinstance(tree, dict)
    assert isinstance(tree["factsheet"], dict)
    assert isinstance(own, dict)
    sheet: Factsheet = loads(write_yaml(tree | {"factsheet": tree["factsheet"] | own}))
    return sheet


class Bench:
    """Fragments of sheets, and what a rule finds in them."""

    UNITS = """
  - key: units
    title: {nb: Innovative enheter}
    definition: Enheter som har innovert
    unit: share of municipal-units
    population: {unit: municipal-units}
    sources: [ks]
    observations:
      - {area: NO, period: 2018, value: 74}
"""
    SURVEY = """
  - key: survey
    title: Innovative units
    definition: Units that innovated
    unit: share of municipal-units
    population: {unit: municipal-units}
    question: {key: innovated, text: Whether the unit innovated}
    sample: {unit: unit-managers, n: 1786}
    sources: [ks]
    observations:
      - {area: NO, period: 2018, value: 74}
      - {area: SE, period: 2018, value: 81}
"""
    GDP = """
  - key: gdp
    title: Expenditure relative to GDP
    definition: Expenditure divided by GDP
    unit: share of GDP
    population: {missing: not applicable}
    sources: [ssb]
    observations:
      - {area: NO, period: 2018, value: 48.3, as_printed: {nb: 48 %}}
"""
    NORDIC = """
  - key: nordic
    title: Innovative public workplaces
    definition: Workplaces that were innovative
    unit: share of public-workplaces
    population: {unit: public-workplaces}
    question: {key: innovative, text: Whether it was innovative}
    sources: [difi]
    observations:
      - {area: IS, period: 2018, value: 78}
      - {area: NO, period: 2018, value: 77}
      - {area: SE, period: 2018, value: 81}
      - area: FI
        period: 2018
        value: 95
        population: {unit: public-workplaces, levels: [municipal-level]}
"""
    GONE = UNITS.replace("value: 74", "value: {missing: not available to us}")

    def prose(self, text: str, lang: str = "nb", *, indicators: str = UNITS) -> str:
        """Return a fragment with one text."""
        block = f"  - type: prose\n    text:\n      {lang}: |\n        {text}\n"
        return f"indicators:{indicators}blocks:\n{block}"

    def headline(
        self, text: str, block: str = "{type: number, figure: units", indicators: str = UNITS
    ) -> str:
        """Return a fragment with one headline in Bokmål above a block that is begun."""
        return f'indicators:{indicators}blocks:\n  - {block}, headline: {{nb: "{text}"}}}}\n'

    def sheet(self, fragment: str) -> Factsheet:
        """Return the sheet with *fragment* in it."""
        return sheet_of(fragment)

    def places(self, fragment: str | Factsheet, code: str) -> list[str]:
        """Return where a rule finds something."""
        sheet = sheet_of(fragment) if isinstance(fragment, str) else fragment
        return [finding.path for finding in check(sheet, select=[code])]


@pytest.fixture
def bench() -> Bench:
    """Return fragments, and what makes sheets of them."""
    return Bench()


@pytest.fixture
def example() -> Callable[[str], Factsheet]:
    """Return what makes a sheet of a fragment."""
    return sheet_of
