"""How a figure was computed, in words. An underscore stands for U+00A0."""

import attrs
import pytest

from offinno.language import Lang
from offinno.model import Derivation, Input, Measuring, Method, Source
from offinno.units import parse_unit
from offinno.values import Period, Value
from offinno.wording import lineage_text

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
BANK = Source(key="bank", publisher="Banken", title="Kurser", published=2020)
AMOUNT = Input(figure="amount", value=Value("18.1E6", parse_unit("EUR")), period="2014/2019")
RATE = Input(
    figure="rate", value=Value("9.8511", parse_unit("NOK / EUR")), period=2019, source=BANK
)


def shown(derivation: Derivation, lang: Lang) -> str:
    """Return the wording with underscores for no-break spaces."""
    return lineage_text(derivation, lang=lang).replace("\u00a0", "_")


def test_calculation_names_its_inputs() -> None:
    """Each number stands with its area, period and source."""
    exchange = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE))

    assert [
        "beregnet som 18,1_mill._euro (2014–2019) × 9,8511_kr per euro (2019, Banken (2020))",
        "rekna ut som 18,1_mill._euro (2014–2019) × 9,8511_kr per euro (2019, Banken (2020))",
        "computed as 18.1_million_EUR (2014–2019) × 9.8511_NOK per EUR (2019, Banken (2020))",
    ] == [shown(exchange, lang) for lang in LANGS]


@pytest.mark.parametrize(
    ("method", "sign"),
    [
        (Method.SUM, "+"),
        (Method.DIFFERENCE, "−"),
        (Method.PRODUCT, "×"),
        (Method.QUOTIENT, "÷"),
        (Method.RELATIVE, "÷"),
        (Method.PER, "÷"),
    ],
)
def test_sign_is_that_of_the_method(method: Method, sign: str) -> None:
    """A method that is a calculation is written as one."""
    two = Input(figure="a", value=Value(2, parse_unit("NOK")), area="NO")

    assert f"computed as 2_NOK (Norway) {sign} 2_NOK (Norway)" == shown(
        Derivation(method=method, inputs=(two, two)), "en"
    )


@pytest.mark.parametrize(
    ("method", "nb", "nn", "en"),
    [
        (Method.DEFLATION, "regnet om til faste priser ut fra",
         "rekna om til faste prisar ut frå", "converted to constant prices from"),
        (Method.AGGREGATE, "aggregert fra", "aggregert frå", "aggregated from"),
    ],
)  # fmt: skip
def test_other_methods_list_their_inputs(method: Method, nb: str, nn: str, en: str) -> None:
    """What is no calculation, or lacks a part of it, says what it was made from."""
    two, three = (Input(figure="a", value=Value(n, parse_unit("km"))) for n in (2, 3))
    derivation = Derivation(method=method, inputs=(two, three))

    assert [f"{nb} 2_km og 3_km", f"{nn} 2_km og 3_km", f"{en} 2_km and 3_km"] == [
        shown(derivation, lang) for lang in LANGS
    ]


def index(number: str, period: int) -> Input:
    """Return a figure of a price index."""
    return Input(
        figure="cpi",
        value=Value(number, parse_unit("index 2025=100")),
        period=period,
        measuring=Measuring.MEAN,
    )


def test_deflation_is_a_calculation() -> None:
    """An amount is multiplied by the index of the one year and divided by that of the other."""
    amount = Input(figure="amount", value=Value("1636E9", parse_unit("NOK")), period=2017)
    inputs = (amount, index("80.4", 2019), index("76.6", 2017))
    derivation = Derivation(method=Method.DEFLATION, inputs=inputs)
    mean = "årsgjennomsnitt"
    norwegian = f"1636_mrd._kr (2017) × 80,4 ({mean} 2019) ÷ 76,6 ({mean} 2017)"
    english = "1636_billion_NOK (2017) × 80.4 (annual mean 2019) ÷ 76.6 (annual mean 2017)"

    assert [
        f"regnet om til faste priser: {norwegian}",
        f"rekna om til faste prisar: {norwegian}",
        f"converted to constant prices: {english}",
    ] == [shown(derivation, lang) for lang in LANGS]


