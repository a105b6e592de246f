"""The sheet of 2019, re-examined: four figures, each with what is needed to read it."""

import re
from functools import cache
from html import unescape

import pytest

from offinno import datasets
from offinno.analysis import relative_to
from offinno.checks import check
from offinno.language import LANGUAGES, Lang
from offinno.model import Comparison, Factsheet, NotComparable, Number, Rule, Verdict
from offinno.render import page

KEY = "innovation-2019-re-examined"

#: What stands on the page in each language, one phrase for each thing that the printed sheet lacks.
SAID: dict[Lang, tuple[str, ...]] = {
    "nb": (
        "Norge ligger 1 prosentpoeng lavere enn Island",
        "Ingen feilmargin er kjent",
        "Finland: bare kommunalt nivå, mens referansen (Norge) dekker alle nivåer",
        (
            "18 103 288,49 euro (Norge, 2014–2019, Norges forskningsråd (2022)) × "
            "9,8511 kr per euro (årsgjennomsnitt 2019, Den europeiske sentralbanken (2026))"
        ),
        "Brudd 2018: Statistisk sentralbyrå la om beregningen i 2019",
    ),
    "nn": (
        "Noreg ligg 1 prosentpoeng lågare enn Island",
        "Ingen feilmargin er kjend",
        "Finland: berre kommunalt nivå, medan referansen (Noreg) dekkjer alle nivå",
        (
            "18 103 288,49 euro (Noreg, 2014–2019, Noregs forskingsråd (2022)) × "
            "9,8511 kr per euro (årsgjennomsnitt 2019, Den europeiske sentralbanken (2026))"
        ),
        "Statistisk sentralbyrå la om utrekninga i 2019",
    ),
    "en": (
        "Norway lies 1 percentage point lower than Iceland",
        "No margin of error is known",
        "Finland: only municipal level, while the reference (Norway) covers all levels",
        (
            "18 103 288.49 EUR (Norway, 2014–2019, The Research Council of Norway (2022)) × "
            "9.8511 NOK per EUR (annual mean 2019, European Central Bank (2026))"
        ),
        "Statistics Norway revised the method in 2019",
    ),
}


@cache
def sheet() -> Factsheet:
    """Return the packaged sheet, read once."""
    found: Factsheet = datasets.load(KEY)
    return found


def words_of(html: str) -> str:
    """Return the words of a page, with plain spaces and no pictures."""
    bare = re.sub(r"<(svg|style).*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", bare)))


def test_figures_are_those_of_the_sheet() -> None:
    """What was examined is what the sheet holds; one series is computed beside it."""
    original: Factsheet = datasets.load("innovation-2019")
    own = {indicator.key for indicator in sheet().indicators} - {
        indicator.key for indicator in original.indicators
    }

    assert {"procurement-relative-gdp"} == own
    assert all(
        indicator == original[indicator.key]
        for indicator in sheet().indicators
        if indicator.key not in own
    )


def test_computed_series_is_what_the_catalogue_gives() -> None:
    """Procurement relative to GDP is computed of the packaged series, working included."""
    expected = relative_to(datasets.series("procurement"), "gdp")
    found = sheet().indicator("procurement-relative-gdp")

    assert expected.observations == found.observations
    assert expected.lineage == found.lineage
    assert ["revised-2019"] == [change.key for change in found.breaks]


def test_every_text_is_there_in_three_languages() -> None:
    """The sheet is published in Bokmål, Nynorsk and English."""
    assert LANGUAGES == sheet().languages
    assert [] == list(check(sheet(), select=["OFF502", "OFF506"]))


def test_linter_confirms_every_working() -> None:
    """No computed figure is other than its working, and no input other than the sheet's."""
    assert [] == list(check(sheet(), select=["OFF104", "OFF105", "OFF107", "OFF108", "OFF109"]))


def test_currency_is_still_not_stated() -> None:
    """What the printed sheet left open is no fact now: one blocker stays, and no other."""
    blockers = [finding.code for finding in check(sheet()) if finding.severity.value == "blocker"]

    assert ["OFF201"] == blockers


def test_four_shares_stand_each_by_its_own_name() -> None:
    """Two numerators, two denominators and three years, and no order among them."""
    numbers = [b for b in sheet().blocks if isinstance(b, Number)][-4:]
    data = [sheet().figure(block.figure) for block in numbers]
    comparison = Comparison.between(data[0], *data[2:], along="indicator")

    assert ["48.3", "51.0", "59", "24.1"] == [str(d.number.magnitude) for d in data]
    assert 4 == len({block.headline.in_("en") for block in numbers})
    assert Verdict.NOT_COMPARABLE is comparison.verdict
    assert Rule.DEFINITION in {reason.rule for reason in comparison.reasons}
    with pytest.raises(NotComparable):
        comparison.rank(comparison.names[1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_says_what_is_needed(lang: Lang) -> None:
    """The reasons, the working and the break stand on the page in each language."""
    words = words_of(page(sheet(), lang=lang))

    assert [] == [phrase for phrase in SAID[lang] if phrase not in words]
