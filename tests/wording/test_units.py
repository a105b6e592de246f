"""Units alone: titles of axes, and what stands behind a number. An underscore is U+00A0."""

import pytest

from offinno.language import Lang, vocabulary
from offinno.units import PriceBasis, parse_unit
from offinno.units._codes import PHYSICAL
from offinno.values import Value, parse_published
from offinno.wording import (
    currency_word,
    percent,
    prices_text,
    scale_word,
    term_text,
    unit_text,
    value_text,
)
from offinno.wording._units import PHYSICAL_WORDS

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")

TITLES = [
    ("% of public-workplaces", 0, "prosent av offentlige arbeidsplasser",
     "prosent av offentlege arbeidsplassar", "per cent of public workplaces"),
    ("% of GDP", 9, "prosent av BNP", "prosent av BNP", "per cent of GDP"),
    ("pp of workplaces", 0, "prosentpoeng (av arbeidsplasser)",
     "prosentpoeng (av arbeidsplassar)", "percentage points (of workplaces)"),
    ("municipalities", 0, "antall kommuner", "talet på kommunar", "number of municipalities"),
    ("inhabitants", 6, "millioner_innbyggere", "millionar_innbyggjarar", "million_inhabitants"),
    ("NOK", 0, "kroner", "kroner", "Norwegian kroner"),
    ("NOK", 9, "milliarder_kroner", "milliardar_kroner", "billion_Norwegian kroner"),
    ("NOK@2015:cpi", 9, "milliarder_kroner, faste 2015-priser (KPI)",
     "milliardar_kroner, faste 2015-prisar (KPI)",
     "billion_Norwegian kroner, constant 2015 prices (CPI)"),
    ("XXX", 0, "beløp (valuta ikke oppgitt)", "beløp (valuta ikkje oppgitt)",
     "amount (currency not stated)"),
    ("XXX", 6, "millioner_(valuta ikke oppgitt)", "millionar_(valuta ikkje oppgitt)",
     "million_(currency not stated)"),
    ("index 2015=100", 0, "indeks (2015_=_100)", "indeks (2015_=_100)", "index (2015_=_100)"),
    ("% change on year before", 0, "endring fra året før, prosent",
     "endring frå året før, prosent", "change on the year before, per cent"),
    ("NOK / inhabitants", 0, "kroner per innbygger", "kroner per innbyggjar",
     "Norwegian kroner per inhabitant"),
    ("NOK / inhabitants", 6, "millioner_kroner per innbygger",
     "millionar_kroner per innbyggjar", "million_Norwegian kroner per inhabitant"),
    ("hours", 0, "timer", "timar", "hours"),
    ("km", 0, "kilometer", "kilometer", "kilometres"),
]  # fmt: skip

SHORTS = [
    ("% of GDP", 9, "%", "%", "%"),
    ("pp of workplaces", 0, "prosentpoeng", "prosentpoeng", "percentage points"),
    ("municipalities", 0, "kommuner", "kommunar", "municipalities"),
    ("NOK", 0, "kr", "kr", "NOK"),
    ("NOK", 9, "mrd._kr", "mrd._kr", "billion_NOK"),
    ("index 2015-Q1=100", 0, "1. kvartal 2015_=_100", "1. kvartal 2015_=_100", "Q1 2015_=_100"),
    ("NOK / inhabitants", 0, "kr per innbygger", "kr per innbyggjar", "NOK per inhabitant"),
    ("m2", 0, "m²", "m²", "m²"),
]


@pytest.mark.parametrize(("unit", "power", "nb", "nn", "en"), TITLES)
def test_title(unit: str, power: int, nb: str, nn: str, en: str) -> None:
    """The title of an axis says what the numbers are of, and in which scale."""
    found = [unit_text(parse_unit(unit), lang=lang, power=power) for lang in LANGS]

    assert [nb, nn, en] == [text.replace("\u00a0", "_") for text in found]


@pytest.mark.parametrize(("unit", "power", "nb", "nn", "en"), SHORTS)
def test_short(unit: str, power: int, nb: str, nn: str, en: str) -> None:
    """The short form is what stands behind a number."""
    found = [unit_text(parse_unit(unit), lang=lang, power=power, form="short") for lang in LANGS]

    assert [nb, nn, en] == [text.replace("\u00a0", "_") for text in found]


