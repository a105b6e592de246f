"""Values with unit, scale, qualifier and mark. An underscore stands for U+00A0."""

from collections.abc import Sequence

import pytest

from offinno.language import Lang
from offinno.units import parse_unit
from offinno.values import Missing, MissingReason, Qualifier, Range, Value
from offinno.wording import ValueForm, aligned_text, labels_text, phrase, value_text

#: Number, unit and qualifier, then the short form in Bokmål, Nynorsk and English.
SHORT = [
    ("48", "% of GDP", "exact", "48_%", "48_%", "48%"),
    ("48.3", "% of GDP", "exact", "48,3_%", "48,3_%", "48.3%"),
    ("51.0", "% of GDP", "exact", "51,0_%", "51,0_%", "51.0%"),
    ("0", "% of workplaces", "exact", "0_%", "0_%", "0%"),
    ("70", "% of workplaces", "over", "over 70_%", "over 70_%", "over 70%"),
    ("40", "% of workplaces", "about", "om lag 40_%", "om lag 40_%", "about 40%"),
    ("30", "% of workplaces", "nearly", "nær 30_%", "nær 30_%", "nearly 30%"),
    ("30", "% of workplaces", "just over", "drøyt 30_%", "drygt 30_%", "just over 30%"),
    ("10", "% of workplaces", "under", "under 10_%", "under 10_%", "under 10%"),
    ("2.2", "% of budget", "at least", "minst 2,2_%", "minst 2,2_%", "at least 2.2%"),
    ("75", "% of project-costs", "at most", "inntil 75_%", "inntil 75_%", "up to 75%"),
    ("25", "% part of GDP", "exact", "25_%", "25_%", "25%"),
    ("2.7", "% change on year before", "exact", "2,7_%", "2,7_%", "2.7%"),
    ("-2.7", "% change on 2015", "exact", "−2,7_%", "−2,7_%", "−2.7%"),
    (
        "4",
        "pp of workplaces",
        "exact",
        "4_prosentpoeng",
        "4_prosentpoeng",
        "4_percentage points",
    ),
    (
        "-1",
        "pp of workplaces",
        "exact",
        "−1_prosentpoeng",
        "−1_prosentpoeng",
        "−1_percentage point",
    ),
    (
        "1.0",
        "pp of workplaces",
        "exact",
        "1,0_prosentpoeng",
        "1,0_prosentpoeng",
        "1.0_percentage points",
    ),
    ("600E9", "NOK", "exact", "600_mrd._kr", "600_mrd._kr", "600_billion_NOK"),
    ("600000000000", "NOK", "exact", "600_mrd._kr", "600_mrd._kr", "600_billion_NOK"),
    ("3304.4E9", "NOK", "exact", "3304,4_mrd._kr", "3304,4_mrd._kr", "3304.4_billion_NOK"),
    ("178.3E6", "NOK", "exact", "178,3_mill._kr", "178,3_mill._kr", "178.3_million_NOK"),
    ("18.10E6", "EUR", "exact", "18,10_mill._euro", "18,10_mill._euro", "18.10_million_EUR"),
    (
        "200E6",
        "NOK",
        "at most",
        "inntil 200_mill._kr",
        "inntil 200_mill._kr",
        "up to 200_million_NOK",
    ),
    (
        "185E6",
        "NOK",
        "about",
        "om lag 185_mill._kr",
        "om lag 185_mill._kr",
        "about 185_million_NOK",
    ),
    ("1.56E9", "EUR", "exact", "1,56_mrd._euro", "1,56_mrd._euro", "1.56_billion_EUR"),
    ("1E6", "NOK", "exact", "1_mill._kr", "1_mill._kr", "1_million_NOK"),
    ("-5E9", "NOK", "exact", "−5_mrd._kr", "−5_mrd._kr", "−5_billion_NOK"),
    ("0", "NOK", "exact", "0_kr", "0_kr", "0_NOK"),
    ("1", "NOK", "exact", "1_kr", "1_kr", "1_NOK"),
    ("999999", "NOK", "exact", "999_999_kr", "999_999_kr", "999_999_NOK"),
    ("401905.99", "EUR", "exact", "401_905,99_euro", "401_905,99_euro", "401_905.99_EUR"),
    ("4672615.0", "EUR", "exact", "4_672_615,0_euro", "4_672_615,0_euro", "4_672_615.0_EUR"),
    ("398173E6", "NOK", "exact", "398,173_mrd._kr", "398,173_mrd._kr", "398.173_billion_NOK"),
    ("1234567E6", "NOK", "exact", "1234,567_mrd._kr", "1234,567_mrd._kr", "1234.567_billion_NOK"),
    ("1E15", "NOK", "exact", "1000_bill._kr", "1000_bill._kr", "1000_trillion_NOK"),
    ("5E6", "DKK", "exact", "5_mill._DKK", "5_mill._DKK", "5_million_DKK"),
    ("5E6", "CHF", "exact", "5_mill._CHF", "5_mill._CHF", "5_million_CHF"),
    (
        "180E6",
        "XXX",
        "exact",
        "180_mill._(valuta ikke oppgitt)",
        "180_mill._(valuta ikkje oppgitt)",
        "180_million_(currency not stated)",
    ),
    (
        "3028872E6",
        "NOK@2015:cpi",
        "exact",
        "3028,872_mrd._kr (2015-priser)",
        "3028,872_mrd._kr (2015-prisar)",
        "3028.872_billion_NOK (2015 prices)",
    ),
    ("141", "applications", "exact", "141_søknader", "141_søknader", "141_applications"),
    ("1", "applications", "exact", "1_søknad", "1_søknad", "1_application"),
    (
        "80",
        "municipalities",
        "over",
        "over 80_kommuner",
        "over 80_kommunar",
        "over 80_municipalities",
    ),
    (
        "1786",
        "unit-managers",
        "exact",
        "1786_enhetsledere",
        "1786_einingsleiarar",
        "1786_unit managers",
    ),
    ("12345", "persons", "exact", "12_345_personer", "12_345_personar", "12_345_persons"),
    (
        "5328212",
        "inhabitants",
        "exact",
        "5_328_212_innbyggere",
        "5_328_212_innbyggjarar",
        "5_328_212_inhabitants",
    ),
    (
        "5.3E6",
        "inhabitants",
        "exact",
        "5,3_mill._innbyggere",
        "5,3_mill._innbyggjarar",
        "5.3_million_inhabitants",
    ),
    ("110.758", "index 2015=100", "exact", "110,758", "110,758", "110.758"),
    (
        "9.8511",
        "NOK / EUR",
        "exact",
        "9,8511_kr per euro",
        "9,8511_kr per euro",
        "9.8511_NOK per EUR",
    ),
    (
        "12345",
        "NOK / inhabitants",
        "exact",
        "12_345_kr per innbygger",
        "12_345_kr per innbyggjar",
        "12_345_NOK per inhabitant",
    ),
    (
        "1",
        "applications / municipalities",
        "exact",
        "1_søknad per kommune",
        "1_søknad per kommune",
        "1_application per municipality",
    ),
    ("12.5", "hours", "exact", "12,5_timer", "12,5_timar", "12.5_hours"),
    ("1", "hours", "exact", "1_time", "1_time", "1_hour"),
    ("7", "weeks", "exact", "7_uker", "7_veker", "7_weeks"),
    ("7", "days", "exact", "7_dager", "7_dagar", "7_days"),
    ("12", "km", "exact", "12_km", "12_km", "12_km"),
    ("12", "m2", "exact", "12_m²", "12_m²", "12_m²"),
    ("12", "decares", "exact", "12_dekar", "12_dekar", "12_decares"),
    ("12", "kWh", "exact", "12_kWh", "12_kWh", "12_kWh"),
]

