"""How a figure was computed, in words. An underscore stands for U+00A0."""

import pytest

from offinno.language import Lang
from offinno.model import Derivation, Input, Method, Source
from offinno.units import parse_unit
from offinno.values import Value
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
        (Method.REBASE, "regnet om til en annen basisperiode ut fra",
         "rekna om til ein annan basisperiode ut frå", "converted to another base period from"),
        (Method.AGGREGATE, "aggregert fra", "aggregert frå", "aggregated from"),
    ],
)  # fmt: skip
def test_other_methods_list_their_inputs(method: Method, nb: str, nn: str, en: str) -> None:
    """What is no simple calculation says what it was made from."""
    two, three = (Input(figure="a", value=Value(n, parse_unit("km"))) for n in (2, 3))
    derivation = Derivation(method=method, inputs=(two, three))

    assert [f"{nb} 2_km og 3_km", f"{nn} 2_km og 3_km", f"{en} 2_km and 3_km"] == [
        shown(derivation, lang) for lang in LANGS
    ]


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
