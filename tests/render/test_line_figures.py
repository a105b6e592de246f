"""Figures over time and with intervals: from a file to a page."""

import pytest

from offinno.io import dumps, loads
from offinno.language import LANGUAGES, Lang
from offinno.model import Factsheet
from offinno.render import page

SHEET = """
schema: 1
factsheet:
  key: sheet
  title: {nb: Ark, nn: Ark, en: Sheet}
  languages: [nb, nn, en]
  sources:
    - {key: made, publisher: Made-up source, title: Made up, published: 2020}
  indicators:
    - key: shares
      title: {nb: Andel, nn: Del, en: Share}
      definition: Made up.
      unit: share of workplaces
      population: {unit: workplaces}
      sources: [made]
      breaks:
        - {key: census, at: 2012, changed: {nb: Ny telling, nn: Ny teljing, en: A new count}}
      observations:
        - {area: NO, period: 2010, value: 40}
        - {area: NO, period: 2011, value: 44, interval: {low: 41, high: 47, level: 95}}
        - {area: NO, period: 2012, value: 47, status: [provisional]}
        - {area: SE, period: 2010, value: 50}
        - {area: SE, period: 2011, value: 49}
        - {area: SE, period: 2012, value: {missing: not collected}}
  blocks:
    - {type: series, figure: "shares[area=NO]", headline: First, mark: bar, highlight: "2011"}
    - {type: series, figure: shares, headline: Second, by: area, highlight: "NO", zero: true}
    - {type: dot_interval, figure: "shares[period=2011]", headline: Third, reference: "NO"}
    - {type: slope, figure: shares, headline: Fourth, start: 2010, end: 2011, width: full}
    - {type: slope, figure: shares, headline: Fifth, allow: {method-break: {why}}}
"""


@pytest.fixture(scope="module")
def sheet() -> Factsheet:
    """Return a sheet with each block."""
    read = loads(SHEET.replace("{why}", "the level matters"))
    assert isinstance(read, Factsheet)
    return read


def test_files_keep_the_blocks(sheet: Factsheet) -> None:
    """What is written reads back."""
    assert sheet == loads(dumps(sheet))


@pytest.mark.parametrize(
    ("lang", "broken"), [("nb", "Brudd 2012"), ("nn", "Brot 2012"), ("en", "Break 2012")]
)
def test_pages_show_the_blocks(sheet: Factsheet, lang: Lang, broken: str) -> None:
    """Each with its picture, its words and its table."""
    html = page(sheet, lang=lang)

    for headline in ("First", "Second", "Third", "Fourth", "Fifth"):
        assert headline in html
    assert broken in html
    assert 5 <= html.count("<svg")
    assert "the level matters" in html
    assert lang in LANGUAGES