#: The same as it stands in running text.
PROSE = [
    ("48.3", "% of GDP", "exact", "48,3_prosent", "48,3_prosent", "48.3_per cent"),
    ("70", "% of workplaces", "over", "over 70_prosent", "over 70_prosent", "over 70_per cent"),
    (
        "600E9",
        "NOK",
        "exact",
        "600_milliarder_kroner",
        "600_milliardar_kroner",
        "600_billion_Norwegian kroner",
    ),
    ("1E9", "NOK", "exact", "1_milliard_kroner", "1_milliard_kroner", "1_billion_Norwegian kroner"),
    (
        "1.0E6",
        "NOK",
        "exact",
        "1,0_millioner_kroner",
        "1,0_millionar_kroner",
        "1.0_million_Norwegian kroner",
    ),
    ("1E6", "NOK", "exact", "1_million_kroner", "1_million_kroner", "1_million_Norwegian kroner"),
    ("1", "NOK", "exact", "1_krone", "1_krone", "1_Norwegian krone"),
    ("2", "DKK", "exact", "2_danske kroner", "2_danske kroner", "2_Danish kroner"),
    ("1", "EUR", "exact", "1_euro", "1_euro", "1_euro"),
    (
        "5E6",
        "CHF",
        "exact",
        "5_millioner_sveitsiske franc",
        "5_millionar_sveitsiske franc",
        "5_million_Swiss francs",
    ),
    ("1", "CHF", "exact", "1_sveitsisk franc", "1_sveitsisk franc", "1_Swiss franc"),
    (
        "180E6",
        "XXX",
        "exact",
        "180_millioner_(valuta ikke oppgitt)",
        "180_millionar_(valuta ikkje oppgitt)",
        "180_million_(currency not stated)",
    ),
    ("12", "km", "exact", "12_kilometer", "12_kilometer", "12_kilometres"),
    ("1", "km2", "exact", "1_kvadratkilometer", "1_kvadratkilometer", "1_square kilometre"),
    ("2", "MWh", "exact", "2_megawattimer", "2_megawattimar", "2_megawatt hours"),
    (
        "9.8511",
        "NOK / EUR",
        "exact",
        "9,8511_kroner per euro",
        "9,8511_kroner per euro",
        "9.8511_Norwegian kroner per euro",
    ),
    (
        "5328212",
        "inhabitants",
        "exact",
        "5_328_212_innbyggere",
        "5_328_212_innbyggjarar",
        "5_328_212_inhabitants",
    ),
]