def test_rebasing_is_a_calculation() -> None:
    """A level is divided by that of the new base."""
    inputs = (index("80.4", 2019), index("72.6", 2015))
    derivation = Derivation(method=Method.REBASE, inputs=inputs)
    norwegian = "80,4 (årsgjennomsnitt 2019) ÷ 72,6 (årsgjennomsnitt 2015)"

    assert [
        f"regnet om til en annen basisperiode: {norwegian}",
        f"rekna om til ein annan basisperiode: {norwegian}",
        "converted to another base period: 80.4 (annual mean 2019) ÷ 72.6 (annual mean 2015)",
    ] == [shown(derivation, lang) for lang in LANGS]


@pytest.mark.parametrize(
    ("measuring", "period", "words"),
    [
        (Measuring.MEAN, "2019", ["årsgjennomsnitt 2019", "årsgjennomsnitt 2019",
                                  "annual mean 2019"]),
        (Measuring.MEAN, "2019-03", ["gjennomsnitt mars 2019", "gjennomsnitt mars 2019",
                                     "mean March 2019"]),
        (Measuring.END_OF_PERIOD, "2019", ["ved utgangen av 2019", "ved utgangen av 2019",
                                           "end of 2019"]),
        (Measuring.FLOW, "2019", ["2019", "2019", "2019"]),
    ],
)  # fmt: skip
def test_kind_of_rate_stands_in_the_working(
    measuring: Measuring, period: str, words: list[str]
) -> None:
    """A mean and the level of the last day are told apart."""
    rate = attrs.evolve(RATE, measuring=measuring, period=Period(period), source=None)
    derivation = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, rate))

    assert [f"({word})" for word in words] == [
        shown(derivation, lang)[-len(word) - 2 :] for lang, word in zip(LANGS, words, strict=True)
    ]


def test_partial_rate_says_what_it_covers() -> None:
    """A rate that covers a part of its period says which."""
    rate = attrs.evolve(RATE, covers="2019-02/2019-12", source=None)
    derivation = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, rate))

    assert shown(derivation, "nb").endswith("(2019, dekker bare februar til desember 2019)")


@pytest.mark.parametrize("unit", ["NOK", "NOK@2019:cpi", "NOK / inhabitants"])
def test_amount_is_divided_by_a_rate_the_other_way_round(unit: str) -> None:
    """Kroner become euro by division with what a euro costs."""
    amount = Input(figure="amount", value=Value(20, parse_unit(unit)))
    derivation = Derivation(method=Method.EXCHANGE, inputs=(amount, RATE))

    assert " ÷ 9.8511" in shown(derivation, "en")


def test_series_is_worked_out_figure_by_figure() -> None:
    """Calculations follow each other; of many, the first and the last are shown."""
    few = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE) * 2)
    many = Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE) * 7)
    one = shown(Derivation(method=Method.EXCHANGE, inputs=(AMOUNT, RATE)), "en")
    calculation = one.removeprefix("computed as ")

    assert f"{one}; {calculation}" == shown(few, "en")
    assert f"{one} … {calculation}" == shown(many, "en")


def test_every_method_has_words() -> None:
    """No method is without a wording."""
    given = (AMOUNT, RATE)

    assert all(
        shown(Derivation(method=method, inputs=given), lang) for method in Method for lang in LANGS
    )


def test_tells_rounding_notes_and_earlier_steps() -> None:
    """What was decided on the way follows, and an input that was computed says how."""
    first = Derivation(method=Method.SUM, inputs=(AMOUNT, AMOUNT))
    total = Input(figure="total", value=Value("36.2E6", parse_unit("EUR")), lineage=first)
    derivation = Derivation(
        method=Method.EXCHANGE, inputs=(total, RATE), digits=15, note={"nb": "årsgjennomsnitt"}
    )

    assert (
        "beregnet som 36,2_mill._euro (beregnet som 18,1_mill._euro (2014–2019) + "
        "18,1_mill._euro (2014–2019)) × 9,8511_kr per euro (2019, Banken (2020)); "
        "avrundet til 15_gjeldende sifre; årsgjennomsnitt"
    ) == shown(derivation, "nb")
    assert shown(derivation, "nn").endswith("; avrunda til 15_gjeldande siffer; årsgjennomsnitt")