@pytest.mark.parametrize(
    ("base", "nb", "nn", "en"),
    [
        ("half-year before", "fra halvåret før", "frå halvåret før", "on the half-year before"),
        ("quarter before", "fra kvartalet før", "frå kvartalet før", "on the quarter before"),
        ("month before", "fra måneden før", "frå månaden før", "on the month before"),
        ("same half-year of year before", "fra samme halvår året før",
         "frå same halvår året før", "on the same half-year of the year before"),
        ("same quarter of year before", "fra samme kvartal året før",
         "frå same kvartal året før", "on the same quarter of the year before"),
        ("same month of year before", "fra samme måned året før",
         "frå same månad året før", "on the same month of the year before"),
        ("2 years before", "fra 2 år før", "frå 2 år før", "on 2 years before"),
        ("3 half-years before", "fra 3 halvår før", "frå 3 halvår før", "on 3 half-years before"),
        ("2 quarters before", "fra 2 kvartaler før", "frå 2 kvartal før",
         "on 2 quarters before"),
        ("12 months before", "fra 12 måneder før", "frå 12 månader før",
         "on 12 months before"),
        ("same half-year of 2 years before", "fra samme halvår 2 år før",
         "frå same halvår 2 år før", "on the same half-year 2 years before"),
        ("same quarter of 2 years before", "fra samme kvartal 2 år før",
         "frå same kvartal 2 år før", "on the same quarter 2 years before"),
        ("same month of 10 years before", "fra samme måned 10 år før",
         "frå same månad 10 år før", "on the same month 10 years before"),
        ("2015", "fra 2015", "frå 2015", "on 2015"),
    ],
)  # fmt: skip
def test_change_names_its_base(base: str, nb: str, nn: str, en: str) -> None:
    """A relative change says what it is taken from."""
    unit = parse_unit(f"% change on {base}")

    assert f"endring {nb}, prosent" == unit_text(unit, lang="nb")
    assert f"endring {nn}, prosent" == unit_text(unit, lang="nn")
    assert f"change {en}, per cent" == unit_text(unit, lang="en")


def test_every_physical_unit_has_words() -> None:
    """The words cover the units that offinno knows, neither more nor fewer."""
    assert set(PHYSICAL) == set(PHYSICAL_WORDS)
    assert all(unit_text(parse_unit(code), lang=lang) for code in PHYSICAL for lang in LANGS)


@pytest.mark.parametrize("lang", LANGS)
def test_words_are_those_that_the_parser_reads(lang: Lang) -> None:
    """The singular of points and of currencies is read back like the plural."""
    for code in ("NOK", "EUR", "DKK", "SEK", "ISK", "USD", "GBP"):
        one = value_text(Value(1, parse_unit(code)), lang=lang, form="prose")

        assert code == parse_published(one, lang=lang).unit
    for number in (1, 2):
        points = value_text(Value(number, parse_unit("pp of workplaces")), lang=lang)

        assert "pp" == parse_published(points, lang=lang).unit


def test_prices() -> None:
    """Prices are current, or constant of which year by which index."""
    basis = PriceBasis(2015, "cpi")

    assert "løpende priser" == prices_text(None, lang="nb")
    assert "faste 2015-prisar (KPI)" == prices_text(basis, lang="nn")
    assert "constant 2015 prices (my-index)" == prices_text(PriceBasis(2015, "my-index"), lang="en")


def test_parts_of_a_unit() -> None:
    """Scale words, currencies, per cent and terms are worded one by one."""
    term = vocabulary()["municipalities"]

    assert ("milliard", "mrd.", "") == (
        scale_word(9, lang="nb", one=True),
        scale_word(9, lang="nb", short=True),
        scale_word(0, lang="nb"),
    )
    assert ("danske kroner", "DKK", "dansk krone") == (
        currency_word("DKK", lang="nb"),
        currency_word("DKK", lang="nb", words=False),
        currency_word("DKK", lang="nb", one=True),
    )
    assert ("\u00a0%", "%", "\u00a0prosent") == (
        percent(lang="nn"),
        percent(lang="en"),
        percent(lang="nb", words=True),
    )
    assert ("kommuner", "kommune") == (
        term_text(term, lang="nb"),
        term_text(term, lang="nb", one=True),
    )