#: What begins a sentence.
PHRASES = [
    (
        "77",
        "% of public-workplaces",
        "77_prosent av offentlige arbeidsplasser",
        "77_prosent av offentlege arbeidsplassar",
        "77_per cent of public workplaces",
    ),
    ("48.3", "% of GDP", "48,3_prosent av BNP", "48,3_prosent av BNP", "48.3_per cent of GDP"),
    (
        "4",
        "pp of public-workplaces",
        "4_prosentpoeng (av offentlige arbeidsplasser)",
        "4_prosentpoeng (av offentlege arbeidsplassar)",
        "4_percentage points (of public workplaces)",
    ),
    (
        "2.7",
        "% change on year before",
        "2,7_prosent endring fra året før",
        "2,7_prosent endring frå året før",
        "2.7_per cent change on the year before",
    ),
    (
        "2.7",
        "% change on 2015-Q1",
        "2,7_prosent endring fra 1. kvartal 2015",
        "2,7_prosent endring frå 1. kvartal 2015",
        "2.7_per cent change on Q1 2015",
    ),
    ("110.8", "index 2015=100", "110,8_(2015_=_100)", "110,8_(2015_=_100)", "110.8_(2015_=_100)"),
    (
        "600E9",
        "NOK",
        "600_milliarder_kroner",
        "600_milliardar_kroner",
        "600_billion_Norwegian kroner",
    ),
]

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")


def of(number: str, unit: str, qualifier: str = "exact") -> Value:
    """Return a value from texts."""
    return Value(number, parse_unit(unit), Qualifier(qualifier))


def nbsp(text: str) -> str:
    """Return *text* with no-break spaces for underscores."""
    return text.replace("_", "\u00a0")


def rows(table: Sequence[tuple[str, ...]]) -> list[tuple[str, str, str, Lang, str]]:
    """Return one case for each language of each row."""
    return [
        (number, unit, qualifier, lang, text)
        for number, unit, qualifier, *texts in table
        for lang, text in zip(LANGS, texts, strict=True)
    ]


