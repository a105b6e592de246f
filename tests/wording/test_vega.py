"""What Vega writes on axes is what offinno writes beside them."""

import json
import re
from decimal import Decimal

import pytest

from offinno.language import Lang
from offinno.pictures import check_spec, draw, texts
from offinno.units import parse_unit
from offinno.wording import number_text, percent, tick_format, vega_locale

LANGS: tuple[Lang, Lang, Lang] = ("nb", "nn", "en")
NUMBERS = ["0", "5", "48.3", "-1", "1000", "9999", "10000", "-12345.5", "1234567", "0.25"]


def drawn(expression: str, numbers: list[str], lang: Lang) -> list[str]:
    """Return what Vega makes of *numbers* by *expression*, in order."""
    rows = [{"value": float(number), "at": at} for at, number in enumerate(numbers)]
    spec = {
        "data": {"values": rows},
        "transform": [{"calculate": expression, "as": "label"}],
        "mark": "text",
        "encoding": {
            "y": {"field": "at", "type": "ordinal", "axis": None},
            "text": {"field": "label", "type": "nominal"},
        },
        "config": {"locale": {"number": vega_locale(lang)}},
    }
    svg = draw(spec, format="svg", title="t", description="", lang=lang)
    return [text for text in texts(svg) if re.search("[0-9]", text)]


@pytest.mark.parametrize("lang", LANGS)
def test_vega_writes_numbers_as_we_do(lang: Lang) -> None:
    """Decimal mark, minus, groups from five digits on: one wording on axis and label."""
    expression = tick_format(parse_unit("NOK"), lang).expression

    assert [number_text(Decimal(number), lang=lang) for number in NUMBERS] == drawn(
        expression, NUMBERS, lang
    )


@pytest.mark.parametrize("lang", LANGS)
def test_shares_carry_their_sign(lang: Lang) -> None:
    """A share has its per cent sign on each tick, with the space of the language."""
    expression = tick_format(parse_unit("% of workplaces"), lang).expression
    expected = [
        f"{number_text(Decimal(number), lang=lang)}{percent(lang=lang)}" for number in NUMBERS
    ]

    assert expected == drawn(expression, NUMBERS, lang)


def test_amounts_are_divided() -> None:
    """An axis in milliards has short numbers and says so in its title."""
    ticks = tick_format(parse_unit("NOK"), "nb", power=9)

    assert ("", "milliarder\u00a0kroner") == (ticks.suffix, ticks.title)
    assert ["0", "200", "12\u00a0345"] == drawn(ticks.expression, ["0", "200E9", "12345E9"], "nb")


def test_shares_are_never_divided() -> None:
    """A power is for amounts and counts."""
    ticks = tick_format(parse_unit("% of GDP"), "en", power=9)

    assert (0, "%", "per cent of GDP") == (ticks.power, ticks.suffix, ticks.title)


@pytest.mark.parametrize("lang", LANGS)
def test_locale_is_plain_data(lang: Lang) -> None:
    """The locale goes into a specification as it is."""
    locale = vega_locale(lang)

    assert locale == json.loads(json.dumps(locale))
    assert ("\u00a0", "\u2212", [3]) == (locale["thousands"], locale["minus"], locale["grouping"])
    check_spec({"mark": "point", "config": {"locale": {"number": locale}}})


def test_currency_stands_behind() -> None:
    """Norwegian money is written behind its number, in English by its code."""
    assert [["", "\u00a0kr"], ["", "\u00a0kr"], ["", "\u00a0NOK"]] == [
        vega_locale(lang)["currency"] for lang in LANGS
    ]
