"""Rates quoted for 10, 100 or 1000 of a currency."""

import pytest

from offinno.io import BadFile, dumps, loads, schema
from offinno.values import Value

FILE = """\
schema: 1
indicator:
  key: rates
  title: Rates
  definition: What krónur cost
  unit: NOK / ISK
  {header}
  population: {{missing: not applicable}}
  observations:
    - {{area: IS, period: 2019, value: 7.1777}}
    - {{area: IS, period: 2020, value: {{low: 6, high: 8}}}}
    - {{area: IS, period: 2021, value: 7, interval: {{low: 6, high: 8}}}}
"""


def read(header: str) -> list[str]:
    """Return the figures of a file with this line in its header."""
    return [str(row.value) for row in loads(FILE.format(header=header)).observations]


@pytest.mark.parametrize(
    ("quoted", "figures"),
    [
        ("NOK / 1 ISK", ["7.1777 NOK / ISK", "6 to 8 NOK / ISK", "7 NOK / ISK"]),
        ("NOK / 100 ISK", ["0.071777 NOK / ISK", "0.06 to 0.08 NOK / ISK", "0.07 NOK / ISK"]),
        ("NOK / 1000 ISK", ["0.0071777 NOK / ISK", "0.006 to 0.008 NOK / ISK", "0.007 NOK / ISK"]),
    ],
)
def test_numbers_stand_as_quoted(quoted: str, figures: list[str]) -> None:
    """The unit is for one, the numbers of the file for as many as it says; no digit is lost."""
    assert figures == read(f"quoted: {quoted}")


def test_is_written_for_one() -> None:
    """What was quoted for a hundred reads back as what one costs."""
    rates = loads(FILE.format(header="quoted: NOK / 100 ISK"))

    assert rates == loads(dumps(rates))
    assert Value("0.071777", rates.unit) == rates.observations[0].value


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("quoted: NOK / 100 SEK", "rates quoted in NOK / SEK are not in NOK / ISK"),
        ("quoted: NOK / 50 ISK", "the text 'NOK / 50 ISK' stands where the way that rates are"),
        ("quoted: 100", "the number 100 stands where the way that rates are quoted"),
        ("quoted: NOK / 100 ISK\n  multiplier: 3", "'quoted' stands beside 'multiplier'"),
    ],
)
def test_other_ways_of_quoting_are_refused(header: str, problem: str) -> None:
    """The refusal has its place in the file."""
    with pytest.raises(BadFile, match="text:7:") as caught:
        read(header)
    assert problem in str(caught.value)


def test_schema_knows_it() -> None:
    """Editors complete it."""
    assert "quoted" in schema()["$defs"]["Indicator"]["properties"]


def test_writes_back_what_it_reads() -> None:
    """The shape gives back its own text."""
    from offinno.io._scale import Quoted

    assert "NOK / 100 ISK" == Quoted().write(("NOK", "ISK", 2))