@pytest.mark.parametrize(("number", "unit", "qualifier", "lang", "expected"), rows(SHORT))
def test_short_form(number: str, unit: str, qualifier: str, lang: Lang, expected: str) -> None:
    """A table, a bar and a big number show the sign of the unit."""
    assert nbsp(expected) == value_text(of(number, unit, qualifier), lang=lang)


@pytest.mark.parametrize(("number", "unit", "qualifier", "lang", "expected"), rows(PROSE))
def test_prose(number: str, unit: str, qualifier: str, lang: Lang, expected: str) -> None:
    """Running text writes signs as words and keeps digits."""
    assert nbsp(expected) == value_text(of(number, unit, qualifier), lang=lang, form="prose")


@pytest.mark.parametrize(
    ("number", "unit", "lang", "expected"),
    [
        (number, unit, lang, text)
        for number, unit, *texts in PHRASES
        for lang, text in zip(LANGS, texts, strict=True)
    ],
)
def test_phrase(number: str, unit: str, lang: Lang, expected: str) -> None:
    """At the head of a sentence the number says what it is relative to."""
    assert nbsp(expected) == phrase(of(number, unit), lang=lang)


def test_speech_parts_no_digits() -> None:
    """A screen reader would read two numbers where a space parts the digits."""
    value = of("5328212", "inhabitants")

    assert nbsp("5328212_innbyggere") == value_text(value, lang="nb", form="speech")


@pytest.mark.parametrize(
    ("number", "unit", "qualifier", "expected"),
    [
        ("48.3", "% of GDP", "exact", "48,3"),
        ("600E9", "NOK", "exact", "600_mrd."),
        ("80", "municipalities", "over", "over 80"),
        ("1786", "unit-managers", "exact", "1786"),
        ("110.8", "index 2015=100", "exact", "110,8"),
    ],
)
def test_number_form_keeps_scale_and_qualifier(
    number: str, unit: str, qualifier: str, expected: str
) -> None:
    """A number without its unit still says how large and how exact it is."""
    value = of(number, unit, qualifier)

    assert nbsp(expected) == value_text(value, lang="nb", form="number")


@pytest.mark.parametrize(
    ("form", "expected"), [("value", "95_%*"), ("number", "95*"), ("speech", "95_prosent*")]
)
def test_mark_stands_last(form: ValueForm, expected: str) -> None:
    """The mark of a note follows the number, the unit and all."""
    value = of("95", "% of public-workplaces")

    assert nbsp(expected) == value_text(value, lang="nb", form=form, mark="*")


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        ("31.66287015945330296127562642369021", "% of workplaces", "31,7_%"),
        ("0.012345678901234", "% of workplaces", "0,012_%"),
        ("178344144.369414", "NOK", "178,3_mill._kr"),
        ("31234.5678901234", "NOK / inhabitants", "31_235_kr per innbygger"),
        ("0.0123456789012", "NOK / inhabitants", "0,01235_kr per innbygger"),
        ("18103982.74", "EUR", "18_103_982,74_euro"),
    ],
)
def test_computed_numbers_are_rounded(number: str, unit: str, expected: str) -> None:
    """More than ten digits with decimals come from a computation; what is published is kept."""
    assert nbsp(expected) == value_text(of(number, unit), lang="nb")


class TestRange:
    """Several values between two ends."""

    def test_is_joined_by_a_dash(self) -> None:
        """The unit stands once, the dash without spaces."""
        span = Range(low=of("6", "% of workplaces"), high=of("19", "% of workplaces"))

        assert nbsp("6–19_%") == value_text(span, lang="nb")
        assert "6–19%" == value_text(span, lang="en")
        assert "6–19" == value_text(span, lang="en", form="number")

    def test_has_words_in_prose(self) -> None:
        """A dash is not read aloud."""
        span = Range(low=of("6", "% of workplaces"), high=of("19", "% of workplaces"))

        assert nbsp("6 til 19_prosent") == value_text(span, lang="nn", form="speech")

    def test_shares_one_scale(self) -> None:
        """Both ends are shown in millions, or neither is."""
        money = Range(low=of("500000", "NOK"), high=of("7E6", "NOK"))
        odd = Range(low=of("1234567.5", "NOK"), high=of("7E6", "NOK"))
        none = Range(low=of("0", "NOK"), high=of("7E6", "NOK"))

        assert nbsp("0,5–7_mill._kr") == value_text(money, lang="nb")
        assert nbsp("1_234_567,5–7_000_000_kr") == value_text(odd, lang="nb")
        assert nbsp("0–7_mill._kr") == value_text(none, lang="nb")

    def test_has_words_where_a_dash_would_mislead(self) -> None:
        """Beside a minus or a qualifier a dash is not clear."""
        below = Range(low=of("-3", "pp of workplaces"), high=of("4", "pp of workplaces"))
        bounds = Range(low=of("6", "% of workplaces", "over"), high=of("19", "% of workplaces"))

        assert nbsp("−3 til 4_prosentpoeng") == value_text(below, lang="nb")
        assert nbsp("over 6 til 19_%") == value_text(bounds, lang="nb")

    def test_says_what_varies(self) -> None:
        """A sentence names what the values are spread over."""
        across = {"nb": "departementene", "nn": "departementa", "en": "ministries"}
        ends = {"low": of("6", "% of workplaces"), "high": of("19", "% of workplaces")}
        span = Range(**ends, across=across)

        assert nbsp("6 to 19_per cent of workplaces across ministries") == phrase(span, lang="en")
        assert nbsp("6 til 19_prosent av arbeidsplasser på tvers av departementene") == phrase(
            span, lang="nb"
        )


@pytest.mark.parametrize(
    ("reason", "nb", "nn", "en"),
    [
        ("not applicable", "ikke aktuelt", "ikkje aktuelt", "not applicable"),
        ("not collected", "ikke samlet inn", "ikkje samla inn", "not collected"),
        ("not yet available", "foreligger ikke ennå", "ligg ikkje føre enno", "not yet available"),
        (
            "not available to us",
            "publisert, men ikke tilgjengelig for oss",
            "publisert, men ikkje tilgjengeleg for oss",
            "published, but not available to us",
        ),
        ("suppressed", "konfidensielt", "konfidensielt", "confidential"),
        (
            "too uncertain",
            "for usikkert til å vises",
            "for usikkert til å visast",
            "too uncertain to show",
        ),
        ("not stated", "ikke oppgitt", "ikkje oppgitt", "not stated"),
    ],
)
def test_missing_says_why(reason: str, nb: str, nn: str, en: str) -> None:
    """What is missing is never blank, never zero, and says its reason in every form."""
    missing = Missing(MissingReason(reason))

    assert (nb, nn, en) == tuple(value_text(missing, lang=lang) for lang in LANGS)
    assert f"{nb}*" == value_text(missing, lang="nb", form="speech", mark="*")
    assert nb == phrase(missing, lang="nb")


def test_every_reason_has_words() -> None:
    """No reason is without a wording in any language."""
    assert all(value_text(Missing(why), lang=lang) for why in MissingReason for lang in LANGS)


def test_labels_share_a_scale() -> None:
    """Values and ranges are rounded alike; what is missing says why, and so do all without any."""
    euro = parse_unit("EUR")
    low, high = Value("1234567.8", euro), Value("2345678.9", euro, Qualifier.ABOUT)
    missing = Missing(MissingReason.NOT_COLLECTED)
    shown = labels_text([Range(low=low, high=high), missing, high], lang="en")

    assert ("1.2 to about 2.3_million_EUR", "not collected", "about 2.3_million_EUR") == tuple(
        text.replace("\u00a0", "_") for text in shown
    )
    assert ("not collected",) == labels_text([missing], lang="en")


def test_figures_below_one_another_share_a_scale_and_keep_their_digits() -> None:
    """The largest in which none of them loses a digit; what is missing says why."""
    crowns = parse_unit("NOK")
    values = [Value("2E9", crowns, Qualifier.ABOUT), Value("3000.5E6", crowns)]
    missing = Missing(MissingReason.NOT_COLLECTED)
    shown = aligned_text([*values, missing], lang="en")

    assert ("about 2000_million_NOK", "3000.5_million_NOK", "not collected") == tuple(
        text.replace("\u00a0", "_") for text in shown
    )
    assert ("not collected",) == aligned_text([missing], lang="en")
